"""Furniture that shows by its shape or its place: menus, tickers, codes, contacts, boxes of links.

Where a heading such as «مقالات ذات صلة» opens a box, the short lines under it are
teasers of other articles; paragraphs under it never are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sitegen.model import Role
from sitegen.reading import furniture
from sitegen.reading.lines import Line
from sitegen.reading.page import Page
from sitegen.reading.page_words import lists

Claims = Iterator[tuple[int, Role]]

#: A CMS code or a scrap of script that was never meant to be read.
_CODE = re.compile(
    r"\s*(?:\[/?[a-z][\w-]*(?:[ =][^\]]*)?\]\s*)+$"  # [covid19-ultimate-card …]
    r"|\s*(?:\{\{|<!--|<\?|/\*|//\s*<!)"
    r"|\s*(?:var|let|const|function|window\.|document\.|googletag|\(function|\$\()[\w\s.(=$]"
    r"|\s*(?:©|&copy;)",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:[^\W\d_]{2,12}\s*[:：]\s*)?(?:[\w.+-]+\s?@\s?[\w-]+\.[\w.-]+|@\w{2,30}|(?:https?://|www\.)\S+)"
)
#: Letters that no Arabic word joins: ة or ى and a letter, or إ behind a letter that is no prefix.
_RUN_ON = re.compile("[ةى][ء-غف-ي]|[^\\W\\d_وفبكلA-Za-z]إ")
_CHUNK = re.compile(r"\s{3,}|\t+|\s+[|•·»]\s+")
_BULLET = re.compile(r"\s*[•·◄►▪■●»]\s*")
#: Lines of a box between paragraphs; more than this is no box.
_BOX = 8
_TEASER = 25


def _is_bare(text: str) -> bool:
    return not any(char.isalnum() for char in text)


# -- by shape --------------------------------------------------------------------


def code(page: Page) -> Claims:
    """Claim short codes, scraps of script and copyright signs."""
    for line in page.open():
        if _CODE.match(line.text) and not line.text.lstrip().startswith("[[") and line.size <= 60:
            yield line.n, "furniture"


def ticker(page: Page) -> Claims:
    """Claim a row of headlines above the text: many parts, wide gaps, no sentence."""
    for line in list(page.open())[:6]:
        parts = [part for part in _CHUNK.split(line.text.strip()) if not _is_bare(part)]
        if len(parts) >= 4 and line.stop != "." and sum(len(part.split()) for part in parts) / len(parts) < 20:
            yield line.n, "furniture"


def run_on(page: Page) -> Claims:
    """Claim a menu whose names ran together: «العنصريةضد», «الفسادإنفوجرافيك»."""
    for line in page.open():
        if (page.in_head(line) or page.in_tail(line)) and not line.prose and not line.stop:
            if len(_RUN_ON.findall(line.text)) >= 2:
                yield line.n, "furniture"


def menu(page: Page) -> Claims:
    """Claim a column of short lines, most of them names of sections, above or below the text."""
    run: list[Line] = []
    for line in (*page.lines, None):
        fits = line is not None and line.words and line.size <= 3 and not line.stop
        if line is not None and fits and line.n not in page.marks and _at_edge(page, line):
            run.append(line)
            continue
        if line is not None and (line.blank or (line.n in page.marks and run)):
            continue
        known = sum(line.n in page.found for line in run)
        if len(run) >= 4 and known * 2 >= len(run):
            yield from ((other.n, "furniture") for other in run)
        run = []


def _at_edge(page: Page, line: Line) -> bool:
    return page.in_head(line) or page.in_tail(line)


def breadcrumb(page: Page) -> Claims:
    """Claim a path to the page: «الرئيسية / أخبار / العراق»."""
    for line in page.open():
        if not line.words or line.prose or not page.in_head(line) or line.size < 2:
            continue
        first = furniture.units_at(line.words, 0, numbered=False)
        title = page.title.words if page.title else ()
        rest = line.words[: -len(title)] if title and line.words[-len(title) :] == title else None
        home = line.words[0] in ("الرييسيه", "home") and line.size > 1
        if first and (home or (rest and furniture.row_of_units(rest))):
            yield line.n, "furniture"


def contact(page: Page) -> Claims:
    """Claim addresses below or above the text: mail, site, handle."""
    for line in page.open():
        if line.words and _at_edge(page, line) and "@" in line.text or "://" in line.text or "www." in line.text:
            rest = _CONTACT.sub(" ", line.text)
            if _at_edge(page, line) and _is_bare(rest):
                yield line.n, "furniture"


def latin(page: Page) -> Claims:
    """Claim a few Latin words above or below an Arabic text: leavings of the interface."""
    for line in page.open():
        if line.words and line.size <= 8 and _at_edge(page, line) and not line.arabic and line.stop != ".":
            if any(char.isalpha() for char in line.text):
                yield line.n, "furniture"


def number(page: Page) -> Claims:
    """Claim a lone number above or below the text, and signs outside of it: counters, rules, arrows."""
    title = page.title.n if page.title else 0
    for line in page.open():
        if line.blank or not _at_edge(page, line) or not all(word.isdigit() for word in line.words):
            continue
        if line.n < title or line.text.strip().isdigit():
            yield line.n, "furniture"


def hashtags(page: Page) -> Claims:
    """Claim a line of nothing but hashtags below the text."""
    for line in page.open():
        if line.words and page.in_tail(line) and all(word.startswith("#") for word in line.text.split()):
            yield line.n, "furniture"


def bullets(page: Page) -> Claims:
    """Claim bulleted headlines above the title."""
    if page.title is not None:
        for line in page.open():
            if line.n < page.title.n and line.words and _BULLET.match(line.text):
                yield line.n, "furniture"


# -- by place --------------------------------------------------------------------


def readers(page: Page) -> Claims:
    """Claim everything below a heading of comments when readers do speak there."""
    signs = lists().comments
    before = 0
    for line in page.lines:
        if line.prose and line.n not in page.marks:
            before += 1
        if before >= 2 and furniture.opener(line, page.found.get(line.n)) == "comments":
            rest = page.lines[line.n :]
            if any(words in signs for other in rest for words in (other.words, other.words[:1]) if other.size <= 3):
                yield from ((other.n, "furniture") for other in rest if not other.blank)
            return


def box(page: Page) -> Claims:
    """Claim the teasers under a heading that opens a box of links."""
    for line in page.lines:
        mark = page.marks.get(line.n)
        if mark is None or mark.role != "furniture" or page.in_head(line):
            continue
        if furniture.opener(line, page.found.get(line.n)):
            teasers = _tail_of(page, line) if page.in_tail(line) else _group(page, line)
            yield from ((teaser.n, "furniture") for teaser in teasers)


def _is_teaser(page: Page, line: Line) -> bool:
    return line.n not in page.marks and not line.prose and line.size <= _TEASER and line.stop not in (".", ":")


def _tail_of(page: Page, line: Line) -> Iterable[Line]:
    return [other for other in page.lines[line.n :] if other.words and _is_teaser(page, other)]


def _group(page: Page, line: Line) -> list[Line]:
    """Return the lines of a box between paragraphs: those up to the next blank line or paragraph."""
    group: list[Line] = []
    for i in range(line.n, min(line.n + 2 * _BOX, len(page.lines))):
        other = page.lines[i]
        if other.blank:
            if group:
                return group[:_BOX]
        elif other.n in page.marks:
            continue
        elif not _is_teaser(page, other):
            # The last short line may be the heading of the paragraph it touches.
            return group[:-1] if group and group[-1].n == other.n - 1 else group
        else:
            group.append(other)
    return group[:_BOX]


def attached(page: Page) -> Claims:
    """Claim the line that belongs to a label above it: a name under an office, tags under «وسوم»."""
    for line in page.lines:
        found = page.found.get(line.n)
        mark = page.marks.get(line.n)
        if found is None or not found.family.next or mark is None or mark.rule != found.family.name:
            continue
        below = page.below(line)
        if below is not None and below.blank:
            below = page.below(below)
        if line.size <= 4 and below is not None and _is_label_value(page, below):
            yield below.n, "furniture"


def _is_label_value(page: Page, line: Line) -> bool:
    short = line.size <= 4 if page.in_head(line) else line.size <= 20
    return bool(line.words) and line.n not in page.marks and short and not line.prose and _at_edge(page, line)
