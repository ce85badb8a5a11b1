"""How a speaker is told who is not wholly understood: «مدير …» a director, «المعهد» an institute."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.phrases.borders import whole
from sitegen.english.phrases.edges import changed, quoted
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.phrase_parts import name_phrase
from sitegen.english.phrases.qualities import qualities
from sitegen.english.words import wording
from sitegen.english.words.before import last_printed
from sitegen.english.words.grammar import grammar
from sitegen.english.words.lookup import lookup
from sitegen.english.words.mention_words import mention_words, two_senses
from sitegen.english.words.tagging import Notes, Sentence
from sitegen.model import Entity

#: A name has at most so many words.
_NAME = 6
#: Who is the only one of his country, whatever else he is: «رئيس الوزراء وزير الخارجية فلان».
_THE_ONE = ("minister", "president")


def may_speak(np: NP) -> bool:
    """Say whether somebody can be told as a speaker: no platform, no country, no «إدارة» of nobody."""
    if np.entity is not None and (np.en in grammar().platforms or np.kind == "place"):
        return False
    return np.kind != "org" or np.definite or np.proper or np.plural


def unsure(key: str, np: NP) -> bool:
    """Say whether a speaker without a name may be somebody else: «الفريق الركن …» is no team."""
    if np.entity is not None or key.removeprefix("ال") in mention_words().callers:
        return False
    return two_senses(key) or (np.kind == "org" and key in grammar().titles)


def named(s: Sentence, np: NP, end: int) -> NP:
    """Return a speaker with the name that ends what describes him, before word `end`, if it is surely his.

    «الخبير في الأحوال الجوية خالد الزعاق أن» is Khaled al-Zaaq; in «الباحث في فكر محمد الجابري» and
    «المتحدث باسم الرئيس محمود عباس» the name is another's.
    """
    first = np.end - 1
    if np.entity is not None or np.kind != "person" or np.plural or not s.key(first).startswith("ال"):
        return np
    for k in range(max(first + 2, end - _NAME), end):
        for known in s.entities.get(k, ()):
            who = known.value
            if not isinstance(who, Entity) or who.kind != "person" or known.end != end or known.lead:
                continue
            if _apart(s, first, k):
                name = name_phrase(who)
                told = np.full if np.proper or np.en.endswith(_THE_ONE) else wording.a(np.en)
                return replace(name, en=_who_is(name.en, told), end=end) if name else np
    return np


def _apart(s: Sentence, first: int, k: int) -> bool:
    """Say whether a name at word `k` completes no word: a definite one that is no person's stands before."""
    if any(s.hard(n) for n in range(first + 1, k + 1)):
        return False
    while k - 1 > first and s.key(k - 1) in grammar().titles:
        k -= 1
    j = k - 1
    if j <= first or not s.key(j).startswith("ال") or s.key(j) in mention_words().callers:
        return False
    return (
        not any(hit.noun.kind == "person" for hit in lookup(s, j, ""))
        and s.key(j)[2:] not in mention_words().callers
    )


def caller(s: Sentence, j: int, lead: str = "") -> NP | None:
    """Return a description that is not understood to its end by its head: «مدير …» a director.

    Adjectives right behind it are told, and the body that it is of: «المتحدث الأمني بوزارة الداخلية».
    """
    key = s.key(j)[len(lead) :]
    bare = key.removeprefix("ال")
    if key in grammar().media and not lead and quoted(s, j) and quoted(s, j + 1):
        return NP(j + 1, "a news outlet", "org", proper=True)  # «علمت "الوطن" أن …»
    if bare in mention_words().heads and s.key(j + 1) not in mention_words().headed:
        return None  # «الرئيس …» is a president, «رئيس تحرير …» an editor
    both = f"{bare} {s.key(j + 1).removeprefix('ال')}"  # «كاتب عام النقابة» is no writer
    english = next((en for word in (both, key, bare) if (en := mention_words().callers.get(word))), "")
    if not english or english.rsplit(" ", 1)[-1] in s.spoiled:
        return None
    head = english.removeprefix("an ").removeprefix("a ")
    plural = head == english
    if any(changed(s, k) for k in range(j + 1, _stop(s, j + 1))):
        return None  # «مدير النادي السابق»
    base = NP(j + 1, head, "person", definite=key != bare, plural=plural, fem=key.endswith("ه"))
    words, end = qualities(s, j + 1, base)
    noun = f"{words} {head}".strip()
    en = (noun if plural else wording.a(noun)) + _of_body(s, end)
    return NP(j + 1, en, "person", plural=plural, proper=True)


def _stop(s: Sentence, j: int) -> int:
    """Return the word before which a description ends for certain: a mark or أن."""
    return next(
        (k for k in range(j, len(s.tokens)) if s.hard(k) or s.key(k) in grammar().embedding), len(s.tokens)
    )


def introduced(known: Notes, np: NP) -> NP:
    """Return a speaker told by name alone with what is printed before it elsewhere: "X, a director,"."""
    entity = np.entity
    if entity is None or entity.kind != "person" or entity.known or np.en != entity.en or not entity.role_ar:
        return np
    for m in entity.mentions:
        s = last_printed(known, m.line, m.start, entity.role_ar, m.end)
        if s is None or len(s.tokens) - len(entity.role_ar.split()) > _NAME:
            continue
        told = noun_phrase(s, 0)
        if told and told.entity is entity and told.end == len(s.tokens):
            return told
        if (who := caller(s, 0)) and not who.plural:
            return replace(np, en=_who_is(entity.en, who.en))
    return np


def _who_is(name: str, told: str) -> str:
    """Return a name with who it is; "an official" of nothing is left out.

    >>> _who_is("Omar Ali", "a critic"), _who_is("Omar Ali", "an official")
    ('Omar Ali, a critic,', 'Omar Ali')
    """
    return name if told in mention_words().faceless else f"{name}, {told},"


def _of_body(s: Sentence, j: int) -> str:
    """Read the body whose spokesman or director somebody is, behind باسم or ب at word `j`."""
    if s.hard(j):
        return ""
    named = s.key(j) == mention_words().in_the_name
    np = noun_phrase(s, j + 1) if named and not s.hard(j + 1) else noun_phrase(s, j, "ب")
    if np is None or np.kind != "org" or np.owner or np.parts > 1 or not (np.definite or np.proper):
        return ""
    if not (whole(s, np) or s.key(np.end) in grammar().titles):
        return ""
    return f" {'for' if named else 'at'} {np.full}"
