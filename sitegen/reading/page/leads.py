"""First paragraphs of other stories above an article, as fronts of sites print them: cut short, or whole.

They have hardly a word of the text and nothing of it stands above them. Those cut
short end in dots, two of them or one above furniture or a headline on the text.
Whole ones stand above a title that has a day, a writer or a place right below it;
fields to fill in part them from it, or they are three and have no headlines: a
bulletin of several stories has some, and loses none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from sitegen.model import Role
from sitegen.reading.page.bylines import stands_below_titles
from sitegen.reading.page.dateline import agency_end
from sitegen.reading.page.foot import carries_on
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line, breaks_off
from sitegen.reading.page.stamps import is_dated
from sitegen.reading.page.words import subject_stems

Claims = Iterator[tuple[int, Role]]

#: So many first paragraphs stand above a text at most, and so many words below them at least.
_MOST, _ENOUGH = 8, 15
#: What a paragraph has in common with the text at most.
_SHARE = 0.25
#: So many of them tell a front, one above furniture.
_FEW = 2
#: A line cut short has at least so many words.
_LEAD = 10
#: A headline has so many words, and so many of those of its story.
_HEADLINE, _TELLING = 4, 2


def leads(page: Page) -> Claims:
    """Claim the first paragraphs of other stories above the text, and their headlines."""
    prose = page.paragraphs()[: _MOST + 1]
    ends = (_whole_leads(page, prose[:size]) for size in range(len(prose), _FEW, -1))
    end = _cut_leads(page) or next(filter(None, ends), 0)
    yield from ((line.n, "furniture") for line in page.open() if line.n < end and line.words)


def _cut_leads(page: Page) -> int:
    """Return the line below a run of lines that break off; 0 where they may be the text's own."""
    head = takewhile(lambda line: not line.prose or breaks_off(line), page.open())
    run = [line for line in head if line.size >= _LEAD and breaks_off(line)]
    while run and not _are_strange(page, run):
        run.pop()
    if not run:
        return 0
    last = run[-1].n
    below = next((line for line in page.lines[last:] if line.words), None)
    apart = below is not None and (below.n in page.found or _is_headline(page, below))
    return last + 1 if len(run) >= _FEW or apart else 0


def _is_headline(page: Page, line: Line) -> bool:
    """Say whether a line is a headline on the text below it."""
    known = set().union(*(subject_stems(other) for other in page.paragraphs() if other.n > line.n))
    return not line.prose and line.size >= _HEADLINE and len(subject_stems(line) & known) >= _TELLING


def _whole_leads(page: Page, prose: Sequence[Line]) -> int:
    """Return the line of the title below a run of paragraphs, all but the last of `prose`; 0 without one."""
    *run, first = prose
    between = [line for line in page.lines[run[-1].n : first.n - 1] if line.words]
    if not any(line.size >= _HEADLINE for line in between):  # as on most pages
        return 0
    if any(agency_end(line.text) > 0 for line in run) or not _are_strange(page, run):
        return 0
    own, bare = subject_stems(first), len(run) > _FEW and not _is_headed(page, run)
    for i, (line, below) in enumerate(pairwise((*between, first))):
        dated = stands_below_titles(below)
        told = line.size >= _HEADLINE and len(subject_stems(line) & own) >= _TELLING
        formed = dated and any(map(_is_form, between[:i]))
        if formed or (bare and told and (dated or agency_end(first.text) > 0)):
            return line.n
    return 0


def _is_headed(page: Page, run: Sequence[Line]) -> bool:
    """Say whether headlines stand above paragraphs, as in a bulletin of several stories."""
    above = (line for line in page.lines[: run[-1].n] if line not in run)
    return any(line.size >= _HEADLINE and not line.prose for line in above)


def _is_form(line: Line) -> bool:
    """Say whether a line is labels of fields to fill in: «اسم المستخدم: كلمة المرور:»."""
    return line.stop == ":" and line.text.count(":") > 1


def _are_strange(page: Page, run: Sequence[Line]) -> bool:
    """Say whether paragraphs, and what stands above them, have hardly a word of the text below them."""
    text = [line for line in page.paragraphs() if line.n > run[-1].n]
    known = set().union(*map(subject_stems, text))
    if len(known) < _ENOUGH or any(map(carries_on, run)) or all(map(breaks_off, text)):
        return False
    above = [line for line in page.lines[: run[-1].n] if line.size >= _HEADLINE and line not in run]
    if any(is_dated(line) or _is_told(line, known, run) for line in above):
        return False
    return all(len(subject_stems(line) & known) <= _SHARE * len(subject_stems(line)) for line in run)


def _is_told(line: Line, known: set[str], run: Sequence[Line]) -> bool:
    """Say whether a line above the text has more of its words than of the paragraph right below it."""
    below = next((other for other in run if other.n > line.n), line)
    shared = len(subject_stems(line) & known)
    return (
        shared >= _TELLING
        and not breaks_off(line)
        and shared >= len(subject_stems(line) & subject_stems(below))
    )
