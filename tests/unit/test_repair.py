"""Encodings found and repaired: the seeds written in every wrong way come back as they were."""

from __future__ import annotations

import pytest

from sitegen.text.alike import Alike, sketch
from sitegen.text.repair import arabic, decode, mend_line
from tests.worlds import ARTICLES, ROOT

SEEDS = {
    p.stem[:3]: p.read_text(encoding="utf-8") for p in sorted((ROOT / "content/articles").glob("0*.txt"))
}
PLAIN = ARTICLES["harbour"]


@pytest.mark.parametrize("declared", ["", "iso-8859-6", "windows-1256", "utf-8", "x-unknown"])
@pytest.mark.parametrize("encoding", ["cp1256", "iso8859_6", "mac_arabic", "utf-16"])
@pytest.mark.parametrize("seed", SEEDS)
def test_an_encoding_is_found_whatever_was_declared(seed: str, encoding: str, declared: str) -> None:
    raw = SEEDS[seed].encode(encoding, "replace")
    found = decode(raw, declared)
    assert found.text == raw.decode(encoding)
    assert len(found.repairs) == 1 and str(found.repairs[0]).startswith("read as ")


def read_as_1252(raw: bytes) -> str:
    """Read bytes as browsers read Windows-1252."""
    return "".join(
        chr(b) if b in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([b]).decode("cp1252") for b in raw
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_utf8_that_was_read_as_something_else_is_turned_back(seed: str) -> None:
    raw = SEEDS[seed].encode()
    for wrong in (raw.decode("cp1256"), raw.decode("latin-1"), read_as_1252(raw)):
        found = decode(wrong.encode())
        assert found.text == SEEDS[seed]
        assert "UTF-8 that was read as Windows-125" in str(found.repairs[0])
    twice = raw.decode("cp1256").encode().decode("cp1256")
    assert decode(twice.encode()).text == SEEDS[seed]


@pytest.mark.parametrize("seed", SEEDS)
def test_sound_text_is_left_alone(seed: str) -> None:
    assert decode(SEEDS[seed].encode(), "iso-8859-6") == (SEEDS[seed], ())


def test_marks_shapes_and_composition_are_put_right_and_noted_with_their_lines() -> None:
    text = "\ufeffعنوان\n\nﻣﺪﻳﻨﺔ ﺑﻐﺪﺍﺩ\nأ\nميناء \u0627\u0654مل\n"
    found = decode(text.encode())
    assert found.text == "عنوان\n\nمدينة بغداد\nأ\nميناء أمل\n"
    assert [str(r) for r in found.repairs] == [
        "byte-order mark taken off",
        "presentation forms to plain letters (line 3)",
        "letters and their marks joined (NFC) (line 5)",
    ]


def test_what_cannot_be_read_stays_visible() -> None:
    found = decode(PLAIN.encode()[:200] + b"\xff" + PLAIN.encode()[200:])
    assert "\ufffd" in found.text and "cannot be read" in str(found.repairs[-1])


@pytest.mark.parametrize(
    "line", ["Café – résumé", "Ørsted said", "naïve «نص» ©", "الموقع © 2021 – جميع الحقوق"]
)
def test_other_languages_and_signs_are_not_mended(line: str) -> None:
    assert mend_line(line) == []


def test_arabic_reads_better_than_its_ruins() -> None:
    assert arabic(PLAIN) > arabic(PLAIN.encode().decode("cp1256"))
    assert arabic("") == 0.0


def test_an_article_is_known_again_with_other_furniture_and_a_word_changed() -> None:
    shelf: Alike[str] = Alike()
    for name, text in SEEDS.items():
        shelf.add(name, sketch(text.splitlines()))
    for name, text in SEEDS.items():
        changed = text.replace("القوات", "القطعات", 1) + "\nشارك القصة\nاقرأ أيضا\n"
        found = shelf.same_as(sketch(changed.splitlines()))
        assert found is not None and found[0] == name
        half = text.splitlines()[: len(text.splitlines()) // 3]
        assert shelf.same_as(sketch(half)) is None
    assert shelf.same_as(sketch(PLAIN.splitlines())) is None
    assert shelf.same_as(()) is None
