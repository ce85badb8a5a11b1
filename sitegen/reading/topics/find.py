"""Say what an article is about: general topics by a word model, specific ones by the lexicon's phrases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from sitegen import data
from sitegen.desk.lexicon import Lexicon
from sitegen.model import Article, Entity, TopicHit
from sitegen.reading.kept import kept_spans
from sitegen.reading.topics.evidence import (
    has_words,
    is_hinted_at,
    is_local,
    rests_on_more,
    stands_beside,
    stands_in_title,
)
from sitegen.reading.topics.model import Counted, Given, count, narrower, ranked, reasons
from sitegen.reading.topics.rules import Line, fulfilled, is_thin, topic_rules
from sitegen.text.finders import Finder
from sitegen.text.fold import match_key
from sitegen.text.tokens import Token, Tokens, stem_keys, tokenize

#: How much a line weighs by its role; the body weighs 1.
_WEIGHTS = {"title": 3.0, "subtitle": 2.0, "lede": 1.5, "caption": 0.7, "byline": 0.0, "dateline": 0.0}
_GIVEN = 2.5  # points a specific topic gives its general one for each line
_LEAST = 6.0  # points a general topic needs to be named at all
_MANY = 10.0  # with these a main topic needs nothing else
_BESIDE = 0.4  # share of the first topic's points that another one needs,
_WITHIN = 0.25  # and one that belongs to the first: it is counted in its points already
_MOST = 3  # general topics of one article
_WHOLLY = 0.9  # a wider topic that has so much from a narrower one rests on it
_ALMOST = 0.6  # with such a share of the first, one that title and text tell of is the main one
_PARTLY = 0.25  # what a wider topic takes from one that is hardly part of it: courts and politics
_TOLD = 0.35  # what such a one needs of the first, which has no word of its own, where a crime of it is told
_TWICE = 2.0  # what a topic that belongs to no general one of the article must weigh
_RIVAL = 3.0  # times as often a sport comes beside which another one is named in passing
_NEAR = 20  # letters before a place in which the word for a district ends
_REASONS = 5  # lines shown for a general topic


def find_topics(
    article: Article,
    lexicon: Lexicon,
    named: Sequence[Entity] = (),
    lines: Sequence[str] = (),
) -> tuple[TopicHit, ...]:
    """Return the general topics, the main one first, then the specific topics.

    Words of the people and places `named` are no words: «نادية» is no club, «الكونغو الديمقراطية» no party.
    """
    places = [each for each in named if each.kind == "place"]
    kept = _lines(article, lexicon, places, lines)
    names = _names(named)
    districts = (
        _districts(places, lines) if any(_DISTRICTS.places(line.tokens) for line in kept) else frozenset()
    )
    rules = topic_rules(lexicon)
    specific = fulfilled(rules, kept)
    for wider in {wider for id in specific for wider in _wider(id, lexicon)}:
        specific.pop(wider, None)  # the narrower topic says it
    given = [
        (wider, n, _GIVEN * weight)
        for id, by_line in specific.items()
        for wider in _wider(id, lexicon)
        for n, weight in by_line.items()
    ]
    counted = count((line.n, line.weight, _words(line, names, districts)) for line in kept)
    general = _general(counted, given, lexicon)
    near = {hit.id for hit in general}
    related = {id for id in specific if near.intersection(_wider(id, lexicon))}
    around = near.union(*map(narrower, near))
    told = {
        id: by_line
        for id, by_line in specific.items()
        if not _in_passing(id, by_line, lexicon)
        or (around.intersection(_wider(id, lexicon)) and _is_firm(id, specific, kept, lexicon))
    }
    return (*general, *_specific(told, related, lexicon))


def _in_passing(id: str, by_line: Mapping[int, float], lexicon: Lexicon) -> bool:
    """Say whether a shipped topic stands once below the title, though in the lede: «قال … في موسم الحج»."""
    record = lexicon.get("topic", id)
    return record is not None and record.builtin and sum(by_line.values()) < _TWICE


def _is_firm(
    id: str, specific: Mapping[str, Mapping[int, float]], kept: Sequence[Line], lexicon: Lexicon
) -> bool:
    """Say whether a topic of the lede alone is a discipline, or rests on more than one phrase once.

    A discipline beside another that comes again and again is none: the hall is «مشغولة بمباريات كرة اليد».
    """
    record, wider = lexicon.get("topic", id), _wider(id, lexicon)[:1]
    if record is None:
        return True
    if not _disciplined().isdisjoint(wider):
        others = (other for other in specific if other != id and _wider(other, lexicon)[:1] == wider)
        most = max((sum(specific[other].values()) for other in others), default=0.0)
        return most < _RIVAL * sum(specific[id].values())
    return not is_thin(topic_rules(lexicon), record, specific[id], kept)


@cache
def _disciplined() -> frozenset[str]:
    return frozenset(data.table("topic_bodies")["disciplined"])


def _lines(article: Article, lexicon: Lexicon, places: Sequence[Entity], lines: Sequence[str]) -> list[Line]:
    """Return the kept lines with their weights and the places each of them names."""
    roles: dict[tuple[int, int], str] = {
        (piece.line, piece.start): block.role for block in article.blocks for piece in block.pieces
    }
    roles |= {
        (mark.n, 0): mark.role for mark in article.marks if mark.role in ("subtitle", "byline", "dateline")
    }
    named: defaultdict[int, set[str]] = defaultdict(set)
    for entity in places:
        for mention in entity.mentions:
            named[mention.line] |= _around(entity.id, lexicon)
    out = []
    for span in kept_spans(article, lines):
        role = "title" if span.line == article.title_line else roles.get((span.line, span.start), "body")
        weight = _WEIGHTS.get(role, 1.0)
        if weight:
            out.append(Line(span.line, tokenize(span.text), weight, frozenset(named[span.line]), span.start))
    if article.title and article.title_line is None:
        out.insert(0, Line(0, tokenize(article.title), _WEIGHTS["title"]))
    return out


def _names(entities: Iterable[Entity]) -> dict[int, list[tuple[int, int]]]:
    """Return where names stand that no topic is known by, by line: unknown persons, places of two words."""
    found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for entity in entities:
        for mention in entity.mentions:
            if not entity.known or (entity.kind == "place" and " " in mention.text):
                found[mention.line].append((mention.start, mention.end))
    return found


def _words(
    line: Line, names: Mapping[int, Sequence[tuple[int, int]]], districts: frozenset[str]
) -> Sequence[Token]:
    """Return the words of a line that stand in no name and are no district."""
    left: Sequence[Token] = line.tokens
    if districts:
        left = [t for t in left if districts.isdisjoint(stem.removeprefix("ال") for stem in stem_keys(t.key))]
    if line.n not in names:
        return left
    for first, last in names[line.n]:
        start, end = first - line.start, last - line.start
        left = [token for token in left if token.end <= start or end <= token.start]
    return Tokens.of(left, [token.key for token in left], [token.light for token in left], ())


def _districts(places: Iterable[Entity], lines: Sequence[str]) -> frozenset[str]:
    """Return the words for a district that stand before a place in the article: «قضاء الزبير» is no court."""
    mentions = (m for place in places for m in place.mentions if m.line <= len(lines))
    before = (tokenize(lines[m.line - 1][max(0, m.start - _NEAR) : m.start]) for m in mentions)
    return _district_words().intersection(
        {stem for words in before if words for stem in stem_keys(words[-1].key)}
    )


@cache
def _district_words() -> frozenset[str]:
    return frozenset(map(match_key, data.table("topic_bodies")["districts"]))


@cache
def _defined_or_not() -> frozenset[str]:
    return frozenset(article + word for word in _district_words() for article in ("", "ال"))


_DISTRICTS = Finder(lambda _, stems: not _defined_or_not().isdisjoint(stems))


def _wider(id: str, lexicon: Lexicon) -> list[str]:
    """Return the topics a topic belongs to, the nearest first."""
    wider: list[str] = []
    record = lexicon.get("topic", id)
    while record and record.parent and record.parent not in wider:
        wider.append(record.parent)
        record = lexicon.get("topic", record.parent)
    return wider


def _around(id: str, lexicon: Lexicon) -> set[str]:
    """Return a place and the places it lies in."""
    around: set[str] = set()
    while id and id not in around:
        around.add(id)
        record = lexicon.get("place", id)
        id = record.parent if record else ""
    return around


def _general(counted: Counted, given: Given, lexicon: Lexicon) -> list[TopicHit]:
    """Return the general topics worth naming: the first one, and those close to it that rest on enough."""
    hits: list[TopicHit] = []
    scores = _main_first(_worded(counted, given), counted, given)
    for topic, points in scores:
        within = topic in narrower(scores[0][0])
        if points < max(_LEAST, (_WITHIN if within else _BESIDE) * scores[0][1]) or len(hits) == _MOST:
            continue
        if topic == scores[0][0] and not _is_told(topic, points, counted, given):
            return []
        share = points / scores[0][1]
        sure = topic == scores[0][0] or (within and share >= _WHOLLY)
        if not sure and not _has_its_own(topic, counted, given, None if within else share, scores[0][0]):
            continue
        if record := lexicon.get("topic", topic):
            because = tuple(n for n in reasons(counted, topic, given) if n)[:_REASONS]
            hits.append(TopicHit(record.id, record.ar, record.en, because, general=True))
    return hits


def _worded(counted: Counted, given: Given) -> list[tuple[str, float]]:
    """Return the topics with their points, best first, that a clear word or a title's hint speaks for.

    «الوزير» and «الرئيس» stand in every text: of themselves they are no politics, however often they come.
    """
    named = {wider for wider, _, _ in given}
    titled = max((weight for _, weight, _ in counted.lines), default=0.0) >= _WEIGHTS["title"]

    def speaks(family: Sequence[str]) -> bool:
        words = any(topic in named or has_words(counted, topic) for topic in family)
        return words or (titled and is_hinted_at(counted, family))

    return [each for each in ranked(counted, given) if speaks((each[0], *narrower(each[0])))]


def _has_its_own(topic: str, counted: Counted, given: Given, share: float | None, first: str) -> bool:
    """Say whether the text tells of a lesser topic; `share` of the first's points, None if part of it."""
    if share is not None:
        return stands_beside(counted, topic, share, given, first)
    return rests_on_more(counted, topic, given) and (
        stands_in_title(counted, topic) or rests_on_more(counted, topic, given, lines=3)
    )


def _is_told(topic: str, points: float, counted: Counted, given: Given) -> bool:
    """Say whether a main topic has many points, a hint in the title, or two words in two lines."""
    family = (topic, *narrower(topic))
    return points >= _MANY or is_hinted_at(counted, family) or rests_on_more(counted, topic, given)


def _main_first(scores: list[tuple[str, float]], counted: Counted, given: Given) -> list[tuple[str, float]]:
    """Put the second topic first where it has nearly as many points, and title and text tell of it.

    The same with a third that the first one takes points from though it is hardly part of it: courts.  That
    one is first with less where a crime is named and no word is of politics itself: drugs that police seize.
    Where clans fight or policemen arrest, and no such word is there, the best part of politics is first.
    """
    if not scores or rests_on_more(counted, scores[0][0], given):
        return scores
    first, most = scores[0]
    own = narrower(first)
    named = {wider for wider, _, _ in given}
    crime = next(
        (t for t, share in own.items() if share <= _PARTLY and (t in named or _judged(counted, t))), ""
    )
    if not has_words(counted, first) and dict(scores).get(crime, 0) >= _TOLD * most:
        return sorted(scores, key=lambda each: each[0] != crime)
    if own and is_local(counted):
        part = next((topic for topic, _ in scores if topic in own), first)
        return sorted(scores, key=lambda each: each[0] != part)
    for i, (topic, points) in enumerate(scores[1:3], 1):
        partly = own.get(topic, 1.0 if i > 1 else 0.0)
        if points < _ALMOST * most or partly > _PARTLY:
            continue
        wholly = {part for part, share in own.items() if not partly or share == 1}
        told = any(stands_in_title(counted, each) for each in {first, *wholly})
        if not told and rests_on_more(counted, topic, given) and stands_in_title(counted, topic):
            return [scores[i], *scores[:i], *scores[i + 1 :]]
    return scores


def _judged(counted: Counted, topic: str) -> bool:
    """Say whether title and text tell of courts: whom they sentence for terror is no politics."""
    return stands_in_title(counted, topic) and rests_on_more(counted, topic)


def _specific(found: dict[str, dict[int, float]], related: set[str], lexicon: Lexicon) -> list[TopicHit]:
    """Return the specific topics: those `related` to a general one of the article first, by strength."""
    ranked = sorted(found.items(), key=lambda item: (item[0] not in related, -sum(item[1].values()), item[0]))
    hits = []
    for id, by_line in ranked:
        if record := lexicon.get("topic", id):
            because = sorted((n for n in by_line if n), key=lambda n: (-by_line[n], n))
            hits.append(TopicHit(id, record.ar, record.en, tuple(because)))
    return hits
