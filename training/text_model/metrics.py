"""Accuracy, calibration and refusal of a classifier's answers."""

import numpy as np


def softmax(logits: np.ndarray, temperature: float = 1.0) -> np.ndarray:
    scaled = logits / temperature
    scaled -= scaled.max(-1, keepdims=True)
    odds = np.exp(scaled)
    return odds / odds.sum(-1, keepdims=True)


def calibration_error(confidence: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error over equal-width bins (Naeini et al. 2015), 0-1."""
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    error = 0.0
    for bin in range(bins):
        inside = place == bin
        if inside.any():
            error += inside.mean() * abs(confidence[inside].mean() - right[inside].mean())
    return float(error)


def fit_temperature(logits: np.ndarray, labels: np.ndarray) -> float:
    """The temperature that maximises the likelihood of the labels (Guo et al. 2017), by golden section."""

    def loss(temperature: float) -> float:
        probabilities = softmax(logits, temperature)
        return float(-np.log(probabilities[np.arange(len(labels)), labels] + 1e-12).mean())

    low, high, ratio = 0.2, 5.0, (5**0.5 - 1) / 2
    for _ in range(60):
        a, b = high - ratio * (high - low), low + ratio * (high - low)
        low, high = (low, b) if loss(a) < loss(b) else (a, high)
    return (low + high) / 2
