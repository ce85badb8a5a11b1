"""The word lists of `data/structure.toml`, folded once: dates, bylines, datelines, captions, verbs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from sitegen import data
from sitegen.reading.page.lines import Line, stems_of, words_of
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


def telling_stems(words: Iterable[str]) -> set[str]:
    """Return the stems of words that tell what a text is about: no small words.

    >>> telling_stems(words_of("في قمة بغداد")) == telling_stems(words_of("قمة في بغداد"))
    True
    """
    return stems_of(words) - lists().small


def subject_stems(line: Line) -> set[str]:
    """Return the stems that tell what a line is about: no small words, no dates, no numbers."""
    dates = lists().dates
    return telling_stems(word for word in line.words if word not in dates and not word.isdigit())


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
    son = len(words) > 2 and words[1] in signs().sons
    return first in known.doubtful and (nisba or son or last in known.family)


@data.kept
def rate_words() -> frozenset[str]:
    """Return the stems of words of boxes of prices, weather and prayer: of `rates` in `foot.toml`."""
    texts = data.table("foot")["headlines"]["rates"]
    return frozenset(stems_of(word for text in texts for word in words_of(text)))
