"""The mean of several trainings' weights: between a training and what went on from it, often better than either
(Wortsman et al. 2022, "Model soups").

    python training/average.py training/.work/model.pt training/.work/model-2.pt --wide training/.work/model-wide.pt \
        --out training/.work/model-mean.pt

`--wide` adds the wide path of another file, as `widen.py` wrote it.
"""

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--wide", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    states = [torch.load(file, map_location="cpu") for file in options.weights]
    mean = {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}
    if options.wide:
        wide = torch.load(options.wide, map_location="cpu")
        mean |= {name: values for name, values in wide.items() if name.startswith("wide.")}
    torch.save(mean, options.out)


if __name__ == "__main__":
    main()
