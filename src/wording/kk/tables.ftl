### Tables of figures, of coverage, of agreement between coders, and of sampling plans.

## Intervals

interval = { $low }…{ $high }
interval-range = { $low }–{ $high }
of-intervals = Интервалдар көрсеткіштің бақыланған БАҚ ішінде күннен күнге қанша ауытқитынын көрсетеді; олар барлық БАҚ үшін қателік шегі емес және кодтау қателігін ескермейді.

## What a table is broken down by: headings of columns

dimension-outlet = БАҚ
dimension-medium = БАҚ түрі
dimension-ownership = меншік түрі
dimension-programme = бағдарлама
dimension-genre = жанр
dimension-daypart = тәулік бөлігі
dimension-page = бет
dimension-position = рет нөмірі
dimension-day = күн
dimension-week = апта
dimension-period = кезең
dimension-actor = субъект
dimension-group = топ
dimension-capacity = рөл
dimension-voice = сөз түрі
dimension-tone = реңк
dimension-coder = кодтаушы
dimension-quantity = өлшем

## Measures, in the column `measure` and, with a capital, in captions

measure-share = үлес
measure-pools = жиынтықтар
measure-rank = орын
measure-range = ауқым
measure-tone = реңк
measure-tone-kind = реңк түрі
measure-tone-balance = реңк балансы
measure-tone-mean = орташа реңк
measure-tone-coded = кодталған реңк
measure-voice = сөз түрі
measure-voice-coded = кодталған сөз түрі
measure-prominence = көрнектілік
measure-front-page = бірінші бет
measure-prime-time = прайм-тайм
measure-mean-position = орташа рет нөмірі
measure-trend = тренд
measure-cumulative = өспелі қосынды
measure-moving = жылжымалы мән
measure-change = өзгеріс
measure-change-of-ends = шеткі кезеңдер айырмасы
measure-lead = озу айырмасы
measure-gap = айырма
measure-ratio = қатынас
measure-concentration = шоғырлану
measure-hhi = Херфиндаль–Хиршман индексі
measure-hhi-normalised = нормаланған Херфиндаль–Хиршман индексі
measure-effective-number = тиімді сан
measure-effective-number-entropy = энтропия бойынша тиімді сан
measure-entropy = энтропия
measure-evenness = біркелкілік
measure-gini = Джини коэффициенті
measure-atkinson = Аткинсон индексі
measure-comprehensive-concentration = кешенді шоғырлану индексі
measure-largest-share = ең үлкен үлес
measure-loosemore-hanby = Лузмор–Хэнби индексі
measure-gallagher = Галлахер индексі
measure-rae = Рэй индексі
measure-largest-ratio = ең үлкен қатынас
measure-largest-gap = ең үлкен айырма
measure-sainte-lague = Сент-Лагю индексі
measure-slope = көлбеулік
tone-kind-negative = теріс
tone-kind-neutral = бейтарап
tone-kind-positive = оң

## Headings of columns

column-measure = көрсеткіш
column-percent = %
column-points = п.~т.
column-value = мән
column-interval = { $level }%-дық интервал
column-amount = көлем
column-of = бөлгіш
column-items = материал
column-outlet-days = БАҚ-күн
column-recorded = жазып алынған
column-remarks = ескертпе
column-benchmark = салыстыру
column-ahead-of = кімнен көп
column-pool-and-weighting = жиынтық:салмақтау
column-part = бөлік
column-variable = айнымалы
column-level = шкала
column-coders = кодтаушы
column-units = бірлік
column-all-agree = бәрі келіскен, %
column-holsti = Холсти, %
column-alpha = альфа
column-verdict = қорытынды
column-other-coefficients = өзге коэффициент
column-rows = жол
column-minutes-coded = кодталған, мин
column-minutes-per-hour = мониторинг сағатына, мин
column-without-tone = реңксіз, %
column-mean-tone = орташа реңк
column-round-durations = 5~с еселігі, %
column-interval-of-coding = кодтаудың { $level }%-дық интервалы
column-coded-twice = екі рет кодталған
column-weekday = апта күні
column-bulletins = шығарылым
column-outlet-days-now = БАҚ-күн, қазір
column-points-now = ±~п.~т., қазір
column-design-effect = дизайн әсері
column-outlet-days-for = ±{ $points } үшін БАҚ-күн
column-days-of-each-outlet = әр БАҚ-қа, күн
column-item = материал
column-coded-by = кім кодтаған
column-to-be-coded-by = кім кодтайды
column-place = орны

## Tables of figures

table-shares-caption = Үлестер: { $pool }, { $weighting }
table-pools-caption = Әр жиынтық пен салмақтау бойынша үлестер
table-caption = { $measure }: { $pool }, { $weighting }
table-no-coverage = Бұл жиынтық бойынша қамту табылмады.
table-flag = { $flag }: { $meaning }.
table-percent = { $percent }%
table-points = { $points }~п.~т.
allocations = Бірнеше субъект бір көлемді бөліссе, әрқайсысына мынадай көлем есептеледі ({ $sources }).
allocation-equal = { $source }: оның тең бөлігі
allocation-whole = { $source }: оның бүкіл көлемі

## Coverage

coverage-caption = БАҚ және мониторинг мерзімінде кодталғанның бәрі, барлық субъект пен жанр бойынша
coverage-medium = БАҚ түрі
coverage-ownership = Меншік түрі
coverage-days-planned = Жоспар, күн
coverage-days-lost = Жоғалған, күн
coverage-hours-planned = Жоспар, сағат
coverage-hours-lost = Жоғалған, сағат
coverage-recorded = Жазып алынған
coverage-days = Күн
coverage-items = Материал
coverage-rows = Жол
coverage-none = қамту жоқ
coverage-days-and-amounts = Күн – кемінде бір кодталған жолы бар күн. Бірліктері әртүрлі көлемдер ешқашан қосылмайды.
coverage-not-recorded = Толық не ішінара жазып алынбаған: { $losses }.
coverage-gap-no-zero = Олқылық нөл емес: жоғалған жазба ешбір көрсеткіште қамту болмаған күн деп саналмайды.

## Agreement between coders

coders-agreement-caption = Кодтаушылар келісімі
coders-agreement-note = Кодтаушылар келісімі: { $agreements }.
coders-all = барлығы
coders-pair = { $first } және { $second }
coders-against-rest = { $coder } және қалғандары
level-nominal = номиналды
level-ordinal = реттік
level-interval = интервалдық
level-ratio = қатынастық
coefficient-cohen = Коэн
coefficient-scott = Скотт
coefficient-fleiss = Флейсс
coefficient-conger = Конджер
coefficient-ac1 = AC1
coefficient-ac2 = AC2
coefficient-brennan-prediger = Бреннан–Предигер
coefficient-weighted-kappa = салмақталған каппа
weights-quadratic = квадраттық
weights-ordinal = реттік
coders-coefficient = { $name } { $value }
coders-weighted-coefficient = { $name } ({ $weights }) { $value }
coders-apart = орташа айырма { $amount } ({ $relative }%)
coders-apart-within = орташа айырма { $amount } ({ $relative }%), рұқсат етілген шекте { $within }%
coders-seconds = { $number }~с
coders-area = { $number }~см²
coders-marks = Альфа – Криппендорф альфасы: { $reliable } және одан жоғары – сенімді, { $tentative } және одан жоғары – шартты. Интервалдар: бірліктер қайта іріктелген, { $replicates }~репликация, бастапқы мән { $seed }. Бір ғана санаты бар айнымалының альфасы, келісім пайызы қандай болса да, анықталмайды. Бреннан мен Предигер коэффициенті кодтаушылар жұптарын санайды. p-мәні берілмейді: келісім оның жоқтығы туралы болжаммен салыстырып тексерілмейді.
coders-interval-caption = Кодтаушылар арасындағы келіспеушіліктің үлестерге әсері
coders-interval-note = Бұл интервал тек кодтауға қатысты және күндер интервалын алмастырмайды, оның жанында тұрады: ол сол материалдарды өзге кодтаушылар кодтағанда қандай нәтиже шығуы мүмкін екенін көрсетеді. Екі рет кодталған материалдар барлық материалдың кездейсоқ бөлігі, кодтаушылар өзара тең, ал қателері материалдар арасында тәуелсіз деп алынады; барлық кодтаушы бірдей жіберетін қате бұған кірмейді.

## What each coder does

coders-conduct-caption = Кодтаушылардың жұмысы
coders-heaping-expected = Бүтін секундтардың бестен бірі кездейсоқ түрде беске еселі; кәсіби өлшенген { $n }~ұзақтықтың { $percent }~пайызы сондай.
coders-heaping = { $coder }: { $n }~ұзақтықтың { $percent }~пайызы 5~секундқа еселі, күтілетіні 20%: қолмен дөңгелектелген бе?
coders-other-tone = { $coder }: орташа реңк { $mean }, өзгелерде { $others }; БАҚ басқа ма, әлде шкала басқаша түсінілген бе?
coders-drift = { $coder }: { $first } күні басталған аптада орташа реңк { $before }, { $last } күні басталған аптада { $after }: шкаланы түсіну өзгерген бе?

## Sampling plans

weekday-1 = дүйсенбі
weekday-2 = сейсенбі
weekday-3 = сәрсенбі
weekday-4 = бейсенбі
weekday-5 = жұма
weekday-6 = сенбі
weekday-7 = жексенбі
plan-days-caption = Мониторинг күндері, құрастырылған апталар бойынша
plan-days-drawn = Кездейсоқ іріктелген, бастапқы мән { $seed }: аптаның әр күнінен апта саны қанша болса, сонша. Өлшегенде `[uncertainty]` ішінде `drawn_from` кілтін көрсетіңіз.
plan-size-caption = ±{ $points }~пайыздық тармақ үшін қажет БАҚ-күндер
plan-size-note = Осы үлестердің бұған дейін күннен күнге қанша ауытқығанынан есептелген. Дизайн әсері күндерді жеке-жеке іріктелген шығарылымдармен салыстырады: ол 1-ден төмен болса, бір күннің шығарылымдары бірін-бірі теңестіреді. Бұларға қосылатын өзге БАҚ өзінше ауытқиды.
plan-double-caption = Екі рет кодталатын материалдар: бір рет кодталғанның { $percent }~пайызы
plan-double-drawn = Кездейсоқ іріктелген, бастапқы мән { $seed }; әр БАҚ пен кодтаушыдан бірдей бөлік алынған. Екінші кодтаушы бірінші кодтауды көрмеуі тиіс.
