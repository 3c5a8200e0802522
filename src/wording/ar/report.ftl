### The key findings and the chapters of results.

## Chapter 1, key findings

report-rejected-listed = وهي مدرجة في الملف rejected.csv ومعدودة في الملحق د.
report-chapter-key-findings = 1. النتائج الرئيسية
report-no-findings = لم توجد تغطية ضمن مقامات الدراسة.
report-compare = { $n ->
    [zero] التغطية نفسها { $place }، وفق { $n }~مقام
    [one] التغطية نفسها { $place }، وفق مقام واحد
    [two] التغطية نفسها { $place }، وفق مقامين
    [few] التغطية نفسها { $place }، وفق { $n }~مقامات
    [many] التغطية نفسها { $place }، وفق { $n }~مقامًا
   *[other] التغطية نفسها { $place }، وفق { $n }~مقام
}
report-heading-published = { $name }، النسبة المنشورة %
report-shares-by-denominator = الحصص { $place }، بحسب المقام
report-total-of = { $name }: { $amount } ({ $items })
report-totals = المجاميع: { $totals }.
report-source-of = { $name }: { $source }، { $date }.
report-no-coverage = بلا تغطية
report-from-to = من { $first } إلى { $second }
report-instead-of = { $second }؛ بدلًا من: { $first }
report-what-differs = { $actor } { $place }: ما يحوّل إحدى الحصتين إلى الأخرى، جانبًا بعد جانب
report-heading-taken-over = الجانب المأخوذ
report-heading-which = ما هو
report-heading-then = { $actor } بعد ذلك، %
report-each-row-keeps = يُبقي كل صف تغييرات الصفوف التي فوقه؛ والصف الأخير من كل مسار هو المقام الآخر.

## Sentences of the key findings. Names are given in the nominative; $place is in print, on television ...; $pool the name of a
## denominator; $interval two limits: 48.1 to 55.9; $level the level of the interval.

s01-share = { $actor }: { $percent }% من { $pool } { $place } ({ $basis }).
s01-share-with-interval = { $actor }: { $percent }% (مجال { $level }%: { $interval }) من { $pool } { $place } ({ $basis }).
s01-withheld = { $actor }: { $part } من أصل { $whole } ({ $pool } { $place }؛ { $items })؛ لا تُعطى نسبة مئوية لمقدار بهذا الصغر.
sentence-part-of = { $part } من أصل { $whole }
sentence-care = تُقرأ بحذر: { $reasons }
sentence-table = الجدول~{ $n }
sentence-figure = الشكل~{ $n }.
sentence-denominators-differ = تختلف الحصص { $place } لاختلاف مقاماتها من حيث الجوانب الآتية: { $respects } (الجدول~{ $table }).

s02-lead = أكبر تغطية { $place } من بين جميع الجهات الفاعلة: { $actor }؛ تليها: { $other }، والفارق { $points }~نقطة (مجال { $level }%: { $interval }).
s02-tie = أكبر تغطية { $place }، وبالمقدار نفسه: { $actor } و{ $other }.
s02-within-variation = أكبر تغطية { $place }: { $actor } و{ $other }؛ والفارق بينهما، وهو { $points }~نقطة، يقع ضمن التباين من يوم إلى آخر (مجال { $level }%: { $interval }).

s03-tone = { $actor } { $place }: من أصل { $coded } مرمَّزة النبرة، { $negative }% سلبية، و{ $neutral }% محايدة، و{ $positive }% إيجابية ({ $agreement }).
s03-tone-little = { $actor } { $place }: من أصل { $coded } مرمَّزة النبرة، السلبي { $negative } والإيجابي { $positive }؛ لا تُعطى نسبة مئوية لمقدار بهذا الصغر.
sentence-agreement-not-measured = لم يُقَس توافق المرمّزين

s04-voice = { $actor } { $place }: كلام مباشر في { $part } من أصل { $coded } مرمَّزة من حيث نوع الكلام ({ $percent }%).
s04-voice-with-interval = { $actor } { $place }: كلام مباشر في { $part } من أصل { $coded } مرمَّزة من حيث نوع الكلام ({ $percent }%؛ مجال { $level }%: { $interval }).

s05-benchmark-above = { $actor } { $place }: الحصة أعلى من مرجع المقارنة «{ $benchmark }» بمقدار { $points }~نقطة (مجال { $level }%: { $interval }). وتُعرض المقارنة للاسترشاد، لا بوصفها معيارًا.
s05-benchmark-below = { $actor } { $place }: الحصة أدنى من مرجع المقارنة «{ $benchmark }» بمقدار { $points }~نقطة (مجال { $level }%: { $interval }). وتُعرض المقارنة للاسترشاد، لا بوصفها معيارًا.
s05-benchmark-no-difference = { $actor } { $place }: لا تختلف الحصة اختلافًا قابلًا للقياس عن مرجع المقارنة «{ $benchmark }» (مجال { $level }%: { $interval }). وتُعرض المقارنة للاسترشاد، لا بوصفها معيارًا.

s06-change-rose = { $actor } { $place }: ارتفعت الحصة إلى { $percent }% ({ $points }~نقطة؛ مجال { $level }%: { $interval }).
s06-change-fell = { $actor } { $place }: انخفضت الحصة إلى { $percent }% ({ $points }~نقطة؛ مجال { $level }%: { $interval }).
s06-no-change = { $actor } { $place }: لم تتغير الحصة تغيرًا قابلًا للقياس عن الفترة السابقة ({ $points }~نقطة؛ مجال { $level }%: { $interval }).

s07-absence = لم توجد { $place } أي تغطية { $n ->
    [one] للجهة الفاعلة الآتية
    [two] للجهتين الفاعلتين الآتيتين
   *[other] للجهات الفاعلة الآتية
}: { $actors } (الأيام ذات التغطية: { $days }).
s07-absence-in-recorded = لم توجد { $place } أي تغطية { $n ->
    [one] للجهة الفاعلة الآتية
    [two] للجهتين الفاعلتين الآتيتين
   *[other] للجهات الفاعلة الآتية
}: { $actors } (فيما سُجّل، وهو { $percent }% من المقرر).
s07-absence-without-plan = لم توجد { $place } أي تغطية { $n ->
    [one] للجهة الفاعلة الآتية
    [two] للجهتين الفاعلتين الآتيتين
   *[other] للجهات الفاعلة الآتية
}: { $actors } (الأيام ذات التغطية: { $days })؛ وما كان مقررًا غير معروف.

s08-owners = { $actor } { $place }: الحصة { $parts }.
s08-part = { $percent }% { $owned } ({ $outlets }، { $whole })
s08-part-withheld = محجوبة { $owned } ({ $outlets }، { $whole })

## Chapter 5, overall picture

report-chapter-overall = 5. الصورة العامة
report-pool-in-place = { $pool } { $place }
report-heading-share = الحصة، %
report-heading-interval = المجال
report-shares-and-benchmark = الحصص و{ $benchmark }
report-heading-difference = الفارق، نقاط مئوية
report-source = { $source }، { $date }.

## Chapter 6, ownership

report-chapter-ownership = 6. وسائل الإعلام الحكومية والخاصة
report-heading-owned = { $mediumid ->
    [television] { $ownerid ->
        [state] التلفزيون الحكومي، %
        [public] التلفزيون العمومي، %
        [private] التلفزيون الخاص، %
       *[other] قنوات تلفزيونية { $owner }، %
    }
    [radio] { $ownerid ->
        [state] الإذاعة الحكومية، %
        [public] الإذاعة العمومية، %
        [private] الإذاعة الخاصة، %
       *[other] إذاعات { $owner }، %
    }
    [print] { $ownerid ->
        [state] الصحافة المطبوعة الحكومية، %
        [public] الصحافة المطبوعة العمومية، %
        [private] الصحافة المطبوعة الخاصة، %
       *[other] صحافة مطبوعة { $owner }، %
    }
    [online] { $ownerid ->
        [state] المواقع الحكومية، %
        [public] المواقع العمومية، %
        [private] المواقع الخاصة، %
       *[other] مواقع { $owner }، %
    }
   *[other] { $medium } ({ $owner })، %
}
report-totals-by-owner = المجاميع { $totals }.

## Chapter 7, outlets

report-chapter-outlets = 7. الوسائل الإعلامية
report-outlet-base = { $pool }، { $medium }: { $amount } ({ $items }، { $days }).
report-outlet-base-owned = { $pool }، { $mediumid ->
    [television] { $ownerid ->
        [state] تلفزيون حكومي
        [public] تلفزيون عمومي
        [private] تلفزيون خاص
       *[other] قناة تلفزيونية { $owner }
    }
    [radio] { $ownerid ->
        [state] إذاعة حكومية
        [public] إذاعة عمومية
        [private] إذاعة خاصة
       *[other] إذاعة { $owner }
    }
    [print] { $ownerid ->
        [state] صحيفة حكومية
        [public] صحيفة عمومية
        [private] صحيفة خاصة
       *[other] صحيفة { $owner }
    }
    [online] { $ownerid ->
        [state] موقع حكومي
        [public] موقع عمومي
        [private] موقع خاص
       *[other] وسيلة إعلامية { $owner } على الإنترنت
    }
   *[other] { $medium } ({ $owner })
}: { $amount } ({ $items }، { $days }).
report-programmes = البرامج والأقسام ({ $n }): { $programmes }.
report-care = تُقرأ بحذر: { $reasons }.
report-pool-of-outlet = { $pool }: { $outlet }
report-outlets-without-coverage = لا تغطية ضمن هذا المقام: { $outlets }.

## Chapter 8, change over time

report-chapter-change = 8. التغير عبر الزمن
report-no-periods = ليس في الدراسة فترات متتالية: لم تُجرَ أي مقارنة. تُعلَن كل فترة بمفتاح [[period]] في study.toml.
report-when-a-change = لا يُقال إن هناك تغيرًا إلا حيث لا يشمل مجاله الصفر؛ أما البقية فتقع ضمن التباين من يوم إلى آخر.
report-first-period = هذه هي الفترة الأولى: لا فترة قبلها.
report-changed = تغيّرت
report-no-measurable-change = لا تغير قابل للقياس
report-shares-of-period = الحصص { $place }: الفترة السابقة، وهذه الفترة، والحصة حتى الآن
report-heading-before = السابقة، %
report-heading-this-period = هذه الفترة، %
report-heading-change = التغير، نقاط مئوية
report-heading-verdict = الحكم
report-heading-so-far = حتى الآن، %
report-unrounded = الفوارق محسوبة من حصص غير مقرّبة.
report-shares-of-periods = الحصص { $place }، فترة بعد فترة
report-heading-all = الكل، %
report-marked-change = * مجال التغير عن الفترة السابقة لا يشمل الصفر.

## Chapter 9, paid and free airtime

report-chapter-airtime = 9. وقت البث المدفوع والمجاني
report-no-airtime = ليس في الدراسة مقام خاص بوقت البث المدفوع أو المجاني وحده.
report-campaign-apart = مواد الحملة منفصلة: لا تدخل في أي حصة من التغطية التحريرية.
