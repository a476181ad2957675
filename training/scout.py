"""Trains the scout: a small network that settles what the encoder need not be asked about; see README.md.

    python scout.py LESSONS… [--hold-out SETS] [--dev LESSONS] [--out FILE]
"""

import argparse
import json
import math
import random
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import scout_words
from scout_words import NO_LABEL, Words

# Real tweets that may not be trained on: their licence is not stated.
NOT_FOR_TRAINING = {"wnut16-test"}

TAGS = ["word", "child", "staff", "parent", "other-adult", "public", "historical", "fictional", "initials"]
LABELS = 1 + 2 * (len(TAGS) - 1)
AIMS = ["child", "group", "adult", "none"]
CONDUCTS = 11
REACH = 1.35  # of a weight of the table, that its letters can tell


class Layer(nn.Module):
    def __init__(self, size, inner, width):
        super().__init__()
        self.near = nn.Parameter(torch.randn(width, size) * 0.1)
        self.up = nn.Linear(size, inner)
        self.down = nn.Linear(inner, size)

    def forward(self, x, real):
        width = self.near.shape[0]
        half = width // 2
        padded = F.pad(x, (0, 0, half, half))
        mixed = sum(padded[:, at : at + x.shape[1]] * self.near[at] for at in range(width))
        return (x + self.down(F.relu(self.up(mixed)))) * real[:, :, None]


class Scout(nn.Module):
    def __init__(self, rows, size=64, inner=96, layers=2, width=7):
        super().__init__()
        self.rows = nn.Embedding(rows, size, padding_idx=0)
        nn.init.normal_(self.rows.weight, std=0.1)
        self.rows.weight.data[0] = 0
        self.layers = nn.ModuleList([Layer(size, inner, width) for _ in range(layers)])
        self.context = nn.Linear(2 * size, size)
        self.who = nn.Linear(size, LABELS)
        self.whole = nn.Linear(2 * size, len(AIMS) + CONDUCTS)

    def pool(self, x, real):
        mean = x.sum(1) / real.sum(1, keepdim=True)
        most = x.masked_fill(real[:, :, None] == 0, -1e4).max(1).values
        return torch.cat([mean, most], 1)

    def forward(self, rows, real, drop=0.0):
        x = self.rows(rows).sum(2)
        if drop:
            x = F.dropout(x, drop)
        x = x * real[:, :, None]
        for number, layer in enumerate(self.layers):
            x = layer(x, real)
            if number == 0:
                x = (x + self.context(self.pool(x, real))[:, None]) * real[:, :, None]
        if drop:
            x = F.dropout(x, drop)
        return self.who(x), self.whole(self.pool(x, real))


def gold_tag(label):
    """The number of a tag, or NO_LABEL."""
    if label == "O":
        return 0
    kind, _, form = label.partition("/")
    if kind == "child" and form == "initials":
        return TAGS.index("initials")
    return TAGS.index(kind) if kind in TAGS else NO_LABEL


def halves(who):
    """A teacher's 17 labels from thousandths."""
    return np.array(who, dtype=np.float32) / 1000


class Lesson:
    def __init__(self, post, words):
        self.id, self.set, self.flags = post["id"], post["set"], post["flags"]
        self.cut = [(w[0], w[1]) for w in post["words"]][: scout_words.MOST_WORDS]
        self.rows = np.array([words.rows(key, told) for key, told in self.cut], dtype=np.int32).reshape(-1, scout_words.ROWS_A_WORD)
        n = len(self.cut)
        self.light = [w[2] for w in post["words"]][:n]
        asked = np.array([one is not None for one in self.light])
        self.gold_tags = np.full(n, NO_LABEL)
        self.labels = [w[4] for w in post["words"]][:n]
        target = np.zeros((n, LABELS), dtype=np.float32)
        weight = np.zeros(n, dtype=np.float32)
        last = None
        for at in range(n):
            _, told, light, who, label = post["words"][at]
            gold = gold_tag(label) if post["people"] else NO_LABEL
            if post.get("isTweet"):
                gold = 0 if label == "O" else NO_LABEL
            self.gold_tags[at] = gold
            if light is None or who is None:
                continue
            weight[at] = 1
            teacher = halves(who)
            if gold == NO_LABEL:
                target[at] = teacher
                continue
            own = np.zeros(LABELS, dtype=np.float32)
            if gold == 0:
                own[0] = 1
            else:
                first, inside = teacher[2 * gold - 1], teacher[2 * gold]
                share = first / (first + inside) if first + inside > 0.05 else 0.5
                own[2 * gold - 1], own[2 * gold] = share, 1 - share
            target[at] = 0.5 * own + 0.5 * teacher
        self.target, self.weight, self.asked = target, weight, asked
        self.named = np.array([gold_tag(l) > 0 if l != "O" else False for l in self.labels], dtype=bool)
        self.aim = np.zeros(len(AIMS), dtype=np.float32)
        self.gold_aim = AIMS.index(post["aim"]) if post["aim"] else NO_LABEL
        if post["aims"]:
            self.aim = np.array(post["aims"], dtype=np.float32) / 1000
            if post["aim"]:
                self.aim *= 0.5
                self.aim[self.gold_aim] += 0.5
        margins = np.array(post["conduct"] or [-500] * CONDUCTS, dtype=np.float32) / 100
        self.conduct = 1 / (1 + np.exp(np.clip(-4 * margins, -30, 30)))

    def varied(self, words, names):
        """Rows of the same post with some names changed for others, and in another case at times."""
        case = random.random()
        cut = self.cut
        stands_for = {}
        rows = self.rows.copy()
        for at, (key, told) in enumerate(cut):
            look = None
            if self.named[at] and told[0] in (1, 2, 3) and random.random() < 0.35:
                alone = (at + 1 >= len(cut) or not self.named[at + 1]) and (at == 0 or not self.named[at - 1])
                if alone and told[5] == 0:
                    if key not in stands_for:
                        stands_for[key] = random.choice(names)
                    other, band, level, figure = stands_for[key]
                    key, look = other, [told[0], band, level, told[3], told[4], figure, told[6]]
            told = look or told
            if case < 0.06 and told[0] in (2, 3, 4):
                told = [1, *told[1:]]
                look = told
            elif case < 0.10 and told[0] in (1, 2, 4):
                told = [3, *told[1:]]
                look = told
            if self.asked[at] and random.random() < 0.05:
                told = [told[0], 0, *told[2:]]
                look = told
            if told[5] and random.random() < 0.08:
                told = [*told[:5], 0, told[6]]
                look = told
            if look:
                rows[at] = words.rows(key, told)
            if random.random() < 0.03:
                rows[at] = words.unknown(told)
        return rows


def batch(lessons, words, names=None):
    longest = max(len(one.cut) for one in lessons)
    count = len(lessons)
    rows = np.zeros((count, longest, scout_words.ROWS_A_WORD), dtype=np.int64)
    real = np.zeros((count, longest), dtype=np.float32)
    target = np.zeros((count, longest, LABELS), dtype=np.float32)
    weight = np.zeros((count, longest), dtype=np.float32)
    for at, one in enumerate(lessons):
        n = len(one.cut)
        rows[at, :n] = one.varied(words, names) if names else one.rows
        real[at, :n] = 1
        target[at, :n] = one.target
        weight[at, :n] = one.weight
    aim = np.stack([one.aim for one in lessons])
    conduct = np.stack([one.conduct for one in lessons])
    return [torch.from_numpy(x) for x in (rows, real, target, weight, aim, conduct)]


def loss_of(who, whole, target, weight, aim, conduct):
    chances = F.log_softmax(who, -1)
    words = -((target * chances).sum(-1) * weight).sum() / weight.sum().clamp(min=1)
    aims = -(aim * F.log_softmax(whole[:, :4], -1)).sum(-1).mean()
    deeds = F.binary_cross_entropy_with_logits(whole[:, 4:], conduct, reduction="sum") / len(conduct)
    return words + 0.3 * aims + 0.1 * deeds, words.item(), aims.item(), deeds.item()


def batches(lessons, size):
    lessons = list(lessons)
    random.shuffle(lessons)
    pools = [sorted(lessons[at : at + 20 * size], key=lambda one: len(one.cut)) for at in range(0, len(lessons), 20 * size)]
    found = [pool[at : at + size] for pool in pools for at in range(0, len(pool), size)]
    random.shuffle(found)
    return found


def predict(model, lessons, words):
    model.eval()
    found = []
    order = sorted(range(len(lessons)), key=lambda at: len(lessons[at].cut))
    out = [None] * len(lessons)
    with torch.no_grad():
        for at in range(0, len(order), 128):
            some = order[at : at + 128]
            rows, real, *_ = batch([lessons[n] for n in some], words)
            who, whole = model(rows, real)
            who = F.softmax(who, -1).numpy()
            aim = F.softmax(whole[:, :4], -1).numpy()
            deeds = torch.sigmoid(whole[:, 4:]).numpy()
            for place, n in enumerate(some):
                out[n] = (who[place, : len(lessons[n].cut)], aim[place], deeds[place])
    return out


def by_tag(who):
    return np.concatenate([who[:, :1], who[:, 1::2] + who[:, 2::2]], 1)


def blend(heavy, light, share=0.5):
    mixed = (heavy + 1e-6) * (light + 1e-3) ** share
    return mixed / mixed.sum(-1, keepdims=True)


def light_of(lesson):
    return np.array([np.zeros(9) if one is None else np.array(one) / 1000 for one in lesson.light])


def report(name, model, lessons, words, lights=None):
    """By post: how many a pair of bars leaves open, and what is wrong in those settled and in all."""
    found = predict(model, lessons, words)
    scored = []
    surprise = count = 0
    for one, (who, aim, deeds) in zip(lessons, found):
        tags = by_tag(who)
        light = light_of(one)
        mixed = blend(tags, light)
        at = one.asked
        truth = "child-named" in (one.flags or [])
        child = float(mixed[at, 1].max()) if at.any() else 0.0
        inside = mixed[at, 1]
        scored.append((inside, truth, float(aim[0]), one.gold_aim == 0, child, float(light[at, 1].max()) if at.any() else 0.0))
        for n in np.nonzero(at)[0]:
            if one.gold_tags[n] >= 0:
                surprise -= math.log(max(float(tags[n, one.gold_tags[n]]), 1e-6))
                count += 1
    print(f"  {name}: {len(scored)} posts, surprise a word {surprise / max(1, count):.4f}")
    def f1(pairs):
        right = sum(a and b for a, b in pairs)
        p, r = right / max(1, sum(a for a, _ in pairs)), right / max(1, sum(b for _, b in pairs))
        return f"P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f}"
    print(f"    light alone {f1([(l >= 0.5, t) for _, t, _, _, _, l in scored])} | blended .5 {f1([(c >= 0.5, t) for _, t, _, _, c, _ in scored])} | aim {f1([(a >= 0.5, t) for _, _, a, t, _, _ in scored])}")
    for low, high in ((0.02, 0.98), (0.05, 0.95), (0.1, 0.9), (0.15, 0.85)):
        settled = [(s, t) for s, t, *_ in scored if not ((s > low) & (s < high)).any()]
        missed = sum(t and not (s >= high).any() for s, t in settled)
        alarms = sum(not t and (s >= high).any() for s, t in settled)
        aims = [(a, t) for _, _, a, t, _, _ in scored if a <= low or a >= high]
        wrong = sum((a > 0.5) != t for a, t in aims)
        print(f"    {low}-{high}: open {1 - len(settled) / len(scored):.3f}, of the settled {missed} missed {alarms} alarms; aims open {1 - len(aims) / len(scored):.3f} wrong {wrong}", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lessons", nargs="+")
    parser.add_argument("--names", required=True)
    parser.add_argument("--model", required=True, help="the folder of MiniLM, whose word pieces begin the words")
    parser.add_argument("--ordinary", default="../src/facts/data/ordinary-words.txt")
    parser.add_argument("--hold-out", default="")
    parser.add_argument("--dev")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--size", type=int, default=64)
    parser.add_argument("--inner", type=int, default=96)
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--width", type=int, default=7)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--drop", type=float, default=0.1)
    parser.add_argument("--most", type=int, default=12000, help="words that have a row of their own")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--lights", help="what a tagger makes of the posts held out that never saw them")
    parser.add_argument("--start", help="go on from weights trained before")
    parser.add_argument("--out")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    posts = [json.loads(line) for file in args.lessons for line in open(file, encoding="utf-8")]
    posts = [post for post in posts if post["set"] not in NOT_FOR_TRAINING]
    begun = torch.load(args.start, map_location="cpu") if args.start else None
    words = Words(begun["words"]) if begun else Words.chosen(posts, args.ordinary, args.most)
    names = [json.loads(line) for line in open(args.names, encoding="utf-8")]
    common = [name for name in names if name[1] > 1]
    pool = names + 4 * common + 20 * [name for name in names if name[1] > 1 and name[2] > 0]
    lessons = [Lesson(post, words) for post in posts if post["words"]]
    held = set(args.hold_out.split(",")) - {""}
    inside = [one for one in lessons if one.set not in held]
    outside = [one for one in lessons if one.set in held and one.flags is not None]
    if args.lights:
        lights = json.load(open(args.lights))
        for one in outside:
            one.light = lights[one.id][: len(one.cut)]
    dev = [Lesson(json.loads(line), words) for line in open(args.dev)] if args.dev else []
    model = Scout(words.count, args.size, args.inner, args.layers, args.width)
    if begun:
        model.load_state_dict(begun["model"])
    else:
        words.start(model.rows.weight.data, args.model, args.size)
    print(f"{len(inside)} posts, {len(outside)} held out, {words.count} rows, {sum(p.numel() for p in model.parameters())} weights", flush=True)
    some, others = [], []
    for name, parameter in model.named_parameters():
        (some if name == "rows.weight" else others).append(parameter)
    optimiser = torch.optim.AdamW([{"params": some, "lr": args.rate / 2, "weight_decay": 1e-3}, {"params": others, "lr": args.rate, "weight_decay": 1e-2}])
    steps = args.epochs * math.ceil(len(inside) / 64)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1, step / (0.05 * steps)) * max(0.0, 1 - step / steps))
    began = time.time()
    for epoch in range(args.epochs):
        model.train()
        totals = np.zeros(4)
        count = 0
        for chosen in batches(inside, 64):
            rows, real, target, weight, aim, conduct = batch(chosen, words, pool)
            who, whole = model(rows, real, args.drop)
            loss, *rest = loss_of(who, whole, target, weight, aim, conduct)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            model.rows.weight.data.clamp_(-REACH, REACH)
            schedule.step()
            totals += [loss.item(), *rest]
            count += 1
        print(f"epoch {epoch + 1}: {np.round(totals / count, 4)}, {time.time() - began:.0f} s", flush=True)
        if epoch + 1 in (args.epochs // 2, args.epochs):
            if outside:
                report("held out", model, outside, words)
            if dev:
                report("dev", model, dev, words)
    if args.out:
        torch.save({"model": model.state_dict(), "words": words.listed, "reach": REACH, "args": vars(args)}, args.out)


if __name__ == "__main__":
    main()
