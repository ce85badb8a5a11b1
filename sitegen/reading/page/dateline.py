"""The dateline by which an agency's report opens: place, day and agency, in whatever order and marks.

«القاهرة (رويترز) 15 يونيو 2022 -», «الرباط/ 3 ماي 2023/ ومع/», «دبي في 4 يناير/ وام /», «بيروت - أ ف ب»,
«(كونا) --».  What follows need not be a verb: marks and agency are evidence enough.
"""

from __future__ import annotations

import re

from msgspec import Struct

from sitegen.reading.page.days import is_date
from sitegen.reading.page.words import is_name, lists, outlets
from sitegen.text.tokens import Token, Tokens, tokenize

#: So far into a paragraph a dateline reaches; words of a place that is not known, and of any part.
_REACH, _UNKNOWN, _LONGEST = 90, 3, 4
#: A day has at least so many words.
_DATED = 2
_APART = frozenset(' \u00a0\t-–—ـ_/|,،():.[]«»"“”')
_DASHES, _CLOSE = frozenset("-–—ـ_/:|]"), frozenset(" \u00a0)/»”-–—ـ_:.،|]")
_SIGN = re.compile(r"[(/:«\d–—ـ_|-]")
_LONG_DASHES = frozenset("-–—ـ")
_BRACKETS = {"(": ")", "/": "/", "«": "»", "“": "”"}


class _Agency(Struct, frozen=True, gc=False):
    """An agency found at a word: how far it goes, its marks, and whether its name is no other word."""

    last: int
    bracketed: bool
    before: bool  # a dash or slash stands before it
    after: bool
    sure: bool
    named: bool = True  # in our lists, not only by the words of outlets or its marks

    def told(self, placed: bool, dated: bool, first: bool, dashed: bool) -> bool:
        """Say whether it makes a dateline of what stands before it."""
        if not self.named:
            return placed and (dashed if self.bracketed else self.before and self.after)
        if self.bracketed:
            return placed or dashed
        if self.sure and (self.before or self.after):
            return placed or first
        if first and dashed and self.after:
            return True  # «ومع – الرباط –»
        return placed and ((dated and (self.after or self.sure)) or (self.before and self.after))


def agency_end(text: str, start: int = 0) -> int:
    """Return where an agency's dateline that opens `text[start:]` ends, `start` without one.

    >>> text = "عمان 27 تموز (بترا)- مع اقتراب الصيف يزداد الطلب"
    >>> text[agency_end(text):]
    'مع اقتراب الصيف يزداد الطلب'
    >>> agency_end("الكويت وبنا وسونا مدن في خريطة قديمة"), agency_end("عمان - 5 قتلى في حادث")
    (0, 0)
    """
    window = text[start : start + _REACH]
    if _SIGN.search(window) is None:
        return start
    tokens = tokenize(window)
    i, placed = _place(tokens, window)
    place, end = i, start
    while i < len(tokens) and _near(window, tokens, i):
        if agency := _agency(tokens, window, i):
            behind = _behind(tokens, window, agency.last)
            follows = behind > tokens[agency.last - 1].end  # «(رويترز) القاهرة -»
            dashed = follows or _dashed(window, tokens, agency.last)
            days = _DATED - (agency.named and agency.after)  # «القاهرة الثلاثاء وفا-»
            told = agency.told(placed, i - place >= days, i == 0, dashed)
            return start + _closing(window, behind) if told else start
        if tokens[i].key.isdigit() or tokens[i].key in lists().dates:
            i += 1
            if placed and _is_full_day(tokens.keys[place:i]) and _after(window, tokens, i) in _LONG_DASHES:
                end = start + _closing(window, tokens[i - 1].end)
        elif placed and (size := _writer(tokens, window, i) or _second(tokens, window, i)):
            i += size
        else:
            break
    return end


def _place(tokens: Tokens, text: str) -> tuple[int, bool]:
    """Return how many words name the place, and whether any do; an unknown one stands before a bracket."""
    places, keys = lists().places, tokens.keys[:_LONGEST]
    for size in range(min(3, len(keys)), 0, -1):
        if keys[:size] in places:
            return size, True
    for size in range(1, min(_UNKNOWN, len(keys) - 1) + 1):
        verbal = keys[size - 1] in lists().verbs or keys[size - 1] in lists().small
        if verbal or tokens[size - 1].end == tokens[size].start:
            break
        agency = _agency(tokens, text, size)
        if agency and agency.bracketed and _dashed(text, tokens, agency.last):
            return size, True
    return 0, False


def _near(text: str, tokens: Tokens, i: int) -> bool:
    """Say whether nothing but separators stands before word `i`."""
    gap = text[tokens[i - 1].end if i else 0 : tokens[i].start]
    return set(gap) <= _APART


def _agency(tokens: Tokens, text: str, i: int) -> _Agency | None:
    """Return the agency named at word `i`: one that is a word as well must stand in brackets."""
    known = lists()
    lead = i > 0 and tokens[i].key in known.leads  # «القاهرة - مراسل رويترز:»
    for size in (4, 3, 2, 1):
        words = tokens.keys[i + lead : i + size]
        named = words in known.agencies or words in known.initials or (i > 0 and words in known.ways)
        if len(words) == size - lead and named:
            before, bracketed, after = _marks(text, tokens, i, i + size)
            return _Agency(i + size, bracketed, before in _DASHES, after in _DASHES, words in known.agencies)
    return _unknown(tokens, text, i) if i else None


def _unknown(tokens: Tokens, text: str, i: int) -> _Agency | None:
    """Return what stands where an agency does: in brackets, slashes, or by a word of outlets in dashes."""
    known = lists()
    for size in range(1, _LONGEST + 1):
        words = tokens.keys[i : i + size]
        if (
            len(words) < size
            or words[-1].isdigit()
            or words[-1] in known.dates
            or words[-1] in known.verbs
            or words[-1] in known.small
        ):
            return None
        before, bracketed, after = _marks(text, tokens, i, i + size)
        ends = i + size == len(tokens)  # «الموصل: موقع أثري جديد»
        outlet = not (outlets().sure if ends else outlets().words).isdisjoint(words)
        outlet = outlet or words in outlets().names
        if is_name(words):
            return None
        if bracketed or (outlet and before in _DASHES and after in _DASHES):
            return _Agency(i + size, bracketed, before in _DASHES, after in _DASHES, sure=False, named=False)
        if after and after in _APART:
            return None
    return None


def _marks(text: str, tokens: Tokens, first: int, last: int) -> tuple[str, bool, str]:
    """Return the marks before and behind the words [first, last), and whether they are brackets."""
    before, after = text[: tokens[first].start].rstrip()[-1:], _after(text, tokens, last)
    return before, before in _BRACKETS and after == _BRACKETS[before], after


def _after(text: str, tokens: Tokens, last: int) -> str:
    """Return the mark behind the word before `last`, a colon at the end of the line."""
    return text[tokens[last - 1].end :].lstrip(" \u00a0")[:1] or ":"


def _dashed(text: str, tokens: Tokens, last: int) -> bool:
    """Say whether a dash stands behind the bracket that closes before word `last`; a slash is both."""
    if _after(text, tokens, last) == "/":
        return True
    return text[tokens[last - 1].end :].lstrip(" \u00a0")[1:].lstrip(" \u00a0")[:1] in _DASHES


def _writer(tokens: Tokens, text: str, i: int) -> int:
    """Return how many words between two marks name a writer: «إسطنبول/ محمد علي/ الأناضول»."""
    for size in (3, 2):
        words = tokens.keys[i : i + size]
        ends = i + size < len(tokens) and text[tokens[i + size - 1].end :].lstrip()[:1] in _DASHES
        if ends and is_name(words):
            return size
    return 0


def _second(tokens: Tokens, text: str, i: int) -> int:
    """Return how many words before an agency in brackets name a second place: «دبي/لندن (رويترز)»."""
    for size in (2, 1):
        if tokens.keys[i : i + size] in lists().places:
            agency = _agency(tokens, text, i + size) if i + size < len(tokens) else None
            return size if agency and agency.named and agency.bracketed else 0
    return 0


def _behind(tokens: Tokens, text: str, last: int) -> int:
    """Return where its words end: behind a day or place that a mark or a verb parts from the text."""
    end = last
    while end < len(tokens) and (tokens[end].key.isdigit() or tokens[end].key in lists().dates):
        end += 1
    day = end > last and is_date(tokens.keys[last:end])
    if not day:
        keys = tokens.keys[last : last + 3]
        end = last + next((n for n in (2, 1) if n <= len(keys) and keys[:n] in lists().places), 0)
    parted = _after(text, tokens, end) in _DASHES or (
        not day and tokens[end : end + 1] and _verb(tokens[end])
    )
    return tokens[end - 1 if end > last and parted else last - 1].end


def _is_full_day(keys: tuple[str, ...]) -> bool:
    """Say whether the words are a day with its year: «الخرطوم 12 مارس 2024 —»."""
    return any(len(key) == 4 and key.isdigit() for key in keys) and len(keys) > _DATED and is_date(keys)


def _verb(token: Token) -> bool:
    return token.key in lists().verbs


def _closing(text: str, end: int) -> int:
    while end < len(text) and text[end] in _CLOSE:
        end += 1
    return end
