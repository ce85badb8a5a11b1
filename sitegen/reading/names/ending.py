"""Where a name ends: at a mark, in a title that is a family's, before a word that is not its part."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.reading.names.cues import KIN, NATION, ROLE, TITLE, VERB, cue, never_pairs, parts
from sitegen.reading.names.lists import (
    FAMILY,
    SHARED,
    plain_words,
)
from sitegen.reading.names.shapes import is_plain, plainness
from sitegen.reading.names.units import Text, Unit

_HOUSE = "ال"


def closes_in_title(text: Text, j: int, units: Sequence[Unit]) -> bool:
    """Say whether a title ends a name: «محمد عبدالرحمن السيد،», «علي الحاج الأمين العام»."""
    if not units[-1].arab or not text.joined(j + 1):
        return units[-1].arab and len(units) > 1
    after, word = text.tokens[j + 1].key, text.words[j + 1]
    if is_no_part(text, j + 1):
        return True
    listed_next = bool(word.names)
    if len(units) < 2 or (after.startswith("و") and not listed_next):
        return False
    plain = is_plain(after) and not after.startswith("ال") and not word.bits and not listed_next
    office = bool(word.bits & (TITLE | ROLE)) and not after.startswith("ال")
    return plain or office or can_end(text, j)  # «محمد سعيد الخليفة نائب رئيس الجامعة»


def is_last(text: Text, unit: Unit) -> bool:
    """Say whether nothing but forefathers follows: the number of a king, a house («آل ثاني الفائز»).

    Behind a house of the south a tribe may stand: «آل عواض عسيري».
    """
    house = unit.kind == "J" and text.tokens[unit.first].light == _HOUSE
    tribe = text.joined(unit.last) and text.tokens[unit.last].key.endswith("ي")
    return unit.kind == "R" or (house and not tribe)


def is_listed_nisba(text: Text, j: int) -> bool:
    """Say whether a listed family name in ي goes on at `j`: «العامري»."""
    name = text.uncut(j) if text.joined(j) else None
    return text.tokens[j].key.endswith("ي") and name is not None and bool(name.kind & FAMILY)


def is_thing(text: Text, i: int) -> bool:
    """Say whether word `i` is a definite noun that neither announces nor names anybody."""
    return text.tokens[i].key.startswith(("ال", "وال")) and not text.words[i].bits and not text.words[i].names


def is_nisba(text: Text, j: int) -> bool:
    """Say whether word `j` is an adjective or a family name in «ي»: «المصري»."""
    key = text.tokens[j].key
    return key.startswith("ال") and key.endswith("ي")


def is_nation_family(text: Text, j: int, units: Sequence[Unit]) -> bool:
    """Say whether a nationality closes the name of an Arab: «محمد سيف السويدي» is no Swede.

    Who is told to be of a nation has it before his name; «محمد علي المصري كريم» may be two.
    """
    if units[0].kind == "K" and (len(units) == 1 or text.words[j].names):
        return text.tokens[j].key.startswith("ال") or bool(text.words[j].names)  # «أبو عمر البغدادي»
    if not is_nisba(text, j) or (text.joined(j + 1) and text.words[j + 1].names):
        return False
    return len(units) > 1 and units[-1].kind in "GgJ" and all(unit.arab for unit in units)


def is_no_part(text: Text, j: int) -> bool:
    """Say whether a name word is another word before the next one: «صباح الأربعاء», «أشرف على»."""
    if not text.joined(j + 1):
        return False
    key, after = text.tokens[j].key, text.tokens[j + 1].key
    return (key in parts().day_parts and after in parts().days) or (key, after) in never_pairs()


def can_end(text: Text, j: int) -> bool:
    """Say whether a name can end at token `j`: a mark, «الذي», «في» or a glued «و» stands behind it."""
    if not text.joined(j + 1):
        return True
    key, bits = text.tokens[j + 1].key, text.words[j + 1].bits
    return key in parts().follow or (key.startswith("و") and (not bits or bool(cue(key[1:]))))


def may_go_on(text: Text, j: int, units: Sequence[Unit]) -> bool:
    """Say whether a name word that is also an ordinary word may go on with the name."""
    key, bits = text.tokens[j].key, text.words[j].bits
    if bits & NATION:
        return is_nation_family(text, j, units)
    if (key == "علي" and units[-1].kind == "F") or _opens_idafa(text, j, units):
        return False
    if bits & (TITLE | ROLE) and len(units) > 1 and text.tokens[units[-1].first].key.startswith("ال"):
        return False  # «عبد القادر الشاوي صاحب "كان وأخواتها"»
    if not text.joined(j + 1) or text.tokens[j + 1].key in parts().sons:
        return True
    if not bits & (TITLE | ROLE | KIN | VERB):
        return text.tokens[j + 1].key != "الله"
    after = text.uncut(j + 1)
    return after is not None and not after.kind & SHARED


def _opens_idafa(text: Text, j: int, units: Sequence[Unit]) -> bool:
    """Say whether a word that is a noun as well has its own behind it: «أيوب معمر حصة التسجيل»."""
    if len(units) < 2 or not text.joined(j + 1) or text.words[j + 1].names:
        return False
    after = text.tokens[j + 1].key
    own = not text.words[j + 1].bits and not can_end(text, j) and plainness(after) > 1
    if own and text.tokens[j].key in parts().nouns_too:
        return True  # «أعلن سعود بن مشعل نجاح موسم الحج»
    noun = text.tokens[j].light.endswith("ة") and text.tokens[j].key in plain_words()
    return noun and after.startswith("ال") and plainness(after) > 1
