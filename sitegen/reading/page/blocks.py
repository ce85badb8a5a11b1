"""From marked lines to what is printed: one block for each heading, caption or paragraph."""

from __future__ import annotations

from sitegen.model import Block, Role, Span
from sitegen.reading.page.body import runs_on
from sitegen.reading.page.layout import Cut, Page
from sitegen.reading.page.lines import Line, content_start, trim
from sitegen.reading.page.words import credit_of

#: Roles that stand in no block: what is put aside, and the title, which has its own field.
_OUT: frozenset[Role] = frozenset(("title", "furniture", "duplicate", "blank"))
#: What parts a dateline from the text: «دبي -», «كتب: طه عبيد:».
_SEPARATORS = " \u00a0-–—:/|،"


def blocks_of(page: Page) -> tuple[Block, ...]:
    """Return the blocks in reading order; a sentence that runs over two lines is one block."""
    blocks: list[Block] = []
    above: Line | None = None
    for line in page.lines:
        mark = page.marks[line.n]
        if mark.role in _OUT:
            continue
        for cut in page.cuts.get(line.n) or (Cut(0, len(line.text), mark.role),):
            block = _block(line, cut, markdown=page.markdown)
            if block is None:
                continue
            if blocks and above and block.role == "body" and _continues(blocks[-1], above, line):
                blocks[-1] = Block(blocks[-1].role, (*blocks[-1].pieces, *block.pieces))
            else:
                blocks.append(block)
        above = line
    return tuple(blocks)


def _continues(block: Block, above: Line, line: Line) -> bool:
    return block.role in ("lede", "body") and runs_on(above, line)


def _block(line: Line, cut: Cut, *, markdown: bool) -> Block | None:
    """Return one stretch of a line as a block, its credit taken off where it is a caption."""
    start, end = trim(line.text, max(cut.start, content_start(line.text, markdown)), cut.end)
    credit = ""
    if cut.role == "caption":
        length, credit = credit_of(line.text[start:end])
        end = start + length
    elif cut.role in ("byline", "dateline"):
        end = start + (len(line.text[start:end].rstrip(_SEPARATORS)) or end - start)
    if start >= end:
        return None
    return Block(cut.role, (Span(line.n, start, end, line.text[start:end]),), credit)
