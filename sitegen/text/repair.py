"""Bytes of unknown encoding to clean Arabic text, with a note of every repair.

Scrapers and old archives mix encodings: a page says ISO-8859-6 and is
Windows-1256, a feed is UTF-8 that somebody read as Windows-1256 and saved again.
What reads best as Arabic wins; what cannot be read stays visible as U+FFFD.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import cache
from typing import NamedTuple

from sitegen import data

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
#: Encodings of one byte a letter that Arabic pages were written in; the first wins a draw.
_LEGACY = ("cp1256", "iso8859_6", "mac_arabic")
NAMES = {
    "utf-8": "UTF-8", "utf-16": "UTF-16", "utf-32": "UTF-32", "cp1256": "Windows-1256",
    "iso8859_6": "ISO-8859-6", "mac_arabic": "MacArabic", "cp1252": "Windows-1252",
}  # fmt: skip
_ARABIC_WORD = re.compile("[\u0621-\u064a\u0671-\u06d3]{2,}")
_LETTER = re.compile(r"[^\W\d_]")
_JUNK = re.compile("[\ufffd\x80-\x9f\x00-\x08\x0e-\x1f]")
_HIGH = re.compile("[^\x00-\x7f]")
#: What the first bytes of Arabic in UTF-8 look like as Windows-1256 and Windows-1252: every second letter.
_LEADS = frozenset("طظØÙÚÛÃÂâ")
#: Letters in their printed shapes; ornate brackets and whole phrases in one sign are left as they are.
_SHAPES = re.compile("[\ufb50-\ufd3d\ufd50-\ufdef\ufdf2\ufe70-\ufefc]+")
_STRAY = re.compile("[\ufeff\ufffe\x00]")


class Repair(NamedTuple):
    """One kind of repair and the lines it was made on; no lines: the whole text."""

    what: str
    lines: tuple[int, ...] = ()

    def __str__(self) -> str:
        shown = ", ".join(map(str, self.lines[:5])) + (", …" if len(self.lines) > 5 else "")
        return f"{self.what} (line{'s' if len(self.lines) > 1 else ''} {shown})" if self.lines else self.what


class Decoded(NamedTuple):
    """Readable text, and what had to be done to get it."""

    text: str
    repairs: tuple[Repair, ...]


def decode(raw: bytes, declared: str = "") -> Decoded:
    """Return the text of `raw`; `declared` is the encoding that its sender names, often wrongly.

    >>> decode("قال الوزير".encode("cp1256")).repairs[0].what
    'read as Windows-1256'
    >>> decode("قال الوزير".encode()).repairs
    ()
    """
    for mark, name in _BOMS:
        if raw.startswith(mark):
            note = "byte-order mark taken off" if name == "utf-8" else f"read as {NAMES[name]}"
            if name == "utf-8":
                raw = raw.removeprefix(mark)
            return _mended(raw.decode(name, "replace"), (Repair(note),))
    try:
        return _mended(raw.decode("utf-8"), ())
    except UnicodeDecodeError:
        pass
    name, text = _guess(raw, declared)
    return _mended(text, () if name == "utf-8" else (Repair(f"read as {NAMES.get(name, name)}"),))


def _guess(raw: bytes, declared: str) -> tuple[str, str]:
    """Return the encoding in which `raw` reads best as Arabic, and the text."""
    tried = ["utf-8", *_LEGACY]
    try:
        stated = codecs.lookup(declared).name if declared else ""
    except LookupError:
        stated = ""
    stated = {
        "windows-1256": "cp1256",
        "iso8859-6": "iso8859_6",
        "latin-1": "",
        "mac-arabic": "mac_arabic",
    }.get(stated, stated)
    if stated and stated not in tried:
        tried.append(stated)
    read = {name: raw.decode(name, "replace") for name in tried}
    best = max(tried, key=lambda name: (arabic(read[name]), name == stated, -tried.index(name)))
    return best, read[best]


def arabic(text: str) -> float:
    """Say how well `text` reads as a language: usual Arabic words count, unreadable signs count against it.

    >>> arabic("قال الوزير في بغداد") > arabic("ظ‚ط§ظ„ ط§ظ„ظˆط²ظٹط±")
    True
    """
    words = _ARABIC_WORD.findall(text)
    usual: int = sum(word in _usual() or word.startswith(("ال", "وال")) for word in words)
    letters = len(_LETTER.findall(text)) or 1
    score: int = 4 * usual + sum(map(len, words)) - 6 * len(_JUNK.findall(text))
    return score / letters


@cache
def _usual() -> frozenset[str]:
    return frozenset(word for row in data.rows("names/function_words") for word in row)


def _mended(text: str, repairs: tuple[Repair, ...]) -> Decoded:
    """Mend what is wrong inside the text, line by line."""
    lines = text.split("\n")
    found: dict[str, list[int]] = {}
    for n, line in enumerate(lines, 1):
        if line.isascii() and "\0" not in line:
            continue
        for what, mended in mend_line(line):
            found.setdefault(what, []).append(n)
            lines[n - 1] = mended
    notes = tuple(Repair(what, tuple(numbers)) for what, numbers in found.items())
    return Decoded("\n".join(lines), (*repairs, *notes))


def mend_line(line: str) -> list[tuple[str, str]]:
    """Return each repair of one line with the line after it.

    >>> mend_line("ظ‚ط§ظ„ ط§ظ„ظˆط²ظٹط±")
    [('UTF-8 that was read as Windows-1256', 'قال الوزير')]
    >>> mend_line("قال الوزير")
    []
    """
    out: list[tuple[str, str]] = []
    name, mended = _unmixed(line)
    if name:
        out.append((f"UTF-8 that was read as {NAMES[name]}", mended))
        line = mended
    shaped = _SHAPES.sub(lambda m: unicodedata.normalize("NFKC", m.group()), line)
    if shaped != line:
        out.append(("presentation forms to plain letters", shaped))
    clear = _STRAY.sub("", shaped)
    if clear != shaped:
        out.append(("stray byte-order marks and zero bytes taken out", clear))
    whole = unicodedata.normalize("NFC", clear)
    if whole != clear:
        out.append(("letters and their marks joined (NFC)", whole))
    if "\ufffd" in whole:
        out.append((f"{whole.count(chr(0xFFFD))} signs cannot be read and stay as \ufffd", whole))
    return out


def _unmixed(line: str) -> tuple[str, str]:
    """Undo UTF-8 bytes that were read as single letters; ("", line) where that would not read better."""
    high = _HIGH.findall(line)
    if len(high) < 4 or sum(letter in _LEADS for letter in high) < len(high) / 5:
        return "", line
    read: dict[str, str] = {}  # text -> how it was misread
    for name in ("cp1256", "cp1252"):
        once = " ".join(_reread(word, name) for word in line.split(" "))
        twice = " ".join(_reread(word, name) for word in once.split(" "))  # some texts went through it twice
        read.update(dict.fromkeys((once, twice), name))
    best = max(read, key=arabic)
    return (read[best], best) if arabic(best) > arabic(line) + 0.1 else ("", line)


def _reread(word: str, name: str) -> str:
    """Return a word's letters as bytes of `name` read as UTF-8; the word itself where they are none."""
    try:
        return b"".join(_byte(c, name) for c in word).decode("utf-8")
    except UnicodeError:
        return word


def _byte(letter: str, name: str) -> bytes:
    """Return the byte that was read as `letter`; browsers read the gaps of Windows-1252 as controls."""
    try:
        return letter.encode(name)
    except UnicodeEncodeError:
        return letter.encode("latin-1")
