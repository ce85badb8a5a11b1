"""The table `[english]` of site.toml: which engine puts Arabic into English, and what it may cost."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from msgspec import Struct

from sitegen.desk.tables import Table, is_address
from sitegen.errors import isolate

#: '' takes whatever lies in the cache; facts leaves the cache aside.
ENGINES = ("", "facts", "fxtranslate", "ctranslate2", "openai")

_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")


class EngineSettings(Struct, frozen=True):
    """Which engine, with which model; prices are per million tokens, in the currency of their writer."""

    engine: str = ""
    model: str = ""  # a folder or file; for openai the name that the server knows
    base_url: str = "http://127.0.0.1:11434/v1/"
    key_env: str = "OPENAI_API_KEY"  # the environment variable that holds the key
    sentences: int = 3  # of the lead, besides the title
    budget: int = 0  # tokens that one run may spend, 0 for any number
    price_in: float = 0.0
    price_out: float = 0.0


def engine_settings(table: Table) -> EngineSettings:
    """Read and check the table."""
    default = EngineSettings()
    key_env = table.text("key_env", default.key_env)
    if not _VARIABLE.match(key_env):  # somebody put the key itself here: do not print it
        table.bad("key_env", "key_env is not the name of an environment variable", 'write "OPENAI_API_KEY"')
        key_env = default.key_env
    settings = EngineSettings(
        engine=table.choice("engine", ENGINES, default.engine),
        model=table.text("model"),
        base_url=_address(table, default.base_url),
        key_env=key_env,
        sentences=_at_least(table, "sentences", default.sentences),
        budget=_at_least(table, "budget", default.budget),
        price_in=table.amount("price_in"),
        price_out=table.amount("price_out"),
    )
    table.finish()
    return settings


def _address(table: Table, default: str) -> str:
    written = table.text("base_url", default)
    parts = urlsplit(written if is_address(written) else "")
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.password:
        hint = "write one like http://127.0.0.1:11434/v1/, without a key in it"
        table.bad("base_url", f"base_url cannot be {isolate(parts.hostname or written[:40])}", hint)
        return default
    return written.rstrip("/") + "/"


def _at_least(table: Table, key: str, default: int) -> int:
    value = table.number(key, default)
    if value < 0:
        table.bad(key, f"{key} must not be below 0", f"leave it out for {default}")
        return default
    return value
