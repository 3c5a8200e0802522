#!/usr/bin/env python3
"""Makes the coded sheets of this sample. Made up: no outlet and no item in them exists.

The parties are the seven registered for the parliamentary election of 15 January 2012. What is published of their
coverage is built in: each group of rows named in TARGETS is scaled, actor by actor, to the share it names. The same
seed gives the same bytes; run it in this folder with `python3 make_sample.py`.
"""

import csv
import random
from datetime import date, timedelta
from pathlib import Path

RANDOM = random.Random(20111130)
DATA = Path(__file__).parent / "data"
DAYS = [date(2011, 11, 30) + timedelta(days=n) for n in range(11)]
PARTIES = ["nur-otan", "ak-zhol", "cppk", "osdp", "auyl", "patriots", "adilet"]
OFFICE = ["president", "government"]
EVERYONE = PARTIES + OFFICE + ["election-commission"]

# Shares in per cent that a group of rows comes to. Editorial print: Ar.Rukh.Hak reported 52 % for "Nur Otan"; the other
# parties' shares are made up. Campaign material in state media: near the election commission's whole percentages.
TARGETS = {
    ("print", "editorial"): [52.0, 13.1, 9.4, 8.2, 6.7, 5.9, 4.7],
    ("print", "campaign", "state"): [16.2, 15.3, 12.1, 14.9, 13.8, 13.6, 14.1],
    ("television", "campaign", "state"): [15.3, 16.8, 12.9, 14.8, 13.1, 13.7, 13.4],
}

# (outlet as coders write it, ownership, programmes or pages, share of items on each day)
TELEVISION = [
    ("Арна Бір", "state", [("Таңғы студия", "07:30"), ("Жаңалықтар", "20:00"), ("Қорытынды", "22:30")], 9),
    ("Дала ТВ", "state", [("Новости дня", "13:00"), ("Вечерний выпуск", "19:30"), ("Сайлау-2012", "21:15")], 8),
    ("Меридиан", "private", [("Обзор", "18:30"), ("Вечер с Меридианом", "21:00")], 7),
    ("Алатау 24", "private", [("Кешкі жаңалықтар", "19:00"), ("Открытый стол", "22:00")], 6),
]
# Weekdays of issue, Monday = 0: two dailies, three weeklies or twice-weeklies.
PRINT = [
    ("Жетісу таңы", "state", [0, 1, 2, 3, 4, 5], 12),
    ("Дала жаршысы", "state", [1, 3, 5], 12),
    ("Городской обозреватель", "private", [0, 1, 2, 3, 4], 10),
    ("Восьмая полоса", "private", [2, 4], 14),
    ("Апта үні", "private", [3], 16),
]
RADIO = [("Дала толқыны", "state", 8), ("Кентавр FM", "private", 6)]
ONLINE = [("Тілші онлайн", "private", 8), ("Витрина", "private", 7)]

# How often an actor is chosen for an item, by ownership; the parties in the order of PARTIES, then OFFICE, commission.
EDITORIAL = {
    "state": [34, 8, 7, 5, 6, 5, 4, 34, 40, 8],
    "private": [26, 13, 10, 11, 6, 7, 5, 14, 18, 7],
}
CAMPAIGN = {"state": [10, 10, 10, 10, 10, 10, 10, 0, 0, 0], "private": [14, 9, 8, 10, 4, 5, 4, 0, 0, 0]}

SPELLINGS = {
    "nur-otan": ["Нұр Отан", "Нур Отан", "«Нур Отан»", "НДП «Нур Отан»", "Nur Otan"],
    "ak-zhol": ["Ақ жол", "Ак жол", "ДПК «Ак жол»"],
    "cppk": ["ҚКХП", "КНПК", "Коммунистическая народная партия"],
    "osdp": ["ЖСДП", "ОСДП"],
    "auyl": ["Ауыл", "КСДП «Ауыл»"],
    "patriots": ["Патриоттар", "Партия патриотов", "Патриоты"],
    "adilet": ["Әділет", "Адилет"],
    "president": ["Президент", "президент РК"],
    "government": ["Үкімет", "Правительство"],
    "election-commission": ["ЦИК", "ОСК"],
}
RUSSIAN = {
    "news": "новости", "interview": "интервью", "analysis": "аналитика", "letter": "письмо",
    "party-programme": "программа партии", "paid-advert": "реклама", "free-airtime": "бесплатное время",
    "direct": "прямая речь", "reported": "косвенная речь",
    "candidate": "кандидат", "party-representative": "представитель партии", "office-holder": "должностное лицо",
    "-1": "негативный", "0": "нейтральный", "1": "позитивный", "": "",
}
HEADLINES = [
    "Открыт новый участок дороги", "Ауыл шаруашылығы: жыл қорытындысы", "Сайлау науқаны басталды",
    "Бюджет области; что изменится", "Мектеп жөндеуден өтті", "Тарифы: кто платит", "Партии представили программы",
    "Дебаты перед выборами", "Жұмыс орындары ашылды", "Встреча с избирателями", "Су мәселесі шешілді ме?",
    "Больница получила оборудование", "Ипотека: вопросы и ответы", "Көлік бағасы өсті",
]
NOTES = ["", "", "", "", "", "", "", "без звука, по тексту", "бейне қайталанды", "титр, 2 кадра", "прямой эфир"]


def pick(weights, n):
    """n different actors, by weight."""
    weights, chosen = list(weights), []
    for _ in range(n):
        if not any(weights):
            break
        index = RANDOM.choices(range(len(EVERYONE)), weights)[0]
        chosen.append(EVERYONE[index])
        weights[index] = 0
    return chosen


def capacity(actor, kind):
    if actor in PARTIES:
        return "candidate" if kind == "campaign" and RANDOM.random() < 0.5 else "party-representative"
    return "office-holder" if actor in OFFICE else ""


def tone(actor, ownership, kind):
    """-1, 0, 1, or blank where the coder could not tell."""
    if RANDOM.random() < 0.02:
        return ""
    if kind == "campaign":
        return RANDOM.choices(["0", "1"], [35, 65])[0]
    friendly = actor in OFFICE + ["nur-otan"]
    weights = {"state": [2, 63, 35] if friendly else [14, 80, 6], "private": [18, 70, 12] if friendly else [12, 74, 14]}
    return RANDOM.choices(["-1", "0", "1"], weights[ownership])[0]


def amount(kind, medium):
    """Seconds, or tenths of a cm2: many short ones, few long ones; some coders round to five."""
    if medium == "print":
        return max(40, round(RANDOM.lognormvariate(6.2 if kind == "editorial" else 6.9, 0.75)))
    seconds = max(4, round(RANDOM.lognormvariate(3.4 if kind == "editorial" else 4.0, 0.8)))
    return max(5, 5 * round(seconds / 5)) if seconds > 12 and RANDOM.random() < 0.15 else seconds


def add_item(rows, medium, place, kind, genre, ownership, coder, number, with_voice=True):
    """One item with its actors; an actor may be heard and talked about in the same item."""
    shared = RANDOM.choices([1, 2, 3, 4], [52, 28, 14, 6])[0] if kind == "editorial" else 1
    for actor in pick((EDITORIAL if kind == "editorial" else CAMPAIGN)[ownership], shared):
        voices = RANDOM.choices([["reported"], ["direct"], ["direct", "reported"]], [52, 33, 15])[0]
        if kind == "campaign":
            voices = ["direct"]
        for voice in voices if with_voice else [""]:
            rows.append({
                **place, "medium": medium, "item": number, "actor": actor, "capacity": capacity(actor, kind),
                "genre": genre, "kind": kind, "ownership": ownership, "voice": voice,
                "amount": amount(kind, medium), "tone": tone(actor, ownership, kind), "coder": coder, "pass": 1,
                "spelling": RANDOM.choice(SPELLINGS[actor]),
            })


def television():
    rows, n = [], 0
    for day in DAYS:
        for channel, ownership, programmes, weight in TELEVISION:
            coder = RANDOM.choice(["C01", "C02", "C03"])
            for _ in range(weight + RANDOM.randint(-1, 2)):
                n += 1
                programme, start = RANDOM.choice(programmes)
                kind = "campaign" if RANDOM.random() < (0.28 if ownership == "state" else 0.12) else "editorial"
                editorial = RANDOM.choices(["news", "interview", "debate", "analysis"], [70, 12, 8, 10])[0]
                campaign = "free-airtime" if ownership == "state" and RANDOM.random() < 0.7 else "paid-advert"
                hour, minute = map(int, start.split(":"))
                minutes = hour * 60 + minute + RANDOM.randint(0, 24)
                place = {"date": day, "outlet": channel, "programme": programme,
                         "start": f"{minutes // 60:02}:{minutes % 60:02}", "note": RANDOM.choice(NOTES)}
                add_item(rows, "television", place, kind, editorial if kind == "editorial" else campaign, ownership,
                         coder, f"T-{n:04}")
    return rows


def press():
    rows, n = [], 0
    for day in DAYS:
        for paper, ownership, weekdays, weight in PRINT:
            if day.weekday() not in weekdays:
                continue
            coder = RANDOM.choice(["C04", "C05", "C06"])
            for _ in range(weight + RANDOM.randint(-2, 3)):
                n += 1
                kind = "campaign" if RANDOM.random() < (0.34 if ownership == "state" else 0.15) else "editorial"
                editorial = RANDOM.choices(["news", "interview", "analysis", "letter"], [62, 12, 18, 8])[0]
                campaign = "party-programme" if ownership == "state" and RANDOM.random() < 0.6 else "paid-advert"
                place = {"date": day, "outlet": paper, "page": RANDOM.choices(range(1, 9), [9, 7, 6, 4, 4, 3, 2, 2])[0],
                         "headline": RANDOM.choice(HEADLINES)}
                add_item(rows, "print", place, kind, editorial if kind == "editorial" else campaign, ownership, coder,
                         f"P-{n:04}")
    return rows


def counted(medium, outlets, letter, coders):
    """Radio and online: items are counted, one row per actor and item."""
    rows, n = [], 0
    for day in DAYS:
        for outlet, ownership, weight in outlets:
            coder = RANDOM.choice(coders)
            for _ in range(weight + RANDOM.randint(-1, 2)):
                n += 1
                kind = "campaign" if RANDOM.random() < 0.1 else "editorial"
                genre = RANDOM.choice(["news", "news", "news", "interview"]) if kind == "editorial" else "paid-advert"
                bulletin, hour = RANDOM.choice([("Таң", 8), ("День", 13), ("Кеш", 19)])
                place = {"date": day, "outlet": outlet, "programme": bulletin if medium == "radio" else
                         RANDOM.choice(["политика", "общество", "экономика"]),
                         "start": f"{hour:02}:{RANDOM.randint(0, 20):02}"}
                shared = len(rows)
                add_item(rows, medium, place, kind, genre, ownership, coder, f"{letter}-{n:04}", with_voice=False)
                for row in rows[shared:]:
                    row["voice"] = RANDOM.choice(["direct", "reported", "reported"]) if medium == "radio" else ""
    return rows


def fit(rows, shares):
    """Scales the parties' rows to shares of their sum: each row by its actor's factor, the last units on long rows."""
    total = sum(row["amount"] for row in rows if row["actor"] in PARTIES)
    for actor, share in zip(PARTIES, shares):
        own = sorted((row for row in rows if row["actor"] == actor), key=lambda row: -row["amount"])
        wanted, found = round(total * share / 100), sum(row["amount"] for row in own)
        for row in own:
            row["amount"] = max(3, round(row["amount"] * wanted / found))
        rest = wanted - sum(row["amount"] for row in own)
        for row in own[: abs(rest)]:
            row["amount"] += 1 if rest > 0 else -1
        assert abs(wanted - sum(row["amount"] for row in own)) <= len(PARTIES), (actor, rest)


def double_code(rows, coders):
    """A copy of one item in twelve by another coder: amounts a little off, a tone here and there another."""
    copies, items = [], sorted({row["item"] for row in rows})
    for item in RANDOM.sample(items, len(items) // 12):
        own = [row for row in rows if row["item"] == item]
        other = RANDOM.choice([coder for coder in coders if coder != own[0]["coder"]])
        for row in own:
            off = round(row["amount"] * RANDOM.gauss(0, 0.04))
            another = RANDOM.choice(["-1", "0", "1"]) if RANDOM.random() < 0.12 else row["tone"]
            copies.append({**row, "pass": 2, "coder": other, "amount": max(3, row["amount"] + off), "tone": another})
    return sorted(rows + copies, key=lambda row: (row["date"], row["outlet"], row["item"], row["pass"]))


def write(name, delimiter, heading, cells, rows):
    with open(DATA / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
        writer.writerow(heading)
        writer.writerows(cells(row) for row in rows)


def show(label, rows, whole=PARTIES):
    sums = {actor: sum(row["amount"] for row in rows if row["actor"] == actor) for actor in EVERYONE}
    total = sum(sums[actor] for actor in whole)
    print(f"{label:45}", " ".join(f"{actor} {100 * sums[actor] / total:.2f}" for actor in whole))


def main():
    sheets = {"television": television(), "print": press(), "radio": counted("radio", RADIO, "R", ["C07", "C08"]),
              "online": counted("online", ONLINE, "O", ["C07", "C08"])}
    for (medium, kind, *ownership), shares in TARGETS.items():
        group = [row for row in sheets[medium] if row["kind"] == kind and (not ownership or row["ownership"] in ownership)]
        fit(group, shares)
        show(f"{medium}, {kind} {' '.join(ownership)}", group)
    state = [row for row in sheets["television"] if row["kind"] == "editorial" and row["ownership"] == "state"]
    show("television, editorial, state", state)
    show("  with office holders beside", state, PARTIES + OFFICE)
    for medium in ["television", "radio", "online"]:
        rest = [row for row in sheets[medium] if row["kind"] == "editorial" and row["ownership"] == "private"]
        show(f"{medium}, editorial, private", [{**r, "amount": 1} for r in rest] if medium != "television" else rest)
    coders = {"television": ["C01", "C02", "C03"], "print": ["C04", "C05", "C06"], "radio": ["C07", "C08"], "online": ["C07", "C08"]}
    sheets = {medium: double_code(rows, coders[medium]) for medium, rows in sheets.items()}
    DATA.mkdir(exist_ok=True)
    write("television.csv", ",",
          ["date", "channel", "programme", "start", "item", "actor", "capacity", "genre", "voice", "seconds", "tone", "coder", "pass", "note"],
          lambda r: [r["date"], r["outlet"], r["programme"], r["start"], r["item"], r["actor"], r["capacity"], r["genre"],
                     r["voice"], r["amount"], r["tone"], r["coder"], r["pass"], r["note"]], sheets["television"])
    write("print.csv", ";",
          ["Дата", "Газета", "Полоса", "Материал", "Заголовок", "Партия", "Роль", "Жанр", "Голос", "Площадь, см2", "Тон", "Кодировщик", "Проход"],
          lambda r: [f"{r['date']:%d.%m.%Y}", r["outlet"], r["page"], r["item"], r["headline"], r["spelling"], RUSSIAN[r["capacity"]],
                     RUSSIAN[r["genre"]], RUSSIAN[r["voice"]], f"{r['amount'] // 10},{r['amount'] % 10}", RUSSIAN[r["tone"]],
                     r["coder"], r["pass"]], sheets["print"])
    write("radio.csv", "\t",
          ["date", "station", "bulletin", "start", "item", "actor", "capacity", "genre", "voice", "tone", "coder", "pass"],
          lambda r: [r["date"], r["outlet"], r["programme"], r["start"], r["item"], r["actor"], r["capacity"], r["genre"],
                     r["voice"], r["tone"], r["coder"], r["pass"]], sheets["radio"])
    write("online.csv", ",",
          ["date", "site", "section", "item", "actor", "capacity", "genre", "tone", "coder", "pass"],
          lambda r: [f"{r['date']:%d/%m/%Y}", r["outlet"], r["programme"], r["item"], r["spelling"], r["capacity"], r["genre"],
                     r["tone"], r["coder"], r["pass"]], sheets["online"])
    for medium, rows in sheets.items():
        print(medium, len(rows), "rows,", sum(row["pass"] == 1 for row in rows), "of the first pass")


if __name__ == "__main__":
    main()
