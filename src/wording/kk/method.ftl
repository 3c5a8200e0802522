### The method, the limitations, the appendices, the kinds of report, and what every format says around them: document, workbook,
### coding sheet.

## Chapter 2, what was monitored

method-chapter-monitored = 2 Не бақыланды
method-monitored = { $outlets }~БАҚ { $days }~күн бақыланды ({ $dates }). Материал бір рет саналады; бірнеше субъектіге ортақ материал бірнеше жолда кодталады және көлемі әр жолда кодталған күйінде тұрады.

## Chapter 3, how it was measured

method-chapter-measured = 3 Қалай өлшенді
method-coded-row = Кодталған жол – бір көріну: бір материалдағы бір субъект; ол уақытпен, баспасөзде ауданмен өлшенеді, ал көріну саналатын жерде бір рет саналады. Уақыт – бүтін миллисекунд, аудан – бүтін шаршы миллиметр; қосындылар – бүтін сандар, үлес бір рет, ең соңында бөлінеді.
method-rounding = Пайыздар дәл бөліндіден { $rule } ережесімен { $n }~ондық таңбаға дейін дөңгелектенеді, сондықтан кесте жолдарының қосындысы 100 болмауы мүмкін. Уақыт, аудан және материалдар бір-біріне ешқашан қосылмайды.
method-section-denominators = Бөлгіштер
method-denominators-hold = Әр бөлгіштің құрамы; аталмағаны толық алынады
method-heading-denominator = Бөлгіш
method-heading-respect = Белгі
method-heading-holds = Құрамы

## Chapter 4, how sure the figures are

method-chapter-certainty = 4 Көрсеткіштер қаншалықты сенімді
method-exact-share = Әр үлес – мониторинг мерзімінде кодталғанның дәл үлесі: ол – бақыланған күндер туралы факт, бақыланбаған БАҚ пен күндер туралы ештеңе айтпайды.
method-policy = Аз дерекке негізделген көрсеткіштің жанында, ал «withhold» саясатында оның орнында түсіндірме сөз тұрады; кестедегі [u] белгісі – осындай көрсеткіш. Мұнда «{ $policy }» саясаты қолданылады; шектері: { $thresholds }.
method-taken-for-all = Кодталғаны мониторинг мерзіміндегі барлық материал деп алынды. Интервалдар үлестің күннен күнге қанша ауытқитынын сипаттайды; олар сауалнаманың іріктеу қателігі емес және кодтау қателігін ескермейді.
method-days-drawn = Мониторинг күндері көбірек күннің ішінен кездейсоқ іріктелген, интервалдар іріктелмеген күндерді ескереді. Кодтау қателігі оларға кірмейді.
method-no-intervals = Интервал берілмейді: зерттеуде сұралмаған.
method-intervals-linear = { $level }%-дық интервалдар қатынастың сызықтандырылған дисперсиясынан, Стьюденттің t-үлестірімі бойынша, логит шкаласында алынған: страталар – БАҚ, ауытқитын бірлік – { $cluster ->
    [programme] БАҚ-тың бір күндегі бағдарламасы
   *[day] БАҚ-тың бір күні
}.
method-intervals-bootstrap = { $level }%-дық интервалдар бутстреппен алынған, { $replicates }~репликация ({ $method }, бастапқы мән { $seed }): страталар – БАҚ, ауытқитын бірлік – { $cluster ->
    [programme] БАҚ-тың бір күндегі бағдарламасы
   *[day] БАҚ-тың бір күні
}.
method-no-second-coding = Парақтарда екінші кодтау жоқ: кодтаушылар келісімі белгісіз.
method-section-agreement = Кодтаушылар келісімі
method-second-coding = Бүкіл зерттеу парақтарында екінші кодтаудың { $n }~жолы бар. Олар ешбір үлеске кірмейді және екі адамның бір материалды қаншалықты бірдей кодтайтынын көрсетеді.

## Chapter 11, limitations

method-chapter-limitations = 11 Шектеулер
method-limit-chosen-outlets = Үлестер тек бақыланған БАҚ-қа қатысты; олар таңдап алынған және барлық БАҚ-тың іріктемесі емес.
method-limit-no-calendar = Кодталған жолы жоқ күн қамту болмаған немесе жазып алынбаған күн болуы мүмкін: парақтарда қайсысы екені айтылмаған.
method-limit-lost = Жоғалған жазбалар – нөл емес, олқылық; оларда не болуы мүмкін екені белгісіз.
method-limit-shared-items = Бірнеше субъектіге ортақ материал әрқайсысына кодталған күйінде есептеледі; бөлудің өзге тәсілдері өзге үлестер береді.
method-limit-no-judgement = Үлес – көлем, бағалау емес: реңк, тақырып және жаңалықтың маңызы оған кірмейді.

## Chapter 12, corrections

appendix-chapter-corrections = 12 Түзетулер
appendix-nothing-corrected = Ештеңе түзетілген жоқ. Түзетулер study.toml файлында тізіледі және мұнда бұрынғысы мен қазіргісі қатар беріледі.
appendix-corrections = Бірінші нұсқадан бергі түзетулер
appendix-heading-date = Күні
appendix-heading-what = Не түзетілді
appendix-heading-was = Бұрынғысы
appendix-heading-is = Қазіргісі

## Appendix A, full tables

appendix-chapter-tables = A Толық кестелер
appendix-files = Әр бөлгіштің үлестері мына файлдарда, әр ұяшыққа бір жолдан: бөлінгіш, бөлгіш және база секундпен, см²-мен не көріну санымен, сондай-ақ әрқайсысының кілті берілген. tables.xlsx жұмыс кітабында олар формула түрінде.
appendix-tables-as-csv = CSV кестелері
appendix-heading-file = Файл
appendix-heading-denominator = Бөлгіш
appendix-heading-broken-down-by = Қалай бөлінген
appendix-by-medium = БАҚ түрі
appendix-by-ownership = меншік түрі
appendix-by-outlet = БАҚ

## Appendix B, codebook

appendix-chapter-codebook = B Кодификатор
appendix-codebook-version = Нұсқасы { $version }. Субъектілер:
appendix-actors = Субъектілер
appendix-heading-id = ID
appendix-heading-group = Топ
appendix-heading-party = Партия
appendix-heading-dates = Мерзімі
appendix-dates = { $from } – { $to }
appendix-dates-from = { $from } – …
appendix-dates-to = … – { $to }

## Appendix C, recording log

appendix-chapter-recording = C Жазу журналы
appendix-no-calendar = Зерттеуде мониторинг күнтізбесі жоқ: кодталған жолдардан басқа не жазып алынғаны белгісіз.
appendix-all-recorded = Жоспарланғанның бәрі жазып алынды.
appendix-failed-recordings = Сәтсіз аяқталған жазбалар
appendix-heading-day = Күн
appendix-heading-lost = Жоғалған уақыт
appendix-heading-reason = Себебі
appendix-hours = { $from } – { $to }
appendix-whole-day = толық күн

## Appendix D, rows left out

appendix-chapter-rows = D Есепке кірмеген жолдар
appendix-rows = Зерттеудің барлық парағы бойынша: оқылған { $read }~жол = пайдаланылған { $used } + зерттеу аясынан тыс { $out } + қабылданбаған { $rejected }.
appendix-rows-by-code = Ешбір үлеске кірмеген жолдар, код бойынша
appendix-heading-code = Код
appendix-heading-rows-are = Жолдардың күйі
appendix-heading-rows = Жолдар
appendix-rows-out-of-scope = зерттеу аясынан тыс
appendix-rows-rejected = қабылданбаған
appendix-explain-code = evenhand explain CODE пәрмені код сипаттамасын көрсетеді. Кодтаушылар келісімі екінші кодтауларға (N411) негізделген.

## Appendix E, reproduction

appendix-chapter-reproduction = E Осы есепті қайта жасау
appendix-made-by = { $tool } бағдарламасы { $study } зерттеуінен жасаған; сол қалта мен сол пәрмен дәл сол байттарды береді.
appendix-command = Пәрмен: { $command }, зерттеу тұрған қалтадан.
appendix-manifest = Осы қалтадағы sha256sum -c manifest-sha256.txt пәрмені файлдардың өзгергенін не өзгермегенін көрсетеді.
appendix-digest = Барлық кіріс файлдың хеш-сомасы: { $digest }
appendix-inputs = Кіріс файлдар және олардың SHA-256 хеш-сомалары
appendix-heading-role = Міндеті
appendix-heading-bytes = Байт
appendix-heading-digest = SHA-256

## Kinds of report, in the line under the title

kind-preliminary = Алдын ала есеп: { $of }~күннің { $n }~күні
kind-interim = Аралық есеп: { $of }~күннің { $n }~күні
kind-interim-period = Аралық есеп: { $period }, { $of }~кезеңнің { $n }-кезеңі
kind-audit = Аудит кестелері
kind-audit-period = Аудит кестелері: { $period }
kind-final = Қорытынды есеп
kind-final-period = Қорытынды есеп: { $period }

## What every format says

document-contents = Мазмұны
document-figure = { $n }-сурет. { $title }
document-figure-sentence = { $n }-сурет. { $title }.
document-figure-name = { $n }-сурет
document-numbers-of-figure = { $n }-сурет сандары
document-table = { $n }-кесте. { $caption }
document-left-out = Сурет енгізілмеді: { $why }.
document-corrected = түзетілген, 12-тарауды қараңыз
document-version = нұсқасы { $version }
document-chapter-rules = 10 Заң талаптары мен тең қолжетімділікті тексеру
document-no-rule-tested = Бірде-бір ереже тексерілген жоқ.

## The workbook tables.xlsx. Its sheets are called the same in every language: Cover, Contents, Notes, P1 sums, Table 1.

workbook-made-by = { $tool } бағдарламасы `{ $study }` зерттеуінен жасаған.
workbook-formulas = P1, P2 ... парақтарындағы үлестер – формулалар: қосындыны өзгертсеңіз, соған негізделген әр үлес өзгереді. Қалған кестелер есепте басылған күйінде. `{ workbook-column-printed }` бағанында есепте басылған сан тұрады.
workbook-heading-sheet = парақ
workbook-heading-holds = мазмұны
workbook-holds-sums = { $pool }: барлық қосынды, бүтін миллисекундпен, мм²-мен не көріну санымен
workbook-holds-shares = { $by ->
    [medium] { $pool }: БАҚ түрі бойынша үлестер, `{ $sums }` парағы бойынша формулалар
    [ownership] { $pool }: меншік түрі бойынша үлестер, `{ $sums }` парағы бойынша формулалар
   *[outlet] { $pool }: БАҚ бойынша үлестер, `{ $sums }` парағы бойынша формулалар
}
workbook-column-quantity = өлшем
workbook-column-medium = БАҚ түрі
workbook-column-ownership = меншік түрі
workbook-column-outlet = БАҚ
workbook-column-day = күн
workbook-column-actor = субъект
workbook-column-name = атауы
workbook-column-amount = көлем
workbook-column-total = жиыны
workbook-column-share = үлес
workbook-column-printed = басылған %
workbook-column-items = материал
workbook-column-outlet-days = БАҚ-күн
workbook-column-remarks = ескертпе
workbook-heading-sign = белгі не баған
workbook-heading-means = мағынасы
workbook-note-care = сақтықпен оқу керек: себебі `{ workbook-column-remarks }` бағанында
workbook-note-withheld = зерттеу саясаты бойынша жарияланбаған немесе ештеңе жазып алынбаған
workbook-note-no-coverage = қамту жоқ, сондықтан үлес те жоқ
workbook-columns-amount-total = { workbook-column-amount }, { workbook-column-total }
workbook-note-amount = Эфир уақыты бүтін миллисекундпен, аудан мм²-мен (100 мм² = 1 см²) немесе көріну саны. Әртүрлі бірліктер бір-біріне ешқашан қосылмайды.
workbook-note-share = Көлем жиынына бөлінген, дөңгелектелмеген; зерттеудегі ондық таңбалармен көрсетіледі. `mean` және `weighted` кезінде үлес осы екеуінің бөліндісі емес, жеке сан.
workbook-note-printed = Дәл бөліндіден { $rule } ережесімен дөңгелектелген.
workbook-note-remarks = Саясат `{ $policy }`; шектері: { $items }~материалдан аз, { $days }~БАҚ-күннен аз.

## The coding sheet. Its columns and sheets are called the same in every language: the study's source knows them by name.

sheet-title = { $study }: кодтау парағы
sheet-not-in-codebook = Кодификаторда жоқ
sheet-choose-from-list = Тізімнен таңдаңыз немесе кодификаторға жаңа жазба қосуды сұраңыз.
sheet-no-amount = Көлемі жоқ
sheet-amount-above-zero = Көлем – нөлден үлкен сан.
sheet-help-date = Эфир не басылым нөмірі шыққан күн.
sheet-help-outlet = БАҚ.
sheet-help-programme = Бағдарлама не айдар.
sheet-help-start = Материалдың басталу уақыты, сс:мм.
sheet-help-item = Бір материалдың барлық жолына ортақ ID.
sheet-help-actor = Кім көрінеді. Әр субъект пен сөз түріне бір жол.
sheet-help-capacity = Қандай рөлде.
sheet-help-genre = Жаңалық, жарнама, пікірсайыс ...
sheet-help-voice = Өзі сөйлейді ме, әлде ол туралы айтыла ма.
sheet-help-tone = Кодтау мүмкін болмаса, бос қалдырыңыз: бос – бейтарап емес.
sheet-help-amount = Секунд не шаршы сантиметр.
sheet-help-coder = Сіздің кодыңыз.
sheet-help-pass = 1, екінші кодтау болса 2.
sheet-heading-what = түрі
sheet-heading-id = ID
sheet-heading-name = атауы

## Definitions and further limitations

method-tone = { $tone } – { $kind }
method-tones = Реңк – материалдың субъектіге қатысты реңкі, оны кодтаушы қалай естісе не оқыса, солай белгілейді; ол жаңалықтың жақсы не жаман екенін білдірмейді. Кодтар: { $tones }.
method-boundary-full = Мониторинг сағаттарының шегінен асып кететін көріну толық есептеледі.
method-boundary-clip = Мониторинг сағаттарының шегінен асып кететін көрінудің сол сағаттар ішіндегі бөлігі ғана есептеледі.
method-boundary-exclude = Мониторинг сағаттарының шегінен асып кететін көріну есептелмейді.
method-zone = Уақыт { $zone } белдеуінің сағаты бойынша берілген.
method-limit-no-agreement = Бірде-бір материал екі рет кодталмаған: екі кодтаушының қаншалықты келісетіні белгісіз.
method-limit-agreement = Кодтаушылар келісімі «сенімді» шегінен төмен айнымалылар: { $variables }. Олар бойынша көрсеткіштер шартты.
method-limit-small = Жекелеген БАҚ бойынша { $of }~үлестің ішінде { $n }~үлес аз дерекке негізделген; олар белгіленген.
method-limit-hours-changed = Мониторинг сағаттары кезең ішінде өзгерген; өзгеріске дейінгі және одан кейінгі көрсеткіштер бірдей сағаттарға жатпайды.
appendix-rows-file = { $file } ішінде есепке алынған әр кодталған жол файлы мен жол нөмірі көрсетіліп, секундпен, см²-мен не көріну санымен берілген.

## Chapter 10, rules

rules-what-they-are = Бұл ережелер зерттеудің rules.toml файлында жазылған. Әрқайсысы – дереккөзі мен күні бар, осы деректермен салыстырылған мысал; ешқайсысы қандай да бір елдің заңы деп берілмейді.
rules-heading-rule = Ереже
rules-heading-source = Дереккөз
rules-heading-verdict = Қорытынды
rules-heading-kept = Сақталған
rules-heading-cannot-tell = Белгісіз
rules-heading-broken = Бұзылған
rules-caption = Ережелер және олар бойынша қорытындылар
rules-note = Ереже қолданылатын жерлердегі субъектілер саналған. «Белгісіз»: жоғалған жазбалардың мазмұны қорытындыны өзгертуі мүмкін еді.
rules-all-actors = Барлық субъектілер
rules-heading-where = Қайда
rules-heading-had = Алғаны
rules-heading-due = Тиесілісі
rules-heading-difference = Айырма
rules-heading-lost = Жоғалғанда болуы мүмкін
rules-kept = сақталған
rules-cannot-tell = белгісіз
rules-broken = бұзылған
