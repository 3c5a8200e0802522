### Words of the charts of shares, and words that all charts share. `~` is a blank at which no line breaks.

## Headings of the tables beside charts

heading-actor = الجهة الفاعلة
heading-outlet = الوسيلة الإعلامية
heading-daypart = فترة البث
heading-share = الحصة
heading-amount = المقدار
heading-percent = %
heading-percent-of = { $name }، %

## What several charts say

chart-numbers = أرقام الشكل: { $title }
chart-rows-may-not-sum = قد لا يساوي مجموع الصفوف 100.
chart-interval-heading = مجال { $level }%
chart-others = أخرى ({ $n })
chart-others-together = أخرى
chart-percent = { $percent }%
chart-name-and-share = { $name } { $share }
chart-share-in-row = { $row } { $name } { $percent }%
chart-title-shares = { $pool }: الحصص { $place }
chart-share-among = { $actors }: الحصة من { $quantity }، %
chart-share-of-each-outlet = الحصة من { $quantity } في كل وسيلة إعلامية، %
chart-outlets-and-dates = { $outlets }، { $dates }
chart-base-in-items = الأساس: { $amount } ({ $items }).
chart-base-in-items-and-days = الأساس: { $amount } ({ $items }، { $days }).
chart-base-beside-bars = الأساس: المقدار على يمين كل عمود.
chart-base-brief = { $amount }، { $items }.
chart-withheld = حصص محجوبة: { $outlets }.

## Shares of one group

share-title-all = { $name }: كامل { $pool } { $place }
share-title-half = { $name }: أكثر من نصف { $pool } { $place }
share-subtitle-with-interval = { $actors }: الحصة من { $quantity }، %، مع مجال { $level }%
share-interval = مجال { $level }%: { $name } { $limits }%، للتباين من يوم إلى آخر في هذه الوسائل؛ وليس هامش خطأ لجميع وسائل الإعلام.
share-equal-source = { $name } = 100% ÷ { $actors }: { $source }؛ للاسترشاد، لا معيارًا للإنصاف.
share-brief-interval = المجال: من يوم إلى آخر.
share-brief-dashed = الخط المتقطع: { $line }.
share-alt = مخطط أعمدة للحصص من { $pool } { $place } (عدد الجهات الفاعلة: { $n }): { $shares }. { $dates }.

## A whole and its parts

parts-others = { $n ->
    [one] جهة أخرى
    [two] جهتان أخريان
    [few] { $n }~جهات أخرى
    [many] { $n }~جهة أخرى
   *[other] { $n }~جهة أخرى
}
parts-squares = كل مربع يمثل واحدًا في المئة؛ مربعات كاملة بطريقة أكبر البواقي.
parts-alt-waffle = مئة مربع للحصص من { $pool } { $place }: { $shares }. { $dates }.
parts-alt-pie = مخطط دائري للحصص من { $pool } { $place }: { $shares }. { $dates }.

## Outlets as stacks

stack-title = { $pool } { $place }، بحسب الوسيلة الإعلامية
stack-order = الترتيب: الملكية، ثم الحصة ({ $name }). مجالات جميع الحصص: في الجداول.
stack-alt = أعمدة مكدسة للحصص من { $pool } { $place }: { $shares }. { $dates }.

## Outlets as panels

panels-title-largest = أكبر حصة في كل وسيلة إعلامية: { $name } ({ $outlets })
panels-title = { $pool } { $place }: الحصص في كل وسيلة إعلامية
panels-subtitle-with-interval = الحصة من { $quantity } في كل وسيلة إعلامية، %، مع مجال { $level }%
panels-subtitle-with-line = { $measure }. الخط المنقّط: { $line }
panels-base = الأساس: المقدار بجانب كل اسم.
panels-one-scale = مقياس واحد وترتيب واحد في جميع اللوحات.
panels-alt = مخططات أعمدة للحصص من { $pool } { $place }، مخطط لكل وسيلة إعلامية؛ { $name }: { $shares }. { $dates }.

## Parts of the broadcast day as bands

bands-daypart = { $daypart }، { $from }–{ $to }
bands-title = { $pool } { $place } بحسب فترة البث
bands-subtitle = الحصة من { $quantity } في كل فترة بث، %
bands-alt = أعمدة مكدسة للحصص من { $pool } { $place } بحسب فترة البث: { $shares }. { $dates }.
