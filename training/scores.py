"""How well a reader does, by post and by span, on lessons it has not seen."""

import math

import torch

from lessons import batch, batches, label_number
from reader import LABELS

CHILD = [LABELS.index("B-child"), LABELS.index("I-child")]


def predict(model, lessons):
    """For each post the probabilities of its words' labels and of its aims."""
    model.eval()
    found = {}
    with torch.no_grad():
        for some in batches(lessons, 64, shuffled=False):
            pieces, features, _, real, _, starts = batch(some)
            who, aim = (scores.softmax(-1) for scores in model(pieces, features, real))
            for row, lesson in enumerate(some):
                words = {
                    number: who[row, place].tolist()
                    for place, number in enumerate(starts[row]) if number >= 0
                }
                found[lesson.post["id"]] = (lesson.post, words, aim[row].tolist())
    return found


def spans(post, words):
    """Stretches of words that the labels join, most probable label by word."""
    found = []
    last = None
    for number, chances in sorted(words.items()):
        label = LABELS[max(range(len(chances)), key=chances.__getitem__)]
        start, end = post["words"][number]["s"]
        if label == "O":
            last = None
        elif label[0] == "B" or last is None or last[2] != label[2:]:
            last = [start, end, label[2:]]
            found.append(last)
        else:
            last[1] = end
    return found


def surprise(posts):
    """Mean negative log of what the right labels were given: lower is better."""
    total = count = 0
    for post, words, _ in posts:
        for number, chances in words.items():
            label = label_number(post["words"][number]["l"])
            if label >= 0:
                total -= math.log(max(chances[label], 1e-9))
                count += 1
    return total / max(1, count)


def three(right, found, there):
    precision, recall = right / max(1, found), right / max(1, there)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"


def by_post(pairs, bar):
    """`pairs` of a probability and whether it is so."""
    return three(
        sum(chance >= bar and so for chance, so in pairs),
        sum(chance >= bar for chance, _ in pairs),
        sum(so for _, so in pairs),
    )


def report(found):
    posts = [(post, words, aim) for post, words, aim in found.values() if post["flags"] is not None]
    child = [
        (
            max((chances[CHILD[0]] + chances[CHILD[1]] for chances in words.values()), default=0),
            "child-named" in post["flags"],
        )
        for post, words, _ in posts
    ]
    praise = [(aim[0], "individual-praise" in post["flags"]) for post, _, aim in posts]
    for bar in (0.2, 0.35, 0.5, 0.65, 0.8):
        print(f"  child named, from {bar}: {by_post(child, bar)}")
    for bar in (0.3, 0.5, 0.7):
        print(f"  one child aimed at, from {bar}: {by_post(praise, bar)}")
    right = found_spans = gold_spans = kinds = 0
    for post, words, _ in posts:
        gold = {(one["start"], one["end"]): one["kind"] for one in post["people"] if one["kind"] != "unclear"}
        ours = {(start, end): kind for start, end, kind in spans(post, words)}
        same = gold.keys() & ours.keys()
        right += len(same)
        found_spans += len(ours)
        gold_spans += len(gold)
        kinds += sum(gold[place] == ours[place] for place in same)
    print(f"  surprise a word: {surprise(posts):.4f}")
    print(f"  spans exact: {three(right, found_spans, gold_spans)}, kind right {kinds / max(1, right):.3f}", flush=True)
