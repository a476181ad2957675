"""The reader: a small BERT encoder that says of each word of a post whose name it is."""

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

KINDS = [
    "child", "staff", "parent", "other-adult", "public", "historical", "fictional", "initials",
]
LABELS = ["O"] + [f"{edge}-{kind}" for kind in KINDS for edge in "BI"]
AIMS = ["child", "group", "adult", "none"]
FEATURE_SIZES = [6, 25, 9, 11]
HEADS = 12
CLS, SEP = 101, 102


class Layer(nn.Module):
    def __init__(self, size, inner, dropout):
        super().__init__()
        self.qkv = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        self.norm1 = nn.LayerNorm(size, eps=1e-12)
        self.up = nn.Linear(size, inner)
        self.down = nn.Linear(inner, size)
        self.norm2 = nn.LayerNorm(size, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        batch, length, size = x.shape
        q, k, v = (
            part.view(batch, length, HEADS, -1).transpose(1, 2)
            for part in self.qkv(x).split(size, dim=2)
        )
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, length, size)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Reader(nn.Module):
    def __init__(self, pieces, layers=6, size=384, inner=1536, dropout=0.1):
        super().__init__()
        self.pieces = nn.Embedding(pieces, size)
        self.places = nn.Embedding(512, size)
        self.features = nn.ModuleList([nn.Embedding(n, size) for n in FEATURE_SIZES])
        for table in self.features:
            nn.init.zeros_(table.weight)
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.layers = nn.ModuleList([Layer(size, inner, dropout) for _ in range(layers)])
        self.dropout = nn.Dropout(dropout)
        self.who = nn.Linear(size, len(LABELS))
        self.aim = nn.Linear(2 * size, len(AIMS))

    def forward(self, pieces, features, real):
        x = self.pieces(pieces) + self.places.weight[: pieces.shape[1]]
        for number, table in enumerate(self.features):
            x = x + table(features[:, :, number])
        x = self.dropout(self.norm(x))
        mask = torch.zeros(real.shape).masked_fill(~real, -1e9)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        shown = x.masked_fill(~real[:, :, None], 0)
        mean = shown.sum(1) / real.sum(1, keepdim=True)
        return self.who(x), self.aim(torch.cat([x[:, 0], mean], 1))


def pretrained(path, layers):
    """MiniLM's weights in our shape; `layers` names which of its six layers are kept."""
    old = load_file(path)
    model = Reader(old["embeddings.word_embeddings.weight"].shape[0], len(layers))
    new = model.state_dict()
    new["pieces.weight"] = old["embeddings.word_embeddings.weight"]
    new["places.weight"] = (
        old["embeddings.position_embeddings.weight"]
        + old["embeddings.token_type_embeddings.weight"][0]
    )
    new["norm.weight"] = old["embeddings.LayerNorm.weight"]
    new["norm.bias"] = old["embeddings.LayerNorm.bias"]
    parts = {
        "out": "attention.output.dense", "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm",
    }
    for number, source in enumerate(layers):
        prefix = f"encoder.layer.{source}."
        for kind in ("weight", "bias"):
            new[f"layers.{number}.qkv.{kind}"] = torch.cat(
                [old[f"{prefix}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            )
            for ours, theirs in parts.items():
                new[f"layers.{number}.{ours}.{kind}"] = old[f"{prefix}{theirs}.{kind}"]
    model.load_state_dict(new)
    return model
