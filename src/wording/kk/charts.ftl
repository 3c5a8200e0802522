### Words of the charts of shares, and words that all charts share. `~` is a blank at which no line breaks.

## Headings of the tables beside charts

heading-actor = Субъект
heading-outlet = БАҚ
heading-daypart = Тәулік бөлігі
heading-share = Үлес
heading-amount = Көлем
heading-percent = %
heading-percent-of = { $name }, %

## What several charts say

chart-numbers = Сурет сандары: { $title }
chart-rows-may-not-sum = Жол бойынша қосынды 100 болмауы мүмкін.
chart-interval-heading = { $level }%-дық интервал
chart-others = өзгелер ({ $n })
chart-others-together = өзгелер
chart-percent = { $percent }%
chart-name-and-share = { $name } { $share }
chart-share-in-row = { $row } – { $name } { $percent }%
chart-title-shares = { $pool }: үлестер ({ $place })
chart-share-among = Үлес, %: { $quantity }; { $actors }
chart-share-of-each-outlet = Әр БАҚ ішіндегі үлес, %: { $quantity }
chart-outlets-and-dates = { $outlets }, { $dates }
chart-base-in-items = База: { $amount }, { $items }.
chart-base-in-items-and-days = База: { $amount }, { $items }, { $days }.
chart-base-beside-bars = База: әр жолақтың оң жағындағы көлем.
chart-base-brief = { $amount }, { $items }.
chart-withheld = Жарияланбаған: { $outlets }.

## Shares of one group

share-title-all = { $name }: 100% ({ $pool }, { $place })
share-title-half = { $name }: жартыдан көп ({ $pool }, { $place })
share-subtitle-with-interval = Үлес, %: { $quantity }; { $actors }; { $level }%-дық интервалмен
share-interval = { $level }%-дық интервал: { $name } { $limits }%, осы БАҚ ішіндегі күннен күнге ауытқу; бұл барлық БАҚ үшін қателік шегі емес.
share-equal-source = { $name } = 100% ÷ { $actors }: { $source }; бағдар үшін, әділдік стандарты емес.
share-brief-interval = Интервал: күннен күнге.
share-brief-dashed = Үзік сызық: { $line }.
share-alt = Бағанды диаграмма, { $n }~субъектінің үлестері ({ $pool }, { $place }): { $shares }. { $dates }.

## A whole and its parts

parts-others = тағы { $n }~субъект
parts-squares = Бір шаршы – бір пайыз; бүтін шаршылар ең үлкен қалдық тәсілімен есептелген.
parts-alt-waffle = Жүз шаршы түріндегі үлестер ({ $pool }, { $place }): { $shares }. { $dates }.
parts-alt-pie = Дөңгелек диаграмма, үлестер ({ $pool }, { $place }): { $shares }. { $dates }.

## Outlets as stacks

stack-title = { $pool }: { $place }, әр БАҚ бойынша
stack-order = Реті: меншік түрі, одан кейін үлес ({ $name }). Әр үлестің интервалы – кестелерде.
stack-alt = Жинақталған жолақтар, үлестер ({ $pool }, { $place }): { $shares }. { $dates }.

## Outlets as panels

panels-title-largest = { $name }: әр БАҚ-та үлесі ең үлкен ({ $outlets })
panels-title = { $pool }: әр БАҚ-тағы үлестер ({ $place })
panels-subtitle-with-interval = Әр БАҚ ішіндегі үлес, %: { $quantity }; { $level }%-дық интервалмен
panels-subtitle-with-line = { $measure }. Нүктелі сызық: { $line }
panels-base = База: әр атаудың жанындағы көлем.
panels-one-scale = Барлық панельде шкала мен рет бірдей.
panels-alt = Бағанды диаграммалар, әр БАҚ-қа біреуден; үлестер ({ $pool }, { $place }); { $name }: { $shares }. { $dates }.

## Parts of the broadcast day as bands

bands-daypart = { $daypart }, { $from }–{ $to }
bands-title = { $pool }: { $place }, тәулік уақыты бойынша
bands-subtitle = Тәуліктің әр бөлігіндегі үлес, %: { $quantity }
bands-alt = Жинақталған жолақтар, тәулік бөліктері бойынша үлестер ({ $pool }, { $place }): { $shares }. { $dates }.
