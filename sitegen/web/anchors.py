"""Where on an article page each line of its text can be linked to, and which lines its dates name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from markupsafe import Markup

from sitegen.site.views import ArticleView, BlockView, Named, QuoteView
from sitegen.web.bidi import vouched

#: A block, its id attribute, the anchors of its further lines, who is quoted in it.
Anchors = tuple[BlockView, Markup, Markup, list[QuoteView]]


class Anchored:
    """Which lines of an article have an anchor on its page: each once, the rest in its header."""

    def __init__(self, view: ArticleView) -> None:
        owner = {line: i for i, block in enumerate(view.blocks) for line in block.lines}
        self.shown = frozenset(owner)
        self._by_block: list[list[int]] = [[] for _ in view.blocks]
        for line, i in owner.items():
            self._by_block[i].append(line)
        self.header = tuple(sorted(set(_told_elsewhere(view)) - self.shown))
        self._made: list[Anchors] = []

    def blocks(self, view: ArticleView) -> list[Anchors]:
        """Return each block, its id attribute, the anchors of its further lines, and who is quoted in it."""
        if not self._made:
            self._made = [
                (
                    block,
                    vouched(f' id="l{lines[0]}"' if lines else ""),
                    anchors(lines[1:]),
                    _voices(block, view.quotes),
                )
                for block, lines in zip(view.blocks, self._by_block, strict=True)
            ]
        return self._made


#: The two pages of an article are made one after the other: what both ask is worked out once.
_once = lru_cache(1)
anchored = _once(Anchored)


def _voices(block: BlockView, quotes: Iterable[QuoteView]) -> list[QuoteView]:
    """Return a quotation of each known speaker whose words stand in `block`."""
    near = [said for said in quotes if said.line in block.lines and (said.speaker or said.speaker_ar)]
    if not near:
        return []
    text = "".join([run.text for run in block.runs])
    return list({q.speaker or q.speaker_ar: q for q in reversed(near) if q.text in text}.values())[::-1]


@_once
def quoted(view: ArticleView) -> list[tuple[QuoteView, list[int]]]:
    """Return everyone who is quoted, by one of their quotations, with the lines of all."""
    rows: dict[Named | str, tuple[QuoteView, list[int]]] = {}
    for said in view.quotes:
        _, lines = rows.setdefault(said.speaker or said.speaker_ar, (said, []))
        lines += [said.line] if said.line not in lines else []
    return list(rows.values())


def anchors(lines: Sequence[int]) -> Markup:
    """Return empty elements that links to these lines lead to."""
    return vouched("".join([f'<span id="l{n}"></span>' for n in lines]))


def _told_elsewhere(view: ArticleView) -> Iterator[int]:
    """Yield the lines that a date page or a person page may lead to."""
    yield from (date.line for date in view.dates)
    yield from (said.line for said in view.quotes)


@_once
def dates_told(view: ArticleView) -> list[tuple[str | None, list[str], list[int]]]:
    """Return each date the text tells: its ISO value or None, how it is printed, and the lines."""
    rows: dict[str, tuple[str | None, list[str], list[int]]] = {}
    for fact in view.dates:
        if fact.role != "publication":
            _, phrases, lines = rows.setdefault(fact.value or fact.text, (fact.value, [], []))
            phrases += [fact.text] if fact.text not in phrases else []
            lines += [fact.line] if fact.line not in lines else []
    return list(rows.values())
