"""Writes the reader's weights as the product reads them (src/encoder/model.ts).

    python export.py TRAINED.pt VOCABULARY LESSONS… OUT

Whole rows of weights are rounded to 8 bits; the vocabulary keeps the pieces that English text and the
lessons use, so that the file stays small.
"""

import json
import re
import struct
import sys

import numpy as np
import torch

from lessons import read
from reader import AIMS, FEATURE_SIZES, HEADS, LABELS

MAGIC = b"POLICY-LINT-READER\n"
FORMAT = 1
PREFIX = 32
LONGEST = 160
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
# Pieces of plain Latin letters, digits and the signs of English text; others were never in a lesson.
PLAIN = re.compile(r"^(##)?([a-z]+|[0-9]{1,4}|[!-~])$")


def kept_pieces(vocabulary, used):
    """Numbers of the pieces that stay, in their old order."""
    return [
        number
        for number, piece in enumerate(vocabulary)
        if piece in SPECIAL or number in used or PLAIN.match(piece)
    ]


def rounded(rows):
    """8-bit rows and the scale of each."""
    scales = np.maximum(np.abs(rows).max(axis=1), 1e-8) / 127
    return np.round(rows / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def check_sum(data):
    """The sum that `sum` of kernels.as.ts makes."""
    lanes = np.frombuffer(data, dtype="<u4").reshape(-1, 4)
    with np.errstate(over="ignore"):
        turn = np.cumsum(lanes, axis=0, dtype=np.uint32).sum(axis=0, dtype=np.uint32)
        total = (turn * np.array([1, 3, 5, 7], dtype=np.uint32)).sum(dtype=np.uint32)
    return int(total)


def main():
    trained, vocabulary_file, *lessons, out = sys.argv[1:]
    state = torch.load(trained, map_location="cpu")["model"]
    state = {name: tensor.float().numpy() for name, tensor in state.items()}
    with open(vocabulary_file, encoding="utf-8") as lines:
        vocabulary = lines.read().rstrip("\n").split("\n")
    used = {
        piece for file in lessons for post in read(file) for word in post["words"]
        for piece in word["p"]
    }
    kept = kept_pieces(vocabulary, used)
    layers = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
    tensors = {"vocabulary": np.frombuffer("\n".join(vocabulary[n] for n in kept).encode("latin-1"), np.uint8)}
    tensors["pieces.weight"], tensors["pieces.scale"] = rounded(state["pieces.weight"][kept])
    tensors["places"] = state["places.weight"][:LONGEST]
    tensors["features"] = np.concatenate(
        [state[f"features.{number}.weight"] for number in range(len(FEATURE_SIZES))]
    )
    for name, tensor in state.items():
        if name.startswith(("pieces", "places", "features")):
            continue
        if name.startswith("layers.") and tensor.ndim == 2:
            tensors[name], tensors[name.replace("weight", "scale")] = rounded(tensor)
        else:
            tensors[name] = tensor.astype(np.float32)

    body, places = b"", {}
    for name, tensor in tensors.items():
        places[name] = (len(body), list(tensor.shape))
        data = tensor.tobytes()
        body += data + b"\0" * (-len(data) % 16)
    for _ in range(2):  # the header holds offsets that its own length shifts: its length is fixed by padding
        header = {
            "layers": layers, "size": int(tensors["norm.weight"].shape[0]),
            "inner": int(tensors["layers.0.up.weight"].shape[0]), "heads": HEADS, "longest": LONGEST,
            "labels": LABELS, "aims": AIMS, "featureSizes": FEATURE_SIZES,
        }
        start = PREFIX + 16384
        header["tensors"] = {
            name: {"offset": start + offset, "shape": shape} for name, (offset, shape) in places.items()
        }
        header["bytes"] = start + len(body)
    text = json.dumps(header, separators=(",", ":")).encode("ascii").ljust(16384)
    assert len(text) == 16384
    prefix = MAGIC + bytes([FORMAT]) + struct.pack("<II", len(text), check_sum(body)) + b"\0" * 4
    assert len(prefix) == PREFIX
    with open(out, "wb") as file:
        file.write(prefix + text + body)
    print(f"{out}: {len(kept)} pieces, {layers} layers, {(start + len(body)) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
