"""Reference for the explanation of texts: the package shap, and scikit-learn's ridge regression for LIME.

    pip install shap==0.51.0 scikit-learn==1.9.1
    python bench/peers/explain_text.py && npx biome format --write bench/peers/explain_text.json

A game is value(mask) = 1 / (1 + exp(-(bias + sum of unit terms + sum of pair terms over the units that stay))).
"""

import itertools
import json
from pathlib import Path

import numpy as np
import shap
from sklearn.linear_model import Ridge


def main() -> None:
    random = np.random.default_rng(20431)
    games = [explain(make_game(random, units)) for units in (3, 7, 10, 12)]
    masks = np.array(list(itertools.product([0, 1], repeat=5)))
    values = np.round(random.uniform(size=len(masks)), 3)
    importance = np.round(random.uniform(0.1, 1, len(masks)), 3)
    ridge = Ridge(alpha=0.01 * importance.sum(), solver="cholesky").fit(masks, values, sample_weight=importance)
    fixture = {
        "games": games,
        "ridge": {
            "masks": masks.tolist(),
            "values": values.tolist(),
            "importance": importance.tolist(),
            "penaltyShare": 0.01,
            "weights": ridge.coef_.tolist(),
            "intercept": float(ridge.intercept_),
        },
    }
    Path(__file__).with_suffix(".json").write_text(json.dumps(fixture, indent=2))


def make_game(random, units):
    pairs = [(a, b, round(random.uniform(-1.5, 1.5), 3)) for a in range(units) for b in range(a) if random.random() < 0.4]
    return {"bias": -1.0, "terms": np.round(random.uniform(-1.5, 1.5, units), 3).tolist(), "pairs": pairs}


def explain(game):
    units = len(game["terms"])

    def value(masks):
        total = game["bias"] + masks @ np.array(game["terms"])
        for a, b, weight in game["pairs"]:
            total = total + weight * masks[:, a] * masks[:, b]
        return 1 / (1 + np.exp(-total))

    explainer = shap.KernelExplainer(value, np.zeros((1, units)))
    # With room for every subset the package enumerates them all; no unit is dropped.
    weights = explainer.shap_values(np.ones((1, units)), nsamples=2**units, l1_reg=False, silent=True)[0]
    return {**game, "weights": weights.tolist(), "baseValue": float(explainer.expected_value)}


if __name__ == "__main__":
    main()
