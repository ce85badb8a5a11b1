"""Lines of Arabic and Latin painted into a grey picture: HarfBuzz shapes and rasters, we only set the lines.

A line runs in the direction of its language; a stretch of the other script in it
is shaped in its own direction and keeps its place among its neighbours, which is
as much of bidi as headlines need.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from sitegen.site.language import DIRECTION

#: What runs from left to right inside Arabic: Latin words with the spaces between them, and numbers.
_LATIN = re.compile(
    "(?P<other>[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9'’&.-]*(?: [A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9'’&.-]*)*|[0-9]+(?:[.,:/-][0-9]+)*)"
)
#: What runs from right to left inside English.
_ARABIC = re.compile("(?P<other>[\u0621-\u06d3](?:[^A-Za-z\n.,;()]*[\u0621-\u06d3])?)")

#: How much larger or smaller the other script stands in a line, as in the stylesheet.
_BESIDE = {("ar", "en"): 0.87, ("en", "ar"): 1.14}


class Stretch(NamedTuple):
    """A part of a line in one direction and one font."""

    text: str
    direction: str  # ltr | rtl
    font: str  # ar | en
    scale: float = 1.0  # beside the other script


class Style(NamedTuple):
    """How a line is set."""

    lang: str
    size: float  # px
    weight: int


class Letters:
    """Two fonts ready to shape; sizes are in pixels, places from the lower left corner."""

    def __init__(self, arabic: bytes, latin: bytes) -> None:
        import uharfbuzz  # noqa: PLC0415 - an extra, and needed only when a picture is painted anew

        self._hb = uharfbuzz
        self._faces = {"ar": uharfbuzz.Face(arabic), "en": uharfbuzz.Face(latin)}
        self._covered = {lang: frozenset(face.unicodes) for lang, face in self._faces.items()}
        self._font = lru_cache(self._make_font)
        self._shaped = lru_cache(512)(self._shape)

    def _make_font(self, lang: str, weight: int) -> Any:
        font = self._hb.Font(self._faces[lang])
        font.set_variations({"wght": weight, "opsz": 32})
        return font

    def _shape(self, stretch: Stretch, weight: int) -> tuple[list[tuple[int, int, int, int]], float]:
        """Return (glyph, x, y, advance) in font units with the whole advance in ems."""
        buffer = self._hb.Buffer()
        buffer.add_str(stretch.text)
        buffer.guess_segment_properties()
        buffer.direction = stretch.direction
        self._hb.shape(self._font(stretch.font, weight), buffer)
        glyphs, pen = [], 0
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            glyphs.append((info.codepoint, pen + at.x_offset, at.y_offset, at.x_advance))
            pen += at.x_advance
        return glyphs, pen / self._faces[stretch.font].upem

    def stretches(self, text: str, lang: str) -> list[Stretch]:
        """Cut a line, in reading order, where direction or font changes; leave out what no font has."""
        found = []
        for part, direction in _directed(text, lang):
            main = "ar" if direction == "rtl" else "en"
            other = "en" if main == "ar" else "ar"
            fonts = ((c, main if ord(c) in self._covered[main] else other) for c in part)
            known = [(c, font) for c, font in fonts if ord(c) in self._covered[font]]
            for font, run in groupby(known, key=lambda pair: pair[1]):
                letters = "".join(c for c, _ in run)
                found.append(Stretch(letters, direction, font, _BESIDE.get((lang, font), 1.0)))
        return found

    def width(self, text: str, style: Style) -> float:
        """Return how wide a line is."""
        parts = self.stretches(text, style.lang)
        return sum(self._shaped(part, style.weight)[1] * style.size * part.scale for part in parts)

    def lines(self, text: str, style: Style, room: float) -> list[str]:
        """Break a text into lines no wider than `room`; a word that is wider stands alone."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer, style) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def draw(self, into: Any, text: str, style: Style, place: tuple[float, float]) -> None:
        """Paint a line whose first letter stands at `place`: the right end of Arabic, the left of English."""
        x, y = place
        lang, size, weight = style
        for part in self.stretches(text, lang):
            glyphs, advance = self._shaped(part, weight)
            scale = size * part.scale / self._faces[part.font].upem
            if lang == "ar":
                x -= advance * size * part.scale
            for glyph, dx, dy, _ in glyphs:
                into.transform = (scale, 0, 0, scale, x + dx * scale, y + dy * scale)
                into.draw_glyph(self._font(part.font, weight), glyph)
            if lang == "en":
                x += advance * size * part.scale

    def canvas(self, width: int, height: int) -> Any:
        """Return an empty canvas; `render().buffer` has a byte for each pixel, the lowest row first."""
        canvas = self._hb.RasterDraw()
        canvas.extents = self._hb.RasterExtents(0, 0, width, height, width)
        return canvas


def _directed(text: str, lang: str) -> Iterator[tuple[str, str]]:
    """Cut a text at the stretches of the other direction.

    >>> list(_directed("زيارة CNN في 2021", "ar"))
    [('زيارة ', 'rtl'), ('CNN', 'ltr'), (' في ', 'rtl'), ('2021', 'ltr')]
    >>> list(_directed("No Arabic", "en"))
    [('No Arabic', 'ltr')]
    """
    own = DIRECTION[lang]
    for part in re.split(_LATIN if lang == "ar" else _ARABIC, text):
        if part:
            other = (_LATIN if lang == "ar" else _ARABIC).fullmatch(part)
            yield part, ("ltr" if own == "rtl" else "rtl") if other else own
