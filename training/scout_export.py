"""Writes the scout's weights as src/facts/scout/weights.ts reads them.

    python scout_export.py TRAINED.pt … SCOUT.txt WORDS.txt

Of several that were trained one from the other, the mean is written.
"""

import sys

import numpy as np
import torch

from scout_words import FIRST_WORD

ZERO, STEPS = 80, 45
HEADER = """# The scout: a small network taught by the encoder, a letter a weight.
# Made by training/scout.py and scout_export.py from this project's posts; the words began as what MiniLM
# (Apache-2.0) knows of them. Licence: MIT, as the project.
"""


def numbers(values):
    return " ".join(f"{float(value):.6g}" for value in values)


def in_ascii(word):
    """Signs and pictures in figures, so that a byte is enough for each character of the file."""
    return word if word.isascii() else "~" + word.encode("utf-16-be", "surrogatepass").hex()


def main():
    *trained, out, words_out = sys.argv[1:]
    told, *others = [torch.load(one, map_location="cpu") for one in trained]
    state = {
        name: (sum((other["model"][name] for other in others), tensor) / len(trained)).numpy()
        for name, tensor in told["model"].items()
    }
    table = state["rows.weight"]
    step = told.get("reach", float(np.abs(table).max())) / STEPS
    steps = np.clip(np.round(table / step), -STEPS, STEPS).astype(int)
    lines = [f"{step:.8g} {len(table)}"]

    def dense(name, source):
        weight, bias = state[f"{source}.weight"], state[f"{source}.bias"]
        spare = -len(weight) % 4
        weight = np.concatenate([weight, np.zeros((spare, weight.shape[1]), dtype=np.float32)])
        bias = np.concatenate([bias, np.zeros(spare, dtype=np.float32)])
        scales = np.maximum(np.abs(weight).max(1), 1e-8) / STEPS
        whole = np.round(weight / scales[:, None]).astype(int) + ZERO
        # As `multiply` reads them: four columns at a time, two numbers of each in turn.
        packed = whole.reshape(-1, 4, whole.shape[1] // 2, 2).transpose(0, 2, 1, 3)
        letters = "".join(map(chr, packed.ravel()))
        lines.extend([f"{name} {weight.shape[1]} {weight.shape[0]}", numbers(scales), numbers(bias), f"={letters}"])

    layers = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
    for layer in range(layers):
        lines.extend(["near", numbers(state[f"layers.{layer}.near"].ravel())])
        dense(f"up{layer}", f"layers.{layer}.up")
        dense(f"down{layer}", f"layers.{layer}.down")
    for name in ("context", "who", "whole"):
        dense(name, name)
    lines.extend(["table", "=" + "".join(chr(ZERO + one) for one in steps.ravel())])
    with open(out, "w", encoding="utf-8") as file:
        file.write(HEADER + "\n".join(lines) + "\n")
    with open(words_out, "w", encoding="utf-8") as file:
        file.writelines(sorted(f"{in_ascii(word)}\t{at}\n" for at, word in enumerate(told["words"])))
    worst = np.abs(table - steps * step).max()
    print(f"{out}: {len(table)} rows, {layers} layers, step {step:.4f}, worst rounding {worst:.4f}, rows of words from {FIRST_WORD}")


if __name__ == "__main__":
    main()
