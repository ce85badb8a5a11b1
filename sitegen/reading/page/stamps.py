"""A line that is but a day, with what an outlet puts beside it: its name, the number of the issue."""

from __future__ import annotations

import re
from functools import cache

from sitegen.reading.page.days import is_date, is_day
from sitegen.reading.page.lines import Line, words_of
from sitegen.reading.page.signs import as_printed, signs
from sitegen.reading.page.words import is_name, lists

#: «الضفة - 5 أكتوبر 2020»: what parts the day from the rest, and how many words the rest has.
_ASIDE = re.compile(r"\s+[-–—/]\s+|\s*[|،,]\s*|\s{3,}|\t")
_OUTLET = 3
#: So many words before it name an outlet for certain.
_NAME = 2
#: Such a line has more than so many words, and so many at most; a year has so many digits.
_LEAST, _LONGEST, _YEAR = 2, 14, 4
_DIGITS = re.compile(rf"\d{{{_YEAR}}}")
#: «3/03/2022 06:36:00 م», «السبت يناير 28, 2012 11:03 am»; boards put the number of the entry behind it.
_STAMPED = re.compile(
    r"\s(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|[^\W\d]{3,9}\s\d{1,2},\s\d{4}),?\s+"
    r"\d{1,2}:\d\d(?::\d\d)?\s*(?:[صم]|[AaPp][Mm])?(?:\s+(?:[^\W\d]{3,10}\s)?#?\d{1,4})?\s*$"
)
_TIMED = re.compile(r"\d{4},?\s+\d{1,2}:\d\d\s*[صم]?\s*$")
#: «2023/03/30 أرقام - خاص»: a day in digits, then an outlet and how it came by the text, a dash between.
_HEADED = re.compile(
    r"\s*(?:\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s+"
    r"[^\W\d]+(?:\s[^\W\d]+)?\s+[-–—|]\s+[^\W\d]+(?:\s[^\W\d]+)?\s*$"
)
#: Without a mark so many words of a date stand for each other word.
_MOST = 4


def is_dated(line: Line) -> bool:
    """Say whether a line is a day, with or without the name of the outlet or a number of an issue.

    >>> from sitegen.reading.page.lines import measure
    >>> is_dated(measure(1, "الضفة - 5 أكتوبر 2020")), is_dated(measure(1, "العدد 72 - نيسان 2018"))
    (True, True)
    >>> is_dated(measure(1, "2023/03/30 أرقام - خاص")), is_dated(measure(1, "2023/03/30 موعد لا ينسى"))
    (True, False)
    >>> is_dated(measure(1, "حرب أكتوبر 1973")), is_dated(measure(1, "مصر - إيران: خمسون عاما"))
    (False, False)
    """
    if is_day(line.words):
        return True
    if line.prose or line.stop or not _LEAST < line.size <= _LONGEST or not line.brief:
        return False
    if not _DIGITS.search(line.text):  # as most headlines
        return False
    if is_stamped(line.text) or is_signed(line) or is_headed(line):
        return True
    days = sum(word.isdigit() or word in lists().dates for word in line.words)
    if days >= _MOST * (line.size - days) and _names_year(line.words):  # «العدد 43 الثلاثاء 11 مايو 2019»
        return True
    parts = [words_of(part) for part in _ASIDE.split(line.text)]
    stamps = [words for words in parts if is_date(words) and _names_year(words)]
    return len(parts) > 1 and len(stamps) == 1 and line.size - len(stamps[0]) <= _OUTLET


@cache
def _collected() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{'|'.join(as_printed('stamped'))})\s*:?\s*(\d{{4}}-\d\d-\d\d)\s+(?=\S)")


def collected(text: str) -> re.Match[str] | None:
    """Return the day that a collection of pages puts before a line of them.

    >>> found = collected("date 2025-11-08 أكد الوزير")
    >>> (found.group(1), found.end()) if found else None
    ('2025-11-08', 16)
    """
    return _collected().match(text)


def is_stamped(text: str) -> bool:
    """Say whether a line ends in a day and a clock, as no headline does: who posted it stands before.

    >>> is_stamped("دار سطور للنشر 3/03/2022 06:36:00 م"), is_stamped("قمة 3/03/2022")
    (True, False)
    >>> is_stamped("مشاركة سلمى السبت يناير 28, 2012 11:03 am"), is_stamped("قديم 16-05-2017, 02:06 PM رقم 1")
    (True, True)
    """
    return _STAMPED.search(text) is not None


def is_headed(line: Line) -> bool:
    """Say whether a line is a day in digits, then who brings the text and how: «2023/03/30 أرقام - خاص»."""
    return _HEADED.match(line.text) is not None


def is_signed(line: Line) -> bool:
    """Say whether a line is a name, a day and a clock; without the clock it may be a picture's.

    >>> from sitegen.reading.page.lines import measure
    >>> [is_signed(measure(1, f"سعيد الغامدي 22 سبتمبر 2018{clock}")) for clock in (" 14:42", "")]
    [True, False]
    """
    if _TIMED.search(line.text) is None:
        return False
    return any(is_name(line.words[:size]) and _is_full(line.words[size:]) for size in (2, 3))


def _is_full(words: tuple[str, ...]) -> bool:
    return is_day(words) and _names_year(words)


def is_counted(line: Line) -> bool:
    """Say whether a line is a day and what a site counts behind it: «15 تموز 2021 - عدد القراءات 1377»."""
    parts = [words_of(part) for part in _ASIDE.split(line.text)]
    return (
        len(parts) > 1 and is_day(parts[0]) and parts[-1][-1:] == line.words[-1:] and line.words[-1].isdigit()
    )


def is_of_outlet(line: Line) -> bool:
    """Say whether a line is a day behind the name of an outlet; behind more words it may be a picture's.

    >>> from sitegen.reading.page.lines import measure
    >>> [is_of_outlet(measure(1, f"{name} - 5 أكتوبر 1998")) for name in ("الضفة", "سوق المدينة القديم")]
    [True, False]
    """
    apart = _ASIDE.search(line.text) if is_dated(line) else None
    name = words_of(line.text[: apart.start()]) if apart else ()
    return 0 < len(name) <= _NAME and lists().describing.isdisjoint(name)


def is_of_issue(line: Line) -> bool:
    """Say whether a line is the number of an issue and its day: «العدد 608 - الأربعاء 05 مايو 2004م».

    >>> from sitegen.reading.page.lines import measure
    >>> [is_of_issue(measure(1, text)) for text in ("العدد 72 - الأحد 8 نيسان 2018", "العدد 72 - نيسان 2018")]
    [True, False]
    """
    issue = line.words[:1] and line.words[0] in signs().issues and line.words[1:2] and line.words[1].isdigit()
    day = line.words[2:] if issue else ()
    return bool(issue) and is_dated(line) and is_day(day) and sum(word.isdigit() for word in day) > 1


def _names_year(words: tuple[str, ...]) -> bool:
    year = any(len(word) == _YEAR and word.isdigit() for word in words)
    return year and (len(words) > _YEAR - 2 or not lists().months.isdisjoint(words))
