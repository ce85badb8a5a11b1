"""Words are looked up once, and sought with their clitics: the inverse of taking them off."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.text import remembered
from sitegen.text.fold import light_key, match_key
from sitegen.text.remembered import Remembered
from sitegen.text.tokens import glued, stems

words = st.text(alphabet="ابتدلكمفوهءأإآىيةئؤ\u064b\u0640", min_size=1, max_size=8)


@given(words)
def test_a_word_is_found_by_each_of_its_stems(word: str) -> None:
    key = match_key(word)
    assert all(key in glued(stem.key) for stem in stems(key))


@given(words)
def test_what_is_glued_has_the_word_among_its_stems(word: str) -> None:
    key = match_key(word)
    assert all(key in {stem.key for stem in stems(printed)} for printed in glued(key))


@given(words)
def test_one_key_of_a_word_follows_from_the_other(word: str) -> None:
    assert match_key(light_key(word)) == match_key(word)


def test_a_word_is_asked_about_once_until_too_many_are_known() -> None:
    asked: list[str] = []
    known = Remembered[int](lambda word: asked.append(word) or len(word))
    assert [known["سلام"], known["سلام"], known["بغداد"]] == [4, 4, 5]
    assert asked == ["سلام", "بغداد"]


def test_the_memo_is_bounded() -> None:
    known = Remembered(len)
    for number in range(remembered._MOST + 1):
        known[str(number)]
    assert len(known) == 1
