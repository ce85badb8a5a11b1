"""Where a name ends: at a mark, in a title that is a family's, before a word that is not its part."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.reading.names.cues import KIN, NATION, ROLE, TITLE, VERB, cue, never_pairs, parts
from sitegen.reading.names.lists import FAMILY, SHARED
from sitegen.reading.names.shapes import is_plain
from sitegen.reading.names.units import Text, Unit


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
    return plain or can_end(text, j)


def is_listed_nisba(text: Text, j: int) -> bool:
    """Say whether a listed family name in ي goes on at `j`: «العامري»."""
    name = text.uncut(j) if text.joined(j) else None
    return text.tokens[j].key.endswith("ي") and name is not None and bool(name.kind & FAMILY)


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
        return units[0].kind == "K"
    if key == "علي" and units[-1].kind == "F":
        return False
    if not text.joined(j + 1) or text.tokens[j + 1].key in parts().sons:
        return True
    if not bits & (TITLE | ROLE | KIN | VERB):
        return text.tokens[j + 1].key != "الله"
    after = text.uncut(j + 1)
    return after is not None and not after.kind & SHARED
