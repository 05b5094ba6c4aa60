"""Trains the wide path beside a finished encoder and adds it with the weight that serves the held-out lines best.

    python training/widen.py --work training/.work --start training/.work/model.pt --out training/.work/model-wide.pt
"""

import json
import random

import numpy as np
import torch
from text_model.encoder import MAX_TOKENS, SENTIMENTS
from text_model.metrics import softmax
from text_model.rows import Row, held_out, read_held_out, read_held_out_reviews
from text_model.wide import Wide
from tokenizers import Tokenizer
from train import CORPUS, encode, labels_loss, parse, predict, training_rows

from export import load_model

ROUNDS = 12
BATCH = 128
RATE = 0.03
WEIGHTS = [0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1.3]


def main() -> None:
    options = parse().parse_args()
    torch.set_num_threads(options.threads)
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    tokenizer = Tokenizer.from_file(str(options.work / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_TOKENS)
    intents = json.loads((options.work / "intents.json").read_text())
    rows = [row for row in training_rows(options) if not held_out(row, options.validation)]
    wide = Wide(tokenizer.get_vocab_size(), len(intents), len(SENTIMENTS))
    fit_wide(wide, tokenizer, intents, rows, options)
    deep = load_model(options.start, tokenizer.get_vocab_size(), len(intents))
    weights = choose_weights(deep, wide, tokenizer, intents)
    state = deep.state_dict()
    state |= {f"wide.{name}": weights * values for name, values in wide.state_dict().items()}
    torch.save(state, options.out)


def fit_wide(wide: Wide, tokenizer, intents: list[str], rows: list[Row], options) -> None:
    """Multinomial logistic regression by Adam; whole pieces are dropped, so that no wording rests on one of them."""
    index = {name: i for i, name in enumerate(intents)}
    tables = torch.optim.SparseAdam([wide.pieces.weight, wide.pairs.weight], lr=RATE)
    bias = torch.optim.Adam([wide.bias], lr=RATE / 10)
    steps = ROUNDS * (len(rows) // BATCH + 1)
    done = 0
    for turn in range(ROUNDS):
        random.shuffle(rows)
        losses = []
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            ids, mask = encode(tokenizer, [row.text for row in batch], "cpu", options.longest)
            kept = mask * (torch.rand(mask.shape) > 0.1)
            kept[:, 0] = 1
            intent, sentiment = wide(ids, kept)
            loss = labels_loss(intent, sentiment, batch, index, options.smoothing)
            for optimizer in (tables, bias):
                optimizer.zero_grad()
                optimizer.param_groups[0]["lr"] *= max(0.02, 1 - done / steps) / max(0.02, 1 - (done - 1) / steps)
            loss.backward()
            tables.step()
            bias.step()
            done += 1
            losses.append(loss.item())
        print(f"round {turn + 1}/{ROUNDS} loss {np.mean(losses):.3f}", flush=True)


@torch.no_grad()
def choose_weights(deep, wide: Wide, tokenizer, intents: list[str]) -> torch.Tensor:
    """A weight each output: for intents and for sentiments that of the least log loss on lines that trained neither
    path."""
    lines = read_held_out(CORPUS)
    labels = np.array([intents.index(row.intent) for row in lines])
    print("intents")
    intent_weight = least_loss(predict(deep, tokenizer, lines, "cpu")[0], run(wide, tokenizer, lines)[0], labels)
    reviews = read_held_out_reviews(CORPUS)
    labels = np.array([SENTIMENTS.index(row.sentiment) for row in reviews])
    print("sentiment")
    feeling_weight = least_loss(predict(deep, tokenizer, reviews, "cpu")[1], run(wide, tokenizer, reviews)[1], labels)
    return torch.tensor([intent_weight] * len(intents) + [feeling_weight] * len(SENTIMENTS))


def run(wide: Wide, tokenizer, lines: list[Row]) -> tuple[np.ndarray, np.ndarray]:
    parts = [
        wide.eval()(*encode(tokenizer, [row.text for row in lines[start : start + 64]], "cpu"))
        for start in range(0, len(lines), 64)
    ]
    intents, sentiments = zip(*parts, strict=True)
    return torch.cat(intents).numpy(), torch.cat(sentiments).numpy()


def least_loss(deep: np.ndarray, wide: np.ndarray, labels: np.ndarray) -> float:
    losses = {}
    for weight in WEIGHTS:
        logits = deep + weight * wide
        odds = softmax(logits)[np.arange(len(labels)), labels]
        losses[weight] = float(-np.log(odds + 1e-12).mean())
        right = (logits.argmax(-1) == labels).mean()
        print(f"  weight {weight:.1f}: log loss {losses[weight]:.3f}, accuracy {right:.3f}")
    print(f"  the wide path alone: accuracy {(wide.argmax(-1) == labels).mean():.3f}")
    return min(losses, key=losses.__getitem__)


if __name__ == "__main__":
    main()
