"""Cut fonts: they shape text as the whole font does, never change with the text, and may be missing."""

from __future__ import annotations

import io
import re
from functools import cache

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from sitegen.pipeline import Options, compile_site
from sitegen.shell.inputs import installed
from sitegen.web.fonts import Font, cut, face, webfonts
from tests.worlds import ROOT, project, quiet

ARABIC, LATIN = face("naskh")
FONTS = {path: place.read_bytes() for path, place in installed().items()}

#: Lam-alef in all positions, stretched words, stacked marks, joiners, the Name, Persian letters, digits.
STRESS = [
    "لا", "الا", "بلا", "سلام", "الأول", "الإسلام", "الآن", "لأن", "للأمم", "ملأ", "مـــرحبا",
    "الســـلام", "عـلـى", "لـا", "مُحَمَّدٌ", "كِتَابًا", "إِلَّا", "لِلّٰهِ", "اللَّهُ", "ﷲ",
    "تمزّقها", "قُرِئَ", "شَيْئًا", "هٰذا", "آمَنَّا", "می\u200cخواهم", "پ", "چ", "ژ", "گ", "ڤ",
    "ک", "ی", "ۀ", "ه\u200d", "٠١٢٣٤٥٦٧٨٩", "۱۲۳", "٪", "٫", "٬", "«؟»", "،", "؛", "…",
]  # fmt: skip


def seed_words() -> list[str]:
    texts = (p.read_text(encoding="utf-8") for p in (ROOT / "content/articles").glob("*.txt"))
    return sorted({word for text in texts for word in text.split()})


@cache
def small(font: Font) -> bytes:
    """Return the cut font unpacked, as HarfBuzz wants it."""
    packed = TTFont(io.BytesIO(cut(FONTS[font.input], font)), recalcTimestamp=False)
    packed.flavor = None
    out = io.BytesIO()
    packed.save(out)
    return out.getvalue()


def shaped(whole: bytes, word: str, axes: dict[str, float]) -> list[tuple[object, ...]]:
    """Return each glyph of a word by what it looks like and where it stands: numbers of glyphs differ."""
    font = uharfbuzz.Font(uharfbuzz.Face(whole))
    font.set_variations(axes)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return [
        (
            info.cluster,
            tuple(font.get_glyph_extents(info.codepoint) or ()),
            at.x_advance,
            at.y_advance,
            at.x_offset,
            at.y_offset,
        )
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


def covered(words: list[str], font: Font) -> list[str]:
    """Return the stretches of words that the font has letters for."""
    kept = re.escape("".join(map(chr, font.points)))
    return sorted({part for word in words for part in re.findall(f"[{kept}]+", word)})


@pytest.mark.parametrize("weight", [400, 700])
def test_arabic_is_shaped_as_by_the_whole_font(weight: int) -> None:
    words = covered(seed_words(), ARABIC) + covered(STRESS, ARABIC)
    assert len(words) > 900
    axes = {"wght": float(weight)}
    for word in words:
        assert shaped(small(ARABIC), word, axes) == shaped(FONTS[ARABIC.input], word, axes), word


@pytest.mark.parametrize("weight", [400, 600])
def test_latin_is_shaped_as_by_the_whole_font(weight: int) -> None:
    words = [*covered(seed_words(), LATIN), "Tayyip", "Erdoğan’s", "AVATAR", "Şahin", "2,500", "“Ta.”"]
    for word in words:
        ours = shaped(small(LATIN), word, {"wght": float(weight)})
        whole = shaped(FONTS[LATIN.input], word, {"wght": float(weight), "opsz": 14.0})
        for mine, theirs in zip(ours, whole, strict=True):
            assert mine[0] == theirs[0]
            assert mine[2:] == pytest.approx(theirs[2:], abs=2), word  # of 1000; pinning rounds


def test_a_font_cut_without_its_joins_would_be_noticed() -> None:
    bare = ARABIC._replace(features=("kern",))
    assert shaped(small(bare), "محمد", {}) != shaped(FONTS[ARABIC.input], "محمد", {})


def test_every_letter_of_the_seeds_is_in_one_of_the_fonts() -> None:
    kept = {chr(point) for font in (ARABIC, LATIN) for point in font.points}
    assert {letter for word in seed_words() for letter in word} - kept <= {"\ufeff", "\u200b"}


def test_the_same_font_is_cut_to_the_same_bytes_and_kept() -> None:
    memo: dict[bytes, bytes] = {}
    first, problems = webfonts("naskh", FONTS, memo, "code")
    assert problems == ()
    again, _ = webfonts("naskh", FONTS, {}, "code")
    assert first == again
    assert len(memo) == 2
    assert webfonts("naskh", FONTS, memo, "code") == (first, ())
    licences = [content.decode() for path, content, _ in first.files if path.endswith("licence.txt")]
    assert all("SIL Open Font License" in text or "SIL OPEN FONT LICENSE" in text for text in licences)
    assert len(licences) == 2


def test_a_cut_font_does_not_bear_the_name_of_the_whole_one() -> None:
    for font in (ARABIC, LATIN):
        names = TTFont(io.BytesIO(small(font)))["name"].names
        assert not {1, 4, 6, 16} & {name.nameID for name in names}


def test_without_the_packages_there_is_a_note_and_a_site_in_the_readers_fonts() -> None:
    compiled = compile_site(project(), Options(), {}, quiet)
    notes = [problem for problem in compiled.problems if problem.severity == "note"]
    assert len(notes) == 1 and "sitegen[fonts]" in notes[0].hint
    made = {output.path: output.data for output in compiled.outputs()}
    assert not any(path.startswith("static/fonts/") for path in made)
    assert b"@font-face" not in made["static/site.css"] and b"preload" not in made["ar/index.html"]


def test_a_site_may_ask_for_its_readers_fonts() -> None:
    assert webfonts("system", FONTS, {}, "code")[0].files == ()
    assert webfonts("system", {}, {}, "code")[1] == ()
