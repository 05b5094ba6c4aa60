"""Prints as JSON how often TF-IDF of characters and words with a linear SVM, trained on the same corpus, is right.

    python training/yardstick.py [--data ../shared/data]
"""

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC
from text_model.rows import Row, read_dev, read_held_out, read_intent_corpus

CORPUS = Path(__file__).parent / "corpus"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data")
    options = parser.parse_args()
    sets = {"held out": read_held_out(CORPUS)}
    if (options.data / "intents" / "shop_dev.jsonl").exists():
        sets["development"] = read_dev(options.data)
    machine = train(read_intent_corpus(CORPUS / "intents"))
    print(json.dumps({name: accuracy_by_group(machine, rows) for name, rows in sets.items()}))


def train(rows: list[Row]):
    features = make_union(
        TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 5), sublinear_tf=True, min_df=2),
        TfidfVectorizer(analyzer="word", ngram_range=(1, 2), sublinear_tf=True),
    )
    machine = make_pipeline(features, LinearSVC(C=0.5))
    machine.fit([row.text for row in rows], [row.intent for row in rows])
    return machine


def accuracy_by_group(machine, rows: list[Row]) -> dict[str, float]:
    groups: dict[str, list[bool]] = {}
    for row, guess in zip(rows, machine.predict([row.text for row in rows]), strict=True):
        groups.setdefault(row.group, []).append(row.intent == guess)
    return {group: float(np.mean(hits)) for group, hits in groups.items()}


if __name__ == "__main__":
    main()
