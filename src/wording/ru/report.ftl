### The key findings and the chapters of results.

## Chapter 1, key findings

report-rejected-listed = Отклоненные строки перечислены в rejected.csv и подсчитаны в приложении D.
report-chapter-key-findings = 1 Основные результаты
report-no-findings = Освещения, входящего в базы исследования, не обнаружено.
report-compare = { $n ->
    [one] То же освещение { $place } при { $n }~знаменателе
    [few] То же освещение { $place } при { $n }~знаменателях
    [many] То же освещение { $place } при { $n }~знаменателях
   *[other] То же освещение { $place } при { $n }~знаменателях
}
report-heading-published = { $name }, опубликовано, %
report-shares-by-denominator = Доли { $place } по знаменателям
report-total-of = { $name }: { $amount }, { $items }
report-totals = Итого: { $totals }.
report-source-of = { $name }: { $source }, { $date }.
report-no-coverage = нет освещения
report-from-to = Исходный знаменатель: { $first }; новый: { $second }
report-instead-of = { $second }; вместо: { $first }
report-what-differs = { $actor }: переход от одной доли { $place } к другой, признак за признаком
report-heading-taken-over = Что меняется
report-heading-which = На что
report-heading-then = { $actor }: затем, %
report-each-row-keeps = В каждой строке сохранены изменения строк выше; последняя строка перехода соответствует другому знаменателю.

## Sentences of the key findings. Names are given in the nominative; $place is in print, on television ...; $pool the name of a
## denominator; $interval two limits: 48.1 to 55.9; $level the level of the interval.

s01-share = { $actor }: доля { $place } — { $percent }~% ({ $pool }; { $basis }).
s01-share-with-interval = { $actor }: доля { $place } — { $percent }~%, { $level }-процентный интервал { $interval } ({ $pool }; { $basis }).
s01-withheld = { $actor }: доля { $place } из-за малого объема в процентах не указывается ({ $pool }; всего { $whole }, из них у субъекта { $part }; { $items }).
sentence-part-of = всего { $whole }, из них у субъекта { $part }
sentence-care = читать с осторожностью: { $reasons }
sentence-table = таблица~{ $n }
sentence-figure = Рисунок~{ $n }.
sentence-denominators-differ = Доли { $place } различаются, поскольку различаются их знаменатели; отличия: { $respects } (таблица~{ $table }).

s02-lead = { $actor }: наибольшая доля { $place }, на { $points }~п.~п. больше, чем у следующего субъекта ({ $other }; { $level }-процентный интервал { $interval }).
s02-tie = { $actor } и { $other }: наибольшие доли { $place }, они равны.
s02-within-variation = { $actor } и { $other }: наибольшие доли { $place }; разность { $points }~п.~п. не выходит за пределы колебаний по дням ({ $level }-процентный интервал { $interval }).

s03-tone = { $actor }: освещение { $place } с закодированным тоном — { $coded }; негативный тон — { $negative }~%, нейтральный — { $neutral }~%, позитивный — { $positive }~% ({ $agreement }).
s03-tone-little = { $actor }: освещение { $place } с закодированным тоном — { $coded }; негативный тон — { $negative }, позитивный — { $positive }; при столь малом объеме проценты не указываются.
sentence-agreement-not-measured = согласованность кодировщиков не измерена

s04-voice = { $actor }: прямая речь { $place } — { $percent }~% освещения с закодированным голосом (всего { $coded }, из них прямая речь — { $part }).
s04-voice-with-interval = { $actor }: прямая речь { $place } — { $percent }~% освещения с закодированным голосом (всего { $coded }, из них прямая речь — { $part }; { $level }-процентный интервал { $interval }).

s05-benchmark-above = { $actor }: доля { $place } выше ориентира на { $points }~п.~п. ({ $benchmark }; { $level }-процентный интервал { $interval }). Ориентир приводится для сопоставления, а не как норма.
s05-benchmark-below = { $actor }: доля { $place } ниже ориентира на { $points }~п.~п. ({ $benchmark }; { $level }-процентный интервал { $interval }). Ориентир приводится для сопоставления, а не как норма.
s05-benchmark-no-difference = { $actor }: доля { $place } измеримо не отличается от ориентира ({ $benchmark }; { $level }-процентный интервал { $interval }). Ориентир приводится для сопоставления, а не как норма.

s06-change-rose = { $actor }: доля { $place } выросла до { $percent }~% ({ $points }~п.~п.; { $level }-процентный интервал { $interval }).
s06-change-fell = { $actor }: доля { $place } снизилась до { $percent }~% ({ $points }~п.~п.; { $level }-процентный интервал { $interval }).
s06-no-change = { $actor }: доля { $place } измеримо не изменилась по сравнению с предыдущим периодом ({ $points }~п.~п.; { $level }-процентный интервал { $interval }).

s07-absence = { $actors }: освещения { $place } не обнаружено (всего { $days } с освещением).
s07-absence-in-recorded = { $actors }: освещения { $place } в записанной части не обнаружено; записано { $percent }~% плана.
s07-absence-without-plan = { $actors }: освещения { $place } не обнаружено (всего { $days } с освещением; что было запланировано, неизвестно).

s08-owners = { $actor }, доля { $place }: { $parts }.
s08-part = { $percent }~% { $owned } ({ $outlets }, { $whole })
s08-part-withheld = { $owned } — не публикуется ({ $outlets }, { $whole })

## Chapter 5, overall picture

report-chapter-overall = 5 Общая картина
report-pool-in-place = { $pool } { $place }
report-heading-share = Доля, %
report-heading-interval = Интервал
report-shares-and-benchmark = Доли и ориентир: { $benchmark }
report-heading-difference = Разность, п.~п.
report-source = { $source }, { $date }.

## Chapter 6, ownership

report-chapter-ownership = 6 Государственные и частные СМИ
report-heading-owned = { $mediumid ->
    [television] { $ownerid ->
        [state] государственное телевидение, %
        [public] общественное телевидение, %
        [private] частное телевидение, %
       *[other] { $medium } (собственность: { $owner }), %
    }
    [radio] { $ownerid ->
        [state] государственное радио, %
        [public] общественное радио, %
        [private] частное радио, %
       *[other] { $medium } (собственность: { $owner }), %
    }
    [print] { $ownerid ->
        [state] государственная печать, %
        [public] общественная печать, %
        [private] частная печать, %
       *[other] { $medium } (собственность: { $owner }), %
    }
    [online] { $ownerid ->
        [state] государственные сайты, %
        [public] общественные сайты, %
        [private] частные сайты, %
       *[other] { $medium } (собственность: { $owner }), %
    }
   *[other] { $medium } (собственность: { $owner }), %
}
report-totals-by-owner = Итого { $totals }.

## Chapter 7, outlets

report-chapter-outlets = 7 Отдельные СМИ
report-outlet-base = { $pool }, { $medium }: { $amount }, { $items }, { $days }.
report-outlet-base-owned = { $mediumid ->
    [television] { $ownerid ->
        [state] { $pool }, государственное телевидение: { $amount }, { $items }, { $days }.
        [public] { $pool }, общественное телевидение: { $amount }, { $items }, { $days }.
        [private] { $pool }, частное телевидение: { $amount }, { $items }, { $days }.
       *[other] { $pool }, { $medium } (собственность: { $owner }): { $amount }, { $items }, { $days }.
    }
    [radio] { $ownerid ->
        [state] { $pool }, государственное радио: { $amount }, { $items }, { $days }.
        [public] { $pool }, общественное радио: { $amount }, { $items }, { $days }.
        [private] { $pool }, частное радио: { $amount }, { $items }, { $days }.
       *[other] { $pool }, { $medium } (собственность: { $owner }): { $amount }, { $items }, { $days }.
    }
    [print] { $ownerid ->
        [state] { $pool }, государственная печать: { $amount }, { $items }, { $days }.
        [public] { $pool }, общественная печать: { $amount }, { $items }, { $days }.
        [private] { $pool }, частная печать: { $amount }, { $items }, { $days }.
       *[other] { $pool }, { $medium } (собственность: { $owner }): { $amount }, { $items }, { $days }.
    }
    [online] { $ownerid ->
        [state] { $pool }, государственные сайты: { $amount }, { $items }, { $days }.
        [public] { $pool }, общественные сайты: { $amount }, { $items }, { $days }.
        [private] { $pool }, частные сайты: { $amount }, { $items }, { $days }.
       *[other] { $pool }, { $medium } (собственность: { $owner }): { $amount }, { $items }, { $days }.
    }
   *[other] { $pool }, { $medium } (собственность: { $owner }): { $amount }, { $items }, { $days }.
}
report-programmes = Передачи и рубрики ({ $n }): { $programmes }.
report-care = Читать с осторожностью: { $reasons }.
report-pool-of-outlet = { $pool }: { $outlet }
report-outlets-without-coverage = Нет освещения по этому знаменателю: { $outlets }.

## Chapter 8, change over time

report-chapter-change = 8 Изменения во времени
report-no-periods = В исследовании нет следующих друг за другом периодов: сравнивать нечего. Каждый период задается в study.toml разделом [[period]].
report-when-a-change = Изменением называется только то, интервал которого не включает ноль; остальные различия не выходят за пределы колебаний по дням.
report-first-period = Это первый период: предыдущего нет.
report-changed = изменение
report-no-measurable-change = измеримого изменения нет
report-shares-of-period = Доли { $place }: предыдущий период, этот период и итог с начала
report-heading-before = Ранее, %
report-heading-this-period = Этот период, %
report-heading-change = Изменение, п.~п.
report-heading-verdict = Вывод
report-heading-so-far = С начала, %
report-unrounded = Разности вычислены по неокругленным долям.
report-shares-of-periods = Доли { $place } по периодам
report-heading-all = Всего, %
report-marked-change = * Интервал изменения относительно предыдущего периода не включает ноль.

## Chapter 9, paid and free airtime

report-chapter-airtime = 9 Платное и бесплатное эфирное время
report-no-airtime = В исследовании нет знаменателя только для платного или бесплатного эфирного времени.
report-campaign-apart = Агитационные материалы учитываются отдельно: в доли редакционного освещения они не входят.
