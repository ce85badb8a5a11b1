"""Offices printed beside a name in English: only those of which every word is understood.

«وزير الخارجية الروسي السابق» is the former Russian foreign minister; «وزير الخارجية
بحكومة الوفاق» stays Arabic, because nothing is invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from msgspec import Struct

from sitegen import data
from sitegen.text.fold import match_key, one_america
from sitegen.text.nationalities import by_place, nationality_at
from sitegen.text.tokens import Token, tokenize

Keys = tuple[str, ...]


class _Office(Struct, frozen=True, gc=False):
    """An office in English: whether a country must follow, whether it takes an adjective only."""

    en: str
    construct: bool = False
    trade: bool = False


@lru_cache(maxsize=4096)
def render_role(role_ar: str) -> str:
    """Return the English of a printed office, '' unless every word of it is understood.

    >>> render_role("وزير الخارجية الروسي"), render_role("رئيس وزراء ماليزيا السابق")
    ('Foreign Minister of Russia', 'Former Prime Minister of Malaysia')
    >>> render_role("وزير الخارجية الأميركي"), render_role("مستشار شؤون القبيلة")
    ('US Secretary of State', '')
    """
    tokens = tokenize(role_ar)
    keys = _keys(tokens)
    if whole := _whole().get(keys):
        return whole
    for size in range(len(keys), 0, -1):
        for office in _offices().get(keys[:size], ()):
            if rendered := _rest(office, tokens, size):
                return rendered
    return ""


def _rest(office: _Office, tokens: Sequence[Token], i: int) -> str:
    """Return the office completed by what follows word `i`, '' if something there is not understood."""
    place = before = ""
    while i < len(tokens):
        if state := _states().get(tokens[i].key):
            before, i = state, i + 1
            continue
        found = None if place else _country_at(tokens, i) if office.construct else _adjective_at(tokens, i)
        if found is None or not (office.trade or found[0] in _labels()):
            return ""
        place, i = found
    if place and place not in data.table("roles")["only_in"].get(office.en, [place]):
        return ""
    if not place and (office.construct or office.en in data.table("roles")["with_country"]):
        return ""
    return f"{before} {_in_country(office, place)}".strip()


def _in_country(office: _Office, place: str) -> str:
    """Return the office with its country: Foreign Minister of Russia, Egyptian Writer."""
    if not place:
        return office.en
    if own := _own_names().get((office.en, place)):
        return own
    if office.trade:
        return f"{by_place()[place].en} {office.en}"
    article = "the " if place in data.table("roles")["with_the"] else ""
    return f"{office.en} of {article}{_labels()[place]}"


def _adjective_at(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """Return the place id of the nationality that begins at word `i` and the word after it."""
    found = nationality_at(tokens, i)
    return (found[0].place, found[1]) if found else None


def _country_at(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """Return the place id of the country that begins at word `i`, the longest name, and the word after it."""
    if tokens[i].key in _before_country():
        i += 1
    keys = _keys(tokens[i : i + 3])
    for size in range(len(keys), 0, -1):
        if country := _countries().get(keys[:size]):
            return country, i + size
    return None


def _keys(tokens: Sequence[Token]) -> Keys:
    return tuple(one_america(token.key) for token in tokens)


@cache
def _offices() -> dict[Keys, list[_Office]]:
    """Return offices and trades by their words."""
    found: dict[Keys, list[_Office]] = {}
    for definite, construct, en in data.table("roles")["offices"]:
        found.setdefault(_keys(tokenize(definite)), []).append(_Office(en))
        found.setdefault(_keys(tokenize(construct)), []).append(_Office(en, construct=True))
    for ar, en in data.table("roles")["trades"]:
        found.setdefault(_keys(tokenize(ar)), []).append(_Office(en, trade=True))
    return found


@data.kept
def _whole() -> dict[Keys, str]:
    """Return the offices of known persons by their words."""
    return {_keys(tokenize(row[1])): row[2] for row in data.rows("lexicon/offices")}


@data.kept
def _own_names() -> dict[tuple[str, str], str]:
    return {(en, place): own for en, place, own in data.table("roles")["own_names"]}


@data.kept
def _states() -> dict[str, str]:
    """Return the words that say an office is over or not yet held, with their English."""
    table = data.table("roles")
    english = {"former": "Former", "late": "Late", "acting": "Acting", "designate": "Designated"}
    return {match_key(word): en for group, en in english.items() for word in table[group]}


@cache
def _before_country() -> frozenset[str]:
    return frozenset(map(match_key, data.table("roles")["before_country"]))


@data.kept
def _countries() -> dict[Keys, str]:
    """Return the ids of places that have a nationality by their words."""
    found: dict[Keys, str] = {}
    for row in data.rows("lexicon/places"):
        if row[0] in by_place():
            for form in (row[1], *(row[5].split("|") if len(row) > 5 else ())):
                found.setdefault(_keys(tokenize(form)), row[0])
    return found


@cache
def _labels() -> dict[str, str]:
    """Return the English names of countries by place id."""
    return {row[0]: row[2] for row in data.rows("lexicon/places") if len(row) > 3 and row[3]}
