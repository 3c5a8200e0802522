### Words that many pages share. `~` is a blank at which no line breaks.

## Amounts

percent = { $number }%

amount-time = { $number }~دقيقة
amount-seconds = { $number }~ث
amount-area = { $number }~سم²
amount-count = { $n ->
    [zero] { $number }~ظهور
    [one] ظهور واحد
    [two] { $number }~ظهور
    [few] { $number }~مرات ظهور
    [many] { $number }~مرة ظهور
   *[other] { $number }~مرة ظهور
}
unit-ms = دقيقة
unit-s = ث
unit-mm2 = سم²
unit-count = مرات الظهور
quantity-airtime = وقت البث
quantity-area = المساحة
quantity-appearances = مرات الظهور

## Dates

day = { $day }~{ $month } { $year }
days-of-month = { $from } – { $to }~{ $month } { $year }
days-of-year = { $from }~{ $frommonth } – { $to }~{ $month } { $year }
days = { $from } – { $to }
day-short = { $day }~{ $month }
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
month-short-1 = يناير
month-short-2 = فبراير
month-short-3 = مارس
month-short-4 = أبريل
month-short-5 = مايو
month-short-6 = يونيو
month-short-7 = يوليو
month-short-8 = أغسطس
month-short-9 = سبتمبر
month-short-10 = أكتوبر
month-short-11 = نوفمبر
month-short-12 = ديسمبر

## Lists

separator-comma = ،
separator-semicolon = ؛
list = { $first } و{ $last }

## Counts

counted-item = { $n ->
    [zero] { $n }~مادة
    [one] مادة واحدة
    [two] مادتان
    [few] { $n }~مواد
    [many] { $n }~مادة
   *[other] { $n }~مادة
}
counted-actor = { $n ->
    [zero] { $n }~جهة فاعلة
    [one] جهة فاعلة واحدة
    [two] جهتان فاعلتان
    [few] { $n }~جهات فاعلة
    [many] { $n }~جهة فاعلة
   *[other] { $n }~جهة فاعلة
}
counted-day = { $n ->
    [zero] { $n }~يوم
    [one] يوم واحد
    [two] يومان
    [few] { $n }~أيام
    [many] { $n }~يومًا
   *[other] { $n }~يوم
}
counted-newspaper = { $n ->
    [zero] { $n }~صحيفة
    [one] صحيفة واحدة
    [two] صحيفتان
    [few] { $n }~صحف
    [many] { $n }~صحيفة
   *[other] { $n }~صحيفة
}
counted-channel = { $n ->
    [zero] { $n }~قناة
    [one] قناة واحدة
    [two] قناتان
    [few] { $n }~قنوات
    [many] { $n }~قناة
   *[other] { $n }~قناة
}
counted-station = { $n ->
    [zero] { $n }~إذاعة
    [one] إذاعة واحدة
    [two] إذاعتان
    [few] { $n }~إذاعات
    [many] { $n }~إذاعة
   *[other] { $n }~إذاعة
}
counted-site = { $n ->
    [zero] { $n }~موقع
    [one] موقع واحد
    [two] موقعان
    [few] { $n }~مواقع
    [many] { $n }~موقعًا
   *[other] { $n }~موقع
}
counted-outlet = { $n ->
    [zero] { $n }~وسيلة إعلامية
    [one] وسيلة إعلامية واحدة
    [two] وسيلتان إعلاميتان
    [few] { $n }~وسائل إعلامية
    [many] { $n }~وسيلة إعلامية
   *[other] { $n }~وسيلة إعلامية
}
counted-outlet-day = { $n ->
    [zero] { $n }~يوم-وسيلة
    [one] يوم-وسيلة واحد
    [two] يوما-وسيلة
    [few] { $n }~أيام-وسيلة
    [many] { $n }~يوم-وسيلة
   *[other] { $n }~يوم-وسيلة
}
counted-row = { $n ->
    [zero] { $n }~صف
    [one] صف واحد
    [two] صفان
    [few] { $n }~صفوف
    [many] { $n }~صفًا
   *[other] { $n }~صف
}
counted-unit = { $n ->
    [zero] { $n }~وحدة
    [one] وحدة واحدة
    [two] وحدتان
    [few] { $n }~وحدات
    [many] { $n }~وحدة
   *[other] { $n }~وحدة
}
counted-decimal = { $n ->
    [zero] { $n }~منزلة عشرية
    [one] منزلة عشرية واحدة
    [two] منزلتان عشريتان
    [few] { $n }~منازل عشرية
    [many] { $n }~منزلة عشرية
   *[other] { $n }~منزلة عشرية
}
actors-of-group = { $group }~({ $n })

## Words of codebooks. A study's own catalogue may add to `ownership-`, `medium-` and `capacity-`.

medium-television = تلفزيون
medium-radio = إذاعة
medium-print = صحافة مطبوعة
medium-online = إنترنت
ownership-state = حكومية
ownership-public = عمومية
ownership-private = خاصة
genre-kind-editorial = تحريرية
genre-kind-campaign = مواد الحملة
genre-kind-other = أخرى
weighting-pooled = مجمّع
weighting-mean = بالمتوسط
weighting-weighted = بالأوزان
not-coded = غير مرمَّز

## Places

place-television = في التلفزيون
place-radio = في الإذاعة
place-print = في الصحافة المطبوعة
place-online = على الإنترنت
place-everywhere = في جميع الوسائل الإعلامية
place-outlet = { $medium ->
    [online] على { $outlet }
   *[other] في { $outlet }
}
place-owned = { $medium ->
    [online] { $ownerid ->
        [state] على المواقع الحكومية
        [public] على المواقع العمومية
        [private] على المواقع الخاصة
       *[other] على مواقع { $owner }
    }
    [print] { $ownerid ->
        [state] في الصحافة المطبوعة الحكومية
        [public] في الصحافة المطبوعة العمومية
        [private] في الصحافة المطبوعة الخاصة
       *[other] في صحافة مطبوعة { $owner }
    }
    [television] { $ownerid ->
        [state] في التلفزيون الحكومي
        [public] في التلفزيون العمومي
        [private] في التلفزيون الخاص
       *[other] في قنوات تلفزيونية { $owner }
    }
    [radio] { $ownerid ->
        [state] في الإذاعة الحكومية
        [public] في الإذاعة العمومية
        [private] في الإذاعة الخاصة
       *[other] في إذاعات { $owner }
    }
   *[other] { $ownerid ->
        [state] في وسائل الإعلام الحكومية
        [public] في وسائل الإعلام العمومية
        [private] في وسائل الإعلام الخاصة
       *[other] في وسائل إعلام { $owner }
    }
}
place-other = ضمن { $other }
place-and-other = { $place }، { $other }

## Recordings that failed

every-outlet = جميع الوسائل الإعلامية
loss-of-hours = { $reason }، من { $from } إلى { $to }
loss = { $outlets } { $day } ({ $reason })

## What a pool holds

pool-folded = ، مع احتساب شاغلي المناصب ضمن أحزابهم
respect-actors = الجهات الفاعلة
respect-genres = أنواع المواد
respect-outlets = الوسائل الإعلامية
respect-capacities = الصفات
respect-dayparts = فترات البث
respect-days = الأيام
respect-office-holders = شاغلو المناصب
respect-hostile-time = التغطية ذات النبرة السلبية
respect-weighting = ترجيح الوسائل الإعلامية
holds-all = الكل
holds-no-hostile-time = مستبعدة
holds-actors-of = { $actors }، ضمن: { $whole }
holds-genres = { $kinds }: { $names }
holds-outlets = { $kinds } فقط: { $names }
holds-days = من { $from } إلى { $to }
holds-office-holders-separate = غير محتسبين ضمن أحزابهم
holds-office-holders-folded = محتسبون ضمن أحزابهم
holds-office-holders-by-capacity = محتسبون بحسب الصفة التي يظهرون بها

## What stands beside a figure

status-stated = مذكورة
status-zero = صفر
status-no-coverage = بلا تغطية
status-not-recorded = غير مسجَّلة
status-undefined = غير معرَّفة
status-tie = تعادل
status-withheld = محجوبة
flag-small-base = أقل من { $n ->
    [one] مادة واحدة
    [two] مادتين
    [few] { $n }~مواد
    [many] { $n }~مادة
   *[other] { $n }~مادة
}
flag-few-clusters = أقل من { $n ->
    [one] يوم-وسيلة واحد
    [two] يومي-وسيلة
    [few] { $n }~أيام-وسيلة
    [many] { $n }~يوم-وسيلة
   *[other] { $n }~يوم-وسيلة
}، فلا مجال
flag-rough-interval = مجال مبني على أقل من { $n ->
    [one] يوم-وسيلة واحد
    [two] يومي-وسيلة
    [few] { $n }~أيام-وسيلة
    [many] { $n }~يوم-وسيلة
   *[other] { $n }~يوم-وسيلة
}
flag-one-day-dominates = أكثر من { $n }% من الأساس في يوم-وسيلة واحد
flag-wide-interval = المجال أوسع من { $n ->
    [one] نقطة واحدة
    [two] نقطتين
    [few] { $n }~نقاط
    [many] { $n }~نقطة
   *[other] { $n }~نقطة
}
flag-small-amount = نبرة أو نوع كلام في أقل من { $n ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $n }~دقائق
    [many] { $n }~دقيقة
   *[other] { $n }~دقيقة
} أو { $cm2 }~سم²
flag-incomplete = سُجّل أقل من { $n }% من الساعات المقررة
flag-hours-changed = تغيرت ساعات الرصد خلال الفترة
flag-not-told-apart = مجال الفارق يشمل الصفر: لا تتقدم أي من الجهتين
flag-unreliable = لم يكن توافق المرمّزين كافيًا في المتغير المعروض

## Agreement between coders

verdict-reliable = موثوق
verdict-tentative = مبدئي
verdict-unreliable = غير موثوق
verdict-one-category = غير معرَّف: فئة واحدة
variable-actor = الجهة الفاعلة
variable-tone = النبرة
variable-voice = نوع الكلام
variable-genre = نوع المادة
variable-capacity = الصفة
variable-amount = المقدار
agreement-on = { $variable }: ألفا { $alpha } ({ $units })، { $verdict }
agreement-with-interval = { $variable }: ألفا { $alpha } (مجال { $level }%: من { $low } إلى { $high }، { $units })، { $verdict }
agreement-of-one-category = { $variable }: الرمز نفسه في جميع الوحدات ({ $units })، فلا تُحسب ألفا

## Notes under tables

note = { $text }
note-orientation = تُعرض للاسترشاد، لا بوصفها معيارًا للإنصاف.
note-no-balance = لا رصيد للنبرة: دليل الترميز لا يبيّن معاني النبرات. حدِّد لكل `[[tone]]` قيمة `kind` الخاصة بها: negative أو neutral أو positive؛ ويتطلب الرصيد نبرة سلبية واحدة ونبرة إيجابية واحدة.
note-rank-changes = تغيّر في الترتيب ({ $place }): { $actor }، المرتبة { $rank } ({ $pool }) والمرتبة { $otherrank } ({ $otherpool }).
