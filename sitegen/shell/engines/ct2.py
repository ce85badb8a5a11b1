"""Models in the format of CTranslate2: a folder, or an Argos package (a zip archive) as it is downloaded."""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from sitegen.errors import EngineError, isolate
from sitegen.shell.engines.base import hash_files, load

_HINT = "name a folder with model.bin and sentencepiece.model (or source.spm, target.spm), or an .argosmodel"
_BEAM = 4
_LONGEST = 256  # pieces of one answer
_UNPACKED = 4 << 30  # bytes; more than any model of this kind has


class CTranslate2:
    """The engine `ctranslate2` with one model."""

    name, prompt = "ctranslate2", ""

    def __init__(self, path: Path) -> None:
        engine, pieces = load("ctranslate2", self.name), load("sentencepiece", self.name)
        self.model = path.stem if path.is_file() else path.name
        with tempfile.TemporaryDirectory() as scratch:
            folder = _unpacked(path, Path(scratch)) if path.is_file() else path
            _check_languages(folder)
            model = next((f for f in (folder, folder / "model") if (f / "model.bin").is_file()), None)
            if model is None:
                raise EngineError(f"there is no model.bin in {isolate(str(path))}", hint=_HINT)
            source, target = _vocabularies(folder, model)
            self.model_hash = hash_files({*model.iterdir(), source, target} - {*_folders(model)})
            try:
                self._source = pieces.SentencePieceProcessor(model_file=str(source))
                self._target = pieces.SentencePieceProcessor(model_file=str(target))
                self._translator = engine.Translator(str(model), device="cpu")
            except (RuntimeError, OSError, ValueError) as error:
                what = f"ctranslate2 cannot load {isolate(str(path))}: {error}"
                raise EngineError(what, hint=_HINT) from error

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Translate the sentences in one batch."""
        batch = [self._source.encode(sentence, out_type=str) for sentence in sentences]
        results = self._translator.translate_batch(batch, beam_size=_BEAM, max_decoding_length=_LONGEST)
        return [self._decoded(result) for result in results]

    def _decoded(self, result: Any) -> str:
        return str(self._target.decode(result.hypotheses[0])) if result.hypotheses else ""


def _unpacked(path: Path, scratch: Path) -> Path:
    """Unpack an Argos package and return the folder of its model."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [PurePosixPath(name) for name in archive.namelist()]
            if any(name.is_absolute() or ".." in name.parts for name in names):
                raise EngineError(f"{isolate(path.name)} has files that lead out of it", hint="do not use it")
            if sum(info.file_size for info in archive.infolist()) > _UNPACKED:
                raise EngineError(f"{isolate(path.name)} is too large to be a model", hint=_HINT)
            archive.extractall(scratch)
    except (zipfile.BadZipFile, OSError) as error:
        raise EngineError(f"{isolate(str(path))} is no .argosmodel: {error}", hint=_HINT) from error
    inner = [p.parent for p in scratch.rglob("metadata.json")]
    return inner[0] if inner else scratch


def _check_languages(folder: Path) -> None:
    """Refuse an Argos package of other languages."""
    described = folder / "metadata.json"
    if not described.is_file():
        return
    try:
        told = json.loads(described.read_bytes())
        pair = (told.get("from_code"), told.get("to_code"))
    except (ValueError, AttributeError) as error:
        raise EngineError(f"{isolate(described.name)} cannot be read: {error}", hint=_HINT) from error
    if pair != ("ar", "en"):
        raise EngineError(
            f"the model translates from {pair[0]} to {pair[1]}", hint="one from ar to en is needed"
        )


def _vocabularies(folder: Path, model: Path) -> tuple[Path, Path]:
    for names in (("sentencepiece.model",) * 2, ("source.spm", "target.spm")):
        for place in (folder, model):
            if all((place / name).is_file() for name in names):
                return place / names[0], place / names[1]
    raise EngineError(f"there is no SentencePiece vocabulary in {isolate(folder.name)}", hint=_HINT)


def _folders(model: Path) -> list[Path]:
    return [path for path in model.iterdir() if path.is_dir()]
