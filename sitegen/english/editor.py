"""The editor's English for one article: `content/english/<id>.md`.

    +++
    source = "<sha256 of the article file it was written for>"
    author = "who wrote it"
    +++
    # The headline [3]
    One sentence a line. [7, 9]
    <!-- notes to oneself are left out -->

A draft that `sitegen english --draft` wrote has a key `draft` in its head: as long as
its sentences are untouched they are not the editor's.

The numbers in brackets are the Arabic lines a sentence rests on.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import tomli
from msgspec import Struct

from sitegen.errors import SourceError, Where, utf8

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINES = re.compile(r"\s*\[(\d+(?:\s*,\s*\d+)*)\]\s*$")
_FENCE = "+++"
_KEYS = ("source", "author", "draft")


class EditorLine(Struct, frozen=True):
    """A sentence as the editor wrote it and the raw lines named after it."""

    text: str
    lines: tuple[int, ...] = ()


class EditorText(Struct, frozen=True):
    """What the editor wrote; `source` is the digest of the Arabic it was written for."""

    path: str
    headline: EditorLine
    sentences: tuple[EditorLine, ...]
    source: str = ""
    author: str = ""
    untouched: bool = False  # a draft in which nothing was changed


def parse_editor(path: str, data: bytes) -> EditorText:
    """Parse one file; a file without a headline or with a broken head is a `SourceError`.

    >>> page = b'+++\\nsource = "ab"\\n+++\\n# Talks in Rome [3]\\nThey met. [7, 9]\\n'
    >>> text = parse_editor("english/a.md", page)
    >>> text.headline.text, text.headline.lines, text.sentences[0].lines, text.source
    ('Talks in Rome', (3,), (7, 9), 'ab')
    """
    text = utf8(path, data)
    lines = text.splitlines()
    head, first = _front_matter(path, lines)
    body = _blank_comments("\n".join(lines[first:])).split("\n")
    headline: EditorLine | None = None
    sentences: list[EditorLine] = []
    for number, words in enumerate(body, first + 1):
        said = _line(words)
        if not said.text:
            continue
        _must_be_english(said.text, Where(path, number))
        if not said.text.startswith("#"):
            sentences.append(said)
        elif headline is not None:
            raise SourceError(
                "a second headline",
                Where(path, number),
                hint="one line begins with #, the rest are sentences",
            )
        else:
            headline = EditorLine(said.text.lstrip("# "), said.lines)
    if headline is None or not headline.text:
        raise SourceError(
            "there is no headline", Where(path, first + 1), hint="begin with a line like: # Talks end in Rome"
        )
    untouched = head.get("draft") == draft_digest(headline, sentences)
    return EditorText(
        path, headline, tuple(sentences), head.get("source", ""), head.get("author", ""), untouched
    )


def _must_be_english(text: str, where: Where) -> None:
    letters = [c for c in text if c.isalpha()]
    if letters and not any(map(str.isascii, letters)):
        hint = "write the sentence in English; the numbers of its Arabic lines stand in brackets behind it"
        raise SourceError("the line is not in English", where, hint=hint)


def draft_digest(headline: EditorLine, sentences: Sequence[EditorLine]) -> str:
    """Return the digest of the sentences of a draft and of the lines they name."""
    lines = ((headline.text, headline.lines), *((s.text, s.lines) for s in sentences))
    return hashlib.sha256(repr(lines).encode()).hexdigest()[:32]


def _line(line: str) -> EditorLine:
    found = _LINES.search(line)
    if not found:
        return EditorLine(line.strip())
    numbers = tuple(int(n) for n in found.group(1).split(","))
    return EditorLine(line[: found.start()].strip(), tuple(n for n in numbers if n > 0))


def _blank_comments(text: str) -> str:
    """Take comments out, their line breaks stay so that lines keep their numbers."""
    return _COMMENT.sub(lambda m: "\n" * m.group().count("\n"), text)


def _front_matter(path: str, lines: list[str]) -> tuple[dict[str, str], int]:
    """Return the head as strings and the index of the first line after it."""
    if not lines or lines[0].strip() != _FENCE:
        return {}, 0
    end = next((i for i, line in enumerate(lines[1:], 1) if line.strip() == _FENCE), None)
    if end is None:
        raise SourceError("the head is not closed", Where(path, 1), hint=f"end it with a line of {_FENCE}")
    try:
        values = tomli.loads("\n".join(lines[1:end]))
    except tomli.TOMLDecodeError as error:
        raise SourceError(
            f"the head is not valid TOML: {error}", Where(path, 1), hint='write source = "…"'
        ) from error
    unknown = [key for key in values if key not in _KEYS]
    if unknown:
        raise SourceError(
            f"unknown key {unknown[0]} in the head", Where(path, 1), hint=f"known here: {', '.join(_KEYS)}"
        )
    return {key: str(value) for key, value in values.items()}, end + 1
