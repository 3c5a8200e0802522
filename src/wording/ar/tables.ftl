### Tables of figures, of coverage, of agreement between coders, and of sampling plans.

## Intervals

interval = من { $low } إلى { $high }
interval-range = { $low }–{ $high }
of-intervals = تبيّن المجالات مقدار تباين الرقم من يوم إلى آخر داخل الوسائل الإعلامية المرصودة؛ وهي ليست هامش خطأ لجميع وسائل الإعلام ولا تشمل خطأ المرمّزين.

## What a table is broken down by: headings of columns

dimension-outlet = الوسيلة الإعلامية
dimension-medium = نوع الوسيلة
dimension-ownership = الملكية
dimension-programme = البرنامج
dimension-genre = نوع المادة
dimension-daypart = فترة البث
dimension-page = الصفحة
dimension-position = الموقع
dimension-day = اليوم
dimension-week = الأسبوع
dimension-period = الفترة
dimension-actor = الجهة الفاعلة
dimension-group = المجموعة
dimension-capacity = الصفة
dimension-voice = نوع الكلام
dimension-tone = النبرة
dimension-coder = المرمّز
dimension-quantity = الكمية

## Measures, in the column `measure` and, with a capital, in captions

measure-share = الحصة
measure-pools = المقامات
measure-rank = المرتبة
measure-range = المدى
measure-tone = النبرة
measure-tone-kind = فئة النبرة
measure-tone-balance = رصيد النبرة
measure-tone-mean = متوسط النبرة
measure-tone-coded = النبرة المرمَّزة
measure-voice = نوع الكلام
measure-voice-coded = نوع الكلام المرمَّز
measure-prominence = البروز
measure-front-page = الصفحة الأولى
measure-prime-time = وقت الذروة
measure-mean-position = متوسط الموقع
measure-trend = الاتجاه
measure-cumulative = القيمة التراكمية
measure-moving = القيمة المتحركة
measure-change = التغير
measure-change-of-ends = التغير بين البداية والنهاية
measure-lead = التقدم
measure-gap = الفجوة
measure-ratio = النسبة
measure-concentration = التركز
measure-hhi = مؤشر هيرفندال-هيرشمان
measure-hhi-normalised = مؤشر هيرفندال-هيرشمان المعيّر
measure-effective-number = العدد الفعلي
measure-effective-number-entropy = العدد الفعلي (الإنتروبيا)
measure-entropy = الإنتروبيا
measure-evenness = التساوي
measure-gini = معامل جيني
measure-atkinson = مؤشر أتكنسون
measure-comprehensive-concentration = مؤشر التركز الشامل
measure-largest-share = أكبر حصة
measure-loosemore-hanby = مؤشر لوسمور-هانبي
measure-gallagher = مؤشر غالاغر
measure-rae = مؤشر راي
measure-largest-ratio = أكبر نسبة
measure-largest-gap = أكبر فجوة
measure-sainte-lague = مؤشر سانت-لاغ
measure-slope = الميل
tone-kind-negative = سلبية
tone-kind-neutral = محايدة
tone-kind-positive = إيجابية

## Headings of columns

column-measure = المقياس
column-percent = %
column-points = نقاط مئوية
column-value = القيمة
column-interval = مجال { $level }%
column-amount = المقدار
column-of = المجموع
column-items = المواد
column-outlet-days = أيام-وسيلة
column-recorded = المسجَّل
column-remarks = ملاحظات
column-benchmark = مرجع المقارنة
column-ahead-of = متقدمة على
column-pool-and-weighting = المقام:الترجيح
column-part = الجزء
column-variable = المتغير
column-level = مستوى القياس
column-coders = المرمّزون
column-units = الوحدات
column-all-agree = توافق الجميع، %
column-holsti = هولستي، %
column-alpha = ألفا
column-verdict = الحكم
column-other-coefficients = معاملات أخرى
column-rows = الصفوف
column-minutes-coded = الدقائق المرمَّزة
column-minutes-per-hour = دقائق لكل ساعة رصد
column-without-tone = بلا نبرة، %
column-mean-tone = متوسط النبرة
column-round-durations = مضاعفات 5 ث، %
column-interval-of-coding = مجال { $level }% للترميز
column-coded-twice = مواد مرمَّزة مرتين
column-weekday = يوم الأسبوع
column-bulletins = النشرات
column-outlet-days-now = أيام-وسيلة حاليًا
column-points-now = ± نقاط حاليًا
column-design-effect = أثر التصميم
column-outlet-days-for = أيام-وسيلة لهامش ±{ $points }
column-days-of-each-outlet = أيام كل وسيلة إعلامية
column-item = المادة
column-coded-by = رمّزها
column-to-be-coded-by = يرمّزها
column-place = الموضع

## Tables of figures

table-shares-caption = الحصص: { $pool } (الترجيح: { $weighting })
table-pools-caption = الحصص وفق كل مقام وكل ترجيح
table-caption = { $measure }: { $pool } (الترجيح: { $weighting })
table-no-coverage = لم توجد تغطية ضمن هذا المقام.
table-flag = { $flag }: { $meaning }.
table-percent = { $percent }%
table-points = { $points }~نقطة
allocations = عندما تشترك جهات فاعلة عدة في مقدار واحد، يُحتسب لكل منها ({ $sources }).
allocation-equal = { $source }: جزء متساوٍ منه
allocation-whole = { $source }: المقدار كله

## Coverage

coverage-caption = الوسائل الإعلامية وكل ما رُمّز لها في فترة الرصد، لجميع الجهات الفاعلة وأنواع المواد
coverage-medium = نوع الوسيلة
coverage-ownership = الملكية
coverage-days-planned = الأيام المقررة
coverage-days-lost = الأيام المفقودة
coverage-hours-planned = الساعات المقررة
coverage-hours-lost = الساعات المفقودة
coverage-recorded = المسجَّل
coverage-days = الأيام
coverage-items = المواد
coverage-rows = الصفوف
coverage-none = بلا تغطية
coverage-days-and-amounts = الأيام هي التي لها صف مرمَّز واحد على الأقل. ولا تُجمع أبدًا مقادير من وحدات مختلفة.
coverage-not-recorded = لم يُسجَّل كليًا أو جزئيًا: { $losses }.
coverage-gap-no-zero = الفجوة ليست صفرًا: لا يُحتسب أي تسجيل مفقود في أي رقم كأنه يوم بلا تغطية.

## Agreement between coders

coders-agreement-caption = التوافق بين المرمّزين
coders-agreement-note = توافق المرمّزين: { $agreements }.
coders-all = الجميع
coders-pair = { $first } و{ $second }
coders-against-rest = { $coder } والباقون
level-nominal = اسمي
level-ordinal = رتبي
level-interval = فتري
level-ratio = نسبي
coefficient-cohen = كوهين
coefficient-scott = سكوت
coefficient-fleiss = فلايس
coefficient-conger = كونجر
coefficient-ac1 = AC1
coefficient-ac2 = AC2
coefficient-brennan-prediger = برينان-بريديجر
coefficient-weighted-kappa = كابا المرجّح
weights-quadratic = تربيعي
weights-ordinal = رتبي
coders-coefficient = { $name } { $value }
coders-weighted-coefficient = { $name } ({ $weights }) { $value }
coders-apart = متوسط الفارق { $amount }، { $relative }%
coders-apart-within = متوسط الفارق { $amount }، { $relative }%؛ ضمن حد التفاوت المسموح { $within }%
coders-seconds = { $number } ث
coders-area = { $number } سم²
coders-marks = ألفا هي ألفا كريبندورف؛ من { $reliable } فأعلى موثوق، ومن { $tentative } فأعلى مبدئي. المجالات: بإعادة معاينة الوحدات، عدد التكرارات { $replicates }، البذرة { $seed }. المتغير ذو الفئة الواحدة غير معرَّف أيًّا كانت نسبته المئوية. معامل برينان-بريديجر يحسب أزواج المرمّزين. ولا تُعطى قيمة p: فلا يُختبر التوافق مقابل انعدامه.
coders-interval-caption = أثر اختلاف المرمّزين في الحصص
coders-interval-note = هذا المجال خاص بالترميز وحده، ويُعرض إلى جانب مجال الأيام ولا يحل محله أبدًا: ما كان يمكن أن يعطيه مرمّزون آخرون للمواد نفسها. وهو يعدّ المواد المرمَّزة مرتين جزءًا عشوائيًا من جميع المواد، والمرمّزين متكافئين، وأخطاءهم مستقلة بين المواد؛ ولا يشمل ما يخطئ فيه جميع المرمّزين على نحو واحد.

## What each coder does

coders-conduct-caption = أداء المرمّزين
coders-heaping-expected = خُمس الثواني الصحيحة من مضاعفات الخمسة بالمصادفة؛ وهي { $percent }% من المدد لدى المرمّزين المحترفين (العدد: { $n }).
coders-heaping = { $coder }: { $percent }% من المدد (العدد: { $n }) من مضاعفات 5 ث، والمتوقع 20%: هل قُرّبت يدويًا؟
coders-other-tone = { $coder }: متوسط النبرة { $mean }، ولدى الآخرين { $others }: وسائل إعلامية أخرى أم قراءة مختلفة للمقياس؟
coders-drift = { $coder }: متوسط النبرة { $before } في أسبوع { $first }، و{ $after } في أسبوع { $last }: هل تغيرت قراءة المقياس؟

## Sampling plans

weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد
plan-days-caption = أيام الرصد، في أسابيع مركّبة
plan-days-drawn = سُحبت عشوائيًا بالبذرة { $seed }: من كل يوم من أيام الأسبوع بعدد الأسابيع. اذكر `drawn_from` في `[uncertainty]` عند القياس.
plan-size-caption = عدد أيام-وسيلة اللازم لهامش ±{ $points } نقطة
plan-size-note = محسوبة من تباين هذه الحصص من يوم إلى آخر حتى الآن. يقارن أثر التصميم الأيام بنشرات مسحوبة واحدة فواحدة: إذا كان دون 1، توازنت نشرات اليوم الواحد فيما بينها. أما الوسائل الإعلامية الأخرى غير هذه فتتباين على نحوها الخاص.
plan-double-caption = مواد تُرمَّز مرتين، { $percent }% من المواد المرمَّزة مرة واحدة
plan-double-drawn = سُحبت عشوائيًا بالبذرة { $seed }، وبالنسبة نفسها من كل وسيلة إعلامية وكل مرمّز. ويجب ألا يرى المرمّز الثاني الترميز الأول.
