"""How a name found on the line and the known names in it go together: one person, another, or several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sitegen.model import Record
from sitegen.reading.names.spans import NameSpan
from sitegen.text.fold import match_key
from sitegen.text.phrases import Hit
from sitegen.text.tokens import Token

FOREFATHERS = frozenset(map(match_key, ("بن", "ابن", "بنت", "آل")))
_HOUSE = match_key("آل")
_FATHERS = 2


def is_tiled(span: NameSpan, hits: Iterable[Hit[Record]]) -> bool:
    """Say whether a name is nothing but known persons in a row: «دعا ماكرون بوتين» are two."""
    at, count = span.first, 0
    for hit in sorted(hits, key=lambda hit: hit.first):
        if hit.first == at and hit.last <= span.last and len(hit.values) == 1:
            at, count = hit.last, count + 1
    return at == span.last and count > 1


def is_blurred(span: NameSpan, hits: Iterable[Hit[Record]]) -> bool:
    """Say whether a known full name opens a longer one as another man's would: «قيس سعيد أحمد الحشاني».

    He may be of that name, or the known one may have done something to him: neither is told.
    """
    for hit in hits:
        rest = [unit for unit in span.units if unit.first >= hit.last]
        if hit.first == span.first and hit.last - hit.first > 1 and len(rest) > 1:
            return rest[0].kind == "G" and rest[0].arab and rest[-1].kind in "FA"
    return False


def is_longer(span: NameSpan, hit: Hit[Record], tokens: Sequence[Token]) -> bool:
    """Say whether a name found on the line holds that of `hit` and names somebody else by more."""
    first, last = hit.first, hit.last
    if not (span.first <= first and last <= span.last) or (span.first, span.last) == (first, last):
        return False
    if span.first < first or last - first == 1:
        return True
    if tokens[last].key in FOREFATHERS:
        return _has_other_fathers(hit, tokens)
    if last - first > _FATHERS and any(unit.first == last and unit.kind in "gf" for unit in span.units):
        return False  # «محمد حسني مبارك ذهبية المهرجان»: a man in full, and then another word
    return not (tokens[last - 1].key.startswith("ال") and not tokens[last].key.startswith("ال"))


def _has_other_fathers(hit: Hit[Record], tokens: Sequence[Token]) -> bool:
    """Say whether the forefathers behind a known name are another man's: «حمد بن جاسم بن فيصل آل ثاني».

    The record has the grandfather and the house in one of its spellings, which would have been found; beyond
    the grandfather («محمد بن سلمان بن عبدالعزيز بن عبدالرحمن») it is the same man.
    """
    if tokens[hit.last].key == _HOUSE:
        known = " ".join(map(match_key, hit.values[0].aliases))
        house = " ".join(token.key for token in tokens[hit.last : hit.last + 2])
        return f" {_HOUSE} " in known and house not in known
    return sum(token.key in FOREFATHERS for token in tokens[hit.first : hit.last]) < _FATHERS
