### The method, the limitations, the appendices, the kinds of report, and what every format says around them: document, workbook,
### coding sheet.

## Chapter 2, what was monitored

method-chapter-monitored = 2 What was monitored
# $outlets and $days how many, $dates from when to when
method-monitored = { $outlets ->
    [one] { $outlets }~outlet was monitored
   *[other] { $outlets }~outlets were monitored
} on the { $days ->
    [one] { $days }~day
   *[other] { $days }~days
} of { $dates }. Items are counted once; an item that several actors share is coded in several rows, and its amount stands in each of them as coded.

## Chapter 3, how it was measured

method-chapter-measured = 3 How it was measured
method-coded-row = The coded row is an appearance: one actor inside one item, with its length in time, its area in print, or counted once where appearances are counted. Times are whole milliseconds and areas whole square millimetres; sums are integers, and a share is divided once, at the end.
# $rule the word of study.toml: half-up, half-even, truncate or largest-remainder; $n how many decimals
method-rounding = Percentages are rounded { $rule } to { $n ->
    [one] { $n }~decimal
   *[other] { $n }~decimals
} on the exact quotient, so that the rows of a table may not sum to 100. Times, areas and items are never added to each other.
method-section-denominators = Denominators
method-denominators-hold = What each denominator holds; what is not named is whole
method-heading-denominator = Denominator
method-heading-respect = Respect
method-heading-holds = Holds

## Chapter 4, how sure the figures are

method-chapter-certainty = 4 How sure the figures are
method-exact-share = Each share is the exact share of what was coded in the window: it is a fact of the monitored days, and speaks for no media or days that were not monitored.
# $policy the word of study.toml: flag or withhold; $thresholds a list of `flag-` with semicolons
method-policy = Words stand beside a figure that rests on little, and under the policy “withhold” in its place; [u] in a table is such a figure. The policy here is “{ $policy }”; the thresholds: { $thresholds }.
method-taken-for-all = What was coded is taken for all items in the monitored window. Intervals describe how much a share varies from day to day; they are not the sampling error of a survey and do not include coder error.
method-days-drawn = The monitored days were drawn at random from more days, and the intervals allow for those that were not drawn. They do not include coder error.
method-no-intervals = No interval is given: the study asks for none.
# $level of the intervals in per cent, $cluster what varies as one: day or programme
method-intervals-linear = The { $level }% intervals are from the linearised variance of the ratio, with Student's t, on the logit scale: outlets are strata, { $cluster ->
    [programme] programmes of a day of an outlet
   *[day] days of an outlet
} are what varies.
# $level of the intervals in per cent, $cluster what varies as one: day or programme; $replicates how many, $n the same for the
# plural, $method the word of study.toml: percentile or bca; $seed a number that starts the draws
method-intervals-bootstrap = The { $level }% intervals are from { $replicates } replicates of a bootstrap ({ $method }, seed { $seed }): outlets are strata, { $cluster ->
    [programme] programmes of a day of an outlet
   *[day] days of an outlet
} are what varies.
method-no-second-coding = The sheets hold no second coding: agreement between coders is not known.
method-section-agreement = Agreement between coders
# $n how many rows
method-second-coding = { $n ->
    [one] { $n }~row of a second coding is in the sheets of the whole study. It is left out of every share and shows how alike two people code the same item.
   *[other] { $n }~rows of a second coding are in the sheets of the whole study. They are left out of every share and show how alike two people code the same item.
}

## Chapter 11, limitations

method-chapter-limitations = 11 Limitations
method-limit-chosen-outlets = Shares speak of the outlets that were monitored, which were chosen and are no sample of all media.
method-limit-no-calendar = A day without a coded row may be a day without coverage or a day that was not recorded: the sheets do not say which.
method-limit-lost = Lost recordings are gaps and no zeros; what they would have held is not known.
method-limit-shared-items = Items shared by several actors count for each of them as coded; other ways of dividing them give other shares.
method-limit-no-judgement = A share is an amount, not a judgement: tone, topic and newsworthiness are not in it.

## Chapter 12, corrections

appendix-chapter-corrections = 12 Corrections
appendix-nothing-corrected = Nothing was corrected. Corrections are listed in study.toml and stand here with what was and what is.
appendix-corrections = Corrections since the first version
appendix-heading-date = Date
appendix-heading-what = What
# What stood there before the correction.
appendix-heading-was = Was
# What stands there since the correction.
appendix-heading-is = Is

## Appendix A, full tables

appendix-chapter-tables = A Full tables
appendix-files = The shares of every denominator are in these files, one row a cell, with numerator, denominator and base in seconds, cm² or appearances, and the key each is called by. The workbook tables.xlsx has them as formulas.
appendix-tables-as-csv = Tables as CSV
appendix-heading-file = File
appendix-heading-denominator = Denominator
appendix-heading-broken-down-by = Broken down by
appendix-by-medium = medium
appendix-by-ownership = ownership
appendix-by-outlet = outlet

## Appendix B, codebook

appendix-chapter-codebook = B Codebook
# $version of the codebook: 1.0
appendix-codebook-version = Version { $version }. The actors:
appendix-actors = Actors
appendix-heading-id = Id
appendix-heading-group = Group
appendix-heading-party = Party
# From when to when an actor is one.
appendix-heading-dates = Dates
# $from and $to ISO dates
appendix-dates = { $from } to { $to }
# $from an ISO date; the last day is not known
appendix-dates-from = { $from } to …
# $to an ISO date; the first day is not known
appendix-dates-to = … to { $to }

## Appendix C, recording log

appendix-chapter-recording = C Recording log
appendix-no-calendar = The study has no monitoring calendar: what was recorded is not known beyond the coded rows.
appendix-all-recorded = Everything that was planned was recorded.
appendix-failed-recordings = Recordings that failed
appendix-heading-day = Day
# The hours that were lost.
appendix-heading-lost = Lost
appendix-heading-reason = Reason
# $from and $to times of day
appendix-hours = { $from } to { $to }
appendix-whole-day = the whole day

## Appendix D, rows left out

appendix-chapter-rows = D Rows left out
# $read, $used, $out and $rejected how many rows
appendix-rows = Of all sheets of the study: { $read } rows read = { $used } used + { $out } out of scope + { $rejected } rejected.
appendix-rows-by-code = Rows that no share rests on, by code
appendix-heading-code = Code
# Above "out of scope" and "rejected".
appendix-heading-rows-are = Rows are
appendix-heading-rows = Rows
appendix-rows-out-of-scope = out of scope
appendix-rows-rejected = rejected
appendix-explain-code = evenhand explain CODE gives the page of a code. On second codings (N411) rests the agreement between coders.

## Appendix E, reproduction

appendix-chapter-reproduction = E How to make this report again
# $tool the program with its version, $study the study's id
appendix-made-by = Made by { $tool } from the study { $study }; the same folder and command give the same bytes.
appendix-command = Command: { $command }, from the folder that holds the study.
appendix-manifest = sha256sum -c manifest-sha256.txt in this folder tells whether a file was changed.
# $digest a SHA-256 digest
appendix-digest = Digest over all inputs: { $digest }
appendix-inputs = Inputs, with their SHA-256 digests
# What a file is to the study: study, codebook, a source's id.
appendix-heading-role = Role
appendix-heading-bytes = Bytes
appendix-heading-digest = SHA-256

## Kinds of report, in the line under the title

# $n how many days the report is of, $of how many the study has
kind-preliminary = Preliminary: { $n } of { $of ->
    [one] { $of }~day
   *[other] { $of }~days
}
# $n how many days the report is of, $of how many the study has
kind-interim = Interim: { $n } of { $of ->
    [one] { $of }~day
   *[other] { $of }~days
}
# $period its name, $n its place among the periods, $of how many there are
kind-interim-period = Interim: { $period }, { $n } of { $of ->
    [one] { $of } period
   *[other] { $of } periods
}
kind-audit = Audit tables
# $period its name
kind-audit-period = Audit tables: { $period }
kind-final = Final
# $period its name
kind-final-period = Final: { $period }

## What every format says

document-contents = Contents
# $n its number in the report, $title without a full stop
document-figure = Figure { $n }. { $title }
# $n its number in the report, $title without a full stop; names of files follow
document-figure-sentence = Figure { $n }. { $title }.
# The name of a picture in a text program. $n its number in the report
document-figure-name = Figure { $n }
document-numbers-of-figure = Numbers of figure { $n }
# $n its number in the report
document-table = Table { $n }. { $caption }
# $why a figure could not be drawn, in English
document-left-out = Left out: { $why }.
# In the line under the title.
document-corrected = corrected, see chapter 12
# In the line under the title. $version of the report: 1.0
document-version = version { $version }
document-chapter-rules = 10 Legal and equal-access tests
document-no-rule-tested = No rule was tested.

## The workbook tables.xlsx. Its sheets are called the same in every language: Cover, Contents, Notes, P1 sums, Table 1.

# $tool the program with its version, $study the study's id
workbook-made-by = Made by { $tool } from the study `{ $study }`.
workbook-formulas = The shares on the sheets P1, P2 ... are formulas: change a sum, and every share that rests on it changes. The other tables are as the report prints them. The column `{ workbook-column-printed }` is what the report prints.
workbook-heading-sheet = sheet
workbook-heading-holds = holds
# $pool the name of a denominator
workbook-holds-sums = { $pool }: every sum, in whole milliseconds, mm² or appearances
# $pool the name of a denominator, $by medium, ownership or outlet, $sums the name of a sheet
workbook-holds-shares = { $by ->
    [medium] { $pool }: shares by medium, as formulas over `{ $sums }`
    [ownership] { $pool }: shares by ownership, as formulas over `{ $sums }`
   *[outlet] { $pool }: shares by outlet, as formulas over `{ $sums }`
}
workbook-column-quantity = quantity
workbook-column-medium = medium
workbook-column-ownership = ownership
workbook-column-outlet = outlet
workbook-column-day = day
# The actor's id; its name stands beside it.
workbook-column-actor = actor
workbook-column-name = name
workbook-column-amount = amount
workbook-column-total = total
workbook-column-share = share
workbook-column-printed = printed %
workbook-column-items = items
workbook-column-outlet-days = outlet-days
workbook-column-remarks = remarks
workbook-heading-sign = sign or column
workbook-heading-means = means
# What [u] means.
workbook-note-care = to be read with care: the column `{ workbook-column-remarks }` says why
# What [x] means.
workbook-note-withheld = withheld by the study's policy, or nothing was recorded
# What [z] means.
workbook-note-no-coverage = there is no coverage, so that no share exists
workbook-columns-amount-total = { workbook-column-amount }, { workbook-column-total }
workbook-note-amount = Whole milliseconds of airtime, mm² of area (100 are a cm²), or appearances. Units are never added to each other.
# `mean` and `weighted` are words of study.toml.
workbook-note-share = The amount divided by the total, unrounded; shown with the study's decimals. Under `mean` and `weighted` the share is no quotient of the two, and is a number.
# $rule the word of study.toml: half-up, half-even, truncate or largest-remainder
workbook-note-printed = Rounded { $rule } on the exact quotient.
# $policy the word of study.toml: flag or withhold; $items and $days thresholds
workbook-note-remarks = Policy `{ $policy }`; thresholds: fewer than { $items ->
    [one] { $items } item
   *[other] { $items } items
}, fewer than { $days ->
    [one] { $days } outlet-day
   *[other] { $days } outlet-days
}.

## The coding sheet. Its columns and sheets are called the same in every language: the study's source knows them by name.

# $study its title
sheet-title = { $study }: coding sheet
# At most 32 characters.
sheet-not-in-codebook = Not in the codebook
# At most 255 characters.
sheet-choose-from-list = Choose from the list, or ask for a new entry of the codebook.
# At most 32 characters.
sheet-no-amount = No amount
# At most 255 characters.
sheet-amount-above-zero = An amount is a number above zero.
# What stands beside each column, at most 255 characters.
sheet-help-date = The day of the broadcast or edition.
sheet-help-outlet = The outlet.
sheet-help-programme = The programme or section.
sheet-help-start = When the item begins, hh:mm.
sheet-help-item = One id for all rows of an item.
sheet-help-actor = Who appears. One row for each actor and voice.
sheet-help-capacity = In which role.
sheet-help-genre = News, advert, debate ...
sheet-help-voice = Heard, or talked about.
sheet-help-tone = Leave blank what cannot be coded: blank is not neutral.
sheet-help-amount = Seconds, or square centimetres.
sheet-help-coder = Your code.
sheet-help-pass = 1, or 2 for a second coding.
# Above the columns of the sheet of the codebook: what an entry is, its id, its name.
sheet-heading-what = what
sheet-heading-id = id
sheet-heading-name = name

## Definitions and further limitations

# $tone the word of the codebook, $kind negative, neutral or positive
method-tone = { $tone } is { $kind }
# $tones a list of `method-tone`
method-tones = Tone is the tone towards the actor in the item as the coder hears or reads it, not whether the news is good or bad. The codes: { $tones }.
method-boundary-full = An appearance that crosses the edge of the monitored hours counts whole.
method-boundary-clip = Of an appearance that crosses the edge of the monitored hours the part inside counts.
method-boundary-exclude = An appearance that crosses the edge of the monitored hours does not count.
# $zone a time zone such as Asia/Almaty
method-zone = Times are those of the clock of { $zone }.
method-limit-no-agreement = No item was coded twice: how far two coders agree is not known.
# $variables names of variables
method-limit-agreement = Coders agreed less than the mark for reliable on: { $variables }. Figures of these are tentative.
# $n how many shares, $of of how many
method-limit-small = { $n ->
    [one] { $n } of the { $of } shares of single outlets rests on little, and is marked.
   *[other] { $n } of the { $of } shares of single outlets rest on little, and are marked.
}
method-limit-hours-changed = The monitored hours changed inside the period; figures across the change are not of the same hours.
# $file a file name
appendix-rows-file = { $file } has every coded row that counts, with file and line, in seconds, cm² or appearances.

## Chapter 10, rules

rules-what-they-are = These rules stand in rules.toml of the study. Each is an example with its source and date, held against this data; none is said to be the law of a country.
rules-heading-rule = Rule
rules-heading-source = Source
rules-heading-verdict = Verdict
rules-heading-kept = Kept
rules-heading-cannot-tell = Cannot tell
rules-heading-broken = Broken
rules-caption = Rules and their verdicts
rules-note = Counted are actors in the places a rule speaks of. “Cannot tell”: what lost recordings may hold could turn the verdict.
rules-all-actors = All actors
rules-heading-where = Where
rules-heading-had = Had
rules-heading-due = Due
rules-heading-difference = Difference
rules-heading-lost = Lost may hold
rules-kept = kept
rules-cannot-tell = cannot tell
rules-broken = broken
