### The method, the limitations, the appendices, the kinds of report, and what every format says around them: document, workbook,
### coding sheet.

## Chapter 2, what was monitored

method-chapter-monitored = 2 Что охвачено мониторингом
method-monitored = Мониторинг охватил { $outlets }~СМИ и { $days ->
    [one] { $days }~день
    [few] { $days }~дня
    [many] { $days }~дней
   *[other] { $days }~дня
}: { $dates }. Каждый материал считается один раз; материал, общий для нескольких субъектов, закодирован в нескольких строках, и в каждой из них указан его объем так, как он закодирован.

## Chapter 3, how it was measured

method-chapter-measured = 3 Как проводилось измерение
method-coded-row = Закодированная строка — это появление: один субъект в одном материале, с длительностью, с площадью в печати или, где считаются появления, как одна единица счета. Время хранится в целых миллисекундах, площадь — в целых квадратных миллиметрах; суммы — целые числа, и деление при вычислении доли выполняется один раз, в конце.
method-rounding = Проценты округлены от точного частного по правилу { $rule }, после запятой — { $n ->
    [one] { $n }~знак
    [few] { $n }~знака
    [many] { $n }~знаков
   *[other] { $n }~знака
}, поэтому сумма по строкам таблицы может отличаться от 100. Время, площади и число материалов никогда не складываются друг с другом.
method-section-denominators = Знаменатели
method-denominators-hold = Что входит в каждый знаменатель; всё, что не названо, входит целиком
method-heading-denominator = Знаменатель
method-heading-respect = Признак
method-heading-holds = Что входит

## Chapter 4, how sure the figures are

method-chapter-certainty = 4 Насколько надежны показатели
method-exact-share = Каждая доля — это точная доля в том, что закодировано за период мониторинга: она описывает дни мониторинга и ничего не говорит о СМИ и днях, не охваченных мониторингом.
method-policy = Рядом с показателем, который основан на малом объеме данных, стоит пояснение, а при политике «withhold» оно стоит вместо показателя; в таблицах такой показатель отмечен знаком [u]. Здесь действует политика «{ $policy }»; пороги: { $thresholds }.
method-taken-for-all = Закодированное принято за все материалы периода мониторинга. Интервалы показывают, насколько доля колеблется по дням; это не ошибка выборки, как в опросе, и ошибки кодировщиков в них не входят.
method-days-drawn = Дни мониторинга отобраны случайно из большего числа дней, и интервалы учитывают дни, которые не отобраны. Ошибки кодировщиков в них не входят.
method-no-intervals = Интервалы не приводятся: в исследовании они не заданы.
method-intervals-linear = { $level }-процентные интервалы получены из линеаризованной дисперсии отношения, с t-распределением Стьюдента, на логит-шкале: страты — СМИ, кластеры — { $cluster ->
    [programme] передачи одного дня одного СМИ
   *[day] дни одного СМИ
}.
method-intervals-bootstrap = { $level }-процентные интервалы получены бутстрепом ({ $replicates }~{ $n ->
    [one] повтор
    [few] повтора
    [many] повторов
   *[other] повтора
}, { $method }, начальное значение генератора { $seed }): страты — СМИ, кластеры — { $cluster ->
    [programme] передачи одного дня одного СМИ
   *[day] дни одного СМИ
}.
method-no-second-coding = Второго кодирования в листах кодирования нет: согласованность кодировщиков неизвестна.
method-section-agreement = Согласованность кодировщиков
method-second-coding = { $n ->
    [one] В листах кодирования всего исследования { $n }~строка второго кодирования. Второе кодирование не входит ни в одну долю и показывает, насколько одинаково два человека кодируют один материал.
    [few] В листах кодирования всего исследования { $n }~строки второго кодирования. Второе кодирование не входит ни в одну долю и показывает, насколько одинаково два человека кодируют один материал.
    [many] В листах кодирования всего исследования { $n }~строк второго кодирования. Второе кодирование не входит ни в одну долю и показывает, насколько одинаково два человека кодируют один материал.
   *[other] В листах кодирования всего исследования { $n }~строки второго кодирования. Второе кодирование не входит ни в одну долю и показывает, насколько одинаково два человека кодируют один материал.
}

## Chapter 11, limitations

method-chapter-limitations = 11 Ограничения
method-limit-chosen-outlets = Доли относятся к СМИ, охваченным мониторингом; эти СМИ были выбраны и не являются выборкой из всех СМИ.
method-limit-no-calendar = День без закодированной строки мог быть днем без освещения или днем без записи: по листам кодирования этого не видно.
method-limit-lost = Утраченные записи — это пробелы, а не нули; что в них было бы, неизвестно.
method-limit-shared-items = Материалы, общие для нескольких субъектов, учтены для каждого из них так, как закодированы; при ином делении доли были бы иными.
method-limit-no-judgement = Доля — это объем, а не оценка: тон, тема и новостная значимость в нее не входят.

## Chapter 12, corrections

appendix-chapter-corrections = 12 Исправления
appendix-nothing-corrected = Исправлений не было. Исправления перечисляются в study.toml и приводятся здесь с указанием того, что было и что стало.
appendix-corrections = Исправления после первой версии
appendix-heading-date = Дата
appendix-heading-what = Что исправлено
appendix-heading-was = Было
appendix-heading-is = Стало

## Appendix A, full tables

appendix-chapter-tables = A Полные таблицы
appendix-files = Доли по каждому знаменателю приведены в этих файлах, по одной строке на ячейку: числитель, знаменатель и база в секундах, см² или появлениях, а также ключ для обращения к ячейке. В книге tables.xlsx они представлены формулами.
appendix-tables-as-csv = Таблицы в формате CSV
appendix-heading-file = Файл
appendix-heading-denominator = Знаменатель
appendix-heading-broken-down-by = Разбивка
appendix-by-medium = вид СМИ
appendix-by-ownership = собственность
appendix-by-outlet = СМИ

## Appendix B, codebook

appendix-chapter-codebook = B Книга кодов
appendix-codebook-version = Версия { $version }. Субъекты:
appendix-actors = Субъекты
appendix-heading-id = ID
appendix-heading-group = Группа
appendix-heading-party = Партия
appendix-heading-dates = Даты
appendix-dates = с { $from } по { $to }
appendix-dates-from = с { $from }
appendix-dates-to = по { $to }

## Appendix C, recording log

appendix-chapter-recording = C Журнал записи
appendix-no-calendar = Календаря мониторинга в исследовании нет: что было записано помимо закодированных строк, неизвестно.
appendix-all-recorded = Записано всё запланированное.
appendix-failed-recordings = Несостоявшиеся записи
appendix-heading-day = День
appendix-heading-lost = Утрачено
appendix-heading-reason = Причина
appendix-hours = с { $from } до { $to }
appendix-whole-day = весь день

## Appendix D, rows left out

appendix-chapter-rows = D Строки, не вошедшие в расчет
appendix-rows = По всем листам кодирования исследования: прочитано строк { $read } = использовано { $used } + вне охвата { $out } + отклонено { $rejected }.
appendix-rows-by-code = Строки, не вошедшие ни в одну долю, по кодам
appendix-heading-code = Код
appendix-heading-rows-are = Состояние
appendix-heading-rows = Строки
appendix-rows-out-of-scope = вне охвата
appendix-rows-rejected = отклонены
appendix-explain-code = Команда evenhand explain CODE выводит описание кода. По строкам второго кодирования (N411) определяется согласованность кодировщиков.

## Appendix E, reproduction

appendix-chapter-reproduction = E Как воспроизвести этот отчет
appendix-made-by = Создано программой { $tool } по исследованию { $study }; та же папка и та же команда дают побайтово тот же результат.
appendix-command = Команда: { $command }, из папки, в которой находится исследование.
appendix-manifest = Команда sha256sum -c manifest-sha256.txt в этой папке показывает, изменен ли какой-либо файл.
appendix-digest = Хеш-сумма всех входных данных: { $digest }
appendix-inputs = Входные данные и их хеш-суммы SHA-256
appendix-heading-role = Назначение
appendix-heading-bytes = Байты
appendix-heading-digest = SHA-256

## Kinds of report, in the line under the title

kind-preliminary = Предварительный отчет: { $n } из { $of ->
    [one] { $of }~дня
    [few] { $of }~дней
    [many] { $of }~дней
   *[other] { $of }~дня
}
kind-interim = Промежуточный отчет: { $n } из { $of ->
    [one] { $of }~дня
    [few] { $of }~дней
    [many] { $of }~дней
   *[other] { $of }~дня
}
kind-interim-period = Промежуточный отчет: { $period }, { $n }-й из { $of ->
    [one] { $of }~периода
    [few] { $of }~периодов
    [many] { $of }~периодов
   *[other] { $of }~периода
}
kind-audit = Таблицы для проверки
kind-audit-period = Таблицы для проверки: { $period }
kind-final = Итоговый отчет
kind-final-period = Итоговый отчет: { $period }

## What every format says

document-contents = Содержание
document-figure = Рисунок { $n }. { $title }
document-figure-sentence = Рисунок { $n }. { $title }.
document-figure-name = Рисунок { $n }
document-numbers-of-figure = Данные к рисунку { $n }
document-table = Таблица { $n }. { $caption }
document-left-out = Опущено: { $why }.
document-corrected = с исправлениями, см. главу 12
document-version = версия { $version }
document-chapter-rules = 10 Проверка соблюдения закона и равного доступа
document-no-rule-tested = Ни одно правило не проверялось.

## The workbook tables.xlsx. Its sheets are called the same in every language: Cover, Contents, Notes, P1 sums, Table 1.

workbook-made-by = Создано программой { $tool } по исследованию `{ $study }`.
workbook-formulas = Доли на листах P1, P2 ... — формулы: при изменении суммы меняются все доли, которые на ней основаны. Остальные таблицы совпадают с напечатанными в отчете. В столбце `{ workbook-column-printed }` — то, что напечатано в отчете.
workbook-heading-sheet = лист
workbook-heading-holds = содержание
workbook-holds-sums = { $pool }: все суммы, в целых миллисекундах, мм² или появлениях
workbook-holds-shares = { $by ->
    [medium] { $pool }: доли по видам СМИ, формулы по данным листа `{ $sums }`
    [ownership] { $pool }: доли по собственности, формулы по данным листа `{ $sums }`
   *[outlet] { $pool }: доли по отдельным СМИ, формулы по данным листа `{ $sums }`
}
workbook-column-quantity = величина
workbook-column-medium = вид СМИ
workbook-column-ownership = собственность
workbook-column-outlet = СМИ
workbook-column-day = день
workbook-column-actor = субъект
workbook-column-name = название
workbook-column-amount = объем
workbook-column-total = всего
workbook-column-share = доля
workbook-column-printed = % в отчете
workbook-column-items = материалы
workbook-column-outlet-days = СМИ-дни
workbook-column-remarks = примечания
workbook-heading-sign = знак или столбец
workbook-heading-means = значение
workbook-note-care = читать с осторожностью: причина указана в столбце `{ workbook-column-remarks }`
workbook-note-withheld = не публикуется по политике исследования или ничего не записано
workbook-note-no-coverage = освещения нет, поэтому доли не существует
workbook-columns-amount-total = { workbook-column-amount }, { workbook-column-total }
workbook-note-amount = Целые миллисекунды эфирного времени, мм² площади (100~мм² = 1~см²) или появления. Разные единицы никогда не складываются друг с другом.
workbook-note-share = Объем, деленный на итог (`{ workbook-column-total }`), без округления; показывается с числом знаков, заданным в исследовании. При `mean` и `weighted` доля не является частным этих двух величин и записана числом.
workbook-note-printed = Округлено по правилу { $rule } от точного частного.
workbook-note-remarks = Политика `{ $policy }`; пороги: менее { $items ->
    [one] { $items }~материала
    [few] { $items }~материалов
    [many] { $items }~материалов
   *[other] { $items }~материала
}, менее { $days ->
    [one] { $days }~СМИ-дня
    [few] { $days }~СМИ-дней
    [many] { $days }~СМИ-дней
   *[other] { $days }~СМИ-дня
}.

## The coding sheet. Its columns and sheets are called the same in every language: the study's source knows them by name.

sheet-title = { $study }: лист кодирования
sheet-not-in-codebook = Нет в книге кодов
sheet-choose-from-list = Выберите из списка или запросите новую запись в книге кодов.
sheet-no-amount = Объем не указан
sheet-amount-above-zero = Объем — это число больше нуля.
sheet-help-date = День передачи или выпуска издания.
sheet-help-outlet = СМИ.
sheet-help-programme = Передача или рубрика.
sheet-help-start = Начало материала, чч:мм.
sheet-help-item = Один идентификатор для всех строк материала.
sheet-help-actor = Кто появляется. Отдельная строка для каждого субъекта и голоса.
sheet-help-capacity = В какой роли.
sheet-help-genre = Новости, реклама, дебаты ...
sheet-help-voice = Говорит сам или говорят о нем.
sheet-help-tone = Оставьте пустым, если закодировать нельзя: пусто — не значит нейтрально.
sheet-help-amount = Секунды или квадратные сантиметры.
sheet-help-coder = Ваш код.
sheet-help-pass = 1; для второго кодирования — 2.
sheet-heading-what = что
sheet-heading-id = ID
sheet-heading-name = название

## Definitions and further limitations

method-tone = «{ $tone }» — { $kind }~тон
method-tones = Тон — это отношение к субъекту в материале, как его воспринимает кодировщик на слух или при чтении, а не то, хорошая это новость или плохая. Коды: { $tones }.
method-boundary-full = Появление, которое выходит за границу часов мониторинга, учитывается целиком.
method-boundary-clip = У появления, которое выходит за границу часов мониторинга, учитывается часть внутри этих часов.
method-boundary-exclude = Появление, которое выходит за границу часов мониторинга, не учитывается.
method-zone = Время указано по часовому поясу { $zone }.
method-limit-no-agreement = Ни один материал не закодирован дважды: степень согласия двух кодировщиков неизвестна.
method-limit-agreement = Согласованность кодировщиков ниже отметки «надежно» по переменным: { $variables }. Показатели по ним условно надежны.
method-limit-small = Доли по отдельным СМИ, которые основаны на малом объеме данных: { $n } из { $of }; они отмечены.
method-limit-hours-changed = Часы мониторинга менялись в течение периода; показатели до и после изменения относятся к разным часам.
appendix-rows-file = Файл { $file } содержит каждую учтенную закодированную строку с указанием файла и номера строки, в секундах, см² или появлениях.

## Chapter 10, rules

rules-what-they-are = Эти правила записаны в rules.toml исследования. Каждое — пример с источником и датой, сопоставленный с этими данными; ни одно не выдается за закон какой-либо страны.
rules-heading-rule = Правило
rules-heading-source = Источник
rules-heading-verdict = Вывод
rules-heading-kept = Соблюдено
rules-heading-cannot-tell = Не установлено
rules-heading-broken = Нарушено
rules-caption = Правила и выводы по ним
rules-note = Подсчитаны субъекты там, где действует правило. «Не установлено»: содержание утраченных записей могло бы изменить вывод.
rules-all-actors = Все субъекты
rules-heading-where = Где
rules-heading-had = Получено
rules-heading-due = Положено
rules-heading-difference = Разница
rules-heading-lost = Могло быть утрачено
rules-kept = соблюдено
rules-cannot-tell = не установлено
rules-broken = нарушено
