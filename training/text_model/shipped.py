"""Reads the exported int8 model back into the encoder's weights, to go on training from what ships."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

# The linear layers of one encoder layer, in the order of the graph.
LINEAR = (
    "attention.query",
    "attention.key",
    "attention.value",
    "attention.output",
    "feed_forward.inner",
    "feed_forward.output",
)
SUFFIX = "_quantized"


def read_shipped(file: Path) -> dict[str, torch.Tensor]:
    """The state of `TextModel` in float32, rounded to the steps of int8; the wide path is left out, as it is trained
    anew beside every encoder."""
    constants = {constant.name: numpy_helper.to_array(constant) for constant in onnx.load(file).graph.initializer}
    state = {
        name: values
        for name, values in constants.items()
        if name.startswith(("position.", "norm.", "layers.", "intent.bias", "sentiment.bias", "embedding.bias"))
    }
    state["word.weight"] = constants["word.weight.rows"] * constants["word.weight.scales"]
    anonymous = iter([name for name in constants if name.startswith("val_") and name.endswith(SUFFIX)])
    for layer in range(1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))):
        for part in LINEAR:
            state[f"layers.{layer}.{part}.weight"] = _linear(constants, next(anonymous))
    for head in ("intent", "sentiment", "embedding"):
        state[f"{head}.weight"] = _linear(constants, f"{head}.weight_Transposed{SUFFIX}")
    return {name: torch.tensor(values, dtype=torch.float32) for name, values in state.items()}


def _linear(constants: dict[str, np.ndarray], name: str) -> np.ndarray:
    """Weights (out, in) of a product that is stored as (in, out) with a scale each output."""
    stem = name.removesuffix(SUFFIX)
    steps = constants[name].astype(np.float32) - constants[f"{stem}_zero_point"].astype(np.float32)
    return (steps * constants[f"{stem}_scale"]).T
