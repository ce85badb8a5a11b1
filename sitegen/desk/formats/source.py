"""What every reader does first: bounded bytes to text, text to numbered lines, a stable id."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath

from sitegen.errors import ArticleError, FormatError, Where, isolate

#: A scraped article has some kilobytes; more than this is a dump, not an article.
MAX_BYTES = 2_000_000
MAX_LINES = 20_000
MAX_LINE = 200_000  # letters

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
#: Ends of lines of all systems, and the separators that word processors leave.
_ENDS = re.compile("\r\n?|[\n\v\f\x85\u2028\u2029]")
_ARABIC = re.compile(r"[\u0621-\u064a]{3}")


def decode(path: str, data: bytes) -> str:
    """Return the text of `data`; empty, oversized, binary or non-UTF-8 bytes are errors with a hint."""
    if len(data) > MAX_BYTES:
        what = f"the file is too large for one article ({len(data):,} bytes, limit {MAX_BYTES:,})"
        raise ArticleError(what, Where(path), hint="split it: one article, one file")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FormatError("the file is UTF-16, not UTF-8", Where(path), hint="save it as UTF-8")
    if (at := data.find(b"\0")) >= 0:
        hint = "articles are text files; remove this one or save its text as .txt"
        raise FormatError("the file is binary, not text", Where(path, _line(data, at)), hint=hint)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = Where(path, _line(data, error.start))
        raise FormatError("the file is not UTF-8 text", where, hint=_encoding_hint(data)) from error
    if text.count("\n") > MAX_LINES:
        what = f"the file has too many lines for one article (limit {MAX_LINES:,})"
        raise ArticleError(what, Where(path, MAX_LINES), hint="split it: one article, one file")
    if not text.strip():
        what = "the file is blank" if text else "the file is empty"
        raise ArticleError(what, Where(path, 1), hint="put the article's text into it, or remove the file")
    return text


def _line(data: bytes, at: int) -> int:
    return data[:at].count(b"\n") + 1


def _encoding_hint(data: bytes) -> str:
    """Name the legacy Arabic encoding where the bytes read as Arabic in it."""
    try:
        legacy = _ARABIC.search(data.decode("cp1256"))
    except UnicodeDecodeError:
        legacy = None
    known = "it looks like Windows-1256: iconv -f WINDOWS-1256 -t UTF-8 FILE"
    return known if legacy else "save it as UTF-8"


def split_lines(text: str) -> tuple[str, ...]:
    """Return the lines of `text` as an editor counts them, without line ends, otherwise unchanged.

    >>> split_lines("أول\\r\\n\\r\\nثان\\n")
    ('أول', '', 'ثان')
    """
    lines = _ENDS.split(text)
    if len(lines) > 1 and not lines[-1]:
        lines.pop()
    return tuple(lines)


def article_id(path: str, given: str | None = None) -> str:
    """Return the stable id of an article: the one given, else one made from the file's name.

    >>> article_id("content/articles/000_ddd0e842.txt")
    '000_ddd0e842'
    >>> article_id("Reuters Story 5.md")
    'reuters-story-5'
    >>> article_id("خبر.txt").startswith("a-")
    True
    """
    if given:
        return given
    stem = PurePosixPath(path).stem
    if _ID.fullmatch(stem):
        return stem
    if stem.isascii() and (slug := _NOT_SLUG.sub("-", stem.lower()).strip("-")):
        return slug
    nfc = unicodedata.normalize("NFC", stem)
    return "a-" + hashlib.sha256(nfc.encode()).hexdigest()[:10]


def check_id(given: str, where: Where) -> str:
    """Return `given` if it can be an id and part of a URL, else raise `ArticleError`."""
    if not _ID.fullmatch(given):
        hint = "use small Latin letters, digits, - and _, for example kadhimi-visit"
        raise ArticleError(f"{isolate(given)} cannot be an id", where, hint=hint)
    return given


def digest(data: bytes) -> str:
    """Return the SHA-256 of the raw bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
