"""The settings of a project on disk."""

from __future__ import annotations

from pathlib import Path

from sitegen.desk.config import PATH, Config, parse_config


def settings_of(project: Path) -> Config:
    """Return what `content/site.toml` says, the defaults where it is missing."""
    place = project / PATH
    return parse_config(place.read_bytes() if place.is_file() else None)[0]
