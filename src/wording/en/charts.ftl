### Words of the charts of shares, and words that all charts share. `~` is a blank at which no line breaks.

## Headings of the tables beside charts

heading-actor = Actor
heading-outlet = Outlet
heading-daypart = Daypart
heading-share = Share
heading-amount = Amount
heading-percent = %
# $name an actor, whose percentages stand below
heading-percent-of = { $name }, %

## What several charts say

# $title the title of the chart
chart-numbers = Numbers of the figure: { $title }
chart-rows-may-not-sum = Rows may not sum to 100.
chart-interval-heading = { $level }% interval
# $n how many actors are put together
chart-others = others ({ $n })
chart-others-together = others
# $percent the number
chart-percent = { $percent }%
# $name an actor, an outlet or a benchmark, $share its percentage with the sign, or the word in its place
chart-name-and-share = { $name } { $share }
# $row an outlet or a daypart, $name an actor, $percent the number
chart-share-in-row = { $row } { $name } { $percent }%
# $pool whose shares, $place where: in print, on television
chart-title-shares = { $pool }: shares { $place }
# $quantity airtime or the like, $actors how many of them: 7 registered parties
chart-share-among = Share of { $quantity } among { $actors }, %
# $quantity airtime or the like
chart-share-of-each-outlet = Share of the { $quantity } of each outlet, %
# $outlets how many of them, or the name of one, $dates from when to when
chart-outlets-and-dates = { $outlets }, { $dates }
# $amount with its unit, $items how many of them
chart-base-in-items = Base: { $amount } in { $items }.
# $amount with its unit, $items how many of them, $days how many outlet-days
chart-base-in-items-and-days = Base: { $amount } in { $items }, { $days }.
chart-base-beside-bars = Base: the amount at the right of each bar.
# $amount with its unit, $items how many of them
chart-base-brief = { $amount }, { $items }.
# $outlets how many of them: 2 outlets
chart-withheld = Withheld: { $outlets }.

## Shares of one group

# $name the actor, $pool whose coverage, $place where
share-title-all = { $name } received all of { $pool } { $place }
# $name the actor, $pool whose coverage, $place where
share-title-half = { $name } received more than half of { $pool } { $place }
# $quantity airtime or the like, $actors how many of them: 7 registered parties, $level of the intervals in per cent
share-subtitle-with-interval = Share of { $quantity } among { $actors }, %, with { $level }% interval
# $level in per cent, $name the actor with the largest share, $limits both limits: 47.1 to 56.8
share-interval = { $level }% interval: { $name } { $limits }%, from day to day within these outlets; not a margin of error for all media.
# $name of the benchmark, $actors how many of them, $source what the study gives as its source
share-equal-source = { $name } = 100% ÷ { $actors }: { $source }; for orientation, not a standard of fairness.
share-brief-interval = Interval: day to day.
# $line the name of the benchmark with its percentage
share-brief-dashed = Dashed: { $line }.
# $n how many actors, $pool whose coverage, $place where, $shares a list of names with percentages, $dates from when to when
share-alt = Bar chart of the shares of { $n } actors in { $pool } { $place }: { $shares }. { $dates }.

## A whole and its parts

# $n how many actors are put together
parts-others = { $n } others
parts-squares = One square is one per cent; whole squares by the largest remainder.
# $pool whose coverage, $place where, $shares a list of names with percentages, $dates from when to when
parts-alt-waffle = One hundred squares of the shares of { $pool } { $place }: { $shares }. { $dates }.
# $pool whose coverage, $place where, $shares a list of names with percentages, $dates from when to when
parts-alt-pie = Pie chart of the shares of { $pool } { $place }: { $shares }. { $dates }.

## Outlets as stacks

# $pool whose coverage, $place where
stack-title = { $pool } { $place }, outlet by outlet
# $name the actor with the largest share
stack-order = Order: ownership, then the share of { $name }. Intervals of every share: the tables.
# $pool whose coverage, $place where, $shares a list of outlets with name and percentage, $dates from when to when
stack-alt = Stacked bars of the shares of { $pool } { $place }: { $shares }. { $dates }.

## Outlets as panels

# $name the actor, $outlets how many of them: 5 channels
panels-title-largest = { $name } had the largest share on each of { $outlets }
# $pool whose coverage, $place where
panels-title = { $pool } { $place }: the shares of each outlet
# $quantity airtime or the like, $level of the intervals in per cent
panels-subtitle-with-interval = Share of the { $quantity } of each outlet, %, with { $level }% interval
# $measure the message chart-share-of-each-outlet or panels-subtitle-with-interval, $line a benchmark with its percentage
panels-subtitle-with-line = { $measure }. Dotted: { $line }
panels-base = Base: the amount beside each name.
panels-one-scale = One scale and one order in all panels.
# $pool whose coverage, $place where, $name an actor, $shares its percentages after the names of outlets, $dates from when to when
panels-alt = Bar charts of the shares of { $pool } { $place }, one for each outlet; { $name }: { $shares }. { $dates }.

## Parts of the broadcast day as bands

# $daypart its name, $from and $to times of day
bands-daypart = { $daypart }, { $from }–{ $to }
# $pool whose coverage, $place where
bands-title = { $pool } { $place } by time of day
# $quantity airtime or the like
bands-subtitle = Share of the { $quantity } of each daypart, %
# $pool whose coverage, $place where, $shares a list of dayparts with name and percentage, $dates from when to when
bands-alt = Stacked bars of the shares of { $pool } { $place } by daypart: { $shares }. { $dates }.
