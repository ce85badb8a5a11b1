"""Which lines are page furniture by their wording: the phrase families of `data/furniture.toml`.

A line is furniture when it is *made of* what sites print on buttons, menus and
boxes, or *begins* as such a box does and is short.  A paragraph that merely
contains such a word is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from msgspec import Struct

from sitegen.reading.page.families import Family, Words, joined, tables
from sitegen.reading.page.lines import Line, words_of
from sitegen.reading.page.signs import signs
from sitegen.text.tokens import tokenize

#: How far into a line a row of buttons may reach.
_REACH = 200
_FIRST = re.compile(r"[^\W\d_]+")
_HANGING = 5
#: The section behind the heading of a box, with the word before it.
_SECTION = 3
_LEAD = re.compile(r"[:：|]|\.\.|…")
_OPENING = '"«“('


class Found(Struct, frozen=True, gc=False):
    """A family that a line belongs to, and where on the page it may stand."""

    family: Family
    zone: str


class Unit(Struct, frozen=True, gc=False):
    """One phrase found in a row of phrases: words [first, last) and its families."""

    first: int
    last: int
    families: tuple[Family, ...]


def units_at(words: Sequence[str], i: int, *, numbered: bool) -> list[Unit]:
    """Return the phrases that begin at word `i`, the longest first, in families that may count here."""
    units = []
    for phrase, families in tables().units.get(words[i], ()):
        end = i + len(phrase)
        if words[i:end] == phrase:
            allowed = tuple(f for f in families if numbered or not f.needs_number)
            if allowed:
                units.append(Unit(i, end, allowed))
    return units


def row_of_units(words: Words) -> list[Unit] | None:
    """Return the phrases that `words` is made of, numbers between them left out; None if of more.

    >>> [u.families[0].name for u in row_of_units(words_of("شارك الخبر فيسبوك تويتر")) or []]
    ['share', 'networks', 'networks']
    >>> row_of_units(words_of("شارك الوزير في المؤتمر")) is None
    True
    """
    return _row_from(words, 0, any(word.isdigit() for word in words), set()) or None


def _row_from(words: Words, i: int, numbered: bool, dead: set[int]) -> list[Unit] | None:
    """Return the row of phrases from word `i` on, longer ones tried first; `dead` holds where none begins."""
    if i == len(words):
        return []
    if i in dead:
        return None
    word = words[i]
    found = units_at(words, i, numbered=numbered)
    if not found and i and word[0] == "و" and len(word) > 3:  # فيسبوك وتويتر
        found = units_at((*words[:i], word[1:], *words[i + 1 :]), i, numbered=numbered)
    for unit in found:
        rest = _row_from(words, unit.last, numbered, dead)
        if rest is not None:
            return [unit, *rest]
    if word.isdigit() or (len(word) == 1 and i):
        return _row_from(words, i + 1, numbered, dead)
    dead.add(i)
    return None


def may_open(text: str, start: int) -> bool:
    """Say whether the word at `start` begins any phrase at all: quickly, for most words do not."""
    first = _FIRST.search(text, start)
    return first is not None and _opens(first.group())


@lru_cache(maxsize=16384)
def _opens(word: str) -> bool:
    key = words_of(word)[:1]
    return bool(key) and (key[0] in tables().units or key[0] in tables().begins)


def buttons_end(text: str) -> int:
    """Return where the text of a line begins behind a row of buttons fused to it, 0 without one.

    >>> text = "شارك من خلال تويتر فيسبوك جوجل بلس اكتب رأيك زار وزير الصحة المصابين."
    >>> text[buttons_end(text):][:8]
    'زار وزير'
    >>> buttons_end("شارك وزير الصحة في المؤتمر الدولي")
    0
    """
    if not may_open(text, 0):
        return 0
    tokens = tokenize(text)
    keys = tokens.keys[: bisect_left(tokens, _REACH, key=attrgetter("start"))]
    i, units, strong = 0, 0, False
    while i < len(keys) and (found := units_at(keys, i, numbered=False)):
        units += 1
        strong = strong or any(family.zone == "any" for family in found[0].families)
        i = found[0].last
    latin = i >= 2 and all(key.isascii() for key in keys[:i])
    if not strong or (units < 3 and not latin) or i >= len(keys):
        return 0
    start = tokens[i].start
    return start - (text[start - 1] in _OPENING)


def match(line: Line) -> Found | None:
    """Return the family of `line`, None when its wording is not that of furniture.

    >>> from sitegen.reading.page.lines import measure
    >>> found = match(measure(1, "اقرأ أيضاً: ارتفاع حصيلة أعمال الشغب في سجنين"))
    >>> found.family.name, found.zone
    ('related', 'any')
    >>> match(measure(1, "اقرأ الوزير البيان أمام النواب")) is None
    True
    """
    words = line.words
    if not words:
        return None
    known = tables()
    if len(words) <= 40 and (words[0] in known.units or words[0].isdigit()):
        units = row_of_units(words)
        if units:
            return _of_units(units, counted=words[0].isdigit())
    return _beginning(line, words) or _ending(line, words) or _of_section(line, words) or _holding(words)


def _of_units(units: Sequence[Unit], *, counted: bool) -> Found:
    """Name the family of a row of units, and the zone they may stand in together."""
    anywhere = [any(family.zone == "any" for family in unit.families) for unit in units]
    strong = any(anywhere) and (len(units) > 1 or all(anywhere))
    families = units[anywhere.index(True) if strong else 0].families
    zone = "any" if strong or len(units) >= 4 else families[0].zone
    first = next((f for f in families if (f.needs_number if counted else f.opens)), families[0])
    return Found(first, zone)


def _beginning(line: Line, words: Words) -> Found | None:
    begins = tables().begins
    at = 0
    while at < len(words) and at < 4 and words[at] not in begins:
        units = units_at(words, at, numbered=False)  # «Google News تابعوا …»
        if not units:
            return None
        at = units[0].last
    if at >= len(words):
        return None
    for phrase, family in begins.get(words[at], ()):
        if len(words) > family.most or words[at : at + len(phrase)] != phrase:
            continue
        if (family.colon and not _colon_after(line.text, phrase)) or (family.open and is_sentence(line)):
            continue
        spaced = joined(words)
        hanging = len(words) <= _HANGING and words[-1] in signs().leads_to  # «تابعوا RT على»
        addressed = not family.with_ or hanging or any(other in spaced for other in family.with_)
        if addressed and (not (family.with_ and family.needs_number) or _is_numbered(words, family)):
            return Found(family, family.zone)
    return None


def _is_numbered(words: Words, family: Family) -> bool:
    """Say whether a number stands right behind a word that a family goes with: «في الصفحة 7»."""
    return any(word.isdigit() and joined((other,)) in family.with_ for other, word in pairwise(words))


def _of_section(line: Line, words: Words) -> Found | None:
    """«مقالات أخرى في الوطني», «أخبار مشابهة من محليات»: the heading of a box, and the section it is of."""
    for unit in units_at(words, 0, numbered=False):
        rest = words[unit.last :]
        if unit.last > 1 and 1 < len(rest) <= _SECTION and rest[0] in signs().parts and not line.stop:
            family = next((family for family in unit.families if family.opens == "list"), None)
            if family is not None:
                return Found(family, "edge")
    return None


def _ending(line: Line, words: Words) -> Found | None:
    """«أهداف المباراة اضغط هنا», «… (اقرأ التفاصيل)»: the end of a line that leads elsewhere."""
    for phrase, family in tables().ends.get(words[-1], ()):
        told = len(phrase) < len(words) <= family.most and words[-len(phrase) :] == phrase
        if told and not (family.open and is_sentence(line)):
            return Found(family, family.zone)
    return None


def is_sentence(line: Line) -> bool:
    """Say whether a full stop or a question mark ends the line; dots are no stop.

    >>> from sitegen.reading.page.lines import measure
    >>> is_sentence(measure(1, "تابع الملايين الخطاب على فيسبوك.")), is_sentence(measure(1, "اقرأ: لقاء ..."))
    (True, False)
    """
    return line.stop in (".", "؟", "?", "!") and not line.text.rstrip().endswith("..")


def _colon_after(text: str, phrase: Words) -> bool:
    """Say whether a colon, or two dots in its place, stands right behind the phrase that opens `text`."""
    colon = _LEAD.search(text, 0, sum(map(len, phrase)) + 2 * len(phrase) + 6)
    return colon is not None and words_of(text[: colon.start()])[-len(phrase) :] == phrase


def _holding(words: Words) -> Found | None:
    hits = tables().telling.intersection(words)
    for family in tables().has if len(hits) > 1 else ():
        if len(words) <= family.most:
            spaced = joined(words)
            addressed = not family.with_ or any(word in spaced for word in family.with_)
            if addressed and sum(phrase in spaced for phrase in family.has) >= family.needs:
                return Found(family, family.zone)
    return None


def opener(line: Line, found: Found | None) -> str:
    """Return what a line that is nothing but a heading opens: `list`, `comments` or nothing."""
    if found is None or not found.family.opens:
        return ""
    return found.family.opens if _is_row(line.words) else ""


@lru_cache(maxsize=4096)  # the same headings stand on many pages of an outlet
def _is_row(words: Words) -> bool:
    return row_of_units(words) is not None
