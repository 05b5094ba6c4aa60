"""Measures the exported model as it ships (ONNX, int8): intents, calibration, refusal, sentiment.

    python training/evaluate.py --work training/.work --data ../shared/data [--write]

`--write` fits the temperatures on the held-out lines and writes card.json and metrics.json beside the model.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np
import onnxruntime
from text_model.encoder import MAX_TOKENS, SENTIMENTS
from text_model.metrics import calibration_error, fit_temperature, softmax
from text_model.reviews import clear_reviews
from text_model.rows import OUT_OF_SCOPE, Row, read_dev, read_held_out, sample
from tokenizers import Tokenizer

ROOT = Path(__file__).parents[1]
CORPUS = Path(__file__).parent / "corpus"
LANGUAGES = ("zh", "en", "es")


class Model:
    """The shipped files, run by onnxruntime on texts in their order."""

    def __init__(self, folder: Path, file: str = "onnx/model_quantized.onnx"):
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_truncation(MAX_TOKENS)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(folder / file), options)
        labels = json.loads((folder / "config.json").read_text())["id2label"]
        self.intents = [labels[str(i)] for i in range(len(labels))]

    def run(self, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
        """Intent logits (n, intents) and sentiment logits (n, 3). One by one, as the product reads."""
        intents = np.zeros((len(texts), len(self.intents)), np.float32)
        feelings = np.zeros((len(texts), len(SENTIMENTS)), np.float32)
        for i, text in enumerate(texts):
            ids = np.array([self.tokenizer.encode(text).ids], np.int64)
            inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
            intents[i : i + 1], feelings[i : i + 1], _ = self.session.run(None, inputs)
        return intents, feelings


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path(__file__).parent / ".work")
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data")
    parser.add_argument("--model", type=Path, default=ROOT / "public" / "models" / "zhanggui-text")
    parser.add_argument("--version", default="1.0.0")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    model = Model(options.model)
    held_out = read_held_out(CORPUS)
    logits, _ = model.run([row.text for row in held_out])
    temperatures = fit_temperatures(model, held_out, logits)
    sets = {"held out": (held_out, logits)}
    if (options.data / "intents" / "shop_dev.jsonl").exists():
        development = read_dev(options.data)
        sets["development"] = (development, model.run([row.text for row in development])[0])
    for name, (rows, values) in sets.items():
        print_intents(name, model, rows, values, temperatures)
    measure_sentiment(model, options.data)
    if options.write:
        write_card(options, model, temperatures)
        write_metrics(options, model, held_out, logits, temperatures)


def fit_temperatures(model: Model, rows: list[Row], logits: np.ndarray) -> dict[str, float]:
    labels = np.array([model.intents.index(row.intent) for row in rows])
    temperatures = {}
    for lang in LANGUAGES:
        own = [i for i, row in enumerate(rows) if row.lang == lang]
        temperatures[lang] = round(fit_temperature(logits[own], labels[own]), 3)
    return temperatures | {"other": round(max(temperatures.values()), 3)}


def print_intents(name: str, model: Model, rows: list[Row], logits: np.ndarray, temperatures: dict) -> None:
    groups: dict[str, list[int]] = {}
    for i, row in enumerate(rows):
        groups.setdefault(row.group, []).append(i)
    groups["all"] = list(range(len(rows)))
    print(f"\n{name}: accuracy, calibration error, out-of-scope recall, in-scope refused")
    for group, own in groups.items():
        figures = intent_figures(model, [rows[i] for i in own], logits[own], temperatures)
        print(f"  {group:5} {len(own):5}  " + "  ".join(f"{key} {value:.3f}" for key, value in figures.items()))
    guesses = [model.intents[i] for i in logits.argmax(-1)]
    wrong = Counter((row.intent, guess) for row, guess in zip(rows, guesses, strict=True) if row.intent != guess)
    print("  " + ", ".join(f"{label} → {guess} {count}" for (label, guess), count in wrong.most_common(12)))


def intent_figures(model: Model, rows: list[Row], logits: np.ndarray, temperatures: dict) -> dict[str, float]:
    probabilities = np.stack(
        [softmax(values[None], temperatures[row.lang])[0] for row, values in zip(rows, logits, strict=True)]
    )
    guesses = [model.intents[i] for i in probabilities.argmax(-1)]
    right = np.array([row.intent == guess for row, guess in zip(rows, guesses, strict=True)])
    outside = np.array([row.intent == OUT_OF_SCOPE for row in rows])
    refused = np.array([guess == OUT_OF_SCOPE for guess in guesses])
    return {
        "accuracy": float(right.mean()),
        "calibrationError": calibration_error(probabilities.max(-1), right),
        "outOfScopeRecall": float(refused[outside].mean()) if outside.any() else float("nan"),
        "inScopeRefused": float(refused[~outside].mean()) if (~outside).any() else float("nan"),
    }


def measure_sentiment(model: Model, data: Path) -> None:
    """The larger of positive and negative decides, on clear reviews."""
    if not (data / "reviews").exists():
        print("\nno reviews found; sentiment was not measured")
        return
    print("\nsentiment on clear reviews")
    for name, reviews in clear_reviews(data).items():
        chosen = sample(reviews, 2000, 3)
        _, feelings = model.run([row.text for row in chosen])
        positive = feelings[:, 2] > feelings[:, 0]
        wanted = np.array([row.sentiment == "positive" for row in chosen])
        print(
            f"  {name:28} {len(chosen):5}  accuracy {(positive == wanted).mean():.3f}"
            f"  of the positive {positive[wanted].mean():.3f}  of the negative {(~positive[~wanted]).mean():.3f}"
        )


def write_card(options: argparse.Namespace, model: Model, temperatures: dict) -> None:
    card = {
        "id": "zhanggui-text",
        "version": options.version,
        "intents": model.intents,
        "temperatures": temperatures,
        "sentimentTemperature": 1,
        "lowConfidence": 0.5,
    }
    write_json(options.model / "card.json", card)


def write_metrics(options, model: Model, rows: list[Row], logits: np.ndarray, temperatures: dict) -> None:
    """What the Understanding page shows of the shipped model, on the held-out lines."""
    guesses = [model.intents[i] for i in logits.argmax(-1)]
    confidences = [float(softmax(v[None], temperatures[r.lang])[0].max()) for r, v in zip(rows, logits, strict=True)]
    right = np.array([row.intent == guess for row, guess in zip(rows, guesses, strict=True)])
    languages, calibration = {}, []
    for lang in LANGUAGES:
        own = [i for i, row in enumerate(rows) if row.lang == lang]
        figures = intent_figures(model, [rows[i] for i in own], logits[own], temperatures)
        scores = intent_scores(model, [rows[i] for i in own], [guesses[i] for i in own])
        languages[lang] = {
            "lines": len(own),
            "macroF1": float(np.mean([score["f1"] for score in scores])),
        } | figures
        for bin in range(10):
            inside = [i for i in own if min(9, int(confidences[i] * 10)) == bin]
            if inside:
                mean = float(np.mean([confidences[i] for i in inside]))
                share = float(right[inside].mean())
                calibration.append({"lang": lang, "confidence": mean, "accuracy": share, "count": len(inside)})
    confusion = Counter((row.lang, row.intent, guess) for row, guess in zip(rows, guesses, strict=True))
    metrics = {
        "version": options.version,
        "set": "held-out",
        "lines": len(rows),
        "languages": languages,
        "intents": intent_scores(model, rows, guesses),
        "confusion": [
            {"lang": lang, "label": label, "guess": guess, "count": count}
            for (lang, label, guess), count in sorted(confusion.items())
        ],
        "calibration": calibration,
    }
    write_json(options.model / "metrics.json", rounded(metrics))


def intent_scores(model: Model, rows: list[Row], guesses: list[str]) -> list[dict]:
    labels = Counter(row.intent for row in rows)
    called = Counter(guesses)
    hits = Counter(row.intent for row, guess in zip(rows, guesses, strict=True) if row.intent == guess)
    scores = []
    for intent in model.intents:
        precision = hits[intent] / called[intent] if called[intent] else 0.0
        recall = hits[intent] / labels[intent] if labels[intent] else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        scores.append({"id": intent, "lines": labels[intent], "precision": precision, "recall": recall, "f1": f1})
    return scores


def rounded(value):
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: rounded(inner) for key, inner in value.items()}
    return [rounded(inner) for inner in value] if isinstance(value, list) else value


def write_json(file: Path, value: object) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
