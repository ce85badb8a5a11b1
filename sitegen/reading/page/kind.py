"""Whether a page is an article at all, and of what kind: news, interview, opinion, brief, live, several."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from sitegen.model import Block
from sitegen.model.page import running
from sitegen.reading.page.layout import Page
from sitegen.reading.page.signs import signs
from sitegen.reading.page.stories import is_feed, is_index, is_of_several
from sitegen.reading.page.words import lists

#: An article says at least so much; one shorter than a brief is a brief.
_LEAST, _BRIEF = 8, 60
#: A listing: words of an excerpt, and how many of them break off.
_EXCERPT, _CUT = 12, 0.6
#: Of a page without paragraphs, how much may be furniture.
_MENU = 0.6
#: More questions than so many make an interview, fewer one that is called so; a question has so many words.
_QUESTIONS, _SIGNED, _QUESTION = 3, 2, 30
_ASKS = ("س:", "س :", "- ", "* ", "– ", "• ")


def is_article(page: Page, blocks: Sequence[Block]) -> bool:
    """Say whether the page holds running text of its own and is no menu."""
    if not _says(running(blocks), _LEAST) or _is_listing(page):
        return False
    if any(line.prose and page.marks[line.n].role in ("lede", "body", "caption+lede") for line in page.lines):
        return True
    printed = [line for line in page.lines if not line.blank]
    dropped = sum(page.marks[line.n].role == "furniture" for line in printed)
    return dropped < _MENU * len(printed)


def _is_listing(page: Page) -> bool:
    """Say whether the page lists other articles: titles, each over an excerpt that breaks off."""
    excerpts = [line for line in page.lines if line.prose and line.size >= _EXCERPT]
    broken = [line for line in excerpts if line.text.rstrip().endswith(("…", "...", "[…]", "[...]"))]
    if len(excerpts) < 3 or len(broken) < _CUT * len(excerpts):
        return False
    above = (page.previous(line) for line in broken)
    return sum(line is not None and not line.prose for line in above) >= _CUT * len(excerpts)


def kind_of(page: Page, blocks: Sequence[Block]) -> str:
    """Return the kind of the article; `none` without text."""
    text = running(blocks)
    if not text:
        return "none"
    if _is_interview(page, blocks):
        return "interview"
    if _is_opinion(page, blocks):
        return "opinion"
    if is_feed(page):
        return "live"
    if is_index(page) or is_of_several(page.title_text, blocks):
        return "several"
    return "news" if _says(text, _BRIEF) else "brief"


def _says(text: Sequence[Block], least: int) -> bool:
    """Say whether a text has at least so many words."""
    words = accumulate(len(piece.text.split()) for block in text for piece in block.pieces)
    return any(count >= least for count in words)


def _is_interview(page: Page, blocks: Sequence[Block]) -> bool:
    """Many questions that open as questions do, or two, headings too, where title or byline say so."""
    asked = [block for block in blocks if block.role != "title" and _asks(block.pieces[0].text)]
    by = any(line.words[0] in signs().talks for line in page.lines if page.marks[line.n].role == "byline")
    told = " ".join(" ".join(line.words) for line in page.lines[:12] if line.size < 16)
    if by or any(sign in told for sign in lists().interview):
        return len(asked) >= _SIGNED
    return sum(block.role != "heading" for block in asked) > _QUESTIONS


def _asks(line: str) -> bool:
    return line.rstrip(' "»”').endswith(("؟", "?")) and (
        line.startswith(_ASKS) or len(line.split()) <= _QUESTION
    )


def _is_opinion(page: Page, blocks: Sequence[Block]) -> bool:
    """A line that says so, or the address of who wrote, no page's, below the text."""
    told = lists().opinion
    for line in page.lines:
        if line.size <= 14 and page.marks[line.n].role in ("byline", "furniture"):
            key = " ".join(line.words)
            if any(sign in key for sign in told if len(sign) > 4):
                return True
            if page.marks[line.n].rule == "contact" and "@" in line.text and page.in_tail(line):
                return not any(block.role == "dateline" for block in blocks)
    return False
