#!/usr/bin/env python3
"""Makes the coded sheet of this sample. Made up: neither the channels, nor the parties, nor any item in it exists.

Four weeks of evening television. One party gains over the weeks, one day was lost everywhere, one channel lost another day
and two hours of a third. The same seed gives the same bytes; run it in this folder with `python3 make_sample.py`.
"""

import csv
import random
from datetime import date, timedelta
from pathlib import Path

RANDOM = random.Random(20160220)
DAYS = [date(2016, 2, 20) + timedelta(days=n) for n in range(28)]
LOST = {("*", date(2016, 3, 4)), ("coast-tv", date(2016, 3, 9))}
# Channel: programmes with their start, items a day, and how the parties' items are shared out.
CHANNELS = {
    "first-channel": ([("Evening news", 19, 0), ("The day", 22, 30)], 9, [40, 15, 14, 8, 6, 4]),
    "river-tv": ([("Panorama", 20, 0)], 8, [36, 16, 15, 9, 7, 4]),
    "news-24": ([("Hour of news", 18, 30), ("Late edition", 23, 0)], 10, [34, 18, 16, 9, 5, 4]),
    "coast-tv": ([("Coast tonight", 19, 30)], 7, [24, 20, 18, 11, 6, 7]),
    "studio-five": ([("Five at eight", 20, 0), ("Debate club", 21, 30)], 8, [20, 22, 18, 12, 8, 8]),
    "open-screen": ([("Open screen", 21, 0)], 5, [16, 24, 19, 13, 9, 9]),
}
PARTIES = ["harvest-union", "civic-bloc", "green-shore", "new-course", "labour-list", "free-forum"]
# Chance of a negative and of a positive tone towards each party, on state and on private channels.
TONE = {
    "state": {"harvest-union": (2, 34), "civic-bloc": (9, 14), "green-shore": (16, 8), "new-course": (9, 10), "labour-list": (10, 9), "free-forum": (38, 3)},
    "private": {"harvest-union": (17, 15), "civic-bloc": (9, 15), "green-shore": (9, 13), "new-course": (10, 10), "labour-list": (10, 9), "free-forum": (15, 11)},
}
STATE = {"first-channel", "river-tv", "news-24"}
CODERS = ["c1", "c2", "c3", "c4"]


def tone_of(channel, party):
    negative, positive = TONE["state" if channel in STATE else "private"][party]
    throw = RANDOM.random() * 100
    return "-1" if throw < negative else "1" if throw < negative + positive else "0"


def rows():
    item = 0
    for number, day in enumerate(DAYS):
        for channel, (programmes, items, weights) in CHANNELS.items():
            if ("*", day) in LOST or (channel, day) in LOST:
                continue
            gain = 1 + number / 40
            shares = [weights[0] * gain] + weights[1:]
            n_items = max(2, round(items * (0.55 if day.weekday() >= 5 else 1) * RANDOM.uniform(0.7, 1.3)))
            for _ in range(n_items):
                item += 1
                programme, hour, minute = RANDOM.choice(programmes)
                start = f"{hour:02}:{minute + RANDOM.randrange(0, 25):02}"
                coder = RANDOM.choice(CODERS)
                cast = RANDOM.choices(PARTIES, shares, k=RANDOM.choice([1, 1, 1, 2]))
                second = RANDOM.choice([c for c in CODERS if c != coder]) if RANDOM.random() < 0.09 else None
                for party in dict.fromkeys(cast):
                    seconds = RANDOM.randrange(15, 150)
                    voice = "direct" if RANDOM.random() < 0.36 else "reported"
                    row = [day, channel, programme, start, f"i{item}", party, "news", voice, seconds, tone_of(channel, party)]
                    yield row + [coder, 1]
                    if second:
                        copy = row[:]
                        copy[8] = max(5, seconds + RANDOM.choice([0, 0, 0, -1, 1, 2]))
                        if RANDOM.random() < 0.1:
                            copy[9] = RANDOM.choice(["-1", "0", "1"])
                        yield copy + [second, 2]


DATA = Path(__file__).parent / "data"
DATA.mkdir(exist_ok=True)
with open(DATA / "television.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow("date,channel,programme,start,item,party,genre,voice,seconds,tone,coder,pass".split(","))
    writer.writerows(rows())
