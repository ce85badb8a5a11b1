"""One finished article to the view its two pages share."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model import Block, Entity, Entry, Number, Sentence, Span
from sitegen.reading.numbers.words import ordinal_nouns
from sitegen.site import urls
from sitegen.site.cards import Card, named, topic
from sitegen.site.views import (
    ArticleView,
    BlockView,
    DateFact,
    EntityFact,
    EvidenceView,
    Named,
    NumberFact,
    PersonFact,
    QuoteView,
    Run,
    StubLine,
)

#: Units of figures that are places in a row.
_ORDINALS = frozenset(ordinal_nouns().values())
#: What each publish mode shows of the Arabic text.
_EXCERPT = ("subtitle", "dateline", "lede")


def article_view(entry: Entry, card: Card, publish: str) -> ArticleView:
    """Return everything an article page shows, in the order it is shown."""
    reading, english = entry.reading, entry.english
    speakers = {n.id: n for n in card.terms if n.kind in ("person", "org")}
    people, places, orgs = (
        [(e, named(e)) for e in kind] for kind in (reading.people, reading.places, reading.orgs)
    )
    mentions = [(span, name) for e, name in (*people, *places, *orgs) for span in e.mentions]
    stub = tuple(_with_evidence(s, entry) for s in english.sentences)
    return ArticleView(
        card=card.view,
        source_url=reading.meta.url or "",
        author=reading.meta.author or "",
        headline=_with_evidence(english.headline, entry),
        stub=stub,
        layer=english.engine,
        stale=english.stale,
        blocks=tuple(_blocks(published(reading.article.blocks, publish), mentions)),
        publish=publish,
        people=tuple([PersonFact(name, p.role_ar, p.role_en, _lines(p.mentions)) for p, name in people]),
        places=_facts(places),
        orgs=_facts(orgs),
        topics=tuple(EntityFact(topic(t), t.because) for t in reading.topics),
        numbers=tuple(_figure(n) for n in reading.numbers),
        dates=tuple(DateFact(d.text, d.value, d.role, d.line) for d in entry.dates),
        quotes=tuple(
            QuoteView(q.text, q.line, speakers.get(q.speaker) if q.speaker else None, q.speaker_ar)
            for q in reading.quotes
        ),
        events=card.details.events,
        dropped=sum(mark.role in ("furniture", "duplicate") for mark in reading.article.marks),
        data_path=urls.record(entry.raw.id),
        kind=reading.article.kind,
    )


def _figure(number: Number) -> NumberFact:
    """Return a figure; an ordinal is told as «round 4», for four rounds are another thing."""
    approx = "nth" if number.unit in _ORDINALS else number.approx
    return NumberFact(number.text, number.value, number.unit, approx, number.line)


def published(blocks: tuple[Block, ...], publish: str) -> tuple[Block, ...]:
    """Return the blocks that a publish mode shows."""
    if publish == "full":
        return blocks
    if publish == "excerpt":
        return tuple(b for b in blocks if b.role in _EXCERPT)
    return ()


def _with_evidence(sentence: Sentence, entry: Entry) -> StubLine:
    return StubLine(
        sentence, tuple(EvidenceView("", n, entry.raw.lines[n - 1].strip()) for n in sentence.lines)
    )


def _lines(spans: Iterable[Span]) -> tuple[int, ...]:
    return tuple(sorted({span.line for span in spans}))


def _facts(entities: Iterable[tuple[Entity, Named]]) -> tuple[EntityFact, ...]:
    return tuple([EntityFact(name, _lines(e.mentions)) for e, name in entities])


def _blocks(blocks: Iterable[Block], mentions: list[tuple[Span, Named]]) -> Iterable[BlockView]:
    """Cut each block into runs at the mentions that lie in it; a second piece follows a space."""
    by_line: dict[int, list[tuple[Span, Named]]] = {}
    for mention in mentions:
        by_line.setdefault(mention[0].line, []).append(mention)
    for those in by_line.values():
        those.sort(key=_reach)
    for block in blocks:
        runs: list[Run] = []
        for piece in block.pieces:
            if runs:
                runs.append(Run(" "))
            runs.extend(_runs(piece, by_line.get(piece.line, [])))
        yield BlockView(
            block.role, tuple(dict.fromkeys(p.line for p in block.pieces)), tuple(runs), block.credit
        )


def _reach(mention: tuple[Span, Named]) -> tuple[int, int]:
    return mention[0].start, -mention[0].end


def _runs(piece: Span, mentions: list[tuple[Span, Named]]) -> Iterable[Run]:
    at = piece.start
    for span, name in mentions:
        if span.start < at or span.end > piece.end:
            continue  # outside this piece, or inside a longer mention
        if span.start > at:
            yield Run(piece.text[at - piece.start : span.start - piece.start])
        yield Run(span.text, name)
        at = span.end
    if at < piece.end:
        yield Run(piece.text[at - piece.start :])
