### Words that many pages share. `~` is a blank at which no line breaks.

## Amounts

percent = { $number }%

amount-time = { $number }~мин
amount-seconds = { $number }~с
amount-area = { $number }~см²
amount-count = { $number }~көріну
unit-ms = мин
unit-s = с
unit-mm2 = см²
unit-count = көріну
quantity-airtime = эфир уақыты
quantity-area = көлем (аудан)
quantity-appearances = көріну саны

## Dates

day = { $year }~ж. { $day }~{ $month }
days-of-month = { $year }~ж. { $from } – { $to }~{ $month }
days-of-year = { $year }~ж. { $from }~{ $frommonth } – { $to }~{ $month }
days = { $from } – { $to }
day-short = { $day }~{ $month }
month-1 = қаңтар
month-2 = ақпан
month-3 = наурыз
month-4 = сәуір
month-5 = мамыр
month-6 = маусым
month-7 = шілде
month-8 = тамыз
month-9 = қыркүйек
month-10 = қазан
month-11 = қараша
month-12 = желтоқсан
month-short-1 = қаң.
month-short-2 = ақп.
month-short-3 = нау.
month-short-4 = сәу.
month-short-5 = мам.
month-short-6 = мау.
month-short-7 = шіл.
month-short-8 = там.
month-short-9 = қыр.
month-short-10 = қаз.
month-short-11 = қар.
month-short-12 = жел.

## Lists

separator-comma = ,
separator-semicolon = ;
list = { $first } және { $last }

## Counts

counted-item = { $n }~материал
counted-actor = { $n }~субъект
counted-day = { $n }~күн
counted-newspaper = { $n }~газет
counted-channel = { $n }~телеарна
counted-station = { $n }~радиостанция
counted-site = { $n }~сайт
counted-outlet = { $n }~БАҚ
counted-outlet-day = { $n }~БАҚ-күн
counted-row = { $n }~жол
counted-unit = { $n }~бірлік
counted-decimal = { $n }~ондық таңба
actors-of-group = { $group }~({ $n })

## Words of codebooks. A study's own catalogue may add to `ownership-`, `medium-` and `capacity-`.

medium-television = телевизия
medium-radio = радио
medium-print = баспасөз
medium-online = интернет
ownership-state = мемлекеттік
ownership-public = қоғамдық
ownership-private = жекеменшік
genre-kind-editorial = редакциялық
genre-kind-campaign = үгіттік
genre-kind-other = өзге
weighting-pooled = біріктірілген
weighting-mean = орташа
weighting-weighted = салмақталған
not-coded = кодталмаған

## Places

place-television = телевизияда
place-radio = радиода
place-print = баспасөзде
place-online = интернетте
place-everywhere = барлық БАҚ-та
place-outlet = { $medium ->
    [television] { $outlet } телеарнасында
    [radio] { $outlet } радиосында
    [print] { $outlet } басылымында
    [online] { $outlet } сайтында
   *[other] { $outlet } бойынша
}
place-owned = { $medium ->
    [online] { $owner } сайттарда
    [print] { $owner } баспасөзде
    [television] { $owner } телеарналарда
    [radio] { $owner } радиода
   *[other] { $owner } БАҚ-та
}
place-other = { $other } бойынша
place-and-other = { $place }, { $other }

## Recordings that failed

every-outlet = барлық БАҚ
loss-of-hours = { $reason }, { $from } – { $to }
loss = { $outlets }, { $day } ({ $reason })

## What a pool holds

pool-folded = , лауазымды тұлғалар өз партиясына есептелген
respect-actors = субъектілер
respect-genres = жанрлар
respect-outlets = БАҚ
respect-capacities = рөлдер
respect-dayparts = тәулік бөліктері
respect-days = күндер
respect-office-holders = лауазымды тұлғалар
respect-hostile-time = теріс реңктегі қамту
respect-weighting = БАҚ бойынша салмақтау
holds-all = барлығы
holds-no-hostile-time = есепке алынбайды
holds-actors-of = { $actors }; тұтасы: { $whole }
holds-genres = { $kinds }: { $names }
holds-outlets = тек { $kinds }: { $names }
holds-days = { $from } – { $to }
holds-office-holders-separate = өз партиясына есептелмейді
holds-office-holders-folded = өз партиясына есептеледі
holds-office-holders-by-capacity = қай рөлде көрінсе, сол рөл бойынша есептеледі

## What stands beside a figure

status-stated = берілген
status-zero = нөл
status-no-coverage = қамту жоқ
status-not-recorded = жазып алынбаған
status-undefined = анықталмаған
status-tie = тең
status-withheld = жарияланбаған
flag-small-base = { $n }~материалдан аз
flag-few-clusters = { $n }~БАҚ-күннен аз, сондықтан интервал жоқ
flag-rough-interval = интервал { $n }~БАҚ-күннен аз дерекке негізделген
flag-one-day-dominates = базаның { $n }~пайызынан астамы бір БАҚ-күнге келеді
flag-wide-interval = интервал { $n }~пайыздық тармақтан кең
flag-small-amount = реңк немесе сөз түрі { $n }~минуттан не { $cm2 }~шаршы сантиметрден аз көлем бойынша берілген
flag-incomplete = жоспарланған сағаттардың { $n }~пайызынан азы жазып алынған
flag-hours-changed = кезең ішінде мониторинг сағаттары өзгерген
flag-not-told-apart = айырма интервалында нөл бар: ешқайсысы алда емес
flag-unreliable = көрсетілген айнымалы бойынша кодтаушылар келісімі жеткіліксіз

## Agreement between coders

verdict-reliable = сенімді
verdict-tentative = шартты
verdict-unreliable = сенімсіз
verdict-one-category = анықталмаған: бір санат
variable-actor = субъект
variable-tone = реңк
variable-voice = сөз түрі
variable-genre = жанр
variable-capacity = рөл
variable-amount = көлем
agreement-on = { $variable }: альфа { $alpha } ({ $units }), { $verdict }
agreement-with-interval = { $variable }: альфа { $alpha } ({ $level }%-дық интервал: { $low }…{ $high }; { $units }), { $verdict }
agreement-of-one-category = { $variable }: барлығы бірдей ({ $units }), сондықтан альфа жоқ

## Notes under tables

note = { $text }
note-orientation = Бағдар үшін берілген, әділдік стандарты емес.
note-no-balance = Баланс жоқ: кодификаторда реңктердің мағынасы айтылмаған. Әр `[[tone]]` үшін `kind` кілтін беріңіз: negative, neutral немесе positive; балансқа бір negative және бір positive қажет.
note-rank-changes = Орын өзгереді ({ $place }): { $actor } – { $rank }-орын ({ $pool }) және { $otherrank }-орын ({ $otherpool }).
