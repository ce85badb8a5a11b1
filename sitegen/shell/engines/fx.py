"""Mozilla's models of Firefox Translations, run by fxtranslate: small, quick, offline."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sitegen.errors import EngineError, isolate
from sitegen.shell.engines.base import hash_files, load

_FETCH = (
    "fetch it once: `pip install fxtranslate`, then "
    "`python -c \"from fxtranslate import discovery; discovery.add_models('ar', 'en', cache_dir='models')\"`"
)


class FxTranslate:
    """The engine `fxtranslate` with the files of one folder."""

    name, prompt = "fxtranslate", ""

    def __init__(self, folder: Path) -> None:
        files = _files(folder)
        self.model = files["model"].name.split(".")[1]
        self.model_hash = hash_files(files.values())
        package = load("fxtranslate", self.name)
        read = {part: path.read_bytes() for part, path in files.items()}
        try:
            self._translator = package.Translator(read["model"], read["src"], read["trg"], read.get("lex"))
        except ValueError as error:
            what = f"fxtranslate cannot load the model in {isolate(str(folder))}: {error}"
            raise EngineError(what, hint=_FETCH) from error

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Translate each sentence; one too long for the model is cut where the engine sees sentences."""
        return [self._translator.translate_long(sentence) for sentence in sentences]


def _files(folder: Path) -> dict[str, Path]:
    """Return the model, the vocabularies and the shortlist in `folder` or in its `ar-en`."""
    for place in (folder, folder / "ar-en"):
        models = sorted(place.glob("model.*.bin"))
        if not models:
            continue
        if ".aren." not in models[0].name:
            what = f"the model {isolate(models[0].name)} is not one from Arabic into English"
            raise EngineError(what, hint="its files are called model.aren.…, vocab.aren.spm")
        shared = sorted(place.glob("vocab.*.spm"))
        found = {
            "model": models[:1], "src": sorted(place.glob("srcvocab.*.spm")) or shared,
            "trg": sorted(place.glob("trgvocab.*.spm")) or shared, "lex": sorted(place.glob("lex.*.bin")),
        }  # fmt: skip
        if not found["src"] or not found["trg"]:
            raise EngineError(f"there is no vocabulary beside {isolate(str(models[0]))}", hint=_FETCH)
        return {part: paths[0] for part, paths in found.items() if paths}
    raise EngineError(f"there is no model in {isolate(str(folder))}", hint=_FETCH)
