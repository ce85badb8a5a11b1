"""Words that say of which country somebody or something is: العراقي، الأميركيين، كوري جنوبي.

The masculine forms are data; the feminine and the plurals are built from them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from sitegen import data
from sitegen.text.finders import Finder
from sitegen.text.fold import light_key, match_key
from sitegen.text.tokens import Token, stems

#: Masculine, accusative, feminine, plurals and duals of a nisba; ال goes before each.
_ENDINGS = ("", "ا", "ة", "ون", "ين", "ات", "ان", "تان", "تين")
_SHORT = 3  # letters
_DIRECTIONS = ("جنوب", "شمال")


class Nationality(NamedTuple):
    """A country (or region) as an adjective: `en` stands before a noun, `person` is a noun."""

    place: str  # id of the place record
    en: str  # US, Iraqi
    person: str  # American, Iraqi
    ar: str  # masculine without ال: أميركي

    def agreeing(self, *, feminine: bool) -> str:
        """Return the definite Arabic adjective.

        >>> nationality("أميركيين").agreeing(feminine=True)
        'الأميركية'
        """
        words = [word + "ة" * feminine for word in self.ar.split()]
        if self.ar.startswith(_DIRECTIONS):
            return f"ال{self.ar.split()[0]} {words[-1]}"
        return " ".join("ال" + word for word in words)


@lru_cache(maxsize=65536)
def nationality(word: str) -> Nationality | None:
    """Return what one word says of a country, clitics and article taken off; None for any other word.

    >>> nationality("للأميركيين").place, nationality("والعراقيّة").en
    ('united-states', 'Iraqi')
    >>> nationality("اليمني").place, nationality("اليمنى"), nationality("وطني")
    ('yemen', None, None)
    """
    for stem in stems(match_key(word)):
        if found := _forms().get(stem.key):
            return found if stem.key not in _strict() or light_key(word).endswith("ي") else None
    return None


def nationality_at(tokens: Sequence[Token], i: int) -> tuple[Nationality, int] | None:
    """Return the nationality that begins at token `i` and the token after it.

    >>> from sitegen.text.tokens import tokenize
    >>> found, after = nationality_at(tokenize("القوات الكورية الجنوبية"), 1)
    >>> found.en, after
    ('South Korean', 3)
    """
    if i + 1 < len(tokens):
        for stem in stems(tokens[i].key):
            if found := _pairs().get((stem.key, tokens[i + 1].key)):
                return found, i + 2
    single = nationality(tokens[i].text)
    return (single, i + 1) if single else None


@cache
def by_place() -> dict[str, Nationality]:
    """Return the nationality of each place id that has one."""
    out: dict[str, Nationality] = {}
    for place, en, person, forms in data.rows("nationalities"):
        out[place] = Nationality(place, en, person, forms.split("|")[0].lstrip("=!"))
    return out


def _written() -> list[tuple[str, Nationality]]:
    return [(form, by_place()[row[0]]) for row in data.rows("nationalities") for form in row[3].split("|")]


@cache
def _strict() -> frozenset[str]:
    marked = [match_key(form[1:]) for form, _ in _written() if form.startswith("!")]
    return frozenset(form for key in marked for form in (key, "ال" + key))


@data.kept
def _forms() -> dict[str, Nationality]:
    """Index every one-word form by its key."""
    out: dict[str, Nationality] = {}
    for form, found in _written():
        word = form.lstrip("=!+")
        if " " in word:
            continue
        broken = ("", "ا") if len(word) > _SHORT else ("",)  # أكرادا; «روسا» is رؤساء
        for ending in broken if form.startswith("+") else _ENDINGS:
            if not (form.startswith("=") and not ending):
                out.setdefault(match_key(word + ending), found)
            out.setdefault(match_key("ال" + word + ending), found)
    return out


@data.kept
def _pairs() -> dict[tuple[str, str], Nationality]:
    """Index every two-word form by its two keys."""
    out: dict[tuple[str, str], Nationality] = {}
    for form, found in _written():
        if " " not in form:
            continue
        one, two = form.split()
        for ending in _ENDINGS:
            for article in ("", "ال"):
                if one in _DIRECTIONS:
                    pair = (article + one, two + ending)
                else:
                    pair = (article + one + ending, article + two + ending)
                out.setdefault((match_key(pair[0]), match_key(pair[1])), found)
    return out


def _may_tell(_: str, stems: frozenset[str]) -> bool:
    return not _forms().keys().isdisjoint(stems)


#: Finds the words that may say something of a country.
NATIONALITIES = Finder(_may_tell)
