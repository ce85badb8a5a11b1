"""Figures with what they count: «نحو 2500 جندي أميركي»."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.qualities import described, qualities
from sitegen.english.words import word_forms, wording
from sitegen.english.words.grammar import (
    eleven,
    gloss,
    grammar,
    hedged,
    lone_scale,
    number_value,
    rated,
    scaled,
)
from sitegen.english.words.lookup import Hit, lookup
from sitegen.english.words.nouns import Noun
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import verb_form

#: Behind these numbers stands a plural.
_FEW = range(3, 11)
#: How the English of several people ends: "8 fans", but "8 of the wounded".
_SEVERAL = ("s", "men", "women", "people", "children", "personnel")
#: How an object may end.
_ACCUSATIVE = "اةىء"
#: Reads the noun phrase at a word.
Reader = Callable[[Sentence, int], NP | None]


def counted(s: Sentence, i: int, lead: str, read: Reader) -> tuple[NP, Noun | None] | None:
    """Read a figure with what it counts, and the noun whose complements may follow."""
    key = s.tokens[i].key[len(lead) :]
    about, j = "", i
    if hit := gloss(grammar().approximations, s, i, key):
        j, about = hit[0], hit[1] + " "
        key = s.key(j)
    value = lone_scale(s, j, key) if key in grammar().scales else number_value(key)  # «مليون حبة»
    if value is None and (value := eleven(s, j, key)):
        j += 1
    if value is None:
        return None
    j += key not in grammar().scales
    if s.gaps[j][:1] in ("%", "٪") and s.key(j) == "من" and (whole_of := read(s, j + 1)):
        share = f"{about}{wording.figure(value)}% of {whole_of.full}"
        np = NP(whole_of.end, share, whole_of.kind, plural=True, proper=True, parts=2)
        return None if whole_of.owner else (np, None)
    if s.gaps[j][:1] in ("%", "٪"):
        return _change_of(s, j, f"{about}{wording.figure(value)}%")
    j, value = scaled(s, j, value)
    if s.key(j) == "من" and not s.hard(j) and value > 1:
        return _some_of(s, j + 1, f"{about}{wording.figure(value)}", read)
    return _of_them(s, j, value, about, read)


def a_time(s: Sentence, np: NP) -> NP:
    """Take in how often: «10 ملايين برميل من النفط يوميا» a day."""
    end, often = rated(s, np.end)
    return replace(np, end=end, en=f"{np.en}{often}") if often else np


def _change_of(s: Sentence, j: int, share: str) -> tuple[NP, Noun | None] | None:
    """Read «22.5% زيادة في الأرباح» a 22.5% increase, not so many of them."""
    for hit in () if s.hard(j) else lookup(s, j, ""):
        if hit.noun.en in grammar().sorts["changes"] and not (hit.definite or hit.noun.plural or hit.owner):
            return NP(hit.end, f"{share} {hit.noun.en}", "event", mass=hit.noun.mass), hit.noun
    return None


def _some_of(s: Sentence, j: int, many: str, read: Reader) -> tuple[NP, Noun | None] | None:
    """Read «8 من الجماهير» 8 fans, «8 من الجرحى» 8 of the wounded: of people only."""
    of = None if s.hard(j) else read(s, j)
    if of is None or of.kind != "person" or not of.plural or of.owner or of.entity:
        return None
    if not (of.definite or of.whole):
        return None
    several = " of " in of.en or of.en[:1].isupper() or of.en.endswith(_SEVERAL)
    told = of.en if several and of.parts == 1 else f"of {of.full}"
    return NP(of.end, f"{many} {told}", "person", plural=True, proper=True, parts=2), None


def _of_them(s: Sentence, j: int, value: float, about: str, read: Reader) -> tuple[NP, Noun | None] | None:
    """Read what is counted at word `j`, its adjectives and a hedge behind it."""
    hits = () if s.hard(j) else lookup(s, j, "")
    hit = next((hit for hit in hits if not _is_many(hit.noun) or not _singular_behind(value)), None)
    if hit is None and _singular_behind(value) and not s.hard(j) and (one := grammar().victims.get(s.key(j))):
        hit = Hit(j + 1, Noun(one, "person", many=word_forms.plural(one)), definite=False)  # «20 طالبا»
    if hit is None or hit.definite or hit.noun.open or (hit.noun.mass and not hit.noun.plural):
        return None
    end, noun = hit.end, hit.noun
    many = noun.en if value == 1 else noun.many
    plain = NP(end, many, noun.kind, fem=noun.fem and not noun.plural, plural=noun.plural)
    text, end = qualities(s, end, plain)
    after, least = hedged(s, end)
    if least and not about:
        end, about = after, least
    end, often = rated(s, end)
    en = about + " ".join(part for part in (wording.figure(value), described(text, many)) if part) + often
    if _singular_behind(value) and (pair := _and_others(s, end, value, noun)):
        end, more = pair
        en += f" and {more}" if more not in en else ""
    if noun.en in grammar().sorts["weights"] and not text and (stuff := _stuff(s, end, read)):
        end, en = stuff.end, f"{en} of {stuff.en}"
    np = NP(end, en, noun.kind, plural=value != 1, proper=True, parts=2)
    return np, noun if noun.kind in ("event", "thing") else None


def _stuff(s: Sentence, j: int, read: Reader) -> NP | None:
    """Read what is weighed right behind its unit: «5 أطنان أرز» 5 tonnes of rice."""
    np = None if s.hard(j) or verb_form(s.key(j)) else read(s, j)
    if np is None or np.kind != "thing" or np.definite or np.proper or np.owner or np.parts > 1:
        return None
    return np if np.mass or np.plural else None


def _is_many(noun: Noun) -> bool:
    return noun.plural and noun.kind != "measure"


def _singular_behind(value: float) -> bool:
    """Say whether what is counted stands in the singular: «11 بحارا» are sailors, no seas.

    >>> _singular_behind(11), _singular_behind(8), _singular_behind(105)
    (True, False, False)
    """
    return value > _FEW[-1] and value % 100 not in _FEW


def _and_others(s: Sentence, j: int, value: float, noun: Noun) -> tuple[int, str] | None:
    """Read what is counted too behind «و»: «12 مطعما ومقهى» restaurants and cafes.

    Behind 11 to 99 it stands in the accusative: «12 جنديا ومدني» are 12 soldiers and a civilian.
    """
    counted = s.key(j)[:1] == "و" and not s.hard(j)
    if not counted or (value % 100 and s.tokens[j].text[-1:] not in _ACCUSATIVE):
        return None
    for hit in lookup(s, j, "و"):
        if hit.noun.kind == noun.kind != "measure" and not (hit.definite or hit.noun.plural or hit.owner):
            return hit.end, hit.noun.many
    return None
