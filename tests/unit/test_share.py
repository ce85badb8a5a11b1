"""Share pictures: the right size, Arabic joined and set from the right, long titles within the rules."""

from __future__ import annotations

import struct
import zlib
from importlib.resources import files

import pytest

from sitegen.desk.config import Config
from sitegen.site.language import Language
from sitegen.web.fonts import face
from sitegen.web.lettering import Letters, Style
from sitegen.web.share import HEIGHT, WIDTH, SharePictures, Shown, paint
from tests.worlds import files as built
from tests.worlds import project

FONTS = {
    f"fonts/{font.file}{suffix}": (files(font.module) / source).read_bytes()
    for font in face("naskh")
    for suffix, source in ((".ttf", font.source),)
}


@pytest.fixture(scope="module")
def letters() -> Letters:
    return Letters(*FONTS.values())


def rows(png: bytes) -> list[bytes]:
    """Return the shades of a picture, 0 paper to 15 ink, row by row from the top."""
    at, data = 8, b""
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length])[0] == zlib.crc32(kind + body)
        data += body if kind == b"IDAT" else b""
        at += 12 + length
    raw = zlib.decompress(data)
    half = WIDTH // 2 + 1
    return [
        bytes(v for byte in raw[i + 1 : i + half] for v in (byte >> 4, byte & 15))
        for i in range(0, len(raw), half)
    ]


def ink(lines: list[bytes], left: int, right: int) -> int:
    return sum(sum(row[left:right]) for row in lines)


def test_a_picture_is_1200_by_630_and_the_same_every_time(letters: Letters) -> None:
    shown = Shown("ar", "الموجز", "افتتاح محطة المياه", "صحيفة النهر · 3 أيار/مايو 2022")
    png = paint(shown, letters)
    assert struct.unpack(">II", png[16:24]) == (WIDTH, HEIGHT)
    assert len(rows(png)) == HEIGHT
    assert png == paint(shown, Letters(*FONTS.values()))


def test_arabic_begins_at_the_right_and_english_at_the_left(letters: Letters) -> None:
    arabic = rows(paint(Shown("ar", "", "محطة", ""), letters))[140:480]
    english = rows(paint(Shown("en", "", "Plant", ""), letters))[140:480]
    assert ink(arabic, 600, 1200) > 0 == ink(arabic, 0, 600)
    assert ink(english, 0, 600) > 0 == ink(english, 600, 1200)


def test_arabic_letters_are_joined(letters: Letters) -> None:
    style = Style("ar", 100, 700)
    alone = sum(letters.width(letter, style) for letter in "محطة")
    assert letters.width("محطة", style) < alone - 5
    assert letters.width("م\u200cح\u200cط\u200cة", style) == pytest.approx(alone)  # kept apart


def test_the_longest_title_stays_between_the_rules(letters: Letters) -> None:
    png = rows(paint(Shown("ar", "", "كلمة " * 80, ""), letters))
    assert ink(png[100:126], 0, WIDTH) == 0
    assert (
        ink(png[HEIGHT - 141 : HEIGHT - 110], 0, WIDTH) < ink(png[HEIGHT - 142 : HEIGHT - 141], 0, WIDTH) * 2
    )
    assert ink(png, 0, 78) == ink(png, WIDTH - 78, WIDTH) == 0


def test_numbers_and_latin_words_keep_their_order(letters: Letters) -> None:
    parts = letters.stretches("زيارة CNN World في 2021!", "ar")
    assert [(p.text, p.direction, p.font) for p in parts] == [
        ("زيارة ", "rtl", "ar"), ("CNN World", "ltr", "en"), (" في ", "rtl", "ar"),
        ("2021", "ltr", "en"), ("!", "rtl", "ar"),
    ]  # fmt: skip
    assert letters.stretches("日本", "en") == []  # letters of neither script are left out, never boxes


@pytest.mark.parametrize(("choice", "count"), [("site", 2), ("articles", 4)])
def test_pages_name_pictures_that_exist(choice: str, count: int) -> None:
    inputs = {
        path: data
        for path, data in (project() | FONTS).items()
        if not path.startswith("content/articles/") or "000_" in path
    }
    inputs |= {path.replace(".ttf", "-licence.txt"): b"OFL" for path in FONTS}
    inputs["content/site.toml"] = f'base_url = "https://e.example/"\nshare_images = "{choice}"\n'.encode()
    site = built(inputs)
    pictures = {path for path in site if path.endswith("share.png")}
    assert len(pictures) == count
    named = {
        line.split('content="https://e.example/')[1].split('"')[0]
        for path, data in site.items()
        if path.endswith(".html")
        for line in data.decode().splitlines()
        if 'property="og:image"' in line
    }
    assert named == pictures


def test_without_fonts_no_page_promises_a_picture() -> None:
    site = built({p: d for p, d in project().items() if "content/articles/" not in p or "000_" in p})
    assert not [path for path in site if path.endswith("share.png")]
    assert b"og:image" not in site["ar/index.html"]


def test_another_font_is_another_picture() -> None:
    config, languages = Config(), [Language("ar")]

    def marks(fonts: dict[str, bytes]) -> list[bytes]:
        return [mark for _, mark, *_ in SharePictures(config, fonts, present=True).files((), languages)]

    changed = {path: data + b"\0" for path, data in FONTS.items()}
    assert marks(dict(FONTS)) == marks(dict(FONTS)) != marks(changed)
