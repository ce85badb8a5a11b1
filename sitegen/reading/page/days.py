"""Lines that are nothing but a day: dates, ages in years and months, the clock of a site."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.reading.page.signs import signs
from sitegen.reading.page.words import lists


def is_date(words: Sequence[str]) -> bool:
    """Say whether `words` are nothing but a date or time, with or without «نشر في».

    >>> from sitegen.reading.page.lines import words_of
    >>> is_date(words_of("2021-07-27")), is_date(words_of("نشر في: الثلاثاء 27 تموز 2021 - 10:30 ص"))
    (True, True)
    >>> is_date(words_of("السبت 16 إبريل 2022 - 18:33 بتوقيت مكة المكرمة"))
    True
    >>> is_date(words_of("منذ ساعتين")), is_date(words_of("مقتل 27 شخصا في 2021"))
    (True, False)
    >>> is_date(words_of("نشر منذ: 8 سنوات و 3 أشهر")), is_date(words_of("منذ 8 سنوات في السجن"))
    (True, False)
    """
    known = lists()
    if len(words) > 18 or not any(map(str.isdigit, words)):
        return (
            1 < len(words) <= 3
            and words[0] in signs().since
            and all(word in known.published or word in signs().hours for word in words)
        )
    numbers = [word for word in words if word.isdigit()]
    strange = sum(
        not word.isdigit() and word not in known.dates and len(word) > 1 for word in _zoneless(words)
    )
    published = any(word in known.published for word in words)
    month = any(word in known.months for word in words)
    day = month or (len(numbers) >= 3 and any(len(number) == 4 for number in numbers))
    if strange and _is_age(words):
        return True
    if strange:
        return strange <= 2 and published and day and len(words) > 2 * strange + 2
    return day or published


def _is_age(words: Sequence[str]) -> bool:
    """Say whether words are an age in years, months and days: «نشر منذ 8 سنوات وشهرين»."""
    start = next((i for i, word in enumerate(words[:2]) if word in signs().since), len(words))
    units = signs().hours | signs().ages
    return all(
        word.isdigit() or word == "و" or word.removeprefix("و") in units for word in words[start + 1 :]
    ) and (start == 0 or (start == 1 and words[0] in lists().published))


def is_clock(words: Sequence[str]) -> bool:
    """Say whether `words` are a day with a place behind it, as sites print the day of the visit.

    >>> from sitegen.reading.page.lines import words_of
    >>> is_clock(words_of("الأربعاء 13 مارس 2024 2:10 ص القاهرة")), is_clock(words_of("القاهرة 13 مارس 2024"))
    (True, False)
    """
    return len(words) <= 14 and any(
        tuple(words[-size:]) in lists().places and is_date(words[:-size])
        for size in (1, 2)
        if len(words) > size + 2
    )


def is_day(words: Sequence[str]) -> bool:
    """Say whether `words` are a date, with or without the place of a site's clock behind it."""
    return is_date(words) or is_clock(words)


def _zoneless(words: Sequence[str]) -> Sequence[str]:
    """Return `words` without the two that may name a place behind «بتوقيت»."""
    zones = signs().zones
    at = next((i for i, word in enumerate(words) if word in zones), len(words))
    return (*words[:at], *words[at + 3 :])
