"""A sentence as the grammar sees it: words, the marks between them, and what is known about them.

Nothing is merged: a person, place, organisation, date or figure is noted at the
word on which it begins, together with where it ends and how many letters of
clitics (و ب ل ك) stand before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sitegen.model import Article, DateFound, Entity, Span
from sitegen.text.fold import match_key
from sitegen.text.sentences import split_sentences
from sitegen.text.tokens import Token, tokenize

#: Marks that end a noun phrase; quotation marks do not.
HARD = frozenset("،,;؛:.!?؟…()[]{}–—-/|•\n")
COMMA = frozenset("،,")
_ROLES = ("lede", "body", "caption+lede")


class Known(NamedTuple):
    """An entity or date that begins at a word: `lead` are its clitics, `end` the word after it."""

    end: int
    lead: str
    value: Entity | DateFound


class Sentence(NamedTuple):
    """One sentence of one raw line."""

    line: int
    tokens: tuple[Token, ...]
    gaps: tuple[str, ...]  # marks before each word, and after the last one
    entities: Mapping[int, tuple[Known, ...]]
    dates: Mapping[int, Known]
    role: str
    states: frozenset[str]  # ids of the places that act: countries and capitals
    memo: dict[Any, Any]  # noun phrases already read

    def hard(self, i: int) -> bool:
        """Say whether a mark that ends a phrase stands before word `i` (or the sentence ends there)."""
        return i >= len(self.tokens) or not HARD.isdisjoint(self.gaps[i])

    def key(self, i: int) -> str:
        """Return the key of word `i`, '' past the end."""
        return self.tokens[i].key if i < len(self.tokens) else ""


class Notes(NamedTuple):
    """Everything known about an article, by raw line."""

    entities: Mapping[int, list[tuple[int, int, Entity]]]
    dates: Mapping[int, list[tuple[int, int, DateFound]]]
    states: frozenset[str] = frozenset()


def notes(entities: Iterable[Entity], dates: Iterable[DateFound], states: frozenset[str]) -> Notes:
    """Sort mentions and dates by line, longest first at each place."""
    by_line: dict[int, list[tuple[int, int, Entity]]] = {}
    for entity in entities:
        for m in entity.mentions:
            by_line.setdefault(m.line, []).append((m.start, m.end, entity))
    days: dict[int, list[tuple[int, int, DateFound]]] = {}
    for d in dates:
        days.setdefault(d.line, []).append((d.start, d.end, d))
    return Notes(by_line, days, states)


def title_sentence(article: Article, known: Notes) -> Sentence | None:
    """Return the title as one sentence, None when the article has none in its text."""
    if not article.title or article.title_line is None:
        return None
    start = 0  # where the title begins in its line: its mentions tell
    for a, _, entity in known.entities.get(article.title_line, ()):
        text = next(m.text for m in entity.mentions if m.line == article.title_line and m.start == a)
        if (at := article.title.find(text)) >= 0:
            start = max(a - at, 0)
            break
    span = Span(article.title_line, start, start + len(article.title), article.title)
    return _sentence(span, 0, len(article.title), known, "title")


def sentences(article: Article, known: Notes, limit: int) -> Iterable[Sentence]:
    """Yield the first `limit` sentences of the running text, one raw line at a time."""
    count = 0
    for block in article.blocks:
        if block.role not in _ROLES:
            continue
        for piece in block.pieces:
            for start, end in split_sentences(piece.text):
                yield _sentence(piece, start, end, known, block.role)
                count += 1
                if count >= limit:
                    return


def _sentence(piece: Span, start: int, end: int, known: Notes, role: str) -> Sentence:
    text = piece.text[start:end]
    tokens = tuple(t for t in tokenize(text) if t.key)
    ends = [0, *(t.end for t in tokens)]
    starts = [*(t.start for t in tokens), len(text)]
    gaps = tuple(text[a:b].strip() for a, b in zip(ends, starts, strict=True))
    offset = piece.start + start
    found = known.entities.get(piece.line, ())
    days = known.dates.get(piece.line, ())
    entities: dict[int, tuple[Known, ...]] = {}
    dates: dict[int, Known] = {}
    if found or days:
        at = {offset + t.start + n: (i, n) for i, t in enumerate(tokens) for n in range(min(4, len(t.text)))}
        until = {offset + t.end: i + 1 for i, t in enumerate(tokens)}
        for a, b, entity in found:
            if a in at and b in until:
                i, n = at[a]
                lead = match_key(tokens[i].text[:n])
                entities[i] = (*entities.get(i, ()), Known(until[b], lead, entity))
        for a, b, day in days:
            if a in at and b in until:
                dates[at[a][0]] = Known(until[b], match_key(tokens[at[a][0]].text[: at[a][1]]), day)
    return Sentence(piece.line, tokens, gaps, entities, dates, role, known.states, {})
