"""Lines that name who reports and from where: «بقلم: …», «واشنطن / متابعة وطن برس»."""

from __future__ import annotations

import re
from functools import cache

from sitegen.model import Role
from sitegen.reading.page.dateline import agency_end
from sitegen.reading.page.lines import Line, words_of
from sitegen.reading.page.signs import signs
from sitegen.reading.page.stamps import is_dated
from sitegen.reading.page.words import is_name, is_place_or_way, lists, outlets
from sitegen.text.tokens import tokenize

_SEGMENT = re.compile(r"\s*[-–—ـ_/|،,()]+\s*")
_PLACED = re.compile(r"[^:]{2,30}:\s*[«\"“][^»\"”]{2,30}[»\"”]\s*$")
#: A dateline that ends with a colon and whose agency no list knows has at most so many words.
_LABEL = 7
_BRACKETED = re.compile(r"\([^)]+\)\s*[-–—ـ]|/[^/]+/")
_SPACED = re.compile(r"\s[-–—]\s|/\s")
#: A writer and who helped have at most so many words.
_HELPED = 5
#: So few words may be the name of who reports.
_SHORT = 2
_QUOTES = frozenset('«"“')


def stands_below_titles(line: Line) -> bool:
    """Say whether a line is what stands below titles: a day, a writer, a place."""
    return is_dated(line) or names_writer(line) or dateline_of(line) is not None


def names_writer(line: Line) -> bool:
    """Say whether the line names who wrote: «بقلم: …», «كتب - …»."""
    if line.size > 10 or line.prose or not line.brief or line.stop in (".", "؟"):
        return False
    helped = line.size <= _HELPED and any(is_name(line.words[:size]) for size in (2, 3))
    if helped and not signs().helpers.isdisjoint(line.words[2:4]):
        return True
    known = lists().by
    for size in (1, 2):
        if line.words[:size] in known and line.size > size:
            tokens = tokenize(line.text[:40])
            after = line.text[tokens[size - 1].end :].lstrip()[:1]
            named = line.words[0] in signs().wrote and (is_name(line.words[size:]) or line.stop == ":")
            if line.words[0] in signs().genres and not _opens_with_name(line.words[size:]):
                return False  # «تقرير: الكويت الثالثة خليجياً في مؤشر الابتكار»
            return named or line.words[0] in signs().alone or after in tuple(":：-–—/|")
    return False


def merges_agencies(line: Line) -> bool:
    """Say whether a line names who made one report of those of agencies: «علي كريم رويترز، د ب أ»."""
    known, (first, *rest) = lists(), [words_of(part) for part in _SEGMENT.split(line.own)]
    agencies = known.agencies | known.initials
    merged = bool(rest) and first[-1:] in agencies and all(words in agencies for words in rest)
    return merged and is_name(first[:-1])


def _opens_with_name(words: tuple[str, ...]) -> bool:
    """Say whether a few words, or the first of many, can be a name."""
    return len(words) <= 4 or any(is_name(words[:size]) for size in (2, 3))


def _segments(line: Line) -> list[tuple[str, ...]]:
    dates = lists().dates
    parts = (words_of(part) for part in _SEGMENT.split(line.own))
    bare = (tuple(w for w in words if not w.isdigit() and w not in dates) for words in parts)
    return [words for words in bare if words]


def dateline_of(line: Line) -> Role | None:
    """Say whether a line is a dateline («واشنطن / متابعة وطن برس», «دبي -») or a byline («رغد – عين»)."""
    if line.size > 12 or line.prose or not line.brief:
        return None
    text = line.own.strip()
    if merges_agencies(line):
        return "byline"
    if _may_name_agency(line) and agency_end(text) == len(text):
        return "dateline"
    segments = _segments(line)
    stopped = line.stop in (".", "؟", "!", "?", ":") and not _ends_reporting(line, segments)
    if line.size > 10 or stopped or not segments:
        return None
    if any(words[0] in signs().wrote and is_name(words[1:]) for words in segments[1:]):
        return "byline"  # «ملاعب اليوم _ كتب سامي حداد»
    place, _, rest = text.partition(":")  # لندن: «الشرق الأوسط», الخرطوم: محمد أمين
    writer = line.size <= 5 and is_name(words_of(rest))
    if (writer or _PLACED.match(text)) and is_place_or_way(words_of(place)):
        return "dateline"
    hanging = text.endswith(("-", "–", "—", "/"))
    dated = len(segments) < len(_SEGMENT.split(text))  # الرباط - الثلاثاء 14 مارس 2023
    if any(is_place_or_way(words) for words in segments) and len(segments) + hanging + dated > 1:
        longest = max(map(len, segments))
        live = signs().live.issuperset(segments[0]) and longest > 2  # «مباشر | آخر تطورات انفجار بيروت»
        credited = any(words in lists().ways for words in segments)  # «قناة الشام الحرة - خاص»
        if longest <= 4 and not live and (credited or all(map(_may_report, segments))):
            return "byline" if is_name(segments[0]) else "dateline"
    if hanging and line.size <= 5:
        return "dateline"
    quoted = text[:1] in _QUOTES and not is_name(segments[0])
    named = len(segments) == 2 and not quoted and any(map(is_name, segments)) and max(map(len, segments)) <= 4
    return "byline" if named else None


def _ends_reporting(line: Line, segments: list[tuple[str, ...]]) -> bool:
    """Say whether a colon ends a place and who writes from there: «عرعر - سامي الحداد:»."""
    placed = len(segments) > 1 and any(map(is_place_or_way, segments))
    return line.stop == ":" and placed and all(is_place_or_way(w) or is_name(w) for w in segments)


def _may_report(words: tuple[str, ...]) -> bool:
    """Say whether a part of a line may be a place or who reports: «متابعة وطن برس», not «موقع أثري جديد»."""
    if len(words) <= _SHORT or is_place_or_way(words) or is_name(words):
        return True
    return not _reporting().isdisjoint(words) or words in outlets().names


@cache
def _reporting() -> frozenset[str]:
    """Return the words of which one tells who reports, or how."""
    known = lists()
    return outlets().sure.union(known.agency_words, *known.ways)


def _may_name_agency(line: Line) -> bool:
    known = lists()
    if line.stop == ":" and line.size <= _LABEL:
        return True
    return not (known.agency_words.isdisjoint(line.words) and outlets().words.isdisjoint(line.words)) or (
        _BRACKETED.search(line.text) is not None
    )


def _is_outlet_name(words: tuple[str, ...]) -> bool:
    return words in outlets().names or (1 < len(words) <= 3 and words[0] in outlets().words)
