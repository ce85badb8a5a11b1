"""Words of use are found whichever finders came before a line was parted, came after it, or went."""

from __future__ import annotations

import gc

from sitegen.text.finders import Finder
from sitegen.text.phrases import PhraseIndex
from sitegen.text.tokens import tokenize

LINE = "زار الوزير بغداد ثم غادر العراق إلى بغداد"


def _of(keys: set[str]) -> Finder:
    return Finder(lambda key, _: key in keys)


def test_a_finder_that_comes_later_sees_lines_parted_before() -> None:
    tokens = tokenize(LINE)
    assert _of({"بغداد"}).places(tokens) == [2, 7]
    assert _of({"العراق", "زار"}).places(tokens) == [0, 5]


def test_many_finders() -> None:
    keys = tokenize(LINE).keys
    finders = [_of({key}) for key in keys * 4]
    found = [finder.places(tokenize(LINE)) for finder in finders]
    assert found == [[i for i, other in enumerate(keys) if other == key] for key in keys * 4]


def test_a_finder_that_went_leaves_its_place_to_another() -> None:
    first = _of({"بغداد"})
    assert first.places(tokenize(LINE)) == [2, 7]
    del first
    gc.collect()
    assert _of({"العراق"}).places(tokenize(LINE)) == [5]


def test_finders_may_go_while_others_come() -> None:
    class Holder:
        def __init__(self) -> None:
            self.finder, self.itself = _of({"بغداد"}), self  # waits for the collector

    usual = gc.get_threshold()
    gc.set_threshold(1)
    try:
        for _ in range(300):
            Holder()
    finally:
        gc.set_threshold(*usual)
    assert _of({"العراق"}).places(tokenize(LINE)) == [5]


def test_words_that_are_no_whole_line() -> None:
    part = tokenize(LINE)[3:]
    assert _of({"بغداد"}).places(part) == [4]
    assert _of({"بغداد"}).places(()) == []


def test_an_index_made_later_finds_its_phrases_in_a_known_line() -> None:
    tokens = tokenize(LINE)
    for phrase, first in (("بغداد", 2), ("غادر العراق", 4), ("بغداد", 2)):
        assert PhraseIndex([(phrase, 1)]).find(tokens)[0].first == first
