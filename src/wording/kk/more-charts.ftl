### Words around every chart, and those of the charts of time, tone, voice, benchmarks, outlets, days and coders. `~` is a
### blank at which no line breaks.

## What stands around every chart

rows-rejected = Оқылған { $read }~жолдың { $n }~жолы қабылданбады және ешбір көрсеткішке кірмейді.
chart-source = Дереккөз: { $publisher }.
chart-source-and-codebook = Дереккөз: { $publisher }, кодификатор { $version }.
chart-provenance = { $n }-сурет · { $tool } · деректер sha256 { $digest }
chart-provenance-with-file = { $n }-сурет · { $tool } · деректер sha256 { $digest } · { $file }
chart-alt-data = Деректер: { $file }
chart-only = Тек: { $conditions }.
chart-only-values = { $dimension } – { $values }
chart-only-common-days = барлық БАҚ-та толық жазып алынған күндер
chart-everywhere-measured-by = өлшемі «{ $quantity }» болатын барлық БАҚ-та
chart-included = { $what }: { $words }.
chart-outlet-of-owner = { $outlet } ({ $owner })
chart-outlets-of-owner = { $medium ->
    [television] { $n }~{ $owner } телеарна
    [radio] { $n }~{ $owner } радиостанция
    [print] { $n }~{ $owner } газет
    [online] { $n }~{ $owner } сайт
   *[other] { $n }~{ $owner } БАҚ
}
chart-no-interval-asked-for = Интервал: жоқ, зерттеуде сұралмаған; сан – кодталғанның үлесі.
chart-no-interval-of-few-days = Интервал: жоқ, БАҚ-күн тым аз; сан – кодталғанның үлесі.
chart-no-interval-of-equal-days = Интервал: жоқ, күндердің айырмасы жоқ немесе бірде-бір күн белгілі емес; сан – кодталғанның үлесі.
chart-not-shown = Суретте жоқ: { $names }.
chart-names-and-reason = { $names } ({ $reason })
chart-no-such-coverage = мұндай қамту жоқ
chart-care = Сақтықпен оқу керек: { $meanings }.
chart-care-hollow = Іші бос нүкте, сақтықпен оқу керек: { $meanings }.
chart-agreement-not-measured = Кодтаушылар келісімі: өлшенбеген.
chart-agreement = Кодтаушылар келісімі: { $variables }.
chart-heading-interval = Интервал

## Shares over time

timeline-amount = { $time ->
    [week] аптасына { $quantity }
   *[day] күніне { $quantity }
}
timeline-amount-in-unit = { $time ->
    [week] аптасына { $quantity }, { $unit }
   *[day] күніне { $quantity }, { $unit }
}
timeline-weekend = ашық түс: демалыс күндері
timeline-by-day = Үлес, %: { $quantity }; { $actors }; жылжымалы жеті күндік қосынды (нүктелер: жеке күндер)
timeline-by-day-with-interval = Үлес, %: { $quantity }; { $actors }; жылжымалы жеті күндік қосынды (нүктелер: жеке күндер). Боялған өріс: { $level }%-дық интервал
timeline-by-week = Үлес, %: { $quantity }; { $actors }; апта бойынша
timeline-by-week-with-interval = Үлес, %: { $quantity }; { $actors }; апта бойынша, { $level }%-дық интервалмен
timeline-title = { $pool }: { $place }, уақыт бойынша
timeline-rose = { $actor } ({ $place }): үлесі өсті, бірінші аптада { $first }%, соңғы аптада { $last }%
timeline-fell = { $actor } ({ $place }): үлесі төмендеді, бірінші аптада { $first }%, соңғы аптада { $last }%
timeline-brief = Жеті күндік қосындылар; нүктелер: жеке күндер; штрихталған: жазып алынбаған.
timeline-alt = { $time ->
    [day] Сызықты диаграмма, уақыт бойынша үлестер ({ $pool }, { $place }): { $actor } басында { $first }%, соңында { $last }%. { $dates }.
   *[week] Нүктелі диаграмма, уақыт бойынша үлестер ({ $pool }, { $place }): { $actor } басында { $first }%, соңында { $last }%. { $dates }.
}
timeline-moving-from = Жылжымалы мәнге (алғашқысы – { $day }) мониторинг мерзімінің жеті күні керек, оның бесеуі жазып алынған болуы тиіс.
timeline-without-line = 14 күннен аз мерзімге сызық жүргізілмейді. Солдан оңға қарай: { $names }.
timeline-not-recorded = Толық не ішінара жазып алынбаған, нөл деп саналмайды: { $losses }.
timeline-events = Оқиға сызығы оның себеп екенін білдірмейді.
timeline-heading-time = Уақыт

## Tone

tone-negative = теріс
tone-neutral = бейтарап
tone-positive = оң
tone-of-actor = { $actor }: { $negative }% теріс, { $neutral }% бейтарап, { $positive }% оң
tone-alt = Бағанды диаграмма, реңк ({ $pool }, { $place }), ең көп қамтылған субъектіден бастап: { $tones }. { $dates }.
tone-title = { $pool }: реңк ({ $place })
tone-title-of-actor = { $actor } ({ $place }): { $positive }% оң, { $negative }% теріс
tone-subtitle = Қамту реңкі, { $unit }: { $actors }
tone-brief = Тек кодталған реңк, { $days }. %: субъектіні қамтудың үлесі.
tone-part = { $number } ({ $percent }%)
tone-base = База: реңкі кодталған қамту; кодталмағаны бейтарап емес.
tone-scale = Теріс пен оң реңк бір нөл сызығынан, бейтарап реңк өз сызығынан басталады; үшеуінің шкаласы бір. % – жол бойынша.
tone-heading-all = Барлығы, { $unit }

## Voice

voice-own = төл сөз
voice-reported = ол туралы сөз
voice-own-percent = төл сөз, %
voice-of-actor = { $actor }: төл сөз { $percent }%
voice-alt = Бағанды диаграмма, сөз түрі ({ $pool }, { $place }), ең көп қамтылған субъектіден бастап: { $voices }. { $dates }.
voice-title = { $pool }: төл сөз ({ $place })
voice-title-of-actor = { $actor } ({ $place }): сөз түрі кодталған қамтудың { $percent }~пайызы – төл сөз
voice-subtitle = Төл сөз бен ол туралы сөз, { $unit }, және төл сөз, %: { $actors }
voice-subtitle-with-interval = Төл сөз бен ол туралы сөз, { $unit }, және төл сөз, %, { $level }%-дық интервалмен: { $actors }
voice-brief = База: сөз түрі кодталған қамту.
voice-base = База: сөз түрі кодталған қамту; кодталмағаны екі бөлікке де кірмейді.
voice-interval = Интервал: осы БАҚ ішіндегі күннен күнге ауытқу; бұл барлық БАҚ үшін қателік шегі емес. Мұртшасы жоғы: БАҚ-күн тым аз.
voice-parts = { $all } ({ $own } + { $reported })
voice-heading-all = Барлығы (төл сөз + ол туралы сөз)
voice-heading-own = Төл сөз

## Share against tone

share-tone-owner-not-stated = меншік түрі көрсетілмеген
share-tone-share = үлес: { $pool }
share-tone-above = сызықтан жоғары: оң реңк терістен көп
share-tone-below = сызықтан төмен: теріс реңк оңнан көп
share-tone-clearly-positive = { $actor }: { $all }~БАҚ ішінен { $n }~БАҚ-та реңк айқын оң
share-tone-title = { $actor }: әр БАҚ-тағы үлес пен реңк
share-tone-subtitle = { $actor }: үлес ({ $pool }), %, және реңк балансы, п.~т. (субъектіні қамтудағы оң реңк минус теріс реңк)
share-tone-outlets-with-lines = { $outlets }, { $dates }. Сызықтар: { $level }%-дық интервалдар
share-tone-of-outlet = { $outlet }: { $percent }%, баланс { $balance }
share-tone-alt = Нүктелі диаграмма, { $actor }: әр БАҚ-тағы үлес пен реңк балансы: { $outlets }. { $dates }.
share-tone-base = База: әр БАҚ өз бірлігімен; реңк – реңкі кодталған көлем бойынша.
share-tone-no-line = Айқын оң: баланстың бүкіл интервалы нөлден жоғары. БАҚ таңдап алынған, кездейсоқ іріктелмеген: корреляция есептелмейді, нүктелер арқылы сызық жүргізілмейді.
share-tone-brief = БАҚ таңдап алынған, кездейсоқ іріктелмеген: тренд сызығы жоқ.
share-tone-heading-share = Үлес, %
share-tone-heading-balance = Баланс, п.~т.

## Shares against a benchmark

benchmark-subtitle = Үлес және салыстыру көрсеткіші ({ $benchmark }), %: { $quantity }; { $actors }
benchmark-share = үлес: { $quantity }
benchmark-pair = { $percent } және { $benchmark }
benchmark-of-actor = { $actor }: { $pair } ({ $difference }~п.~т.)
benchmark-alt = Нүктелі диаграмма, үлестер ({ $pool }, { $place }) және салыстыру көрсеткіші ({ $benchmark }), ең үлкен теріс айырмадан бастап: { $shares }. { $dates }.
benchmark-title = { $pool } ({ $place }); салыстыру: { $benchmark }
benchmark-more = { $actor } ({ $place }): үлесі { $points }~пайыздық тармаққа артық; салыстыру: { $benchmark }
benchmark-less = { $actor } ({ $place }): үлесі { $points }~пайыздық тармаққа кем; салыстыру: { $benchmark }
benchmark-brief = Салыстыру көрсеткіші: { $source }, { $date }; әділдік стандарты емес.
benchmark-source = Салыстыру көрсеткіші: { $source }, { $date }. Бағдар үшін, әділдік стандарты емес.
benchmark-afterwards = Ол кейін ғана белгілі болды.
benchmark-differences = Айырмалар дөңгелектелмеген үлестерден есептелген; интервалында нөл бар айырма сұр түсті.
benchmark-interval = Интервал: үлестің осы БАҚ ішіндегі күннен күнге ауытқуы; салыстыру көрсеткіші дәл деп алынған.
benchmark-heading-pair = Үлес және салыстыру, %
benchmark-heading-difference = Айырма, п.~т.

## Outlets and actors as a matrix

matrix-title = { $pool }: әр БАҚ бойынша
matrix-subtitle = Жолдағы үлес, %; әр БАҚ өз бірлігімен
matrix-base = База: әр жолдың оң жағындағы көлем, өз бірлігімен; бірлігі әртүрлі жолдар орташаланбайды.
matrix-steps = Ұяшық түсі мына шектерден бастап қоюлана түседі, %: { $steps }.
matrix-brief = Әр жол өз бірлігімен.
matrix-alt = БАҚ бойынша үлестер кестесі ({ $pool }): { $outlets }. { $dates }.
matrix-of-outlet = { $outlet }: ең көбі { $actor }, { $total } ішінде { $percent }%
matrix-of-withheld-outlet = { $outlet }: жарияланбаған, барлығы { $total }
matrix-withheld = жарияланбаған: { $reasons }
matrix-owner-and-medium = { $mediumid ->
    [online] { $owner } сайттар
   *[other] { $owner } { $medium }
}

## Recorded days as a calendar

calendar-covered = жазып алынған, қамту бар
calendar-silent = жазып алынған, қамту табылмаған
calendar-part = ішінара жазып алынған
calendar-lost = жазып алынбаған
calendar-unplanned = жоспарланбаған
calendar-unknown = жол жоқ; жазып алынған-алынбағаны белгісіз
calendar-coded-rows = кодталған жолдар
calendar-days-with-rows = жолы бар күндер
calendar-days-recorded = жазып алынған күндер
calendar-total = { $n }/{ $all }
calendar-title = Не жазып алынды: әр БАҚ бойынша
calendar-title-coded = Кодталған жолдары бар күндер: әр БАҚ бойынша
calendar-title-recorded = Жоспарланған әр күн, кем дегенде ішінара, жазып алынған
calendar-base = Зерттеудің мониторинг күнтізбесінен; олқылық ешқашан нөл деп саналмайды.
calendar-base-unknown = Зерттеуде мониторинг күнтізбесі жоқ: жолы жоқ күн қамту болмаған немесе жазып алынбаған күн болуы мүмкін.
calendar-losses = Толық не ішінара жазып алынбаған: { $losses }.
calendar-brief = Олқылық ешқашан нөл деп саналмайды.
calendar-of-outlet = { $outlet }: { $total }
calendar-alt = Мониторинг күндерінің күнтізбесі, жазбасы не жолы бар күндер: { $outlets }. { $dates }.
calendar-numbers = Сурет күндері: { $title }

## Agreement between coders

agreement-variable = айнымалы
agreement-alpha = альфа
agreement-verdict = қорытынды
agreement-units = бірліктер
agreement-tentative-from = шартты: кемінде { $alpha }
agreement-reliable-from = сенімді: кемінде { $alpha }
agreement-title = { $all }~айнымалы ішінде сенімдісі – { $n }
agreement-title-with-alike = { $all }~айнымалы ішінде сенімдісі – { $n }; { $alike }~айнымалыда бір ғана санат болды
agreement-subtitle = Криппендорф альфасы, { $level }%-дық интервалмен
agreement-coders-and-dates = { $n }~кодтаушы, { $dates }
agreement-base = База: екі не одан көп кодтаушы кодтаған материалдар саны, әр жолдың жанында. Келісім пайыздары мен барлық коэффициент – кестелерде.
agreement-scale = Толық келісімде альфа 1, кездейсоқ келісімде 0; іші бос нүкте төменгі шектен төмен.
agreement-brief = Альфа: 1 – толық келісім, 0 – кездейсоқ келісім.
agreement-of-variable = { $variable } { $alpha }
agreement-alt = Нүктелі диаграмма, кодтаушылар келісімі (Криппендорф альфасы): { $variables }. { $dates }.
