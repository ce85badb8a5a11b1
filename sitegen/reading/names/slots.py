"""Names of no list that stand where only a name can: «قال وزير الخارجية بوجار نيشاني إن …»."""

from __future__ import annotations

from sitegen.reading.names.cues import KIN, ROLE, TITLE, TRAP, cue, parts
from sitegen.reading.names.lists import function_lights, ordinary_words
from sitegen.reading.names.shapes import looks_foreign, plainness
from sitegen.reading.names.units import Text, Unit
from sitegen.reading.names.words import is_place

_LEAST, _MOST = 2, 3
_SHORTEST = 3
#: First letters of verbs: «الوزير سيبلغ روبيو أن».
_VERBAL = ("ي", "ت", "س", "ن", "ا")


def slot_at(text: Text, i: int, bits: int) -> Unit | None:
    """Read the words between an office that is complete and «إن», if nothing else can stand there.

    >>> from sitegen.reading.names.units import make_text
    >>> from sitegen.text.tokens import tokenize
    >>> def at(line, i): return slot_at(make_text(line, tokenize(line)), i, ROLE)
    >>> at("قال وزير الخارجية بوجار نيشاني إن الوضع صعب", 3).last
    5
    >>> at("قال مدير شركة كوسموس إنرجي إن السعر", 3), at("قال الوزير بصراحة تامة إن السعر", 2)
    (None, None)
    """
    if not bits & (TITLE | KIN | ROLE) or bits & TRAP or not text.joined(i):
        return None
    before = text.tokens[i - 1]
    if not before.text.startswith("ال") and not (cue(before.key) & (TITLE | KIN)):
        return None
    last = i
    while last < len(text.tokens) and last - i < _MOST and _may_be_name(text, last):
        last += 1
        if last == len(text.tokens) or not text.joined(last):
            break
    closed = last < len(text.tokens) and text.gap(last).strip() in ("", "،") and _says(text, last)
    first = text.tokens[i].key
    verb = first.startswith(_VERBAL) and plainness(first) > 0
    if last - i < _LEAST or not closed or verb:
        return None
    strange = any(not plainness(t.key) or looks_foreign(t.key) for t in text.tokens[i:last])
    return Unit("G", i, last, arab=False, full=True) if strange else None


def _says(text: Text, j: int) -> bool:
    return text.tokens[j].light in parts().that or text.tokens[j].text in ("إن", "إنه", "إنها")


def _may_be_name(text: Text, j: int) -> bool:
    """Say whether a word that announces nothing may be a part of a name that no list knows."""
    return is_strange(text.tokens[j].key, text.tokens[j].light) and not text.words[j].bits


def is_strange(key: str, light: str) -> bool:
    """Say whether nothing but a part of a name may be what a word without ال and «و» is."""
    if len(key) < _SHORTEST or key.isascii() or not key.isalpha() or key.startswith(("ال", "لل", "و")):
        return False
    return not (key in ordinary_words() or light in function_lights() or is_place(key))
