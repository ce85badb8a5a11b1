"""Negation: a sentence must not deny what the other side says, nor say what it denies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen import data
from sitegen.english.gate.sides import Pair
from sitegen.english.gate.tables import has_form, keys, listed, phrases_in
from sitegen.english.gate.vocabulary import is_plain, is_word
from sitegen.text.fold import match_key
from sitegen.text.tokens import stems

_NEGATIVE_HEADS = ("in", "im", "il", "ir", "dis", "non")
_EXCEPTION = 12  # words up to «إلا»
_NEAR = 3  # words from a "not" to what it bounds: "does not exceed"


class Told(NamedTuple):
    """How often the English denies, by the kind of word."""

    explicit: int  # not, never, without
    idle: int  # of these such as need nothing in the Arabic: "not least"
    twice: int  # "not impossible", "not yet to"
    opposite: int  # unfit
    bare: int  # homeless
    sure: int  # fail, unable, far from
    implied: int  # rarely, until
    loose: int  # except, instead


class Denied(NamedTuple):
    """How often the Arabic denies, by what English must show of it."""

    strong: int  # must show: لا، لم، لن، ليس
    medium: int  # may turn into an opposite: غير، عدم
    firm: int  # a verb that English has a word for: نفى، رفض، فشل
    weak: int  # may be left out
    twice: int  # «لم يستبعد»: neither or both may show


def check(pair: Pair) -> Iterator[str]:
    """Yield a negation that only one side has."""
    told, there = _told(pair), _denied(pair)
    strong, medium, firm, weak, twice = there
    may = firm + weak
    lacks = sum(w.low in listed("negation", "lacks") for w in pair.words)  # «عدم وجود»: "a lack of"
    taken = 0 if twice else min(may + min(medium, lacks), told.implied + told.loose)
    said = told.explicit - told.idle
    more = told.twice + told.sure + (told.opposite if medium else 0)
    if said and said + more > strong + medium + may - taken:
        yield "the English denies what the Arabic does not"
    alone = not (strong or medium or told.sure or told.opposite or told.implied or told.loose)
    if twice and said and alone:  # «غير مستبعد»: "not ruled out", but no "could not"
        yield "the English denies what the Arabic leaves open"
    shown = told.explicit + told.opposite + told.sure + told.implied - min(told.implied, _kept(pair))
    spoken_for = min(told.opposite, medium)  # «غير أمين»: "untruthful" answers it, and no «لم» besides
    loose = told.loose - _said_anyway(pair)
    lost = strong > shown - spoken_for or strong + medium > shown + told.bare + loose
    refused = firm and sum(told) == spoken_for  # «رفض … غير مباشرة»: "indirect" is no refusal
    if lost or refused or (twice and told.sure and not told.explicit):
        yield "the Arabic denies what the English does not"


def _told(pair: Pair) -> Told:
    lows = [w.low for w in pair.words]
    explicit = [i for i, low in enumerate(lows) if _is_explicit(low) and not _is_number(lows, i)]
    return Told(
        explicit=len(explicit),
        idle=phrases_in(pair, "negation", "idle_english"),
        twice=sum(_denies_again(lows, i) for i in explicit),
        opposite=sum(map(is_opposite, lows)),
        bare=sum(low.endswith("less") and is_word(low[:-4]) for low in lows),
        sure=sum(_among(low, "sure") for low in lows) + phrases_in(pair, "negation", "sure_phrases"),
        implied=sum(_among(low, "implied") for low in lows),
        loose=sum(_among(low, "loose") for low in lows) + phrases_in(pair, "negation", "loose_phrases"),
    )


def _is_explicit(low: str) -> bool:
    return low in listed("negation", "english") or low.endswith("n't")


def _is_number(lows: list[str], i: int) -> bool:
    """Say whether a "no" is short for number: No. 2."""
    return lows[i] == "no" and "".join(lows[i + 1 : i + 2])[:1].isdigit()


def _among(low: str, name: str) -> bool:
    return low in listed("negation", name) or low.startswith(tuple(listed("negation", f"{name}_stems")))


def _kept(pair: Pair) -> int:
    """Count the Arabic words that say by themselves what "denied" or "banned" say: they answer no «لم»."""
    forms = keys("negation", "keeps_arabic")
    return sum(bool(forms & {s.key for s in stems(t.key)}) for t in pair.tokens)


def _said_anyway(pair: Pair) -> int:
    """Count the words that could stand for a denial, but have an Arabic word of their own: «قبل», before."""
    table: dict[str, str] = data.table("gate")["negation"]["own"]
    there = {s.key for t in pair.tokens for s in stems(t.key)}
    return sum(not there.isdisjoint(map(match_key, table.get(w.low, "").split())) for w in pair.words)


def _denies_again(lows: list[str], i: int) -> int:
    """Count what a "not" at word `i` denies that is a denial: "not hardly", "not been barred"."""
    after = [low for low in lows[i + 1 : i + 5] if low not in listed("negation", "between")][:2]
    if after[:1] and after[0] in listed("negation", "never_after_not"):
        return 2
    return int(lows[i + 1 : i + 3] == ["yet", "to"] or (bool(after) and _is_denial(after[0])))


def _is_denial(low: str) -> bool:
    """Say whether a word behind "not" makes it a double denial: unfit, homeless, barred, miss."""
    homeless = low.endswith("less") and is_word(low[:-4])
    return homeless or is_opposite(low) or low.startswith(tuple(listed("negation", "keeps_from")))


def is_opposite(low: str) -> bool:
    """Say whether a word is the opposite of another: unfit.

    >>> is_opposite("unbeaten"), is_opposite("indirectly"), is_opposite("under"), is_opposite("inside")
    (True, True, False, False)
    """
    if low == "non":
        return True
    if low.startswith(tuple(listed("negation", "no_opposites"))):
        return False
    if low.startswith("un"):
        return len(low) > 5 or is_plain(low[2:])
    roots = [low[len(head) :] for head in _NEGATIVE_HEADS if low.startswith(head)]
    return any(len(root) >= 3 and (is_plain(root) or (len(root) >= 5 and is_word(root))) for root in roots)


def _denied(pair: Pair) -> Denied:
    strong = medium = firm = weak = twice = 0
    line = [t.key for t in pair.tokens]
    for i, token in enumerate(pair.tokens):
        bare = {s.key for s in stems(token.key) if not (s.key == "لا" and s.prefix[-1:] == "ب")}
        after = line[i + 1] if i + 1 < len(line) else ""
        if _denies_denial(bare, after):
            twice += 1
            weak += 1  # and one for the verb
        elif bare & keys("negation", "arabic"):
            kind = _particle(pair, line, i, joined=strong > 0)
            strong += kind == "strong"
            weak += kind == "weak"
        elif "دون" in bare:
            kind = _without(line, i)
            medium += kind == "medium"
            weak += kind == "weak"
        elif bare & keys("negation", "arabic_medium"):
            otherwise = after in keys("negation", "good_after") and _is_bad(pair)
            medium += not otherwise and after not in keys("negation", "but_after")
        elif "ما" in bare and after in keys("negation", "ma_before"):
            none = after == "من" and not has_form("".join(line[i + 2 : i + 3]), "negation", "ma_min")
            strong += none  # «ما من دليل»
            weak += not none
        elif has_form(token.key, "negation", "arabic_firm"):
            firm += 1
        else:
            weak += has_form(token.key, "negation", "arabic_roots") or bool(
                bare & keys("negation", "arabic_implied")
            )
            weak += "الا" in bare and after in keys("negation", "unless_after")
    return Denied(strong, medium, firm, weak, twice)


def _denies_denial(bare: set[str], after: str) -> bool:
    """Say whether a particle denies what the word behind it denies: «لم يستبعد», «غير مستبعد»."""
    denies = bare & (keys("negation", "arabic") | keys("negation", "arabic_medium"))
    return bool(denies) and has_form(after, "negation", "rules_out")


def _particle(pair: Pair, line: list[str], i: int, *, joined: bool) -> str:
    """Say how surely English must show لا، لم، لن، ليس at word `i`: strong, weak or not at all."""
    after = line[i + 1] if i + 1 < len(line) else ""
    if after in keys("negation", "idle_after"):
        return ""
    if after in keys("negation", "bound_after"):
        return "weak" if _bounds(pair) else ""
    only = not keys("negation", "exceptions").isdisjoint(line[i + 1 : i + _EXCEPTION])
    both = after == "فقط" and any(w.low == "both" for w in pair.words)
    if only or both or after in keys("negation", "may_after") or (line[i] == "ولا" and joined):
        return "weak"
    return "strong"


def _bounds(pair: Pair) -> bool:
    """Say whether the English puts a bound by a denial: "no more than", "does not exceed"."""
    lows = [w.low for w in pair.words]
    near = (lows[i + 1 : i + 1 + _NEAR] for i, low in enumerate(lows) if _is_explicit(low))
    return any(not listed("negation", "bounds").isdisjoint(words) for words in near)


def _without(line: list[str], i: int) -> str:
    """Say how surely دون at word `i` is "without": «دون سن العاشرة» is under ten."""
    after = line[i + 1] if i + 1 < len(line) else ""
    if after in ("ان", "اي") or (i and line[i - 1] == "من") or line[i] == "بدون":
        return "medium"
    if after in keys("negation", "under_after") or after[:1].isdigit():
        return ""
    return "weak" if after.startswith("ال") else "medium"


def _is_bad(pair: Pair) -> bool:
    return not listed("negation", "bad").isdisjoint(w.low for w in pair.words)
