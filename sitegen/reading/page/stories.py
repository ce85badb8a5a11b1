"""Pages that tell more than one story: entries of a running coverage, several reports below each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sitegen.model import Block
from sitegen.reading.page.foot import carries_on
from sitegen.reading.page.fused import opening_cuts
from sitegen.reading.page.hints import is_ago
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import words_of
from sitegen.reading.page.words import lists, telling_stems
from sitegen.text.tokens import first_word

#: The hour of an entry, alone or before its words: «21:44», «12:10 م - انتشال ثلاثة أحياء».
_CLOCK = re.compile(r"\s*([01]?\d|2[0-3]):([0-5]\d)(?:\s?([صم]))?\s*(?:$|[-–—|]\s*[^\W\d])")
_NOON, _EVENING = 12, "م"
#: So many stamps that go back in time, so many words at most in each.
_ENTRIES, _STAMP = 3, 4
#: A story of its own opens with a verb of news and has so many words, one of its heading among them, and
#: this share of them at most in all the others.
_LENGTH, _ECHO, _SHARED = 11, 1, 0.12
#: Of so many of them so many open with a verb that is known.
_OPENED, _OF = 2, 3
#: So many such stories make a page of several; with datelines of their own so many.
_STORIES, _DATELINED = 3, 2
#: So many leads make an index, with such a share of their words in the others.
_LEADS, _STRANGE = 4, 0.17


def is_feed(page: Page) -> bool:
    """Say whether entries stand on the page under their stamps, the newest first.

    A timeline, whose hours go on, and a programme are none.

    >>> text = "وقال المتحدث باسم الدفاع المدني إن فرقه أخمدت ثلاثة حرائق في المدينة القديمة."
    >>> is_feed(Page(["21:44", text, "21:30", text, "21:02", text]))
    True
    >>> is_feed(Page(["20:00", text, "21:30", text, "23:02", text]))
    False
    """
    last = max((line.n for line in page.lines if line.prose), default=0)
    ages = sum(1 for line in page.lines[:last] if 1 < line.size <= _STAMP and is_ago(line))
    clocks = [_minutes(clock) for line in page.lines[:last] if (clock := _CLOCK.match(line.text))]
    back = all(later > earlier for later, earlier in pairwise(clocks))
    return ages >= _ENTRIES or (len(clocks) >= _ENTRIES and back)


def _minutes(clock: re.Match[str]) -> int:
    """Return the minute of the day: «12:10 م» is after «11:45 ص»."""
    hour = int(clock[1]) % _NOON if clock[3] else int(clock[1])
    return 60 * (hour + _NOON * (clock[3] == _EVENING)) + int(clock[2])


def is_of_several(title: str, blocks: Sequence[Block]) -> bool:
    """Say whether reports that share hardly a word stand below headings of their own, or open with datelines.

    The title may be the heading of the first, or stand over all of them.
    """
    if sum(map(_parts, blocks)) < _DATELINED:  # as on most pages
        return False
    opened = sum(
        block.role == "dateline" or (block.role == "body" and bool(opening_cuts(block.pieces[0].text, 0)[0]))
        for above, block in pairwise(blocks)
        if above.role == "heading"
    )
    sections = _sections(title, blocks)
    return opened >= _DATELINED or max(_unlike(sections), _unlike(sections[1:])) >= _STORIES


def is_index(page: Page) -> bool:
    """Say whether a page without a title prints the first words of one story after the other.

    Hardly a paragraph has words of the others, most open as reports do, and none carries on.
    """
    texts = [line for line in page.lines if line.prose and page.is_text(line)]
    if page.title_text or len(texts) < _LEADS or any(map(carries_on, texts[1:])):
        return False
    stems = [_stems(line.words) for line in texts]
    others = (set().union(*stems[:i], *stems[i + 1 :]) for i in range(len(stems)))
    shares = sum(len(own & other) / max(1, len(own)) for own, other in zip(stems, others, strict=True))
    opened = sum(line.words[0] in lists().verbs for line in texts)
    return shares <= _STRANGE * len(texts) and 2 * opened >= len(texts)


def _parts(block: Block) -> bool:
    """Say whether a block parts stories: a heading, or signs without a word, «* * *»."""
    return block.role == "heading" or (
        block.role == "body" and not any(first_word(piece.text) for piece in block.pieces)
    )


def _sections(title: str, blocks: Iterable[Block]) -> list[tuple[list[str], list[str]]]:
    """Return the words of the title, of each heading, and of the text below it."""
    sections: list[tuple[list[str], list[str]]] = [(list(words_of(title)), [])]
    for block in blocks:
        if _parts(block):
            sections.append((_words(block), []))
        elif block.role in ("lede", "body"):
            sections[-1][1].extend(_words(block))
    return sections


def _unlike(sections: Sequence[tuple[list[str], list[str]]]) -> int:
    """Return how many sections are stories of their own, 0 where not all of them are."""
    texts = [_stems(words) for _, words in sections]
    opened = 0
    for i, ((heading, words), text) in enumerate(zip(sections, texts, strict=True)):
        head, others = _stems(heading), set().union(*texts[:i], *texts[i + 1 :])
        echoes = not head or len(head & text) >= _ECHO
        if not (echoes and len(words) >= _LENGTH) or len(text & others) > _SHARED * len(text):
            return 0
        opened += words[0] in lists().verbs
    if _OPENED * len(sections) > _OF * opened:
        return 0
    return len(sections)


def _words(block: Block) -> list[str]:
    return [word for piece in block.pieces for word in words_of(piece.text)]


def _stems(words: Iterable[str]) -> set[str]:
    return telling_stems(word for word in words if not word.isdigit())
