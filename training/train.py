"""Fine-tunes the encoder on the corpus: intents, sentiment and the embedding of the teacher, in one pass.

    python training/train.py --work training/.work --data ../shared/data --device cpu
"""

import argparse
import json
import math
import random
import time
from pathlib import Path

import numpy as np
import torch
from text_model.augment import vary
from text_model.e5_weights import read_e5
from text_model.encoder import MAX_TOKENS, SENTIMENTS, TextModel
from text_model.rows import (
    OPEN_EACH,
    SEED,
    Row,
    held_out,
    mark_calm,
    read_dev,
    read_held_out,
    read_held_out_reviews,
    read_intent_corpus,
    read_open_intents,
    read_open_reviews,
    read_sentiment_corpus,
    sample,
)
from text_model.shipped import read_shipped
from tokenizers import Tokenizer
from torch.nn import functional

CORPUS = Path(__file__).parent / "corpus"


def main() -> None:
    options = parse().parse_args()
    torch.set_num_threads(options.threads)
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    tokenizer = Tokenizer.from_file(str(options.work / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_TOKENS)
    intents = json.loads((options.work / "intents.json").read_text())
    rows = training_rows(options)
    validation = [row for row in rows if row.source == "corpus" and held_out(row, options.validation)]
    rows = [row for row in rows if row.source != "corpus" or not held_out(row, options.validation)]
    teacher = read_teacher(options.work)
    model = TextModel(tokenizer.get_vocab_size(), len(intents), depth=len(options.layers))
    if options.start:
        model.load_state_dict(read_weights(options.start))
    else:
        model.load_e5(
            read_e5(options.work / "e5-small-q4.bin"),
            json.loads((options.work / "kept.json").read_text()),
            options.layers,
        )
    model.to(options.device)
    print(f"{len(rows)} rows to train on, {len(validation)} held out, vocabulary {tokenizer.get_vocab_size()}")
    sets = {"validation": validation, "held out": read_held_out(CORPUS) + read_held_out_reviews(CORPUS)}
    if (options.data / "intents" / "shop_dev.jsonl").exists():
        sets["development"] = read_dev(options.data)
    fit(model, tokenizer, intents, rows, sets, teacher, options)


def parse() -> argparse.ArgumentParser:
    """The options that every training shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path(__file__).parent / ".work")
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / ".work" / "model.pt")
    parser.add_argument("--start", type=Path, help="weights to go on from, instead of e5's: .pt, or the .onnx that ships")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument(
        "--precision",
        choices=["fp32", "bf16"],
        default="bf16" if has_fast_bf16() else "fp32",
        help="of products of matrices in training; weights stay fp32. bf16 is four times as fast where a CPU has its products",
    )
    parser.add_argument("--layers", type=lambda s: [int(n) for n in s.split(",")], default=[0, 1, 2, 3, 4, 5])
    parser.add_argument("--epochs", type=float, default=4)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--decay", type=float, default=0.9, help="learning rate of a layer over the one above")
    parser.add_argument("--smoothing", type=float, default=0.05)
    parser.add_argument("--open-each", type=int, default=OPEN_EACH, help="lines an intent from Bitext")
    parser.add_argument("--reviews", type=int, default=700, help="openly licensed reviews a label and epoch")
    parser.add_argument("--share", type=float, default=1.0, help="share of the corpus to use, for the learning curve")
    parser.add_argument("--validation", type=int, default=5, help="percent of the corpus held out")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--longest", type=int, default=64, help="tokens of a long training text that one step sees")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    return parser


def has_fast_bf16() -> bool:
    able = torch.cpu.get_capabilities()
    return torch.cuda.is_available() or able.get("amx_bf16", False) or able.get("avx512_bf16", False)


def read_weights(file: Path) -> dict[str, torch.Tensor]:
    return read_shipped(file) if file.suffix == ".onnx" else torch.load(file, map_location="cpu")


def training_rows(options: argparse.Namespace) -> list[Row]:
    corpus = read_intent_corpus(CORPUS / "intents")
    if options.share < 1:
        corpus = [row for row in corpus if held_out(row, options.validation) or random.random() < options.share]
    rows = mark_calm(corpus, options.seed) + read_sentiment_corpus(CORPUS / "sentiment")
    if options.data.exists():
        rows += read_open_intents(options.data, options.open_each, options.seed)
        reviews = read_open_reviews(options.data)
        for label in SENTIMENTS:
            rows += sample([row for row in reviews if row.sentiment == label], options.reviews, options.seed)
    return rows


def read_teacher(work: Path) -> dict[str, np.ndarray]:
    """Embeddings of the Universal Sentence Encoder by text, where data.py has stored them."""
    file = work / "teacher.npz"
    if not file.exists():
        return {}
    stored = np.load(file, allow_pickle=True)
    return dict(zip(stored["texts"], stored["vectors"], strict=True))


def fit(model, tokenizer, intents, rows, sets, teacher, options) -> None:
    steps = math.ceil(len(rows) / options.batch * options.epochs)
    optimizers = [
        torch.optim.AdamW(parameter_groups(model, options), weight_decay=0.01, betas=(0.9, 0.98), eps=1e-6, fused=True),
        torch.optim.SparseAdam([model.word.weight], lr=lowest_rate(model, options), betas=(0.9, 0.98), eps=1e-6),
    ]
    dense = [parameter for group in optimizers[0].param_groups for parameter in group["params"]]
    warm = max(1, int(0.1 * steps))

    def rate_at(step: int) -> float:
        return min((step + 1) / warm, max(0.02, (steps - step) / max(1, steps - warm)))

    schedules = [torch.optim.lr_scheduler.LambdaLR(optimizer, rate_at) for optimizer in optimizers]
    index = {name: i for i, name in enumerate(intents)}
    began, done, losses = time.time(), 0, []
    dice = random.Random(options.seed)
    while done < steps:
        for batch in batches(rows, options.batch, dice):
            if done >= steps:
                break
            model.train()
            loss = loss_of(model, tokenizer, index, batch, teacher, dice, options)
            model.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(dense, 1.0)
            for optimizer, schedule in zip(optimizers, schedules, strict=True):
                optimizer.step()
                schedule.step()
            losses.append(loss.item())
            done += 1
            if done % 200 == 0:
                speed = done * options.batch / (time.time() - began)
                print(f"step {done}/{steps} loss {np.mean(losses[-200:]):.3f} {speed:.0f} rows/s", flush=True)
        report(model, tokenizer, intents, sets, options)
        torch.save(model.state_dict(), options.out)


def parameter_groups(model: TextModel, options: argparse.Namespace) -> list[dict]:
    """Layer-wise decay of the learning rate (Howard and Ruder 2018); the heads learn fastest."""
    depth = len(model.layers)
    groups = [
        {"params": layer.parameters(), "lr": options.rate * options.decay ** (depth - i)}
        for i, layer in enumerate(model.layers)
    ]
    lowest = [*model.position.parameters(), *model.norm.parameters()]
    groups.append({"params": lowest, "lr": lowest_rate(model, options)})
    heads = [*model.intent.parameters(), *model.sentiment.parameters(), *model.embedding.parameters()]
    groups.append({"params": heads, "lr": 5 * options.rate})
    return groups


def lowest_rate(model: TextModel, options: argparse.Namespace) -> float:
    return options.rate * options.decay ** (len(model.layers) + 1)


def batches(rows: list[Row], size: int, dice: random.Random) -> list[list[Row]]:
    """Shuffled, then sorted by length within pools of 50 batches, so that little is padded."""
    order = list(rows)
    dice.shuffle(order)
    width = {"zh": 1.0, "en": 0.3, "es": 0.3}
    chunks = []
    for start in range(0, len(order), 50 * size):
        pool = sorted(order[start : start + 50 * size], key=lambda row: len(row.text) * width[row.lang])
        chunks += [pool[at : at + size] for at in range(0, len(pool), size)]
    dice.shuffle(chunks)
    return chunks


def loss_of(model, tokenizer, index, batch, teacher, dice, options):
    texts = [vary(row.text, row.lang, row.intent, dice) for row in batch]
    ids, mask = encode(tokenizer, texts, options.device, options.longest)
    with torch.autocast(ids.device.type, torch.bfloat16, enabled=options.precision == "bf16"):
        intent, sentiment, embedding = (output.float() for output in model(ids, mask))
    loss = labels_loss(intent, sentiment, batch, index, options.smoothing)
    known = [i for i, row in enumerate(batch) if row.text in teacher]
    if known:
        wanted = torch.from_numpy(np.stack([teacher[batch[i].text] for i in known]).astype(np.float32))
        near = (embedding[known] * wanted.to(options.device)).sum(-1)
        loss = loss + len(known) / len(batch) * (1 - near).mean()
    return loss


def labels_loss(
    intent: torch.Tensor, sentiment: torch.Tensor, batch: list[Row], index: dict[str, int], smoothing: float
) -> torch.Tensor:
    """Cross entropy of intents and sentiments over the rows of the batch that have the one or the other."""
    loss = torch.zeros((), device=intent.device)
    for logits, labels in (
        (intent, [index[row.intent] if row.intent else -100 for row in batch]),
        (sentiment, [SENTIMENTS.index(row.sentiment) if row.sentiment else -100 for row in batch]),
    ):
        wanted = torch.tensor(labels, device=intent.device)
        if (wanted >= 0).any():
            share = (wanted >= 0).float().mean()
            loss = loss + share * functional.cross_entropy(logits, wanted, label_smoothing=smoothing)
    return loss


def encode(
    tokenizer: Tokenizer, texts: list[str], device: str, longest: int = MAX_TOKENS
) -> tuple[torch.Tensor, torch.Tensor]:
    """Padded ids and mask; of a text longer than `longest` tokens a random stretch is kept (training only)."""
    sequences = [crop(encoding.ids, longest) for encoding in tokenizer.encode_batch(texts)]
    length = max(map(len, sequences))
    ids = torch.full((len(texts), length), 1)
    mask = torch.zeros((len(texts), length), dtype=torch.long)
    for i, sequence in enumerate(sequences):
        ids[i, : len(sequence)] = torch.tensor(sequence)
        mask[i, : len(sequence)] = 1
    return ids.to(device), mask.to(device)


def crop(ids: list[int], longest: int) -> list[int]:
    if len(ids) <= longest:
        return ids
    start = random.randrange(1, len(ids) - longest + 2)
    return [ids[0], *ids[start : start + longest - 2], ids[-1]]


@torch.no_grad()
def predict(model, tokenizer, rows: list[Row], device: str) -> tuple[np.ndarray, np.ndarray]:
    """Intent and sentiment logits of the rows, in their order."""
    model.eval()
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].text))
    intents, feelings = [None] * len(rows), [None] * len(rows)
    for start in range(0, len(order), 64):
        part = order[start : start + 64]
        intent, sentiment, _ = model(*encode(tokenizer, [rows[i].text for i in part], device))
        for at, i in enumerate(part):
            intents[i], feelings[i] = intent[at].cpu().numpy(), sentiment[at].cpu().numpy()
    return np.stack(intents), np.stack(feelings)


def report(model, tokenizer, intents, sets, options) -> None:
    for name, rows in sets.items():
        logits, feelings = predict(model, tokenizer, rows, options.device)
        guesses = [intents[i] for i in logits.argmax(-1)]
        slices: dict[str, list[bool]] = {}
        for row, guess, feeling in zip(rows, guesses, feelings.argmax(-1), strict=True):
            if row.intent:
                slices.setdefault(row.group, []).append(row.intent == guess)
            if row.sentiment:
                slices.setdefault(f"{row.lang} feeling", []).append(row.sentiment == SENTIMENTS[feeling])
        print(name, {key: f"{np.mean(hits):.3f} of {len(hits)}" for key, hits in sorted(slices.items())}, flush=True)


if __name__ == "__main__":
    main()
