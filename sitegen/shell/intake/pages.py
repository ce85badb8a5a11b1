"""A saved or fetched web page to one article.

Our own reader of HTML keeps every line that the page shows; trafilatura says
where among them the article lies.  What lies well outside is taken off, but never
a paragraph: whether that belongs to the article the cleaner decides later.
"""

from __future__ import annotations

import re

import trafilatura

from sitegen.desk.formats import html
from sitegen.errors import SitegenError, Where
from sitegen.shell.intake.item import Item, Refused, refused
from sitegen.text.fold import match_key, squeeze
from sitegen.text.repair import decode

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE
)
_MARKUP = re.compile(
    r"<\s*(?:!doctype|html|head|body|p|div|br|h[1-6]|article|ul|table|a|img)\b[^>]*>", re.IGNORECASE
)
_FIGURE = re.compile(r"\d")
_PARAGRAPH = 8  # words from which a line outside the article is kept all the same
_BELOW = 6  # lines below the text that are kept
_ABOVE = 3  # lines above the title among which a date is looked for


def charset(raw: bytes) -> str:
    """Return the encoding that a page names in its own head.

    >>> charset(b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">')
    'windows-1256'
    """
    found = _CHARSET.search(raw[:4096])
    return found.group(1).decode() if found else ""


def is_markup(text: str) -> bool:
    """Say whether a text is HTML rather than plain text.

    >>> is_markup("<p>متن</p>"), is_markup("العدد < 5 و > 2")
    (True, False)
    """
    return _MARKUP.search(text) is not None


def page(where: Where, raw: bytes, url: str = "", declared: str = "") -> Item | Refused:
    """Return the article of a page; `declared` is the encoding its server named."""
    text, repairs = decode(raw, declared or charset(raw))
    try:
        read = html.parse(where.path, text.encode())
    except SitegenError as error:
        return Refused(where, error.problem._replace(where=where))
    lines = around(read.lines, _extracted(text), read.meta.title or "")
    if not any(lines):
        return refused(where, "the page shows no text", "save the page as the browser shows it")
    meta = read.meta
    return Item(
        where, lines, raw, ".html", url=meta.url or url, title=meta.title or "", date=meta.date or "",
        outlet=meta.outlet or "", repairs=repairs,
    )  # fmt: skip


def fragment(markup: str) -> tuple[str, ...]:
    """Return the lines that a piece of HTML shows.

    >>> fragment("<p>أول</p><p>ثان</p>")
    ('أول', '', 'ثان')
    """
    if not is_markup(markup):
        return tuple(squeeze(line) for line in markup.strip().splitlines())
    try:
        return html.parse("feed.html", f"<html><body>{markup}</body></html>".encode()).lines
    except SitegenError:
        return ()


def _extracted(text: str) -> str:
    found = trafilatura.bare_extraction(text, favor_recall=True, include_comments=False)
    return "" if found is None or isinstance(found, dict) else found.text or ""


def around(lines: tuple[str, ...], extracted: str, title: str = "") -> tuple[str, ...]:
    """Return the lines from the title to the end of the extracted text, and every paragraph outside them.

    Dates, bylines and captions stand between the title and the text, a source or tags
    right below it: so cutting begins above the title, and some lines below the text.
    A line with figures right above the title is kept: there a date may stand.

    >>> menu, foot = ("الرئيسية", "سياسة", ""), ("", "المصدر: واع", "", *("رابط",) * 30)
    >>> around((*menu, "عنوان الخبر", "أمس", "متن الخبر", *foot), "متن الخبر", "عنوان الخبر")[:5]
    ('عنوان الخبر', 'أمس', 'متن الخبر', '', 'المصدر: واع')
    >>> len(around((*menu, "عنوان الخبر", "أمس", "متن الخبر", *foot), "متن الخبر", "عنوان الخبر"))
    11
    >>> around((*menu, "2024-4-8", "عنوان الخبر", "متن الخبر"), "متن الخبر", "عنوان الخبر")
    ('2024-4-8', 'عنوان الخبر', 'متن الخبر')
    """
    held, named = _plain(extracted), _plain(title)
    inside = [n for n, line in enumerate(lines) if len(line.split()) > 1 and _plain(line) in held]
    if not inside:
        return lines
    above = [n for n, line in enumerate(lines[: inside[0] + 1]) if named and _plain(line) == named]
    below = [n for n, line in enumerate(lines) if line and n > inside[-1]][:_BELOW]
    first, last = (above or [0])[-1], (below or inside)[-1]
    near = [n for n, line in enumerate(lines[:first]) if line][-_ABOVE:]
    kept = {n for n in near if _FIGURE.search(lines[n])} | set(range(first, last + 1))
    out: list[str] = []
    for n, line in enumerate(lines):
        wanted = n in kept or len(line.split()) >= _PARAGRAPH
        if (wanted and line) or (not line and out and out[-1]):
            out.append(line)
    while out and not out[-1]:
        out.pop()
    return tuple(out)


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", match_key(text))
