"""How an object may be told whose phrase is not read to its end.

«a contract» is true of a contract for anything, «the end of support» is not true of an end that the
text goes on to limit.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from sitegen.english.phrases.articles import shown
from sitegen.english.phrases.borders import is_numbered, solid, whole
from sitegen.english.phrases.edges import (
    changed,
    closed,
    ends_in_a_name,
    link_at,
    quoted,
    unknown,
)
from sitegen.english.phrases.phrase import NP, OWN, head_of
from sitegen.english.words.adverbs import skip
from sitegen.english.words.grammar import grammar, small
from sitegen.english.words.nouns import possessed
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.word_forms import singular
from sitegen.text.fold import match_key

#: What picks one out of many: true only with all its words.
_PICKED = re.compile(
    r"\b(?:first|only|biggest|most|best|worst|strongest|latest|last|all|highest|lowest|any)\b"
    r"|^the (?:second|third|(?:four|fif|six|seven|eigh|nin|ten)th|longest|oldest) "
)
#: «في البطولة الـ27 التي …»: there is one, whatever is told of it.
_EDITION = re.compile(r"\b\d+(?:st|nd|rd|th) ")
_FROM = match_key("من")
#: A name has so many words.
_NAME = 3
#: Of these there is one, whatever they belong to.
_ONCE = ("opening ", "closing ", "final ", "winning ")
_PICKS = (
    "the biggest", "the most", "the best", "the latest", "the first", "the only", "the last", "the highest",
    "the lowest", "the second", "the third", "the oldest", "the longest", "all ", "most ", "one of", "any ",
)  # fmt: skip


def settled(s: Sentence, np: NP, *, strict: bool = False, taken: str = "") -> NP | None:
    """Return `np` as it may be told, None where it would say something else.

    With `strict` (what is forbidden, ended, refused) it must be told to its last word.  What hangs on the
    preposition `taken` belongs to the verb.
    """
    complete = whole(s, np)
    if changed(s, np.end) or (strict and _is_cut(s, np, taken)):
        return None
    if np.entity is not None or is_numbered(np):
        return np if complete or np.kind != "person" else None
    picky, link = picks(np), link_at(s, skip(s, np.end)[0])
    if np.kind == "event" and np.whole and complete and not link and _past_a_name(s, np):
        return None  # «دخول الغواصة غرينفيل إلى الميناء»
    if taken and link == taken:
        link = ""
    if np.owner and s.key(np.end) in small("at_what") and not s.hard(np.end):
        return None  # «سعادته بما تحقق»
    if (picky or strict) and quoted(s, np.end) and np.end < len(s.tokens):
        return None
    if picky and not (s.hard(np.end) or (np.end in s.dates and s.key(np.end) not in grammar().spans)):
        return None  # «أول هجوم لها منذ …»: the first since then
    owned = np.owner and OWN not in np.en and np.kind == "event"
    if owned and not (complete and (not link or link in small("when"))):
        # «استنكاره الشديد لمثل …»، «اكتشافه ثغرة»
        return np if complete and _repeated(np) and not strict else None
    if complete and not link:
        return _limited(s, np, firm=strict or picky)
    adverbial = link in grammar().adverbial and link not in np.args
    if complete and adverbial and not (picky or strict):
        return _one(np)
    if np.whole and np.en.rsplit(" ", 1)[-1] in grammar().relational:
        return None  # «انتخاب رئيس ل…»: of what is left out
    if complete and not strict and (_heads(np) or (link == _FROM and _several(np))):
        return np
    called_so = np.kind == "org" and np.en[:1].isupper() and not complete  # «وزارة الصناعة والبناء»
    if strict or picky or called_so or np.kind == "person" or not solid(np):
        return None  # «مسؤول التفخيخ في داعش»: told as "an official" he is another man
    return _as_one_of_many(s, np, link, complete=complete)


def _is_cut(s: Sentence, np: NP, taken: str) -> bool:
    """Say whether more of a phrase stands behind it than is understood."""
    if s.key(np.end)[:1] == "و" and not s.hard(np.end) and _goes_on(s, np):
        return True
    asked = taken and s.key(np.end) == taken  # «حمل إسرائيل مسؤولية …»
    return not (asked or closed(s, np.end) or ends_in_a_name(s, np.end) or is_numbered(np))


def _as_one_of_many(s: Sentence, np: NP, link: str, *, complete: bool) -> NP | None:
    """Return a phrase of which something behind the preposition `link` is left out as it may be told."""
    staged = np.definite and (
        np.en.startswith(_ONCE) or np.en.rsplit(" ", 1)[-1] in grammar().sorts["stages"]
    )
    halved = link not in ("", "ل", "ب") and not possessed(s.key(np.end + 1))  # «إعفاء المدير من منصبه»
    if halved and np.whole and np.kind == "event" and not np.owner:
        return None  # «دخول منظومة الطب عن بعد حيز الاستغلال»: half of what was done
    full = np.owner or np.proper or np.whole or staged or " of the " in np.en
    return np if full or (complete and not np.definite) else _some(np)


def _goes_on(s: Sentence, np: NP) -> bool:
    """Say whether «و» joins more of the same: «تجريم الاعتداء والإساءة», «إدانته واستنكاره ل…»."""
    key = s.key(np.end)
    return key.startswith("وال") or (
        np.owner != "" and any(owner == np.owner for _, owner in possessed(key[1:]))
    )


def _past_a_name(s: Sentence, np: NP) -> bool:
    """Say whether a name that nobody knows stands between a deed and what it asks for."""
    j = np.end
    while j - np.end < _NAME and not s.hard(j) and unknown(s, j):
        j += 1
    return np.end < j and not s.hard(j) and link_at(s, j) in np.args


def _repeated(np: NP) -> bool:
    """Say whether somebody did a thing more than once: «تدريباته على الملعب» is training; no threats are."""
    return np.plural and np.en not in grammar().judged and singular(np.en) not in grammar().judged


def _heads(np: NP) -> bool:
    """Say whether a phrase counts persons, 41 defendants, or is a brand, Windows 10: they need no more."""
    brand = np.kind == "thing" and np.proper and np.en[:1].isupper() and np.parts == 1
    head = head_of(np.en).rsplit(" ", 1)[-1]
    known = grammar().relational | grammar().sorts["ranked"]
    return brand or (np.kind == "person" and np.en[:1].isdigit() and "%" not in np.en and head not in known)


def _limited(s: Sentence, np: NP, *, firm: bool) -> NP | None:
    """Tell a whole phrase, less of it where «الذي …» limits it; with `firm` that would say something else."""
    if s.hard(np.end) or s.key(np.end) not in grammar().relatives:
        return _one(np)
    if firm:
        return np if _EDITION.search(np.en) else None
    if np.plural and np.definite:
        return _some(np) if solid(np) else None
    named = np.entity is not None or np.en != np.en.lower()
    one = np.kind == "org" or np.en.startswith(_ONCE) or (np.kind != "person" and named)
    return _some(np) if np.definite and solid(np) and not one else _one(np)  # «الرجل الذي اتهم الوزير»: a man


def _several(np: NP) -> bool:
    """Say whether a phrase is of persons who need no more: «جنود من الحرس» are soldiers; members are not."""
    return np.kind == "person" and np.plural and not (np.definite or np.proper or np.owner) and solid(np)


def _one(np: NP) -> NP:
    """Tell one person without a name as "a figure"."""
    return shown(np) if np.kind == "person" and not np.plural else np


def _some(np: NP) -> NP:
    return replace(np, definite=False, loose=True)


def picks(np: NP) -> bool:
    """Say whether a phrase picks one out of many, itself or in what completes it."""
    return np.en.startswith(_PICKS) or _PICKED.search(np.en) is not None
