"""Writes an archive of machine-coded appearances: ROWS rows in PARTS Parquet files, the same ones in every run."""

import datetime
import pathlib
import sys

import numpy
import polars

folder, rows, parts = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
DAYS, OUTLETS, ACTORS = 183, 20, 12
folder.mkdir(parents=True)


def words(names, numbers):
    return polars.Series(names, dtype=polars.String).gather(polars.Series(numbers, dtype=polars.UInt32))


for part in range(parts):
    draw = numpy.random.default_rng([20161128, part])
    n = rows // parts
    outlet = draw.integers(0, OUTLETS, n)
    is_broadcast = polars.Series(outlet < 13)
    # Some names in other spellings, some cells blank, days before and after the window.
    actor = words([f"Actor {k}" for k in range(ACTORS)] + ["ACTOR 0", " Actor  1"], draw.integers(0, ACTORS + 2, n))
    frame = polars.DataFrame({
        "date": polars.Series(draw.integers(-3, DAYS + 3, n), dtype=polars.Int32) + (datetime.date(2025, 3, 1) - datetime.date(1970, 1, 1)).days,
        "outlet": words([f"Outlet {k}" for k in range(OUTLETS)], outlet),
        "actor": actor,
        "tone": polars.Series(draw.integers(-1, 2, n)),
        "seconds": polars.Series(draw.integers(0, 600, n)),
        "cm2": polars.Series(draw.integers(1, 9_000, n) / 10),
        "blank": polars.Series(draw.random(n) < 0.02),
        "clip": polars.Series(draw.integers(0, 1 << 40, n)),
    }).with_columns(
        polars.col("date").cast(polars.Date),
        seconds=polars.when(is_broadcast).then("seconds"),
        cm2=polars.when(~is_broadcast).then("cm2"),
        tone=polars.when(~polars.col("blank")).then("tone"),
    ).drop("blank")
    frame.write_parquet(folder / f"part-{part:02}.parquet", compression="zstd")
