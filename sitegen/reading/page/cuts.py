"""Cuts lines that hold two things: what is printed of each, and as what."""

from __future__ import annotations

from sitegen.reading.page.dateline import agency_end
from sitegen.reading.page.fused import caption_end, opening_cuts, text_end
from sitegen.reading.page.layout import Cut, Mark, Page
from sitegen.reading.page.lines import Line, trim
from sitegen.reading.page.stamps import collected

#: The day of a collection stands among so many first lines, before furniture as well.
_TOP = 3
#: What is not printed.
_DROPPED = ("furniture", "duplicate")


def cut(page: Page, keep: frozenset[int]) -> None:
    """Cut fused furniture, openings and captions off the lines that are printed."""
    texts = [line for line in page.lines if page.marks[line.n].role in ("lede", "body")]
    last = texts[-1].n if texts else 0
    for i, line in enumerate(texts):
        if line.n not in keep and line.size >= 8:
            _cut_line(page, line, opens=i < 2, last=line.n == last)
    for line in page.lines:
        role = page.marks[line.n].role
        if line.lead and line.n not in page.cuts and line.n not in keep and role not in (*_DROPPED, "title"):
            page.marks[line.n] = Mark(role, "fused-furniture")
            page.cuts[line.n] = (Cut(line.lead, len(line.text), role),)
    for line in page.lines[:_TOP]:
        if day := collected(line.text):
            _cut_day(page, line, Cut(*day.span(1), "date"))


def _cut_day(page: Page, line: Line, day: Cut) -> None:
    """Print the day that a collection puts before a line, of furniture nothing else."""
    mark = page.marks[line.n]
    dropped = mark.role in _DROPPED
    rest = () if dropped else page.cuts.get(line.n) or (Cut(line.lead, len(line.text), mark.role),)
    page.marks[line.n] = Mark("date" if dropped else mark.role, "fused-opening")
    page.cuts[line.n] = (day, *rest)


def _cut_line(page: Page, line: Line, *, opens: bool, last: bool) -> None:
    mark = page.marks[line.n]
    end = text_end(line, last=last)
    first, until = trim(line.text, line.lead, end)
    if opens and not line.lead and not agency_end(line.text, first) > first and (split := caption_end(line)):
        page.marks[line.n] = Mark("caption+lede", "fused-caption", split)
        page.cuts[line.n] = (Cut(first, split, "caption"), Cut(split, until, "lede"))
        return
    named, start = opening_cuts(line.text, first) if opens else ((), first)
    if line.lead or end < len(line.text):
        page.marks[line.n] = Mark(mark.role, "fused-furniture")
    elif named:
        page.marks[line.n] = Mark(mark.role, "fused-opening")
    else:
        return
    page.cuts[line.n] = (*named, Cut(start, until, mark.role))
