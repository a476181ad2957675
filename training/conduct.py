"""The head that reads conduct from what the encoder makes of a post: one logistic regression a label.

    node scripts/run.mjs scripts/conduct-lessons.ts .cache/conduct/clean OWN.jsonl TRAINING.jsonl
    node scripts/run.mjs scripts/conduct-lessons.ts .cache/conduct/written training/conduct/*.txt
    python training/conduct.py .cache/conduct/clean .cache/conduct/written [--dev DEV] [--out FILE]

CLEAN are ordinary posts that nobody labelled; those that read like a breach at first sight are left out
of the lessons, for some of them are. The bars are set so that hardly an
ordinary post and hardly a development post is a false alarm. Prints precision and recall by author left out.
"""

import argparse
import collections
import json

import torch

# Each label, the flags of the development posts that are no false alarm of it, and how many false
# alarms its bar may raise there: fewer where it reads worse.
LABELS = {
    "negative-tone": (["negative-tone", "abusive-language", "disrepute"], 0),
    "abusive": (["abusive-language", "negative-tone", "disrepute"], 0),
    "disrepute": (["disrepute", "negative-tone", "abusive-language", "personal-info"], 0),
    "confidential": (["disrepute", "personal-info"], 0),
    "personal-info": (["personal-info"], 0),
    "personal-gain": (["personal-gain"], 0),
    "political": (["political-opinion"], 0),
    "uncredited": (["uncredited-content"], 0),
    "chain": (["spam-chain"], 0),
    "meet-up": (["meet-up"], 0),
    "off-purpose": (["off-topic"], 0),
}
# Where alarms on authors held out were still too many; uncredited is held down by examples of its rules.
FLOORS = {"abusive": 2.2, "disrepute": 2.0, "personal-gain": 1.8, "uncredited": 1.55}
SUSPICIOUS = 0.5
STEPS = 45  # letters on each side of zero
ZERO = 80


def load(name):
    known = json.load(open(f"{name}.json"))
    raw = torch.frombuffer(bytearray(open(f"{name}.f32", "rb").read()), dtype=torch.float32)
    return known, raw.view(len(known), -1)


def targets(known, label):
    return torch.tensor([float(label in (one.get("flags") or [])) for one in known])


def fit(x, y, weight, decay):
    w = torch.zeros(x.shape[1], requires_grad=True)
    b = torch.full((1,), -3.0, requires_grad=True)
    optimizer = torch.optim.LBFGS([w, b], lr=1, max_iter=80, history_size=10)

    def closure():
        optimizer.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(x @ w + b, y, weight=weight)
        loss = loss + decay * (w * w).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return w.detach(), b.detach()


def at(scores, gold, bar):
    found = scores >= bar
    right = int((found & (gold > 0)).sum())
    precision = right / max(1, int(found.sum()))
    recall = right / max(1, int(gold.sum()))
    return precision, recall


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("clean")
    parser.add_argument("written")
    parser.add_argument("--dev")
    parser.add_argument("--out")
    parser.add_argument("--quick", action="store_true", help="no authors left out")
    parser.add_argument("--decay", type=float, default=4e-3)
    parser.add_argument("--alarms", type=float, default=0.0005)
    args = parser.parse_args()
    clean, cx = load(args.clean)
    written, wx = load(args.written)
    mean, std = torch.cat([cx, wx]).mean(0), torch.cat([cx, wx]).std(0) + 1e-6
    cx, wx = (cx - mean) / std, (wx - mean) / std
    files = [one["file"] for one in written]
    dev = None
    if args.dev:
        known, dx = load(args.dev)
        dev = known, (dx - mean) / std
    result = {}
    print(f"{len(clean)} ordinary posts, {len(written)} written ones: {collections.Counter(files)}")
    for label in LABELS:
        y = targets(written, label)
        keep = torch.ones(len(clean), dtype=torch.bool)
        for _ in range(2):
            x = torch.cat([wx, cx[keep]])
            t = torch.cat([y, torch.zeros(int(keep.sum()))])
            weight = 1 + 3 * t
            w, b = fit(x, t, weight, args.decay)
            keep = torch.sigmoid(cx @ w + b) < SUSPICIOUS
        held = torch.zeros(len(written))
        folds = sorted(set(files))
        clean_held = torch.zeros(len(clean))
        for number, fold in enumerate([] if args.quick else folds):
            out = torch.tensor([file == fold for file in files])
            part = torch.arange(len(clean)) % len(folds) == number
            inside = keep & ~part
            x = torch.cat([wx[~out], cx[inside]])
            t = torch.cat([y[~out], torch.zeros(int(inside.sum()))])
            fw, fb = fit(x, t, 1 + 3 * t, args.decay)
            held[out] = wx[out] @ fw + fb
            clean_held[part] = cx[part] @ fw + fb
        if args.quick:
            clean_held, held = cx @ w + b, wx @ w + b
        ordinary = clean_held[keep].sort(descending=True).values
        bar = float(ordinary[int(args.alarms * len(ordinary))])
        if dev:
            known, dx = dev
            scores = dx @ w + b
            flags, alarms = LABELS[label]
            fine = [not set(flags) & set(one["flags"]) for one in known]
            bar = max(bar, float(scores[torch.tensor(fine)].sort(descending=True).values[alarms]) + 0.01)
        bar = max(bar, FLOORS.get(label, bar))
        hard = at(held, y, bar)
        line = f"{label:14} {int(y.sum()):4} bar {bar:5.2f} by author left out: P {hard[0]:.2f} R {hard[1]:.2f}"
        print(line, f"| suspicious {int((~keep).sum())}")
        result[label] = (w, b, bar)
    if not args.out:
        return
    numbers = lambda values: " ".join(f"{float(v):.4g}" for v in values)
    lines = ["# Logistic regressions over the encoder's states: what a post does, read as a whole.",
             "# Made by training/conduct.py from training/conduct/*.txt. Licence: MIT, as the project.",
             "# The mean and the spread of each figure, then a label a line: step, bias, bar, a letter a weight.",
             f"mean {numbers(mean)}", f"spread {numbers(std)}"]
    for label in LABELS:
        w, b, bar = result[label]
        step = float(w.abs().max()) / STEPS
        letters = "".join(chr(ZERO + int(round(float(v) / step))) for v in w)
        lines.append(f"{label} {step:.6g} {float(b):.5g} {bar:.4g} {letters}")
    open(args.out, "w").write("\n".join(lines) + "\n")


main()
