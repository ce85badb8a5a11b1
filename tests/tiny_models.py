"""Models so small that a test can make them, in the very formats that the engines load.

They translate nothing: whatever they are given, they say one sentence, which is a
single piece of their vocabulary, and stop.  All weights are nought but those
of the embedding: the sentence is likelier than anything at the beginning, and
after it the end is.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

_DIM, _FFN = 8, 16
_INT8, _FLOAT32, _INTGEMM8 = 0x0101, 0x0404, 0x4101
_SCALE = 31.0


def piece(sentence: str) -> str:
    """Return a sentence as one piece of a vocabulary."""
    return "\u2581" + sentence.replace(" ", "\u2581")


def vocabulary(folder: Path, name: str, sentence: str) -> list[str]:
    """Train a SentencePiece vocabulary in which `sentence` is one piece; return the pieces."""
    import sentencepiece

    corpus = folder / f"{name}.corpus"
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي abcdefghijklmnopqrstuvwxyz"
    corpus.write_text(
        "\n".join(" ".join(letters[i:] + letters[:i]) for i in range(len(letters))), encoding="utf-8"
    )
    sentencepiece.SentencePieceTrainer.train(
        input=str(corpus), model_prefix=str(folder / name), vocab_size=90, hard_vocab_limit=False,
        user_defined_symbols=[piece(sentence)], unk_id=1, eos_id=0, bos_id=-1, pad_id=-1, minloglevel=2,
    )  # fmt: skip
    corpus.unlink()
    (folder / f"{name}.model").rename(folder / f"{name}.spm")
    (folder / f"{name}.vocab").unlink()
    processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / f"{name}.spm"))
    return [processor.id_to_piece(i) for i in range(processor.get_piece_size())]


def said_once(pieces: Sequence[str], sentence: str) -> tuple[np.ndarray, np.ndarray]:
    """Return an embedding and an output bias by which `sentence` is said and then the end."""
    said, end = pieces.index(piece(sentence)), pieces.index("</s>")
    embedding, bias = np.zeros((len(pieces), _DIM)), np.zeros(len(pieces))
    embedding[said, 0], embedding[end, 0], bias[said] = 1.0, 4.0, 3.0
    return embedding, bias


def marian(folder: Path, sentence: str, *, pair: str = "aren") -> None:
    """Write a student of one layer that answers all with `sentence`, as Firefox ships its models."""
    pieces = vocabulary(folder, f"vocab.{pair}", sentence)
    size = len(pieces)
    tensors: list[tuple[str, int, tuple[int, ...], bytes]] = []

    def floats(name: str, values: np.ndarray) -> None:
        tensors.append((name, _FLOAT32, values.shape, values.astype("<f4").tobytes()))

    def weights(name: str, values: np.ndarray) -> None:
        tensors.append(
            (name, _INTGEMM8, values.shape, values.astype("i1").tobytes() + struct.pack("<f", _SCALE))
        )
        floats(f"{name}_QuantMultA", np.array([[_SCALE]]))

    def layer_norm(name: str) -> None:
        floats(f"{name}_ln_scale", np.ones((1, _DIM)))
        floats(f"{name}_ln_bias", np.zeros((1, _DIM)))

    def attention(name: str) -> None:
        for part in "qkvo":
            weights(f"{name}_W{part}", np.zeros((_DIM, _DIM)))
            floats(f"{name}_b{part}", np.zeros((1, _DIM)))
        layer_norm(f"{name}_Wo")

    def feed_forward(name: str) -> None:
        for n, shape in ((1, (_DIM, _FFN)), (2, (_FFN, _DIM))):
            weights(f"{name}_W{n}", np.zeros(shape))
            floats(f"{name}_b{n}", np.zeros((1, shape[1])))
        layer_norm(f"{name}_ffn")

    embedding, bias = said_once(pieces, sentence)
    embedding = np.round(embedding * _SCALE)
    tensors.append(
        ("Wemb", _INTGEMM8, embedding.shape, embedding.astype("i1").tobytes() + struct.pack("<f", _SCALE))
    )
    floats("none_QuantMultA", np.array([[_SCALE]]))
    attention("encoder_l1_self")
    feed_forward("encoder_l1_ffn")
    weights("decoder_l1_rnn_W", np.zeros((_DIM, _DIM)))
    weights("decoder_l1_rnn_Wf", np.zeros((_DIM, _DIM)))
    floats("decoder_l1_rnn_bf", np.zeros((1, _DIM)))
    layer_norm("decoder_l1_rnn_ffn")
    attention("decoder_l1_context")
    feed_forward("decoder_l1_ffn")
    floats("decoder_ff_logit_out_b", bias[None])
    config = (
        f"dim-emb: {_DIM}\ntransformer-heads: 1\nenc-depth: 1\ndec-depth: 1\ntransformer-dim-ffn: {_FFN}\n"
        f"dim-vocabs:\n  - {size}\n  - {size}\n"
    ).encode() + b"\0"
    tensors.append(("special:model.yml", _INT8, (len(config),), config))
    (folder / f"model.{pair}.intgemm.alphas.bin").write_bytes(_binary(tensors))


def _binary(tensors: Sequence[tuple[str, int, tuple[int, ...], bytes]]) -> bytes:
    """Lay tensors out as Marian's binary format, version 1: headers, names, shapes, aligned data."""
    heads = names = shapes = b""
    blobs = []
    for name, kind, shape, content in tensors:
        padded = content + b"\0" * (-len(content) % 256)
        heads += struct.pack("<4Q", len(name) + 1, kind, len(shape), len(padded))
        names += name.encode() + b"\0"
        shapes += struct.pack(f"<{len(shape)}i", *shape)
        blobs.append(padded)
    before = struct.pack("<2Q", 1, len(tensors)) + heads + names + shapes
    pad = -(len(before) + 8) % 256
    return before + struct.pack("<Q", pad) + b"\0" * pad + b"".join(blobs)


def ctranslate(folder: Path, sentence: str) -> None:
    """Write a CTranslate2 model of one layer that answers all with `sentence`, its vocabulary beside it."""
    from ctranslate2.specs import TransformerSpec

    pieces = vocabulary(folder, "sentencepiece", sentence)
    (folder / "sentencepiece.spm").rename(folder / "sentencepiece.model")
    embedding, bias = said_once(pieces, sentence)
    spec = TransformerSpec.from_config((1, 1), 1, pre_norm=False)
    for side in (spec.encoder, spec.decoder):
        side.scale_embeddings = True
    spec.decoder.start_from_zero_embedding = True
    spec.encoder.embeddings[0].weight = embedding.astype(np.float32)
    spec.decoder.embeddings.weight = embedding.astype(np.float32)
    spec.decoder.projection.weight = embedding.astype(np.float32)
    spec.decoder.projection.bias = bias.astype(np.float32)
    for linear, rows, columns in _linears(spec):
        linear.weight = np.zeros((rows, columns), np.float32)
        linear.bias = np.zeros(rows, np.float32)
    for norm in _norms(spec):
        norm.gamma, norm.beta = np.ones(_DIM, np.float32), np.zeros(_DIM, np.float32)
    for tokens in (spec.register_source_vocabulary, spec.register_target_vocabulary):
        tokens(pieces)
    spec.validate()
    spec.optimize()
    (folder / "model").mkdir()
    spec.save(str(folder / "model"))


def _linears(spec: Any) -> Iterator[tuple[Any, int, int]]:
    """Yield each projection with its size: queries, keys and values of one attention lie together."""
    for layer in (spec.encoder.layer[0], spec.decoder.layer[0]):
        yield from zip(layer.self_attention.linear, (3 * _DIM, _DIM), (_DIM, _DIM), strict=True)
        yield layer.ffn.linear_0, _FFN, _DIM
        yield layer.ffn.linear_1, _DIM, _FFN
    cross = spec.decoder.layer[0].attention.linear
    yield from zip(cross, (_DIM, 2 * _DIM, _DIM), (_DIM, _DIM, _DIM), strict=True)


def _norms(spec: Any) -> Iterator[Any]:
    for layer in (spec.encoder.layer[0], spec.decoder.layer[0]):
        yield layer.self_attention.layer_norm
        yield layer.ffn.layer_norm
    yield spec.decoder.layer[0].attention.layer_norm
