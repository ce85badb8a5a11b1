"""The grammar of a name: which units may follow one another from one word on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sitegen.reading.names.cues import (
    ANNOUNCING,
    KIN,
    NATION,
    PERSON,
    ROLE,
    ROYAL,
    TITLE,
    parts,
)
from sitegen.reading.names.ending import (
    closes_in_title,
    is_last,
    is_listed_nisba,
    is_nisba,
    is_no_part,
    is_thing,
    may_go_on,
)
from sitegen.reading.names.lists import (
    ARAB,
    FAMILY,
    GIVEN,
    SHARED,
    long_names,
)
from sitegen.reading.names.shapes import looks_foreign, plainness
from sitegen.reading.names.slots import is_strange, slot_at
from sitegen.reading.names.sons import is_born, son_at, sure_son
from sitegen.reading.names.syllables import syllables, syllables_at
from sitegen.reading.names.units import Text, Unit, closes_place, compound, listed, unknown
from sitegen.reading.names.unlisted import ARTICLES, after_title, before_family, unlisted
from sitegen.reading.names.words import is_place

#: Units that are a name by themselves.
STRONG = frozenset("GFK")
_LONGEST = 6
#: What only a name can follow: «بن ثاني», «آل ثاني» (without its mark; the article never stands by itself).
_SURE = ("بن", "بنت", "ال")
_FATHERS = frozenset(("ام", "ابو", "بو"))


def chain(text: Text, i: int, bits: int = 0) -> list[Unit]:
    """Return the units of the longest name that could begin at token `i`; `bits` stand before it.

    >>> from sitegen.reading.names.units import make_text
    >>> from sitegen.text.tokens import tokenize
    >>> def units(line): return [(u.kind, u.last) for u in chain(make_text(line, tokenize(line)), 0)]
    >>> units("ولعبد الكريم بن سليم الخطابي كتاب"), units("قرارات مجلس الأمن")
    ([('G', 2), ('J', 4), ('F', 5)], [])
    """
    token, listed_or_told = text.tokens[i], text.words[i].opens or bits & PERSON
    if not (listed_or_told or _signs(token.key, token.light) or son_at(text, i + 1)):
        return []  # as most words
    first = _opening(text, i, bits)
    if first is None and bits & (ANNOUNCING | NATION):
        first = after_title(text, i, bits)
    if first is None:
        return []
    units = [first]
    while len(units) < _LONGEST and text.joined(units[-1].last):
        unit = _inner(text, units[-1].last, units, bits)
        if unit is None:
            break
        units.append(unit)
    return [] if _is_glued(text, units) else units


@lru_cache(maxsize=65536)
def _signs(key: str, light: str) -> int:
    """Count what lets a word of no list begin a name; without any nothing below would find one."""
    plain = plainness(key) > 1 or is_place(key)
    syllable = not syllables().isdisjoint((key, key.removeprefix("و")))
    return (key == "ابن") + (not plain) + is_strange(key, light) + syllable


def _is_glued(text: Text, units: Sequence[Unit]) -> bool:
    """Say whether an unknown word with ب and ال stands before one with ال: «فاز بالتانيت الذهبي»."""
    if len(units) < 2 or units[0].kind != "U":
        return False
    first, second = (text.tokens[unit.first].key for unit in units[:2])
    return first.startswith(ARTICLES) and second.startswith("ال")


def _opening(text: Text, i: int, bits: int) -> Unit | None:
    """Read the first unit: clitics may stand before it."""
    word = text.words[i]
    if closes_place(text, i) or (text.tokens[i].light in parts().as_verbs and not bits & (TITLE | KIN)):
        return None
    if unit := syllables_at(text, i, bits) or slot_at(text, i, bits):
        return unit
    for stem in word.openers:
        if stem.cut and stem.key in _FATHERS and text.tokens[i].key[0] == "ف" and text.joined(i):
            continue  # «رئيس الوزراء فام مينه تشينه»
        unit = compound(text, i, stem.key, stem.cut)
        if unit:
            return unit
    if not word.names:
        if bits & (TITLE | KIN) and not word.bits and son_at(text, i + 1) and not is_nisba(text, i):
            return Unit("G", i, i + 1)  # «الشيخ الفضل بن محمد», not «السيناتور الجمهوري بن ساس»
        if bits & ROLE and sure_son(text, i + 1) and unknown(text, i, 1):
            return Unit("G", i, i + 1)  # «وزير البترول والطاقة الناني ولد اشروقه»
        return before_family(text, i, bool(bits & (ANNOUNCING | NATION)))
    name = word.names[0]
    if name.cut and text.tokens[i].key[0] == "ف" and text.joined(i):
        return None  # «مدافع فاركو ياسين مرعي» is a club's
    like = text.tokens[i].key[0] == "ك" and bool(bits & (ANNOUNCING | NATION))
    if name.cut and not name.kind & ARAB and (like or _styled(text, i)):
        return Unit("U", i, i + 1, arab=False)  # «السيد بكاري كوناتي» is no Carrie
    if text.tokens[i].key in parts().with_l and text.joined(i) and is_thing(text, i - 1):
        return Unit("G", i, i + 1, 1)  # «والموسيقى لحسن صادق»
    if word.bits & NATION and not (name.kind & GIVEN and _sure(text, i + 1)):
        return None
    if word.bits & (TITLE | ROLE) and not name.kind & GIVEN and name.key.startswith("ال"):
        return None  # «للوزير الجبير»
    return listed(name, i)


def _styled(text: Text, i: int) -> bool:
    """Say whether «السيد» or the like stands before word `i`: no preposition is glued behind it."""
    return text.joined(i) and text.tokens[i - 1].key.removeprefix("ال") in parts().mere_titles


def _sure(text: Text, j: int) -> bool:
    """Say whether «بن» or a name of no other meaning stands at token `j`: «تركي الفيصل»."""
    if not text.joined(j):
        return False
    name = text.uncut(j)
    return text.tokens[j].key == "بن" or (name is not None and not name.kind & SHARED)


def _inner(text: Text, j: int, units: Sequence[Unit], bits: int) -> Unit | None:
    """Read the next unit of a name that has begun; no clitics here."""
    token, small, last = text.tokens[j], parts(), units[-1]
    key = token.key
    if is_no_part(text, j) or (is_last(text, last) and key not in small.sons) or key in small.never_second:
        return None
    if token.light in small.as_verbs and text.tokens[j - 1].key.startswith("ال"):
        return None  # «كاظم الساهر يحيي حفلا»
    if key in small.openers or key in long_names() or key.startswith("عبدال"):
        unit = compound(text, j, key)
        if unit:
            return unit
    if key in small.regnal:
        return Unit("R", j, j + 1) if bits & ROYAL or (len(units) == 1 and key != "الاول") else None
    if key in small.honorifics:
        return Unit("J", j, j + 1)
    initial = len(key) == 1 and j + 1 < len(text.tokens) and text.gap(j + 1).strip() == "."
    if initial and key in small.short_titles and (name := text.uncut(j + 1)) and name.kind & ARAB:
        return None  # «كما دان د. محمد آل عمرو»
    if key in small.last_titles and closes_in_title(text, j, units):
        return Unit("A", j, j + 1)
    if "إ" in token.text and key in small.joints:
        return None  # «فإن» is not «van»
    if initial or (key in (small.arab_joints if last.arab else small.joints) and text.joined(j + 1)):
        return _after_joint(text, j)
    if (
        key.startswith("بال")
        and len(units) > 1
        and all(unit.arab for unit in units)
        and text.joined(j + 1)
        and is_listed_nisba(text, j + 1)
    ):
        return Unit("J", j, j + 1)  # «محمد عبدالله بالرشيد العامري»
    if name := text.uncut(j):
        return _listed(text, j, listed(name, j), units)
    if text.words[j].names and (last.arab or key[0] not in "بفك"):
        return None
    return unlisted(text, j, units, bits)


def _listed(text: Text, j: int, unit: Unit, units: Sequence[Unit]) -> Unit | None:
    """Return the listed name at `j` if it goes on with the name before it."""
    last = units[-1]
    strange = unit.arab and not last.arab and len(units) > 1 and last.kind in "FU"
    if strange and text.tokens[j].key.startswith("ال"):
        return None  # «هاجم دونالد ترامب الفائز»
    if last.kind == "J" and last.arab and unit.kind in "gf" and not unit.arab:
        return None  # «خالد بن عبدالعزيز فور وصوله» is no Faure
    if unit.kind in "Gg" and _begins_another(text, j, units):
        return None
    return unit if unit.kind in STRONG or may_go_on(text, j, units) else None


def _begins_another(text: Text, j: int, units: Sequence[Unit]) -> bool:
    """Say whether a given name behind a whole name opens the next one: «خالد العتيبي سعد القحطاني».

    Behind a family name with ال it does if «بن» or one more such name follows; behind a foreign
    family name if the next word is one too.  «محمد الفكي سليمان» is one man.
    """
    last = units[-1]
    if len(units) < 2 or last.kind not in "FA" or not text.joined(j + 1):
        return False
    after, key = text.uncut(j + 1), text.tokens[j + 1].key
    if text.tokens[last.first].key.startswith("ال"):
        return key in parts().sons or (
            key.startswith("ال") and after is not None and bool(after.kind & FAMILY)
        )
    return not last.arab and text.words[j + 1].family and units[0].kind == "G"


def _after_joint(text: Text, j: int, most: int = 2) -> Unit | None:
    """Read «بن يوسف», «آل خليفة», «فان دير سار», «ج. ماكينيس» from the small word at `j`."""
    after, key = text.tokens[j + 1], text.tokens[j].key
    if after.key.isdigit() or (len(key) == 1 and after.key.startswith("و") and not text.uncut(j + 1)):
        return None  # «شاهين ف. وهرش ف.» hides two families
    inner = compound(text, j + 1, after.key)
    if inner is None and after.key in parts().joints and text.joined(j + 2):
        inner = _after_joint(text, j + 1, most - 1) if most else None
    if inner is None and key in parts().sahara and not text.words[j + 1].bits and not is_born(text, j + 1):
        return Unit("J", j, j + 2)
    if inner is None and not text.uncut(j + 1):
        free = key in parts().any_after or (key == "ولد" and after.key.startswith("ال"))
        free = free or looks_foreign(after.key)
        inner = unknown(text, j + 1, 2 if free else 0)
        if inner is None and text.tokens[j].light not in _SURE:
            return None  # «آل ثاني» is a house whatever its name means
    return Unit("J", j, inner.last if inner else j + 2)
