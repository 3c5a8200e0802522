### Words that many pages share. `~` is a blank at which no line breaks.

## Amounts

percent = { $number }~%

amount-time = { $number }~мин
amount-seconds = { $number }~с
amount-area = { $number }~см²
amount-count = { $n ->
    [one] { $number }~появление
    [few] { $number }~появления
    [many] { $number }~появлений
   *[other] { $number }~появления
}
unit-ms = мин
unit-s = с
unit-mm2 = см²
unit-count = появления
quantity-airtime = эфирное время
quantity-area = площадь
quantity-appearances = появления

## Dates

day = { $day }~{ $month } { $year }~года
days-of-month = { $from }–{ $to }~{ $month } { $year }~года
days-of-year = { $from }~{ $frommonth } – { $to }~{ $month } { $year }~года
days = { $from } – { $to }
day-short = { $day }~{ $month }
month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря
month-short-1 = янв
month-short-2 = фев
month-short-3 = мар
month-short-4 = апр
month-short-5 = мая
month-short-6 = июн
month-short-7 = июл
month-short-8 = авг
month-short-9 = сен
month-short-10 = окт
month-short-11 = ноя
month-short-12 = дек

## Lists

separator-comma = ,
separator-semicolon = ;
list = { $first } и { $last }

## Counts

counted-item = { $n ->
    [one] { $n }~материал
    [few] { $n }~материала
    [many] { $n }~материалов
   *[other] { $n }~материала
}
counted-actor = { $n ->
    [one] { $n }~субъект
    [few] { $n }~субъекта
    [many] { $n }~субъектов
   *[other] { $n }~субъекта
}
counted-day = { $n ->
    [one] { $n }~день
    [few] { $n }~дня
    [many] { $n }~дней
   *[other] { $n }~дня
}
counted-newspaper = { $n ->
    [one] { $n }~газета
    [few] { $n }~газеты
    [many] { $n }~газет
   *[other] { $n }~газеты
}
counted-channel = { $n ->
    [one] { $n }~телеканал
    [few] { $n }~телеканала
    [many] { $n }~телеканалов
   *[other] { $n }~телеканала
}
counted-station = { $n ->
    [one] { $n }~радиостанция
    [few] { $n }~радиостанции
    [many] { $n }~радиостанций
   *[other] { $n }~радиостанции
}
counted-site = { $n ->
    [one] { $n }~сайт
    [few] { $n }~сайта
    [many] { $n }~сайтов
   *[other] { $n }~сайта
}
counted-outlet = { $n }~СМИ
counted-outlet-day = { $n ->
    [one] { $n }~СМИ-день
    [few] { $n }~СМИ-дня
    [many] { $n }~СМИ-дней
   *[other] { $n }~СМИ-дня
}
counted-row = { $n ->
    [one] { $n }~строка
    [few] { $n }~строки
    [many] { $n }~строк
   *[other] { $n }~строки
}
counted-unit = { $n ->
    [one] { $n }~единица
    [few] { $n }~единицы
    [many] { $n }~единиц
   *[other] { $n }~единицы
}
counted-decimal = { $n ->
    [one] { $n }~десятичный знак
    [few] { $n }~десятичных знака
    [many] { $n }~десятичных знаков
   *[other] { $n }~десятичного знака
}
actors-of-group = { $group } ({ $n })

## Words of codebooks. A study's own catalogue may add to `ownership-`, `medium-` and `capacity-`.

medium-television = телевидение
medium-radio = радио
medium-print = печать
medium-online = интернет
ownership-state = государственная
ownership-public = общественная
ownership-private = частная
genre-kind-editorial = редакционные
genre-kind-campaign = агитационные
genre-kind-other = прочие
weighting-pooled = по общей сумме
weighting-mean = среднее по СМИ
weighting-weighted = взвешенное среднее по СМИ
not-coded = не закодировано

## Places

place-television = на телевидении
place-radio = на радио
place-print = в печати
place-online = в интернете
place-everywhere = во всех СМИ
place-outlet = { $medium ->
    [television] на телеканале { $outlet }
    [radio] на радиостанции { $outlet }
    [print] в издании { $outlet }
    [online] на сайте { $outlet }
   *[other] в СМИ { $outlet }
}
place-owned = { $medium ->
    [television] { $ownerid ->
        [state] на государственном телевидении
        [public] на общественном телевидении
        [private] на частном телевидении
       *[other] на телевидении (собственность: { $owner })
    }
    [radio] { $ownerid ->
        [state] на государственном радио
        [public] на общественном радио
        [private] на частном радио
       *[other] на радио (собственность: { $owner })
    }
    [print] { $ownerid ->
        [state] в государственной печати
        [public] в общественной печати
        [private] в частной печати
       *[other] в печати (собственность: { $owner })
    }
    [online] { $ownerid ->
        [state] на государственных сайтах
        [public] на общественных сайтах
        [private] на частных сайтах
       *[other] на сайтах (собственность: { $owner })
    }
   *[other] { $ownerid ->
        [state] в государственных СМИ
        [public] в общественных СМИ
        [private] в частных СМИ
       *[other] в СМИ (собственность: { $owner })
    }
}
place-other = в категории «{ $other }»
place-and-other = { $place }, { $other }

## Recordings that failed

every-outlet = все СМИ
loss-of-hours = { $reason }, с { $from } до { $to }
loss = { $outlets }, { $day } ({ $reason })

## What a pool holds

pool-folded = , должностные лица отнесены к своим партиям
respect-actors = субъекты
respect-genres = жанры
respect-outlets = СМИ
respect-capacities = роли
respect-dayparts = части дня
respect-days = дни
respect-office-holders = должностные лица
respect-hostile-time = освещение в негативном тоне
respect-weighting = взвешивание СМИ
holds-all = все
holds-no-hostile-time = исключено
holds-actors-of = { $actors }; за целое принято: { $whole }
holds-genres = { $kinds }: { $names }
holds-outlets = по собственности или виду СМИ ({ $kinds }): { $names }
holds-days = с { $from } по { $to }
holds-office-holders-separate = не отнесены к своим партиям
holds-office-holders-folded = отнесены к своим партиям
holds-office-holders-by-capacity = учтены по роли, в которой они появляются

## What stands beside a figure

status-stated = указано
status-zero = ноль
status-no-coverage = нет освещения
status-not-recorded = не записано
status-undefined = не определено
status-tie = равенство
status-withheld = не публикуется
flag-small-base = { $n ->
    [one] менее { $n }~материала
    [few] менее { $n }~материалов
    [many] менее { $n }~материалов
   *[other] менее { $n }~материала
}
flag-few-clusters = { $n ->
    [one] менее { $n }~СМИ-дня, поэтому интервала нет
    [few] менее { $n }~СМИ-дней, поэтому интервала нет
    [many] менее { $n }~СМИ-дней, поэтому интервала нет
   *[other] менее { $n }~СМИ-дня, поэтому интервала нет
}
flag-rough-interval = { $n ->
    [one] интервал построен менее чем по { $n }~СМИ-дню
    [few] интервал построен менее чем по { $n }~СМИ-дням
    [many] интервал построен менее чем по { $n }~СМИ-дням
   *[other] интервал построен менее чем по { $n }~СМИ-дня
}
flag-one-day-dominates = на один СМИ-день приходится более { $n }~% базы
flag-wide-interval = { $n ->
    [one] интервал шире { $n }~процентного пункта
    [few] интервал шире { $n }~процентных пунктов
    [many] интервал шире { $n }~процентных пунктов
   *[other] интервал шире { $n }~процентного пункта
}
flag-small-amount = тон или голос определен по объему менее { $n }~мин или { $cm2 }~см²
flag-incomplete = записано менее { $n }~% запланированных часов
flag-hours-changed = часы мониторинга менялись в течение периода
flag-not-told-apart = интервал разности включает ноль: ни один из двух субъектов не опережает другого
flag-unreliable = согласованность кодировщиков по показанной переменной недостаточна

## Agreement between coders

verdict-reliable = надежно
verdict-tentative = условно надежно
verdict-unreliable = ненадежно
verdict-one-category = не определено: одна категория
variable-actor = субъект
variable-tone = тон
variable-voice = голос
variable-genre = жанр
variable-capacity = роль
variable-amount = объем
agreement-on = { $variable }: альфа { $alpha } ({ $units }), { $verdict }
agreement-with-interval = { $variable }: альфа { $alpha } ({ $level }~%: от { $low } до { $high }, { $units }), { $verdict }
agreement-of-one-category = { $variable }: везде одна и та же категория ({ $units }), альфа не вычисляется

## Notes under tables

note = { $text }
note-orientation = Приводится для сопоставления, а не как норма справедливости.
note-no-balance = Баланса нет: в книге кодов не указано, что означают тона. Задайте для каждого `[[tone]]` значение `kind`: negative, neutral или positive; для баланса нужны один негативный и один позитивный тон.
note-rank-changes = Место меняется ({ $place }): { $actor } — { $rank }-е место ({ $pool }) и { $otherrank }-е место ({ $otherpool }).
