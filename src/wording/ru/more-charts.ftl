### Words around every chart, and those of the charts of time, tone, voice, benchmarks, outlets, days and coders. `~` is a
### blank at which no line breaks.

## What stands around every chart

rows-rejected = Отклонено строк: { $n } из { $read }; ни в один показатель они не вошли.
chart-source = Источник: { $publisher }.
chart-source-and-codebook = Источник: { $publisher }; книга кодов { $version }.
chart-provenance = Рис.~{ $n } · { $tool } · данные sha256 { $digest }
chart-provenance-with-file = Рис.~{ $n } · { $tool } · данные sha256 { $digest } · { $file }
chart-alt-data = Данные: { $file }
chart-only = Только: { $conditions }.
chart-only-values = { $dimension }: { $values }
chart-only-common-days = дни, полностью записанные по каждому СМИ
chart-everywhere-measured-by = во всех СМИ (величина: { $quantity })
chart-included = { $what }: { $words }.
chart-outlet-of-owner = { $outlet } (собственность: { $owner })
chart-outlets-of-owner = { $medium ->
    [television] { $ownerid ->
        [state] { $n ->
            [one] { $n }~государственный телеканал
            [few] { $n }~государственных телеканала
            [many] { $n }~государственных телеканалов
           *[other] { $n }~государственного телеканала
        }
        [public] { $n ->
            [one] { $n }~общественный телеканал
            [few] { $n }~общественных телеканала
            [many] { $n }~общественных телеканалов
           *[other] { $n }~общественного телеканала
        }
        [private] { $n ->
            [one] { $n }~частный телеканал
            [few] { $n }~частных телеканала
            [many] { $n }~частных телеканалов
           *[other] { $n }~частного телеканала
        }
       *[other] { counted-channel } (собственность: { $owner })
    }
    [radio] { $ownerid ->
        [state] { $n ->
            [one] { $n }~государственная радиостанция
            [few] { $n }~государственные радиостанции
            [many] { $n }~государственных радиостанций
           *[other] { $n }~государственной радиостанции
        }
        [public] { $n ->
            [one] { $n }~общественная радиостанция
            [few] { $n }~общественные радиостанции
            [many] { $n }~общественных радиостанций
           *[other] { $n }~общественной радиостанции
        }
        [private] { $n ->
            [one] { $n }~частная радиостанция
            [few] { $n }~частные радиостанции
            [many] { $n }~частных радиостанций
           *[other] { $n }~частной радиостанции
        }
       *[other] { counted-station } (собственность: { $owner })
    }
    [print] { $ownerid ->
        [state] { $n ->
            [one] { $n }~государственная газета
            [few] { $n }~государственные газеты
            [many] { $n }~государственных газет
           *[other] { $n }~государственной газеты
        }
        [public] { $n ->
            [one] { $n }~общественная газета
            [few] { $n }~общественные газеты
            [many] { $n }~общественных газет
           *[other] { $n }~общественной газеты
        }
        [private] { $n ->
            [one] { $n }~частная газета
            [few] { $n }~частные газеты
            [many] { $n }~частных газет
           *[other] { $n }~частной газеты
        }
       *[other] { counted-newspaper } (собственность: { $owner })
    }
    [online] { $ownerid ->
        [state] { $n ->
            [one] { $n }~государственный сайт
            [few] { $n }~государственных сайта
            [many] { $n }~государственных сайтов
           *[other] { $n }~государственного сайта
        }
        [public] { $n ->
            [one] { $n }~общественный сайт
            [few] { $n }~общественных сайта
            [many] { $n }~общественных сайтов
           *[other] { $n }~общественного сайта
        }
        [private] { $n ->
            [one] { $n }~частный сайт
            [few] { $n }~частных сайта
            [many] { $n }~частных сайтов
           *[other] { $n }~частного сайта
        }
       *[other] { counted-site } (собственность: { $owner })
    }
   *[other] { $ownerid ->
        [state] { $n ->
            [one] { $n }~государственное СМИ
            [few] { $n }~государственных СМИ
            [many] { $n }~государственных СМИ
           *[other] { $n }~государственного СМИ
        }
        [public] { $n ->
            [one] { $n }~общественное СМИ
            [few] { $n }~общественных СМИ
            [many] { $n }~общественных СМИ
           *[other] { $n }~общественного СМИ
        }
        [private] { $n ->
            [one] { $n }~частное СМИ
            [few] { $n }~частных СМИ
            [many] { $n }~частных СМИ
           *[other] { $n }~частного СМИ
        }
       *[other] { counted-outlet } (собственность: { $owner })
    }
}
chart-no-interval-asked-for = Интервала нет: в исследовании он не задан; показана доля в закодированном объеме.
chart-no-interval-of-few-days = Интервала нет: слишком мало СМИ-дней; показана доля в закодированном объеме.
chart-no-interval-of-equal-days = Интервала нет: дни не отличаются друг от друга или неизвестны; показана доля в закодированном объеме.
chart-not-shown = Не показано: { $names }.
chart-names-and-reason = { $names } ({ $reason })
chart-no-such-coverage = такого освещения нет
chart-care = Читать с осторожностью: { $meanings }.
chart-care-hollow = Полая точка, читать с осторожностью: { $meanings }.
chart-agreement-not-measured = Согласованность кодировщиков: не измерена.
chart-agreement = Согласованность кодировщиков: { $variables }.
chart-heading-interval = Интервал

## Shares over time

timeline-amount = { $time ->
    [week] { $quantity } за неделю
   *[day] { $quantity } за день
}
timeline-amount-in-unit = { $time ->
    [week] { $quantity } за неделю, { $unit }
   *[day] { $quantity } за день, { $unit }
}
timeline-weekend = светлым: выходные
timeline-by-day = Доля, %: { $quantity }; { $actors }; скользящий итог за семь дней (точки: отдельные дни)
timeline-by-day-with-interval = Доля, %: { $quantity }; { $actors }; скользящий итог за семь дней (точки: отдельные дни). Затенено: интервал { $level }~%
timeline-by-week = Доля, %: { $quantity }; { $actors }; по неделям
timeline-by-week-with-interval = Доля, %: { $quantity }; { $actors }; по неделям; интервал { $level }~%
timeline-title = { $pool } { $place }: динамика
timeline-rose = { $actor } { $place }: рост с { $first }~% в первую неделю до { $last }~% в последнюю
timeline-fell = { $actor } { $place }: снижение с { $first }~% в первую неделю до { $last }~% в последнюю
timeline-brief = Итоги за семь дней; точки: отдельные дни; штриховка: не записано.
timeline-alt = { $time ->
    [day] Линейный график долей во времени; { $pool } { $place }: { $actor } { $first }~% в начале, { $last }~% в конце. { $dates }.
   *[week] Точечный график долей во времени; { $pool } { $place }: { $actor } { $first }~% в начале, { $last }~% в конце. { $dates }.
}
timeline-moving-from = Для скользящего значения нужны семь дней периода мониторинга, из них пять записанных; первое — за { $day }.
timeline-without-line = Менее 14 дней: линия не строится. Слева направо: { $names }.
timeline-not-recorded = Полностью или частично не записано, нулем не считается: { $losses }.
timeline-events = Линия события не означает, что событие было причиной.
timeline-heading-time = Время

## Tone

tone-negative = негативный
tone-neutral = нейтральный
tone-positive = позитивный
tone-of-actor = { $actor }: негативный { $negative }~%, нейтральный { $neutral }~%, позитивный { $positive }~%
tone-alt = Столбчатая диаграмма тона; { $pool } { $place }, субъекты по убыванию объема: { $tones }. { $dates }.
tone-title = { $pool }: тон { $place }
tone-title-of-actor = { $actor } { $place }: позитивный тон { $positive }~%, негативный { $negative }~%
tone-subtitle = Тон освещения, { $unit }: { $actors }
tone-brief = Только закодированный тон, { $days }. %: от освещения субъекта.
tone-part = { $number } ({ $percent }~%)
tone-base = База: освещение с закодированным тоном; незакодированное не считается нейтральным.
tone-scale = Негативный и позитивный тон отложены от одной нулевой линии, нейтральный — от своей; шкала у всех трех одна. % — доля в строке.
tone-heading-all = Всего, { $unit }

## Voice

voice-own = прямая речь
voice-reported = речь о субъекте
voice-own-percent = прямая речь, %
voice-of-actor = { $actor }: прямая речь { $percent }~%
voice-alt = Столбчатая диаграмма голоса; { $pool } { $place }, субъекты по убыванию объема: { $voices }. { $dates }.
voice-title = { $pool }: прямая речь { $place }
voice-title-of-actor = { $actor } { $place }: прямая речь — { $percent }~% освещения с закодированным голосом
voice-subtitle = Прямая речь и речь о субъекте, { $unit }, и прямая речь в %; { $actors }
voice-subtitle-with-interval = Прямая речь и речь о субъекте, { $unit }, и прямая речь в %; { $actors }; интервал { $level }~%
voice-brief = База: освещение с закодированным голосом.
voice-base = База: освещение с закодированным голосом; незакодированное не входит ни в одну из частей.
voice-interval = Интервал: колебания по дням в этих СМИ; не погрешность для всех СМИ. Без отрезка: слишком мало СМИ-дней.
voice-parts = { $all } ({ $own } + { $reported })
voice-heading-all = Всего (прямая речь + речь о субъекте)
voice-heading-own = Прямая речь

## Share against tone

share-tone-owner-not-stated = собственность не указана
share-tone-share = доля: { $pool }
share-tone-above = выше линии: позитивного тона больше, чем негативного
share-tone-below = ниже: негативного тона больше, чем позитивного
share-tone-clearly-positive = { $actor }: тон явно позитивный в { $n } из { $all }~СМИ
share-tone-title = { $actor }: доля и тон в каждом СМИ
share-tone-subtitle = { $actor }: доля, % ({ $pool }), и баланс тона (позитивный минус негативный, п.~п. от освещения субъекта)
share-tone-outlets-with-lines = { $outlets }, { $dates }. Линии: интервалы { $level }~%
share-tone-of-outlet = { $outlet } { $percent }~%, баланс { $balance }
share-tone-alt = Точечная диаграмма доли и баланса тона по СМИ, { $actor }: { $outlets }. { $dates }.
share-tone-base = База: каждое СМИ в своих единицах; тон — по освещению с закодированным тоном.
share-tone-no-line = Явно позитивный: весь интервал баланса выше нуля. СМИ были выбраны, а не отобраны случайно: корреляция не вычисляется, и линия через них не проводится.
share-tone-brief = СМИ выбраны, а не отобраны случайно: линии тренда нет.
share-tone-heading-share = Доля, %
share-tone-heading-balance = Баланс, п.~п.

## Shares against a benchmark

benchmark-subtitle = Доля и ориентир, %: { $quantity }; { $actors }; { $benchmark }
benchmark-share = доля: { $quantity }
benchmark-pair = { $percent } и { $benchmark }
benchmark-of-actor = { $actor } { $pair } ({ $difference }~п.~п.)
benchmark-alt = Точечная диаграмма долей рядом с ориентиром ({ $benchmark }); { $pool } { $place }, начиная с наибольшего отрицательного отклонения: { $shares }. { $dates }.
benchmark-title = { $pool } { $place } и { $benchmark }
benchmark-more = { $actor } { $place }: на { $points }~п.~п. выше ориентира ({ $benchmark })
benchmark-less = { $actor } { $place }: на { $points }~п.~п. ниже ориентира ({ $benchmark })
benchmark-brief = Ориентир: { $source }, { $date }; не норма справедливости.
benchmark-source = Ориентир: { $source }, { $date }. Для сопоставления, не норма справедливости.
benchmark-afterwards = Стал известен лишь впоследствии.
benchmark-differences = Разности вычислены по неокругленным долям; разность, интервал которой включает ноль, показана серым.
benchmark-interval = Интервал доли: колебания по дням в этих СМИ; ориентир принят за точное значение.
benchmark-heading-pair = Доля и ориентир, %
benchmark-heading-difference = Разность, п.~п.

## Outlets and actors as a matrix

matrix-title = { $pool } по отдельным СМИ
matrix-subtitle = Доля в строке, %; каждое СМИ в своих единицах
matrix-base = База: объем справа от каждой строки, в единицах этой строки; строки в разных единицах никогда не усредняются.
matrix-steps = Пороги более темной заливки: { $steps }~%.
matrix-brief = Каждая строка в своих единицах.
matrix-alt = Таблица долей по СМИ; { $pool }: { $outlets }. { $dates }.
matrix-of-outlet = { $outlet }: наибольшая доля — { $actor }, { $percent }~% (всего { $total })
matrix-of-withheld-outlet = { $outlet }: не публикуется, всего { $total }
matrix-withheld = не публикуется: { $reasons }
matrix-owner-and-medium = { $mediumid ->
    [television] { $ownerid ->
        [state] государственное телевидение
        [public] общественное телевидение
        [private] частное телевидение
       *[other] { $medium } (собственность: { $owner })
    }
    [radio] { $ownerid ->
        [state] государственное радио
        [public] общественное радио
        [private] частное радио
       *[other] { $medium } (собственность: { $owner })
    }
    [print] { $ownerid ->
        [state] государственная печать
        [public] общественная печать
        [private] частная печать
       *[other] { $medium } (собственность: { $owner })
    }
    [online] { $ownerid ->
        [state] государственные сайты
        [public] общественные сайты
        [private] частные сайты
       *[other] { $medium } (собственность: { $owner })
    }
   *[other] { $medium } (собственность: { $owner })
}

## Recorded days as a calendar

calendar-covered = записано, освещение есть
calendar-silent = записано, освещения не найдено
calendar-part = записано частично
calendar-lost = не записано
calendar-unplanned = не запланировано
calendar-unknown = строк нет; была ли запись, неизвестно
calendar-coded-rows = закодированные строки
calendar-days-with-rows = дни со строками
calendar-days-recorded = записано дней
calendar-total = { $n } из { $all }
calendar-title = Записанные дни по отдельным СМИ
calendar-title-coded = Дни с закодированными строками по отдельным СМИ
calendar-title-recorded = Все запланированные дни записаны, хотя бы частично
calendar-base = По календарю мониторинга исследования; пробел никогда не считается нулем.
calendar-base-unknown = Календаря мониторинга в исследовании нет: день без строк мог быть днем без освещения или днем без записи.
calendar-losses = Полностью или частично не записано: { $losses }.
calendar-brief = Пробел никогда не считается нулем.
calendar-of-outlet = { $outlet } { $total }
calendar-alt = Календарь дней мониторинга, дни с записями или строками: { $outlets }. { $dates }.
calendar-numbers = Дни на рисунке: { $title }

## Agreement between coders

agreement-variable = переменная
agreement-alpha = альфа
agreement-verdict = вывод
agreement-units = единицы
agreement-tentative-from = условно надежно от { $alpha }
agreement-reliable-from = надежно от { $alpha }
agreement-title = Надежных переменных: { $n } из { $all }
agreement-title-with-alike = Надежных переменных: { $n } из { $all }; с одной категорией: { $alike }
agreement-subtitle = Альфа Криппендорфа, интервал { $level }~%
agreement-coders-and-dates = { $n ->
    [one] { $n }~кодировщик, { $dates }
    [few] { $n }~кодировщика, { $dates }
    [many] { $n }~кодировщиков, { $dates }
   *[other] { $n }~кодировщика, { $dates }
}
agreement-base = База (рядом с каждой строкой): материалы, закодированные двумя или более кодировщиками. Проценты совпадений и все коэффициенты — в таблицах.
agreement-scale = Альфа равна 1 при полной согласованности и 0 при случайной; полая точка — ниже нижней отметки.
agreement-brief = Альфа: 1 — полная согласованность, 0 — случайная.
agreement-of-variable = { $variable } { $alpha }
agreement-alt = Точечная диаграмма согласованности кодировщиков, альфа Криппендорфа: { $variables }. { $dates }.
