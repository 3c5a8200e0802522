### The key findings and the chapters of results.

## Chapter 1, key findings

report-rejected-listed = Олардың тізімі rejected.csv файлында, саны D қосымшасында берілген.
report-chapter-key-findings = 1 Негізгі қорытындылар
report-no-findings = Зерттеу жиынтықтары бойынша қамту табылмады.
report-compare = Сол бір қамту ({ $place }): { $n }~бөлгіш бойынша
report-heading-published = { $name }, жарияланған, %
report-shares-by-denominator = Бөлгіштер бойынша үлестер ({ $place })
report-total-of = { $name }: { $amount }, { $items }
report-totals = Жиыны: { $totals }.
report-source-of = { $name }: { $source }, { $date }.
report-no-coverage = қамту жоқ
report-from-to = Бірінші бөлгіш: { $first }; екіншісі: { $second }
report-instead-of = { $second }; бұрынғысы: { $first }
report-what-differs = { $actor } ({ $place }): бір үлестен екіншісіне өту, әр қадамда бір белгі
report-heading-taken-over = Ауыстырылған белгі
report-heading-which = Мазмұны
report-heading-then = { $actor }, осыдан кейін, %
report-each-row-keeps = Әр жолда одан жоғарғы жолдардағы өзгерістер сақталады; әр өтудегі соңғы жол – екінші бөлгіш.

## Sentences of the key findings. Names are given in the nominative; $place is in print, on television ...; $pool the name of a
## denominator; $interval two limits: 48.1 to 55.9; $level the level of the interval.

s01-share = { $actor } алған үлес: { $percent }% ({ $pool }, { $place }; { $basis }).
s01-share-with-interval = { $actor } алған үлес: { $percent }% ({ $level }%-дық интервал: { $interval }); { $pool }, { $place } ({ $basis }).
s01-withheld = { $actor } алған көлем: { $whole } ішінде { $part } ({ $pool }, { $place }; { $items }); мұндай аз көлемге пайыз берілмейді.
sentence-part-of = { $whole } ішінде { $part }
sentence-care = сақтықпен оқу керек: { $reasons }
sentence-table = { $n }-кесте
sentence-figure = { $n }-сурет.
sentence-denominators-differ = Үлестер ({ $place }) әртүрлі, өйткені бөлгіштері мына белгілер бойынша әртүрлі: { $respects } ({ $table }-кесте).

s02-lead = { $actor } ({ $place }): қамтудағы үлесі барлық өзге субъектіден жоғары; келесісі – { $other }, үлестерінің айырмасы { $points }~пайыздық тармақ ({ $level }%-дық интервал: { $interval }).
s02-tie = Қамтудағы үлесі ең жоғары субъектілер ({ $place }): { $actor } және { $other }; көлемдері бірдей.
s02-within-variation = Қамтудағы үлесі ең жоғары субъектілер ({ $place }): { $actor } және { $other }; үлестерінің айырмасы – { $points }~пайыздық тармақ, бұл күннен күнге ауытқу шегінде ({ $level }%-дық интервал: { $interval }).

s03-tone = { $actor } ({ $place }): реңкі кодталған { $coded } ішінде { $negative }% теріс, { $neutral }% бейтарап, { $positive }% оң ({ $agreement }).
s03-tone-little = { $actor } ({ $place }): реңкі кодталған { $coded } ішінде теріс – { $negative }, оң – { $positive }; мұндай аз көлемге пайыз берілмейді.
sentence-agreement-not-measured = кодтаушылар келісімі өлшенбеген

s04-voice = { $actor } ({ $place }): сөз түрі кодталған { $coded } ішінде төл сөз – { $part } ({ $percent }%).
s04-voice-with-interval = { $actor } ({ $place }): сөз түрі кодталған { $coded } ішінде төл сөз – { $part } ({ $percent }%; { $level }%-дық интервал: { $interval }).

s05-benchmark-above = { $actor } ({ $place }): үлесі «{ $benchmark }» көрсеткішінен { $points }~пайыздық тармаққа жоғары болды ({ $level }%-дық интервал: { $interval }). Бұл бағдар үшін берілген, стандарт емес.
s05-benchmark-below = { $actor } ({ $place }): үлесі «{ $benchmark }» көрсеткішінен { $points }~пайыздық тармаққа төмен болды ({ $level }%-дық интервал: { $interval }). Бұл бағдар үшін берілген, стандарт емес.
s05-benchmark-no-difference = { $actor } ({ $place }): үлесінің «{ $benchmark }» көрсеткішінен өлшенетін айырмасы болмады ({ $level }%-дық интервал: { $interval }). Бұл бағдар үшін берілген, стандарт емес.

s06-change-rose = { $actor } ({ $place }): үлесі өсіп, { $percent }% болды ({ $points }~пайыздық тармақ; { $level }%-дық интервал: { $interval }).
s06-change-fell = { $actor } ({ $place }): үлесі төмендеп, { $percent }% болды ({ $points }~пайыздық тармақ; { $level }%-дық интервал: { $interval }).
s06-no-change = { $actor } ({ $place }): үлесінде алдыңғы кезеңмен салыстырғанда өлшенетін өзгеріс болмады ({ $points }~пайыздық тармақ; { $level }%-дық интервал: { $interval }).

s07-absence = { $actors } ({ $place }): қамтылғаны табылмады; қамту бар барлығы { $days } қаралды.
s07-absence-in-recorded = { $actors } ({ $place }): жазып алынған бөлікте (жоспардың { $percent }~пайызы) қамтылғаны табылмады.
s07-absence-without-plan = { $actors } ({ $place }): қамтылғаны табылмады; қамту бар барлығы { $days } қаралды; не жоспарланғаны белгісіз.

s08-owners = { $actor } ({ $place }), үлесі: { $parts }.
s08-part = { $owned } { $percent }% ({ $outlets }, { $whole })
s08-part-withheld = { $owned } үлесі жарияланбаған ({ $outlets }, { $whole })

## Chapter 5, overall picture

report-chapter-overall = 5 Жалпы көрініс
report-pool-in-place = { $pool }: { $place }
report-heading-share = Үлес, %
report-heading-interval = Интервал
report-shares-and-benchmark = Үлестер және салыстыру көрсеткіші: { $benchmark }
report-heading-difference = Айырма, п.~т.
report-source = { $source }, { $date }.

## Chapter 6, ownership

report-chapter-ownership = 6 Мемлекеттік және жекеменшік БАҚ
report-heading-owned = { $mediumid ->
    [online] { $owner } сайттар, %
   *[other] { $owner } { $medium }, %
}
report-totals-by-owner = Барлығы { $totals }.

## Chapter 7, outlets

report-chapter-outlets = 7 БАҚ бойынша
report-outlet-base = { $pool } ({ $medium }): { $amount }, { $items }, { $days }.
report-outlet-base-owned = { $mediumid ->
    [online] { $pool } ({ $owner } сайт): { $amount }, { $items }, { $days }.
   *[other] { $pool } ({ $owner } { $medium }): { $amount }, { $items }, { $days }.
}
report-programmes = Бағдарламалар мен айдарлар ({ $n }): { $programmes }.
report-care = Сақтықпен оқу керек: { $reasons }.
report-pool-of-outlet = { $pool }: { $outlet }
report-outlets-without-coverage = Бұл бөлгіш бойынша қамту жоқ: { $outlets }.

## Chapter 8, change over time

report-chapter-change = 8 Уақыт бойынша өзгеріс
report-no-periods = Зерттеуде бірінен кейін бірі келетін кезеңдер жоқ: ештеңе салыстырылмайды. Әр кезең study.toml файлындағы [[period]] бөлімінде беріледі.
report-when-a-change = Интервалына нөл кірмегенде ғана өзгеріс бар делінеді; қалғандары күннен күнге ауытқу шегінде.
report-first-period = Бұл – бірінші кезең: оның алдында кезең жоқ.
report-changed = өзгерді
report-no-measurable-change = өлшенетін өзгеріс жоқ
report-shares-of-period = Үлестер ({ $place }): алдыңғы кезең, осы кезең және басынан бері
report-heading-before = Алдыңғы, %
report-heading-this-period = Осы кезең, %
report-heading-change = Өзгеріс, п.~т.
report-heading-verdict = Қорытынды
report-heading-so-far = Басынан бері, %
report-unrounded = Айырмалар дөңгелектелмеген үлестерден есептелген.
report-shares-of-periods = Кезеңдер бойынша үлестер ({ $place })
report-heading-all = Барлығы, %
report-marked-change = * Алдыңғы кезеңмен салыстырғандағы өзгеріс интервалына нөл кірмейді.

## Chapter 9, paid and free airtime

report-chapter-airtime = 9 Ақылы және тегін эфир уақыты
report-no-airtime = Зерттеуде тек ақылы не тегін эфир уақытына арналған бөлгіш жоқ.
report-campaign-apart = Үгіт материалдары бөлек берілген: олар редакциялық қамтудың ешбір үлесіне кірмейді.
