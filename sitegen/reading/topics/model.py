"""The twenty general topics as a small model that can be read: weighted words and phrases, no more.

Every word of an article adds its points to the topics it points to; a word that
comes often adds less each time, title and lede weigh more.  What each line gave
is kept, so that a topic can show its reasons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from math import sqrt

from msgspec import Struct

from sitegen import data
from sitegen.text.finders import Finder
from sitegen.text.fold import match_key
from sitegen.text.phrases import PhraseIndex
from sitegen.text.remembered import Remembered
from sitegen.text.tokens import Token, stems

_POINTS = {"strong": 3.0, "clear": 2.0, "faint": 0.7, "against": -2.0}
_CLEAR = 2.0  # of a word that may stand for a topic
_ENDINGS = frozenset(
    ("تين", "تان", "تها", "ات", "ون", "ين", "ان", "ها", "هم", "يه", "ته", "يا", "نا", "ه", "ي", "ا")
)
_SHORTEST = 3  # letters that must stay when an ending comes off


class Term(Struct, frozen=True, eq=False):
    """A word or phrase and what it points to; two terms are the same only as objects."""

    form: str
    points: tuple[tuple[str, float], ...]  # (topic, points)
    clear: frozenset[str]  # topics that it may stand for


class Counted(Struct, frozen=True, gc=False):
    """The terms of an article, line by line with the weight of the line, and what each adds once damped."""

    lines: tuple[tuple[int, float, tuple[Term, ...]], ...]
    worth: Mapping[Term, float]  # points of a term are multiplied by this for each weighted mention
    clear: Mapping[str, Set[tuple[str, int]]]  # the forms that may stand for a topic, each with its lines


Given = Sequence[tuple[str, int, float]]  # points found elsewhere: (topic, line, points)


def count(lines: Iterable[tuple[int, float, Sequence[Token]]]) -> Counted:
    """Find the terms of each (line, weight, words); the tenth mention adds less than the first."""
    found = tuple((n, weight, tuple(terms(tokens))) for n, weight, tokens in lines)
    total: defaultdict[Term, float] = defaultdict(float)
    clear: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    for n, weight, line in found:
        for term in line:
            total[term] += weight
            for topic in term.clear:
                clear[topic].add((term.form, n))
    return Counted(found, {term: 1 / sqrt(weight) for term, weight in total.items()}, clear)


def ranked(counted: Counted, given: Given = ()) -> list[tuple[str, float]]:
    """Return the topics that have points with their points, best first.

    >>> from sitegen.text.tokens import tokenize
    >>> ranked(count([(1, 1.0, tokenize("فاز المنتخب في المباراة بهدفين"))]))[0][0]
    'sport'
    """
    own: defaultdict[str, float] = defaultdict(float)
    for term, worth in counted.worth.items():
        for topic, points in term.points:
            own[topic] += points / worth
    for topic, _, points in given:
        own[topic] += points
    scores = dict(own)
    for wider, parts in data.table("topic_terms")["family"].items():
        scores[wider] = own[wider] + sum(share * max(0.0, own[part]) for part, share in parts.items())
    return sorted(((t, p) for t, p in scores.items() if p > 0), key=lambda item: (-item[1], item[0]))


def narrower(topic: str) -> dict[str, float]:
    """Return the topics that belong to a wider one and the share of their points it takes."""
    shares: dict[str, float] = data.table("topic_terms")["family"].get(topic, {})
    return shares


def reasons(counted: Counted, topic: str, given: Given = ()) -> list[int]:
    """Return the lines that speak for `topic`, the strongest first."""
    points: defaultdict[int, float] = defaultdict(float)
    for n, weight, line in counted.lines:
        for term in line:
            for name, value in term.points:
                if name == topic:
                    points[n] += value * weight * counted.worth[term]
    for name, n, value in given:
        if name == topic:
            points[n] += value
    return sorted((n for n, value in points.items() if value > 0), key=lambda n: (-points[n], n))


def terms(tokens: Sequence[Token]) -> Iterator[Term]:
    """Return what each word and phrase of a line points to."""
    known, phrases, after = _known(), _phrases(), 0
    starts, singles = phrases.starts(tokens), _singles().places(tokens)
    for i in sorted({*singles, *starts}) if starts else singles:
        if i in starts and i >= after and (hit := phrases.at(tokens, i)):
            after = hit.last
            yield hit.values[0]
        if i >= after and (term := known[tokens[i].key]):
            yield term


def _look_up(key: str) -> Term | None:
    """Return what a word points to, clitics, article and ending taken off."""
    exact, words = _words()
    for stem in stems(key):
        if stem.key in exact:
            return exact[stem.key]
        bare = stem.key.removeprefix("ال")
        if bare in words:
            return words[bare]
        for letters in range(min(3, len(bare) - _SHORTEST), 0, -1):  # of an ending, the longest first
            if bare[-letters:] in _ENDINGS and (found := words.get(bare[:-letters])):
                return found
    return None


@cache
def _known() -> Remembered[Term | None]:
    return Remembered(_look_up)


@cache
def _singles() -> Finder:
    return Finder(lambda key, _: _look_up(key) is not None)


def _entries() -> Iterator[tuple[str, str, float]]:
    for topic, lists in data.table("topic_terms").items():
        if topic != "family":
            for strength, words in lists.items():
                yield from ((word, topic, _POINTS[strength]) for word in words)


def _merged(entries: Iterable[tuple[str, str, float]]) -> dict[str, Term]:
    """Gather the points of each form; a word listed twice under a topic counts once, at its best."""
    out: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for form, topic, points in entries:
        out[form][topic] = max(points, out[form].get(topic, points))
    return {form: _term(form, tuple(points.items())) for form, points in out.items()}


def _term(form: str, points: tuple[tuple[str, float], ...]) -> Term:
    """Return a term with the topics for which it may stand: a faint one only adds to others."""
    return Term(form, points, frozenset(t for t, p in points if p >= _CLEAR and form not in _asides()))


@cache
def _asides() -> frozenset[str]:
    return _forms("asides")


@cache
def local_forms() -> frozenset[str]:
    """Return the forms of the words of clans and of policemen at work."""
    return _forms("local")


def _forms(name: str) -> frozenset[str]:
    words = data.table("topic_bodies")[name]  # a phrase stands as written
    return frozenset(word if " " in word else bare_form(match_key(word)) for word in words)


@cache
def _words() -> tuple[dict[str, Term], dict[str, Term]]:
    """Return the words that stand as written ("=") and those that stand for all their forms."""
    single = [entry for entry in _entries() if " " not in entry[0]]
    keys = match_key("\n".join(word for word, _, _ in single)).split("\n")
    folded = [(key, topic, points) for key, (_, topic, points) in zip(keys, single, strict=True)]
    exact = [(key[1:], topic, points) for key, topic, points in folded if key.startswith("=")]
    open_ = [(bare_form(key), topic, points) for key, topic, points in folded if not key.startswith("=")]
    return _as_one(_merged(exact)), _merged(open_)


def _as_one(exact: dict[str, Term]) -> dict[str, Term]:
    """Let forms that differ by the article be one word: «جامعة» and «الجامعة»."""
    words: dict[tuple[str, tuple[tuple[str, float], ...]], Term] = {}
    return {
        key: words.setdefault((form, term.points), _term(form, term.points))
        for key, term in exact.items()
        for form in (bare_form(key),)
    }


def bare_form(key: str) -> str:
    """Return a key without article and feminine ending: المدرسه gives مدرس."""
    key = key.removeprefix("ال")
    return key[:-1] if key.endswith("ه") and len(key) > _SHORTEST else key


@cache
def _phrases() -> PhraseIndex[Term]:
    phrases = [(word, topic, points) for word, topic, points in _entries() if " " in word]
    return PhraseIndex(_merged(phrases).items())
