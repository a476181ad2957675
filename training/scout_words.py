"""Which rows of the scout's table stand for a word: the same numbers as src/facts/scout/rows.ts."""

import collections
import re
from pathlib import Path

import numpy as np
import torch

NO_LABEL = -1
MOST_WORDS = 120
ROWS_A_WORD = 5
# Row 0 is nothing. Then come looks, settings, figures, endings, beginnings, kinds of words, words.
LOOKS = 6 * 5 * 5 * 2
SETTINGS = 9
FIGURES = 11
HASHED = 1024
NOTHING, FIRST_LOOK = 0, 1
FIRST_SETTING = FIRST_LOOK + LOOKS
FIRST_FIGURE = FIRST_SETTING + SETTINGS
FIRST_ENDING = FIRST_FIGURE + FIGURES
FIRST_BEGINNING = FIRST_ENDING + HASHED
NAME = FIRST_BEGINNING + HASHED  # and as many as there are bands
NUMBER = NAME + 5
UNKNOWN = NUMBER + 1
FIRST_WORD = UNKNOWN + 1
SIGN, FIGURE = 0, 5


def hashed(text):
    """FNV-1a over UTF-16 units, folded to 10 bits."""
    value = 0x811C9DC5
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2")
    for unit in units.tolist():
        value = ((value ^ unit) * 0x01000193) & 0xFFFFFFFF
    return (value ^ (value >> 10) ^ (value >> 20)) % HASHED


def last(text, count):
    return text[-count:]


class Words:
    def __init__(self, listed):
        self.listed = listed
        self.places = {word: FIRST_WORD + at for at, word in enumerate(listed)}
        self.count = FIRST_WORD + len(listed)
        self.kept = {}

    @staticmethod
    def chosen(posts, ordinary, most):
        """The commonest words of the posts, then the commonest of the list."""
        counts = collections.Counter()
        for post in posts:
            for key, told, *_ in post["words"]:
                if not (told[1] > 1 and told[2] == 0) and re.fullmatch(r"[^\s\t]+", key):
                    counts[key] += 1
        chosen = [word for word, count in counts.most_common() if count > 1][:most]
        for level in "1234":
            for line in Path(ordinary).read_text("utf-8").splitlines():
                if len(chosen) < most and not line.startswith("#") and line[-1] == level and line[:-1] not in counts:
                    chosen.append(line[:-1])
                elif len(chosen) < most and not line.startswith("#") and line[-1] == level and counts[line[:-1]] == 1:
                    chosen.append(line[:-1])
        return Words(sorted(set(chosen), key=lambda word: word.encode("utf-16-be", "surrogatepass")))

    def own(self, key, told):
        """The row of the word itself, its ending's and its beginning's."""
        shape, band, level = told[:3]
        place = self.places.get(key)
        if band > 1 and level == 0:
            return NAME + band, 0, 0
        if place is not None:
            return place, 0, 0
        if shape == FIGURE:
            return NUMBER, 0, 0
        if shape == SIGN:
            return UNKNOWN, 0, 0
        return UNKNOWN, FIRST_ENDING + hashed(last(key, 3)), FIRST_BEGINNING + hashed(key[:3])

    def rest(self, told):
        shape, band, level, setting, gap, figure, opens = told
        return (
            FIRST_LOOK + ((shape * 5 + band) * 5 + level) * 2 + opens,
            FIRST_SETTING + setting * 3 + gap,
            FIRST_FIGURE + figure if figure else 0,
        )

    def rows(self, key, told):
        seen = (key, *told)
        known = self.kept.get(seen)
        if known is None:
            word, ending, beginning = self.own(key, told)
            look, setting, figure = self.rest(told)
            # A word with a figure's row has none of its own ending: at most five.
            known = self.kept[seen] = (word, look, setting, figure or ending, beginning)
        return known

    def unknown(self, told):
        look, setting, figure = self.rest(told)
        return UNKNOWN, look, setting, figure, 0

    def start(self, table, folder, size):
        """Begins each word with what MiniLM knows of it, on as many axes as there is room for."""
        from safetensors.torch import load_file

        vocabulary = {piece: at for at, piece in enumerate(Path(folder, "vocab.txt").read_text("utf-8").split("\n"))}
        weights = load_file(str(Path(folder, "model.safetensors")))["embeddings.word_embeddings.weight"]

        def pieces(word):
            start, found = 0, []
            while start < len(word):
                for end in range(len(word), start, -1):
                    piece = vocabulary.get(("##" if start else "") + word[start:end])
                    if piece is not None:
                        break
                else:
                    return []
                found.append(piece)
                start = end
            return found

        vectors = torch.zeros(len(self.listed), weights.shape[1])
        for at, word in enumerate(self.listed):
            found = pieces(word)
            if found:
                vectors[at] = weights[found].mean(0)
        has = vectors.abs().sum(1) > 0
        vectors[has] -= vectors[has].mean(0)
        _, _, axes = torch.linalg.svd(vectors[has], full_matrices=False)
        begun = vectors @ axes[:size].T
        begun = begun / begun[has].std() * 0.25
        table[FIRST_WORD:] = begun
        table[FIRST_WORD:][~has] = torch.randn(int((~has).sum()), size) * 0.1

