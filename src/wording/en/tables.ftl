### Tables of figures, of coverage, of agreement between coders, and of sampling plans.

## Intervals

# Both limits as they are printed: 48.1 to 55.9, –2.0 to +3.1
interval = { $low } to { $high }
# The same where there is little room.
interval-range = { $low }–{ $high }
of-intervals = Intervals say how much a figure varies from day to day within the monitored outlets; they are no margin of error for all media and hold no coder error.

## What a table is broken down by: headings of columns

dimension-outlet = outlet
dimension-medium = medium
dimension-ownership = ownership
dimension-programme = programme
dimension-genre = genre
dimension-daypart = daypart
dimension-page = page
dimension-position = position
dimension-day = day
dimension-week = week
dimension-period = period
dimension-actor = actor
dimension-group = group
dimension-capacity = capacity
dimension-voice = voice
dimension-tone = tone
dimension-coder = coder
dimension-quantity = quantity

## Measures, in the column `measure` and, with a capital, in captions

measure-share = share
measure-pools = pools
measure-rank = rank
measure-range = range
measure-tone = tone
measure-tone-kind = tone-kind
measure-tone-balance = tone-balance
measure-tone-mean = tone-mean
measure-tone-coded = tone-coded
measure-voice = voice
measure-voice-coded = voice-coded
measure-prominence = prominence
measure-front-page = front-page
measure-prime-time = prime-time
measure-mean-position = mean-position
measure-trend = trend
measure-cumulative = cumulative
measure-moving = moving
measure-change = change
measure-change-of-ends = change-of-ends
measure-lead = lead
measure-gap = gap
measure-ratio = ratio
measure-concentration = concentration
measure-hhi = hhi
measure-hhi-normalised = hhi-normalised
measure-effective-number = effective-number
measure-effective-number-entropy = effective-number-entropy
measure-entropy = entropy
measure-evenness = evenness
measure-gini = gini
measure-atkinson = atkinson
measure-comprehensive-concentration = comprehensive-concentration
measure-largest-share = largest-share
measure-loosemore-hanby = loosemore-hanby
measure-gallagher = gallagher
measure-rae = rae
measure-largest-ratio = largest-ratio
measure-largest-gap = largest-gap
measure-sainte-lague = sainte-lague
measure-slope = slope
tone-kind-negative = negative
tone-kind-neutral = neutral
tone-kind-positive = positive

## Headings of columns

column-measure = measure
column-percent = %
column-points = points
column-value = value
# $level in per cent
column-interval = { $level }% interval
column-amount = amount
# What an amount is a part of: the denominator.
column-of = of
column-items = items
column-outlet-days = outlet-days
# How much of the planned hours was recorded.
column-recorded = recorded
column-remarks = remarks
column-benchmark = benchmark
# The actor whose share is smaller.
column-ahead-of = ahead of
column-pool-and-weighting = pool:weighting
column-part = part
column-variable = variable
# What the codes of a variable are: `level-nominal` and so on.
column-level = level
column-coders = coders
column-units = units
column-all-agree = all agree, %
column-holsti = Holsti, %
column-alpha = alpha
column-verdict = verdict
column-other-coefficients = other coefficients
column-rows = rows
column-minutes-coded = minutes coded
column-minutes-per-hour = minutes per hour monitored
column-without-tone = without a tone, %
column-mean-tone = mean tone
column-round-durations = multiples of 5 s, %
# $level in per cent
column-interval-of-coding = { $level }% interval of coding
column-coded-twice = items coded twice
column-weekday = weekday
column-bulletins = bulletins
column-outlet-days-now = outlet-days now
# Half the width of the interval so far.
column-points-now = ± points now
column-design-effect = design effect
# $points half the width of the interval wanted
column-outlet-days-for = outlet-days for ±{ $points }
column-days-of-each-outlet = days of each outlet
column-item = item
column-coded-by = coded by
column-to-be-coded-by = to be coded by
# File and line.
column-place = place

## Tables of figures

# $pool whose coverage, $weighting pooled, mean or weighted
table-shares-caption = Shares of { $pool }, { $weighting }
table-pools-caption = Shares under every pool and weighting
# $measure with a capital, $pool whose coverage, $weighting pooled, mean or weighted
table-caption = { $measure }, { $pool }, { $weighting }
table-no-coverage = No coverage of this pool was found.
# $flag its word, which is the same in every language, $meaning the message flag-...
table-flag = { $flag }: { $meaning }.
# $percent the number
table-percent = { $percent }%
# $points the number with its sign
table-points = { $points } points
# $sources a list of sources with the message allocation-equal or allocation-whole
allocations = Where several actors share an amount, each counts with ({ $sources }).
# $source its id
allocation-equal = { $source }: equal parts of it
# $source its id
allocation-whole = { $source }: the whole of it

## Coverage

coverage-caption = Outlets, with everything coded in the window, of all actors and genres
coverage-medium = Medium
coverage-ownership = Ownership
coverage-days-planned = Days planned
coverage-days-lost = Days lost
coverage-hours-planned = Hours planned
coverage-hours-lost = Hours lost
coverage-recorded = Recorded
coverage-days = Days
coverage-items = Items
coverage-rows = Rows
# In the place of an amount.
coverage-none = no coverage
coverage-days-and-amounts = Days are those with at least one coded row. Amounts of different units are never added.
# $losses a list of the message loss
coverage-not-recorded = Not recorded, whole or in part: { $losses }.
coverage-gap-no-zero = A gap is no zero: no figure counts a lost recording as a day without coverage.

## Agreement between coders

coders-agreement-caption = Agreement between coders
# $agreements a list of what is known of the agreement on each variable
coders-agreement-note = Coder agreement: { $agreements }.
coders-all = all
coders-pair = { $first } and { $second }
# $coder one coder, compared with all others
coders-against-rest = { $coder } and the rest
level-nominal = nominal
level-ordinal = ordinal
level-interval = interval
level-ratio = ratio
coefficient-cohen = cohen
coefficient-scott = scott
coefficient-fleiss = fleiss
coefficient-conger = conger
coefficient-ac1 = ac1
coefficient-ac2 = ac2
coefficient-brennan-prediger = brennan-prediger
coefficient-weighted-kappa = weighted-kappa
weights-quadratic = quadratic
weights-ordinal = ordinal
# $name of the coefficient
coders-coefficient = { $name } { $value }
# $name of the coefficient, $weights quadratic or ordinal
coders-weighted-coefficient = { $name } ({ $weights }) { $value }
# $amount with its unit, $relative in per cent of the mean
coders-apart = { $amount } apart on average, { $relative }%
# $amount with its unit, $relative in per cent of the mean, $within the percentage of units whose codes lie within the tolerance
coders-apart-within = { $amount } apart on average, { $relative }%, { $within }% within tolerance
coders-seconds = { $number } s
coders-area = { $number } cm²
# $reliable and $tentative limits of alpha, $replicates how many, $n the same for the plural, $seed of the random numbers
coders-marks = Alpha is Krippendorff's; from { $reliable } on reliable, from { $tentative } tentative. Intervals: units resampled, { $replicates } replicates, seed { $seed }. A variable with one category is undefined, whatever its percentage. Brennan and Prediger's counts pairs of coders. No p-value is given: agreement is not tested against none.
coders-interval-caption = What disagreement between coders does to the shares
coders-interval-note = This interval is of coding alone and stands beside that of days, never in its place: what other coders of the same items could have given. It takes the items coded twice for a random part of all, coders for each other's equals, and their errors for independent between items; what all coders get wrong alike is not in it.

## What each coder does

coders-conduct-caption = What coders do
# $percent and $n are always 19.2 and 40,492
coders-heaping-expected = A fifth of whole seconds are multiples of five by chance; { $percent }% of { $n } professional durations are.
# $coder a name or initials, $percent the number, $n how many durations
coders-heaping = { $coder }: { $percent }% of { $n ->
    [one] { $n }~duration
   *[other] { $n }~durations
} are multiples of 5 s, 20% expected: rounded by hand?
# $coder a name or initials, $mean of this coder, $others mean of the others
coders-other-tone = { $coder }: mean tone { $mean }, { $others } with the others; other outlets, or another reading of the scale?
# $coder a name or initials, $before and $after mean tones, $first and $last the Mondays of weeks: 2011-12-05
coders-drift = { $coder }: mean tone { $before } in the week of { $first }, { $after } in that of { $last }: did the reading of the scale drift?

## Sampling plans

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
plan-days-caption = Days to monitor, in constructed weeks
# $seed of the random numbers
plan-days-drawn = Drawn at random with seed { $seed }: of each weekday as many as weeks. Say `drawn_from` in `[uncertainty]` when you measure.
# $points half the width of the interval wanted
plan-size-caption = Outlet-days needed for ±{ $points } points
plan-size-note = From how much these shares varied from day to day so far. The design effect sets days against bulletins drawn one by one: below 1, the bulletins of a day balance each other. More outlets than these would vary in their own way.
# $percent of the items that were coded once
plan-double-caption = Items to code twice, { $percent }% of those coded once
# $seed of the random numbers
plan-double-drawn = Drawn at random with seed { $seed }, the same part of every outlet and coder. The second coder must not see the first coding.
