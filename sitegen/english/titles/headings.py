"""Which of the facts of a text is its headline, where the title itself is not understood.

The first of the lede is; else one that tells what the title is about: their words have the same English.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from msgspec.structs import replace

from sitegen.english.phrases.phrase import HUMAN, head_of
from sitegen.english.phrases.weights import countries, plain_words
from sitegen.english.sentences.reports import Fact
from sitegen.english.sentences.spoken import named
from sitegen.english.sentences.trust import says_more
from sitegen.english.words import wording
from sitegen.english.words.adjectives import adjectives
from sitegen.english.words.lookup import lookup
from sitegen.english.words.mention_words import mention_words
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import verb_form
from sitegen.model import Entity

#: So many letters are about a sentence: a headline is taken from the first of the text, where the story is.
_OPENING = 200
#: Any other may stand so many paragraphs from the head of the text.
_EARLY = 2
#: What is only mentioned shares so many words with the title.
_SHARED = 2
#: One thing of fewer words is no more than its name.
_SLIGHT = 3
#: A word without its ending has so many letters.
_STEM = 4
_LEADS = ("", "و", "ب", "ل", "ف")


def heading(
    body: Iterable[Fact], titles: list[Sentence], lines: list[int], spoken: Fact | None
) -> Fact | None:
    """Return the fact that can be the headline: of `body`, or what the title says was `spoken` about.

    `lines` are those of the running text.
    """
    lede = lines[0] if lines else 0
    body = [fact for fact in body if fact.tense != "earlier"]
    early = frozenset(lines[:_EARLY])
    opening = next((f for f in body if _heads(f) and f.line == lede and f.at < _OPENING), None)
    if opening is not None or spoken is not None:
        return opening or spoken
    words = _title_words(titles)
    whole = next((f for f in body if f.kind != "about" and f.line in early and _tells(f, words)), None)
    if whole is not None:
        return whole
    who = frozenset(e.id for e in _entities(titles) if e.kind in HUMAN)
    other = next((f for f in body if f.kind != "about" and f.line in early and _is_of(f, words, who)), None)
    if other is not None:
        return other
    people = {e.id for e in _entities(titles) if e.kind == "person"}
    for fact in body:
        if fact.kind != "about" or not named(fact.subject) or not early.issuperset(fact.lines):
            continue
        if fact.verb[0] == "mention" and slight(fact):
            continue  # «الشرطة الأمريكية» and a shopping centre: what of it?
        if people and (fact.subject.entity is None or fact.subject.entity.id not in people):
            continue  # the title is about somebody else
        shared = [phrase for phrase in fact.about if _shared(_content(phrase), words)]
        spoke = fact.verb[0] == "speak about" or _shared(_content(" ".join(shared)), words) >= _SHARED
        bare = fact.subject.kind == "org" and len(_content(" ".join(shared))) < _SHARED  # a paper "on oil"
        if shared and spoke and not bare:
            return replace(fact, rest=wording.listed_long(shared))
    return None


def thin(fact: Fact) -> bool:
    """Say whether a deed is told with one word behind it: «التجارة تحذر المواطنين»; the text tells more."""
    counted = any(char.isdigit() for char in fact.subject.en + fact.rest)
    return fact.kind in ("event", "speech") and len(_content(fact.rest)) <= 1 and not counted


def slight(fact: Fact) -> bool:
    """Say whether a fact tells one plain thing that somebody spoke about; of two words if he has no name.

    So are bare names, and what he only mentioned in few words. Beside anything else it is dropped.
    """
    if fact.kind == "about":
        full = _SLIGHT if fact.verb[0] == "mention" else 1
        if not any(says_more(phrase) and len(_content(phrase)) >= full for phrase in fact.about):
            return True
    one = " and " not in fact.rest and "," not in fact.rest and head_of(fact.rest) == fact.rest
    least = _SLIGHT if fact.subject.entity is None else _SLIGHT - 1
    return fact.kind in ("about", "topic") and one and len(_content(fact.rest)) < least


def fuller(fact: Fact, other: Fact) -> bool:
    """Say whether a fact tells the same deed as another and more of it."""
    same = fact.verb[0].partition(" ")[0] == other.verb[0].partition(" ")[0] and fact.negated == other.negated
    same = same and _shared(_content(fact.subject.en), _content(other.subject.en)) > 0
    vague = "counterpart" in fact.rest  # «على نظيره»: against whom?
    return same and not vague and len(_content(fact.rest)) > len(_content(other.rest))


def _heads(fact: Fact) -> bool:
    """Say whether a fact of the lede can head a text: «مصادر تحدثت عن …» tells neither who nor what."""
    return fact.kind != "about" and (fact.kind != "topic" or named(fact.subject))


def _entities(titles: Iterable[Sentence]) -> Iterator[Entity]:
    for s in titles:
        for known in s.entities.values():
            yield from (k.value for k in known if isinstance(k.value, Entity))


def _tells(fact: Fact, words: frozenset[str]) -> bool:
    """Say whether a fact tells what the title does: of the same, and the same of it."""
    subject = _shared(_content(fact.subject.en), words)
    return subject > 0 and _shared(_content(f"{fact.verb[0]} {fact.rest}"), words) > 0


def _is_of(fact: Fact, words: frozenset[str], who: frozenset[str]) -> bool:
    """Say whether a fact is told of somebody the title names, or its words are those of the title."""
    if "these " in fact.rest or "this " in fact.rest:
        return False
    said, rest = fact.kind in ("said", "quote"), _content(f"{fact.verb[0]} {fact.rest}")
    if fact.kind != "topic" and fact.subject.entity and fact.subject.entity.id in who:
        return len(rest) >= _SHARED + (fact.subject.kind != "person")
    return _shared(_content(fact.rest) if said else rest, words) >= _SHARED + (fact.kind == "event")


def _content(text: str) -> frozenset[str]:
    """Return the words of English text that tell it from another, in small letters."""
    return frozenset(plain_words(text.lower())) - mention_words().thin


def _shared(one: frozenset[str], other: frozenset[str]) -> int:
    """Count the words of one text that the other has too.

    >>> _shared(frozenset(["withdrawal", "troops"]), frozenset(["withdraw", "army"]))
    1
    """
    return sum(any(_same(a, b) for b in other) for a in one)


def _same(a: str, b: str) -> bool:
    return a == b or _root(a) == _root(b)


@lru_cache(maxsize=4096)
def _root(word: str) -> str:
    """Return a word without its ending, the country for its people.

    >>> _root("withdrawals"), _root("iranian"), _root("niger"), _root("nigeria"), _root("interest")
    ('withdraw', 'iran', 'niger', 'nigeria', 'interest')
    """
    word = _peoples().get(word, word)
    if word in _peoples().values():
        return word
    for ending in mention_words().endings:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending).removesuffix("e")
    return word.removesuffix("e")


@cache
def _peoples() -> dict[str, str]:
    return {nation.lower(): country.lower() for nation, country in countries().items()}


def _title_words(titles: Iterable[Sentence]) -> frozenset[str]:
    """Return the English of all that the words of a title can mean."""
    found: list[str] = []
    for s in list(titles)[:1]:
        found += [entity.en for entity in _entities([s])]
        for i, key in enumerate(s.keys):
            for lead in _LEADS:
                if not key.startswith(lead):
                    continue
                found += [hit.noun.en for hit in lookup(s, i, lead)]
                bare = key[len(lead) :]
                form = verb_form(bare) if bare else None
                found += [verb.en[0] for verb in form.verbs] if form else []
                quality = adjectives().get(bare.removeprefix("ال"))
                found += [quality.en] if quality else []
    return _content(" ".join(found))
