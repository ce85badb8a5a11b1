"""Webfonts of a site: fonts that packages ship, cut to fixed ranges and told to the stylesheet.

The cutting is a pure function of the font's bytes and the face's data, so its
answer is remembered like any other.  HarfBuzz cuts and fontTools packs; both
belong to the extra `fonts`, and without them the site is set in the reader's fonts.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from sitegen import data
from sitegen.desk.config import PATH
from sitegen.errors import Problem, Where
from sitegen.memo import Memo, digest, remember
from sitegen.model import Files

FOLDER = "fonts/"  # of the inputs: what the packages ship
_LANGUAGES = ("arabic", "latin")
_NAMES = (0, 13, 14)  # copyright and licence: the reserved name of a font stays behind


class Font(NamedTuple):
    """One part of a face, as `sitegen/data/fonts.toml` describes it."""

    family: str
    file: str
    distribution: str
    module: str
    source: str
    weights: tuple[int, int]
    pins: tuple[tuple[str, float], ...]
    features: tuple[str, ...]
    points: tuple[int, ...]

    @property
    def input(self) -> str:
        """Return where the whole font lies among the inputs."""
        return f"{FOLDER}{self.file}.ttf"

    @property
    def licence(self) -> str:
        """Return where its licence lies among the inputs."""
        return f"{FOLDER}{self.file}-licence.txt"

    @property
    def output(self) -> str:
        """Return where the cut font lies on the site."""
        return f"static/fonts/{self.file}.woff2"


class Webfonts(NamedTuple):
    """What a site carries: rules for its stylesheet, fonts to ask for early, files with their sources."""

    css: bytes = b""
    preload: tuple[str, ...] = ()
    files: tuple[tuple[str, bytes, str], ...] = ()  # (path, bytes, input)


def face(name: str) -> tuple[Font, ...]:
    """Return the parts of a face, Arabic first.

    >>> [font.family for font in face("naskh")], face("system")
    (['Digest Naskh', 'Digest Serif'], ())
    """
    parts = data.table("fonts").get(name, {})
    return tuple(_font(parts[language]) for language in _LANGUAGES if language in parts)


def _font(row: dict[str, Any]) -> Font:
    lowest, highest = row["weights"]
    return Font(
        row["family"], row["file"], row["distribution"], row["module"], row["source"], (lowest, highest),
        tuple(row.get("pins", {}).items()), tuple(row.get("features", ())), tuple(_points(row["ranges"])),
    )  # fmt: skip


def _points(ranges: Iterable[str]) -> Iterator[int]:
    for stretch in ranges:
        first, _, last = stretch.partition("-")
        yield from range(int(first, 16), int(last, 16) + 1)


def webfonts(name: str, inputs: Files, memo: Memo, code: str) -> tuple[Webfonts, tuple[Problem, ...]]:
    """Return the webfonts of the face `name`; a note instead where its packages are not installed."""
    fonts = face(name)
    missing = [font for font in fonts if font.input not in inputs or font.licence not in inputs]
    if missing:
        what = (
            f"the fonts of this typeface are not installed ({missing[0].distribution}); readers see their own"
        )
        return Webfonts(), (_note(what),)
    files: list[tuple[str, bytes, str]] = []
    for font in fonts:
        whole = inputs[font.input]
        key = digest("font", code, repr(font), whole)
        try:
            small = remember(memo, key, bytes, partial(cut, whole, font))
        except ImportError as error:
            return Webfonts(), (_note(f"fonts cannot be cut without {error.name}; readers see their own"),)
        files.append((font.output, small, font.input))
        files.append((f"static/{font.licence}", inputs[font.licence], font.licence))
    css = "".join(_rule(font) for font in fonts).encode()
    return Webfonts(css, tuple(font.output for font in fonts), tuple(files)), ()


def _note(what: str) -> Problem:
    return Problem(what, Where(PATH), 'pip install "sitegen[fonts]", or  typeface = "system"', "note")


def _rule(font: Font) -> str:
    """Return the CSS rule of one font.

    `optional`: a font that is late is not swapped in under the reader's eyes, it is there on the next page.
    """
    low, high = font.weights
    return (
        f'@font-face{{font-family:"{font.family}";src:url("fonts/{font.file}.woff2")format("woff2");'
        f"font-weight:{low} {high};font-display:optional}}\n"
    )


def cut(whole: bytes, font: Font) -> bytes:
    """Return the WOFF2 of the code points, weights and features that `font` keeps of a whole font."""
    # The tools are an extra, and needed only when a font is cut anew.
    import uharfbuzz  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    source = uharfbuzz.Face(whole)
    wanted = uharfbuzz.SubsetInput()
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    wanted.unicode_set.update(font.points)
    wanted.name_id_set.clear()
    wanted.name_id_set.update(_NAMES)
    if font.features:
        wanted.layout_feature_tag_set.clear()
        wanted.layout_feature_tag_set.update(int.from_bytes(tag.encode()) for tag in font.features)
    wanted.set_axis_range(source, "wght", *font.weights)
    for axis, value in font.pins:
        wanted.pin_axis_location(source, axis, value)
    packed = io.BytesIO()
    small = TTFont(io.BytesIO(uharfbuzz.subset(source, wanted).blob.data), recalcTimestamp=False)
    small.flavor = "woff2"
    small.save(packed)
    return packed.getvalue()
