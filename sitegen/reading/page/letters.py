"""A newsletter round one article: its greeting and what it says first, the sections below the article.

Both ends must speak for it: a greeting at the top and, below the text, a line on
the reader's subscription.  Or the first paragraph has no word of the text, what
stands above has none of either, and the title follows below it.  An article that is
a letter itself has neither menu nor subscription, and its title speaks of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from sitegen.model import Role
from sitegen.reading.page import foot
from sitegen.reading.page.hints import interface_stems, is_addressed, speaks_for_site
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line, stems_of
from sitegen.reading.page.stamps import is_dated
from sitegen.reading.page.words import lists, telling_stems

Claims = Iterator[tuple[int, Role]]

#: The greeting is one of the first lines, of at most so many words; the subscription one of the last.
_TOP, _GREETING, _LAST = 12, 5, 14
#: One told by nothing but its comma, and a farewell.
_CALLED, _FAREWELL, _SIGNED = 7, 4, 4
_OURS = "نا"  # «زميلاتنا وزملاءنا،»
#: An article has at least so many paragraphs before a section follows it.
_PARAGRAPHS = 2
#: A paragraph that shares so much with the article is its own.
_OWN = 0.3
#: The title has so many words of the article, what a letter says first no more.
_TITLED, _COMMON = 2, 2
#: The label of a part has at most so many words.
_PART = 3


def letter(page: Page) -> Claims:
    """Claim the greeting of a newsletter, what it says first, and its sections below the article."""
    printed = [line for line in page.lines if line.words]
    greetings = [i for i, line in enumerate(printed[:_TOP]) if is_greeting(line)]
    start = greetings[-1] + 1 if greetings else _address(printed)
    opening = list(takewhile(lambda line: line.prose, printed[start:]))
    below = printed[start + len(opening) :]
    known = greetings and any(map(_is_subscription, printed[-_LAST:]))
    called = bool(greetings) or (start > 0 and _may_greet(printed[start - 1]))
    if not (known or _is_preface(opening, below, called and not greetings)):
        return
    if not greetings and not _is_apart(printed[:start], opening, below):
        return
    page.is_letter = True
    if sum(line.prose for line in below) >= _PARAGRAPHS:
        top = greetings or range(start)
        yield from ((line.n, "furniture") for line in (*(printed[i] for i in top), *opening))
    yield from ((line.n, "furniture") for line in _sections(page, below, _part_of(below)))


def _address(lines: Sequence[Line]) -> int:
    """Return where a letter begins to speak whose greeting nobody knows: at the first paragraph."""
    return next((i for i, line in enumerate(lines) if line.prose), 0)


def _may_greet(line: Line) -> bool:
    """Say whether a few words end in a comma, as greetings do."""
    return line.size <= _CALLED and line.stop in ("،", ",")


def _is_apart(above: Sequence[Line], opening: Sequence[Line], below: Sequence[Line]) -> bool:
    """Say whether no line above the first words speaks of them or of the text, as a title does."""
    told = telling_stems(word for line in (*opening, *below) if line.prose for word in line.words)
    return not any(len(stems_of(line.words) & told) >= _TITLED for line in above)


def _is_preface(opening: Sequence[Line], below: Sequence[Line], called: bool) -> bool:
    """Say whether a letter speaks to its readers of other things than the article, whose title follows."""
    heads = list(takewhile(lambda o: not o.prose, below))
    if not (opening and heads):  # as on most pages
        return False
    dated = any(map(is_dated, heads))
    if not (called or dated or any(map(_speaks, opening))):
        return False
    text = telling_stems(word for line in below if line.prose for word in line.words)
    told = stems_of(word for line in opening for word in line.words)
    titled = (called and dated) or any(len(stems_of(line.words) & text) >= _TITLED for line in heads)
    return titled and len(told & text) <= _COMMON


def _speaks(line: Line) -> bool:
    """Say whether a sentence speaks to those who read or hear it: «نضع بين أيديكم», «معكم ليان»."""
    return is_addressed(line) or not lists().you.isdisjoint(line.words)


def is_greeting(line: Line) -> bool:
    """Say whether a line greets readers: «صباح الخير،», «أعزاءنا المشتركين،».

    >>> from sitegen.reading.page.lines import measure
    >>> is_greeting(measure(1, "زميلاتنا الكريمات،")), is_greeting(measure(1, "مرحبا: معرض عن مدن بعيدة جدا"))
    (True, False)
    """
    if line.size > _GREETING:
        return False
    greetings = lists().greetings
    opens = any(line.words[:size] in greetings for size in (1, 2))
    called = line.size > 1 and line.stop in ("،", ",") and line.words[0].endswith(_OURS)
    return called or (opens and line.stop in ("،", ",", "!", ".", ""))


def _is_subscription(line: Line) -> bool:
    """Say whether a line tells readers why a letter reached them, or how to end that."""
    stems = interface_stems(line)
    return bool(stems & lists().subscription) and (
        is_addressed(line) or len(stems & lists().subscription) > 1
    )


def _part_of(below: Sequence[Line]) -> Line | None:
    """Return the label of the part in which a letter prints its article: «الصحن الأول» above the title."""
    heads = list(takewhile(lambda line: not line.prose, below))
    return heads[0] if len(heads) > 1 and 1 < heads[0].size <= _PART and not heads[0].stop else None


def _sections(page: Page, lines: Sequence[Line], part: Line | None) -> Sequence[Line]:
    """Return what stands below an article from the first section on that no paragraph of its own follows."""
    known: set[str] = set()
    paragraphs = 0
    for i, line in enumerate(lines):
        if line.prose:
            paragraphs += 1
            known |= telling_stems(line.words)
        elif paragraphs >= _PARAGRAPHS:
            closes = _closes(page, line) or _is_next_part(line, part) or _is_farewell(lines[i:])
            if closes and not _goes_on(lines[i:], known):
                return lines[i:]
    return ()


def _is_next_part(line: Line, part: Line | None) -> bool:
    """Say whether a line names the part that follows: «الصحن الثاني» behind «الصحن الأول»."""
    return part is not None and (line.size, line.words[0], line.stop) == (part.size, part.words[0], "")


def _is_farewell(lines: Sequence[Line]) -> bool:
    """Say whether a letter ends here: with known words, or a few before a comma and who signs."""
    line, signed = lines[0], lines[1:]
    if line.size <= _GREETING and any(line.words[:size] in lists().closings for size in (1, 2)):
        return True
    few = 0 < len(signed) <= _SIGNED and not any(other.prose for other in signed)
    return few and line.size <= _FAREWELL and line.stop in ("،", ",")


def _closes(page: Page, line: Line) -> bool:
    """Say whether a line is a button, the heading of a section, or what the letter says of itself."""
    found = page.found.get(line.n)
    if found is not None:
        return found.zone == "any" or found.family.closes
    told = speaks_for_site(line) and line.stop != "." and not foot.carries_on(line)
    return told or line.words in lists().sections


def _goes_on(lines: Sequence[Line], known: set[str]) -> bool:
    """Say whether a paragraph of the article, whose stems are `known`, is among `lines`."""
    paragraphs = (line for line in lines if line.prose)
    return any(foot.carries_on(line) or _shares(line, known) for line in paragraphs)


def _shares(line: Line, known: set[str]) -> bool:
    stems = telling_stems(line.words)
    return len(stems & known) >= _OWN * len(stems)
