"""Where a noun phrase ends: whether what follows can still belong to it, and what may then be told.

`whole` asks whether a phrase is complete.  `settled` decides how an object may be told when it is
not: «a contract» is true of a contract for anything, «the end of support» is not true of an end that
the text goes on to limit.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec.structs import replace

from sitegen import data
from sitegen.english.phrases.articles import shown
from sitegen.english.phrases.edges import (
    adverbial,
    called,
    changed,
    closed,
    ends_in_a_name,
    glued,
    link_at,
    no_person,
    quoted,
    relative_verb,
    unknown,
)
from sitegen.english.phrases.phrase import NP, OWN, head_of
from sitegen.english.words.adverbs import skip
from sitegen.english.words.grammar import apart, gloss, grammar, phrase_end, small
from sitegen.english.words.lookup import lookup
from sitegen.english.words.nouns import possessed
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import verb_form
from sitegen.model import Entity
from sitegen.text.fold import match_key

#: What picks one out of many: true only with all its words.
_PICKED = re.compile(
    r"\b(?:first|only|biggest|most|best|worst|strongest|latest|last|all|highest|lowest|any)\b"
    r"|^the (?:second|third|(?:four|fif|six|seven|eigh|nin|ten)th|longest|oldest) "
)
#: It is one, whatever is told of it: «القانون رقم 12 المتعلق بالضرائب».
_NUMBERED = re.compile(r" No\. [\d/.–-]+(?: of \d{4})?$")
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


def whole(s: Sentence, np: NP) -> bool:
    """Say whether nothing after `np` can still belong to it, but for a preposition."""
    j = np.end
    if s.hard(j):
        return True
    if changed(s, j):
        return False
    if _NUMBERED.search(np.en):
        return True
    lists, key, word = grammar(), s.keys[j], s.tokens[j].light
    if np.kind == "event" and key in lists.approximations and gloss(lists.approximations, s, j, key):
        return False  # «وفاة ما لا يقل عن …»: of how many
    if _parted(s, np, j):
        return True
    if np.kind == "org" and np.entity is None and _called_on(np, word):
        return False
    if word[:1] in "وف" and len(word) > 3 and (word[1:] in lists.boundaries or verb_form(key[1:])):
        return True
    if np.kind == "person" and word.startswith("لل") and "ل" in np.args:
        return False  # «الأمين العام للمجلس …»: of what
    if word[0] == "و" and np.parts > 1 and np.kind == "place" and np.proper:
        return False  # «الكويت والإمارات وعمان»: more of them, not understood
    if np.kind == "person" and np.definite and not np.plural and np.entity is None and word[:1] != "و":
        if verb_form(key) is not None or glued(s, j) != "" or _how_long(s, j):
            return True
        return s.key(j - 1).startswith("ال") and no_person(s, j)  # else the name of somebody unlists
    if np.infinitive.split(" ", 1)[0] in lists.sorts["giving"]:
        return False
    if np.kind == "event" and np.owner and OWN not in np.en and word[:1] not in "وف":
        return verb_form(key) is not None or glued(s, j) != ""  # «اكتشافه ثغرة»
    if (
        np.kind == "event"
        and np.whole
        and (np.definite or np.proper)
        and (lookup(s, j, "") or any(not known.lead for known in s.entities.get(j, ())))
    ):
        return False  # «محاولة الحوثيين استهداف …»: what was done, behind who did it
    return not _named_on(s, np, j) and _apart(s, np, j)


def _parted(s: Sentence, np: NP, j: int) -> bool:
    """Say whether word `j` is of no phrase before it: a date, a particle, a title, a reason."""
    lists, key, word = grammar(), s.keys[j], s.tokens[j].light
    if j in s.dates or key in lists.boundaries or word in lists.prepositions or adverbial(s, j, np.kind):
        return True
    if (np.alone and quoted(s, j)) or (word[0].isdigit() and apart(s, j, np.kind)):
        return True  # «مسرحية "النجم العالمي" إقبالا»
    if key in lists.reasons or phrase_end(lists.asides, s, j):
        return True
    return key in lists.titles and (np.entity is None or np.entity.kind != "person")


def _called_on(np: NP, word: str) -> bool:
    """Say whether the name of a body goes on: «المنظمة العربية للسياحة»، «وزارة الصحة والسكان»."""
    if word.startswith("لل") and np.en not in grammar().sorts["realms"]:
        return True
    return word.startswith("وال") and (head_of(np.en) != np.en or np.en.endswith("Ministry"))


def _named_on(s: Sentence, np: NP, j: int) -> bool:
    """Say whether a name goes on with word `j`: «أبل ووتش»، «القمر الصناعي محمد بن زايد سات»."""
    if np.kind == "org" and np.proper and np.parts == 1 and unknown(s, j):
        return True
    return np.definite and np.kind == "thing" and np.entity is None and solid(np) and called(s, j)


def _apart(s: Sentence, np: NP, j: int) -> bool:
    """Say whether word `j` by its form alone is no more of the phrase before it: nothing else told."""
    key, word = s.keys[j], s.tokens[j].light
    if np.definite or np.proper:
        near = (k.value for k in s.entities.get(j, ()) if k.lead not in ("ب", "ل"))
        same = any(isinstance(value, Entity) and value.kind == np.kind for value in near)
        alone = not word.startswith("ال") or (np.kind == "person" and no_person(s, j))
        return alone and not same
    if j and key.endswith("ا") and s.key(j - 1).endswith("ا"):
        return False  # «تفاؤلا حذرا»: its adjective
    if verb_form(key) is not None or (len(word) > 3 and word[:1] in "وبل" and word[1:3] == "ال"):
        return True
    return glued(s, j) != "" or relative_verb(key) or key in small("so_made")


def settled(s: Sentence, np: NP, *, strict: bool = False, taken: str = "") -> NP | None:
    """Return `np` as it may be told, None where it would say something else.

    With `strict` (what is forbidden, ended, refused) it must be told to its last word.  What hangs on the
    preposition `taken` belongs to the verb.
    """
    complete = whole(s, np)
    on = s.key(np.end)[:1] == "و" and not s.hard(np.end) and _goes_on(s, np)
    asked = taken and s.key(np.end) == taken  # «حمل إسرائيل مسؤولية …»
    cut = on or not (asked or closed(s, np.end) or ends_in_a_name(s, np.end) or _NUMBERED.search(np.en))
    if (changed(s, np.end) and not _placed(np)) or (strict and cut):
        return None
    if np.entity is not None or _NUMBERED.search(np.en):
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


def _placed(np: NP) -> bool:
    """Say whether a phrase names a place: «قندهار ثاني أكبر المدن» is Kandahar."""
    return np.entity is not None and np.kind == "place"


def _heads(np: NP) -> bool:
    """Say whether a phrase counts persons, 41 defendants, or is a brand, Windows 10: they need no more."""
    brand = np.kind == "thing" and np.proper and np.en[:1].isupper() and np.parts == 1
    head = head_of(np.en).rsplit(" ", 1)[-1]
    known = grammar().relational | grammar().sorts["ranked"]
    return brand or (np.kind == "person" and np.en[:1].isdigit() and "%" not in np.en and head not in known)


def _how_long(s: Sentence, j: int) -> bool:
    """Say whether word `j` counts two of something, and is no name: «إيقاف مدرب الفريق مباراتين»."""
    return any(hit.alone and hit.noun.kind in ("event", "measure") for hit in lookup(s, j, ""))


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


def like_a_club(s: Sentence, np: NP) -> bool:
    """Say whether one word that somebody plays against is a club's name: «فاز على الطلبة»، «مواجهة الشباب».

    A team, a guest or a rival is none.
    """
    if not s.sport or np.entity or np.proper or np.parts > 1 or not s.key(np.end - 1).startswith("ال"):
        return False
    bare = " " not in np.en or np.en.startswith("young ")
    return bare and singular(np.en) not in grammar().sorts["opposed"]


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


def solid(np: NP) -> bool:
    """Say whether a thing of this sort stays one whatever is said about it: a contract, a phone."""
    if np.whole:
        return not np.plural and np.en.rsplit(" ", 1)[-1] in grammar().solid
    head = head_of(np.en).rsplit(" ", 1)[-1]
    if np.kind in ("person", "org"):
        return head not in grammar().relational
    return head in grammar().solid or (np.plural and head != "events" and singular(head) in grammar().solid)


@lru_cache(maxsize=16384)
def singular(noun: str) -> str:
    """Return the singular of a regular plural.

    >>> [singular(w) for w in ("phones", "batteries", "matches", "children", "buses")]
    ['phone', 'battery', 'match', 'children', 'bus']
    """
    if (one := data.table("english/grammar")["singulars"].get(noun)) is not None:
        return str(one)
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-2] if noun.endswith(("ches", "shes", "sses", "xes")) else noun.removesuffix("s")
