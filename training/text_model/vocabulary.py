"""Cuts e5's 250,002 SentencePiece pieces down to those that Chinese, English and Spanish text uses.

Kept are: the special tokens, every piece of one character in ASCII, Latin-1, CJK punctuation or Han, every piece
that the commonest words of the three languages are cut into (wordfreq, Speer 2022), and every piece of the
training texts. What is left out falls back to smaller pieces, in the last resort to <unk>.
"""

import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from tokenizers import Tokenizer, normalizers, processors

SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]
COMMON_WORDS = 60_000


def cut_tokenizer(source: Path, texts: Iterable[str]) -> tuple[dict, list[int]]:
    """The new tokenizer.json as a dictionary, and for each new id the id in e5's table."""
    original = json.loads(source.read_text(encoding="utf-8"))
    normaliser = {"type": "Sequence", "normalizers": [original["normalizer"], *_folding()]}
    full = Tokenizer.from_str(json.dumps({**original, "normalizer": normaliser}))
    used: set[int] = set()
    for batch in _batches([*common_words(), *texts], 4096):
        for encoding in full.encode_batch(batch, add_special_tokens=False):
            used.update(encoding.ids)
    pieces: list[tuple[str, float]] = original["model"]["vocab"]
    kept = [
        i
        for i, (piece, _) in enumerate(pieces)
        if i < len(SPECIAL) or i in used or _is_basic(piece.removeprefix("▁"))
    ]
    cut = {
        **original,
        "normalizer": normaliser,
        "added_tokens": [token for token in original["added_tokens"] if token["id"] < len(SPECIAL)],
        "model": {**original["model"], "vocab": [pieces[i] for i in kept], "unk_id": SPECIAL.index("<unk>")},
    }
    return cut, kept


def kept_pieces(source: Path, cut: Path) -> list[int]:
    """For each id of a tokenizer that was cut before, the id in e5's table."""
    vocabulary = json.loads(source.read_text(encoding="utf-8"))["model"]["vocab"]
    places = {piece: i for i, (piece, _) in enumerate(vocabulary)}
    return [places[piece] for piece, _ in json.loads(cut.read_text(encoding="utf-8"))["model"]["vocab"]]


def common_words() -> list[str]:
    from wordfreq import top_n_list

    return [word for lang in ("zh", "en", "es") for word in top_n_list(lang, COMMON_WORDS)]


def _folding() -> list[dict]:
    """Lower case, and long digit runs shortened: the number itself says nothing of the intent."""
    return [
        {"type": "Lowercase"},
        {"type": "Replace", "pattern": {"Regex": "[0-9]{5,}"}, "content": "00000"},
    ]


def _is_basic(piece: str) -> bool:
    if len(piece) != 1 or piece.isupper():
        return piece == ""
    return ord(piece) < 0x250 or unicodedata.name(piece, "").startswith(("CJK", "FULLWIDTH", "IDEOGRAPHIC"))


def _batches(items: list[str], size: int) -> Iterable[list[str]]:
    return (items[start : start + size] for start in range(0, len(items), size))
