"""The values of one page: stretches of raw lines, what each line is, the blocks that are printed.

Conventions as in `sitegen.model`, which gives these names on.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Role = Literal[
    "title", "subtitle", "byline", "dateline", "date", "caption", "heading", "lede", "body", "furniture",
    "duplicate", "blank", "caption+lede",
]  # fmt: skip


class Value(Struct, frozen=True, array_like=True, gc=False):
    """What is kept and sent as its fields alone, in order; made of finished values, it stands in no cycle."""


class Span(Value, frozen=True):
    """A stretch of one raw line; `text` is exactly `line[start:end]`."""

    line: int
    start: int
    end: int
    text: str


class LineMark(Value, frozen=True):
    """What one raw line is and which rule said so.  `split`: where the second role begins.

    `why` is what the line weighed where the foot of the page was looked for: «news +1».
    """

    n: int
    role: Role
    rule: str
    split: int | None = None
    why: str = ""


class Block(Value, frozen=True):
    """One thing to print: a heading, caption, lede or paragraph, of one or more pieces of lines."""

    role: Role
    pieces: tuple[Span, ...]
    credit: str = ""  # captions: «REUTERS», «أ ب»


def running(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the running text among `blocks`: ledes and paragraphs."""
    return tuple(block for block in blocks if block.role in ("lede", "body"))


class Article(Value, frozen=True):
    """A cleaned article: every raw line is marked once, every kept line is in one block."""

    id: str
    path: str
    is_article: bool
    lang: str  # ISO 639-1 of the text: ar, fa, ur, ckb, en, und
    kind: str  # news | interview | opinion | brief | live | several | none
    title: str
    title_line: int | None  # None: given by metadata or unknown
    marks: tuple[LineMark, ...]
    blocks: tuple[Block, ...]  # in reading order, title excluded

    @property
    def running(self) -> tuple[Block, ...]:
        """Return the running text: ledes and paragraphs."""
        return running(self.blocks)
