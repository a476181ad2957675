"""Lessons: posts as numbers (scripts/reader-lessons.ts), varied a little each time they are read."""

import json
import random

import torch

from reader import AIMS, CLS, LABELS, SEP

UNKNOWN = 100
LONGEST = 160
NOT_ASKED = -100
SOMEBODY = -2  # real tweets: a person, no saying which kind
NUMBERS = {label: number for number, label in enumerate(LABELS)}
NOTHING = [0, 0, 0, 0]
SHAPE, LISTED, SETTING, KNOWN = range(4)
LOWER, CAPITAL, UPPER, MIXED = 1, 2, 3, 4
NAMED = {"child", "staff", "parent", "other-adult"}


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def label_number(label):
    if label == "O":
        return 0
    if label == "?" or "unclear" in label:
        return NOT_ASKED
    if label.endswith("-person"):
        return SOMEBODY
    edge, kind = label.split("-", 1)
    kind, _, form = kind.partition("/")
    return NUMBERS[f"{edge}-{'initials' if form and kind == 'child' else kind}"]


def is_swappable(word):
    edge, _, kind = word["l"].partition("-")
    return edge == "B" and kind in NAMED and word["f"][SHAPE] in (LOWER, CAPITAL, UPPER)


class Lesson:
    """One post; `names` are the words that may stand in for a given name, as the product cuts them."""

    def __init__(self, post):
        self.post = post
        self.words = post["words"]
        self.aim = AIMS.index(post["aim"]) if post.get("aim") else NOT_ASKED
        self.labels = [label_number(word["l"]) for word in self.words]
        self.length = sum(len(word["p"]) for word in self.words)

    def _swapped(self, names, share):
        """The words with some given names replaced, each everywhere in the post by the same."""
        stands_for = {}
        words = []
        for number, word in enumerate(self.words):
            goes_on = number + 1 < len(self.words) and self.words[number + 1]["l"].startswith("I-")
            if is_swappable(word) and not goes_on:
                key = tuple(word["p"])
                if key not in stands_for:
                    stands_for[key] = random.choice(names) if random.random() < share else None
                if stands_for[key]:
                    pieces, listed, known = stands_for[key]
                    shape, _, setting, _ = word["f"]
                    word = {**word, "p": pieces, "f": [shape, listed, setting, known]}
            words.append(word)
        return words

    def rows(self, names=None, share=0.0):
        """Pieces, features, labels and the number of the word that each first piece begins."""
        words = self._swapped(names, share) if names else self.words
        case = random.random() if names else 1.0
        pieces, features, labels, starts = [CLS], [NOTHING], [NOT_ASKED], [-1]
        for number, word in enumerate(words):
            told = list(word["f"])
            if names:
                if case < 0.06 and told[SHAPE] in (CAPITAL, UPPER, MIXED):
                    told[SHAPE] = LOWER
                elif 0.06 <= case < 0.10 and told[SHAPE] in (LOWER, CAPITAL, MIXED):
                    told[SHAPE] = UPPER
                if random.random() < 0.08:
                    told[LISTED] %= 5
                if random.random() < 0.08:
                    told[KNOWN] = 0
            for place, piece in enumerate(word["p"]):
                pieces.append(UNKNOWN if names and random.random() < 0.02 else piece)
                features.append(told)
                labels.append(self.labels[number] if place == 0 else NOT_ASKED)
                starts.append(number if place == 0 else -1)
        end = LONGEST - 1
        return (
            pieces[:end] + [SEP], features[:end] + [NOTHING],
            labels[:end] + [NOT_ASKED], starts[:end] + [-1],
        )


def batch(lessons, names=None, share=0.0):
    rows = [lesson.rows(names, share) for lesson in lessons]
    longest = max(len(row[0]) for row in rows)
    pieces = torch.zeros(len(rows), longest, dtype=torch.long)
    features = torch.zeros(len(rows), longest, len(NOTHING), dtype=torch.long)
    labels = torch.full((len(rows), longest), NOT_ASKED)
    real = torch.zeros(len(rows), longest, dtype=torch.bool)
    for number, (some, told, learnt, _) in enumerate(rows):
        count = len(some)
        pieces[number, :count] = torch.tensor(some)
        features[number, :count] = torch.tensor(told)
        labels[number, :count] = torch.tensor(learnt)
        real[number, :count] = True
    aims = torch.tensor([lesson.aim for lesson in lessons])
    return pieces, features, labels, real, aims, [row[3] for row in rows]


def batches(lessons, size, shuffled=True):
    """Batches of posts of like length."""
    lessons = list(lessons)
    if shuffled:
        random.shuffle(lessons)
    made = []
    for start in range(0, len(lessons), size * 40):
        near = sorted(lessons[start : start + size * 40], key=lambda lesson: lesson.length)
        made += [near[at : at + size] for at in range(0, len(near), size)]
    if shuffled:
        random.shuffle(made)
    return made
