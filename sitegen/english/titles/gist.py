"""What a title is about where no sentence of it is understood: the phrases in it that are.

They are named, never asserted: «government support» of a title says that the title speaks of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice

from msgspec import Struct

from sitegen import data
from sitegen.english.phrases.mentions import Mentioned, mentioned
from sitegen.english.phrases.phrase import HUMAN, NP
from sitegen.english.phrases.weights import (
    NAMED,
    RICH,
    is_ground,
    last_shared,
    plain_words,
    shared,
    title_words,
)
from sitegen.english.words.grammar import grammar
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import verb_form
from sitegen.english.words.word_forms import singular
from sitegen.model import Entity
from sitegen.text.fold import match_key
from sitegen.text.tokens import stems

#: So many phrases tell what a text is about; the first sentences are read for more.
_MOST, _OPENING = 2, 2
_ARTICLE = re.compile(r"^(?:the|an?) (?=.)|(?<= and )the ")
#: Where a title says it happens; the phrase before it may not be what is there.
_WHERE = re.compile(r" in (?:the \w+ of )?[A-Z].*")
#: Marks of a title that asks.
_ASKS = frozenset("?؟")
#: Nobody: a title is no speaker's.
_NOBODY = NP(0, "\0", "person", definite=True)


class Phrase(Struct, frozen=True, gc=False):
    """An understood phrase without its article, and the raw line it stands on."""

    en: str
    line: int
    names: str = ""  # the id of whom its words name, '' for nobody


def gist(titles: list[Sentence], running: Iterable[Sentence]) -> tuple[Phrase, ...]:
    """Return the phrases of a title, else those that share its words of the first `running` sentences."""
    of_title = [(hit, s) for s in titles for hit in _phrases(s)]
    found = _once(_phrase(hit, s) for hit, s in of_title if hit.weight >= NAMED)
    if not found:
        words = title_words(titles)
        opening = [
            (shared(s, hit.at, hit.np.end, words), hit, s)
            for s in islice(running, _OPENING)
            for hit in _phrases(s, last_shared(s, words))
            if hit.weight >= RICH
        ]
        found = _once(_phrase(hit, s) for common, hit, s in sorted(opening, key=lambda o: -o[0]) if common)
    if not found:
        found = _once(_phrase(hit, s) for hit, s in of_title)
    return tuple(_once([*_happenings(titles), *found])[:_MOST])


def says(phrase: str, other: str) -> bool:
    """Say whether all words of `other` stand in `phrase`, in the plural or not.

    >>> says("new smartphone", "Smartphones"), says("oil market", "Oil prices"), says("Apple's app", "Apple")
    (True, False, True)
    """
    return _content(other) <= _content(phrase)


def alike(one: str, other: str) -> bool:
    """Say whether two phrases have a word in common.

    >>> alike("oil", "Oil prices"), alike("oil", "Interest rates")
    (True, False)
    """
    return not _content(one).isdisjoint(_content(other))


def _content(en: str) -> set[str]:
    return {singular(word.lower().removesuffix("'s")) for word in plain_words(en)}


def _happenings(titles: Iterable[Sentence]) -> Iterator[Phrase]:
    """Yield what a title or a part of it begins with where that is a happening: «افتتاح …» opening."""
    for s in titles:
        if s.tokens and _ASKS.isdisjoint("".join(s.gaps)):
            starts = [i for i in range(len(s.keys)) if i == 0 or s.hard(i)]
            yield from (Phrase(_events()[s.keys[i]], s.line) for i in starts if s.keys[i] in _events())


def _phrases(s: Sentence, before: int | None = None) -> Iterator[Mentioned]:
    """Yield the phrases that are no names and say something; those that begin before word `before`."""
    for hit in mentioned(s, 0, len(s.tokens), _NOBODY, before=before):
        if hit.np.entity is None and not is_ground(hit.np) and not _silent(hit, s):
            yield hit


def _silent(hit: Mentioned, s: Sentence) -> bool:
    """Say whether a phrase says nothing, or may be a ministry or a club: «التجارة تحذر», «التعاون يتعادل»."""
    words = _content(_WHERE.sub("", hit.np.en))
    if words <= _idle() or hit.np.en.startswith(_hollow()) or _may_act(hit, s):
        return True
    keys = s.keys[hit.at : hit.np.end]
    if len(keys) == 1 and hit.at == 0 and not hit.np.plural and hit.np.en not in grammar().sorts["assets"]:
        return True
    clubs = _clubs() | s.clubs  # «النخيل يتعاقد»: no palm trees
    return s.sport and any(stem.key in clubs for key in keys for stem in stems(key))


def _may_act(hit: Mentioned, s: Sentence) -> bool:
    """Say whether a phrase may be a doer and what he does it to: «سرق لصوص المتحف» is no thief of it."""
    behind = hit.at > 0 and not s.hard(hit.at) and verb_form(s.key(hit.at - 1)) is not None
    return behind and hit.np.whole and hit.np.kind in HUMAN


def _phrase(hit: Mentioned, s: Sentence) -> Phrase:
    known = (k.value for k in s.entities.get(hit.at, ()) if k.end >= hit.np.end)
    named = next((value.id for value in known if isinstance(value, Entity)), "")
    return Phrase(_WHERE.sub("", _ARTICLE.sub("", hit.np.full)), s.line, named)


def _once(phrases: Iterable[Phrase]) -> list[Phrase]:
    found: list[Phrase] = []
    for phrase in phrases:
        if not any(says(other.en, phrase.en) for other in found):
            found = [
                other for other in found if not says(phrase.en, other.en)
            ]  # "agreement"; "historic agreement"
            found.append(phrase)
    return found


@cache
def _idle() -> frozenset[str]:
    return frozenset().union(*map(_content, data.table("english/card")["idle"]))


@cache
def _hollow() -> tuple[str, ...]:
    return tuple(f"{head} of " for head in data.table("english/card")["hollow"])


@cache
def _events() -> dict[str, str]:
    return {match_key(word): english for word, english in data.table("english/card")["events"].items()}


@cache
def _clubs() -> frozenset[str]:
    bare = data.table("entities")["bare_clubs"].values()
    return frozenset(map(match_key, [*data.table("english/card")["clubs"], *chain.from_iterable(bare)]))
