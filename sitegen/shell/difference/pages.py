"""What two versions of one page say differently: its text line by line, not its markup."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from sitegen.text.fold import squeeze

_HTML = etree.HTMLParser(encoding="utf-8", huge_tree=True)
_UNSEEN = ("script", "style", "template")
_BLOCKS = frozenset(
    ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "td", "th", "caption", "figcaption",
     "blockquote", "summary", "title")
)  # fmt: skip
_ARTICLE = re.compile(rb"/articles/([^/\"'#?]+)/")


def changed_text(before: bytes, after: bytes) -> str:
    """Say in words how the visible text of a page changed; '' when only its markup did.

    >>> page = "<html><body><p>{}</p></body></html>"
    >>> changed_text(page.format("a").encode(), page.format("b").encode())
    '1 line new, 1 line gone'
    >>> changed_text(b"<body><p>a</p></body>", b"<body><p class=x>a</p></body>")
    ''
    """
    held, now = _lines(before), _lines(after)
    new = sum(max(0, count - held.get(line, 0)) for line, count in now.items())
    gone = sum(max(0, count - now.get(line, 0)) for line, count in held.items())
    parts = ((new, "new"), (gone, "gone"))
    return ", ".join(f"{count} line{'s' if count > 1 else ''} {what}" for count, what in parts if count)


def changed_articles(before: bytes, after: bytes) -> str:
    """Say which articles a list has taken in and let go.

    >>> changed_articles(b'<a href="/ar/articles/a/">', b'<a href="/ar/articles/b/">')
    '+ b, - a'
    """
    held, now = set(_ARTICLE.findall(before)), set(_ARTICLE.findall(after))
    parts = [f"+ {id.decode()}" for id in sorted(now - held)] + [
        f"- {id.decode()}" for id in sorted(held - now)
    ]
    return ", ".join(parts)


def _lines(page: bytes) -> dict[str, int]:
    root: Any = etree.fromstring(page, _HTML) if page.strip() else None
    lines: dict[str, int] = {}
    for element in root.iter() if root is not None else ():
        if element.tag in _BLOCKS and not any(a.tag in _UNSEEN for a in element.iterancestors()):
            text = squeeze("".join(element.itertext()))
            lines[text] = lines.get(text, 0) + 1
    lines.pop("", None)
    return lines
