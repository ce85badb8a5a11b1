"""Bytes of one source file to a `RawArticle`: one module for each kind of file.

A new kind of file is one module with `parse(path, data)` and one line in
`FORMATS`.  Every reader keeps the text as it came and gives every line its
number; saying what a line *is* is the business of `sitegen.reading.page.clean`.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import PurePosixPath

from sitegen.desk.formats import html, markdown, plain
from sitegen.desk.formats.source import MAX_LINE
from sitegen.errors import ArticleError, FormatError, Where, isolate
from sitegen.model import RawArticle

Parser = Callable[[str, bytes], RawArticle]

#: Suffix -> reader.  The visible list of what `content/articles/` may hold.
FORMATS: dict[str, Parser] = {
    ".txt": plain.parse,
    ".md": markdown.parse,
    ".html": html.parse,
    ".htm": html.parse,
}


def parse_source(path: str, data: bytes) -> RawArticle:
    """Read one article by the suffix of `path`; `FormatError` or `ArticleError` when it cannot be used.

    >>> parse_source("a/b-1.txt", "عنوان\\n\\nمتن".encode()).lines
    ('عنوان', '', 'متن')
    >>> parse_source("a/b.docx", b"x")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    sitegen.errors.FormatError: ...
    """
    suffix = PurePosixPath(path).suffix
    parser = FORMATS.get(suffix.lower())
    if parser is None:
        close = difflib.get_close_matches(suffix.lower(), FORMATS, n=1)
        hint = f"did you mean {close[0]}?" if close else f"save it as one of: {', '.join(FORMATS)}"
        what = f"no reader for files ending in {isolate(suffix)}" if suffix else "the file name has no ending"
        raise FormatError(what, Where(path), hint=hint)
    if parser is plain.parse and plain.is_page(data):
        parser = html.parse
    raw = parser(path, data)
    if len(data) > MAX_LINE and (
        long := next((n for n, t in enumerate(raw.lines, 1) if len(t) > MAX_LINE), 0)
    ):
        what = f"the line is too long for one paragraph (limit {MAX_LINE:,} letters)"
        raise ArticleError(what, Where(path, long), hint="break it where its paragraphs end")
    return raw
