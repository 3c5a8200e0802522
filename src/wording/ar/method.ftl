### The method, the limitations, the appendices, the kinds of report, and what every format says around them: document, workbook,
### coding sheet.

## Chapter 2, what was monitored

method-chapter-monitored = 2. ما الذي رُصد
method-monitored = رُصدت { $outlets ->
    [zero] { $outlets }~وسيلة إعلامية
    [one] وسيلة إعلامية واحدة
    [two] وسيلتان إعلاميتان
    [few] { $outlets }~وسائل إعلامية
    [many] { $outlets }~وسيلة إعلامية
   *[other] { $outlets }~وسيلة إعلامية
} على مدى { $days ->
    [zero] { $days }~يوم
    [one] يوم واحد
    [two] يومين
    [few] { $days }~أيام
    [many] { $days }~يومًا
   *[other] { $days }~يوم
} ({ $dates }). تُعدّ كل مادة مرة واحدة؛ والمادة التي تشترك فيها جهات فاعلة عدة تُرمَّز في صفوف عدة، ويرد مقدارها في كل صف كما رُمّز.

## Chapter 3, how it was measured

method-chapter-measured = 3. كيف جرى القياس
method-coded-row = الصف المرمَّز هو ظهور واحد: جهة فاعلة واحدة داخل مادة واحدة، بمدته الزمنية، أو بمساحته في الصحافة المطبوعة، أو محسوبًا مرة واحدة حيث تُعدّ مرات الظهور. الأزمنة بالمللي ثانية الصحيحة والمساحات بالملليمتر المربع الصحيح؛ والمجاميع أعداد صحيحة، وتُقسم الحصة مرة واحدة في النهاية.
method-rounding = تُقرَّب النسب المئوية بقاعدة { $rule } { $n ->
    [zero] إلى عدد صحيح
    [one] إلى منزلة عشرية واحدة
    [two] إلى منزلتين عشريتين
    [few] إلى { $n }~منازل عشرية
    [many] إلى { $n }~منزلة عشرية
   *[other] إلى { $n }~منزلة عشرية
} من ناتج القسمة الدقيق، ولذلك قد لا يساوي مجموع صفوف الجدول 100. ولا تُجمع الأزمنة والمساحات والمواد بعضها مع بعض أبدًا.
method-section-denominators = المقامات
method-denominators-hold = ما يشمله كل مقام؛ وما لم يُذكر فهو مشمول كله
method-heading-denominator = المقام
method-heading-respect = الجانب
method-heading-holds = يشمل

## Chapter 4, how sure the figures are

method-chapter-certainty = 4. درجة اليقين في الأرقام
method-exact-share = كل حصة هي الحصة الدقيقة مما رُمّز في فترة الرصد: فهي واقعة تخص الأيام المرصودة، ولا تسري على وسائل إعلام أو أيام لم تُرصد.
method-policy = ترد كلمات توضيحية إلى جانب الرقم القائم على أساس صغير، وترد مكانه في ظل سياسة «withhold»؛ وعلامة [u] في الجدول تدل على رقم كهذا. السياسة المتبعة هنا «{ $policy }»؛ والعتبات: { $thresholds }.
method-taken-for-all = عُدّ ما رُمّز شاملًا لكل المواد في فترة الرصد. وتصف المجالات مقدار تباين الحصة من يوم إلى آخر؛ وهي ليست خطأ المعاينة في مسح بالعينة ولا تشمل خطأ المرمّزين.
method-days-drawn = اختيرت أيام الرصد عشوائيًا من أيام أكثر، وتراعي المجالات الأيام التي لم تُختَر. ولا تشمل خطأ المرمّزين.
method-no-intervals = لا يُعطى أي مجال: الدراسة لا تطلب مجالات.
method-intervals-linear = مجالات { $level }% محسوبة من تباين النسبة بالتقريب الخطي، بتوزيع t لستودنت، على مقياس اللوجيت: الوسائل الإعلامية هي الطبقات، و{ $cluster ->
    [programme] برامج اليوم الواحد في الوسيلة الواحدة
   *[day] أيام الوسيلة الواحدة
} هي ما يتباين.
method-intervals-bootstrap = مجالات { $level }% محسوبة بطريقة إعادة المعاينة (bootstrap؛ { $method }، البذرة { $seed }، عدد التكرارات { $replicates }): الوسائل الإعلامية هي الطبقات، و{ $cluster ->
    [programme] برامج اليوم الواحد في الوسيلة الواحدة
   *[day] أيام الوسيلة الواحدة
} هي ما يتباين.
method-no-second-coding = لا تتضمن أوراق الترميز ترميزًا ثانيًا: التوافق بين المرمّزين غير معروف.
method-section-agreement = التوافق بين المرمّزين
method-second-coding = { $n ->
    [zero] لا صفوف من ترميز ثانٍ في أوراق ترميز الدراسة كلها.
    [one] في أوراق ترميز الدراسة كلها صف واحد من ترميز ثانٍ. وهو مستبعد من كل حصة، ويبيّن مدى تشابه ترميز شخصين للمادة نفسها.
    [two] في أوراق ترميز الدراسة كلها صفان من ترميز ثانٍ. وهما مستبعدان من كل حصة، ويبيّنان مدى تشابه ترميز شخصين للمادة نفسها.
    [few] في أوراق ترميز الدراسة كلها { $n }~صفوف من ترميز ثانٍ. وهي مستبعدة من كل حصة، وتبيّن مدى تشابه ترميز شخصين للمادة نفسها.
    [many] في أوراق ترميز الدراسة كلها { $n }~صفًا من ترميز ثانٍ. وهي مستبعدة من كل حصة، وتبيّن مدى تشابه ترميز شخصين للمادة نفسها.
   *[other] في أوراق ترميز الدراسة كلها { $n }~صف من ترميز ثانٍ. وهي مستبعدة من كل حصة، وتبيّن مدى تشابه ترميز شخصين للمادة نفسها.
}

## Chapter 11, limitations

method-chapter-limitations = 11. حدود الدراسة
method-limit-chosen-outlets = تخص الحصص الوسائل الإعلامية المرصودة، وقد اختيرت اختيارًا وليست عينة من جميع وسائل الإعلام.
method-limit-no-calendar = اليوم الذي ليس له صف مرمَّز قد يكون يومًا بلا تغطية أو يومًا لم يُسجَّل: أوراق الترميز لا تبيّن أيهما.
method-limit-lost = التسجيلات المفقودة فجوات وليست أصفارًا؛ وما كانت ستتضمنه غير معروف.
method-limit-shared-items = المواد التي تشترك فيها جهات فاعلة عدة تُحتسب لكل منها كما رُمّزت؛ وطرق تقسيمها الأخرى تعطي حصصًا أخرى.
method-limit-no-judgement = الحصة مقدار وليست حكمًا: لا تدخل فيها النبرة ولا الموضوع ولا القيمة الإخبارية.

## Chapter 12, corrections

appendix-chapter-corrections = 12. التصويبات
appendix-nothing-corrected = لم يُصوَّب شيء. تُدرج التصويبات في study.toml وترد هنا بما كان وما أصبح.
appendix-corrections = التصويبات منذ الإصدار الأول
appendix-heading-date = التاريخ
appendix-heading-what = الموضوع
appendix-heading-was = كان
appendix-heading-is = أصبح

## Appendix A, full tables

appendix-chapter-tables = أ. الجداول الكاملة
appendix-files = حصص كل مقام في هذه الملفات، صف لكل خلية، مع البسط والمقام والأساس بالثواني أو سم² أو مرات الظهور، والمفتاح الذي تُستدعى به كل حصة. ويتضمنها المصنف tables.xlsx بوصفها صيغًا حسابية.
appendix-tables-as-csv = الجداول بصيغة CSV
appendix-heading-file = الملف
appendix-heading-denominator = المقام
appendix-heading-broken-down-by = مفصّلة بحسب
appendix-by-medium = نوع الوسيلة
appendix-by-ownership = الملكية
appendix-by-outlet = الوسيلة الإعلامية

## Appendix B, codebook

appendix-chapter-codebook = ب. دليل الترميز
appendix-codebook-version = الإصدار { $version }. الجهات الفاعلة:
appendix-actors = الجهات الفاعلة
appendix-heading-id = المعرّف
appendix-heading-group = المجموعة
appendix-heading-party = الحزب
appendix-heading-dates = التواريخ
appendix-dates = من { $from } إلى { $to }
appendix-dates-from = من { $from } إلى …
appendix-dates-to = من … إلى { $to }

## Appendix C, recording log

appendix-chapter-recording = ج. سجل التسجيلات
appendix-no-calendar = ليس للدراسة تقويم رصد: لا يُعرف ما سُجّل فيما عدا الصفوف المرمَّزة.
appendix-all-recorded = سُجّل كل ما كان مقررًا.
appendix-failed-recordings = التسجيلات التي أخفقت
appendix-heading-day = اليوم
appendix-heading-lost = المفقود
appendix-heading-reason = السبب
appendix-hours = من { $from } إلى { $to }
appendix-whole-day = اليوم كله

## Appendix D, rows left out

appendix-chapter-rows = د. الصفوف المستبعدة
appendix-rows = من جميع أوراق ترميز الدراسة: الصفوف المقروءة { $read } = المستخدمة { $used } + خارج النطاق { $out } + المرفوضة { $rejected }.
appendix-rows-by-code = الصفوف التي لا تقوم عليها أي حصة، بحسب الرمز
appendix-heading-code = الرمز
appendix-heading-rows-are = حالة الصفوف
appendix-heading-rows = الصفوف
appendix-rows-out-of-scope = خارج النطاق
appendix-rows-rejected = مرفوضة
appendix-explain-code = يعرض الأمر evenhand explain CODE صفحة الرمز. وعلى الترميزات الثانية (N411) يقوم التوافق بين المرمّزين.

## Appendix E, reproduction

appendix-chapter-reproduction = هـ. كيفية إعادة إنتاج هذا التقرير
appendix-made-by = أعدّه { $tool } من الدراسة { $study }؛ والمجلد نفسه والأمر نفسه يعطيان البايتات نفسها.
appendix-command = الأمر: { $command }، من المجلد الذي يحوي الدراسة.
appendix-manifest = يبيّن الأمر sha256sum -c manifest-sha256.txt في هذا المجلد ما إذا كان أي ملف قد تغيّر.
appendix-digest = البصمة لجميع المدخلات: { $digest }
appendix-inputs = المدخلات، مع بصماتها SHA-256
appendix-heading-role = الدور
appendix-heading-bytes = البايتات
appendix-heading-digest = SHA-256

## Kinds of report, in the line under the title

kind-preliminary = تقرير أولي: { $n } من { $of ->
    [zero] { $of }~يوم
    [one] يوم واحد
    [two] يومين
    [few] { $of }~أيام
    [many] { $of }~يومًا
   *[other] { $of }~يوم
}
kind-interim = تقرير مرحلي: { $n } من { $of ->
    [zero] { $of }~يوم
    [one] يوم واحد
    [two] يومين
    [few] { $of }~أيام
    [many] { $of }~يومًا
   *[other] { $of }~يوم
}
kind-interim-period = تقرير مرحلي: { $period }، { $n } من { $of ->
    [zero] { $of }~فترة
    [one] فترة واحدة
    [two] فترتين
    [few] { $of }~فترات
    [many] { $of }~فترة
   *[other] { $of }~فترة
}
kind-audit = جداول التدقيق
kind-audit-period = جداول التدقيق: { $period }
kind-final = تقرير نهائي
kind-final-period = تقرير نهائي: { $period }

## What every format says

document-contents = المحتويات
document-figure = الشكل { $n }. { $title }
document-figure-sentence = الشكل { $n }. { $title }.
document-figure-name = الشكل { $n }
document-numbers-of-figure = أرقام الشكل { $n }
document-table = الجدول { $n }. { $caption }
document-left-out = لم يُدرج: { $why }.
document-corrected = مصوَّب، انظر الفصل 12
document-version = الإصدار { $version }
document-chapter-rules = 10. اختبارات القواعد القانونية وتكافؤ الوصول
document-no-rule-tested = لم تُختبر أي قاعدة.

## The workbook tables.xlsx. Its sheets are called the same in every language: Cover, Contents, Notes, P1 sums, Table 1.

workbook-made-by = أعدّه { $tool } من الدراسة `{ $study }`.
workbook-formulas = الحصص في الأوراق P1 وP2 وما يليها صيغ حسابية: إذا غُيّر مجموع تغيّرت كل حصة تقوم عليه. أما الجداول الأخرى فكما يطبعها التقرير. والعمود `{ workbook-column-printed }` هو ما يطبعه التقرير.
workbook-heading-sheet = الورقة
workbook-heading-holds = المحتوى
workbook-holds-sums = { $pool }: جميع المجاميع، بالمللي ثانية الصحيحة أو مم² أو مرات الظهور
workbook-holds-shares = { $by ->
    [medium] { $pool }: الحصص بحسب نوع الوسيلة، بصيغ حسابية من `{ $sums }`
    [ownership] { $pool }: الحصص بحسب الملكية، بصيغ حسابية من `{ $sums }`
   *[outlet] { $pool }: الحصص بحسب الوسيلة الإعلامية، بصيغ حسابية من `{ $sums }`
}
workbook-column-quantity = الكمية
workbook-column-medium = نوع الوسيلة
workbook-column-ownership = الملكية
workbook-column-outlet = الوسيلة الإعلامية
workbook-column-day = اليوم
workbook-column-actor = الجهة الفاعلة
workbook-column-name = الاسم
workbook-column-amount = المقدار
workbook-column-total = المجموع
workbook-column-share = الحصة
workbook-column-printed = النسبة المطبوعة %
workbook-column-items = المواد
workbook-column-outlet-days = أيام-وسيلة
workbook-column-remarks = ملاحظات
workbook-heading-sign = العلامة أو العمود
workbook-heading-means = المعنى
workbook-note-care = تُقرأ بحذر: السبب في العمود `{ workbook-column-remarks }`
workbook-note-withheld = محجوبة بموجب سياسة الدراسة، أو لم يُسجَّل شيء
workbook-note-no-coverage = لا تغطية، فلا وجود لحصة
workbook-columns-amount-total = { workbook-column-amount }، { workbook-column-total }
workbook-note-amount = وقت البث بالمللي ثانية الصحيحة، أو المساحة بوحدة مم² (كل 100 منها سم² واحد)، أو مرات الظهور. ولا تُجمع الوحدات بعضها مع بعض أبدًا.
workbook-note-share = المقدار مقسومًا على المجموع، غير مقرّب؛ ويُعرض بعدد المنازل العشرية المحدد في الدراسة. في ظل `mean` و`weighted` ليست الحصة ناتج قسمة أحدهما على الآخر، بل هي عدد.
workbook-note-printed = مقرّبة بقاعدة { $rule } من ناتج القسمة الدقيق.
workbook-note-remarks = السياسة `{ $policy }`؛ العتبات: أقل من { $items ->
    [zero] { $items }~مادة
    [one] مادة واحدة
    [two] مادتين
    [few] { $items }~مواد
    [many] { $items }~مادة
   *[other] { $items }~مادة
}، وأقل من { $days ->
    [zero] { $days }~يوم-وسيلة
    [one] يوم-وسيلة واحد
    [two] يومي-وسيلة
    [few] { $days }~أيام-وسيلة
    [many] { $days }~يوم-وسيلة
   *[other] { $days }~يوم-وسيلة
}.

## The coding sheet. Its columns and sheets are called the same in every language: the study's source knows them by name.

sheet-title = { $study }: ورقة الترميز
sheet-not-in-codebook = ليس في دليل الترميز
sheet-choose-from-list = اختر من القائمة، أو اطلب إضافة مدخل جديد إلى دليل الترميز.
sheet-no-amount = ليس مقدارًا
sheet-amount-above-zero = المقدار عدد أكبر من الصفر.
sheet-help-date = يوم البث أو تاريخ العدد.
sheet-help-outlet = الوسيلة الإعلامية.
sheet-help-programme = البرنامج أو الباب.
sheet-help-start = وقت بداية المادة، hh:mm.
sheet-help-item = معرّف واحد لجميع صفوف المادة.
sheet-help-actor = من يظهر. صف لكل جهة فاعلة ولكل نوع كلام.
sheet-help-capacity = بأي صفة.
sheet-help-genre = خبر، إعلان، مناظرة ...
sheet-help-voice = كلام مباشر، أو كلام الغير.
sheet-help-tone = اترك ما لا يمكن ترميزه فارغًا: الفراغ ليس محايدًا.
sheet-help-amount = ثوانٍ، أو سنتيمترات مربعة.
sheet-help-coder = رمزك.
sheet-help-pass = 1، أو 2 للترميز الثاني.
sheet-heading-what = النوع
sheet-heading-id = المعرّف
sheet-heading-name = الاسم

## Definitions and further limitations

method-tone = { $tone }: { $kind }
method-tones = النبرة هي الموقف من الجهة الفاعلة في المادة كما يسمعه المرمّز أو يقرؤه، لا كون الخبر جيدًا أو سيئًا. الرموز: { $tones }.
method-boundary-full = الظهور الذي يتجاوز حدود ساعات الرصد يُحتسب كاملًا.
method-boundary-clip = من الظهور الذي يتجاوز حدود ساعات الرصد يُحتسب الجزء الواقع داخلها.
method-boundary-exclude = الظهور الذي يتجاوز حدود ساعات الرصد لا يُحتسب.
method-zone = الأوقات بحسب ساعة { $zone }.
method-limit-no-agreement = لم تُرمَّز أي مادة مرتين: مدى اتفاق مرمّزين اثنين غير معروف.
method-limit-agreement = اتفاق المرمّزين دون عتبة الموثوقية في: { $variables }. الأرقام المبنية عليها مبدئية.
method-limit-small = حصص الوسائل المفردة ذات القاعدة الصغيرة: { $n } من { $of }؛ وهي معلَّمة.
method-limit-hours-changed = تغيّرت ساعات الرصد داخل الفترة؛ الأرقام على جانبي التغيير ليست للساعات نفسها.
appendix-rows-file = يضم { $file } كل سطر مرمَّز محتسَب مع ملفه ورقم سطره، بالثواني أو سم² أو مرات الظهور.

## Chapter 10, rules

rules-what-they-are = هذه القواعد مكتوبة في rules.toml الخاص بالدراسة. كل منها مثال بمصدره وتاريخه، قورن بهذه البيانات؛ ولا يُقدَّم أي منها على أنه قانون بلد ما.
rules-heading-rule = القاعدة
rules-heading-source = المصدر
rules-heading-verdict = الحكم
rules-heading-kept = مستوفاة
rules-heading-cannot-tell = لا يمكن الجزم
rules-heading-broken = مخالَفة
rules-caption = القواعد والأحكام بشأنها
rules-note = المعدود هو الجهات الفاعلة في المواضع التي تتناولها القاعدة. «لا يمكن الجزم»: قد يغيّر مضمون التسجيلات المفقودة الحكم.
rules-all-actors = كل الجهات الفاعلة
rules-heading-where = أين
rules-heading-had = نالت
rules-heading-due = المستحق
rules-heading-difference = الفرق
rules-heading-lost = ما قد يحويه المفقود
rules-kept = مستوفاة
rules-cannot-tell = لا يمكن الجزم
rules-broken = مخالَفة
