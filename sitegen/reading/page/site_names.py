"""The site's own name, told by where it stands: behind «صحيفة», in the menu and again below the text.

No list of outlets knows the small ones.  What names the site stands outside the
article and comes back there, while the text does not speak of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line, stems_of
from sitegen.reading.page.words import interface_words, lists, outlets

#: A line that names the site has at most so many words; a name without its kind stands so often below.
_LONGEST, _AGAIN = 10, 2
#: An entry of a menu has at most so many words.
_ENTRY = 3


def site_names(page: Page, tail: Sequence[Line]) -> frozenset[str]:
    """Return the words of the site's name as printed, which neither the text nor a button has.

    >>> text = "افتتح الوزير جسرا جديدا في المدينة القديمة صباح اليوم."
    >>> page = Page(["راديو ضفاف", "موجات ضفاف", text])
    >>> sorted(site_names(page, []))
    ['ضفاف']
    """
    top = (line for line in page.lines[: page.bounds[0] - 1] if 0 < line.size <= _LONGEST)
    above = [line for line in top if not page.tells(line)]  # no title
    below = [line for line in tail if line.size <= _LONGEST]
    first = next((i for i, line in enumerate(below) if line.n in page.found), len(below))
    head, foot = _counted(above), _counted(below[first:])
    called = {stem for line in (*above, *below) if line.size > 1 for stem in _called(line)}
    names = {stem for stem in called if head[stem] + foot[stem] > 1}
    names |= {stem for stem, count in foot.items() if count >= _AGAIN and head[stem]}
    if not names:  # as on most pages
        return frozenset()
    names = {stem for stem in names - page.vocabulary - _ordinary(page) if not _is_place(stem)}
    printed = (*above, *(line for line in below if _called(line)))
    return frozenset(word for line in printed for word in line.words if stems_of((word,)) & names)


def menu_stems(page: Page) -> frozenset[str]:
    """Return the stems of short lines above the text that neither the text nor a button has.

    >>> page = Page(["منبر القراء", "استراحة", "افتتح الوزير جسرا جديدا في المدينة القديمة صباح اليوم."])
    >>> sorted(menu_stems(page))
    ['استراحه', 'منبر']
    """
    above = [line for line in page.lines[: page.bounds[0] - 1] if 0 < line.size <= _ENTRY]
    strange = (line for line in above if page.shares(line) == 0)
    stems = frozenset(stem for line in strange for stem in stems_of(line.words) if not stem.isdigit())
    return frozenset(stem for stem in stems - page.vocabulary - _ordinary(page) if not _is_place(stem))


def _counted(lines: Iterable[Line]) -> Counter[str]:
    """Count in how many lines each stem stands."""
    return Counter(stem for line in lines for stem in stems_of(line.words))


def _called(line: Line) -> set[str]:
    """Return the stem behind the word for an outlet: «شبكة أجيال»."""
    kinds = outlets().words
    if kinds.isdisjoint(line.words):
        return set()
    return stems_of([word for kind, word in pairwise(line.words) if kind in kinds])


def _ordinary(page: Page) -> frozenset[str]:
    """Return stems that name no site: of the interface, of outlets, of dates and of known furniture."""
    return _listed().union(*[stems_of(line.words) for line in page.lines if line.n in page.found])


@cache
def _listed() -> frozenset[str]:
    known = lists()
    return interface_words().around | known.small | stems_of((*outlets().words, *known.dates))


def _is_place(stem: str) -> bool:
    return not {(stem,), (f"ال{stem}",)}.isdisjoint(lists().places)
