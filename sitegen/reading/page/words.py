"""The word lists of `data/structure.toml`, folded once: dates, bylines, datelines, captions, verbs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from sitegen import data
from sitegen.reading.page.lines import stems_of, words_of
from sitegen.reading.page.signs import signs

Words = tuple[str, ...]

_CREDIT_END = re.compile(r"\(\s*([^()]{1,40}?)\s*\)\s*\.?\s*$|[-–—|/،,©]\s*([^-–—|/،,©()]{1,30}?)\s*\.?\s*$")


class Lists(Struct, frozen=True, gc=False, array_like=True):
    """Folded word lists; the phrases are tuples of words."""

    months: frozenset[str]
    weekdays: frozenset[str]  # stems
    dates: frozenset[str]
    published: frozenset[str]
    by: frozenset[Words]
    given: frozenset[str]
    doubtful: frozenset[str]  # given names that are ordinary words as well
    family: frozenset[str]
    ways: frozenset[Words]
    agencies: frozenset[Words]  # no words of the language
    initials: frozenset[Words]  # agencies whose initials are a word as well
    leads: frozenset[str]
    agency_words: frozenset[str]
    places: frozenset[Words]
    credits: frozenset[str]
    describing: frozenset[str]
    verbs: frozenset[str]
    joins: frozenset[str]
    carries: frozenset[str]  # first words of a paragraph that carries on a report
    asides: frozenset[Words]
    waw: frozenset[str]  # words whose و is their own
    scraps: frozenset[str]
    interview: tuple[str, ...]
    opinion: tuple[str, ...]
    comments: frozenset[Words]
    farewells: frozenset[str]
    answers: frozenset[Words]  # of polls
    greetings: frozenset[Words]  # of newsletters
    closings: frozenset[Words]
    you: frozenset[str]
    subscription: frozenset[str]  # stems of what they say of themselves
    sections: frozenset[Words]  # their headings below an article
    small: frozenset[str]  # stems that tell nothing of a subject
    small_words: frozenset[str]  # the same as whole words


class Outlets(Struct, frozen=True, gc=False, array_like=True):
    """Words and names of outlets."""

    words: frozenset[str]
    sure: frozenset[str]  # words that are nothing else
    names: frozenset[Words]
    urgent: frozenset[str]  # labels of their tickers


class Interface(Struct, frozen=True, gc=False, array_like=True):
    """Stems of words that sites print on buttons: telling ones and those that go with them."""

    telling: frozenset[str]
    beside: frozenset[str]
    around: frozenset[str]  # that go with telling ones only, and those beside them
    reader: frozenset[str]  # whole words that speak to the reader
    page: frozenset[str]  # whole words for what a page holds
    more: frozenset[Words]  # labels that lead on to a story


@data.kept
def interface_words() -> Interface:
    """Return the words of the interface of `data/furniture.toml`; small words go with all of them."""
    table = data.table("furniture")["interface"]
    telling, beside, around = (
        _single(table[name]) | stems_of(_single(table[name])) for name in ("telling", "beside", "around")
    )
    beside = telling | beside | lists().small
    reader, page, more = _single(table["reader"]), _single(table["page"]), _phrases(table["more"])
    return Interface(telling, beside, beside | around, reader, page, more)


def _single(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in words_of(text))


def _phrases(texts: Iterable[str]) -> frozenset[Words]:
    return frozenset(words_of(text) for text in texts)


@data.kept
def lists() -> Lists:
    """Return the word lists that ship with the package."""
    table = data.table("structure")
    dates, bylines, lines, captions = table["dates"], table["bylines"], table["datelines"], table["captions"]
    months = _single(dates["months"])
    published = _single(dates["published"])
    return Lists(
        months=months,
        weekdays=frozenset(stems_of(_single(dates["weekdays"]))),
        dates=months | published | _single(dates["weekdays"]) | _single(dates["others"]),
        published=published,
        by=_phrases(bylines["by"]),
        given=_people("given", common=False),
        doubtful=_people("given", common=True),
        family=_people("family", common=False),
        ways=_phrases([*lines["ways"], *lines["agencies"]]),
        agencies=_phrases(lines["agencies"]),
        initials=_phrases(lines["initials"]),
        leads=_single(lines["leads"]),
        agency_words=_single([*lines["agencies"], *lines["initials"]]),
        places=_phrases([*lines["places"], *_names("places")]),
        credits=_single(captions["credits"]),
        describing=_single(captions["describing"]),
        verbs=_single(table["verbs"]["past"]),
        joins=_single(table["joins"]["openers"]),
        carries=_single(table["joins"]["carries"]),
        asides=_phrases(table["joins"]["asides"]),
        waw=_single(table["joins"]["waw"]),
        scraps=_single(table["joins"]["scraps"]),
        interview=tuple(" ".join(words_of(text)) for text in table["kinds"]["interview"]),
        opinion=tuple(" ".join(words_of(text)) for text in table["kinds"]["opinion"]),
        comments=_phrases(table["comments"]["signs"]),
        answers=_phrases(table["polls"]["answers"]),
        farewells=_single(table["farewells"]["words"]),
        greetings=_phrases(table["letters"]["greetings"]),
        closings=_phrases(table["letters"]["closings"]),
        you=_single(table["letters"]["you"]),
        subscription=frozenset(stems_of(_single(table["letters"]["subscription"]))),
        sections=_phrases(table["letters"]["sections"]),
        small=frozenset(stems_of(_single(table["small"]["words"]))),
        small_words=_single(table["small"]["words"]),
    )


@data.kept
def outlets() -> Outlets:
    """Return what outlets are called."""
    table = data.table("structure")["outlets"]
    words = _single(table["words"]) - lists().small_words  # «تي في»
    return Outlets(
        words, words - _single(table["things"]), _phrases(_names("outlets")), _single(table["urgent"])
    )


def _names(kind: str) -> list[str]:
    """Return the Arabic labels and aliases of the shipped places or outlets."""
    return [
        name
        for _, ar, *rest in data.rows(f"lexicon/{kind}")
        for name in (ar, *(rest[3].split("|") if len(rest) > 3 else ()))
    ]


def _people(part: str, *, common: bool) -> frozenset[str]:
    """Return the Arab given or family names; `common` takes only those that are ordinary words too."""
    rows = data.rows(f"names/arab_{part}")
    return _single(name for name, _, *flags in rows if ("c" in flags[:1]) is common)


def is_date(words: Sequence[str]) -> bool:
    """Say whether `words` are nothing but a date or time, with or without «نشر في».

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


def credit_of(text: str) -> tuple[int, str]:
    """Return where the caption ends and the credit behind it; no credit: the whole text.

    >>> credit_of("بايدن خلال لقائه الكاظمي (أ ب)")
    (24, 'أ ب')
    >>> credit_of("زيارة سابقة إلى واشنطن، 20 أغسطس 2020 - REUTERS")[1]
    'REUTERS'
    >>> credit_of("الحدود السورية - العراقية")[1]
    ''
    """
    found = _CREDIT_END.search(text, max(0, len(text) - 60))
    if found:
        credit = found.group(1) or found.group(2) or ""
        words = words_of(credit)
        length = len(text[: found.start()].rstrip(" \u00a0-–—|/،,"))
        pictured = signs().pictured.issuperset(words)  # «… تصدر بيانا - صورة»
        if length and words and not pictured and all(word in lists().credits for word in words):
            return length, credit
    return len(text), ""


def is_place_or_way(words: Words) -> bool:
    """Say whether `words` open a dateline: a place, an agency or a way of reporting.

    >>> is_place_or_way(words_of("واشنطن")), is_place_or_way(words_of("متابعة وطن برس"))
    (True, True)
    >>> is_place_or_way(words_of("قلق في واشنطن"))
    False
    """
    known = lists()
    if words in known.places or words in known.ways or words in outlets().names:
        return True
    way = 1 < len(words) <= 4 and any(words[:k] in known.ways for k in (1, 2, 3) if k < len(words))
    return way and known.small.isdisjoint(words)


def is_name(words: Words) -> bool:
    """Say whether `words` look like the name of a writer and nothing else.

    >>> is_name(words_of("طه عبيد")), is_name(words_of("سعيد الغامدي")), is_name(words_of("على أرفف الذاكرة"))
    (True, True, False)
    """
    if not 2 <= len(words) <= 4:
        return False
    known, first, last = lists(), words[0], words[-1]
    if first in signs().twofold:
        return last in known.family or last in known.given
    if first in known.given or first.startswith("عبد"):
        return True
    nisba = last.startswith("ال") and last.endswith("ي")
    return first in known.doubtful and (nisba or last in known.family)


@data.kept
def rate_words() -> frozenset[str]:
    """Return the stems of words of boxes of prices, weather and prayer: of `rates` in `foot.toml`."""
    texts = data.table("foot")["headlines"]["rates"]
    return frozenset(stems_of(word for text in texts for word in words_of(text)))
