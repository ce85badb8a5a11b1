"""What a sentence says of its own truth: that it is doubted, or whose word it is.

A deed of which the text says «alleged», «believed to be» or «rumours» is not told at all; one that
it gives «according to …» is told as somebody's word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sitegen.english.phrases.phrase import HUMAN
from sitegen.english.words.grammar import grammar, small
from sitegen.english.words.lines import COMMA
from sitegen.english.words.lookup import lookup
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import verb_form
from sitegen.model import Entity

_CLITICS = ("", "و", "ف", "ب", "ل", "وب", "ول")
#: Who said it may stand at the end, in so many words: «…، ذكرت وكالة الأنباء الرسمية».
_TAG = 7
_AS = ("كما", "ما")
#: What an investigation begins with, as noun and as verb.


def doubted(s: Sentence) -> bool:
    """Say whether a word of doubt stands anywhere in the sentence."""
    doubts = _led(grammar().doubts)
    return not doubts.isdisjoint(s.keys) and any(
        key in doubts and not _probed(s, j) for j, key in enumerate(s.keys)
    )


def _probed(s: Sentence, j: int) -> bool:
    """Say whether word `j` is only what is looked into: «تحقيق في مزاعم فساد»."""
    probes = tuple(small("probes"))
    return s.key(j - 1) == "في" and any(key.startswith(probes) for key in s.keys[max(j - 4, 0) : j])


def any_bare(keys: Sequence[str], words: frozenset[str]) -> bool:
    """Say whether a key is one of `words` but for و، ف، ب or ل before it.

    >>> any_bare(["بمزاعم"], frozenset(["مزاعم"])), any_bare(["بغداد"], frozenset(["مزاعم"]))
    (True, False)
    """
    return not _led(words).isdisjoint(keys)


@cache
def _led(words: frozenset[str]) -> frozenset[str]:
    return frozenset(lead + word for word in words for lead in _CLITICS)


def attributed(s: Sentence) -> bool:
    """Say whether the sentence gives what it tells as somebody's word: «وفق …»، «بحسب …»، «…، قالت …»."""
    last, citing = len(s.tokens) - 1, _led(grammar().citing)
    cites = not citing.isdisjoint(s.keys) and any(s.keys[j] in citing and _cites(s, j) for j in range(last))
    return cites or any(_tagged(s, j) for j in range(max(last + 1 - _TAG, 0), last))


def _cites(s: Sentence, j: int) -> bool:
    key, k = s.keys[j], j + 1
    if key.endswith("ما") or key in grammar().admitted:
        return True
    if s.key(k) == "عن" or s.key(k) in small("these"):
        k += 1
    word = s.key(k)
    if any(word.startswith(lead) and word[len(lead) :] in grammar().cited for lead in ("", "ل", "ال", "لل")):
        return True
    if any(isinstance(x.value, Entity) and x.value.kind != "place" for x in s.entities.get(k, ())):
        return True
    hits = (*lookup(s, k, ""), *lookup(s, k, "ل")) if k < len(s.tokens) else ()
    return any(hit.noun.kind in HUMAN for hit in hits)


def _tagged(s: Sentence, j: int) -> bool:
    """Read «…، كما ذكرت الوكالة.» at the end of a sentence."""
    if not COMMA.intersection(s.gaps[j]):
        return False
    j += s.key(j) in _AS
    form = verb_form(s.key(j))
    said = form is not None and form.tense == "past" and any(v.speech and v.about for v in form.verbs)
    return said and grammar().embedding.isdisjoint(s.keys[j:])


def to_come(s: Sentence) -> bool:
    """Say whether a sentence ends in a time still to come: «… العام المقبل»."""
    return s.key(len(s.tokens) - 1) in grammar().forward


def staged_later(s: Sentence, verb: str) -> bool:
    """Say whether what `verb` brings about is for a time still to come: «تستضيف مؤتمرا في نوفمبر المقبل»."""
    ahead = next((i for i, key in enumerate(s.keys) if key in grammar().forward), 0)
    staged = verb.split(" ", maxsplit=1)[0]
    if not ahead or s.role == "title" or staged not in grammar().sorts["staged"]:
        return False
    known = grammar()
    barred = known.embedding | known.conditions | known.relatives
    return not any(s.keys[i] in barred or s.hard(i) for i in range(1, ahead + 1))


def set_for_later(lede: Sentence) -> bool:
    """Say whether a lede tells of what is still to come: «تنطلق يوم الثلاثاء المقبل …»."""
    form = verb_form(lede.key(0)) if lede.tokens else None
    return form is not None and form.tense == "present" and not grammar().forward.isdisjoint(lede.keys)


def _unless(s: Sentence, j: int) -> bool:
    """Say whether «ما لم» stands at word `j`."""
    return s.key(j) == "ما" and s.key(j + 1) == "لم"


def _turn(s: Sentence, j: int) -> int:
    """Return the word behind `j` that turns to other words: «…، مشيرا إلى أن …»، «…، فيما …»."""
    for k in range(j + 1, len(s.tokens) - 1):
        key = s.keys[k]
        if s.gaps[k] and (
            key in small("turning") or (key[0] == "م" and key[-1] == "ا" and _that_near(s, k + 1))
        ):
            return k
    return len(s.tokens)


def _that_near(s: Sentence, k: int) -> bool:
    return not small("that").isdisjoint(s.keys[k : k + 2])


def conditional(s: Sentence, j: int) -> bool:
    """Say whether a condition or an exception follows word `j`, before the sentence turns to other words."""
    return _limited(s, j, len(s.tokens)) and _limited(s, j, _turn(s, j))


def _limited(s: Sentence, j: int, end: int) -> bool:
    keys = s.keys[j:end]
    return not grammar().conditions.isdisjoint(keys) or any(
        _unless(s, i) for i, key in enumerate(keys, j) if key == "ما"
    )
