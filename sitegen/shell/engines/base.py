"""What every engine is, and how it is asked: digits made plain, as many answers as questions."""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Protocol

from sitegen.errors import EngineError, isolate
from sitegen.text.fold import squeeze, western_digits

_CHUNK = 1 << 20


class Engine(Protocol):
    """Something that translates; `model_hash` and `prompt` tell its answers from those of another."""

    @property
    def name(self) -> str:
        """Return the engine's name as it stands in site.toml."""

    @property
    def model(self) -> str:
        """Return what readers are told about the model."""

    @property
    def model_hash(self) -> str:
        """Return a hash of the weights, of the model's name where the weights are elsewhere."""

    @property
    def prompt(self) -> str:
        """Return the version of what the engine is told besides the sentences, '' for nothing."""

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Return the English of each sentence, '' for one it cannot do; `EngineError` if it can do none."""


def ask(engine: Engine, sentences: Sequence[str]) -> list[str]:
    """Translate; what every engine needs is done here: Western digits (engines garble ٥٠٠٠), one line."""
    if not sentences:
        return []
    answers = engine.translate([squeeze(western_digits(s)) for s in sentences])
    if len(answers) != len(sentences):
        what = f"{engine.name} gave {len(answers)} sentences for {len(sentences)}"
        raise EngineError(what, hint="the model is not one that translates sentence by sentence")
    return [squeeze(answer) for answer in answers]


def load(module: str, extra: str) -> ModuleType:
    """Import an engine's package; one that is not installed is an `EngineError` with the command."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        what = f"the engine {extra} is not installed ({module} cannot be imported)"
        raise EngineError(
            what, hint=f'pip install "sitegen[{extra}]"; until then the facts engine serves'
        ) from error


def hash_files(paths: Iterable[Path]) -> str:
    """Return one hash of the names and bytes of model files."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.name.encode())
        try:
            with path.open("rb") as file:
                while chunk := file.read(_CHUNK):
                    total.update(chunk)
        except OSError as error:
            raise EngineError(f"{isolate(str(path))} cannot be read: {error.strerror}") from error
    return total.hexdigest()[:16]
