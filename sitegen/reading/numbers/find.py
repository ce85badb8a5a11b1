"""Find figures with what they count: value, unit in English, approximation.

A bare figure is worth nothing to a reader and is often a year, a page or a
score; so a number counts only with a unit beside it, a per cent sign, or words
that tell what it is («مقتل 10», «خفض القوات من 5200 إلى 2500», «بينهم 2500 أميركي»).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter

from sitegen.model import Number
from sitegen.reading.names.works import in_work
from sitegen.reading.numbers.units import Line, has_no_halves, unit_after, unit_before
from sitegen.reading.numbers.values import Value, read_value, value_of
from sitegen.reading.numbers.words import (
    after,
    approximations,
    duals,
    halves,
    is_illness,
    keys,
    match_at,
    most,
    number_words,
    ordinal_nouns,
    ordinal_values,
    triggers,
    unless,
)
from sitegen.text.finders import Finder
from sitegen.text.fold import strip_marks
from sitegen.text.tokens import tokenize

#: «أثناء» is written like the two of «اثنا عشر» but for its hamza.
_DURING = "اثناء"
#: Letters that are glued to digits: و5, بـ15, الـ34.
_CLITICS = frozenset("وبلكفـ")
#: Digits of so much have no scale behind them.
_SCALED = 10_000
#: «الاثنين» is a day.
_MONDAY = 2
_START = attrgetter("start")
#: A key below ":" begins with a digit.
_STARTS = Finder(lambda key, _: key < ":" or key in triggers())

#: English units of ordinals: «round» for the fourth round, where four of them would be «rounds».
ORDINAL_UNITS = frozenset(ordinal_nouns().values())


def find_numbers(line: int, text: str) -> tuple[Number, ...]:
    """Return the figures of one line in order.

    >>> [(n.value, n.unit, n.approx) for n in find_numbers(1, "ولا يزال نحو 2500 عسكري أميركي في العراق")]
    [(2500, 'military personnel', 'about')]
    >>> find_numbers(1, "في 26 يوليو 2021 عند الساعة 10:30")
    ()
    """
    here = Line(line, text, tokenize(text))
    known = triggers()
    starts = [i for i in _STARTS.places(here.tokens) if not here.tokens[i].light.endswith(_DURING)]
    out: list[Number] = []
    pending: Value | None = None  # «بين 20 و30 شخصا»: waits for the unit of the second
    done = 0
    for i in starts:
        if i < done:
            continue
        kind = known.get(here.tokens[i].key, "number")
        if kind != "number":
            found = _ordinal(here, i) if kind == "ordinal" else _dual(here, i)
        elif _follows_unread(here, i) or here.tokens[i].key in keys("per_cent"):
            continue  # «واحد بالمئة يوم الاثنين» is no hundred days
        elif (value := read_value(text, here.tokens, i)) is not None:
            done = value.last
            found = _number(here, value, out)
            if found is not None and pending is not None:
                out += _first_of_two(here, pending, found)
            pending = value if found is None and _opens_range(here, value) else None
        else:
            continue
        if found is not None:
            done = max(done, _word_at(here, found.end))  # «في المئة» is no hundred
            out.append(found)
    return tuple(out)


def _follows_unread(here: Line, i: int) -> bool:
    """Say whether digits that could not be read stand right before word `i`: «2.0.3 مليار»."""
    if i == 0 or here.tokens[i].key[:1].isdigit() or not here.tokens[i - 1].key[:1].isdigit():
        return False
    near = not here.text[here.tokens[i - 1].end : here.tokens[i].start].strip()
    return near and value_of(here.tokens[i - 1].key) is None


def _number(here: Line, value: Value, before: list[Number]) -> Number | None:
    """Read one number with its unit; None where nothing tells what it counts."""
    if here.tokens[value.first].key[:1].isdigit() and _is_part_of_code(here, value):
        return None
    printed = value_of(here.tokens[value.first].key)
    if printed and printed[0] >= _SCALED and value.value == printed[0] * 1000:
        return None  # «30000 ألف لاجئ»: thirty thousand or thirty million?
    previous = here.tokens[value.first - 1].key if value.first else ""
    after_it = here.tokens[value.last].text if value.last < len(here.tokens) else ""
    if here.tokens[value.first].key in keys("am_not") and after_it.endswith("ة"):
        return None
    joined = previous in keys("joined") and here.tokens[value.first].key.startswith("و")
    if joined or previous in keys("unclear") or _is_rate(here, value.first):
        return None
    if value.digits and _is_name(here, value.first):
        return None
    if not keys("ordered").isdisjoint(here.tokens.keys[max(0, value.first - 2) : value.first]):
        return None  # «في دورته الـ39 جائزة»: the 39th, not 39 of them
    approx, head = _approximation(here, value.first)
    start = here.tokens[head].start
    behind = value.definite and not value.digits and previous.startswith(("ال", "لل", "بال", "وال"))
    unit = None if behind else unit_after(here, value)  # «الأعضاء الأربعة عشر مشروعا»: 14 members
    counted = unit or unit_before(here, value, head, before)
    if counted is None or value.value > most().get(counted.unit, value.value):
        return None
    if counted.unit == "injured" and _by_illness(here, counted.end):
        return None  # «المصابين بكورونا» are ill, not hurt
    if not value.sure and not has_no_halves(counted.unit):
        return None
    if value.value in (1, 2) and not value.digits and (value.definite or value.value == 1):
        return None  # «أحد الأشخاص», «الاثنين» is a Monday
    end = counted.end
    more, end = _and_a_half(here, end) if value.value < 1000 else (0, end)
    if not approx and (found := match_at(after(), here.tokens, _word_at(here, end))) is not None:
        approx = found[0]
        end = here.tokens[found[1] - 1].end
    return Number(value.value + more, counted.unit, approx, here.line, start, end, here.text[start:end])


def _is_name(here: Line, first: int) -> bool:
    """Say whether digits are a label or in the name of a work: «مركز 2 لاعب الاتحاد», «برنامج "90 دقيقة"»."""
    labelled = first > 0 and here.tokens[first - 1].key in keys("labels")
    return labelled or in_work(here.text, here.tokens, here.tokens[first].start)


def _is_rate(here: Line, first: int) -> bool:
    """Say whether a number only tells out of how many: «6 من كل 10 أشخاص», «لكل 100 ألف نسمة»."""
    before = here.tokens.keys[max(0, first - 2) : first]
    return before[-1:] == ("لكل",) or before == ("من", "كل")


def of_matter(numbers: Iterable[Number], title: str) -> list[Number]:
    """Return the numbers whose unit is not something else by a word of the title.

    >>> of_matter(find_numbers(1, "سجلت 500 إصابة"), "انتشار الحصبة"), len(find_numbers(1, "سجلت 500 إصابة"))
    ([], 1)
    """
    near = tokenize(title).keys
    return [number for number in numbers if unless().get(number.unit, frozenset()).isdisjoint(near)]


def _by_illness(here: Line, end: int) -> bool:
    """Say whether an illness stands behind a unit that ends at `end`."""
    i = _word_at(here, end)
    return i < len(here.tokens) and is_illness(here.tokens[i].key)


def _and_a_half(here: Line, end: int) -> tuple[float, int]:
    """Read «ونصف الساعة» behind a unit that ends at `end`: what it adds and where it ends."""
    i = _word_at(here, end)
    if (
        i >= len(here.tokens)
        or here.tokens[i].key not in halves()
        or here.text[end : here.tokens[i].start].strip()
    ):
        return 0, end
    behind = i + 1 < len(here.tokens) and here.tokens[i + 1].key in keys("halves", "of")
    return halves()[here.tokens[i].key], here.tokens[i + behind].end


def _word_at(here: Line, offset: int) -> int:
    return bisect_left(here.tokens, offset, key=_START)


# -- neighbours ----------------------------------------------------------------------


def _is_part_of_code(here: Line, value: Value) -> bool:
    """Say whether digits are part of a date, a time, a score, a phone number or a name: 27-7-2021, F-16."""
    text, tokens = here.text, here.tokens
    start, end = tokens[value.first].start, tokens[value.last - 1].end
    left, right = strip_marks(text[max(0, start - 6) : start])[-2:], strip_marks(text[end : end + 6])[:2]
    if (left[-1:] in tuple(".,") and left[:1].isdigit()) or (
        right[:1] in tuple(".,") and right[1:].isdigit()
    ):
        return True  # «4.7» with a mark of direction inside: which side is the whole?
    if left[-1:] in "/:-–.×" and left[:1].isalnum() and len(left) == 2:
        return True
    if right[:1] in "/:-–×" and right[1:2].isdigit() and len(right) == 2:
        return True
    if (left[-1:].isalpha() and left[-1:] not in _CLITICS) or (right[:1] == "ر" and right[1:2].isdigit()):
        return True  # F16 · 3ر5 for 3.5, common in Gulf agency copy
    return len(tokens[value.first].key) > 9 and tokens[value.first].key.isdigit()


def _approximation(here: Line, first: int) -> tuple[str, int]:
    """Return the approximation before word `first` and the word where it begins."""
    tokens = here.tokens
    if first and here.text[tokens[first - 1].end : tokens[first].start].strip("ـ \u00a0") == "":
        for rest, code in approximations().get(tokens[first - 1].key, ()):
            begin = first - 1 - len(rest)
            if begin >= 0 and tokens.keys[begin : first - 1][::-1] == rest:
                denied = begin > 0 and tokens[begin - 1].key in keys("denials")
                least = code != "over" or not (denied or _is_denied(tokens.keys[: begin + 1]))
                return (code if least else "atmost"), begin - denied
    return "", first


def _is_denied(keys_to: tuple[str, ...]) -> bool:
    """Say whether «more than», the last of the words, is denied: «لا يتسع لأكثر من», «لا يجب أن يتجاوز»."""
    before = ("", "", "", *keys_to[:-1])
    if keys_to[-1].startswith("ل"):
        return before[-2] in keys("denials")
    return before[-1] == "ان" and before[-2] in keys("denied_duties") and before[-3] in keys("denials")


def _opens_range(here: Line, value: Value) -> bool:
    """Say whether a number without a unit may share that of the next one: «بين 20 و30 شخصا»."""
    if value.first == 0 or value.last + 1 >= len(here.tokens):
        return False
    if value.value == _MONDAY and value.definite and not value.digits:
        return False  # «فجر اليوم الاثنين إلى 912 قتيلا»
    opener, closer = here.tokens[value.first - 1].key, here.tokens[value.last].key
    if opener in keys("years") and 1900 <= value.value <= 2100:
        return False  # «خلال عام 2015 إلى 56 مليون دولار»
    if closer == "الي" and here.tokens[value.last + 1].key[:1].isdigit():
        return True  # «نمو 3 إلى 4 في المئة»
    return (opener.endswith("بين") and closer == "و") or (opener in ("من", "بين") and closer in ("الي", "و"))


def _first_of_two(here: Line, value: Value, second: Number) -> list[Number]:
    """Return the lower end of a range with the unit of the upper one, if both are said alike."""
    between_them = here.text[here.tokens[value.last - 1].end : second.start].strip()
    scaled = second.value >= 1000 and value.value < 1000 and second.value > 100 * value.value
    if between_them not in ("و", "إلى", "الى") or scaled or value.value >= second.value * 2 or not value.sure:
        return []
    start, end = here.tokens[value.first].start, here.tokens[value.last - 1].end
    return [Number(value.value, second.unit, "", here.line, start, end, here.text[start:end])]


# -- other shapes ----------------------------------------------------------------------


def _ordinal(here: Line, i: int) -> Number | None:
    """Read «الجولة الرابعة» and «الجولة الـ34»."""
    tokens, text = here.tokens, here.text
    if i + 1 >= len(tokens) or text[tokens[i].end : tokens[i + 1].start].strip():
        return None
    value: float | None = ordinal_values().get(tokens[i + 1].key)
    last = i + 1
    if (
        tokens[i + 1].key == "ال"
        and i + 2 < len(tokens)
        and tokens[i + 2].key.isdecimal()
        and (nth := value_of(tokens[i + 2].key))
    ):
        value, last = nth[0], i + 2
    elif value is not None and i + 2 < len(tokens):
        joined = number_words().get(tokens[i + 2].key)
        if joined is not None and joined.value == 10 and not joined.joined:  # «الخامسة عشرة»
            value, last = value % 10 + 10, i + 2
        elif joined is not None and joined.joined and joined.definite:  # «الخامسة والعشرون»
            value, last = value % 10 + joined.value, i + 2
    if value is None or value < 2:
        return None
    start, end = tokens[i].start, tokens[last].end
    return Number(value, ordinal_nouns()[tokens[i].key], "", here.line, start, end, text[start:end])


def _dual(here: Line, i: int) -> Number | None:
    """Read «جنديين»: two soldiers."""
    found = match_at(duals(), here.tokens, i)
    joined = here.tokens[i].key.startswith("و")
    if found is None or (i and not joined and here.tokens[i - 1].key[-2:] == here.tokens[i].key[-2:]):
        return None  # «مديرين عامين»: an adjective
    if i and here.tokens[i - 1].key in keys("named"):
        return None  # «أبو قرنين»
    approx, head = _approximation(here, i)
    start = here.tokens[head].start
    more, end = _and_a_half(here, here.tokens[found[1] - 1].end)
    return Number(2 + more, found[0].plural, approx, here.line, start, end, here.text[start:end])
