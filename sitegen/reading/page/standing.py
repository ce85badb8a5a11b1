"""Lines that stand on the pages of an outlet whatever the article is: evidence that one page cannot give.

Reading one page, a short line outside the text that no rule knows is kept.  Such
lines are noted as *weak*; where one stands on at least three pages of the outlet
that tell different things, and on half of all its pages, it is furniture.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from urllib.parse import urlsplit

from sitegen.model import Article, Meta, Value
from sitegen.reading.page.lines import Line, measure
from sitegen.reading.page.words import lists

#: On so many pages, and on such a share of the outlet's, a line stands by itself.
_PAGES, _SHARE = 3, 0.5
#: A weak line has no more words; a page has no more weak lines, or it is a list of the article's own.
_LONGEST, _MOST = 12, 40
_QUOTED = ('"', "«", "“", "-", "–", "*", "•")


class Weak(Value, frozen=True):
    """The weak lines of one page: each by its number and a digest of its words."""

    told: bytes = b""  # digest of the longest paragraph: pages that differ in it tell different things
    lines: tuple[tuple[int, bytes], ...] = ()


def outlet_of(outlet: str | None, meta: Meta) -> str:
    """Return by what the pages of an outlet are told: its id, or the host of the address; '' unknown."""
    return outlet or (urlsplit(meta.url).hostname if meta.url else None) or ""


def weak_lines(article: Article, lines: Sequence[str]) -> Weak | None:
    """Return the weak lines of a page; None without any."""
    text = (block.pieces[0].text for block in article.blocks if block.role in ("lede", "body"))
    told = max(text, key=len, default="")  # a greeting may stand for the first paragraph
    weak = [mark.n for mark in article.marks if mark.rule == "subtitle"]
    for mark in reversed(article.marks):
        if mark.role == "body":
            line = measure(mark.n, lines[mark.n - 1])
            if line.prose:
                break
            weak.append(mark.n)
        elif mark.role in ("lede", "heading", "caption+lede"):
            break
    found = tuple((n, _digest(line)) for n in weak if _is_weak(line := measure(n, lines[n - 1])))
    return Weak(_digest(measure(0, told)), found) if told and 0 < len(found) <= _MOST else None


def _is_weak(line: Line) -> bool:
    """Say whether a line could be furniture: short, no sentence, no list, no figure, no farewell."""
    if line.prose or line.stop or not 0 < line.size <= _LONGEST or line.text.strip().startswith(_QUOTED):
        return False
    return not any(word.isdigit() for word in line.words) and line.words[0] not in lists().farewells


def _digest(line: Line) -> bytes:
    return blake2b(" ".join(line.words).encode(), digest_size=8).digest()


def standing_lines(pages: Iterable[tuple[str, str, Weak | None]]) -> dict[str, tuple[int, ...]]:
    """Return the numbers of the lines that stand on the pages of their outlet, by the page's name.

    `pages` are (name, outlet or '', weak lines).  The time is that of one walk over them.

    >>> def page(n): return Weak(bytes([n]), ((9, b"radio"),))
    >>> standing_lines([("a", "sky", page(1)), ("b", "sky", page(2)), ("c", "sky", page(3))])["a"]
    (9,)
    >>> standing_lines([("a", "sky", page(1)), ("b", "sky", page(2)), ("c", "sky", page(2))])
    {}
    """
    total: Counter[str] = Counter()
    told: dict[tuple[str, bytes], set[bytes]] = defaultdict(set)
    weak_pages: list[tuple[str, str, Weak]] = []
    for name, outlet, weak in pages:
        total[outlet] += 1
        if weak and outlet:
            weak_pages.append((name, outlet, weak))
            for _, digest in weak.lines:
                told[outlet, digest].add(weak.told)
    stand = {key for key, tales in told.items() if len(tales) >= max(_PAGES, _SHARE * total[key[0]])}
    found = (
        (name, tuple(sorted(n for n, digest in weak.lines if (outlet, digest) in stand)))
        for name, outlet, weak in weak_pages
    )
    return {name: numbers for name, numbers in found if numbers}
