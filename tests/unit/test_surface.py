"""English without slips: every line that a case expects, and every line of texts nobody wrote."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.english.stub import write_english
from tests.surface import slips
from tests.unit.english_cast import LEXICON, PUBLISHED, reading_of

CASES = Path(__file__).resolve().parents[1] / "cases" / "english"
_WORDS = [
    "أصدر", "أعلن", "فاز", "غرق", "الوزير", "المصري", "على", "في", "من", "إلى", "المرسوم", "رقم", "66",
    "لعام", "2025", "منتخب", "المغرب", "لكرة اليد", "للسيدات", "6-4", "و7-5", "8,3", "بنسبة", "%", "1",
    "حالة", "وفاة", "11", "8", "برميل", "يوميا", "اتفاقا", "أول", "أكبر", "مصر", "و", "،", ".", "طفل",
    "نهر", "عن عمر", "77", "عاما", "محافظة", "نينوى",
]  # fmt: skip


def _expected() -> Iterator[str]:
    for path in sorted(CASES.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        yield from (en for en in table.values() if isinstance(en, str))
        for case in table.get("case", ()):
            en = case.get("en", ())
            yield from [en] if isinstance(en, str) else en
            yield from [case["head"]] if "head" in case else []


def test_no_case_expects_a_slip() -> None:
    assert {text: found for text in _expected() if (found := slips(text))} == {}


@example(words=["اتفاقا", "يوميا", "يوميا"])
@example(words=["برميل", "برميل", "برميل"])
@given(st.lists(st.sampled_from(_WORDS), min_size=2, max_size=20))
def test_no_text_makes_a_slip(words: list[str]) -> None:
    reading, dates = reading_of(" ".join(words), " ".join(words[:6]))
    english = write_english(reading, PUBLISHED, dates, LEXICON)
    lines = [s.text for s in (english.headline, *english.sentences) if s.layer == "facts"]
    assert {text: found for text in lines if (found := slips(text))} == {}
