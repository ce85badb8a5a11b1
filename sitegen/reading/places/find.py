"""Find the places and organisations an article names: longest form first, doubtful ones by their cues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from sitegen.desk.lexicon import Lexicon
from sitegen.model import Article, Entity, EntityKind, Record, Span
from sitegen.reading.kept import kept_spans
from sitegen.reading.places.clubs import bare_name, called, club_of, stands_for_club
from sitegen.reading.places.cues import (
    abroad,
    accusative,
    behind_given,
    called_after,
    in_quarter,
    is_told,
    is_woman,
    located,
    on_the_field,
    qualifies,
    with_plus,
    with_pronoun,
)
from sitegen.reading.places.gazetteer import Lead, backers, cue, gazetteer, is_cue
from sitegen.reading.places.parts import inside_another
from sitegen.reading.places.seats import body_of_place
from sitegen.reading.places.state_bodies import Named, TextLine, body_of_country, body_of_nationality, border
from sitegen.text.fold import strip_marks
from sitegen.text.nationalities import NATIONALITIES, by_place, nationality
from sitegen.text.phrases import Hit
from sitegen.text.tokens import tokenize

_STOPS = frozenset("،؛؟:")  # no name of several words has one inside
_SPORT = 4  # so many words of sport make a report one of sport,
_WITH_CLUB = 2  # or so many beside a club that nothing else is,
_SPORTING = 3  # and so many beside a word of clubs before a name


class _Found(Struct, frozen=True, gc=False):
    """One mention: what it names and where in the raw line."""

    record: Record
    span: Span


class _Page:
    """The kept lines of one article and what they prove together."""

    def __init__(self, article: Article, lexicon: Lexicon, lines: Sequence[str]) -> None:
        self.lexicon, self.index, self.title = lexicon, gazetteer(lexicon), article.title_line
        datelines = {mark.n for mark in article.marks if mark.role == "dateline"}
        self.lines = [self._line(span, span.line in datelines) for span in kept_spans(article, lines)]

    def _line(self, span: Span, dateline: bool) -> TextLine:
        tokens = tokenize(span.text)
        hits = {i: hit for i in self.index.starts(tokens) if (hit := self.index.at(tokens, i))}
        return TextLine(span, tokens, hits, dateline)

    @cached_property
    def quarters(self) -> frozenset[str]:
        """Return the ids of places whose name a quarter or a town abroad bears here: «حي غرناطة»."""
        hits = ((line, hit, hit.values[0].record) for line in self.lines for hit in line.hits.values())
        return frozenset(
            record.id
            for line, hit, record in hits
            if record and (called_after(line, hit, record) or abroad(line, hit, record))
        )

    @cached_property
    def named(self) -> Counter[str]:
        """Return how often undoubted forms and nationalities name each country, by ISO code."""
        words = (line.tokens[i].text for line in self.lines for i in NATIONALITIES.places(line.tokens))
        places = [self.lexicon.get("place", found.place) for word in words if (found := nationality(word))]
        for line in self.lines:
            for hit in line.hits.values():
                lead = hit.values[0]
                known = len(hit.values) == 1 and lead.kind == "place" and lead.record and not lead.need
                if known and lead.record and lead.record.id not in self.quarters:
                    places.append(lead.record)
        return Counter(place.country for place in places if place)

    @cached_property
    def countries(self) -> frozenset[str]:
        """Return the ISO codes of the countries that undoubted forms and nationalities name."""
        return frozenset(self.named)

    @cached_property
    def clubs(self) -> frozenset[str]:
        """Return the ids of the clubs that undoubted forms name: «برشلونة الإسباني»."""
        leads = (hit.values[0] for line in self.lines for hit in line.hits.values() if len(hit.values) == 1)
        return frozenset(
            lead.record.id for lead in leads if lead.record and lead.kind == "org" and not lead.need
        )

    @cached_property
    def sporting(self) -> int:
        """Return how many words of sport the page has."""
        words = cue("clubs.context")
        return sum(sum(map(words.__contains__, line.tokens.keys)) for line in self.lines)

    @property
    def sport(self) -> bool:
        """Say whether this is a report of sport: fewer words of it are needed where a club is named."""
        return self.sporting >= _SPORT or (self.sporting >= _WITH_CLUB and bool(self.clubs))

    @cached_property
    def called(self) -> frozenset[str]:
        """Return the bare names that are clubs somewhere on this page, «حارس النصر»."""
        return called(self.lines) if self.sporting >= _SPORTING else frozenset()

    def bare_club(self, line: TextLine, hit: Hit[Lead]) -> Record | None:
        """Return the club that a bare name means here, None when it is doubtful."""
        name, title = bare_name(hit), line.span.line == self.title
        if name not in self.called or not stands_for_club(line, hit, title=title):
            return None
        text = " ".join(each.span.text for each in self.lines)
        return self.lexicon.get("org", club_of(name, self.called, self.named, text))


def find_entities(
    article: Article, lexicon: Lexicon, lines: Sequence[str] = ()
) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """Return the places and the organisations of `article`, each with its mentions in reading order.

    `lines` are the raw lines; with them datelines and photo credits are read too.
    """
    page = _Page(article, lexicon, lines)
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


def _scan(page: _Page, line: TextLine) -> Iterator[_Found]:
    after = beside = 0  # beside: the word after the last place
    for i, hit in line.hits.items():
        if i < after:
            continue
        found, after = _read(page, line, hit, beside)
        for named in found:
            start = hit.start if named.first == i else line.tokens[named.first].start
            end = line.tokens[named.last - 1].end
            at = line.span.start
            yield _Found(named.record, Span(line.span.line, at + start, at + end, line.span.text[start:end]))
            beside = named.last if named.record.kind == "place" else beside


def _read(page: _Page, line: TextLine, hit: Hit[Lead], beside: int) -> tuple[list[Named], int]:
    """Return what a form names here and the word to go on from."""
    if any(lead.kind == "guard" for lead in hit.values):
        return [], hit.last
    if hit.last > hit.first + 1 and not _STOPS.isdisjoint(line.span.text[hit.start : hit.end]):
        return [], hit.first + 1
    if record := _choose(page, line, hit, beside):
        return [Named(record, hit.first, hit.last)], hit.last
    for lead in hit.values:
        found = _built(page, line, hit, lead)
        if found:
            return found, found[0].last
    if bare_name(hit) and (club := page.bare_club(line, hit)):
        return [Named(club, hit.first, hit.last)], hit.last
    return [], hit.first + 1


def _built(page: _Page, line: TextLine, hit: Hit[Lead], lead: Lead) -> list[Named]:
    """Return what a head word makes with the nationality or country after it."""
    if "adjectives" in lead.need and qualifies(line, hit):
        return []
    if lead.kind == "border" and (found := border(line, hit)):
        return [found]
    if lead.kind == "seat" and lead.generic and (body := body_of_place(line, hit, lead.generic)):
        return [_edited(page, body[0]), *body[1:]]
    if lead.kind == "construct" and lead.generic and (pair := body_of_country(line, hit, lead.generic)):
        return [_edited(page, pair[0]), pair[1]]
    if lead.kind == "generic" and lead.generic and (own := body_of_nationality(line, hit, lead.generic)):
        place = page.lexicon.get("place", own[0].place)
        return [_edited(page, own[1])] if place and place.country else []
    return []


def _edited(page: _Page, named: Named) -> Named:
    """Return the editor's record of a built organisation where there is one."""
    return replace(named, record=page.lexicon.get("org", named.record.id) or named.record)


def _choose(page: _Page, line: TextLine, hit: Hit[Lead], beside: int) -> Record | None:
    """Return the one record a form means here, None when it is doubtful."""
    outlets = [lead for lead in hit.values if lead.kind == "outlet" and not _unbacked(page, lead)]
    if outlets:
        media = hit.first > 0 and is_cue(line.tokens[hit.first - 1].key, "outlets.media_nouns")
        if (
            media
            or (line.dateline and hit.first and _is_parted(line, hit))
            or is_told(line, hit)
            or ("outlets.weak" not in outlets[0].need and len(outlets) == len(hit.values))
        ):
            return outlets[0].record
    records = [
        record
        for lead in hit.values
        if lead.kind in ("place", "org") and (record := _holding(page, line, hit, lead, beside))
    ]
    if len(records) > 1:
        printed = line.span.text[hit.start : hit.end]
        vowelled = [r for r in records if r.ar == printed != strip_marks(printed)]  # عمّان, not عُمان
        records = vowelled or [r for r in records if r.country in page.countries]
    return records[0] if len(records) == 1 else None


def _is_parted(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a mark parts who reports from the place: not so in «الدوحة - لوسيل الاقتصادية»."""
    return not line.joined(hit.first)


def _unbacked(page: _Page, lead: Lead) -> bool:
    """Say whether papers of several countries bear a form and the article names not that of `lead`."""
    return "outlets.shared" in lead.need and lead.record is not None and not _backed(page, lead.record)


def _holding(page: _Page, line: TextLine, hit: Hit[Lead], lead: Lead, beside: int) -> Record | None:
    """Return the record of `lead` if the cues beside it hold; in a sport report a city may be its club."""
    record, need = lead.record, lead.need
    if record is None or inside_another(line, hit, lead, sport=page.sport):
        return None
    if "adjectives" in need and (qualifies(line, hit) or is_woman(line, hit)):
        return None
    sure = lead.club in page.clubs
    club = lead.club is not None and (page.sport or sure)
    if lead.kind == "place" and with_pronoun(line, hit, record):
        need = need | {"weak"}
    if record.ar.endswith("يا") and accusative(line, hit):
        return None
    if lead.kind == "place" and _is_elsewhere_too(page, line, hit, lead, record):
        return None
    where = located(line, hit, beside) if need or club else ""
    if ("weak" in need and where != "noun") or ("soft" in need and not where):
        return None
    if not need.isdisjoint(("weak", "contested")) and _elsewhere(
        page, record
    ):  # «ولاية صور» of Oman is not Tyre
        return None
    if "backed" in need and (hit.prefix.endswith("ب") or not _backed(page, record)):
        return None
    if sure and where == "word" and hit.first and is_cue(line.tokens[hit.first - 1].key, "clubs.toward"):
        where = "to"  # «انتقل من أتلتيكو إلى برشلونة»
    where = "to" if club and on_the_field(line, hit) else where
    if club and where in ("", "to"):
        return page.lexicon.get("org", lead.club or "")
    return with_plus(line, hit, record, page.lexicon)


def _is_elsewhere_too(page: _Page, line: TextLine, hit: Hit[Lead], lead: Lead, record: Record) -> bool:
    """Say whether a form names a quarter or a village called like a town: «حي الريان» of Jeddah."""
    if called_after(line, hit, record) or abroad(line, hit, record):
        return True
    if (in_quarter(line, hit) or behind_given(line, hit)) and _is_namesake(page, lead, record):
        return True
    again = record.id in page.quarters and not page.named[record.country]  # «سكان غرناطة»
    return again and not (line.joined(hit.first) and is_cue(line.tokens[hit.first - 1].key, "towns"))


def _is_namesake(page: _Page, lead: Lead, record: Record) -> bool:
    """Say whether nothing else on the page is of the country of a town."""
    counted = not (lead.need or record.id in page.quarters)
    return record.parent in by_place() and page.named[record.country] <= counted


def _elsewhere(page: _Page, record: Record) -> bool:
    """Say whether the article names countries and none of them is that of a doubtful name."""
    return bool(page.countries - {""}) and bool(record.country) and record.country not in page.countries


def _backed(page: _Page, record: Record) -> bool:
    """Say whether the article names the country of a doubtful name, or one that vouches for it."""
    known = {record.country} | backers().get(record.id, frozenset())
    return not known.isdisjoint(page.countries)
