"""Two things on one line: furniture, a byline, a dateline or a caption fused to a paragraph.

The line keeps the role of its paragraph; the cuts say which stretch is what.  A
stretch in no cut is furniture.  Evidence has to be strong: a row of buttons, a box
heading behind a full stop, a dateline up to its colon or dash, a caption that ends
with its date or credit and a verb of news right behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from sitegen.reading.page import furniture
from sitegen.reading.page.dateline import agency_end
from sitegen.reading.page.days import is_date
from sitegen.reading.page.layout import Cut
from sitegen.reading.page.lines import Line, measure, trim, words_of
from sitegen.reading.page.signs import as_printed, signs
from sitegen.reading.page.words import credit_of, is_name, is_place_or_way, lists, outlets
from sitegen.text.tokens import Token, tokenize

#: How far into a line its opening is looked at, and how far from its end the closing.
_REACH, _BACK = 200, 300
_STOP = re.compile(r"[.!؟?…»”\"]\s+")
_PARTS = re.compile(r"[^-–—ـ/|،,()«»\"“”]+")
_DASH = re.compile(r"\s[-–—ـ]\s|(?<=\))\s*[-–—:]\s*|:|[-–—]\s|/\s")
_SPACED = re.compile(r"\s[-–—ـ/]\s")
_SEPARATORS = " \u00a0-–—ـ:/|."
_SENTENCE = re.compile(r"[.:؟!]\s|[\"«“]\s*$")
_GAP = re.compile(r"[\s\-–—ـ/|،,:]*")
_YEAR = re.compile(r"(?:19|20)\d\d|[٠-٩]{4}")
_CAPTION = range(4, 26)


@cache
def _end_code() -> re.Pattern[str]:
    """Return the pattern of what an agency writes at the end of a report: «// انتهى //», «#انتهى#»."""
    codes = as_printed("codes")
    return re.compile(
        rf"\s*(?://|\\\\)\s*(?:{'|'.join(codes)})\s*(?://|\\\\).{{0,24}}$|\s*#?{codes[0]}#?\s*$"
    )


@cache
def _from_place() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{'|'.join(as_printed('comes_from'))})\s+")


# -- furniture -------------------------------------------------------------------


def text_end(line: Line, *, last: bool) -> int:
    """Return where a paragraph ends before an end code, tags or links fused to it.

    >>> text = "وتتعرض القوات لهجمات متكررة. // انتهى // 13:04 ت م"
    >>> text[:text_end(measure(1, text), last=True)]
    'وتتعرض القوات لهجمات متكررة.'
    """
    text = line.text
    coded = any(text.find(word, -80) >= 0 for word in as_printed("codes"))
    if coded and (code := _end_code().search(text, max(line.lead, len(text) - 80))):
        return code.start()
    for stop in _STOP.finditer(text, max(line.lead, len(text) - _BACK)):
        if not furniture.may_open(text, stop.end()):
            continue
        rest = measure(0, text[stop.end() :])
        found = furniture.match(rest)
        if found is None or rest.size > found.family.most or rest.stop in (".", "؟"):
            continue
        row = furniture.row_of_units(rest.words)
        if (found.family.cut and (last or found.zone != "tail")) or (row and found.zone == "any"):
            return stop.end() - (len(stop.group()) - 1)
    return len(text)


# -- byline and dateline -----------------------------------------------------------


def opening_cuts(text: str, start: int) -> tuple[tuple[Cut, ...], int]:
    """Return the byline and dateline that open a paragraph, and where its text begins.

    >>> opening_cuts("القاهرة – رويترز: أعلنت الحكومة المصرية", 0)
    ((Cut(start=0, end=16, role='dateline'),), 18)
    >>> opening_cuts("وقال الوزير: لن نقبل بذلك", 0)
    ((), 0)
    >>> for text in ("الضفاف الإخباري-   أجرى الوزير اتصالا", "بيروت - سمير الحداد - ناقش الوزير الخطة"):
    ...     print(text[opening_cuts(text, 0)[1] :])
    أجرى الوزير اتصالا
    ناقش الوزير الخطة
    """
    tokens = _within(tokenize(text), start, start + _REACH)
    end = (
        _agency(text, start)
        or _colon_end(text, start)
        or _dash_end(text, start, tokens)
        or _bare_end(text, start, tokens)
    )
    if not end:
        return (), start
    cuts = _named(text, *trim(text, start, end))
    body, _ = trim(text, end)
    while body < len(text) and text[body] in _SEPARATORS:
        body, _ = trim(text, body + 1)
    return cuts, body


def _within(tokens: Sequence[Token], start: int, end: int) -> Sequence[Token]:
    """Return the words that begin in [start, end)."""
    by_start = attrgetter("start")
    return tokens[bisect_left(tokens, start, key=by_start) : bisect_left(tokens, end, key=by_start)]


def _agency(text: str, start: int) -> int:
    """Return where an agency's dateline ends, its separators aside; 0 without one or text behind it."""
    end = agency_end(text, start)
    return len(text[:end].rstrip(_SEPARATORS)) if start < end < len(text) else 0


def _parts(text: str) -> list[tuple[str, ...]]:
    """Return the words of the parts of an opening, days and «في» left out: «عمان 27 تموز (بترا)»."""
    dates = lists().dates
    parts = (words_of(part) for part in _PARTS.findall(text))
    bare = (tuple(word for word in part if not word.isdigit() and word not in dates) for part in parts)
    return [part for part in bare if part]


def _colon_end(text: str, start: int) -> int:
    """«عبدالله البرقاوي- سبق- الرياض:», «القاهرة – رويترز:», «واشنطن:»."""
    colon = text.find(":", start, start + 75)
    head = text[start:colon]
    if colon < 0 or any(mark in head for mark in ".؟!") or len(text) - colon < 30:
        return 0
    parts = _parts(head)
    if any(mark in head for mark in '"«“') and parts[:1] and parts[0] not in lists().places:
        return 0
    words = words_of(head)
    wrote = parts and words[0] in signs().wrote and _DASH.search(head)
    if wrote and (is_name(parts[0]) or is_name(parts[0][:-1])):
        return colon  # «كتب – خالد المعمري والعمانية:»
    if not parts or len(words) > 10 or any(word in lists().verbs for word in words):
        return 0
    at = next((i for i, word in enumerate(words) if word in signs().comes_from), 0)
    if is_name(words[:at]):  # «أسامة مهدي من لندن:»
        return colon if is_place_or_way(words[at + 1 :]) else 0
    if any(is_place_or_way(part) for part in parts) and max(map(len, parts)) <= 4:
        return colon
    return colon if len(parts) >= 3 and is_name(parts[0]) else 0


def _dash_end(text: str, start: int, tokens: Sequence[Token]) -> int:
    """«واشنطن (رويترز) - قال», «السعودية/نبأ – شهدت»; no pair of dashes inside a sentence."""
    known = lists()
    for dash in _DASH.finditer(text, start, min(len(text), start + 70)):
        head = text[start : dash.start()]
        parts = _parts(head)
        after = next((token for token in tokens if token.start >= dash.end()), None)
        words = words_of(head)
        if not parts or after is None or len(words) > 7 or not known.small.isdisjoint(words):
            break
        if len(parts) == 1 and _is_bare_place(text, dash, parts[0], after):
            return dash.start()
        if after.key not in known.verbs and not (dash.group().strip() and after.key[:1] == "ي"):
            continue
        whole = len(parts) == 1 or is_place_or_way(parts[1]) or is_name(parts[1]) or not _SPACED.search(head)
        opens = is_place_or_way(parts[0]) or (len(parts) == 1 and _is_outlet(parts[0]))
        if opens and whole and max(map(len, parts)) <= 4:
            return dash.start()
    return 0


def _is_outlet(words: tuple[str, ...]) -> bool:
    """Say whether an opening names an outlet by one of its words: «الوكيل الإخباري- أجرى …»."""
    return len(words) > 1 and not outlets().sure.isdisjoint(words)


def _is_bare_place(text: str, dash: re.Match[str], place: tuple[str, ...], after: Token) -> bool:
    """«بغداد – مع اقتراب الصيف»: a place alone before the one dash of a text, no score, no second place."""
    known = lists()
    strange = after.key.isdigit() or (after.key,) in known.places or after.key[0] == "و"
    alone = _SPACED.search(text, dash.end(), dash.end() + _REACH) is None
    return place in known.places and _SPACED.fullmatch(dash.group()) is not None and alone and not strange


def _bare_end(text: str, start: int, tokens: Sequence[Token]) -> int:
    """«عين اليوم – متابعات نشرت», «موسكو 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس التقى»."""
    known = lists()
    for i, token in enumerate(tokens[1:14], 1):
        if token.key not in known.verbs:
            continue
        end = tokens[i - 1].end
        head = text[start:end]
        parts = _parts(head)
        words = words_of(head)
        dated = len(words) > 4 and words[-1:] in known.ways and words[:1] in known.places
        if dated and is_date(words[1:-1]):
            return end
        two = len(parts) == 2 and max(map(len, parts)) <= 4 and _SPACED.search(head)
        named = two and (is_place_or_way(parts[1]) or is_name(parts[0]))
        return end if named else 0
    return 0


def _named(text: str, start: int, end: int) -> tuple[Cut, ...]:
    """Split an opening into who wrote and from where."""
    apart = _from_place().search(text, start, end)
    if apart and is_name(words_of(text[start : apart.start()])):
        return Cut(start, apart.start(), "byline"), Cut(apart.end(), end, "dateline")
    names = start
    parts = list(_PARTS.finditer(text, start, end))
    for i, part in enumerate(parts[:-1]):
        words = words_of(part.group())
        if any(word.isdigit() for word in words):
            break
        if words in lists().places:
            break  # «الدار البيضاء (رويترز)»
        if not is_name(words) and (i or len(parts) < 3 or is_place_or_way(words)):
            break
        names = part.end()
    if names == start:
        return (Cut(start, end, "dateline"),)
    gap = _GAP.match(text, names, end)
    return Cut(*trim(text, start, names), "byline"), Cut(gap.end() if gap else names, end, "dateline")


# -- caption ---------------------------------------------------------------------


def caption_end(line: Line) -> int:
    """Return where a caption fused to the lede ends and the lede begins, 0 without one.

    >>> text = "بايدن والكاظمي في البيت الأبيض يوم 26 يوليو 2021 أعلن رئيس الوزراء العراقي أن العلاقة تتغير."
    >>> text[caption_end(measure(1, text)):][:9]
    'أعلن رئيس'
    >>> caption_end(measure(1, "في 26 يوليو 2021 أعلن رئيس الوزراء العراقي انتهاء المهمة القتالية."))
    0
    """
    known = lists()
    text = line.text.strip()
    tokens, lead = tokenize(text), line.text.index(text)
    for i, token in enumerate(tokens[: _CAPTION.stop]):
        if token.key not in known.verbs or token.start >= _REACH + 60:
            continue
        head = text[: token.start]
        if i < _CAPTION.start or tokens[0].key in signs().adverbs or _SENTENCE.search(head):
            return 0
        tail = words_of(head[tokens[i - 3].start :])
        dated = _YEAR.fullmatch(tokens[i - 1].text) and is_date(tail)
        credited = head.rstrip().endswith(")") and credit_of(head)[1]
        return lead + token.start if dated or credited else 0
    return 0
