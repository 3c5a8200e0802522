### The key findings and the chapters of results.

## Chapter 1, key findings

# After the sentence `rows-rejected`.
report-rejected-listed = They are listed in rejected.csv and counted in appendix D.
report-chapter-key-findings = 1 Key findings
report-no-findings = No coverage of the study's pools was found.
# $place in print, on television ..., $n how many denominators
report-compare = { $n ->
    [one] The same coverage { $place }, under { $n }~denominator
   *[other] The same coverage { $place }, under { $n }~denominators
}
# $name a benchmark that others published
report-heading-published = { $name }, published %
report-shares-by-denominator = Shares { $place }, by denominator
# $name a denominator or a place, $amount all there is of it
report-total-of = { $name }: { $amount } in { $items }
# $totals a list of `report-total-of`
report-totals = Totals: { $totals }.
# $date an ISO date
report-source-of = { $name }: { $source }, { $date }.
report-no-coverage = no coverage
# $first and $second names of denominators
report-from-to = From { $first } to { $second }
# $second what the other denominator holds, $first what the main one holds
report-instead-of = { $second }; instead of { $first }
# $actor a name, $place in print, on television ...
report-what-differs = What turns one share of { $actor } { $place } into the other, one respect at a time
report-heading-taken-over = Taken over
report-heading-which = Which
# $actor a name: its share once this and the rows above are taken over
report-heading-then = { $actor } then, %
report-each-row-keeps = Each row keeps the changes of the rows above it; the last row of a way is the other denominator.

## Sentences of the key findings. Names are given in the nominative; $place is in print, on television ...; $pool the name of a
## denominator; $interval two limits: 48.1 to 55.9; $level the level of the interval.

# $basis a list with semicolons: `sentence-part-of`, items, `sentence-care`, `sentence-table`
s01-share = { $actor } received { $percent }% of { $pool } { $place } ({ $basis }).
# $basis a list with semicolons: `sentence-part-of`, items, `sentence-care`, `sentence-table`
s01-share-with-interval = { $actor } received { $percent }% ({ $level }% interval { $interval }) of { $pool } { $place } ({ $basis }).
# $part a number without its unit, $whole an amount, $items how many items
s01-withheld = { $actor } received { $part } of { $whole } of { $pool } { $place } in { $items }; so little is given no percentage.
# $part a number without its unit, $whole an amount
sentence-part-of = { $part } of { $whole }
# $reasons a list of `flag-`
sentence-care = to be read with care: { $reasons }
sentence-table = table~{ $n }
sentence-figure = Figure~{ $n }.
# $respects a list of `respect-`, $table a number
sentence-denominators-differ = The shares { $place } differ because their denominators do, in { $respects } (table~{ $table }).

s02-lead = { $actor } received more coverage { $place } than any other actor, { $points } points more than { $other } ({ $level }% interval { $interval }).
s02-tie = { $actor } and { $other } received the most coverage { $place }, and the same amount.
s02-within-variation = { $actor } and { $other } received the most coverage { $place }; the difference of { $points } points is within what varies from day to day ({ $level }% interval { $interval }).

# $coded the amount with a coded tone, $negative, $neutral and $positive percentages of it, $agreement what is known of the coders
s03-tone = Of { $actor }'s { $coded } with a coded tone { $place }, { $negative }% were negative, { $neutral }% neutral and { $positive }% positive ({ $agreement }).
# $coded, $negative and $positive amounts, $n the whole number of the negative one for the plural
s03-tone-little = { $n ->
    [one] Of { $actor }'s { $coded } with a coded tone { $place }, { $negative } was negative and { $positive } positive; so little is given no percentage.
   *[other] Of { $actor }'s { $coded } with a coded tone { $place }, { $negative } were negative and { $positive } positive; so little is given no percentage.
}
sentence-agreement-not-measured = coder agreement not measured

# $part a number without its unit, $coded the amount with a coded voice
s04-voice = { $actor } was heard in its own words for { $part } of { $coded } with a coded voice { $place } ({ $percent }%).
# $part a number without its unit, $coded the amount with a coded voice
s04-voice-with-interval = { $actor } was heard in its own words for { $part } of { $coded } with a coded voice { $place } ({ $percent }%; { $level }% interval { $interval }).

# $benchmark share of votes, share of seats ...
s05-benchmark-above = The share of { $actor } { $place } was { $points } points above its { $benchmark } ({ $level }% interval { $interval }). It is shown for orientation, not as a standard.
# $benchmark share of votes, share of seats ...
s05-benchmark-below = The share of { $actor } { $place } was { $points } points below its { $benchmark } ({ $level }% interval { $interval }). It is shown for orientation, not as a standard.
# $benchmark share of votes, share of seats ..., $points the difference without its sign, which is not measurable
s05-benchmark-no-difference = The share of { $actor } { $place } did not differ measurably from its { $benchmark } ({ $level }% interval { $interval }). It is shown for orientation, not as a standard.

# $points the change with its sign
s06-change-rose = The share of { $actor } { $place } rose to { $percent }% ({ $points } points; { $level }% interval { $interval }).
# $points the change with its sign
s06-change-fell = The share of { $actor } { $place } fell to { $percent }% ({ $points } points; { $level }% interval { $interval }).
# $points the change with its sign
s06-no-change = The share of { $actor } { $place } did not change measurably from the period before ({ $points } points; { $level }% interval { $interval }).

# $actors a list of names, $n how many, $days how many outlet-days
s07-absence = No coverage of { $actors } was found { $place } in { $days } with coverage.
# $actors a list of names, $n how many, $percent of the planned hours, $days how many outlet-days
s07-absence-in-recorded = No coverage of { $actors } was found { $place } in what was recorded, { $percent }% of the plan.
# $actors a list of names, $n how many, $days how many outlet-days
s07-absence-without-plan = No coverage of { $actors } was found { $place } in { $days } with coverage; what was planned is not known.

# $parts a list of `s08-part` and `s08-part-withheld` with "and" before the last
s08-owners = { $actor } had { $parts } { $place }.
# $owned in state media, in private media ..., $outlets how many, $whole the amount of all actors there
s08-part = { $percent }% { $owned } ({ $outlets }, { $whole })
# $owned in state media, in private media ..., $outlets how many, $whole the amount of all actors there
s08-part-withheld = a withheld share { $owned } ({ $outlets }, { $whole })

## Chapter 5, overall picture

report-chapter-overall = 5 Overall picture
# $pool the name of a denominator, $place in print, on television ...; the first letter is made large
report-pool-in-place = { $pool } { $place }
report-heading-share = Share, %
report-heading-interval = Interval
# $benchmark share of votes, share of seats ...
report-shares-and-benchmark = Shares and { $benchmark }
report-heading-difference = Difference, points
# $date an ISO date
report-source = { $source }, { $date }.

## Chapter 6, ownership

report-chapter-ownership = 6 State and private media
# $owner and $medium the words, $ownerid and $mediumid those of the codebook; the first letter is made large
report-heading-owned = { $owner } { $medium }, %
# $totals a list of `report-total-of`, each with its place: on state television: ...
report-totals-by-owner = Totals { $totals }.

## Chapter 7, outlets

report-chapter-outlets = 7 Outlets
# $pool the name of a denominator, $medium the word, $mediumid that of the codebook, $days how many; the first letter is made large
report-outlet-base = { $pool }, { $medium }: { $amount } in { $items } on { $days }.
# $pool the name of a denominator, $owner and $medium the words, $ownerid and $mediumid those of the codebook, $days how many; the
# first letter is made large
report-outlet-base-owned = { $pool }, { $owner } { $medium }: { $amount } in { $items } on { $days }.
# $n how many, $programmes their names
report-programmes = { $n ->
    [one] Programme or section: { $programmes }.
   *[other] Programmes and sections ({ $n }): { $programmes }.
}
# $reasons a list of `flag-`
report-care = To be read with care: { $reasons }.
# The first letter is made large.
report-pool-of-outlet = { $pool }: { $outlet }
# $outlets a list of names
report-outlets-without-coverage = No coverage of this denominator: { $outlets }.

## Chapter 8, change over time

report-chapter-change = 8 Change over time
report-no-periods = The study has no periods that follow each other: nothing is compared. A [[period]] in study.toml declares each.
report-when-a-change = A change is said to be one only where its interval leaves out zero; the others are within what varies from day to day.
report-first-period = It is the first period: there is none before it.
report-changed = changed
report-no-measurable-change = no measurable change
report-shares-of-period = Shares { $place }: the period before, this one, and so far
report-heading-before = Before, %
report-heading-this-period = This period, %
report-heading-change = Change, points
report-heading-verdict = Verdict
report-heading-so-far = So far, %
report-unrounded = Differences are of unrounded shares.
report-shares-of-periods = Shares { $place }, period by period
report-heading-all = All, %
report-marked-change = * The change from the period before has an interval that leaves out zero.

## Chapter 9, paid and free airtime

report-chapter-airtime = 9 Paid and free airtime
report-no-airtime = No denominator of the study is of paid or free airtime alone.
report-campaign-apart = Campaign material stands apart: it is in no share of editorial coverage.
