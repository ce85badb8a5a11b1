"""In which of its senses a noun is meant: told by the words of its sentence and the topics of its article."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.words.desks import keys_of, senses
from sitegen.english.words.nouns import Noun
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import Verb
from sitegen.text.remembered import Remembered


def meant(s: Sentence, noun: Noun) -> Noun | None:
    """Return a noun in the sense it has in a sentence, None if what stands there speaks against it.

    A missile beside «الفضاء» is a rocket, and the mediators of a market are brokers.
    """
    known = senses()
    if others := known.instead.get(noun.en):
        for other in others:
            if not other.words.isdisjoint(_telling(s)):
                return replace(noun, en=other.one, many=other.one if noun.plural else other.many)
    if noun.en in s.spoiled:
        return None
    against = known.beside.get(noun.en)
    return noun if against is None or against.isdisjoint(_telling(s)) else None


def meant_so(s: Sentence, verb: Verb) -> bool:
    """Say whether a row of a verb may be meant in a sentence: a club that receives another hosts it."""
    if verb.beside and keys_of(verb.beside).isdisjoint(_telling(s)):
        return False
    return not verb.apart or keys_of(verb.apart).isdisjoint(_telling(s))


def _telling(s: Sentence) -> frozenset[str]:
    """Return the words of a sentence that tell how a noun is meant, without «و», «ب», ال: «وبالمحكمة»."""
    found: frozenset[str] | None = s.memo.get(_telling)
    if found is None:
        found = s.memo[_telling] = s.topics.union(*map(_TELLING.__getitem__, s.keys))
    return found


_TELLING = Remembered(lambda key: senses().words.intersection(_stripped(key)))


def _stripped(key: str) -> tuple[str, ...]:
    whole = key[1:] if key[0] in "وف" and len(key) > 3 else key
    inner = whole[1:] if whole[0] in "بكل" and len(whole) > 3 else whole
    inner = f"ال{inner[1:]}" if whole.startswith("لل") and len(whole) > 4 else inner
    noun = inner.startswith("ال") and len(inner) > 5  # «القدم» is no «قدم»
    return (key, whole, inner, inner[2:]) if noun else (key, whole, inner)
