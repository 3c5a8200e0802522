### Words around every chart, and those of the charts of time, tone, voice, benchmarks, outlets, days and coders. `~` is a
### blank at which no line breaks.

## What stands around every chart

# $n how many rows, $read of how many
rows-rejected = { $n } of { $read } rows were rejected and are in no figure.
# $publisher who publishes the study
chart-source = Source: { $publisher }.
# $publisher who publishes the study, $version of the codebook
chart-source-and-codebook = Source: { $publisher }, codebook { $version }.
# $n the chart's number, $tool evenhand and its version, $digest of the data
chart-provenance = Fig.~{ $n } · { $tool } · data sha256 { $digest }
# $n the chart's number, $tool evenhand and its version, $digest of the data, $file the name of the file of its numbers
chart-provenance-with-file = Fig.~{ $n } · { $tool } · data sha256 { $digest } · { $file }
# Follows an alternative text. $file the name of the file of its numbers
chart-alt-data = Data: { $file }
# $conditions a list of chart-only-values and chart-only-common-days
chart-only = Only: { $conditions }.
# $dimension one of the messages dimension-genre, dimension-daypart ..., $values names
chart-only-values = { $dimension } { $values }
chart-only-common-days = days recorded whole at every outlet
# Stands where place-everywhere would. $quantity airtime or the like
chart-everywhere-measured-by = in all outlets measured by { $quantity }
# $what one of the messages respect-genres, respect-capacities ..., its first letter large, $words what the pool holds
chart-included = { $what }: { $words }.
# $outlet its name, $owner the word for its owner
chart-outlet-of-owner = { $outlet } ({ $owner })
# $n how many, $owner the word for their owner, $ownerid the word in the codebook, $medium television, radio, print, online or
# nothing
chart-outlets-of-owner = { $medium ->
    [television] { $n ->
        [one] { $n }~{ $owner } channel
       *[other] { $n }~{ $owner } channels
    }
    [radio] { $n ->
        [one] { $n }~{ $owner } station
       *[other] { $n }~{ $owner } stations
    }
    [print] { $n ->
        [one] { $n }~{ $owner } newspaper
       *[other] { $n }~{ $owner } newspapers
    }
    [online] { $n ->
        [one] { $n }~{ $owner } site
       *[other] { $n }~{ $owner } sites
    }
   *[other] { $n ->
        [one] { $n }~{ $owner } outlet
       *[other] { $n }~{ $owner } outlets
    }
}
chart-no-interval-asked-for = Interval: none, the study asks for none; the figure is the share of what was coded.
chart-no-interval-of-few-days = Interval: none, too few outlet-days; the figure is the share of what was coded.
chart-no-interval-of-equal-days = Interval: none, no day varies from another, or no day is known; the figure is the share of what was coded.
# $names a list of chart-names-and-reason
chart-not-shown = Not shown: { $names }.
# $names of actors or outlets, $reason flags in words or chart-no-such-coverage
chart-names-and-reason = { $names } ({ $reason })
chart-no-such-coverage = no such coverage
# $meanings a list of the messages flag-...
chart-care = To be read with care: { $meanings }.
# $meanings a list of the messages flag-...
chart-care-hollow = Hollow dot, to be read with care: { $meanings }.
chart-agreement-not-measured = Coder agreement: not measured.
# $variables a list of agreement-on and its like
chart-agreement = Coder agreement: { $variables }.
chart-heading-interval = Interval

## Shares over time

# $quantity airtime or the like, $time day or week
timeline-amount = { $time ->
    [week] { $quantity } per week
   *[day] { $quantity } per day
}
# $quantity airtime or the like, $time day or week, $unit min or cm²
timeline-amount-in-unit = { $time ->
    [week] { $quantity } per week, { $unit }
   *[day] { $quantity } per day, { $unit }
}
timeline-weekend = light: weekend
# $quantity airtime or the like, $actors how many of them: 7 registered parties
timeline-by-day = Share of { $quantity } among { $actors }, %, seven-day moving total (dots: single days)
# $quantity airtime or the like, $actors how many of them: 7 registered parties, $level of the intervals in per cent
timeline-by-day-with-interval = Share of { $quantity } among { $actors }, %, seven-day moving total (dots: single days). Shaded: { $level }% interval
# $quantity airtime or the like, $actors how many of them: 7 registered parties
timeline-by-week = Share of { $quantity } among { $actors }, %, by week
# $quantity airtime or the like, $actors how many of them: 7 registered parties, $level of the intervals in per cent
timeline-by-week-with-interval = Share of { $quantity } among { $actors }, %, by week, with { $level }% interval
# Its first letter is made large. $pool whose coverage, $place where
timeline-title = { $pool } { $place } over time
# $actor its name, $first and $last the numbers of percentages, $place where
timeline-rose = { $actor } rose from { $first }% in the first week to { $last }% in the last { $place }
# $actor its name, $first and $last the numbers of percentages, $place where
timeline-fell = { $actor } fell from { $first }% in the first week to { $last }% in the last { $place }
timeline-brief = Seven-day totals; dots: single days; hatched: not recorded.
# $time day or week, $pool whose coverage, $place where, $actor a name, $first and $last its percentages, $dates from when to when
timeline-alt = { $time ->
    [day] Line chart of the shares of { $pool } { $place } over time: { $actor } { $first }% first, { $last }% last. { $dates }.
   *[week] Dot chart of the shares of { $pool } { $place } over time: { $actor } { $first }% first, { $last }% last. { $dates }.
}
# $day the first with a value: 6 December
timeline-moving-from = A moving value needs seven days of the window, five of them recorded; the first is of { $day }.
# $names of actors, in the order of their dots
timeline-without-line = Fewer than 14 days make no line. From left to right: { $names }.
# $losses a list of the message loss
timeline-not-recorded = Not recorded, whole or in part, and not counted as zero: { $losses }.
timeline-events = An event's line does not say that it is a cause.
timeline-heading-time = Time

## Tone

tone-negative = negative
tone-neutral = neutral
tone-positive = positive
# $actor its name, $negative, $neutral and $positive the numbers of percentages
tone-of-actor = { $actor } { $negative }% negative, { $neutral }% neutral, { $positive }% positive
# $pool whose coverage, $place where, $tones a list of tone-of-actor, $dates from when to when
tone-alt = Bar chart of the tone of { $pool } { $place }, from the actor with most: { $tones }. { $dates }.
# Its first letter is made large. $pool whose coverage, $place where
tone-title = { $pool }: tone { $place }
# $actor its name, $place where, $positive and $negative the numbers of percentages
tone-title-of-actor = { $actor } { $place }: { $positive }% positive, { $negative }% negative
# $actors how many of them: 7 registered parties, $unit min or cm²
tone-subtitle = Tone of the coverage of { $actors }, { $unit }
# $days how many outlet-days
tone-brief = Coded tone only, { $days }. %: of the actor's coverage.
# $number of an amount in the chart's unit, $percent the number
tone-part = { $number } ({ $percent }%)
tone-base = Base: coverage with a coded tone; what was not coded is no neutral.
tone-scale = Negative and positive begin at one zero line, neutral at its own; all three have one scale. % is of the row.
# $unit min or cm²
tone-heading-all = All, { $unit }

## Voice

voice-own = own words
voice-reported = talked about
voice-own-percent = own words, %
# $actor its name, $percent the number
voice-of-actor = { $actor } { $percent }% in its own words
# $pool whose coverage, $place where, $voices a list of voice-of-actor, $dates from when to when
voice-alt = Bar chart of the voice of { $pool } { $place }, from the actor with most: { $voices }. { $dates }.
# Its first letter is made large. $pool whose coverage, $place where
voice-title = { $pool }: own words { $place }
# $actor its name, $place where, $percent the number
voice-title-of-actor = { $actor } { $place }: { $percent }% of its coded coverage is own words
# $actors how many of them: 7 registered parties, $unit min or cm²
voice-subtitle = Own words and being talked about, { $actors }, { $unit }, and own words in %
# $actors how many of them: 7 registered parties, $unit min or cm², $level of the intervals in per cent
voice-subtitle-with-interval = Own words and being talked about, { $actors }, { $unit }, and own words in %, with { $level }% interval
voice-brief = Base: coverage with a coded voice.
voice-base = Base: coverage with a coded voice; what was not coded is in neither part.
voice-interval = Interval: from day to day within these outlets; not a margin of error for all media. No whisker: too few outlet-days.
# Numbers in the chart's unit: $all of the whole, $own of own words, $reported of what is talked about
voice-parts = { $all } ({ $own } + { $reported })
voice-heading-all = All (own words + talked about)
voice-heading-own = Own words

## Share against tone

share-tone-owner-not-stated = owner not stated
# $pool whose coverage
share-tone-share = share of { $pool }
share-tone-above = above the line: more positive than negative
share-tone-below = below: more negative than positive
# $actor its name, $n how many outlets, $all of how many
share-tone-clearly-positive = Tone towards { $actor } was clearly positive in { $n } of { $all } outlets
# $actor its name
share-tone-title = { $actor }: share and tone in each outlet
# $actor its name, $pool whose coverage
share-tone-subtitle = { $actor }: share of { $pool }, %, and tone balance (positive less negative, points of its coverage)
# $outlets how many of them, $dates from when to when, $level of the intervals in per cent
share-tone-outlets-with-lines = { $outlets }, { $dates }. Lines: { $level }% intervals
# $outlet its name, $percent the number of the share, $balance points with a sign
share-tone-of-outlet = { $outlet } { $percent }%, balance { $balance }
# $actor its name, $outlets a list of share-tone-of-outlet, $dates from when to when
share-tone-alt = Dot chart of the share of { $actor } and its balance of tone by outlet: { $outlets }. { $dates }.
share-tone-base = Base: each outlet in its own unit; tone of what has a coded tone.
share-tone-no-line = Clearly positive: the whole interval of the balance is above zero. The outlets were chosen, not drawn at random: no correlation is computed, and no line is drawn through them.
share-tone-brief = Outlets were chosen, not drawn: no trend line.
share-tone-heading-share = Share, %
share-tone-heading-balance = Balance, points

## Shares against a benchmark

# $quantity airtime or the like, $actors how many of them: 7 registered parties, $benchmark its name
benchmark-subtitle = Share of { $quantity } among { $actors }, and { $benchmark }, %
# $quantity airtime or the like
benchmark-share = share of { $quantity }
# $percent and $benchmark numbers of percentages
benchmark-pair = { $percent } vs { $benchmark }
# $actor its name, $pair the message benchmark-pair, $difference points with a sign
benchmark-of-actor = { $actor } { $pair } ({ $difference } points)
# $pool whose coverage, $place where, $benchmark its name, $shares a list of benchmark-of-actor, $dates from when to when
benchmark-alt = Dot chart of the shares of { $pool } { $place } beside { $benchmark }, from the largest shortfall: { $shares }. { $dates }.
# Its first letter is made large. $pool whose coverage, $place where, $benchmark its name
benchmark-title = { $pool } { $place }, beside { $benchmark }
# $actor its name, $points without a sign, $place where, $benchmark its name
benchmark-more = { $actor } had { $points } points more coverage { $place } than { $benchmark }
# $actor its name, $points without a sign, $place where, $benchmark its name
benchmark-less = { $actor } had { $points } points less coverage { $place } than { $benchmark }
# $source what the study gives as its source, $date of the benchmark: 2012-01-15
benchmark-brief = Benchmark: { $source }, { $date }; no standard of fairness.
# $source what the study gives as its source, $date of the benchmark: 2012-01-15
benchmark-source = Benchmark: { $source }, { $date }. For orientation, not a standard of fairness.
benchmark-afterwards = It was known only afterwards.
benchmark-differences = Differences are of unrounded shares; one whose interval holds zero is grey.
benchmark-interval = Interval: of the share, from day to day within these outlets; the benchmark is taken as exact.
benchmark-heading-pair = Share vs benchmark, %
benchmark-heading-difference = Difference, points

## Outlets and actors as a matrix

# Its first letter is made large. $pool whose coverage
matrix-title = { $pool }, outlet by outlet
matrix-subtitle = Share of the row, %; each outlet in its own unit
matrix-base = Base: the amount at the right of each row, in its own unit; rows of different units are never averaged.
# $steps a list of whole percentages, its last with the message list: 3, 6, 10, 15, 21 and 28
matrix-steps = Cells are darker from { $steps }% on.
matrix-brief = Each row in its own unit.
# $pool whose coverage, $outlets a list of matrix-of-outlet, $dates from when to when
matrix-alt = Table of the shares of { $pool } by outlet: { $outlets }. { $dates }.
# $outlet its name, $actor the one with the largest share, $percent the number, $total the amount with its unit
matrix-of-outlet = { $outlet } most { $actor } { $percent }% of { $total }
# $outlet its name, $total the amount with its unit
matrix-of-withheld-outlet = { $outlet } withheld of { $total }
# $reasons a list of the messages flag-...
matrix-withheld = withheld: { $reasons }
# A heading above outlets; its first letter is made large. $owner the word for the owner, $ownerid the word in the codebook,
# $medium the word for it, $mediumid television, radio, print or online
matrix-owner-and-medium = { $owner } { $medium }

## Recorded days as a calendar

calendar-covered = recorded, with coverage
calendar-silent = recorded, no coverage found
calendar-part = recorded in part
calendar-lost = not recorded
calendar-unplanned = not planned
calendar-unknown = no rows; not known whether recorded
calendar-coded-rows = coded rows
calendar-days-with-rows = days with rows
calendar-days-recorded = days recorded
# $n how many days, $all of how many
calendar-total = { $n } of { $all }
calendar-title = What was recorded, outlet by outlet
calendar-title-coded = Days with coded rows, outlet by outlet
calendar-title-recorded = Every planned day was recorded, at least in part
calendar-base = From the study's monitoring calendar; a gap is never counted as zero.
calendar-base-unknown = The study has no monitoring calendar: a day without rows may be a day without coverage, or one that was not recorded.
# $losses a list of the message loss
calendar-losses = Not recorded, whole or in part: { $losses }.
calendar-brief = A gap is never counted as zero.
# $outlet its name, $total the message calendar-total
calendar-of-outlet = { $outlet } { $total }
# $outlets a list of calendar-of-outlet, $dates from when to when
calendar-alt = Calendar of the monitored days, days with recordings or rows: { $outlets }. { $dates }.
# $title the title of the chart
calendar-numbers = Days of the figure: { $title }

## Agreement between coders

# Headings; in tables the first letter is made large.
agreement-variable = variable
# Headings; in tables the first letter is made large.
agreement-alpha = alpha
# Headings; in tables the first letter is made large.
agreement-verdict = verdict
# Headings; in tables the first letter is made large.
agreement-units = units
# $alpha the mark from which on it is tentative: 0.667
agreement-tentative-from = tentative from { $alpha }
# $alpha the mark from which on it is reliable: 0.8
agreement-reliable-from = reliable from { $alpha }
# $n how many variables, $all of how many
agreement-title = { $n ->
    [one] { $n } of { $all } variables is reliable
   *[other] { $n } of { $all } variables are reliable
}
# $n how many variables, $all of how many, $alike how many more
agreement-title-with-alike = { $n ->
    [one] { $n } of { $all } variables is reliable; { $alike } had one category only
   *[other] { $n } of { $all } variables are reliable; { $alike } had one category only
}
# $level of the intervals in per cent
agreement-subtitle = Krippendorff's alpha, with { $level }% interval
# $n how many coders, $dates from when to when
agreement-coders-and-dates = { $n ->
    [one] { $n }~coder, { $dates }
   *[other] { $n }~coders, { $dates }
}
agreement-base = Base: items coded by two coders or more, beside each row. Percentages of agreement and every coefficient: the tables.
agreement-scale = Alpha is 1 for full agreement and 0 for what chance would give; a hollow dot is below the lower mark.
agreement-brief = Alpha: 1 is full agreement, 0 what chance would give.
# $variable its name, $alpha the number
agreement-of-variable = { $variable } { $alpha }
# $variables a list of agreement-of-variable, $dates from when to when
agreement-alt = Dot chart of the agreement between coders, Krippendorff's alpha: { $variables }. { $dates }.
