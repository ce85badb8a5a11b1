"""Which paragraphs open and close a text: a notice of the site beyond a menu does neither."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sitegen.reading.page.foot import carries_on
from sitegen.reading.page.furniture import Found
from sitegen.reading.page.hints import interface_stems, is_notice
from sitegen.reading.page.lines import Line, stems_of
from sitegen.reading.page.words import interface_words, lists, telling_stems

Families = Mapping[int, Found]

#: So many short lines, half of them known furniture, are a menu.
_MENU = 6
#: A paragraph beyond a menu is none of the text when it shares less than this with the others.
_STRANGE, _TELLING = 0.12, 2
#: A notice shares less than this with the paragraphs.
_SOME = 0.25


def trimmed(prose: Sequence[Line], lines: Sequence[Line], found: Families) -> list[Line]:
    """Return paragraphs without the notices of the site at either end; one stays, whatever it says."""
    own = list(prose)
    while len(own) > 1 and _menu_between(own[0], own[1], lines, found):
        if _is_titled(own[0], lines, found) or not _is_strange(own[0], own[1:]):
            break
        del own[0]
    while len(own) > 1 and _menu_between(own[-2], own[-1], lines, found) and _is_strange(own[-1], own[:-1]):
        del own[-1]
    while len(own) > 1 and _is_of_site(own[-1], own[:-1]):
        del own[-1]
    while len(own) > 1 and _is_of_site(own[0], own[1:]) and not _is_titled(own[0], lines, found):
        del own[0]
    return own


def _menu_between(above: Line, below: Line, lines: Sequence[Line], found: Families) -> bool:
    """Say whether a menu stands between two paragraphs: the outer one is a notice, not the text."""
    short = [line for line in lines[above.n : below.n - 1] if line.words]
    return len(short) >= _MENU and 2 * sum(line.n in found for line in short) >= len(short)


def _is_titled(line: Line, lines: Sequence[Line], found: Families) -> bool:
    """Say whether a line above a paragraph speaks of it: then it is no notice of the site."""
    known = stems_of(line.words) - interface_words().beside
    above = (other for other in lines[: line.n - 1] if other.n not in found)
    return any(other.size >= 3 and len(stems_of(other.words) & known) >= 2 for other in above)


def _is_strange(line: Line, others: Iterable[Line]) -> bool:
    """Say whether a paragraph speaks of the site and has hardly a word in common with the others."""
    stems = telling_stems(line.words)
    if len(stems & interface_words().telling) < _TELLING:
        return False
    known = stems_of(word for other in others for word in other.words)
    return len(stems & known) < _STRANGE * len(stems)


def _is_of_site(line: Line, others: Iterable[Line]) -> bool:
    """Say whether a paragraph is a notice, and of things that the others do not speak of."""
    if not is_notice(line) or carries_on(line):
        return False
    stems = interface_stems(line) - lists().small
    shared = stems & set().union(*map(interface_stems, others))
    return len(shared) <= 1 and len(shared) < _SOME * len(stems) and not shared & interface_words().telling
