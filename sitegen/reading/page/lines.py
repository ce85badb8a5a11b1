"""One line of a page and what its shape tells: words, the mark that ends it, whether it is prose.

Everything the rules of `clean` look at is measured here, once.  A *prose* line is
a paragraph of running text; headings, captions, buttons and teasers are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec import Struct

from sitegen.text.remembered import Remembered
from sitegen.text.tokens import keys_of, keys_of_part, tokenize

#: Runs of one script: `Sliderالعرب` is two words.
_WORD = re.compile(r"[a-z]+|\d+|[^\W\d_a-z]+")
#: Marks inside figures that are not of ASCII.
_POINTS = re.compile("[\u066b\u066c]")
_CLOSERS = " \u00a0\t\"»”’')]\u200f\u200e*"
_GENDER = re.compile(r"(?<=\w)/(?:ي|ة|ين|ات|ن|ت)(?!\w)")
_BREAK = re.compile(r"[^\s.]{2}[.؟!]\s+\S")
_MARKS = re.compile(r"\s*(?:#{1,6}\s+|(?:>\s?)+)")
_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3]")

_INITIALS = re.compile(r"\.[^\W\d_]\.$")

#: White space, direction marks and joiners: a line of these alone is blank.
_NOTHING = (
    " \t\r\v\f\u00a0\u2003\u2009\u202f\u3000\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2060\ufeff"
)
#: Characters of the longest title or caption.
_BRIEF = 500
#: Marks that end a sentence or carry it on; headings and teasers have none of them.
_CARRYING = (".", "۔", "،", "؛", ":")
#: A paragraph has at least so many words: with a full stop, with ؟ or !, with neither.
STOPPED, ASKED, OPEN = 8, 14, 22


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`, one script each.

    >>> words_of("Sliderالعرب والعالم")
    ('slider', 'العرب', 'والعالم')
    """
    return _one_script(keys_of_part(text))


def words_of_each(texts: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the folded words of many texts by text: a long list is folded in one go.

    >>> words_of_each(["اقرأ أيضا", "Sliderالعرب"])["Sliderالعرب"]
    ('slider', 'العرب')
    """
    return dict(zip(texts, map(_one_script, keys_of(texts)), strict=True))


def _one_script(keys: Sequence[str]) -> tuple[str, ...]:
    text = "".join(keys)
    latin = text.encode("ascii", "ignore")
    if not latin or (latin.isdigit() and not _POINTS.search(text)):  # most lines: Arabic words and figures
        return tuple(keys)
    return tuple(chain.from_iterable(map(_PIECES.__getitem__, keys)))


def _pieces(key: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(key))


_PIECES = Remembered(_pieces)


def trim(text: str, start: int = 0, end: int | None = None) -> tuple[int, int]:
    """Return the bounds of `text[start:end]` without white space at its ends.

    >>> trim("  دبي - ")
    (2, 7)
    """
    end = len(text) if end is None else end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def content_start(text: str, markdown: bool) -> int:
    """Return where the text begins behind Markdown's heading or quotation mark.

    >>> content_start("## استمرار الهجمات", True), content_start("# وسم", False)
    (3, 0)
    """
    mark = _MARKS.match(text) if markdown else None
    return mark.end() if mark else 0


class Line(Struct, frozen=True, gc=False):
    """One raw line and its shape."""

    n: int
    text: str
    words: tuple[str, ...]
    size: int  # how many words it has
    blank: bool
    stop: str  # the mark that ends it, closing quotes and brackets aside
    prose: bool
    lead: int = 0  # where the text begins behind a row of buttons

    @property
    def brief(self) -> bool:
        """Say whether it has the length of a title at most; longer lines are no riddle for a pattern."""
        return len(self.text) <= _BRIEF

    @property
    def own(self) -> str:
        """Return the text behind a row of buttons."""
        return self.text[self.lead :] if self.lead else self.text

    @property
    def arabic(self) -> bool:
        """Say whether it holds Arabic letters."""
        return _ARABIC.search(self.text) is not None


def measure(n: int, text: str, lead: int = 0) -> Line:
    """Return the line `n` with its shape, what stands before `lead` left out.

    >>> measure(1, "توقيع اتفاق").prose, measure(2, "قال الوزير إن بلاده لن تشارك في الحرب الدائرة.").prose
    (False, True)
    >>> measure(1, "دار الضفاف للنشر ش.م.ل.").stop, measure(2, "توفي سنة 1402 هـ.").stop
    ('', '.')
    """
    own = _apart(text[lead:] if lead else text).strip()  # later stages ask for the words of the text alone
    words = _one_script(tokenize(own).keys)
    bare = text.rstrip(_CLOSERS)
    stop = bare[-1] if bare and not bare[-1].isalnum() and not _INITIALS.search(bare) else ""
    size = len(words)
    prose = (
        size >= OPEN
        or (size >= STOPPED and stop in _CARRYING and not bare.endswith(".."))
        or (size >= ASKED and (stop in ("؟", "!", "?") or _BREAK.search(text) is not None))
    )
    blank = not words and not "".join(text.split()).strip(_NOTHING)
    return Line(n, text, words, size, blank, stop, prose, lead)


def _apart(text: str) -> str:
    """Return `text` with a space where a tag was lost («السابقةالبلدية»), without the «/ي» of «شارك/ي»."""
    text = text.replace("ةال", "ة ال") if "ةال" in text else text
    return _GENDER.sub("", text) if "/" in text else text


def breaks_off(line: Line) -> bool:
    """Say whether a line ends in dots: it is cut short."""
    return line.text.rstrip().endswith(("..", "…"))


def stems_of(words: Iterable[str]) -> set[str]:
    """Return rough stems for comparing vocabulary: leading و ف ب ل ك and ال off, short words out.

    >>> sorted(stems_of(("والعراق", "في", "لواشنطن"))) == sorted({"عراق", "واشنطن"})
    True
    """
    stems = set(map(_STEMS.__getitem__, words))
    stems.discard("")
    return stems


def _stem(word: str) -> str:
    if len(word) > 4 and word[0] in "وفبلك" and (word[1:3] == "ال" or word[0] in "لب"):
        word = word[1:]
    stem = word[2:] if len(word) > 4 and word.startswith("ال") else word
    return stem if len(stem) > 2 else ""


_STEMS = Remembered(_stem)
