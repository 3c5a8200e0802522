#!/usr/bin/env python3
"""Writes the made-up coding sheets of this sample: television, print, radio and online, beside this file in data/.

Nothing in them was ever broadcast or printed. Items, outlets and amounts are drawn at random; then the amounts of three
groups of rows are led to the shares named in STEERED, because those shares were published. The same seed gives the same
bytes. Needs Python 3.8 or later and nothing else: `python3 make_sample.py`.
"""

import csv
import random
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

RNG = random.Random(20111130)
DATA = Path(__file__).resolve().parent / "data"
DAYS = [date(2011, 11, 30) + timedelta(days=n) for n in range(11)]
PARTIES = ["nur-otan", "ak-zhol", "cppk", "osdp", "auyl", "patriots", "adilet"]
ACTORS = PARTIES + ["president", "government", "election-commission"]
CAMPAIGN = {"free-airtime", "paid-advert", "party-programme"}  # every other genre is editorial
STATE = {"altyn-asu-tv", "arna-bir", "akkaynar-tany", "stepnaya-letopis", "radio-saryn"}

# Per cent of the seven parties' total that a group of rows must come to: (medium, campaign?, state outlets? None: all).
# They are not whole numbers, so that nobody takes a rounded figure for an exact one.
STEERED = {
    ("print", False, None): [52.03, 11.4, 8.3, 9.6, 7.1, 5.37, 6.2],
    ("print", True, True): [16.1, 15.3, 12.1, 14.8, 13.9, 13.6, 14.2],
    ("television", True, True): [15.2, 16.9, 13.1, 14.9, 12.8, 13.8, 13.3],
}

# How likely an actor is to be drawn for an editorial item, in the order of ACTORS.
WEIGHTS = {
    ("television", True): [37, 11, 8, 9, 7, 7, 6, 60, 54, 9],
    ("television", False): [32, 15, 11, 15, 9, 8, 8, 19, 24, 8],
    ("print", True): [52, 10, 7, 7, 6, 5, 5, 26, 26, 7],
    ("print", False): [38, 11, 9, 11, 7, 5, 6, 12, 17, 7],
    ("radio", True): [50, 10, 8, 8, 7, 6, 6, 22, 24, 8],
    ("radio", False): [40, 14, 10, 12, 8, 7, 7, 12, 16, 7],
    ("online", False): [42, 13, 10, 13, 7, 7, 6, 11, 16, 8],
}
ADVERT_WEIGHTS = [26, 22, 10, 14, 10, 9, 9]  # who buys space in private outlets

# Median length and spread (sigma of the logarithm): seconds on air, tenths of a cm2 in print. Few rows are very long.
LENGTH = {
    "television": {"news": (24, 0.75), "interview": (170, 0.5), "analysis": (48, 0.7), "debate": (150, 0.4),
                   "free-airtime": (118, 0.35), "paid-advert": (32, 0.35)},
    "print": {"news": (430, 0.75), "interview": (2100, 0.45), "analysis": (1150, 0.6), "letter": (380, 0.5),
              "party-programme": (2600, 0.35), "paid-advert": (1500, 0.5)},
}

# Fixed programmes: (start, name, genre, fewest items, most items, weekdays with Monday = 0).
ALL = range(7)
TELEVISION = {
    "altyn-asu-tv": [("08:00", "Утренний обзор", "news", 2, 3, ALL), ("13:30", "Дневной выпуск", "news", 2, 3, ALL),
                     ("18:15", "Трибуна-2012", "free-airtime", 3, 5, ALL), ("18:55", "Реклама", "paid-advert", 1, 2, ALL),
                     ("19:30", "Вечерний выпуск", "news", 5, 6, ALL), ("21:00", "Круглый стол", "debate", 1, 1, [3]),
                     ("21:00", "Неделя", "analysis", 3, 4, [6]), ("22:00", "Разговор", "interview", 1, 1, [0, 2, 4])],
    "arna-bir": [("07:00", "Таңғы шолу", "news", 2, 3, ALL), ("13:00", "Түскі жаңалық", "news", 2, 3, ALL),
                 ("18:30", "Сайлау мінбері", "free-airtime", 3, 5, ALL), ("19:20", "Жарнама", "paid-advert", 1, 2, ALL),
                 ("20:00", "Кешкі жаңалық", "news", 5, 6, ALL), ("21:30", "Ашық сұхбат", "interview", 1, 1, [1, 3]),
                 ("21:00", "Апта қорытындысы", "analysis", 3, 4, [6])],
    "aspan-9": [("09:00", "Утро на девятом", "news", 2, 3, ALL), ("17:50", "Реклама", "paid-advert", 1, 2, ALL),
                ("18:30", "Девять вечера", "news", 4, 6, ALL), ("21:00", "Спорный вопрос", "debate", 1, 2, [2, 5]),
                ("22:30", "Позиция", "analysis", 2, 3, [1, 4])],
    "kerege-tv": [("12:30", "Түс", "news", 2, 3, ALL), ("19:00", "Кереге. Жаңалықтар", "news", 4, 6, ALL),
                  ("19:50", "Жарнама", "paid-advert", 1, 1, ALL), ("21:15", "Екі орындық", "interview", 1, 2, [0, 2, 3]),
                  ("22:00", "Апта", "analysis", 3, 4, [6])],
}
# Newspapers: (weekdays of issue, language, fewest and most editorial items, fewest and most campaign items).
PRINT = {
    "akkaynar-tany": ([0, 1, 2, 3, 4, 5], "kk", 8, 12, 3, 5),
    "ashyq-tereze": ([2, 5], "kk", 12, 16, 1, 3),
    "besinshi-bet": ([3], "kk", 17, 22, 2, 4),
    "stepnaya-letopis": ([1, 2, 3, 4, 5], "ru", 8, 11, 3, 5),
    "utrennyaya-kolonka": ([0, 1, 2, 3, 4], "ru", 9, 13, 1, 2),
}
BULLETINS = [("07:00", "Tangy", 2), ("12:00", "Tuski", 2), ("18:00", "Keshki", 3)]
SECTIONS = ["politics", "election", "society", "economy"]

# Each desk writes names in its own way; codebook.toml lists every spelling used here.
OUTLET_WORDS = {
    "altyn-asu-tv": ["Altyn Asu TV"], "arna-bir": ["Arna Bir", "Arna-1"], "aspan-9": ["Aspan-9"], "kerege-tv": ["Kerege TV"],
    "akkaynar-tany": ["Аққайнар таңы"], "ashyq-tereze": ["Ашық терезе", "«Ашық терезе»"], "besinshi-bet": ["Бесінші бет"],
    "stepnaya-letopis": ["Степная летопись", "Летопись"], "utrennyaya-kolonka": ["«Утренняя колонка»", "Утр. колонка"],
    "radio-saryn": ["Radio Saryn"], "zholaushy-fm": ["Zholaushy FM"],
    "polden-online": ["polden.example"], "tizbek": ["tizbek.example"],
}
SPELLINGS = {  # Latin, Kazakh, Russian, and the rest
    "nur-otan": ["Nur Otan", "Нұр Отан", "Нур Отан", "НДП Нур Отан", "ХДП Нұр Отан", "НурОтан"],
    "ak-zhol": ["Ak Zhol", "Ақ жол", "Ак жол", "ДПК Ак жол", "Акжол"],
    "cppk": ["CPPK", "ҚКХП", "КНПК", "Коммунистическая народная партия", "Народные коммунисты"],
    "osdp": ["OSDP", "ЖСДП", "ОСДП", "Общенациональная СДП"],
    "auyl": ["Auyl", "Ауыл", "Ауыл", "КСДП Ауыл", "Ауыл партиясы"],
    "patriots": ["Patriots", "Патриоттар", "Патриоты", "Партия патриотов", "ППК"],
    "adilet": ["Adilet", "Әділет", "Адилет", "ДП Адилет"],
    "president": ["President", "Президент", "Президент", "Глава государства", "Мемлекет басшысы"],
    "government": ["Government", "Үкімет", "Правительство", "Кабмин", "Министрлер кабинеті"],
    "election-commission": ["CEC", "ОСК", "ЦИК", "Центризбирком"],
}
RUSSIAN = {  # the print desk's words
    "party-representative": "предст. партии", "candidate": "канд.", "office-holder": "должн. лицо",
    "news": "новость", "interview": "интерв.", "analysis": "аналит.", "letter": "письмо",
    "party-programme": "прогр. партии", "paid-advert": "реклама",
    "direct": "прямая речь", "reported": "пересказ", "-1": "негативный", "0": "нейтральный", "1": "позитивный", "": "",
}
TONE_ID = {"-1": "negative", "0": "neutral", "1": "positive", "": ""}
HEADINGS = {
    "television": ("date|channel|programme|start|item|actor|capacity|genre|voice|seconds|tone|coder|pass|note", ","),
    "print": ("Дата|Газета|Полоса|Материал|Заголовок|Партия|Роль|Жанр|Голос|Площадь, см2|Тон|Кодировщик|Проход", ";"),
    "radio": ("date|station|bulletin|start|item|actor|capacity|genre|voice|tone|coder|pass", "\t"),
    "online": ("date|site|section|item|actor|capacity|genre|tone|coder|pass", ","),
}
DESKS = {"television": ["C01", "C02", "C03"], "print": ["C04", "C05", "C06"], "radio": ["C06", "C07"], "online": ["C07", "C08"]}
# Some coders round to the nearest five: part of what `heaping` in a reliability report is there to show.
HEAPING = {"C01": 0.06, "C02": 0.22, "C03": 0.10, "C04": 0.08, "C05": 0.18, "C06": 0.05}

TOPICS = {
    "ru": ["Ремонт сельских дорог", "Отопительный сезон", "Новая школа", "Цены на муку", "Бюджет области", "Уборка снега",
           "Поддержка фермеров", "Очереди в поликлиниках", "Занятость молодёжи", "Газификация сёл", "Тарифы на воду",
           "Строительство жилья", "Пенсии и пособия", "Безопасность на шахтах", "Зимовка скота", "Пригородные поезда"],
    "kk": ["Ауыл жолдарын жөндеу", "Жылыту маусымы", "Жаңа мектеп", "Ұн бағасы", "Облыс бюджеті", "Қала көшелері",
           "Фермерлерге қолдау", "Емханадағы кезек", "Жастарды жұмыспен қамту", "Ауылды газдандыру", "Су тарифі",
           "Тұрғын үй құрылысы", "Зейнетақы мен жәрдемақы", "Шахтадағы қауіпсіздік", "Мал қыстату", "Ауыл мектебі"],
}
ENDINGS = {
    "ru": ["что изменится", "итоги года", "вопросы остаются", "планы на 2012 год", "мнения сторон", "взгляд из района"],
    "kk": ["не өзгереді", "жыл қорытындысы", "сұрақ көп", "2012 жылға жоспар", "екі түрлі пікір", "өңірден көзқарас"],
}
LEADS = {"ru": {"letter": "Письмо в редакцию", "party-programme": "Предвыборная программа", "paid-advert": "На правах рекламы"},
         "kk": {"letter": "Редакцияға хат", "party-programme": "Сайлауалды бағдарлама", "paid-advert": "Жарнама"}}
NOTES = ["текст за кадром, без синхрона", "начало обрезано, время по титрам", "прямое включение, плохой звук",
         "перевод с казахского, дикторский голос", "кадр без имени, узнан по титру", "көрінеді, бірақ сөйлемейді",
         "студиядан, тікелей эфир", "аударма бар, түпнұсқа естілмейді", "екі тілде, уақыты бірге саналды", "титр мен дауыс"]


DECK = []  # parties still to be dealt a slot in a state outlet


def draw_actors(medium, outlet, genre):
    """Who appears in one item. Campaign material is one party's own; a debate seats three or four parties."""
    if genre in CAMPAIGN and outlet not in STATE:
        return RNG.choices(PARTIES, ADVERT_WEIGHTS)
    if genre in CAMPAIGN:  # state outlets deal the slots out in turn, as equal conditions for all would have it
        if not DECK:
            DECK.extend(RNG.sample(PARTIES, len(PARTIES)))
        return [DECK.pop()]
    weights = dict(zip(PARTIES if genre == "debate" else ACTORS, WEIGHTS[medium, outlet in STATE]))
    wanted = {"debate": RNG.randint(3, 4), "interview": 1}.get(genre) or RNG.choices([1, 2, 3, 4], [48, 31, 15, 6])[0]
    chosen = []
    while len(chosen) < wanted:
        chosen += RNG.choices(list(weights), list(weights.values()))
        del weights[chosen[-1]]
    return chosen


def draw_tone(actor, state, genre):
    """Mostly neutral; blank where the coder could not tell, which is not the same as neutral."""
    if RNG.random() < 0.02:
        return ""
    odds = [12, 81, 7] if state else [11, 76, 13]
    if genre in CAMPAIGN:
        odds = [0, 58, 42]
    elif actor == "election-commission":
        odds = [4, 93, 3]
    elif actor in ("nur-otan", "president", "government"):
        odds = [4, 72, 24] if state else [15, 74, 11]
    return RNG.choices(["-1", "0", "1"], odds)[0]


def make_item(medium, day, outlet, genre, **place):
    """The rows of one item: one for each actor, or one for each actor and voice where length is coded."""
    rows, desk = [], DESKS[medium]
    coder = desk[(day.toordinal() + sum(map(ord, outlet))) % len(desk)]  # coders take the outlets in turn, a day each
    for actor in draw_actors(medium, outlet, genre):
        voices = RNG.choices([["direct"], ["reported"], ["direct", "reported"]], [26, 60, 14])[0]
        if genre in CAMPAIGN or genre in ("interview", "debate"):
            voices = ["direct"]
        candidate = RNG.random() < (0.55 if genre in CAMPAIGN else 0.28)
        capacity = ("candidate" if candidate else "party-representative") if actor in PARTIES else "office-holder"
        for voice in voices if medium in LENGTH else voices[:1]:
            middle, spread = LENGTH.get(medium, {}).get(genre, (1, 0))
            middle *= 1.5 if actor == "president" and genre == "news" else 1  # protocol news runs long
            amount = round(middle * RNG.lognormvariate(0, spread), 3) if spread else 1
            rows.append(SimpleNamespace(medium=medium, day=day, outlet=outlet, genre=genre, coder=coder, actor=actor,
                                        capacity=capacity, voice=voice, amount=amount, number=1, note="",
                                        tone=draw_tone(actor, outlet in STATE, genre), **place))
    return rows[:4]  # the coding sheet has room for four


def television(day):
    for outlet, programmes in TELEVISION.items():
        for start, name, genre, fewest, most, weekdays in sorted(programmes, key=lambda programme: programme[0]):
            for _ in range(RNG.randint(fewest, most) if day.weekday() in weekdays else 0):
                yield make_item("television", day, outlet, genre, programme=name, begins=start)


def press(day):
    # News opens the paper, letters and advertising close it.
    order = ["news", "interview", "analysis", "party-programme", "letter", "paid-advert"]
    for outlet, (weekdays, language, few, many, few_paid, many_paid) in PRINT.items():
        if day.weekday() not in weekdays:
            continue
        genres = RNG.choices(["news", "analysis", "interview", "letter"], [66, 18, 7, 9], k=RNG.randint(few, many))
        own = "party-programme" if outlet in STATE else "paid-advert"
        genres += RNG.choices([own, "paid-advert"], [65, 35], k=RNG.randint(few_paid, many_paid))
        for genre in sorted(genres, key=lambda genre: order.index(genre) + RNG.uniform(-1.2, 1.2)):
            topic, lead = RNG.choice(TOPICS[language]), LEADS[language].get(genre)
            headline = f"{lead}: {topic[0].lower()}{topic[1:]}" if lead else f"{topic}: {RNG.choice(ENDINGS[language])}"
            yield make_item("print", day, outlet, genre, headline=headline, language=language)


def radio(day):
    for outlet, own in [("radio-saryn", "free-airtime"), ("zholaushy-fm", "paid-advert")]:
        for start, name, most in BULLETINS:
            genres = RNG.choices(["news", "interview"], [90, 10], k=RNG.randint(most - 1, most))
            for genre in genres + [own] * (RNG.randint(1, 2) if name == "Keshki" else 0):
                yield make_item("radio", day, outlet, genre, programme=name, begins=start)


def online(day):
    for outlet in ["polden-online", "tizbek"]:
        genres = RNG.choices(["news", "analysis", "interview"], [78, 14, 8], k=RNG.randint(7, 10))
        for genre in genres + ["paid-advert"] * RNG.randint(0, 2):
            yield make_item("online", day, outlet, genre, programme=RNG.choice(SECTIONS))


def group(rows, medium, campaign, state=None):
    return [row for row in rows if row.medium == medium and (row.genre in CAMPAIGN) == campaign
            and state in (None, row.outlet in STATE)]


def amount_of(rows, *actors):
    return sum(row.amount for row in rows if row.actor in actors)


def settle(rows):
    """Whole units, with the habit of some coders to round to five."""
    for row in rows:
        least, most = (40, 9000) if row.medium == "print" else (3, 900)
        row.amount = min(most, max(least, round(row.amount)))
        if row.amount > 10 and RNG.random() < HEAPING[row.coder]:
            row.amount = 5 * round(row.amount / 5)


def lead_to(rows, shares):
    """Leads a group of rows to the shares wanted, in two small steps that no single row shows.

    First every row of an actor is multiplied by the same factor and rounded, as its coder rounds. What rounding left
    over, a few units, then goes one unit each to the actor's longest rows.
    """
    total = amount_of(rows, *PARTIES)
    factors = {actor: total * share / 100 / amount_of(rows, actor) for actor, share in zip(PARTIES, shares)}
    for row in rows:
        row.amount *= factors.get(row.actor, 1)
    settle(rows)
    total = amount_of(rows, *PARTIES)
    for actor, share in zip(PARTIES, shares):
        left = round(total * share / 100) - amount_of(rows, actor)
        longest = sorted((row for row in rows if row.actor == actor), key=lambda row: -row.amount)
        for n in range(abs(left)):
            longest[n % len(longest)].amount += 1 if left > 0 else -1


def place(items):
    """Gives each item its number, and a start or a page that leaves room for what came before; some get a note."""
    before = None
    for n, item in enumerate(items, 1):
        first, length = item[0], sum(row.amount for row in item)
        if (first.day, first.outlet) != before:
            before, programme, page, filled = (first.day, first.outlet), None, 1, 0
        if first.medium == "print":
            if filled and (filled + length > 9500 or RNG.random() < 0.3):  # a page holds some 950 cm2
                page, filled = page + 1, 0
            filled += length
        elif first.medium != "online" and first.programme != programme:
            programme, seconds = first.programme, int(first.begins[:2]) * 3600 + int(first.begins[3:]) * 60
        for row in item:
            row.item, row.page = f"{row.medium[0].upper()}-{n:04}", page
            row.start = f"{seconds // 3600:02}:{seconds // 60 % 60:02}" if row.medium in ("television", "radio") else ""
            row.note = RNG.choice(NOTES) if RNG.random() < 0.06 else ""
        if first.medium in ("television", "radio"):
            seconds += max(40, length) + RNG.randint(5, 70)


def code_again(items, medium):
    """About 8 % of the items once more, by another coder of the desk: a little off here, another tone there."""
    for item in RNG.sample(items, round(len(items) * 0.08)):
        other = RNG.choice([coder for coder in DESKS[medium] if coder != item[0].coder])
        for row in list(item):
            copy = SimpleNamespace(**{**vars(row), "coder": other, "number": 2, "note": ""})
            if medium in LENGTH and RNG.random() < 0.65:
                copy.amount = max(3, copy.amount + round(RNG.gauss(0, 0.05) * copy.amount) + RNG.choice([-1, 0, 1]))
            if RNG.random() < 0.10:
                copy.tone = RNG.choice(["-1", "1"]) if copy.tone == "0" else "0"
            item.append(copy)


def half_up(part, whole, decimals):
    """Per cent, rounded half up from the exact quotient: a rounded float could land on the wrong side."""
    return (2 * part * 100 * 10**decimals + whole) // (2 * whole) / 10**decimals


def shares_of(label, rows, counted=False):
    """Prints the seven parties' shares; returns them at one decimal and as whole per cents."""
    found = [sum(1 if counted else row.amount for row in rows if row.actor == actor) for actor in PARTIES]
    total = sum(found)
    assert len(set(found)) == 7 or counted, "no two parties exactly equal"
    print(f"{label}, of {total}:", *(f"{a} {half_up(n, total, 2):.2f}" for a, n in zip(PARTIES, found)))
    return [half_up(n, total, 1) for n in found], [half_up(n, total, 0) for n in found]


def check(rows):
    """The figures README.md names, on the rows of the first pass."""
    one, _ = shares_of("print, editorial, cm2/10", group(rows, "print", False))
    assert one[0] == 52.0 and len(set(one)) == 7 and all(4 <= share <= 14 for share in one[1:])
    _, whole = shares_of("print, campaign, state, cm2/10", group(rows, "print", True, True))
    assert whole == [16, 15, 12, 15, 14, 14, 14]
    _, whole = shares_of("television, campaign, state, s", group(rows, "television", True, True))
    assert whole == [15, 17, 13, 15, 13, 14, 13]
    state = group(rows, "television", False, True)
    assert 40 <= shares_of("television, editorial, state, s", state)[0][0] <= 45
    office = amount_of(state, "president", "government")
    folded, total = amount_of(state, "nur-otan") + office, amount_of(state, *PARTIES) + office
    print(f"  with president and government added to nur-otan, of {total}: nur-otan {half_up(folded, total, 2):.2f}")
    assert 72 <= half_up(folded, total, 1) <= 78
    assert 33 <= shares_of("television, editorial, private, s", group(rows, "television", False, False))[0][0] <= 38
    for medium in ["radio", "online"]:
        assert 35 <= shares_of(f"{medium}, editorial, items", group(rows, medium, False), True)[0][0] <= 48


def cells(row):
    """A row as its desk writes it."""
    outlet = RNG.choice(OUTLET_WORDS[row.outlet])
    latin, kazakh, russian = SPELLINGS[row.actor][:3]
    if row.medium == "television":
        return [row.day, outlet, row.programme, row.start, row.item, latin, row.capacity, row.genre, row.voice[0].upper(),
                row.amount, row.tone, row.coder, row.number, row.note]
    if row.medium == "print":  # in the paper's language, and often enough in some other way
        usual = kazakh if row.language == "kk" else russian
        name = usual if RNG.random() < 0.6 else RNG.choice(SPELLINGS[row.actor])
        area = f"{row.amount // 10},{row.amount % 10}" if row.amount % 10 else row.amount // 10
        words = [RUSSIAN[word] for word in (row.capacity, row.genre, row.voice)]
        return [f"{row.day:%d.%m.%Y}", outlet, row.page, row.item, row.headline, name, *words, area, RUSSIAN[row.tone],
                row.coder, row.number]
    if row.medium == "radio":
        return [row.day, outlet, row.programme, row.start, row.item, row.actor, row.capacity, row.genre, row.voice,
                TONE_ID[row.tone], row.coder, row.number]
    return [f"{row.day:%d/%m/%Y}", outlet, row.programme, row.item, kazakh, row.capacity, row.genre, row.tone, row.coder,
            row.number]


def main():
    made = {"television": television, "print": press, "radio": radio, "online": online}
    sheets = {medium: sorted((item for day in DAYS for item in make(day)), key=lambda item: (item[0].day, item[0].outlet))
              for medium, make in made.items()}
    rows = [row for items in sheets.values() for item in items for row in item]
    led = {key: group(rows, *key) for key in STEERED}
    settle([row for row in rows if row.medium in LENGTH and not any(row in part for part in led.values())])
    for key, part in led.items():
        lead_to(part, STEERED[key])
    check(rows)
    DATA.mkdir(exist_ok=True)
    for medium, items in sheets.items():
        place(items)
        code_again(items, medium)
        heading, delimiter = HEADINGS[medium]
        with open(DATA / f"{medium}.csv", "w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, delimiter=delimiter, lineterminator="\n")
            out.writerow(heading.split("|"))
            out.writerows(cells(row) for item in items for row in item)
        passes = [sum(row.number == number for item in items for row in item) for number in (1, 2)]
        print(f"{medium}: {len(items)} items, {sum(passes)} rows: {passes[0]} of pass 1, {passes[1]} of pass 2")


if __name__ == "__main__":
    main()
