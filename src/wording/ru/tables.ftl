### Tables of figures, of coverage, of agreement between coders, and of sampling plans.

## Intervals

interval = от { $low } до { $high }
interval-range = { $low }–{ $high }
of-intervals = Интервалы показывают, насколько показатель колеблется по дням в пределах охваченных мониторингом СМИ; это не погрешность для всех СМИ, и ошибки кодировщиков в них не входят.

## What a table is broken down by: headings of columns

dimension-outlet = СМИ
dimension-medium = вид СМИ
dimension-ownership = собственность
dimension-programme = передача
dimension-genre = жанр
dimension-daypart = часть дня
dimension-page = страница
dimension-position = позиция
dimension-day = день
dimension-week = неделя
dimension-period = период
dimension-actor = субъект
dimension-group = группа
dimension-capacity = роль
dimension-voice = голос
dimension-tone = тон
dimension-coder = кодировщик
dimension-quantity = величина

## Measures, in the column `measure` and, with a capital, in captions

measure-share = доля
measure-pools = базы
measure-rank = место
measure-range = размах
measure-tone = тон
measure-tone-kind = вид тона
measure-tone-balance = баланс тона
measure-tone-mean = средний тон
measure-tone-coded = тон закодирован
measure-voice = голос
measure-voice-coded = голос закодирован
measure-prominence = заметность
measure-front-page = первая полоса
measure-prime-time = прайм-тайм
measure-mean-position = средняя позиция
measure-trend = динамика
measure-cumulative = нарастающий итог
measure-moving = скользящий итог
measure-change = изменение
measure-change-of-ends = изменение от начала к концу
measure-lead = отрыв
measure-gap = отклонение от ориентира
measure-ratio = отношение к ориентиру
measure-concentration = концентрация
measure-hhi = индекс Херфиндаля–Хиршмана
measure-hhi-normalised = нормированный индекс Херфиндаля–Хиршмана
measure-effective-number = эффективное число
measure-effective-number-entropy = эффективное число по энтропии
measure-entropy = энтропия
measure-evenness = выравненность
measure-gini = коэффициент Джини
measure-atkinson = индекс Аткинсона
measure-comprehensive-concentration = комплексный индекс концентрации
measure-largest-share = наибольшая доля
measure-loosemore-hanby = индекс Лузмора–Хэнби
measure-gallagher = индекс Галлахера
measure-rae = индекс Рэ
measure-largest-ratio = наибольшее отношение
measure-largest-gap = наибольшее отклонение
measure-sainte-lague = индекс Сент-Лагю
measure-slope = наклон
tone-kind-negative = негативный
tone-kind-neutral = нейтральный
tone-kind-positive = позитивный

## Headings of columns

column-measure = показатель
column-percent = %
column-points = п.~п.
column-value = значение
column-interval = интервал { $level }~%
column-amount = объем
column-of = всего
column-items = материалы
column-outlet-days = СМИ-дни
column-recorded = записано
column-remarks = примечания
column-benchmark = ориентир
column-ahead-of = меньшая доля у
column-pool-and-weighting = база:взвешивание
column-part = часть
column-variable = переменная
column-level = шкала
column-coders = кодировщики
column-units = единицы
column-all-agree = полное совпадение, %
column-holsti = Холсти, %
column-alpha = альфа
column-verdict = вывод
column-other-coefficients = прочие коэффициенты
column-rows = строки
column-minutes-coded = минут закодировано
column-minutes-per-hour = минут на час мониторинга
column-without-tone = без тона, %
column-mean-tone = средний тон
column-round-durations = кратные 5~с, %
column-interval-of-coding = интервал кодирования { $level }~%
column-coded-twice = закодировано дважды
column-weekday = день недели
column-bulletins = выпуски
column-outlet-days-now = СМИ-дней сейчас
column-points-now = ± п.~п. сейчас
column-design-effect = дизайн-эффект
column-outlet-days-for = СМИ-дней для ±{ $points }
column-days-of-each-outlet = дней на каждое СМИ
column-item = материал
column-coded-by = кем закодировано
column-to-be-coded-by = кому кодировать
column-place = место в файле

## Tables of figures

table-shares-caption = Доли: { $pool }, { $weighting }
table-pools-caption = Доли при каждой базе и каждом взвешивании
table-caption = { $measure }: { $pool }, { $weighting }
table-no-coverage = Освещения, входящего в эту базу, не обнаружено.
table-flag = { $flag }: { $meaning }.
table-percent = { $percent }~%
table-points = { $points }~п.~п.
allocations = Если объем общий для нескольких субъектов, каждому засчитывается: { $sources }.
allocation-equal = равная часть объема ({ $source })
allocation-whole = весь объем ({ $source })

## Coverage

coverage-caption = СМИ и всё закодированное за период мониторинга, по всем субъектам и жанрам
coverage-medium = Вид СМИ
coverage-ownership = Собственность
coverage-days-planned = Дней по плану
coverage-days-lost = Дней утрачено
coverage-hours-planned = Часов по плану
coverage-hours-lost = Часов утрачено
coverage-recorded = Записано
coverage-days = Дни
coverage-items = Материалы
coverage-rows = Строки
coverage-none = нет освещения
coverage-days-and-amounts = Учтены дни, за которые есть хотя бы одна закодированная строка. Объемы в разных единицах никогда не складываются.
coverage-not-recorded = Полностью или частично не записано: { $losses }.
coverage-gap-no-zero = Пробел — не ноль: ни в одном показателе утраченная запись не считается днем без освещения.

## Agreement between coders

coders-agreement-caption = Согласованность кодировщиков
coders-agreement-note = Согласованность кодировщиков: { $agreements }.
coders-all = все
coders-pair = { $first } и { $second }
coders-against-rest = { $coder } и остальные
level-nominal = номинальная
level-ordinal = порядковая
level-interval = интервальная
level-ratio = отношений
coefficient-cohen = каппа Коэна
coefficient-scott = пи Скотта
coefficient-fleiss = каппа Флейса
coefficient-conger = каппа Конгера
coefficient-ac1 = AC1 Гвета
coefficient-ac2 = AC2 Гвета
coefficient-brennan-prediger = Бреннан–Предигер
coefficient-weighted-kappa = взвешенная каппа
weights-quadratic = квадратичные веса
weights-ordinal = порядковые веса
coders-coefficient = { $name } { $value }
coders-weighted-coefficient = { $name } ({ $weights }) { $value }
coders-apart = среднее расхождение { $amount }, { $relative }~%
coders-apart-within = среднее расхождение { $amount }, { $relative }~%, в пределах допуска { $within }~%
coders-seconds = { $number }~с
coders-area = { $number }~см²
coders-marks = Альфа — коэффициент Криппендорфа: от { $reliable } — надежно, от { $tentative } — условно надежно. Интервалы: повторная выборка единиц, { $replicates }~{ $n ->
    [one] повтор
    [few] повтора
    [many] повторов
   *[other] повтора
}, начальное значение генератора { $seed }. Для переменной с одной категорией альфа не определяется, каков бы ни был процент совпадений. Коэффициент Бреннана и Предигера считается по парам кодировщиков. P-значения не приводятся: гипотеза об отсутствии согласованности не проверяется.
coders-interval-caption = Как расхождения кодировщиков влияют на доли
coders-interval-note = Этот интервал относится только к кодированию; он приводится рядом с интервалом по дням и никогда его не заменяет: такие значения могли бы получить другие кодировщики тех же материалов. Принято, что дважды закодированные материалы — случайная часть всех, что кодировщики равноценны, а их ошибки в разных материалах независимы; одинаковые ошибки всех кодировщиков в интервал не входят.

## What each coder does

coders-conduct-caption = Работа кодировщиков
coders-heaping-expected = Случайным образом кратна пяти пятая часть целых секунд; среди { $n }~профессионально измеренных длительностей таких { $percent }~%.
coders-heaping = { $coder }: кратны 5~с { $percent }~% (всего { $n ->
    [one] { $n }~длительность
    [few] { $n }~длительности
    [many] { $n }~длительностей
   *[other] { $n }~длительности
}), ожидалось 20~%: округление вручную?
coders-other-tone = { $coder }: средний тон { $mean }, у остальных { $others }; другие СМИ или иное понимание шкалы?
coders-drift = { $coder }: средний тон { $before } за неделю с { $first } и { $after } за неделю с { $last }: изменилось ли понимание шкалы?

## Sampling plans

weekday-1 = понедельник
weekday-2 = вторник
weekday-3 = среда
weekday-4 = четверг
weekday-5 = пятница
weekday-6 = суббота
weekday-7 = воскресенье
plan-days-caption = Дни мониторинга по методу сконструированных недель
plan-days-drawn = Случайный отбор, начальное значение генератора { $seed }: каждый день недели отобран столько раз, сколько недель. При измерении укажите `drawn_from` в `[uncertainty]`.
plan-size-caption = Сколько СМИ-дней нужно для ±{ $points }~п.~п.
plan-size-note = Рассчитано по тому, насколько эти доли до сих пор колебались по дням. Дизайн-эффект сравнивает дни с выпусками, отобранными по одному: при значении ниже 1 выпуски одного дня уравновешивают друг друга. Доли в дополнительных СМИ колебались бы по-своему.
plan-double-caption = Материалы для второго кодирования, { $percent }~% закодированных один раз
plan-double-drawn = Случайный отбор, начальное значение генератора { $seed }, одинаковая часть для каждого СМИ и кодировщика. Второй кодировщик не должен видеть результаты первого кодирования.
