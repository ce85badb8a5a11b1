"""The tense of the clause a date stands in, by the nearest verb before it: a hint, never proof.

«يلتقي الخميس» is the coming Thursday, «التقى الخميس» the last one; «أعلن موعد
الانتخابات في 10 أكتوبر» tells neither, so a verb of announcing counts only
right before the date.
"""

from __future__ import annotations

import re

from sitegen.reading.dates.scan import Scan
from sitegen.reading.dates.words import LISTS

_REACH = 14  # words looked at
_NEAR = 8  # a perfect verb farther off tells nothing
_BESIDE = 3
_ENDS = re.compile(r'[.؟!؛:"«»“”(]')
_SUFFIXES = ("وا", "تا", "ت", "ا")
_NOT_FUTURE = tuple(LISTS["tense.not_future"])


def tense(scan: Scan, first: int) -> str:
    """Return past, present, future or '' for the clause that leads to token `first`."""
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if _ENDS.search(scan.gap(i + 1)):
            return ""
        key = scan.tokens[i].key
        if key in LISTS["tense.stop"]:
            return "future" if _is_planned(scan, i + 1) else ""
        if key in LISTS["tense.forward"]:
            return ""
        if found := _verb(scan, i, first - i):
            return "" if found == "timeless" else found
    return ""


def _verb(scan: Scan, i: int, distance: int) -> str:
    key = scan.tokens[i].key
    for word in (key, key[1:]) if key[:1] in ("و", "ف") else (key,):
        if word in LISTS["tense.timeless"]:
            return "timeless"
        if word in LISTS["tense.future"] or _is_future(word):
            return "future"
        if word in LISTS["tense.past"]:
            return "past"
        if _is_imperfect(word):
            opens = i == 0 or word != key or _ENDS.search(scan.gap(i)) is not None
            return "future" if opens or _is_planned(scan, i) else "present"
        if _perfect(word) and scan.before(i) not in LISTS["tense.prepositions"]:
            reach = _BESIDE if word in LISTS["tense.announcing"] else _NEAR
            return "past" if distance <= reach else "timeless"
    return ""


def _is_planned(scan: Scan, i: int) -> bool:
    """«من المقرر أن يصل»: what stands after «أن» lies ahead all the same."""
    return i >= 2 and scan.keys[i - 1] in LISTS["tense.stop"] and scan.keys[i - 2] in LISTS["tense.future"]


def _is_imperfect(word: str) -> bool:
    """«يلتقي»; «تعقد» only beside a perfect that is known («عقد»), for many nouns begin with ت."""
    if word.startswith("ي"):
        return len(word) >= 3 and word not in LISTS["tense.not_verbs"]
    return word.startswith("ت") and word[1:] in LISTS["tense.perfect"] and len(word) >= 4


def _is_future(word: str) -> bool:
    """«سيبحث», «ستعقد»: the future prefix on a verb."""
    return len(word) >= 5 and word.startswith(("سي", "ست", "سن")) and not word.startswith(_NOT_FUTURE)


def _perfect(word: str) -> bool:
    """«عقدت», «اجتمعا»; «استهدف», a form that only verbs have."""
    perfect = LISTS["tense.perfect"]
    if word in perfect or word in LISTS["tense.announcing"]:
        return True
    for suffix in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= 2 and stem in perfect:
            return True
    root = word.removesuffix("ت")
    return root.startswith("است") and len(root) == 6 and "ا" not in root[3:]
