### Words that many pages share. `~` is a blank at which no line breaks.

## Amounts

percent = { $number }%

# $number the amount as it is written, $n the whole milliseconds
amount-time = { $number }~min
# $number the amount as it is written, $n the whole milliseconds
amount-seconds = { $number }~s
# $number the amount as it is written, $n the whole square millimetres
amount-area = { $number }~cm²
# $number the amount as it is written, $n the same for the plural
amount-count = { $n ->
    [one] { $number }~appearance
   *[other] { $number }~appearances
}
unit-ms = min
unit-s = s
unit-mm2 = cm²
unit-count = appearances
quantity-airtime = airtime
quantity-area = space
quantity-appearances = appearances

## Dates

day = { $day }~{ $month } { $year }
days-of-month = { $from } – { $to }~{ $month } { $year }
days-of-year = { $from }~{ $frommonth } – { $to }~{ $month } { $year }
days = { $from } – { $to }
day-short = { $day }~{ $month }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

## Lists

separator-comma = ,
separator-semicolon = ;
list = { $first } and { $last }

## Counts

counted-item = { $n ->
    [one] { $n }~item
   *[other] { $n }~items
}
counted-actor = { $n ->
    [one] { $n }~actor
   *[other] { $n }~actors
}
counted-day = { $n ->
    [one] { $n }~day
   *[other] { $n }~days
}
counted-newspaper = { $n ->
    [one] { $n }~newspaper
   *[other] { $n }~newspapers
}
counted-channel = { $n ->
    [one] { $n }~channel
   *[other] { $n }~channels
}
counted-station = { $n ->
    [one] { $n }~station
   *[other] { $n }~stations
}
counted-site = { $n ->
    [one] { $n }~site
   *[other] { $n }~sites
}
counted-outlet = { $n ->
    [one] { $n }~outlet
   *[other] { $n }~outlets
}
counted-outlet-day = { $n ->
    [one] { $n }~outlet-day
   *[other] { $n }~outlet-days
}
counted-row = { $n ->
    [one] { $n }~row
   *[other] { $n }~rows
}
counted-unit = { $n ->
    [one] { $n }~unit
   *[other] { $n }~units
}
counted-decimal = { $n ->
    [one] { $n }~decimal
   *[other] { $n }~decimals
}
# $n how many, $group the group's name, its first letter small: 7 registered parties
actors-of-group = { $n }~{ $group }

## Words of codebooks. A study's own catalogue may add to `ownership-`, `medium-` and `capacity-`.

medium-television = television
medium-radio = radio
medium-print = print
medium-online = online
ownership-state = state
ownership-public = public
ownership-private = private
genre-kind-editorial = editorial
genre-kind-campaign = campaign
genre-kind-other = other
weighting-pooled = pooled
weighting-mean = mean
weighting-weighted = weighted
not-coded = not coded

## Places

place-television = on television
place-radio = on radio
place-print = in print
place-online = online
place-everywhere = in all outlets
# $outlet its name, $medium television, radio, print or online
place-outlet = { $medium ->
    [print] in { $outlet }
   *[other] on { $outlet }
}
# $owner the word for it, $ownerid the word in the codebook, $medium television, radio, print, online or nothing
place-owned = { $medium ->
    [online] on { $owner } sites
    [print] in { $owner } print
    [television] on { $owner } television
    [radio] on { $owner } radio
   *[other] in { $owner } media
}
# $other a genre, a voice, a programme ...
place-other = in { $other }
place-and-other = { $place }, { $other }

## Recordings that failed

every-outlet = every outlet
# $reason as the study gives it, $from and $to times of day
loss-of-hours = { $reason }, { $from } to { $to }
loss = { $outlets } { $day } ({ $reason })

## What a pool holds

pool-folded = , office holders counted for their party
respect-actors = actors
respect-genres = genres
respect-outlets = outlets
respect-capacities = capacities
respect-dayparts = dayparts
respect-days = days
respect-office-holders = office holders
respect-hostile-time = coverage in a negative tone
respect-weighting = weighting of outlets
holds-all = all
holds-no-hostile-time = left out
holds-actors-of = { $actors }, of { $whole }
holds-genres = { $kinds }: { $names }
holds-outlets = { $kinds } only: { $names }
holds-days = { $from } to { $to }
holds-office-holders-separate = not counted for their party
holds-office-holders-folded = counted for their party
holds-office-holders-by-capacity = counted by the capacity they appear in

## What stands beside a figure

status-stated = stated
status-zero = zero
status-no-coverage = no-coverage
status-not-recorded = not-recorded
status-undefined = undefined
status-tie = tie
status-withheld = withheld
# $n the study's threshold, $cm2 that of areas
flag-small-base = fewer than { $n } items
# $n the study's threshold, $cm2 that of areas
flag-few-clusters = fewer than { $n } outlet-days, so no interval
# $n the study's threshold, $cm2 that of areas
flag-rough-interval = an interval on fewer than { $n } outlet-days
# $n the study's threshold, $cm2 that of areas
flag-one-day-dominates = one outlet-day holds over { $n }% of the base
# $n the study's threshold, $cm2 that of areas
flag-wide-interval = the interval is wider than { $n } points
# $n the study's threshold in minutes, $cm2 that of areas
flag-small-amount = tone or voice on less than { $n } min or { $cm2 } cm²
# $n the study's threshold, $cm2 that of areas
flag-incomplete = less than { $n }% of the planned hours were recorded
flag-hours-changed = the monitored hours changed inside the period
flag-not-told-apart = the interval of the difference holds zero: neither is ahead
flag-unreliable = coders did not agree enough on the variable shown

## Agreement between coders

verdict-reliable = reliable
verdict-tentative = tentative
verdict-unreliable = unreliable
verdict-one-category = undefined: one category
variable-actor = actor
variable-tone = tone
variable-voice = voice
variable-genre = genre
variable-capacity = capacity
variable-amount = amount
agreement-on = { $variable }: alpha { $alpha } ({ $units }), { $verdict }
agreement-with-interval = { $variable }: alpha { $alpha } ({ $level }% { $low } to { $high }, { $units }), { $verdict }
agreement-of-one-category = { $variable }: the same in all { $units }, so no alpha

## Notes under tables

note = { $text }
note-orientation = Shown for orientation, not as a standard of fairness.
note-no-balance = No balance: the codebook does not say what the tones mean: give each `[[tone]]` its `kind`, negative, neutral or positive; a balance needs one negative and one positive.
# $rank and $otherrank the highest and the lowest place
note-rank-changes = Rank changes ({ $place }): { $actor } is number { $rank } under { $pool } and { $otherrank } under { $otherpool }.
