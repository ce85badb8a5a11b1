"""Names of two or three syllables, Chinese, Korean or Vietnamese: «لي تشاو شينغ», «تشن تشونغ روي»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sitegen import data
from sitegen.reading.names.cues import ANNOUNCING, LINK, NATION, parts
from sitegen.reading.names.lists import function_lights
from sitegen.reading.names.shapes import plainness
from sitegen.reading.names.units import Text, Unit
from sitegen.reading.names.words import is_pair
from sitegen.text.fold import match_key

_MOST, _SURE = 3, 2


def syllables_at(text: Text, i: int, bits: int) -> Unit | None:
    """Read a name of syllables from word `i`; `bits` stand before it.

    Two of them are nothing else in Arabic («تشاو», not «لي»), or one where somebody is announced.

    >>> from sitegen.reading.names.units import make_text
    >>> from sitegen.text.tokens import tokenize
    >>> def at(line, bits=LINK): return syllables_at(make_text(line, tokenize(line)), 0, bits)
    >>> at("لي تشاو شينغ الوزير").last, at("هونغ كونغ"), at("لي هو"), at("ووانغ جيه").cut
    (3, None, None, 1)
    """
    if not bits & (ANNOUNCING | NATION | LINK):
        return None
    first, known = text.tokens[i].key, syllables()
    cut = int(first not in known and first[:1] == "و")
    keys = [first[cut:]]
    if keys[0] not in known:  # as most words
        return None
    while len(keys) < _MOST and text.joined(i + len(keys)):
        keys.append(text.tokens[i + len(keys)].key)
    size = next((n for n, key in enumerate(keys) if key not in known), len(keys))
    while size > 1 and text.tokens[i + size - 1].light in function_lights():
        size -= 1  # «قال وانغ لي إن …» said it to nobody, «تشن دونغ هو» is he
    sure = sum(plainness(key) < 1 for key in keys[:size])
    pair = any(is_pair(text.tokens[i + n - 1].key, text.tokens[i + n].key) for n in range(1, size))
    if size < _SURE or pair or sure < (_SURE if not bits & (ANNOUNCING | NATION) else 1):
        return None
    return Unit("G", i, i + size, cut, arab=False, full=True)


def is_headless(text: Text, units: Sequence[Unit]) -> bool:
    """Say whether a syllable that is a small word too stands before a name of syllables: «لي نك يون»."""
    first, known = units[0].first, syllables()
    if not text.joined(first) or units[0].arab or units[0].cut or units[0].full:
        return False
    small = text.tokens[first - 1].key in known and text.tokens[first - 1].light in function_lights()
    return small and any(text.tokens[unit.last - 1].key in known for unit in units)


def is_trimmed(text: Text, unit: Unit) -> bool:
    """Say whether a syllable that is a small word too stands between such a name and «إن» or a mark.

    >>> from sitegen.reading.names.units import make_text
    >>> from sitegen.text.tokens import tokenize
    >>> def trimmed(line):
    ...     text = make_text(line, tokenize(line))
    ...     return is_trimmed(text, syllables_at(text, 0, ANNOUNCING))
    >>> trimmed("قوه جيا كون أن العمل"), trimmed("قوه جيا إن العمل"), trimmed("قوه جيا كون فريقا")
    (True, False, False)
    """
    j = unit.last
    if unit.arab or not unit.full or not text.joined(j) or text.tokens[j].key not in syllables():
        return False
    return not text.joined(j + 1) or text.tokens[j + 1].light in parts().that | {"ان"}


@cache
def syllables() -> frozenset[str]:
    """Return the keys of the listed syllables."""
    return frozenset(match_key(row[0]) for row in data.rows("names/syllables"))
