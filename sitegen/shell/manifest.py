"""What the last build wrote and from what: `build/.sitegen-manifest.json`.

The manifest lies in the tree it describes, so copying, moving or deleting
`build/` keeps the two together (docs/decisions/0006).
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

NAME = ".sitegen-manifest.json"
VERSION = 1


class Manifest(Struct, frozen=True, kw_only=True):
    """A finished build; `whole` is False while files are being replaced."""

    version: int = VERSION
    code: str = ""  # digest of the program that built it
    settings: str = ""  # what the command line decided
    base_url: str = ""
    whole: bool = True
    inputs: dict[str, str] = {}  # path -> digest
    outputs: tuple[str, ...] = ()


def read_manifest(output: Path) -> Manifest | None:
    """Return what the last build noted in `output`; None when nothing usable is there."""
    try:
        found = msgspec.json.decode((output / NAME).read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
    return found if found.version == VERSION else None


def encode(manifest: Manifest) -> bytes:
    """Write a manifest so that equal builds have equal bytes."""
    return msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=1)
