"""Find the places and organisations an article names: longest form first, doubtful ones by their cues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from sitegen.desk.lexicon import Lexicon
from sitegen.model import Article, Entity, EntityKind, Record, Span
from sitegen.reading.gazetteer import Generic, Lead, clubs, cue, gazetteer, is_cue
from sitegen.reading.kept import kept_spans
from sitegen.text.nationalities import Nationality, by_place, nationality, nationality_at
from sitegen.text.phrases import Hit
from sitegen.text.tokens import Token, tokenize

_JOINS = frozenset(" \u00a0\"“”«»'\u200f\u200e\u200b")  # what may part a head from its nationality
_LISTS = frozenset(" \u00a0،,/-–")  # what may part one place from the next
_SPORT = 4  # so many words of sport make a report one of sport


class _Line(NamedTuple):
    """One kept stretch of text and its words."""

    span: Span
    tokens: tuple[Token, ...]
    dateline: bool

    def between(self, i: int) -> str:
        """Return what is printed between word `i - 1` and word `i`."""
        return self.span.text[self.tokens[i - 1].end : self.tokens[i].start]

    def joined(self, i: int, marks: frozenset[str] = _JOINS) -> bool:
        """Say whether word `i` follows the word before it with nothing but `marks` between."""
        return 0 < i < len(self.tokens) and marks.issuperset(self.between(i))


class _Found(NamedTuple):
    """One mention: what it names and where in the raw line."""

    record: Record
    span: Span


class _Page:
    """The kept lines of one article and what they prove together."""

    def __init__(self, lexicon: Lexicon, lines: Sequence[_Line]) -> None:
        self.index, self.lexicon, self.lines = gazetteer(lexicon), lexicon, lines

    @cached_property
    def countries(self) -> frozenset[str]:
        """Return the ISO codes of the countries that undoubted forms and nationalities name."""
        ids = {found.place for line in self.lines for t in line.tokens if (found := nationality(t.text))}
        places = [self.lexicon.get("place", id) for id in ids]
        for line in self.lines:
            for hit in self.index.find(line.tokens):
                leads = [lead for lead in hit.values if lead.kind == "place" and not lead.need]
                places += [lead.record for lead in leads] if len(leads) == len(hit.values) == 1 else []
        return frozenset(place.country for place in places if place)

    @cached_property
    def sport(self) -> bool:
        """Say whether this is a report of sport."""
        words = cue("clubs.context")
        return sum(token.key in words for line in self.lines for token in line.tokens) >= _SPORT


def find_entities(
    article: Article, lexicon: Lexicon, lines: Sequence[str] = ()
) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """Return the places and the organisations of `article`, each with its mentions in reading order.

    `lines` are the raw lines; with them datelines and photo credits are read too.
    """
    datelines = {mark.n for mark in article.marks if mark.role == "dateline"}
    page = _Page(
        lexicon, [_Line(s, tokenize(s.text), s.line in datelines) for s in kept_spans(article, lines)]
    )
    found = [hit for line in page.lines for hit in _scan(page, line)]
    places = [hit for hit in found if hit.record.kind == "place"]
    return _entities("place", places), _entities("org", [hit for hit in found if hit.record.kind != "place"])


def _entities(kind: EntityKind, found: list[_Found]) -> tuple[Entity, ...]:
    """Gather the mentions of each record in the order of the first ones."""
    mentions: dict[str, list[Span]] = {}
    for hit in found:
        mentions.setdefault(hit.record.id, []).append(hit.span)
    records = {hit.record.id: hit.record for hit in reversed(found)}
    return tuple(
        Entity(kind, id, records[id].ar, records[id].en, known=True, mentions=tuple(spans))
        for id, spans in mentions.items()
    )


def _scan(page: _Page, line: _Line) -> Iterator[_Found]:
    after = beside = 0  # beside: the word after the last place
    for i in page.index.starts(line.tokens):
        hit = page.index.at(line.tokens, i) if i >= after else None
        if hit is None:
            continue
        found, after = _read(page, line, hit, beside)
        for record, first, last in found:
            start = hit.start if first == hit.first else line.tokens[first].start
            yield _Found(record, _cut(line.span, start, line.tokens[last - 1].end))
            beside = last if record.kind == "place" else beside


def _cut(span: Span, start: int, end: int) -> Span:
    return Span(span.line, span.start + start, span.start + end, span.text[start:end])


_Named = tuple[list[tuple[Record, int, int]], int]  # (record, first word, word after), where to go on


def _read(page: _Page, line: _Line, hit: Hit[Lead], beside: int) -> _Named:
    """Return what a form names here and the word to go on from."""
    if any(lead.kind == "guard" for lead in hit.values):
        return [], hit.last
    if record := _choose(page, line, hit, beside):
        return [(record, hit.first, hit.last)], hit.last
    for lead in hit.values:
        if lead.kind == "border" and (border := _border(line, hit)):
            return border
        if lead.generic and (body := _state_body(page, line, hit, lead.generic, lead.kind)):
            return body
    return [], hit.first + 1


def _choose(page: _Page, line: _Line, hit: Hit[Lead], beside: int) -> Record | None:
    """Return the one record a form means here, None when it is doubtful."""
    outlets = [lead for lead in hit.values if lead.kind == "outlet" and lead.record]
    media = hit.first > 0 and is_cue(line.tokens[hit.first - 1], ("outlets.media_nouns",))
    if outlets and (media or (not outlets[0].need and len(outlets) == len(hit.values))):
        return outlets[0].record
    records = [
        record
        for lead in hit.values
        if lead.kind in ("place", "org") and (record := _holding(page, line, hit, lead, beside))
    ]
    if len(records) > 1:
        printed = line.span.text[hit.start : hit.end]
        exact = [record for record in records if record.ar == printed]
        records = exact if len(exact) == 1 else [r for r in records if r.country in page.countries]
    return records[0] if len(records) == 1 else None


def _holding(page: _Page, line: _Line, hit: Hit[Lead], lead: Lead, beside: int) -> Record | None:
    """Return the record of `lead` if the cues beside it hold; in a sport report a city may be its club."""
    record, need = lead.record, lead.need
    if record is None:
        return None
    if "adjectives" in need and _qualifies(line, hit):
        return None
    if lead.kind == "place" and _inside_name(line, hit):
        return None
    located = _located(line, hit, beside)
    if "weak" in need and located != "noun":
        return None
    if "soft" in need and not located:
        return None
    if "backed" in need and (record.country not in page.countries or hit.prefix.endswith("ب")):
        return None
    key = line.tokens[hit.first].key
    if lead.kind == "place" and key in clubs() and not located and page.sport:
        return page.lexicon.get("org", clubs()[key])
    return record


def _located(line: _Line, hit: Hit[Lead], beside: int) -> str:
    """Return the cue that makes a form a place: "noun" (of place, or a dateline), "word" or none."""
    before = line.tokens[hit.first - 1] if line.joined(hit.first) else None
    if line.dateline or (before and is_cue(before, ("place_nouns",))):
        return "noun"
    if (hit.prefix.endswith(("ب", "ل")) and hit.end - hit.start > 3) or (
        before and is_cue(before, ("prepositions",))
    ):
        return "word"
    if beside and beside == hit.first and line.joined(beside, _LISTS):
        return "word"
    opens = hit.first == 0 and line.span.text[hit.end :].lstrip()[:1] in tuple("-–/(")
    return "word" if opens else ""


def _inside_name(line: _Line, hit: Hit[Lead]) -> bool:
    """Say whether a place is part of the name before it: «جامعة القاهرة», «بنك الأردن»."""
    bare = not hit.prefix and line.joined(hit.first)
    return bare and is_cue(line.tokens[hit.first - 1], ("institutions",))


def _qualifies(line: _Line, hit: Hit[Lead]) -> bool:
    """Say whether a feminine form is an adjective of the definite noun before it."""
    if hit.prefix not in ("", "و") or not line.joined(hit.first):
        return False
    before = line.tokens[hit.first - 1]
    if hit.prefix:
        return before.key.endswith("ه") and nationality(before.text) is not None
    return before.key.removeprefix("و").startswith(("ال", "بال", "لل"))


def _state_body(page: _Page, line: _Line, hit: Hit[Lead], generic: Generic, kind: str) -> _Named | None:
    """Return «الجيش العراقي» or «حكومة العراق» as an organisation of that country."""
    if not line.joined(hit.last):
        return None
    if kind == "construct":
        country = page.index.at(line.tokens, hit.last)
        place = (
            next((lead.record for lead in country.values if lead.kind == "place"), None) if country else None
        )
        if (
            country is None
            or place is None
            or country.prefix
            or place.id not in by_place()
            or not place.country
        ):
            return None
        body = _body(page, generic, by_place()[place.id])
        return [(body, hit.first, country.last), (place, hit.last, country.last)], country.last
    found = _agreeing(line, hit.last, feminine=generic.feminine)
    place = page.lexicon.get("place", found[0].place) if found else None
    if found is None or place is None or not place.country:
        return None
    return [(_body(page, generic, found[0]), hit.first, found[1])], found[1]


def _body(page: _Page, generic: Generic, of: Nationality) -> Record:
    """Return the editor's record of this organisation where there is one."""
    made = generic.record(of)
    return page.lexicon.get("org", made.id) or made


def _agreeing(line: _Line, i: int, *, feminine: bool) -> tuple[Nationality, int] | None:
    """Return a definite nationality of the right gender at word `i`."""
    found = nationality_at(line.tokens, i)
    if found is None or not line.tokens[i].key.startswith("ال"):
        return None
    return found if line.tokens[found[1] - 1].key.endswith("ه") == feminine else None


def _border(line: _Line, hit: Hit[Lead]) -> _Named | None:
    """Return «الحدود السورية - العراقية» as a place; its id does not depend on the order."""
    if not line.joined(hit.last) or not (one := _agreeing(line, hit.last, feminine=True)):
        return None
    if not line.joined(one[1], _JOINS | _LISTS) or not (two := _agreeing(line, one[1], feminine=True)):
        return None
    a, b = sorted((one[0], two[0]))
    record = Record(
        kind="place",
        id=f"{a.place}-{b.place}-border",
        ar=f"الحدود {a.agreeing(feminine=True)} {b.agreeing(feminine=True)}",
        en=f"{a.en}–{b.en} border",
        builtin=True,
    )
    return [(record, hit.first, two[1])], two[1]
