"""Plain text: the file's lines are the article's lines, nothing is stated about it."""

from __future__ import annotations

from sitegen.desk.formats.source import article_id, decode, digest, split_lines
from sitegen.model import Meta, RawArticle


def parse(path: str, data: bytes) -> RawArticle:
    """Read a `.txt` file; a byte-order mark and CRLF line ends are tolerated.

    >>> parse("x.txt", b"\\xef\\xbb\\xbfone\\r\\ntwo").lines
    ('one', 'two')
    """
    return RawArticle(article_id(path), path, split_lines(decode(path, data)), Meta(), digest(data))
