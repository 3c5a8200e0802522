### Words of the charts of shares, and words that all charts share. `~` is a blank at which no line breaks.

## Headings of the tables beside charts

heading-actor = Субъект
heading-outlet = СМИ
heading-daypart = Часть дня
heading-share = Доля
heading-amount = Объем
heading-percent = %
heading-percent-of = { $name }, %

## What several charts say

chart-numbers = Данные к рисунку: { $title }
chart-rows-may-not-sum = Сумма по строке может отличаться от 100.
chart-interval-heading = интервал { $level }~%
chart-others = прочие ({ $n })
chart-others-together = прочие
chart-percent = { $percent }~%
chart-name-and-share = { $name } { $share }
chart-share-in-row = { $row }: { $name } { $percent }~%
chart-title-shares = { $pool }: доли { $place }
chart-share-among = Доля, %: { $quantity }; { $actors }
chart-share-of-each-outlet = Доля в каждом СМИ, %: { $quantity }
chart-outlets-and-dates = { $outlets }, { $dates }
chart-base-in-items = База: { $amount }, { $items }.
chart-base-in-items-and-days = База: { $amount }, { $items }, { $days }.
chart-base-beside-bars = База: объем справа от каждой полосы.
chart-base-brief = { $amount }, { $items }.
chart-withheld = Не публикуются доли: { $outlets }.

## Shares of one group

share-title-all = { $name }: весь объем ({ $pool } { $place })
share-title-half = { $name }: более половины ({ $pool } { $place })
share-subtitle-with-interval = Доля, %: { $quantity }; { $actors }; интервал { $level }~%
share-interval = { $level }-процентный интервал: { $name } { $limits }~%, колебания по дням в этих СМИ; не погрешность для всех СМИ.
share-equal-source = { $name }: 100~% поровну, { $actors }. Источник: { $source }; для сопоставления, не норма справедливости.
share-brief-interval = Интервал: по дням.
share-brief-dashed = Пунктир: { $line }.
share-alt = { $n ->
    [one] Столбчатая диаграмма долей, { $n }~субъект; { $pool } { $place }: { $shares }. { $dates }.
    [few] Столбчатая диаграмма долей, { $n }~субъекта; { $pool } { $place }: { $shares }. { $dates }.
    [many] Столбчатая диаграмма долей, { $n }~субъектов; { $pool } { $place }: { $shares }. { $dates }.
   *[other] Столбчатая диаграмма долей, { $n }~субъекта; { $pool } { $place }: { $shares }. { $dates }.
}

## A whole and its parts

parts-others = прочие ({ $n })
parts-squares = Один квадрат — один процент; число квадратов округлено по методу наибольшего остатка.
parts-alt-waffle = Доли в виде ста квадратов; { $pool } { $place }: { $shares }. { $dates }.
parts-alt-pie = Круговая диаграмма долей; { $pool } { $place }: { $shares }. { $dates }.

## Outlets as stacks

stack-title = { $pool } { $place } по отдельным СМИ
stack-order = Порядок: собственность, затем доля ({ $name }). Интервалы всех долей — в таблицах.
stack-alt = Составные полосы долей; { $pool } { $place }: { $shares }. { $dates }.

## Outlets as panels

panels-title-largest = { $name }: наибольшая доля в каждом СМИ ({ $outlets })
panels-title = { $pool } { $place }: доли в каждом СМИ
panels-subtitle-with-interval = Доля в каждом СМИ, %: { $quantity }; интервал { $level }~%
panels-subtitle-with-line = { $measure }. Точечная линия: { $line }
panels-base = База: объем рядом с каждым названием.
panels-one-scale = На всех панелях одинаковы шкала и порядок.
panels-alt = Столбчатые диаграммы долей по отдельным СМИ; { $pool } { $place }; { $name }: { $shares }. { $dates }.

## Parts of the broadcast day as bands

bands-daypart = { $daypart }, { $from }–{ $to }
bands-title = { $pool } { $place } по частям дня
bands-subtitle = Доля в каждой части дня, %: { $quantity }
bands-alt = Составные полосы долей по частям дня; { $pool } { $place }: { $shares }. { $dates }.
