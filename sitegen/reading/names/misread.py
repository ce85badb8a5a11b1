"""Words that only look like a name where they stand: a verb, a title, a part of a place, «باسم»."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.reading.names.chain import STRONG
from sitegen.reading.names.cues import (
    ANNOUNCING,
    HONOUR,
    KIN,
    LINK,
    NATION,
    ROLE,
    TITLE,
    VERB,
    cue,
    never_pairs,
    parts,
)
from sitegen.reading.names.lists import SHARED
from sitegen.reading.names.office_words import speaks_for
from sitegen.reading.names.units import Text, Unit
from sitegen.reading.names.words import is_pair
from sitegen.text.tokens import stem_keys

_SHADDA = "\N{ARABIC SHADDA}"


def is_misread(text: Text, i: int, units: Sequence[Unit], told: int) -> bool:
    """Say whether the words at `i` only look like the beginning of a name; `told` are the cues before."""
    before = text.tokens[i - 1].key if text.joined(i) else ""
    if before in parts().perfect and not units[0].cut:
        return True  # «وكان الفقيد قد خلف الشيخ فلانا»: a verb
    if _is_deed(text, units, told) or _is_his_deed(text, units, told):
        return True
    titled = bool(cue(before) & TITLE) and len(units) > 1  # «السيدة زينب حسن»
    if (
        _rather_a_cue(text, units, told, text.words[i].bits)
        or _in_the_name_of(text, i)
        or (_in_place(text, i) and not titled)
    ):
        return True
    kinds = "".join(unit.kind for unit in units)
    if kinds[0] == "U" and (before == "في" or not stem_keys(before).isdisjoint(parts().seats)):
        return True  # «رئيسة بلدية زيرمات روماي بيرغر»
    if kinds.startswith("UU") and any(unit.kind == "G" and unit.arab for unit in units):
        return True  # «رئيس بلدية يشيل يورت محمد جنار»
    return kinds[0] == "J" and not told & (ANNOUNCING | LINK) and text.joined(i)


def _is_deed(text: Text, units: Sequence[Unit], told: int) -> bool:
    """Say whether a given name is the verb it looks like, a title behind it: «شهد الشيخ محمد الختام»."""
    first, tokens = units[0], text.tokens
    starts = not text.joined(first.first) and not told & ANNOUNCING
    doubled = _SHADDA in tokens[first.first].text  # «كرّم الجلاجل عددا», never in the name
    if (starts or doubled) and tokens[first.first].key in parts().deeds and len(units) > 1:
        return True  # «/ وام / كرم خالد الظنحاني رئيس الجمعية الفائزين»
    if tokens[first.first].key[first.cut :] not in parts().verbs_too or told & ANNOUNCING:
        return False
    if (tokens[first.first].key[first.cut :], word_after(text, units)) in never_pairs():
        return True  # «وأشرف ولد عبد العزيز على تدشين»
    titled = len(units) > 1 and tokens[units[1].first].key in parts().last_titles
    return titled or word_after(text, units) in parts().outcomes  # «عادل عمر المالكي النتيجة»


def _is_his_deed(text: Text, units: Sequence[Unit], told: int) -> bool:
    """Say whether a name opens with a noun that tells what its bearer does: «وعودة سفيان بوفال»."""
    first = units[0]
    noun = text.tokens[first.first].key[first.cut :] in parts().his_deeds
    whole = len(units) > 1 and (first.cut > 0 or units[1].kind == "G")
    return noun and whole and not told & (TITLE | KIN | ROLE)


def _rather_a_cue(text: Text, units: Sequence[Unit], told: int, bits: int) -> bool:
    """Say whether a word that is a name and a title is the title here."""
    if units[0].kind not in "gf" or not bits & ~(LINK | NATION):
        return False
    if any(text.tokens[unit.first].key == "ولد" for unit in units[1:]):
        return False  # «سيدي محمد ولد محم»
    if bits & VERB and len(units) > 2 and units[1].kind == "J" and text.joined(units[0].first):
        before = text.tokens[units[0].first - 1].light
        return before not in parts().no_verb_after  # «كلا من طالب بن علي الضباري»
    if bits & (KIN | HONOUR | VERB):
        return True
    if len(units) > 1 and units[1].kind in "FfA" and _nisba(text, units[1].first):
        return False
    return not told & (TITLE | KIN) and not (told & VERB and len(units) > 1 and units[1].kind in STRONG)


def _in_place(text: Text, i: int) -> bool:
    """Say whether the word belongs to the name of a place: «خان يونس»."""
    return any(text.joined(j) and _pair(text, j) for j in (i, i + 1))


def _in_the_name_of(text: Text, i: int) -> bool:
    """Tell the preposition from a name: «المتحدث باسم دائرة الصحة», but not «المتحدث باسم العوضي»."""
    if text.tokens[i].key not in parts().names_of or not text.joined(i + 1):
        return False
    names = text.words[i + 1].names
    speaks = any(map(speaks_for, text.tokens[max(i - 2, 0) : i]))  # «الناطق الرسمي باسم»
    word = not names or (speaks and all(name.kind & SHARED for name in names))
    return word and (speaks or text.tokens[i + 1].key.startswith("ال"))


def _nisba(text: Text, j: int) -> bool:
    """Say whether the word at `j` has the form of a family name: «سلطان الشلوي»."""
    token = text.tokens[j]
    return token.key.startswith("ال") and token.key.endswith("ي") and not cue(token.key)


def _pair(text: Text, j: int) -> bool:
    return is_pair(text.tokens[j - 1].key, text.tokens[j].key)


def word_after(text: Text, units: Sequence[Unit]) -> str:
    """Return the key of the word after the chain, '' at a mark."""
    j = units[-1].last
    return text.tokens[j].key if text.joined(j) else ""
