"""Short lines round the text that no phrase family knows: words of the interface, and what closes a page.

Both rules ask for evidence beside the line itself: that it stands outside the
text, speaks of something else, and that furniture stands round it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sitegen.model import Role
from sitegen.reading.page.foot import carries_on
from sitegen.reading.page.hints import interface_stems, is_notice, speaks_for_site, telling
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line, stems_of
from sitegen.reading.page.words import interface_words, is_date, is_name, lists

Claims = Iterator[tuple[int, Role]]

#: A line of the interface has at most so many words, and shares at most so much with the text.
_LABEL, _SHARED = 8, 0.5
#: A label between title and text has at most so many words, and none of the text's.
_ALONE = 3
#: So many words that go with the telling ones tell by themselves: «العودة إلى الموقع الرئيسي».
_MANY = 3
#: Known furniture below the text: so many lines, and one in so many of all that follow.
_KNOWN, _ONE_IN, _OR_SURE = 2, 5, 12
#: A tail of so many strange lines, such a share of which holds no word of the text, is the site's.
_LONG, _APART = 6, 0.7
#: A stamp of an entry has at most so many words.
_STAMP = 4
#: So many strange lines may follow one that closes the text.
_BELOW = 8
#: Families of the lines of a form for comments, and how far apart two of them stand.
_FORM, _FIELDS = frozenset(("comments", "comment-form", "comment-field")), 2
#: So many lines of furniture, one in so many, take up all that stands between them.
_SEEN, _THICK = 4, 4
#: So few lines above the first furniture below a text may be its end.
_ENDING = 3
#: So many items, sentences or names below furniture are a list of the text.
_LISTED = 3
#: So many strange lines may follow one that but speaks of the site.
_HINTED = 3
#: A word of more letters than this may have a «و» before it.
_WAW = 3
CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")


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
    enough = tells > 1 or (tells == 1 and line.size > 2) or len(stems - lists().small) >= _MANY
    return enough and stems <= known.beside


def label_alone(page: Page) -> Claims:
    """Claim words of the interface between title and text: «الطباعة», «حفظ المقال»."""
    title = page.title.n if page.title else 0
    known = interface_words()
    for line in page.open():
        if 0 < line.size <= _ALONE and line.n > title and page.in_head(line):
            stems = stems_of(line.words)
            telling = line.size == 1 or stems & known.telling
            if stems - lists().small and telling and stems <= known.beside and page.shares(line) == 0:
                yield line.n, "furniture"


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


def after_text(page: Page) -> Claims:
    """Claim what is left below the furniture that closes the text: tags, teasers, names of sections."""
    tail = [line for line in page.lines[page.end :] if line.words]
    if _is_live(page):
        return
    start = _foot(page, tail)
    known = sum(_is_furniture(page, line) or _is_hint(page, line) for line in tail[start:])
    sure = any(page.found[line.n].family.last for line in tail[start:] if line.n in page.found)
    if sure and known * _ONE_IN < len(tail) and _is_of_site(page, tail):
        first = next((i for i, line in enumerate(tail) if _is_furniture(page, line)), 0)
        ending = first <= _ENDING or any(_may_be_text(page, line) or _goes_on(line) for line in tail[:first])
        start, known = first if ending else 0, len(tail)
    if known >= _KNOWN and known * (_OR_SURE if sure else _ONE_IN) >= len(tail) - start:
        yield from ((line.n, "furniture") for line in tail[start:] if _is_left(page, line))


def _is_live(page: Page) -> bool:
    """Say whether stamps such as «منذ 5 دقائق» stand between the paragraphs: entries go on below them."""
    first, last = page.bounds
    stamps = (line for line in page.lines[first : last - 1] if 1 < line.size <= _STAMP)
    return any(map(_is_ago, stamps))


def _is_of_site(page: Page, tail: Sequence[Line]) -> bool:
    """Say whether a long tail below a full stop speaks of nothing that the text does."""
    strange = [line for line in tail if not _is_furniture(page, line)]
    ended = page.lines[page.end - 1].stop in (".", "؟", "!") if 0 < page.end <= len(page.lines) else False
    apart = sum(page.shares(line) == 0 and not any(map(str.isdigit, line.words)) for line in strange)
    listed = sum(carries_on(line) or is_name(line.words) for line in strange if line.words) > 1
    return ended and not listed and len(strange) >= _LONG and apart >= _APART * len(strange)


def _foot(page: Page, tail: Sequence[Line]) -> int:
    """Return where the foot of the page begins: upwards from its end to furniture few strange lines follow.

    Furniture that closes a text may have several teasers or tags below it, a mere button one.
    Above that point goes on what is thick with furniture and holds nothing that could be text.
    """
    start = dense = _form(page, tail)
    strange = items = seen = own = 0
    for i in range(len(tail) - 1, -1, -1):
        told = 1 if _is_furniture(page, tail[i]) else _HINTED if _is_hint(page, tail[i]) else 0
        item = not told and _may_be_text(page, tail[i])
        own, items = own + item, items + item
        seen += told > 0 or (not item and _is_faint(page, tail[i]))
        if not told:
            strange += not tail[i].text.strip().isdigit()
        elif items < _LISTED and strange <= (_BELOW if page.closes(tail[i]) else told):
            start, strange, items = i, 0, 0
        if told and not own and seen >= _SEEN and seen * _THICK >= len(tail) - i:
            dense = i
    return min(start, dense)


def _form(page: Page, tail: Sequence[Line]) -> int:
    """Return where a form for comments begins, below which stands no text; without one where `tail` ends."""
    fields = [i for i, line in enumerate(tail) if line.n in page.found and _asks(page, line)]
    return next((one for one, two in pairwise(fields) if two - one <= _FIELDS), len(tail))


def _asks(page: Page, line: Line) -> bool:
    return page.found[line.n].family.name in _FORM and _is_furniture(page, line)


def _is_faint(page: Page, line: Line) -> bool:
    """Say whether a line holds a word of the interface and none of the text: it opens no foot."""
    return page.shares(line) == 0 and telling(line) > 0 and line.size <= _LABEL


def _may_be_text(page: Page, line: Line) -> bool:
    """Say whether a line below the text could be its end: a sentence on it, an item of a list, a name."""
    if line.stop in (".", ":") and page.shares(line) > 0:
        return True
    figures = sum(word.isdigit() for word in line.words)
    return (
        carries_on(line)
        or (figures > 0 and line.size > figures + 1 and not is_date(line.words))
        or is_name(line.words)
    )


def _goes_on(line: Line) -> bool:
    """Say whether a line opens with a joining «و» or a small word, as a verse does and no tag."""
    first, known = line.words[0], lists()
    joined = first[0] == "و" and len(first) > _WAW and first not in known.waw
    return joined or stems_of(line.words[:1]) <= known.small


def _is_hint(page: Page, line: Line) -> bool:
    """Say whether a line speaks of the site, or is a stamp of another entry: «منذ ساعة», «02:15»."""
    if line.n in page.marks or page.shares(line) > 0:
        return False
    if line.size <= _STAMP and (CLOCK.fullmatch(line.text.strip()) or _is_ago(line)):
        return True
    dated = line.size > _STAMP and line.words[-1].isdigit() and len(line.words[-1]) == 4
    return speaks_for_site(line) or (dated and is_date(line.words[-3:]))


def _is_ago(line: Line) -> bool:
    return line.words[0] in lists().published and is_date(line.words)


def _is_furniture(page: Page, line: Line) -> bool:
    mark = page.marks.get(line.n)
    return mark is not None and mark.role == "furniture"


def _is_left(page: Page, line: Line) -> bool:
    """Say whether no rule knows a line and it is no sentence on the subject and no date of printing."""
    if line.n in page.marks or line.prose or (line.stop == "." and page.shares(line) > 0):
        return False
    if page.dated:
        return True
    published = any(word in lists().published for word in line.words)
    year = any(len(word) == 4 and word.isdigit() for word in line.words)
    return not (published and year and is_date(line.words))
