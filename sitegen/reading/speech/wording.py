"""Tell the words somebody said from a name, a title or a term in quotation marks.

The marks alone do not say: «لن نكون في مهمة قتالية» is speech, «داعش» a name.
What stands before the marks, how they are tied to the report and the shape of
the words decide; in doubt it is a name, for an invented quotation is the worse error.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from sitegen.reading.speech.words import (
    ADJUNCTS,
    NAME_MAX,
    NAMING,
    PREPOSITIONS,
    RELATIVES,
    TITLED,
    TOWARD,
    UNREAL,
    word_set,
)

_DEFINITE = re.compile(r"(?:[وف]?(?:ال|بال|كال)|[وف]?لل)\w\w")
_OWNED = re.compile(r"\w{2,}(?:ها|هم|هما|نا)\Z")
_ACTION_NOUN = re.compile(r"(?:ت\w\wي\w|است\w{3,4}|[اإ]\w\wا\w)\Z")
_LATIN = re.compile(r"[a-z0-9.,'-]+\Z")
_TIED = re.compile(r"(?:ل(?!ل)|س?[يت])\w{3,}\Z|\w{2,}(?:ها|هم|نا)\Z")
_VERB = re.compile(r"(?:[يتن]\w{3}|ي\w{3,}|س[يتن]\w{3,})\Z")
_FUNCTION = ADJUNCTS | PREPOSITIONS | RELATIVES | UNREAL
#: Titles and names are rarely longer than this.
_TITLE_MAX = 6
_SPOKEN = word_set("spoken")
#: «من» asks only where it comes first: «نقش من هوازن» is a title.
_FROM = frozenset(("من",))
_DESCRIBING = word_set("describing")


class Place(Struct, frozen=True, gc=False):
    """How a pair of marks is tied to the sentence round it."""

    tie: str  # direct: right after أن, colon or verb · object: of the verb · inside: the clause · after
    link: str  # that | colon | quote | ''
    verb: str
    before: str  # light key of the word before the marks, '' after a colon
    glued: str  # preposition glued to the opening mark: بـ لـ
    linked: bool  # that preposition is the verb's own: «دعا إلى "…"»
    goes_on: bool  # the sentence goes on right behind the marks


def is_wording(words: Sequence[str], place: Place, named: bool) -> bool:
    """Say whether words in marks (as light keys) are somebody's wording.

    >>> from msgspec.structs import replace
    >>> inside = Place("inside", "that", "قال", "لتنظيم", "", False, False)
    >>> is_wording(["داعش"], inside, named=False)
    False
    >>> is_wording(["مرحلة", "جديدة"], replace(inside, before="لتباشر"), named=False)
    True
    >>> is_wording(["باب", "الحارة"], replace(inside, before="بعد"), named=False)
    False
    """
    count = len(words)
    if named or not count or all(_LATIN.match(word) for word in words):
        return False
    if place.tie == "direct" and place.link == "colon":
        return True
    if place.before in TITLED:
        return False
    names = place.before in NAMING or (words[0] in NAMING and not _DEFINITE.match(words[0]))
    placed = place.tie == "inside" and place.before in ADJUNCTS  # «في "مركز الفرات لعلاج الأورام السرطانية"»
    if names and (count <= NAME_MAX or placed) and words[0] not in _SPOKEN:
        return False
    if place.tie == "direct" and place.link == "quote":
        return True
    if place.tie == "object" and not _is_object(place):
        return False
    if count == 1:
        return place.tie == "object" and place.glued == "ب" and place.verb in _DESCRIBING
    if count <= 6 and all(_DEFINITE.match(word) for word in words):
        return False
    if place.tie == "direct" and (count >= 4 or not place.goes_on):
        return True
    if count >= 4:
        return count > _TITLE_MAX or _has_syntax(words)
    return _is_phrase(words)


def _has_syntax(words: Sequence[str]) -> bool:
    """Say whether words are held together by more than a name is: «أقوى من أي وقت مضى»."""
    inner = words[1:]
    return bool(_OWNED.match(words[0]) or _VERB.match(words[0])) or any(
        word in _FUNCTION or _TIED.match(word) for word in inner
    )


def _is_object(place: Place) -> bool:
    """Say whether marks after a verb without أن hold its object and not a place, a paper, a hearer."""
    return place.linked or (place.glued or place.before) not in TOWARD


def _is_phrase(words: Sequence[str]) -> bool:
    """Say whether two or three words are more likely said than a name.

    >>> [_is_phrase(p.split()) for p in ("مهمتها القتالية", "تاكيد الشراكة الاستراتيجية", "طوفان الاقصى")]
    [True, True, False]
    """
    first, last = words[0], words[-1]
    if first in _SPOKEN or _OWNED.match(first) or not (UNREAL - _FROM).isdisjoint(words[1:]):
        return True
    definite = [bool(_DEFINITE.match(word)) for word in words]
    if not any(definite):
        return last.endswith("ة") and first.endswith(("ة", "ات"))
    return len(words) == 3 and bool(_ACTION_NOUN.match(first)) and definite[1] and definite[2]
