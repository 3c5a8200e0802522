### Words around every chart, and those of the charts of time, tone, voice, benchmarks, outlets, days and coders. `~` is a
### blank at which no line breaks.

## What stands around every chart

rows-rejected = الصفوف المرفوضة: { $n } من أصل { $read }، ولا تدخل في أي رقم.
chart-source = المصدر: { $publisher }.
chart-source-and-codebook = المصدر: { $publisher }، دليل الترميز { $version }.
chart-provenance = الشكل~{ $n } · { $tool } · بيانات sha256 { $digest }
chart-provenance-with-file = الشكل~{ $n } · { $tool } · بيانات sha256 { $digest } · { $file }
chart-alt-data = البيانات: { $file }
chart-only = فقط: { $conditions }.
chart-only-values = { $dimension }: { $values }
chart-only-common-days = الأيام المسجَّلة كاملة في كل وسيلة إعلامية
chart-everywhere-measured-by = في جميع الوسائل الإعلامية (القياس: { $quantity })
chart-included = { $what }: { $words }.
chart-outlet-of-owner = { $outlet } ({ $owner })
chart-outlets-of-owner = { $medium ->
    [television] { $ownerid ->
        [state] { $n ->
            [one] قناة حكومية واحدة
            [two] قناتان حكوميتان
            [few] { $n }~قنوات حكومية
           *[other] { $n }~قناة حكومية
        }
        [public] { $n ->
            [one] قناة عمومية واحدة
            [two] قناتان عموميتان
            [few] { $n }~قنوات عمومية
           *[other] { $n }~قناة عمومية
        }
        [private] { $n ->
            [one] قناة خاصة واحدة
            [two] قناتان خاصتان
            [few] { $n }~قنوات خاصة
           *[other] { $n }~قناة خاصة
        }
       *[other] { $n ->
            [one] قناة واحدة ({ $owner })
            [two] قناتان ({ $owner })
            [few] { $n }~قنوات ({ $owner })
           *[other] { $n }~قناة ({ $owner })
        }
    }
    [radio] { $ownerid ->
        [state] { $n ->
            [one] إذاعة حكومية واحدة
            [two] إذاعتان حكوميتان
            [few] { $n }~إذاعات حكومية
           *[other] { $n }~إذاعة حكومية
        }
        [public] { $n ->
            [one] إذاعة عمومية واحدة
            [two] إذاعتان عموميتان
            [few] { $n }~إذاعات عمومية
           *[other] { $n }~إذاعة عمومية
        }
        [private] { $n ->
            [one] إذاعة خاصة واحدة
            [two] إذاعتان خاصتان
            [few] { $n }~إذاعات خاصة
           *[other] { $n }~إذاعة خاصة
        }
       *[other] { $n ->
            [one] إذاعة واحدة ({ $owner })
            [two] إذاعتان ({ $owner })
            [few] { $n }~إذاعات ({ $owner })
           *[other] { $n }~إذاعة ({ $owner })
        }
    }
    [print] { $ownerid ->
        [state] { $n ->
            [one] صحيفة حكومية واحدة
            [two] صحيفتان حكوميتان
            [few] { $n }~صحف حكومية
           *[other] { $n }~صحيفة حكومية
        }
        [public] { $n ->
            [one] صحيفة عمومية واحدة
            [two] صحيفتان عموميتان
            [few] { $n }~صحف عمومية
           *[other] { $n }~صحيفة عمومية
        }
        [private] { $n ->
            [one] صحيفة خاصة واحدة
            [two] صحيفتان خاصتان
            [few] { $n }~صحف خاصة
           *[other] { $n }~صحيفة خاصة
        }
       *[other] { $n ->
            [one] صحيفة واحدة ({ $owner })
            [two] صحيفتان ({ $owner })
            [few] { $n }~صحف ({ $owner })
           *[other] { $n }~صحيفة ({ $owner })
        }
    }
    [online] { $ownerid ->
        [state] { $n ->
            [one] موقع حكومي واحد
            [two] موقعان حكوميان
            [few] { $n }~مواقع حكومية
            [many] { $n }~موقعًا حكوميًا
           *[other] { $n }~موقع حكومي
        }
        [public] { $n ->
            [one] موقع عمومي واحد
            [two] موقعان عموميان
            [few] { $n }~مواقع عمومية
            [many] { $n }~موقعًا عموميًا
           *[other] { $n }~موقع عمومي
        }
        [private] { $n ->
            [one] موقع خاص واحد
            [two] موقعان خاصان
            [few] { $n }~مواقع خاصة
            [many] { $n }~موقعًا خاصًا
           *[other] { $n }~موقع خاص
        }
       *[other] { $n ->
            [one] موقع واحد ({ $owner })
            [two] موقعان ({ $owner })
            [few] { $n }~مواقع ({ $owner })
            [many] { $n }~موقعًا ({ $owner })
           *[other] { $n }~موقع ({ $owner })
        }
    }
   *[other] { $ownerid ->
        [state] { $n ->
            [one] وسيلة إعلامية حكومية واحدة
            [two] وسيلتان إعلاميتان حكوميتان
            [few] { $n }~وسائل إعلامية حكومية
           *[other] { $n }~وسيلة إعلامية حكومية
        }
        [public] { $n ->
            [one] وسيلة إعلامية عمومية واحدة
            [two] وسيلتان إعلاميتان عموميتان
            [few] { $n }~وسائل إعلامية عمومية
           *[other] { $n }~وسيلة إعلامية عمومية
        }
        [private] { $n ->
            [one] وسيلة إعلامية خاصة واحدة
            [two] وسيلتان إعلاميتان خاصتان
            [few] { $n }~وسائل إعلامية خاصة
           *[other] { $n }~وسيلة إعلامية خاصة
        }
       *[other] { $n ->
            [one] وسيلة إعلامية واحدة ({ $owner })
            [two] وسيلتان إعلاميتان ({ $owner })
            [few] { $n }~وسائل إعلامية ({ $owner })
           *[other] { $n }~وسيلة إعلامية ({ $owner })
        }
    }
}
chart-no-interval-asked-for = المجال: لا يوجد، فالدراسة لا تطلبه؛ والرقم هو الحصة مما رُمّز.
chart-no-interval-of-few-days = المجال: لا يوجد، لأن عدد أيام-وسيلة قليل جدًا؛ والرقم هو الحصة مما رُمّز.
chart-no-interval-of-equal-days = المجال: لا يوجد، إذ لا يختلف يوم عن آخر، أو لا يُعرف أي يوم؛ والرقم هو الحصة مما رُمّز.
chart-not-shown = غير معروض: { $names }.
chart-names-and-reason = { $names } ({ $reason })
chart-no-such-coverage = لا تغطية من هذا القبيل
chart-care = تُقرأ بحذر: { $meanings }.
chart-care-hollow = نقطة مفرغة، تُقرأ بحذر: { $meanings }.
chart-agreement-not-measured = توافق المرمّزين: لم يُقَس.
chart-agreement = توافق المرمّزين: { $variables }.
chart-heading-interval = المجال

## Shares over time

timeline-amount = { $time ->
    [week] { $quantity } في الأسبوع
   *[day] { $quantity } في اليوم
}
timeline-amount-in-unit = { $time ->
    [week] { $quantity } في الأسبوع، { $unit }
   *[day] { $quantity } في اليوم، { $unit }
}
timeline-weekend = فاتح: نهاية الأسبوع
timeline-by-day = { $actors }: الحصة من { $quantity }، %، مجموع متحرك لسبعة أيام (النقاط: أيام مفردة)
timeline-by-day-with-interval = { $actors }: الحصة من { $quantity }، %، مجموع متحرك لسبعة أيام (النقاط: أيام مفردة). المظلَّل: مجال { $level }%
timeline-by-week = { $actors }: الحصة من { $quantity }، %، بحسب الأسبوع
timeline-by-week-with-interval = { $actors }: الحصة من { $quantity }، %، بحسب الأسبوع، مع مجال { $level }%
timeline-title = { $pool } { $place } عبر الزمن
timeline-rose = { $actor } { $place }: ارتفاع من { $first }% (الأسبوع الأول) إلى { $last }% (الأخير)
timeline-fell = { $actor } { $place }: انخفاض من { $first }% (الأسبوع الأول) إلى { $last }% (الأخير)
timeline-brief = مجاميع سبعة أيام؛ النقاط: أيام مفردة؛ المهشَّر: غير مسجَّل.
timeline-alt = { $time ->
    [day] مخطط خطي للحصص من { $pool } { $place } عبر الزمن: { $actor } { $first }% أولًا، { $last }% آخرًا. { $dates }.
   *[week] مخطط نقطي للحصص من { $pool } { $place } عبر الزمن: { $actor } { $first }% أولًا، { $last }% آخرًا. { $dates }.
}
timeline-moving-from = تتطلب القيمة المتحركة سبعة أيام من فترة الرصد، خمسة منها مسجَّلة؛ والأولى في { $day }.
timeline-without-line = لا يُرسم خط لأقل من 14 يومًا. من اليسار إلى اليمين: { $names }.
timeline-not-recorded = لم يُسجَّل كليًا أو جزئيًا، ولا يُحتسب صفرًا: { $losses }.
timeline-events = خط الحدث لا يعني أنه سبب.
timeline-heading-time = الزمن

## Tone

tone-negative = سلبية
tone-neutral = محايدة
tone-positive = إيجابية
tone-of-actor = { $actor } { $negative }% سلبية، { $neutral }% محايدة، { $positive }% إيجابية
tone-alt = مخطط أعمدة للنبرة ({ $pool } { $place })، بدءًا بالجهة الفاعلة ذات المقدار الأكبر: { $tones }. { $dates }.
tone-title = { $pool }: النبرة { $place }
tone-title-of-actor = { $actor } { $place }: { $positive }% إيجابية، { $negative }% سلبية
tone-subtitle = نبرة التغطية، { $actors }، { $unit }
tone-brief = النبرة المرمَّزة فقط، { $days }. %: من تغطية الجهة الفاعلة.
tone-part = { $number } ({ $percent }%)
tone-base = الأساس: التغطية المرمَّزة النبرة؛ وما لم يُرمَّز ليس محايدًا.
tone-scale = تبدأ السلبية والإيجابية من خط صفر واحد، والمحايدة من خطها؛ وللثلاث مقياس واحد. % من الصف.
tone-heading-all = الكل، { $unit }

## Voice

voice-own = كلام مباشر
voice-reported = كلام الغير
voice-own-percent = كلام مباشر، %
voice-of-actor = { $actor } { $percent }% كلام مباشر
voice-alt = مخطط أعمدة لنوع الكلام ({ $pool } { $place })، بدءًا بالجهة الفاعلة ذات المقدار الأكبر: { $voices }. { $dates }.
voice-title = { $pool }: الكلام المباشر { $place }
voice-title-of-actor = { $actor } { $place }: { $percent }% من التغطية المرمَّزة كلام مباشر
voice-subtitle = كلام مباشر وكلام الغير، { $actors }، { $unit }، والكلام المباشر، %
voice-subtitle-with-interval = كلام مباشر وكلام الغير، { $actors }، { $unit }، والكلام المباشر، %، مع مجال { $level }%
voice-brief = الأساس: التغطية المرمَّزة من حيث نوع الكلام.
voice-base = الأساس: التغطية المرمَّزة من حيث نوع الكلام؛ وما لم يُرمَّز لا يدخل في أي من الجزأين.
voice-interval = المجال: من يوم إلى آخر في هذه الوسائل؛ وليس هامش خطأ لجميع وسائل الإعلام. إذا غاب خط المجال: عدد أيام-وسيلة قليل جدًا.
voice-parts = { $all } ({ $own } + { $reported })
voice-heading-all = الكل (كلام مباشر + كلام الغير)
voice-heading-own = كلام مباشر

## Share against tone

share-tone-owner-not-stated = الملكية غير مذكورة
share-tone-share = الحصة من { $pool }
share-tone-above = فوق الخط: الإيجابي أكثر من السلبي
share-tone-below = تحته: السلبي أكثر من الإيجابي
share-tone-clearly-positive = { $actor }: نبرة إيجابية بوضوح (وسائل إعلامية: { $n } من { $all })
share-tone-title = { $actor }: الحصة والنبرة في كل وسيلة إعلامية
share-tone-subtitle = { $actor }: الحصة من { $pool }، %، ورصيد النبرة (الإيجابي ناقص السلبي، نقاط مئوية من تغطية الجهة الفاعلة)
share-tone-outlets-with-lines = { $outlets }، { $dates }. الخطوط: مجالات { $level }%
share-tone-of-outlet = { $outlet } { $percent }%، الرصيد { $balance }
share-tone-alt = مخطط نقطي للحصة ورصيد النبرة بحسب الوسيلة الإعلامية ({ $actor }): { $outlets }. { $dates }.
share-tone-base = الأساس: كل وسيلة إعلامية بوحدتها؛ والنبرة لما رُمّزت نبرته.
share-tone-no-line = إيجابية بوضوح: مجال الرصيد كله فوق الصفر. اختيرت الوسائل الإعلامية ولم تُسحب عشوائيًا: لا يُحسب ارتباط ولا يُرسم خط عبرها.
share-tone-brief = الوسائل مختارة لا مسحوبة عشوائيًا: لا خط اتجاه.
share-tone-heading-share = الحصة، %
share-tone-heading-balance = الرصيد، نقاط مئوية

## Shares against a benchmark

benchmark-subtitle = { $actors }: الحصة من { $quantity }، و{ $benchmark }، %
benchmark-share = الحصة من { $quantity }
benchmark-pair = { $percent } مقابل { $benchmark }
benchmark-of-actor = { $actor } { $pair } ({ $difference }~نقطة)
benchmark-alt = مخطط نقطي للحصص من { $pool } { $place } إلى جانب مرجع المقارنة ({ $benchmark })، بدءًا بأكبر نقص: { $shares }. { $dates }.
benchmark-title = { $pool } { $place }، ومرجع المقارنة: { $benchmark }
benchmark-more = { $actor } { $place }: الحصة أعلى بمقدار { $points }~نقطة ({ $benchmark })
benchmark-less = { $actor } { $place }: الحصة أدنى بمقدار { $points }~نقطة ({ $benchmark })
benchmark-brief = مرجع المقارنة: { $source }، { $date }؛ ليس معيارًا للإنصاف.
benchmark-source = مرجع المقارنة: { $source }، { $date }. للاسترشاد، لا معيارًا للإنصاف.
benchmark-afterwards = لم يُعرف إلا لاحقًا.
benchmark-differences = الفوارق محسوبة من حصص غير مقرّبة؛ والفارق الذي يشمل مجاله الصفر بالرمادي.
benchmark-interval = المجال: للحصة، من يوم إلى آخر في هذه الوسائل؛ ويُعدّ مرجع المقارنة دقيقًا.
benchmark-heading-pair = الحصة مقابل المرجع، %
benchmark-heading-difference = الفارق، نقاط مئوية

## Outlets and actors as a matrix

matrix-title = { $pool }، بحسب الوسيلة الإعلامية
matrix-subtitle = الحصة من الصف، %؛ كل وسيلة إعلامية بوحدتها
matrix-base = الأساس: المقدار على يمين كل صف، بوحدته؛ ولا يُحسب أبدًا متوسط صفوف مختلفة الوحدات.
matrix-steps = تزداد الخلايا قتامة ابتداءً من { $steps }%.
matrix-brief = كل صف بوحدته.
matrix-alt = جدول الحصص من { $pool } بحسب الوسيلة الإعلامية: { $outlets }. { $dates }.
matrix-of-outlet = { $outlet }: أكبر حصة { $actor } { $percent }% من { $total }
matrix-of-withheld-outlet = { $outlet }: حصص محجوبة من { $total }
matrix-withheld = محجوبة: { $reasons }
matrix-owner-and-medium = { $mediumid ->
    [television] { $ownerid ->
        [state] تلفزيون حكومي
        [public] تلفزيون عمومي
        [private] تلفزيون خاص
       *[other] قنوات تلفزيونية { $owner }
    }
    [radio] { $ownerid ->
        [state] إذاعة حكومية
        [public] إذاعة عمومية
        [private] إذاعة خاصة
       *[other] إذاعات { $owner }
    }
    [print] { $ownerid ->
        [state] صحافة مطبوعة حكومية
        [public] صحافة مطبوعة عمومية
        [private] صحافة مطبوعة خاصة
       *[other] صحافة مطبوعة { $owner }
    }
    [online] { $ownerid ->
        [state] مواقع حكومية
        [public] مواقع عمومية
        [private] مواقع خاصة
       *[other] مواقع { $owner }
    }
   *[other] { $medium } ({ $owner })
}

## Recorded days as a calendar

calendar-covered = مسجَّل، مع تغطية
calendar-silent = مسجَّل، لم توجد تغطية
calendar-part = مسجَّل جزئيًا
calendar-lost = غير مسجَّل
calendar-unplanned = غير مقرر
calendar-unknown = بلا صفوف؛ لا يُعرف هل سُجّل
calendar-coded-rows = صفوف مرمَّزة
calendar-days-with-rows = أيام ذات صفوف
calendar-days-recorded = أيام مسجَّلة
calendar-total = { $n } من { $all }
calendar-title = ما سُجّل، بحسب الوسيلة الإعلامية
calendar-title-coded = الأيام ذات الصفوف المرمَّزة، بحسب الوسيلة الإعلامية
calendar-title-recorded = سُجّل كل يوم مقرر، ولو جزئيًا
calendar-base = من تقويم الرصد في الدراسة؛ ولا تُحتسب الفجوة صفرًا أبدًا.
calendar-base-unknown = ليس للدراسة تقويم رصد: اليوم الذي بلا صفوف قد يكون يومًا بلا تغطية أو يومًا لم يُسجَّل.
calendar-losses = لم يُسجَّل كليًا أو جزئيًا: { $losses }.
calendar-brief = لا تُحتسب الفجوة صفرًا أبدًا.
calendar-of-outlet = { $outlet } { $total }
calendar-alt = تقويم الأيام المرصودة، الأيام ذات التسجيلات أو الصفوف: { $outlets }. { $dates }.
calendar-numbers = أيام الشكل: { $title }

## Agreement between coders

agreement-variable = المتغير
agreement-alpha = ألفا
agreement-verdict = الحكم
agreement-units = الوحدات
agreement-tentative-from = مبدئي من { $alpha }
agreement-reliable-from = موثوق من { $alpha }
agreement-title = المتغيرات الموثوقة: { $n } من { $all }
agreement-title-with-alike = المتغيرات الموثوقة: { $n } من { $all }؛ ذات الفئة الواحدة فقط: { $alike }
agreement-subtitle = ألفا كريبندورف، مع مجال { $level }%
agreement-coders-and-dates = { $n ->
    [zero] { $n }~مرمّز، { $dates }
    [one] مرمّز واحد، { $dates }
    [two] مرمّزان، { $dates }
    [few] { $n }~مرمّزين، { $dates }
    [many] { $n }~مرمّزًا، { $dates }
   *[other] { $n }~مرمّز، { $dates }
}
agreement-base = الأساس: المواد التي رمّزها مرمّزان أو أكثر، بجانب كل صف. نسب التوافق المئوية وجميع المعاملات: في الجداول.
agreement-scale = ألفا 1 عند التوافق التام و0 عند ما تعطيه المصادفة؛ والنقطة المفرغة دون العلامة الدنيا.
agreement-brief = ألفا: 1 توافق تام، 0 ما تعطيه المصادفة.
agreement-of-variable = { $variable } { $alpha }
agreement-alt = مخطط نقطي للتوافق بين المرمّزين، ألفا كريبندورف: { $variables }. { $dates }.
