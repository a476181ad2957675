"""The mean of weights that were trained from one start in different order: often better than each.

    python soup.py ONE.pt ANOTHER.pt … OUT.pt
"""

import sys

import torch


def main():
    *sources, out = sys.argv[1:]
    states = [torch.load(source, map_location="cpu") for source in sources]
    mean = {
        name: sum(state["model"][name] for state in states) / len(states)
        for name in states[0]["model"]
    }
    torch.save({"model": mean, "options": [state["options"] for state in states]}, out)


if __name__ == "__main__":
    main()
