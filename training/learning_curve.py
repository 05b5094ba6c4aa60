"""How the error falls as the corpus grows: the whole encoder fine-tuned from e5 on 30, 60 and 120 lines an intent and
language, and the power law through the three that says where it would reach 5 %.

    python training/learning_curve.py --work training/.work --data ../shared/data

Error is of the held-out lines; the law is error = a · lines^-b (Hestness et al. 2017), fitted in logarithms.
"""

import json
import random
from pathlib import Path

import numpy as np
import torch
from text_model.e5_weights import read_e5
from text_model.encoder import MAX_TOKENS, TextModel
from text_model.rows import Row, read_dev, read_held_out, read_intent_corpus, sample
from tokenizers import Tokenizer
from train import CORPUS, fit, parse, predict

FIGURES = Path(__file__).parents[1] / "bench" / "understanding" / "learning-curve.json"
SIZES = (30, 60, 120)
# Small corpora need more rounds for the same number of steps.
ROUNDS = {30: 10, 60: 6, 120: 4}
TARGET = 0.05


def main() -> None:
    parser = parse()
    parser.add_argument("--sizes", type=lambda s: [int(n) for n in s.split(",")], default=list(SIZES))
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    tokenizer = Tokenizer.from_file(str(options.work / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_TOKENS)
    intents = json.loads((options.work / "intents.json").read_text())
    tests = {"held out": read_held_out(CORPUS)}
    if (options.data / "intents" / "shop_dev.jsonl").exists():
        tests["development"] = read_dev(options.data)
    figures = json.loads(FIGURES.read_text()) if FIGURES.exists() else {"points": []}
    for size in options.sizes:
        model = train_on(thinned(size, options.seed), size, tokenizer, intents, options)
        errors = {name: errors_of(model, tokenizer, intents, rows, options) for name, rows in tests.items()}
        others = [point for point in figures["points"] if point["lines"] != size]
        figures["points"] = sorted([*others, {"lines": size, "errors": errors}], key=lambda point: point["lines"])
        figures["law"] = power_law(figures["points"])
        FIGURES.write_text(json.dumps(figures, indent=2) + "\n")
        print(json.dumps(figures, indent=2), flush=True)


def thinned(size: int, seed: int) -> list[Row]:
    """`size` lines of every intent and language; the smaller corpus is a part of the larger one."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in read_intent_corpus(CORPUS / "intents"):
        groups.setdefault((row.intent, row.lang), []).append(row)
    return [row for rows in groups.values() for row in sample(rows, max(SIZES), seed)[:size]]


def train_on(rows: list[Row], size: int, tokenizer: Tokenizer, intents: list[str], options) -> TextModel:
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    model = TextModel(tokenizer.get_vocab_size(), len(intents), depth=len(options.layers))
    kept = json.loads((options.work / "kept.json").read_text())
    model.load_e5(read_e5(options.work / "e5-small-q4.bin"), kept, options.layers)
    model.to(options.device)
    options.epochs = ROUNDS.get(size, 5)
    options.out = options.work / f"curve-{size}.pt"
    fit(model, tokenizer, intents, rows, {}, {}, options)
    return model


def errors_of(model, tokenizer, intents, rows: list[Row], options) -> dict[str, float]:
    logits, _ = predict(model, tokenizer, rows, options.device)
    groups: dict[str, list[bool]] = {"all": []}
    for row, values in zip(rows, logits, strict=True):
        wrong = intents[values.argmax()] != row.intent
        groups.setdefault(row.group, []).append(wrong)
        groups["all"].append(wrong)
    return {name: round(float(np.mean(wrong)), 4) for name, wrong in groups.items()}


def power_law(points: list[dict]) -> dict[str, float] | None:
    """Factor, exponent, and the lines an intent and language at which the held-out error would be 5 %."""
    if len(points) < 2:
        return None
    sizes = np.log([point["lines"] for point in points])
    errors = np.log([point["errors"]["held out"]["all"] for point in points])
    slope, intercept = np.polyfit(sizes, errors, 1)
    reached = np.exp((np.log(TARGET) - intercept) / slope)
    return {"factor": float(np.exp(intercept)), "exponent": float(-slope), "linesAtFivePercent": round(float(reached))}


if __name__ == "__main__":
    main()
