"""Writes the trained model for transformers.js: ONNX in int8, tokenizer, configuration, checksums.

    python training/export.py --work training/.work --out public/models/zhanggui-text

The linear layers become integer products with weights in 7 bits a channel (8 bits would saturate the 16-bit sums of
processors without VNNI) and activations quantised as they come; the word table becomes int8 rows with a scale each.
"""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from text_model.encoder import MAX_TOKENS, TextModel
from text_model.rows import Row, read_intent_corpus, sample
from tokenizers import Tokenizer

CORPUS = Path(__file__).parent / "corpus"
LARGE_TABLE = 100_000
# Of each intent and language: about a thousand in all.
ANCHORS_EACH = 7
OUTPUTS = ["intent_logits", "sentiment_logits", "sentence_embedding"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path(__file__).parent / ".work")
    parser.add_argument("--weights", type=Path, default=Path(__file__).parent / ".work" / "model.pt")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "public" / "models" / "zhanggui-text")
    options = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(options.work / "tokenizer.json"))
    intents = json.loads((options.work / "intents.json").read_text())
    model = load_model(options.weights, tokenizer.get_vocab_size(), len(intents))
    (options.out / "onnx").mkdir(parents=True, exist_ok=True)
    plain = options.work / "model.onnx"
    export_plain(model, plain)
    quantized = options.out / "onnx" / "model_quantized.onnx"
    quantize(plain, quantized)
    shutil.copyfile(options.work / "tokenizer.json", options.out / "tokenizer.json")
    write_configuration(options.out, model, tokenizer.get_vocab_size(), intents)
    write_anchors(options.out)
    print(f"{plain.stat().st_size / 1e6:.1f} MB in float32, {quantized.stat().st_size / 1e6:.1f} MB in int8")


def load_model(weights: Path, vocabulary: int, intents: int) -> TextModel:
    state = torch.load(weights, map_location="cpu")
    depth = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
    model = TextModel(vocabulary, intents, depth=depth, is_wide="wide.bias" in state)
    model.load_state_dict(state)
    return model.eval()


def export_plain(model: TextModel, file: Path) -> None:
    ids = torch.tensor([[0, 5, 6, 7, 2], [0, 5, 2, 1, 1]])
    mask = torch.tensor([[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]])
    batch, length = torch.export.Dim("batch", min=1, max=512), torch.export.Dim("length", min=2, max=MAX_TOKENS)
    torch.onnx.export(
        model,
        (ids, mask),
        str(file),
        input_names=["input_ids", "attention_mask"],
        output_names=OUTPUTS,
        dynamic_shapes=({0: batch, 1: length}, {0: batch, 1: length}),
        opset_version=18,
        dynamo=True,
        external_data=False,
    )


def quantize(plain: Path, out: Path) -> None:
    quantize_dynamic(
        plain,
        out,
        op_types_to_quantize=["MatMul", "Gemm"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )
    graph = onnx.load(out)
    shrink_tables(graph.graph)
    onnx.save(graph, out)


def shrink_tables(graph: onnx.GraphProto) -> None:
    """Replaces every large float table that a Gather reads rows of by int8 rows and a scale each."""
    constants = {constant.name: constant for constant in graph.initializer}
    for gather in [node for node in graph.node if node.op_type == "Gather" and node.input[0] in constants]:
        constant = constants[gather.input[0]]
        if np.prod(constant.dims) >= LARGE_TABLE and constant.data_type == TensorProto.FLOAT:
            shrink_table(graph, gather, constant)


def shrink_table(graph: onnx.GraphProto, gather: onnx.NodeProto, constant: onnx.TensorProto) -> None:
    table = numpy_helper.to_array(constant)
    scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
    rows = np.clip(np.round(table / scale), -127, 127).astype(np.int8)
    name = constant.name
    graph.initializer.remove(constant)
    graph.initializer.extend(
        [
            numpy_helper.from_array(rows, f"{name}.rows"),
            numpy_helper.from_array(scale.astype(np.float32), f"{name}.scales"),
        ]
    )
    at = list(graph.node).index(gather)
    graph.node.remove(gather)
    ids = gather.input[1]
    for offset, node in enumerate(
        [
            helper.make_node("Gather", [f"{name}.rows", ids], [f"{name}.row_int8"]),
            helper.make_node("Cast", [f"{name}.row_int8"], [f"{name}.row"], to=TensorProto.FLOAT),
            helper.make_node("Gather", [f"{name}.scales", ids], [f"{name}.scale"]),
            helper.make_node("Mul", [f"{name}.row", f"{name}.scale"], [gather.output[0]]),
        ]
    ):
        graph.node.insert(at + offset, node)


def write_configuration(out: Path, model: TextModel, vocabulary: int, intents: list[str]) -> None:
    write_json(
        out / "config.json",
        {
            "model_type": "bert",
            "architectures": ["BertModel"],
            "vocab_size": vocabulary,
            "hidden_size": model.word.embedding_dim,
            "num_hidden_layers": len(model.layers),
            "num_attention_heads": model.layers[0].attention.heads,
            "intermediate_size": model.layers[0].feed_forward.inner.out_features,
            "max_position_embeddings": MAX_TOKENS,
            "pad_token_id": 1,
            "id2label": {str(i): name for i, name in enumerate(intents)},
        },
    )
    write_json(
        out / "tokenizer_config.json",
        {
            "tokenizer_class": "XLMRobertaTokenizer",
            "model_max_length": MAX_TOKENS,
            "bos_token": "<s>",
            "eos_token": "</s>",
            "cls_token": "<s>",
            "sep_token": "</s>",
            "pad_token": "<pad>",
            "unk_token": "<unk>",
        },
    )
    files = ["config.json", "tokenizer.json", "tokenizer_config.json", "onnx/model_quantized.onnx"]
    sums = [f"{hashlib.sha256((out / name).read_bytes()).hexdigest()}  {name}" for name in files]
    (out / "SHA256SUMS").write_text("\n".join(sums) + "\n")


def write_anchors(out: Path) -> None:
    """Lines of the corpus that a shop's own head rehearses, so that it does not forget the intents it began with."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in read_intent_corpus(CORPUS / "intents"):
        groups.setdefault((row.intent, row.lang), []).append(row)
    chosen = [row for rows in groups.values() for row in sample(rows, ANCHORS_EACH, 1)]
    lines = [json.dumps({"text": row.text, "lang": row.lang, "intent": row.intent}, ensure_ascii=False) for row in chosen]
    (out / "anchors.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_json(file: Path, value: object) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
