"""Open the engine that the settings name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sitegen.desk.engines import ENGINES, EngineSettings
from sitegen.errors import EngineError
from sitegen.shell.engines.base import Engine
from sitegen.shell.engines.ct2 import CTranslate2
from sitegen.shell.engines.fx import FxTranslate
from sitegen.shell.engines.openai import OpenAI


def open_engine(settings: EngineSettings, project: Path, environ: Mapping[str, str]) -> Engine:
    """Return the engine of `settings`, its model loaded; a relative model path begins at the project."""
    if settings.engine == "openai":
        return OpenAI(settings, environ)
    if settings.engine not in ("fxtranslate", "ctranslate2"):
        known = ", ".join(name for name in ENGINES if name not in ("", "facts"))
        raise EngineError(
            "no engine is named", hint=f'write  engine = "…"  under [english] in content/site.toml: {known}'
        )
    if not settings.model:
        raise EngineError(
            "no model is named", hint='write  model = "models/ar-en"  under [english] in content/site.toml'
        )
    path = (project / Path(settings.model).expanduser()).resolve()
    if not path.exists():
        raise EngineError(
            f"there is no model at {path}", hint="see docs/howto/english.md for how to fetch one"
        )
    return FxTranslate(path) if settings.engine == "fxtranslate" else CTranslate2(path)
