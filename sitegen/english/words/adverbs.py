"""When things happen: dates inside a frame, and words of time that may be passed over."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from msgspec import Struct

from sitegen import data
from sitegen.english.words import wording
from sitegen.english.words.adjectives import adjectives
from sitegen.english.words.grammar import gloss, grammar, phrase_end, small
from sitegen.english.words.lines import COMMA, HARD
from sitegen.english.words.tables import Glosses, glossed
from sitegen.english.words.tagging import Sentence
from sitegen.model import DateFound
from sitegen.text.fold import match_key

_SINCE = match_key("منذ")
#: Between the two years of a season or a budget.
_PAIRED = ("-", "/", "–")


class When(Struct, frozen=True, gc=False):
    """A date as it is told, with a space before it; `day` in ISO where it is a whole day."""

    words: str = ""
    day: str | None = None
    ahead: bool = False  # tomorrow, next week: still to come, whatever the day
    others: bool = False  # that of the event a deed is about: «قرر تعطيل الدراسة غدا»

    @property
    def known(self) -> bool:
        """Say whether anything is known of the time."""
        return self.words != "" or self.ahead


NEVER = When()


def skip(s: Sentence, j: int) -> tuple[int, When]:
    """Pass over dates and adverbs of time, with the commas round them; return the first date."""
    when = NEVER
    while j < len(s.tokens) and (not s.marked[j] or HARD.intersection(s.gaps[j]) <= COMMA):
        before = s.keys[j]
        introduced = (before == "في" or before in small("by_when")) and not s.hard(j + 1)
        at = j + 1 if introduced and j + 1 in s.dates else j
        if at in s.dates and s.dates[at].lead in ("", "و", "ب", "ل"):
            known = s.dates[at]
            if not when.words and isinstance(known.value, DateFound) and not _halved(s, known.end):
                day = told(known.value, by=before in small("by_when"))
                when = day if day.known else when
            j = known.end
        elif before not in _first_words():
            break
        elif end := phrase_end(grammar().issued, s, j):
            if not s.hard(end) and end not in s.dates:
                break  # what follows could be who issued it
            j = end
        elif end := phrase_end(grammar().pass_over, s, j):
            when = when if when.known else When(ahead=not grammar().forward.isdisjoint(s.keys[j:end]))
            j = end
        else:
            break
    return j, when


def _halved(s: Sentence, j: int) -> bool:
    """Say whether the year before word `j` is the first half of two: «2018-2019»."""
    return j < len(s.tokens) and s.gaps[j].strip() in _PAIRED and s.keys[j].isdigit()


def daytime(s: Sentence, j: int) -> bool:
    """Say whether a time of a day stands at word `j`, with the day: «مساء أمس الجمعة»."""
    return s.key(j) in small("times") and not s.hard(j + 1) and skip(s, j + 1)[0] > j + 1


@cache
def _first_words() -> Set[str]:
    """Return the words that what is passed over begins with: most words are none."""
    return grammar().issued.keys() | grammar().pass_over.keys()


def told(date: DateFound, *, by: bool = False) -> When:
    """Return a date in words; nothing where it could not be resolved.

    >>> told(DateFound("2021-12", "month", 1, 0, 11, "نهاية العام"), by=True).words
    ' by the end of 2021'
    >>> told(DateFound(None, "none", 1, 0, 3, "أمس")).known
    False
    >>> told(DateFound(None, "none", 1, 0, 3, "غدا")).ahead
    True
    """
    first, *rest = match_key(date.text).split(" ")
    if first == _SINCE or first in small("of_when"):
        return NEVER  # «منذ عامين»: two years ago, or for two years; «تقريره لعام 2021»: of that year
    part = grammar().parts.get(first.removeprefix("ب"), "") if date.precision != "day" else ""
    if date.value is None and part and rest[:1] == ["العام"] and len(rest) == 1:
        return When(f" {'by ' + part.split(' ', 1)[1] if by else part} the year")
    ahead = not grammar().forward.isdisjoint((first, *rest))
    if date.value is None or date.precision == "none" or date.role != "event":
        return When(ahead=ahead)
    value = date.value
    if part and any(w.removeprefix("ال") in small("years") or w.isdigit() for w in rest[:1]):
        value = value[:4]
    link = part or ("on" if date.precision == "day" else "in")
    if first.removeprefix("ب") in grammar().fractions:
        fraction = _fraction(first.removeprefix("ب"), rest[0] if rest else "")
        return When(f" in the {fraction} of {wording.spoken_date(value)}") if fraction else NEVER
    if by:
        link = "by " + part.removeprefix("at ").removeprefix("in ") if part else "by"
    return When(f" {link} {wording.spoken_date(value)}", value if date.precision == "day" else None, ahead)


def _fraction(part: str, which: str) -> str:
    """Return "fourth quarter" for «الربع الرابع», '' where it is not told which.

    >>> _fraction("الربع", "الرابع"), _fraction("الربع", "الماضي")
    ('fourth quarter', '')
    """
    found = adjectives().get(which.removeprefix("ال"))
    return f"{found.en} {grammar().fractions[part]}" if found and found.en in grammar().ordinals else ""


def limit(s: Sentence, j: int) -> tuple[int, str] | None:
    """Read at word `j` till when something holds that is denied: «لن نرفع الضرائب هذا العام».

    Nothing, up to the end of the words, is no limit; None where a time stands there that is not told.
    """
    if s.hard(j):
        return j, ""
    found = gloss(_limits(), s, j, s.key(j))
    if found and s.hard(found[0]):
        return found[0], found[1]
    return None if skip(s, j)[0] > j else (j, "")


@cache
def _limits() -> Glosses:
    return glossed(data.table("english/titles")["limits"].items())
