"""Yardsticks that never ship: the same encoder fine-tuned on a public set and measured on the set's own test lines.

    python training/public_sets.py banking77|clinc150|reviews --work training/.work --start training/.work/model.pt

Prints the figures, and keeps them in bench/understanding/public-sets.json, which `npm run bench` shows beside the model.
"""

import json
import random
from pathlib import Path

import numpy as np
import torch
from text_model.encoder import MAX_TOKENS, SENTIMENTS, TextModel
from text_model.reviews import clear_reviews
from text_model.rows import OUT_OF_SCOPE, Row, held_out, read_csv, sample
from tokenizers import Tokenizer
from train import fit, parse, predict, read_weights

FIGURES = Path(__file__).parents[1] / "bench" / "understanding" / "public-sets.json"
REVIEWS_EACH = 3000


def main() -> None:
    parser = parse()
    parser.add_argument("set", choices=["banking77", "clinc150", "reviews"])
    options = parser.parse_args()
    options.out = options.work / f"{options.set}.pt"
    torch.set_num_threads(options.threads)
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    tokenizer = Tokenizer.from_file(str(options.work / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_TOKENS)
    rows, test = {"banking77": banking77, "clinc150": clinc150, "reviews": reviews}[options.set](options.data)
    intents = sorted({row.intent for row in rows if row.intent}) or [OUT_OF_SCOPE]
    model = start_from(options, tokenizer.get_vocab_size(), len(intents))
    fit(model, tokenizer, intents, rows, {"test": test}, {}, options)
    figures = json.loads(FIGURES.read_text()) if FIGURES.exists() else {}
    figures |= measure(model, tokenizer, intents, test, options)
    FIGURES.write_text(json.dumps(figures, indent=2) + "\n")
    print(json.dumps(figures, indent=2))


def start_from(options, vocabulary: int, intents: int) -> TextModel:
    """The shipped encoder's weights, but for the head of intents, which is new."""
    state = {name: values for name, values in read_weights(options.start).items() if not name.startswith("intent.")}
    depth = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
    model = TextModel(vocabulary, intents, depth=depth)
    model.load_state_dict(state, strict=False)
    return model.to(options.device)


def banking77(data: Path) -> tuple[list[Row], list[Row]]:
    def read(name: str) -> list[Row]:
        rows = read_csv(data / "intents" / f"en_banking77_{name}.csv.gz")
        return [Row(row["text"], "en", row["category"], None, "banking77") for row in rows]

    return read("train"), read("test_public_half")


def clinc150(data: Path) -> tuple[list[Row], list[Row]]:
    """Train and validation against the public half of the test lines, in scope only."""

    def read(name: str) -> list[Row]:
        rows = read_csv(data / "intents" / f"en_clinc150_{name}.csv.gz")
        return [Row(row["text"], "en", row["intent"], None, "clinc150") for row in rows if row["intent"] != "oos"]

    return read("train_val_oos"), read("test_public_half")


def reviews(data: Path) -> tuple[list[Row], list[Row]]:
    """A tenth of each set, by the text's hash, is measured on; of the rest at most 4,000 train."""
    train, test = [], []
    for rows in clear_reviews(data, with_trained=True).values():
        train += sample([row for row in rows if not held_out(row, 10)], REVIEWS_EACH, 1)
        test += sample([row for row in rows if held_out(row, 10)], 1000, 1)
    return train, test


def measure(model, tokenizer, intents, test: list[Row], options) -> dict[str, float]:
    logits, feelings = predict(model, tokenizer, test, options.device)
    groups: dict[str, list[bool]] = {}
    for row, intent, feeling in zip(test, logits.argmax(-1), feelings, strict=True):
        if row.sentiment:
            right = (feeling[2] > feeling[0]) == (row.sentiment == SENTIMENTS[2])
        else:
            right = intents[intent] == row.intent
        groups.setdefault(row.source, []).append(bool(right))
    return {name: round(float(np.mean(hits)), 4) for name, hits in groups.items()}


if __name__ == "__main__":
    main()
