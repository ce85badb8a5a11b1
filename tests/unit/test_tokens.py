"""Words of a line and their keys, side by side."""

from __future__ import annotations

import pytest

from sitegen.text.tokens import keys_in, tokenize


@pytest.mark.parametrize(
    "line", ["", "  \t", "قالَ الوزير: «2,500 جندي»", "\u200f Sliderالعراق \u00a0", "ـ 7"]
)
def test_keys_stand_beside_their_words(line: str) -> None:
    tokens = tokenize(line)
    assert tokens.keys == tuple(t.key for t in tokens)
    assert tokens.lights == tuple(t.light for t in tokens)
    assert [line[t.start : t.end] for t in tokens] == [t.text for t in tokens]


def test_a_part_of_a_line_has_the_keys_of_its_words() -> None:
    tokens = tokenize("زار الوزير البصرة أمس")
    assert list(keys_in(tokens[1:3])) == list(tokens.keys[1:3])
    assert keys_in(tokens) is tokens.keys


def test_gaps_are_what_parts_the_words() -> None:
    for line in ("  قال: «نعم»، ثم   مضى! ", "نعم", " ... ", ""):
        words = tokenize(line)
        bounds = [0, *(end for token in words for end in (token.start, token.end)), len(line)]
        assert words.gaps == tuple(line[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True))
