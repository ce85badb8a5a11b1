"""Share pictures: what other sites show when a page is linked there, set like the head of a broadsheet.

One picture for each language of the site, or one for each article too
(`share_images` in site.toml, docs/decisions/0022).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from typing import NamedTuple

from sitegen.desk.config import PATH, Config
from sitegen.memo import content_digest
from sitegen.model import Files
from sitegen.site import urls
from sitegen.site.cards import Card
from sitegen.site.deferred import encoded
from sitegen.site.language import Language
from sitegen.site.views import CardView, Page
from sitegen.web.feeds import File
from sitegen.web.fonts import face
from sitegen.web.lettering import Letters, Style

WIDTH, HEIGHT = 1200, 630
_MARGIN = 80
_PAPER, _INK = (0xFD, 0xFC, 0xFA), (0x1B, 0x1A, 0x18)
_ROOM = WIDTH - 2 * _MARGIN
_TOP, _FOOT = HEIGHT - 126, 142  # heights of the two rules; the title stands between them
_SIZES = (112, 96, 84, 72, 62, 54)
_LEADING = {"ar": 1.45, "en": 1.18}


class Shown(NamedTuple):
    """The words of one picture."""

    lang: str
    name: str  # of the site, over the rule
    title: str
    under: str  # small, at the foot


def picture_of(config: Config, page: Page) -> str:
    """Return the path of the picture that a page names."""
    if config.share_images == "articles" and page.template.startswith("article_"):
        return urls.article_share(page.path)
    return urls.share(page.lang)


class SharePictures:
    """The pictures of one site, each made only where its words have changed; none without its fonts."""

    def __init__(self, config: Config, inputs: Files, *, present: bool) -> None:
        self._config, self._inputs, self._present = config, inputs, present
        self._fonts = tuple(font.input for font in face(config.typeface))

    def files(self, cards: Iterable[Card], languages: Iterable[Language]) -> Iterator[File]:
        """Yield every picture, not yet painted."""
        if not self._present:
            return
        for language in languages:
            words = self._config.words(language.code)
            shown = Shown(language.code, "", words.title, words.tagline)
            yield self._file(urls.share(language.code), shown, PATH)
            if self._config.share_images == "articles":
                for card in cards:
                    path = urls.article_share(urls.article(language.code, card.id))
                    yield self._file(path, _shown(card.view, words.title, language), card.source)

    def _file(self, path: str, shown: Shown, source: str) -> File:
        return path, encoded((shown, self._faces)), partial(self._paint, shown), (source, *self._fonts)

    def _paint(self, shown: Shown) -> bytes:
        return paint(shown, self._letters)

    @cached_property
    def _faces(self) -> tuple[bytes, ...]:
        """Return the digest of each font: a package may bring a new one."""
        return tuple(content_digest(self._inputs, path) for path in self._fonts)

    @cached_property
    def _letters(self) -> Letters:
        return Letters(*(self._inputs[path] for path in self._fonts))


def _shown(view: CardView, site: str, language: Language) -> Shown:
    arabic = language.code == "ar"
    outlet = (view.outlet.ar if arabic else view.outlet.en) if view.outlet else ""
    parts = (outlet, language.date(view.when.value) if view.when.value else "")
    return Shown(
        language.code, site, view.title if arabic else view.headline, " · ".join(filter(None, parts))
    )


def paint(shown: Shown, letters: Letters) -> bytes:
    """Return the PNG of one picture: 1200 × 630 px in sixteen shades between paper and ink."""
    lang = shown.lang
    start = WIDTH - _MARGIN if lang == "ar" else _MARGIN
    small, heavy = (Style(lang, 38, 400), 700) if lang == "ar" else (Style(lang, 32, 400), 600)
    canvas = letters.canvas(WIDTH, HEIGHT)
    letters.draw(canvas, shown.name, small._replace(weight=heavy), (start, HEIGHT - 96))
    style, lines = _fitted(letters, shown, heavy)
    leading = style.size * _LEADING[lang]
    y = (_TOP + _FOOT + (len(lines) - 1) * leading) / 2 - style.size * 0.3
    for line in lines:
        letters.draw(canvas, line, style, (start, y))
        y -= leading
    for number, line in enumerate(letters.lines(shown.under, small, _ROOM)[:2]):
        letters.draw(canvas, line, small, (start, _FOOT - 64 - number * small.size * 1.4))
    return _png(canvas.render().buffer, rules=((HEIGHT - _TOP, 4), (HEIGHT - _FOOT, 1)))


def _fitted(letters: Letters, shown: Shown, weight: int) -> tuple[Style, list[str]]:
    """Return the largest style in which the title fits, and its lines; too long a title ends in «…»."""
    style, lines, most = Style(shown.lang, _SIZES[0], weight), [""], 1
    for size in _SIZES:
        style = style._replace(size=size)
        lines = letters.lines(shown.title, style, _ROOM)
        most = int((_TOP - _FOOT - size * 1.5) / (size * _LEADING[shown.lang])) + 1
        if len(lines) <= most:
            return style, lines
    return style, [*lines[: most - 1], f"{lines[most - 1]}…"]


def _png(pixels: bytes, rules: tuple[tuple[int, int], ...]) -> bytes:
    """Pack coverage (lowest row first, a byte for each pixel) with full-width rules as a 4-bit PNG."""
    high = int.from_bytes(pixels[0::2].translate(bytes(v & 0xF0 for v in range(256))))
    low = int.from_bytes(pixels[1::2].translate(bytes(v >> 4 for v in range(256))))
    half = WIDTH // 2
    packed = (high | low).to_bytes(half * HEIGHT)
    rows = [packed[at : at + half] for at in range(0, len(packed), half)][::-1]
    ruled = bytes(_MARGIN // 2) + b"\xff" * (half - _MARGIN) + bytes(_MARGIN // 2)
    for top, thick in rules:
        rows[top : top + thick] = [ruled] * thick
    shades = bytes(
        paper + (ink - paper) * step // 15
        for step in range(16)
        for paper, ink in zip(_PAPER, _INK, strict=True)
    )
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 4, 3, 0, 0, 0)
    body = zlib.compress(b"\0" + b"\0".join(rows), 6)
    chunks = ((b"IHDR", head), (b"PLTE", shades), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
