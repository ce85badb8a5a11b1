"""What begins at a word: a mark, a preposition, a verb, a name; and so whether a phrase may end before it."""

from __future__ import annotations

from functools import cache

from sitegen.english.words.adjectives import adjectives
from sitegen.english.words.adverbs import daytime, skip
from sitegen.english.words.grammar import apart, grammar, number_value, phrase_end, preposition, small
from sitegen.english.words.lookup import lookup
from sitegen.english.words.tagging import Sentence, is_place
from sitegen.english.words.verbs import verb_form
from sitegen.model import Entity
from sitegen.reading.names.cues import parts
from sitegen.text.fold import match_key
from sitegen.text.listed_names import listed

#: Between a ministry and what it cares for: «لشؤون».
_AFFAIRS = match_key("لشؤون")
#: Between the figures of a score: «70-65».
_OF_A_SCORE = ("-", "–")
QUOTES = frozenset('"“”„«»‘’″')
#: Words that the name of a satellite has behind its first one.
_NAME = 5
#: Adverbial, and no preposition that a noun asks for.
_ASIDE = match_key("خلال")


def changed(s: Sentence, j: int) -> bool:
    """Say whether word `j` turns the phrase before it into something else: planned, former, alleged, fake.

    So does «منذ» behind what is without precedent: only since then.
    """
    if s.hard(j):
        return False
    key = s.keys[j]
    return key in _changing() or (key in small("since") and j > 0 and s.keys[j - 1] in small("matchless"))


@cache
def _changing() -> frozenset[str]:
    endings = ("", "ه", "ا", "ين", "ون", "ان", "ات", "تين")
    words = {word + ending for word in grammar().changers for ending in endings}
    number = small("number")  # «الهدف رقم 900»: which one it was
    return number.union(words, ["ال" + word for word in words])


def closed(s: Sentence, j: int) -> bool:
    """Say whether word `j` begins something new: a mark, a particle, where and when, a verb, «and»."""
    j, _ = skip(s, j)
    key = s.key(j)
    if s.hard(j) or j in s.dates or key in grammar().boundaries or preposition(s, j) or verb_form(key):
        return True
    if key in grammar().reasons:
        return True  # «أنهى تحضيراته استعدادا ل…»
    if key[:1].isdigit() and (apart(s, j, "event") or s.gaps[j + 1] in _OF_A_SCORE):
        return True
    return key[:1] in ("و", "ف") or glued(s, j) != ""


def adverbial(s: Sentence, j: int, kind: str) -> bool:
    """Say whether word `j` says when, how long, or at which side: «مساء أمس», «شابا غرب نابلس»."""
    if daytime(s, j) or (kind == "person" and s.keys[j] in small("how_long")):
        return True
    if s.keys[j] not in small("sides") or j in s.entities or not j:
        return False
    place = any(k.end == j and is_place(k) for at in range(max(j - 3, 0), j) for k in s.entities.get(at, ()))
    return place or s.keys[j - 1].endswith(("ا", "ين", "ان", "ون"))  # nothing completes it


def ends_in_a_name(s: Sentence, j: int) -> bool:
    """Say whether a person's name ends before word `j`: what follows says who he is, «فلان مؤسس …»."""
    found = (k for at in range(max(j - 4, 0), j) for k in s.entities.get(at, ()) if k.end == j)
    return any(isinstance(k.value, Entity) and k.value.kind == "person" for k in found)


def no_person(s: Sentence, j: int) -> bool:
    """Say whether a deed begins at word `j`, no name: «بحث مع نظيره العراقي العلاقات»، «تعزيز التعاون»."""
    if j in s.entities:
        return False
    hits = lookup(s, j, "")
    known = s.key(j).startswith("ال") and s.key(j)[2:] not in adjectives()
    known = known or (s.key(j + 1).startswith("ال") and not s.hard(j + 1) and s.key(j) not in listed())
    return {hit.noun.kind for hit in hits} == {"event"} and (known or all(hit.rest for hit in hits))


def link_at(s: Sentence, j: int) -> str:
    """Return the preposition at word `j`, a word of its own or a letter glued on; '' if none stands there."""
    if s.hard(j) or j in s.dates:
        return ""
    word = s.key(j)
    if phrase_end(grammar().asides, s, j):
        return _ASIDE
    if word in small("by_how_much") or word in small("how_long") or (word[0] == "ب" and word[1:2].isdigit()):
        return ""  # by how much: true without it
    if word[0] == "ل" and (so := verb_form(word[1:])) and so.tense == "present":
        return ""  # «ترمم تراثها لتستقطب …»: what for
    found = preposition(s, j) or glued(s, j)
    if found or word[:1] not in ("ل", "ب") or len(word) < 4 or j in s.entities:
        return found
    return "" if lookup(s, j, "") or verb_form(word) or word in grammar().boundaries else word[0]


def quoted(s: Sentence, j: int) -> bool:
    """Say whether a quotation mark stands before word `j`: a title or a name begins or ends there."""
    return j < len(s.gaps) and not QUOTES.isdisjoint(s.gaps[j])


def glued(s: Sentence, j: int) -> str:
    """Return ل or ب when word `j` is that letter and a noun: «لاستخدام …», «بالمجان»."""
    word = s.key(j)
    letter = word[:1]
    if word == _AFFAIRS or word in small("by_how_much"):
        return letter
    if letter not in ("ل", "ب") or word in grammar().boundaries:
        return ""
    if len(word) < 4:
        return letter if word[1:].isdigit() or (word == letter and quoted(s, j + 1)) else ""
    if word.startswith(("لل", "بال")) or word[1].isdigit():
        return letter
    noun = lookup(s, j, letter) or _named(s, j, letter) or number_value(word[1:])  # «لخمسة أشخاص»
    return letter if noun and not lookup(s, j, "") else ""


def _named(s: Sentence, j: int, letter: str) -> bool:
    return any(known.lead == letter for known in s.entities.get(j, ()))


def unknown(s: Sentence, j: int) -> bool:
    """Say whether word `j` is none that we know: no noun, verb, name or date; a figure counts as none."""
    key = s.key(j)
    if j in s.entities or j in s.dates or key[:1] in ("و", "ف", "ب", "ل") or verb_form(key):
        return False
    return (
        key[:1].isdigit()
        or key.isascii()
        or not (key.startswith("ال") or lookup(s, j, "") or key in adjectives())
    )


def called(s: Sentence, j: int) -> bool:
    """Say whether somebody's name stands at word `j`, after whom a thing is called: «محمد بن زايد سات»."""
    if not parts().crafts.isdisjoint(s.keys[j + 1 : j + _NAME]):
        return True
    named = (k.value for k in s.entities.get(j, ()) if not k.lead)
    return any(isinstance(value, Entity) and value.kind == "person" for value in named)


def relative_verb(key: str) -> bool:
    """Say whether a word is a known verb with a pronoun behind it: «تديره»."""
    stem = next((key[: -len(end)] for end in ("ها", "هم", "ه") if key.endswith(end)), "")
    form = verb_form(stem) if len(stem) > 2 else None
    return form is not None and form.tense == "present"
