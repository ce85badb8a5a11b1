"""What engines said, as it is committed: `content/english/cache/<id>.jsonl`, one sentence a line.

    {"key": "…", "engine": "fxtranslate", "model": "aren", "hash": "…", "prompt": "", "ar": "…", "en": "…"}

`key` is the hash of the Arabic (see `lead`); engine, hash and prompt tell one
engine's answer from another's.  `model` and `ar` are for those who read the file.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct

from sitegen.errors import Problem, Where


class Translation(Struct, frozen=True, forbid_unknown_fields=True):
    """One sentence as an engine put it into English, not yet checked."""

    key: str
    engine: str
    model: str
    hash: str
    prompt: str
    ar: str
    en: str

    @property
    def identity(self) -> tuple[str, str, str]:
        """Return what a new run must share so that it need not ask again."""
        return self.engine, self.hash, self.prompt


_LINE = msgspec.json.Decoder(Translation)


def parse_cache(path: str, data: bytes) -> tuple[tuple[Translation, ...], tuple[Problem, ...]]:
    """Read one file; a line that cannot be read is a warning and is left out, so that facts serve instead.

    >>> parse_cache("content/english/cache/a.jsonl", b"<<<<<<< HEAD")[1][0].where.line
    1
    """
    found: list[Translation] = []
    problems: list[Problem] = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            found.append(_LINE.decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            what = f"not a line of the translation cache: {error}"
            hint = "delete the file and run `sitegen english` again"
            problems.append(Problem(what, Where(path, number), hint, "warning"))
    return tuple(found), tuple(problems)


def write_cache(translations: tuple[Translation, ...]) -> bytes:
    """Return the bytes of one file: a line for each sentence, in the order given."""
    return b"".join(msgspec.json.encode(each) + b"\n" for each in translations)
