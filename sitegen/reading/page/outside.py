"""Short lines round the text that no phrase family knows: words of the interface, notices, excerpts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from sitegen.model import Role
from sitegen.reading.page.hints import (
    interface_stems,
    is_addressed,
    is_notice,
    names_page,
    speaks_for_site,
    telling,
)
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line, stems_of
from sitegen.reading.page.words import interface_words, lists, telling_stems

Claims = Iterator[tuple[int, Role]]

#: A line of the interface has at most so many words, and shares at most so much with the text.
_LABEL, _SHARED = 8, 0.5
#: A call to the reader has at most so many words.
_CALL = 12
#: A label between title and text has at most so many words, and none of the text's.
_ALONE = 3
#: One that has a word of a button so many.
_TOOL = 6
#: What parts a text of a board from the signature of who wrote it.
_RULE, _BOARD = re.compile(r"_{5,}"), "forum"
#: So many words that go with the telling ones tell by themselves: «العودة إلى الموقع الرئيسي».
_MANY = 3


def interface(page: Page) -> Claims:
    """Claim a short line made of nothing but words of the interface: «عرض النسخة الكاملة»."""
    for line in page.open():
        label = 0 < line.size <= _LABEL and not line.prose and page.at_edge(line) and _is_label(line)
        if label and page.shares(line) <= _SHARED:
            yield line.n, "furniture"


def _is_label(line: Line) -> bool:
    known = interface_words()
    stems = interface_stems(line)
    tells = len(stems & known.telling)
    if tells > 1 or (tells == 1 and line.size > 2):
        return stems <= known.around
    return len(stems - lists().small) >= _MANY and stems <= known.beside


def label_alone(page: Page) -> Claims:
    """Claim words of the interface between title and text: «الطباعة», «حفظ المقال», «اسمع النص»."""
    title = page.title.n if page.title else 0
    known = interface_words()
    for line in page.open():
        if not line.words or line.n <= title or not page.in_head(line):
            continue
        if line.size <= _ALONE:
            stems = stems_of(line.words)
            told = line.size == 1 or not known.telling.isdisjoint((*stems, *line.words))  # «خط أكبر»
            label = stems - lists().small and told and stems <= known.beside
            if (label or names_page(line)) and page.shares(line) == 0:
                yield line.n, "furniture"
                continue
        if _is_tool(page, line):
            yield line.n, "furniture"


def _is_tool(page: Page, line: Line) -> bool:
    """Say whether a few words call to the reader or name a button, and text and title have none of them."""
    words = tuple(word for word in line.words if (word,) not in lists().places)  # «أنقرة» is no «انقر»
    names = telling(replace(line, words=words)) > (line.size > _ALONE)  # «تعليق الدراسة في أربع مديريات»
    told = line.size <= _TOOL and not line.stop and (names or is_addressed(line))
    told = told and line.words[:2] not in lists().greetings  # «السلام عليكم ورحمة الله»
    own = stems_of(page.title.words) if page.title else set()
    return told and page.shares(line) == 0 and own.isdisjoint(stems_of(line.words))


def calls(page: Page) -> Claims:
    """Claim a call to the reader above or within the text, none of whose words the paragraphs have."""
    for line in page.open():
        told = 0 < line.size <= _CALL and not line.prose and not page.in_tail(line)
        if told and is_addressed(line) and speaks_for_site(line) and line.stop not in (".", ":"):
            stems = telling_stems(line.words)
            if not any(stems & stems_of(other.words) for other in page.paragraphs()):
                yield line.n, "furniture"


def signature(page: Page) -> Claims:
    """Claim what stands below a rule of underscores of a board: who wrote, and what he always adds."""
    below = (line for line in page.lines if page.in_tail(line))
    rule = next((line.n for line in below if _RULE.fullmatch(line.text.strip())), len(page.lines))
    if any(n > rule and found.family.name == _BOARD for n, found in page.found.items()):
        yield from ((line.n, "furniture") for line in page.open() if line.n >= rule and not line.blank)


def below_text(page: Page) -> Claims:
    """Claim paragraphs below the block that closes the text: excerpts of other stories, notices, replies."""
    for line in page.open():
        if line.prose and line.arabic and page.in_tail(line):
            yield line.n, "furniture"


def notices(page: Page) -> Claims:
    """Claim sentences above the text that the site says to its readers: «يمكنك إهداء هذا المقال …»."""
    for line in page.open():
        if line.prose and page.in_head(line) and is_notice(line):
            yield line.n, "furniture"
