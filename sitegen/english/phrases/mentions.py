"""What somebody's words are about where not all of them are understood: the phrases in them that are.

A phrase counts only if it is read from its first word to where phrases end, if no word of it has a second
sense, and if it says something by itself.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from sitegen.english.phrases.doubts import may_be_told, says_little
from sitegen.english.phrases.noun_phrases import begins, noun_phrase
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.weights import weight
from sitegen.english.words.grammar import grammar, phrase_end, preposition
from sitegen.english.words.lookup import lookup
from sitegen.english.words.mention_words import mention_words
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import verb_form

#: So many words of a speech are looked at.
_LOOK = 40
#: Letters that may be glued to a phrase.
_LEADS = frozenset("وبل")


class Mentioned(Struct, frozen=True, gc=False):
    """A phrase of somebody's words: at which word it begins, and what it weighs."""

    at: int
    np: NP
    weight: int


def mentioned(
    s: Sentence, start: int, end: int, speaker: NP, *, before: int | None = None
) -> list[Mentioned]:
    """Return the phrases in somebody's words [start, end), in the order of the text.

    Those that begin at word `before` or behind it are not asked for.
    """
    found: list[Mentioned] = []
    i, stop, inside = start, min(end, start + _LOOK, end if before is None else before), start
    boundaries = grammar().boundaries
    while i < stop:
        if not s.marked[i] and i not in s.entities and _begins_none(s.keys[i]):
            i += 1
            continue
        if i > start and _another(s, i):
            break
        plain = s.keys[i] in boundaries or preposition(s, i) or (i < inside and _idle(s, i, inside))
        hit = None if plain else _phrase(s, i, speaker, subject=i == start)
        if hit is None or not hit.weight or hit.np.end > end:
            inside = max(inside, hit.np.end) if hit else inside
            i += 1
            continue
        if i >= inside or hit.np.entity is not None:  # «قوات الاحتلال» is not about the occupation
            found.append(hit)
        i = hit.np.end
    return found


def _idle(s: Sentence, i: int, end: int) -> bool:
    """Say whether the words [i, end) of a phrase hold no name, and «و» joins nothing to it: none is told."""
    return s.key(end)[:1] != "و" and s.entities.keys().isdisjoint(range(i, end))


@lru_cache(maxsize=65536)
def _begins_none(key: str) -> bool:
    """Say whether no phrase begins with a word, glued letters off or not, and nobody else's words do."""
    if verb_form(key) or key in mention_words().he_said or key in mention_words().denied:
        return False
    return not (begins(key, "") or (key[0] in _LEADS and begins(key, key[0])))


def _another(s: Sentence, i: int) -> bool:
    """Say whether somebody else may begin to speak or to act at word `i`."""
    key, words = s.keys[i], mention_words()
    form = verb_form(key)
    speech = form is not None and any(verb.speech for verb in form.verbs)
    if (speech and not preposition(s, i) and not lookup(s, i, "")) or key in words.he_said:
        return True
    if key in words.denied:
        return True  # «نافيا ما قيل عن زيادة مرتقبة»: there is none
    if not s.marked[i]:
        return False
    if key in grammar().joints or phrase_end(grammar().openers, s, i):
        return True
    return key[:1] == "و" and verb_form(key[1:]) is not None and not lookup(s, i, "و")


def _phrase(s: Sentence, i: int, speaker: NP, *, subject: bool) -> Mentioned | None:
    """Read the phrase at word `i`; one that may not be told weighs nothing."""
    lead = ""
    np = noun_phrase(s, i)
    if np is None and (letter := s.keys[i][0]) in _LEADS:
        lead, np = letter, noun_phrase(s, i, letter)
    if np is None:
        return None
    weighs = weight(s, i, np, lead, subject=subject)
    if weighs and (
        says_little(np, speaker, subject=subject) or not may_be_told(s, i, np, lead, subject=subject)
    ):
        weighs = 0
    return Mentioned(i, np, weighs)
