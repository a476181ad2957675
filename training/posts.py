"""Labelled posts written by hand (posts/*.txt): reading, checking, and turning into JSON.

One post a line, `aim<TAB>text`; every person in the text stands as ⟦characters|kind|form⟧ and a line
break as ⏎. Offsets count UTF-16 code units, as everywhere in the product.
"""

import json
import re
import sys
from pathlib import Path

AIMS = {"child", "group", "adult", "none"}
KINDS = {
    "child", "staff", "parent", "other-adult", "public", "historical", "fictional", "unclear",
}
FORMS = {"given", "full", "surname", "titled", "initials", "nickname", "hashtag", "handle"}
MARK = re.compile(r"⟦([^⟦⟧|]+)\|([a-z-]+)\|([a-z]+)⟧")


def utf16_length(text):
    return len(text.encode("utf-16-le")) // 2


def read_line(line):
    """The post of one line; raises ValueError with what is wrong."""
    aim, tab, marked = line.partition("\t")
    if not tab or aim not in AIMS:
        raise ValueError(f"starts with one of {sorted(AIMS)} and a tab")
    text, people, last = "", [], 0
    marked = marked.replace("⏎", "\n").strip()
    for mark in MARK.finditer(marked):
        name, kind, form = mark.groups()
        if kind not in KINDS or form not in FORMS:
            raise ValueError(f"unknown kind or form: {kind}, {form}")
        text += marked[last : mark.start()]
        start = utf16_length(text)
        text += name
        people.append(
            {"text": name, "start": start, "end": utf16_length(text), "kind": kind, "form": form}
        )
        last = mark.end()
    text += marked[last:]
    if re.search("[⟦⟧]", text):
        raise ValueError("a mark is not ⟦characters|kind|form⟧")
    flags = []
    if any(p["kind"] == "child" and p["form"] != "initials" for p in people):
        flags.append("child-named")
    if aim == "child":
        flags.append("individual-praise")
    return {"text": text, "people": people, "aim": aim, "flags": flags}


def read_file(path):
    """The posts of a file and its mistakes (line number, what is wrong)."""
    posts, mistakes = [], []
    for number, line in enumerate(Path(path).read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("# "):
            continue
        try:
            posts.append({"id": f"{Path(path).stem}-{number:04}", **read_line(line)})
        except ValueError as mistake:
            mistakes.append((number, str(mistake)))
    return posts, mistakes


def names(path):
    """The names of the product's list (a name and a digit a line), each as a post of one word."""
    for line in Path(path).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield {"id": line[:-1], "text": line[:-1].title(), "people": []}


def main():
    command, *files = sys.argv[1:]
    wrong = 0
    if command == "names":
        for post in names(files[0]):
            print(json.dumps(post, ensure_ascii=False))
        return
    for file in files:
        posts, mistakes = read_file(file)
        wrong += len(mistakes)
        for number, mistake in mistakes:
            print(f"{file}:{number}: {mistake}", file=sys.stderr)
        if command == "json":
            for post in posts:
                print(json.dumps(post, ensure_ascii=False))
        else:
            named = sum("child-named" in post["flags"] for post in posts)
            print(f"{file}: {len(posts)} posts, {named} name a child, {len(mistakes)} mistakes")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
