"""More lessons for the scout: posts varied far from what was written, as the encoder reads them.

    python scout_more.py LESSONS SCOUT_LESSONS… --encoder READER.pt --names NAMES --model FOLDER --count 30000 > MORE

Sentences of one author's posts change places, names and words stand in for others; the encoder says what
it makes of the result, sensible or not. LESSONS and SCOUT_LESSONS tell of the same posts.
"""

import argparse
import json
import random
import sys
from pathlib import Path

import numpy as np
import torch

from lessons import SEP
from reader import CLS, Reader

LONGEST = 160
LOWER, CAPITAL, UPPER, NUMBER = 1, 2, 3, 5


def may_be_name(key, told):
    shape, band, level = told[:3]
    if shape in (0, NUMBER):
        return False
    if shape != LOWER:
        return len(key) > 1 or shape == CAPITAL
    return len(key) > 1 and (level == 0 or (band > 1 and level > 1))


def with_openings(words):
    """Says of each word anew whether it opens a sentence."""
    opens = True
    fresh = []
    for key, told, *rest in words:
        if told[4] == 2:
            opens = True
        fresh.append((key, [*told[:6], int(opens)], *rest))
        if told[0] == 0:
            opens = opens or any(sign in key for sign in ".!?:")
        else:
            opens = False
    return fresh


class Pieces:
    def __init__(self, folder):
        self.numbers = {piece: at for at, piece in enumerate(Path(folder, "vocab.txt").read_text("utf-8").split("\n"))}

    def of(self, word):
        start, found = 0, []
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = self.numbers.get(("##" if start else "") + word[start:end])
                if piece is not None:
                    break
            else:
                return [100]
            found.append(piece)
            start = end
        return found


def sentences(words):
    found, last = [[]], None
    for word in words:
        if found[-1] and (word[1][4] == 2 or (last and last[1][0] == 0 and last[0] in ".!?" and word[1][4] == 1)):
            found.append([])
        found[-1].append(word)
        last = word
    return [one for one in found if one]


def neighbours(pieces, folder, levels):
    """For each everyday word the dozen words most like it."""
    from safetensors.torch import load_file

    weights = load_file(str(Path(folder, "model.safetensors")))["embeddings.word_embeddings.weight"]
    words = [word for word in levels if word in pieces.numbers and word.isalpha()]
    vectors = weights[[pieces.numbers[word] for word in words]]
    vectors = torch.nn.functional.normalize(vectors - vectors.mean(0), dim=1)
    found = {}
    for at in range(0, len(words), 1024):
        near = (vectors[at : at + 1024] @ vectors.T).topk(13).indices
        for row, some in enumerate(near.tolist()):
            found[words[at + row]] = [words[n] for n in some if n != at + row]
    return found


def varied(words, own, names, near, levels, kind):
    parts = sentences(words)
    way = random.random()
    if way < 0.3:
        parts[random.randrange(len(parts))] = random.choice(own)
    elif way < 0.5:
        parts.insert(random.randrange(len(parts) + 1), random.choice(own))
    elif way < 0.6 and len(parts) > 1:
        parts.pop(random.randrange(len(parts)))
    elif way < 0.7:
        random.shuffle(parts)
    flat = []
    for number, part in enumerate(parts):
        for at, (key, told, label) in enumerate(part):
            told = list(told)
            if number and at == 0 and told[4] == 0:
                told[4] = 1
            flat.append((key, told, label))
    stands_for = {}
    share = random.choice([0, 0.08, 0.15, 0.25])
    case = random.random()
    result = []
    for key, told, label in flat[:110]:
        named = label != "O"
        if named and told[5] == 0 and told[0] in (1, 2, 3) and (told[1] > 0 or random.random() < 0.5):
            if key not in stands_for:
                stands_for[key] = random.choice(names) if random.random() < 0.7 else None
            if stands_for[key]:
                other, band, level, figure = stands_for[key]
                key, told = other, [told[0], band, level, told[3], told[4], figure, 0]
        elif not named and told[0] in (1, 2) and told[2] > 0 and told[5] == 0 and random.random() < share and key in near:
            key = random.choice(near[key])
            told = [told[0], *kind[key], told[3], told[4], 0, 0]
        elif told[0] == NUMBER and key.isdigit() and len(key) < 3 and random.random() < 0.3:
            key = str(random.randint(1, 12))
        if case < 0.05 and told[0] in (2, 3, 4):
            told[0] = 1
        elif case < 0.08 and told[0] in (1, 2, 4):
            told[0] = 3
        result.append((key, told))
    return with_openings(result)


def heads(path):
    lines = [line for line in Path(path).read_text("utf-8").splitlines() if not line.startswith("#")]
    mean, spread = (np.array(line.split()[1:], dtype=np.float32) for line in lines[:2])
    weights, biases = [], []
    for line in lines[2:]:
        _, step, bias, bar, letters = line.split(" ")
        weight = (np.array([ord(letter) for letter in letters]) - 80) * float(step) / spread
        weights.append(weight)
        biases.append(float(bias) - float((weight * mean).sum()) - float(bar))
    return torch.tensor(np.array(weights), dtype=torch.float32), torch.tensor(biases)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("scout_lessons", nargs="+")
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--names", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--heads", default="../src/facts/conduct/data/heads.txt")
    parser.add_argument("--count", type=int, default=30000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    random.seed(args.seed)
    torch.set_num_threads(1)
    posts = [json.loads(line) for file in args.scout_lessons for line in open(file, encoding="utf-8")]
    posts = [post for post in posts if post["words"]]
    names = [json.loads(line) for line in open(args.names, encoding="utf-8")]
    common = [name for name in names if name[1] > 1]
    pool = names + 4 * common + 20 * [name for name in names if name[1] > 1 and name[2] > 0]
    kind = {}
    for post in posts:
        for key, told, *_ in post["words"]:
            kind[key] = (told[1], told[2])
    levels = [key for key, (band, level) in kind.items() if level > 0]
    pieces = Pieces(args.model)
    near = neighbours(pieces, args.model, levels)
    own = {}
    cut = []
    for post in posts:
        words = [(key, told, label) for key, told, _, _, label in post["words"]]
        cut.append((post["set"], words))
        own.setdefault(post["set"], []).extend(sentences(words))
    state = torch.load(args.encoder, map_location="cpu")["model"]
    model = Reader(state["pieces.weight"].shape[0], 6)
    model.load_state_dict(state)
    model.eval()
    weights, biases = heads(args.heads)
    made = 0
    while made < args.count:
        some = []
        for _ in range(1024):
            name, words = random.choice(cut)
            words = varied(words, own[name], pool, near, levels, kind)
            row, told, starts = [CLS], [[0, 0, 0, 0]], []
            for key, look in words:
                mine = pieces.of(key)
                if len(row) + len(mine) >= LONGEST:
                    break
                starts.append(len(row))
                row += mine
                told += [[look[0], look[1] * 5 + look[2], look[3] * 3 + look[4], look[5]]] * len(mine)
            if starts:
                some.append((name, words[: len(starts)], [*row, SEP], [*told, [0, 0, 0, 0]], starts))
        some.sort(key=lambda one: len(one[2]))
        for at in range(0, len(some), 32):
            chosen = some[at : at + 32]
            longest = max(len(one[2]) for one in chosen)
            ids = torch.zeros(len(chosen), longest, dtype=torch.long)
            features = torch.zeros(len(chosen), longest, 4, dtype=torch.long)
            real = torch.zeros(len(chosen), longest, dtype=torch.bool)
            for n, (_, _, row, told, _) in enumerate(chosen):
                ids[n, : len(row)] = torch.tensor(row)
                features[n, : len(row)] = torch.tensor(told)
                real[n, : len(row)] = True
            states = []
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                hook = model.layers[-1].register_forward_hook(lambda *given: states.append(given[2]))
                who, aim = model(ids, features, real)
                hook.remove()
            x = states[0].float()
            shown = x.masked_fill(~real[:, :, None], 0)
            mean = shown.sum(1) / real.sum(1, keepdim=True)
            most = x.masked_fill(~real[:, :, None], -1e9).max(1).values
            least = x.masked_fill(~real[:, :, None], 1e9).min(1).values
            margins = torch.cat([x[:, 0], mean, most, least], 1) @ weights.T + biases
            who = (torch.softmax(who.float(), -1) * 1000).round().int().tolist()
            aim = (torch.softmax(aim.float(), -1) * 1000).round().int().tolist()
            margins = (margins * 100).round().int().tolist()
            for n, (name, words, _, _, starts) in enumerate(chosen):
                lesson = {
                    "id": f"more-{made}", "set": name, "people": False, "aim": None, "flags": None,
                    "words": [
                        [key, told, [] if may_be_name(key, told) else None, who[n][place], "O"]
                        for (key, told), place in zip(words, starts)
                    ],
                    "aims": aim[n], "conduct": margins[n],
                }
                print(json.dumps(lesson, ensure_ascii=False))
                made += 1
        print(made, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
