"""Which lines can be a title at all: by their own words and marks, wherever they stand."""

from __future__ import annotations

import re

from sitegen.reading.page.bylines import dateline_of, names_writer
from sitegen.reading.page.days import is_clock, is_date
from sitegen.reading.page.gauges import is_timed
from sitegen.reading.page.headlines import is_row
from sitegen.reading.page.lines import Line, words_of
from sitegen.reading.page.signs import opens_at_home, signs
from sitegen.reading.page.words import credit_of, lists, outlets

#: No title has more words.
_LONGEST = 35
#: A line of so many words that ends with a colon is a label.
_LABELLED = 4
#: What carries a line on, «أمير البلاد يستقبل الوزير –», or ends a cell of a table.
_HANGS = (" -", " –", " —", " |")
#: A line in brackets of so few words is a sign of an agency, or of pictures: «(الوكالة الوطنية)».
_ASIDE = 4
#: A line that names an outlet, or an issue of it, has at most so many words.
_ISSUE = 10
_BULLETS = frozenset("•·●▪■:")
_LINK = re.compile(r"://|[a-z]\.[a-z]{2,}/")
_DASH = re.compile(r"\s[-–—|]")
_SLASH = re.compile(r"[/\\>›»]")


def may_be_title(line: Line) -> bool:
    """Say whether a line is short, in Arabic, and no date, link, label, path, credit, writer or place."""
    known = lists()
    if all(word.isdigit() or word in known.dates for word in line.words):  # «اليوم الأحد», «10:27 م»
        return False
    label = line.words[0] in outlets().words | known.dates or line.words[:1] in outlets().names
    if (opens_at_home(line.words) and _SLASH.search(line.text)) or (label and is_date(line.words[1:])):
        return False
    if line.prose or line.size > _LONGEST or not line.brief or is_date(line.words) or not line.arabic:
        return False
    if is_row(line) or (line.size <= _ASIDE and line.text[:1] + line.text[-1:] == "()"):
        return False
    if line.text.lstrip()[:1] in _BULLETS or _LINK.search(line.text) or is_clock(line.words):
        return False
    if line.stop in ("،", ",") or is_timed(line.text):
        return False
    goes_on = line.words[0][0] == "و" and line.words[0][1:] in known.verbs  # «وأضاف الوزير أمس:»
    if line.stop == ":" and (line.size <= _LABELLED or goes_on):
        return False
    named = names_writer(line) or _names_sites(line) or names_list(line)
    return not credit_of(line.text)[1] and not named and dateline_of(line) is None


def names_list(line: Line) -> bool:
    """Say whether a line names a list of articles behind a label: «الوسم: مكتب الإحصاء»."""
    label = words_of(line.text.partition(":")[0]) if ":" in line.text else ()
    return bool(label) and signs().listings.issuperset(label)


def names_site(line: Line) -> bool:
    """Say whether a few words hold one of outlets, or each part of a line opens with one."""
    return (line.size <= 4 and not outlets().words.isdisjoint(line.words)) or _names_sites(line)


def _names_sites(line: Line) -> bool:
    """Say whether each part of a line opens with a word of outlets: «موقع كل يوم - جريدة الوسط»."""
    parts = _DASH.split(line.text) if line.size <= _ISSUE else []
    return len(parts) > 1 and all(not outlets().words.isdisjoint(words_of(part)[:1]) for part in parts)


def is_no_headline(line: Line) -> bool:
    """Say whether a line ends in a dash or a bar, or names a bulletin and its month: «… لشهر نيسان 2015»."""
    if line.text.rstrip().endswith(_HANGS):
        return True
    named = line.size <= _ISSUE and line.words[0] in signs().issues and line.words[-1].isdigit()
    return named and not lists().months.isdisjoint(line.words[-3:-1])
