"""The adjective of a noun, where one stands behind it and agrees with it."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from sitegen.english.phrases.phrase import NP, head_of
from sitegen.english.words import wording
from sitegen.english.words.adjectives import Adjective, adjectives, with_noun
from sitegen.english.words.grammar import grammar, number_value, phrase_end, preposition, small
from sitegen.english.words.lookup import NATION, shapes
from sitegen.english.words.nouns import nouns
from sitegen.english.words.tagging import Sentence
from sitegen.model import Entity
from sitegen.text.fold import match_key

#: An ordinal in figures has so many: no year.
_FIGURES = 3
#: «الاثنين» is Monday.
_TWO = 2
_SOUTH = match_key("جنوب")
_LATELY = match_key("أخيرا")
_LEVEL = match_key("المستوى")
#: «منظمات عدة».
_MANY, _SEVERAL = match_key("عدة"), Adjective("several", 0, person=False, shape="f")


@lru_cache(maxsize=65536)
def _may_describe(word: str, lead: str) -> bool:
    """Say whether an adjective can begin with a word behind the clitics `lead`, whatever stands around it.

    >>> _may_describe("والحديثه", "و"), _may_describe("والحديثه", ""), _may_describe("القرار", "")
    (True, False, False)
    """
    if not word.startswith(lead):
        return False
    key = word[len(lead) :]
    bare = key.removeprefix("ال")
    if key in ("غير", _MANY) or bare == _SOUTH or bare.isdigit() or bare in grammar().numbers:
        return True
    known = adjectives()
    return key in known or key[2:] in known or key.removesuffix("ا") in known


def _bare(key: str) -> bool:
    """Say whether the ال at the head of an adjective is its own: «ألماني», «إلكتروني»."""
    return key in adjectives() and key[2:] not in adjectives()


def adjective(s: Sentence, j: int, np: NP, lead: str = "") -> tuple[int, Adjective] | None:
    """Read the adjective of `np` at word `j`, if one stands there and agrees with it."""
    if s.hard(j) or not _may_describe(s.keys[j], lead) or j in s.dates:  # as most words; «العام الماضي»
        return None
    if np.en in grammar().sorts["sides"]:
        return None  # «قطار الشمال التجريبي»: no trial north
    key, end = s.keys[j][len(lead) :], j + 1
    negated = key == "غير" and not s.hard(end)
    if negated:
        key, end = s.key(end), end + 1
    if key.removeprefix("ال") == _SOUTH and not s.hard(end):  # «مدرب جنوب أفريقي» a South African coach
        key, end = f"{key} {s.key(end).removeprefix('ال')}", end + 1
    definite = np.definite or np.proper
    if definite and key.startswith("ال") and (count := _counted(key[2:], np)):
        return end, count
    if key == _LATELY and not s.keys[j - 1].endswith("ا"):
        return None  # «نجح مهندس ياباني أخيرا في …»
    if key in grammar().determiners and not definite:  # «افتتاح أول بنك»: the bank is the first
        return (end, _SEVERAL) if key == _MANY and np.plural and not np.alone else None
    level = s.key(end) == _LEVEL and not s.hard(end)  # «الاجتماع رفيع المستوى»
    the = key.startswith("ال") and len(key) > 3 and not _bare(key)
    if definite != the and not (definite and level):
        return None
    key = key.removeprefix("ال") if the else key
    end += level
    key = f"غير {key}" if negated else key
    bare = key.endswith("ا") and not definite and s.keys[j - 1][-1:] in ("ا", "ي")  # «جديد كليا»: wholly
    found = adjectives().get(key) or (adjectives().get(key[:-1]) if bare else None)
    if found and (found.rank == NATION or found.thing) and not definite and _country(s, j):
        return None  # «دعم أوكرانيا»: support for Ukraine, no Ukrainian one; «دعم مالي» may be for Mali
    if found is None or _of_another(s, end, found, np) or (found.rank == NATION and _of_a_man(s, j)):
        return None
    said = _said_of(found, np)
    if said is None:
        return None
    if said.en == "new" and _one_more(s, j, np):
        said = replace(said, en="more" if np.plural else "another", rank=0)
        return end, said
    return _ordinal(s, end, said) if said.rank == 0 else _half(s, end, said)


def _counted(key: str, np: NP) -> Adjective | None:
    """Read a figure behind a definite noun: «الذكرى الـ30» the 30th, «الدول الأوروبية الثلاث» the three."""
    ordinal = not (np.plural or np.mass)  # «مؤتمر التكنولوجيا الـ24»: the conference is
    if ordinal and key.isdecimal() and len(key) <= _FIGURES:
        return Adjective(wording.ordinal(int(key)), 0, person=False, shape="m")
    many = number_value(key) if np.plural and " of " not in np.en else None
    return Adjective(f"{many:g}", 0, person=False, shape="f") if many and many > _TWO else None


def _one_more(s: Sentence, j: int, np: NP) -> bool:
    """Say whether «جديد» at word `j` counts on: one more soldier was killed, one more village taken."""
    some = np.kind in ("person", "place") and not (np.definite or np.proper)
    return some and not small("again").isdisjoint(s.keys[:j])


def _of_a_man(s: Sentence, j: int) -> bool:
    """Say whether word `j` is said of whose name follows: «مدرب الفريق الأول لكرة القدم البرتغالي فلان»."""
    named = (known.value for known in s.entities.get(j + 1, ()))
    person = any(isinstance(value, Entity) and value.kind == "person" for value in named)
    return person and j > 1 and s.key(j - 2) in small("at_a_game")


def _half(s: Sentence, j: int, nation: Adjective) -> tuple[int, Adjective]:
    """Read on behind the adjective of a country of two: «الكوري الجنوبي» South Korean."""
    side = adjectives().get(s.key(j).removeprefix("ال")) if nation.rank == NATION and not s.hard(j) else None
    en = f"{side.en.removesuffix('ern').title()} {nation.en}" if side else ""
    if en in grammar().sorts["one_of_two"]:
        return j + 1, nation  # «الكونغولي الديمقراطي»
    return (j + 1, replace(nation, en=en)) if en in grammar().sorts["halves"] else (j, nation)


def _of_another(s: Sentence, end: int, found: Adjective, np: NP) -> bool:
    """Say whether an adjective that ends before word `end` describes something else than `np`."""
    if found.person if np.kind != "person" else found.thing:
        return True
    if found.en == "press" and np.kind == "event" and np.en not in grammar().sorts["journalism"]:
        return True  # «محاكمة صحفية»: she is tried
    if grammar().ordinals.get(found.en, 0) > 1 and (np.plural or np.mass):
        return True  # «شحنة المساعدات الثالثة»: the third shipment
    if found.shape in ("p", "b") and np.kind not in ("person", "org"):
        return True  # «خبراء متفجرات أتراك»: the experts are Turkish
    if found.shape not in shapes(plural=np.plural, fem=np.fem):
        return True
    if np.definite or np.proper:
        return False
    if np.en in grammar().sorts["to_somebody"] and _is_somebody(s, end - 1, found):
        return True  # «اعتقال متطرف»: an extremist is arrested
    limited = found.rank != NATION or s.key(end) in small("origins")  # «فرنسي الجنسية»
    if not found.en.endswith("-level") and limited and _of_its(s, end):
        return True  # «اتفاقية طويلة الأجل»: long of term; «رفيع المستوى» is high-level
    return _side_of(s, end, found) or _lasted(s, end, found)


def _is_somebody(s: Sentence, j: int, found: Adjective) -> bool:
    """Say whether the adjective at word `j` may be a person: «فلسطيني», «متطرف», «معارض»."""
    known = (*nouns(s.key(j)), *nouns(f"{s.key(j)}ون"))
    return found.rank == NATION or any(form.noun.kind == "person" for form in known)


def _said_of(found: Adjective, np: NP) -> Adjective | None:
    """Return an adjective as it is said of a noun, None if it is not told of it: «مسؤول كبير» is senior."""
    kinds = (np.kind, "mass" if np.mass else "many" if np.plural else "one")
    said = with_noun(found, head_of(np.en).rsplit(" ", 1)[-1], kinds)
    if said is found and found.of_person and np.kind == "person":
        return replace(found, en=found.of_person)
    return said


def _side_of(s: Sentence, j: int, found: Adjective) -> bool:
    """Say whether a side without ال is that of what begins at word `j`: «هجوم شمالي مالي»."""
    side = found.en.lower().removesuffix("ern") in grammar().sorts["sides"]
    return side and not (s.hard(j) or j in s.dates or preposition(s, j) is not None)


def _lasted(s: Sentence, j: int, found: Adjective) -> bool:
    """Say whether an adjective is a verb with a length of time behind it: «إغلاق دام 12 عاما»."""
    return found.en in grammar().sorts["lasting"] and not (s.hard(j) or preposition(s, j) is not None)


def _of_its(s: Sentence, j: int) -> bool:
    """Say whether a noun with ال at word `j` limits the bare adjective before it."""
    if s.hard(j) or j in s.dates or j in s.entities or not s.key(j).startswith("ال") or len(s.key(j)) < 4:
        return False
    return s.key(j)[2:] not in adjectives() and phrase_end(grammar().pass_over, s, j) == 0


def _country(s: Sentence, j: int) -> bool:
    """Say whether word `j` is a country and no adjective with the ending of an object: «وفدا تركيا»."""
    return j in s.entities and not (j and s.key(j - 1).endswith("ا"))


def _ordinal(s: Sentence, j: int, adj: Adjective) -> tuple[int, Adjective]:
    """Read on behind an ordinal: «الثالث عشر» 13th, «الرابعة والخمسين» 54th."""
    one, key = grammar().ordinals.get(adj.en, 0), s.key(j)
    tens = 0 if s.hard(j) else grammar().tens.get(key, 0)
    return (j + 1, replace(adj, en=wording.ordinal(one + tens))) if one and tens else (j, adj)
