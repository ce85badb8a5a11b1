"""The tense of the clause a date stands in, by the nearest verb before it: a hint, never proof.

«يلتقي الخميس» is the coming Thursday, «التقى الخميس» the last one.
"""

from __future__ import annotations

import re

from sitegen.reading.date_scan import Scan
from sitegen.reading.date_words import LISTS

_REACH = 14  # words looked at
_ENDS = re.compile(r'[.؟!؛:"«»“”(]')
_NOT_FUTURE = tuple(LISTS["tense.not_future"])
_SUFFIXES = ("وا", "تا", "ت", "ا")


def tense(scan: Scan, first: int) -> str:
    """Return past, future or '' for the clause that leads to token `first`."""
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if _ENDS.search(scan.gap(i + 1)):
            return ""
        key = scan.tokens[i].key
        if key in LISTS["tense.stop"]:  # «من المقرر أن» all the same looks ahead
            return "future" if i and scan.keys[i - 1] in LISTS["tense.future"] else ""
        if found := _verb(key, _opens_clause(scan, i)):
            return "" if found == "timeless" else found
    return ""


def _opens_clause(scan: Scan, i: int) -> bool:
    return i == 0 or _ENDS.search(scan.gap(i)) is not None


def _verb(key: str, opens: bool) -> str:
    for word in (key, key[1:]) if key[:1] in ("و", "ف") else (key,):
        if word in LISTS["tense.timeless"]:
            return "timeless"
        if word in LISTS["tense.future"] or _is_future(word):
            return "future"
        if word in LISTS["tense.past"] or _is_perfect(word):
            return "past"
        if (
            (opens or word != key)
            and word.startswith("ي")
            and len(word) >= 4
            and word not in LISTS["tense.not_verbs"]
        ):
            return "future"
    return ""


def _is_imperfect(word: str) -> bool:
    return word.startswith("ي") and len(word) >= 4 and word not in LISTS["tense.not_verbs"]


def _is_future(word: str) -> bool:
    """«سيبحث», «ستعقد»: the future prefix on a verb."""
    return len(word) >= 5 and word.startswith(("سي", "ست", "سن")) and not word.startswith(_NOT_FUTURE)


def _is_perfect(word: str) -> bool:
    """«عقدت», «اجتمعا»; «استهدف», a form that only verbs have."""
    perfect = LISTS["tense.perfect"]
    if word in perfect:
        return True
    for suffix in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= 2 and stem in perfect:
            return True
    root = word.removesuffix("ت")
    return root.startswith("است") and len(root) == 6 and "ا" not in root[3:]
