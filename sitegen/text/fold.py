"""One key for the spellings that newsrooms use for one word.

Keys are for comparing only: readers always see the text as it was written.
Code points are written by name; the rules follow the fold table of the
web-quality notes (F7) and are kept free of any dictionary.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

#: Short vowels, shadda, dagger alef, Quranic marks.
_MARKS = [*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE)]
_TATWEEL = 0x0640
#: Soft hyphen, zero-width characters, direction marks, embeddings, isolates, byte-order mark.
_FORMAT = [0x00AD, 0x061C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF]

_STRIP = dict.fromkeys([*_MARKS, _TATWEEL, *_FORMAT])
_DIGITS = {0x0660 + i: str(i) for i in range(10)} | {0x06F0 + i: str(i) for i in range(10)}
#: Hamza on a carrier and Persian letter shapes: one letter in every newsroom.
_LIGHT = {ord(a): b for a, b in zip("أإآٱکیگ", "اااا" + "كيك", strict=True)}
_FULL = _LIGHT | {ord(a): b for a, b in zip("ىئؤةپچژڤ", "يي" + "وهبجزف", strict=True)} | {ord("ء"): None}

_FULL_TABLE = _STRIP | _DIGITS | _FULL
#: What few texts have is swapped one by one; the letters that every text has are replaced in one go.
_RARE = {chr(code): to or "" for code, to in (_STRIP | _DIGITS | _LIGHT).items() if chr(code) not in "أإآ"}
_ANY_RARE = re.compile(f"[{''.join(_RARE)}]")
#: Text in which nothing is rare, no capital is small and nothing composes.
_is_plain = re.compile(r"[\x00-@\[-\x7f\u0621-\u063f\u0641-\u064a\u060c\u061b\u061f«»]*").fullmatch
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_SPACES = re.compile(r"\s+")


def _compose(text: str) -> str:
    """NFC, and NFKC for presentation forms only (a ligature is not another word)."""
    if text.isascii():
        return text
    if _PRESENTATION.search(text):
        text = _PRESENTATION.sub(lambda m: unicodedata.normalize("NFKC", m.group()), text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def strip_marks(text: str) -> str:
    """Return `text` without short vowels, tatweel and invisible format characters.

    >>> strip_marks("تمزّقها") == "تمزقها"
    True
    """
    return text.translate(_STRIP)


def light_key(text: str) -> str:
    """Fold what never changes a word: vowels, tatweel, hamza on alef, digits, case.

    >>> light_key("الأميركيّة") == light_key("الاميركية")
    True
    >>> light_key("على") == light_key("علي")
    False
    """
    if not _is_plain(text):
        text = _ANY_RARE.sub(lambda rare: _RARE[rare.group()], _compose(text)).casefold()
    return text.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا")


def full_key(light: str) -> str:
    """Return the `match_key` of a text whose `light_key` is known.

    >>> full_key(light_key("مسؤولة")) == match_key("مسؤولة"), full_key("علي") == match_key("على")
    (True, True)
    """
    key = light.replace("ى", "ي").replace("ة", "ه").replace("ئ", "ي").replace("ؤ", "و").replace("ء", "")
    return key.replace("پ", "ب").replace("چ", "ج").replace("ژ", "ز").replace("ڤ", "ف")


def one_america(key: str) -> str:
    """Return a key with one spelling of America, which newsrooms write in two.

    >>> one_america(match_key("الأمريكي")) == match_key("الأميركي"), one_america("مريض")
    (True, 'مريض')
    """
    return key.replace("مريك", "ميرك")


def match_key(text: str) -> str:
    """Fold the spellings that Arabic newsrooms use for one word into one key.

    Two outlets write the same name with and without hamza, final dots or short
    vowels; an index must not give that person two pages.

    >>> match_key("الكاظمي") == match_key("الكاظمى")
    True
    >>> match_key("مسؤول") == match_key("مسوول")
    True
    >>> match_key("بايدن") == match_key("ترامب")
    False
    """
    return full_key(light_key(text))


@cache
def table() -> dict[str, str]:
    """Return what `match_key` makes of each character that small letters alone would not: data for a browser.

    >>> table()["أ"], table()["ة"] == "ه", "A" in table()
    ('ا', True, False)
    """
    odd = (char for char in map(chr, range(0x10000)) if char.casefold() != char.lower())
    ours = (chr(point) for point in _FULL_TABLE)
    return {char: char.translate(_FULL_TABLE).casefold() for char in (*odd, *ours)}


def stripped() -> str:
    """Return every character that `strip_marks` leaves out."""
    return "".join(map(chr, sorted(_STRIP)))


def presentation() -> str:
    """Return the pattern of the characters that `match_key` takes apart first, for Python and JavaScript."""
    return _PRESENTATION.pattern


def western_digits(text: str) -> str:
    """Write Arabic-Indic and Persian digits as 0-9.

    >>> western_digits("٢٠٢١")
    '2021'
    """
    return text.translate(_DIGITS)


def squeeze(text: str) -> str:
    """Collapse every run of white space (no-break spaces too) to one space.

    >>> squeeze("  أصدره،\\u00a0 امس ") == "أصدره، امس"
    True
    """
    return _SPACES.sub(" ", text).strip()
