"""What a line says of the site or to its reader: words of the interface, and calls to who reads.

One such word proves nothing, for articles tell of applications and of comments too.
Together with the place of a line and with how little of the text it shares they
tell what a site says for itself: «يمكنك إلغاء الاشتراك متى شئت».
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from sitegen.reading.page.days import is_date
from sitegen.reading.page.lines import Line, stems_of
from sitegen.reading.page.signs import signs
from sitegen.reading.page.words import Interface, interface_words, lists
from sitegen.text.remembered import Remembered

#: Prefix and endings that sites put to their words: «للقراءة», «بريدك», «سجلي», «تحديثات».
_FOR = "ل"
_OWNERS = ("كم", "نا", "ك", "ي", "وا", "ات", "ا", "ه")
_TA = "ه"
_READERS = ("كم", "ك")
_OWN = ("ب", "ل")
#: The site serves its readers: a verb of so many letters.
_WE, _YOU, _SERVED = "ن", "كم", 5
#: A notice has at most so many words; so many words of the interface, or such a share of all that tell.
_LONGEST, _SEVERAL, _PART = 45, 3, 0.25
#: A stamp of an entry has at most so many words.
_STAMP = 4
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?:\s[صم])?(?:\s?[✓✔]+)?")


@lru_cache(maxsize=16384)
def _bare(stem: str) -> tuple[str, bool]:
    """Return a stem as the interface words have it, and whether it has the reader's ending."""
    words = interface_words()
    return _within(stem, words.beside) or _within(stem, words.around) or (stem, False)


def _within(stem: str, known: frozenset[str]) -> tuple[str, bool] | None:
    """Return the form of a stem that is among `known` words, and whether the reader's ending came off."""
    if stem in known:
        return stem, False
    stem = stem[1:] if stem[0] == _FOR and stem[1:] in known else stem
    for ending in _OWNERS:
        if stem.endswith(ending):
            bare = stem.removesuffix(ending)
            bare = f"{bare[:-1]}{_TA}" if bare not in known and bare.endswith("ت") else bare  # «صفحتك»
            if bare in known:
                return bare, ending in _READERS
    return (stem, False) if stem in known else None


def interface_stems(line: Line) -> set[str]:
    """Return the stems of a line's words without what the interface puts to them; no numbers."""
    stems = set(map(_PRINTED.__getitem__, line.words))
    stems.discard("")
    return stems


def _form(word: str) -> tuple[str, bool]:
    """Return `_bare` of a word's stem, or of the word where «ب» or «ل» is its own: «بريدك»."""
    stem = "".join(stems_of((word,)))
    bare = _bare(stem) if stem else ("", False)
    own = _bare(word) if word[:1] in _OWN and stem == word[1:] and bare == (stem, False) else (word, False)
    return bare if own == (word, False) else own


def _printed(word: str) -> str:
    """Return the stem of one word without what the interface puts to it, '' for a number or a short word."""
    return "" if word.isdigit() else _form(word)[0]


_PRINTED = Remembered(_printed)


def telling(line: Line) -> int:
    """Return how many words of a line are those of buttons and forms.

    >>> from sitegen.reading.page.lines import measure
    >>> telling(measure(1, "تحميل المزيد من التحديثات")), telling(measure(1, "وصول قافلة الإغاثة"))
    (2, 0)
    """
    return len(interface_stems(line) & interface_words().telling)


def is_addressed(line: Line) -> bool:
    """Say whether a line speaks to the reader: «يمكنك», «بريدك», «وصلتكم».

    >>> from sitegen.reading.page.lines import measure
    >>> is_addressed(measure(1, "لديك حساب؟ سجل الدخول")), is_addressed(measure(1, "لديه حساب في المصرف"))
    (True, False)
    >>> is_addressed(measure(1, "نلقاكم في العدد القادم")), is_addressed(measure(1, "تراكم الديون"))
    (True, False)
    """
    return any(map(_CALLS.__getitem__, line.words))


def _calls(word: str) -> bool:
    """Say whether one word speaks to the reader."""
    served = len(word) >= _SERVED and word[0] == _WE and word.endswith(_YOU)  # «نلقاكم», «نوافيكم»
    return served or word in interface_words().reader or _form(word)[1]


_CALLS = Remembered(_calls)


def is_notice(line: Line) -> bool:
    """Say whether a sentence could be what a site says of itself to its readers.

    >>> from sitegen.reading.page.lines import measure
    >>> is_notice(measure(1, "يجدد الاشتراك تلقائيا ويمكنك إلغاؤه متى شئت."))
    True
    >>> is_notice(measure(1, "وقال الوزير إن التطبيق سيتاح للمواطنين مطلع العام المقبل."))
    False
    """
    if line.size > _LONGEST:
        return False
    words: Interface = interface_words()
    stems = interface_stems(line) - lists().small
    told, beside = len(stems & words.telling), len(stems & words.beside)
    if not told:
        return is_addressed(line) and beside > _SEVERAL and beside >= _PART * len(stems)
    return is_addressed(line) or (beside >= _SEVERAL and beside >= _PART * len(stems) and told > 1)


def speaks_for_site(line: Line) -> bool:
    """Say whether a line of any length holds two words of the interface, or one and a call to the reader.

    >>> from sitegen.reading.page.lines import measure
    >>> speaks_for_site(measure(1, "وصلتك هذه النشرة من صديق؟")), speaks_for_site(measure(1, "نشرة الأسعار"))
    (True, False)
    """
    told = telling(line)
    return told > 1 or (told == 1 and is_addressed(line))


def is_label(line: Line) -> bool:
    """Say whether a line holds nothing but words that go with those of the interface, two of them telling."""
    stems = interface_stems(line)
    return stems <= interface_words().around and len(stems - lists().small) > 1


def asks_of_page(line: Line) -> bool:
    """Say whether a line asks about this page or its text: «هل أعجبك هذا الموضوع؟».

    >>> from sitegen.reading.page.lines import measure
    >>> asks_of_page(measure(1, "هل أعجبك هذا الموضوع؟")), asks_of_page(measure(1, "لماذا هذا الصمت؟"))
    (True, False)
    """
    told = interface_words().telling
    return line.stop == "؟" and any(
        this in signs().here and not told.isdisjoint(stems_of((word,))) for this, word in pairwise(line.words)
    )


def names_page(line: Line) -> bool:
    """Say whether a line is a word and what the page holds: «اسمع المقال», «للنص».

    >>> from sitegen.reading.page.lines import measure
    >>> names_page(measure(1, "أهدِ المقال")), names_page(measure(1, "النص الكامل"))
    (True, False)
    """
    return line.size == 2 and not line.stop and line.words[1] in interface_words().page


def is_stamp(line: Line) -> bool:
    """Say whether a line is the time of an entry: «منذ ساعة», «02:15»."""
    return line.size <= _STAMP and (_CLOCK.fullmatch(line.text.strip()) is not None or is_ago(line))


def is_ago(line: Line) -> bool:
    """Say whether a line is an age: «منذ ساعة»."""
    return line.words[0] in lists().published and is_date(line.words)
