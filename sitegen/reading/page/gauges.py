"""Furniture that measures or leads away: addresses, prices, counters, clocks.

The words of its patterns are data (`[gauges]` of `data/structure.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import category

from sitegen import data
from sitegen.model import Role
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line

Claims = Iterator[tuple[int, Role]]

#: A measure has at most so many words.
_GAUGE = 8
#: What a player shows: 00:00 / 03:12.
_CLOCKS = re.compile(r"\s*(?:\d?\d:\d\d(?::\d\d)?\s*/?\s*){2,}")
_HOUR = r"(?:[01٠١]?\d|[2٢][0-3٠-٣]):[0-5٠-٥]\d"  # no score: «2:1»
_CLOCK = re.compile(rf"\d\d:\d\d:\d\d|^\S{{2,12}}(?:\s\S{{2,12}})?\s{_HOUR}$")
_ADDRESS = r"(?:[\w.+-]+\s?@\s?[\w-]+\.[\w.-]+|@\w{2,30}|(?:https?://|www\.)\S+)"
#: Above the title the name of an outlet and its address: «صوت الساحل : http://sahel.example».
_NAMED = re.compile(r"[^:]{2,30}:\s*https?://\S*")
_NUMBER = re.compile(r"[\d٠-٩]+(?:[,٬،][\d٠-٩]{3})*")
_PAGER = re.compile(r"\s*(\d{1,2})\s?/\s?(\d{1,2})\s*")
_DIGITS = r"[\d٠-٩]"
#: «4.53جنيه إسترليني», «غزة31.61°»: no space parts a figure from its name; so many lines make a table.
_FIGURE = r"\d+[.,٫]\d+"
_FUSED = re.compile(rf"{_FIGURE}(?:\s?°\s?)?[^\W\d]\D{{1,20}}|\D{{1,20}}[^\W\d]{_FIGURE}\s?°?")
_TABLE = 3
#: What is left of the edges of a table, within a text as well.
_EDGE = "| "


def _any(name: str) -> str:
    """Return a pattern for any phrase of one list."""
    return "(?:" + "|".join(map(re.escape, data.table("structure")["gauges"][name])) + ")"


@cache
def _contact() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('contacts')}?\s*[^\W\d_]{{2,12}}\s*[:：]\s*)?{_ADDRESS}")


@cache
def _phone() -> re.Pattern[str]:
    return re.compile(rf"{_any('phones')}\s*[.:：]?\s*[+\d٠-٩][\d٠-٩\s()/-]{{2,}}")


@cache
def _gauged() -> re.Pattern[str]:
    """Return the pattern of a measure: a sign of degrees, per cent or money, or a price behind a colon."""
    return re.compile(
        rf"^\D{{0,16}}{_DIGITS}[\d٠-٩.,٫]*\s?[°%٪$€£](?:\s?[CFمس])?$|[$€£]\s?=\s?{_DIGITS}"
        rf"|^\D{{4,30}}[:=]\s?[\d٠-٩.,٫]+\s{_any('money')}\S{{0,3}}$|^[^\s\d]{{3,12}}\s\d+[.,]\d+(?:\s[CF])?$"
        r"|^[^\d/]{3,20}\s?/\s?[^\d/]{3,12}\s\d+[.,]\d+$"  # «دولار / شيكل 3.29»
    )


@cache
def _count() -> re.Pattern[str]:
    """Return the pattern of what a site counts."""
    return re.compile(
        rf"{_any('counters')}\s(?:{_any('times')}\s)?(?:ال)?{_any('counted')}[^:]{{0,18}}:\s*[\d٠-٩.,٬]+"
        rf"|{_any('spans')}\s{_any('reading')}\s*:?\s*\S{{1,8}}(?:\s\S{{1,8}})?"
        rf"|{_any('clocks')}\s\S{{2,10}}\s*:\s*[\d:]+|\d{{1,3}}\s?-"
        rf"|{_any('done')}\s{_DIGITS}[\d٠-٩.,]*\s{_any('times')}"
        rf"|[^.:،]{{3,40}}\sو\s?{_DIGITS}[\d٠-٩.,]*\s(?:ألف\s)?{_any('others')}"
    )


def is_timed(text: str) -> bool:
    """Say whether a line shows a clock, as no title does: «لندن 12:40»."""
    return _CLOCK.search(text) is not None


def contact(page: Page) -> Claims:
    """Claim addresses below or above the text (mail, site, handle), and those of a printout within it."""
    for line in page.open():
        if not line.words or not line.brief or not (page.at_edge(line) or _is_printed(page, line)):
            continue
        if page.in_head(line) and _NAMED.fullmatch(line.text.strip()):
            yield line.n, "furniture"
            continue
        addressed = any(sign in line.text for sign in ("@", "://", "www."))
        if (addressed and is_bare(_contact().sub(" ", line.text))) or _phone().fullmatch(line.text.strip()):
            yield line.n, "furniture"


def _is_printed(page: Page, line: Line) -> bool:
    """Say whether the same address stands elsewhere, as browsers print it on each sheet."""
    return "://" in line.text and any(line.n != other.n and line.words == other.words for other in page.lines)


def number(page: Page) -> Claims:
    """Claim a lone number above or below the text, and signs outside of it: counters, rules, arrows."""
    for line in page.open():
        text = line.text.strip()
        if text and not text.strip(_EDGE):
            yield line.n, "furniture"
            continue
        if line.blank or not page.at_edge(line) or not all(word.isdigit() for word in line.words):
            continue
        signs = not line.words
        if signs or _NUMBER.fullmatch(text) or _CLOCKS.fullmatch(text) or _is_reaction(text):
            yield line.n, "furniture"


def _is_reaction(text: str) -> bool:
    """Say whether a text is but figures behind pictures: «👍 214 ❤️ 35»."""
    return any(category(char) == "So" for char in text)


def pager(page: Page) -> Claims:
    """Claim «1/3», «2 / 3» where the page counts from 1 to one total or next to furniture: prints."""
    found = [
        (line, int(match[1]), int(match[2])) for line in page.open() if (match := _PAGER.fullmatch(line.text))
    ]
    totals = {total for _, _, total in found}
    counted = all(number == i and number <= total > 1 for i, (_, number, total) in enumerate(found, 1))
    if len(totals) != 1 or not counted or all(_is_result(page, line) for line, _, _ in found):
        return
    for line, _, _ in found:
        if len(found) > 1 or _is_beside_furniture(page, line):
            yield line.n, "furniture"


def _is_beside_furniture(page: Page, line: Line) -> bool:
    """Say whether the next line above or below that is not blank is furniture."""
    above = next((n for n in range(line.n - 1, 0, -1) if not page.lines[n - 1].blank), 0)
    below = next((n for n in range(line.n + 1, len(page.lines) + 1) if not page.lines[n - 1].blank), 0)
    return any(page.marks[n].role == "furniture" for n in (above, below) if n in page.marks)


def _is_result(page: Page, line: Line) -> bool:
    """Say whether figures stand below a short line of the text, as a score does below its teams."""
    above = page.previous(line)
    return above is not None and not above.prose and not page.in_head(line)


def gauge(page: Page) -> Claims:
    """Claim a measure alone above the text: «17°», «100%», «100$ = 152,250 د.ع», «الريال : 312 جنيه»."""
    fused = [line for line in page.open() if page.in_head(line) and _FUSED.fullmatch(line.text.strip())]
    yield from ((line.n, "furniture") for line in fused if len(fused) >= _TABLE)
    for line in page.open():
        if page.in_head(line) and 0 < line.size <= _GAUGE and not line.prose and _gauged().search(line.text):
            yield line.n, "furniture"


def count(page: Page) -> Claims:
    """Claim what a site counts: «عدد المتصفحين الآن : 312», «زمن القراءة: دقيقة»."""
    for line in page.open():
        if (
            line.words
            and page.at_edge(line)
            and line.size <= _GAUGE
            and _count().fullmatch(line.text.strip())
        ):
            yield line.n, "furniture"


def is_bare(text: str) -> bool:
    """Say whether a text has neither letters nor digits."""
    return not any(char.isalnum() for char in text)
