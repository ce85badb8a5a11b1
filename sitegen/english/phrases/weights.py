"""What a phrase of somebody's words is worth telling: how much it says, and whether the title says it too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from sitegen.english.phrases.phrase import NP
from sitegen.english.words.adjectives import demonyms
from sitegen.english.words.grammar import grammar, preposition, small
from sitegen.english.words.lookup import lookup
from sitegen.english.words.mention_words import mention_words
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import verb_form
from sitegen.english.words.word_forms import singular
from sitegen.reading.speech.words import CLITICS
from sitegen.text.remembered import Remembered

#: What a phrase that says something, a name, a place or a plain noun weighs.
RICH, NAMED, PLAIN = 3, 2, 1
#: A word without what is glued to it has so many letters.
_LEAST = 3
_WORD = re.compile(r"[A-Za-z][\w’'-]+")


def weight(s: Sentence, i: int, np: NP, lead: str, *, subject: bool) -> int:
    """Return what the phrase at word `i` says: little if it is one plain noun, nothing if it is of no weight.

    `subject` says whether it is what a clause begins with; `lead` are the letters glued to it.
    """
    defined = np.definite or np.proper
    if np.entity is not None:
        return PLAIN if is_ground(np) else NAMED
    words = plain_words(np.en)
    full = len(words) - sum(map(mention_words().thin.__contains__, words))
    if np.kind == "place":
        return PLAIN if defined and full else 0
    if np.en in mention_words().subjects and defined:
        return RICH if subject else NAMED
    if full > 1 or (defined and not mention_words().subjects.isdisjoint(words)):
        return RICH  # "the state budget"
    deed = any(hit.noun.verb for hit in lookup(s, i, lead))
    if subject and np.kind == "org" and np.proper:
        return NAMED  # a club: «النصر»
    if not full or len(words) > 1 or not defined or np.kind == "org" or deed:
        return 0
    if _hangs(s, i, lead):
        return 0  # «سيد الشعراء»
    if subject:  # what he speaks about
        return NAMED
    return PLAIN if np.plural or np.mass or np.kind == "event" else 0


def is_ground(np: NP) -> bool:
    """Say whether a phrase names a country, a town or a region, and no dam or canal."""
    return (
        np.kind == "place" and np.entity is not None and np.en.rsplit(" ", 1)[-1] not in mention_words().works
    )


def only_where(s: Sentence, i: int) -> bool:
    """Say whether a place at word `i` only says where something is: «المراكز في دبي» is no word on Dubai."""
    glued = any(known.lead in ("ب", "ل") for known in s.entities.get(i, ()))
    return glued or (i > 0 and not s.hard(i) and s.key(i - 1) in small("where"))


def aside(s: Sentence, i: int) -> bool:
    """Say whether the phrase at word `i` only says when, or whose word it is: «بعد صلاة الجمعة»."""
    return i > 0 and not s.hard(i) and s.key(i - 1).removeprefix("و") in mention_words().settings


def _hangs(s: Sentence, i: int, lead: str) -> bool:
    """Say whether the noun at word `i` completes a word before it that is no verb and no particle."""
    if lead or not i or s.hard(i):
        return False
    before = s.key(i - 1)
    return not (
        preposition(s, i - 1) or before in grammar().boundaries | grammar().embedding or verb_form(before)
    )


def own_country(np: NP, speaker: NP) -> bool:
    """Say whether a place is the country that a speaker's office or body names: «وزير الدفاع الأميركي»."""
    nation = demonyms().get(np.en, "")
    return np.kind == "place" and any(word in speaker.full for word in (nation, np.en) if word)


def title_words(titles: Iterable[Sentence]) -> frozenset[str]:
    """Return the words of a title, each with and without what is glued to it."""
    known = grammar()
    keys = {
        t.key
        for s in titles
        for t in s.tokens
        if t.key not in known.boundaries and t.light not in known.prepositions
    }
    return frozenset().union(*map(_BARE.__getitem__, keys))


def shared(s: Sentence, i: int, end: int, title: frozenset[str]) -> int:
    """Return how many of the words [i, end) stand in the title."""
    return sum([not title.isdisjoint(_BARE[key]) for key in s.keys[i:end]])


def last_shared(s: Sentence, title: frozenset[str]) -> int:
    """Return the word after the last one of a sentence that stands in the title, 0 if none does."""
    last = (j for j in range(len(s.keys), 0, -1) if not title.isdisjoint(_BARE[s.keys[j - 1]]))
    return next(last, 0)


def _bare(key: str) -> frozenset[str]:
    """Return a key without each of the clitics that it may begin with.

    >>> sorted(_bare("والعراق"))
    ['العراق', 'عراق', 'والعراق']
    """
    cut = (key[len(lead) :] for lead in CLITICS if key.startswith(lead))
    return frozenset(word for word in cut if len(word) >= _LEAST)


_BARE = Remembered(_bare)


def twice(en: str) -> bool:
    """Say whether a word stands twice in a phrase: «الأفلام السينمائية» the film films.

    >>> twice("Saudi film films"), twice("Saudi films")
    (True, False)
    """
    heads = [word[:4].lower() for word in plain_words(en)]
    return len(set(heads)) < len(heads)


def same(one: NP, other: NP) -> bool:
    """Say whether two phrases are about the same: they share half of the words of the shorter one."""
    first, second = (
        {countries().get(word) or singular(word) for word in plain_words(np.en)} for np in (one, other)
    )
    return 2 * len(first & second) >= min(len(first), len(second))


@cache
def countries() -> dict[str, str]:
    """Return the country of each nationality: "Iraqi" says "Iraq"."""
    return {nation: country for country, nation in demonyms().items()}


@lru_cache(maxsize=16384)  # a phrase is weighed, compared and looked through
def plain_words(en: str) -> tuple[str, ...]:
    """Return the words of English text but for those that only join others."""
    small = mention_words().small
    return tuple([word for word in _WORD.findall(en) if word not in small])
