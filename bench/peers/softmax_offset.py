"""Reference for the training of intent heads: scikit-learn, and SciPy where there are offsets.

    pip install scikit-learn==1.9.1 scipy==1.17.1
    python bench/peers/softmax_offset.py && npx biome format --write bench/peers/softmax_offset.json
"""

import json
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.special import log_softmax
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

EXAMPLES, DIMENSIONS, CLASSES, PENALTY = 45, 5, 3, 0.5


def main() -> None:
    random = np.random.default_rng(20431)
    labels = np.arange(EXAMPLES) % CLASSES
    centers = random.normal(size=(CLASSES, DIMENSIONS))
    inputs = centers[labels] + random.normal(size=(EXAMPLES, DIMENSIONS))
    inputs = (inputs / np.linalg.norm(inputs, axis=1, keepdims=True)).astype(np.float32).astype(float)
    logits = random.normal(size=(EXAMPLES, CLASSES)).astype(np.float32).astype(float)
    importance = np.round(random.uniform(0.5, 2, EXAMPLES), 2)

    plain = LogisticRegression(C=1 / PENALTY, tol=1e-10, max_iter=10_000)
    plain.fit(inputs, labels, sample_weight=importance)
    fixture = {
        "penalty": PENALTY,
        "inputs": inputs.tolist(),
        "logits": logits.tolist(),
        "labels": labels.tolist(),
        "importance": importance.tolist(),
        "plain": {
            "weights": (plain.coef_ - plain.coef_.mean(0)).tolist(),
            "bias": (plain.intercept_ - plain.intercept_.mean()).tolist(),
            "logLoss": log_loss(labels, plain.predict_proba(inputs)),
        },
        "offset": fit_with_offsets(inputs, log_softmax(logits, axis=1), labels, importance),
    }
    Path(__file__).with_suffix(".json").write_text(json.dumps(fixture, indent=2))


def fit_with_offsets(inputs, offsets, labels, importance):
    one_hot = np.eye(CLASSES)[labels]

    def loss(packed):
        weights, bias = np.split(packed, [CLASSES * DIMENSIONS])
        weights = weights.reshape(CLASSES, DIMENSIONS)
        scores = log_softmax(offsets + inputs @ weights.T + bias, axis=1)
        errors = importance[:, None] * (np.exp(scores) - one_hot)
        value = -np.sum(importance[:, None] * one_hot * scores) + PENALTY / 2 * (np.sum(weights**2) + np.sum(bias**2))
        gradient = np.concatenate([(errors.T @ inputs + PENALTY * weights).ravel(), errors.sum(0) + PENALTY * bias])
        return value, gradient

    start = np.zeros(CLASSES * (DIMENSIONS + 1))
    found = minimize(loss, start, jac=True, method="BFGS", options={"gtol": 1e-9, "maxiter": 10_000})
    weights, bias = np.split(found.x, [CLASSES * DIMENSIONS])
    return {"weights": weights.reshape(CLASSES, DIMENSIONS).tolist(), "bias": bias.tolist(), "loss": found.fun}


if __name__ == "__main__":
    main()
