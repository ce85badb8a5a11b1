"""Where a noun phrase ends: whether what follows can still belong to it, and what may then be told.

`whole` asks whether a phrase is complete.  `settled` decides how an object may be told when it is
not: «a contract» is true of a contract for anything, «the end of support» is not true of an end that
the text goes on to limit.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from sitegen.english.adjectives import adjectives
from sitegen.english.adverbs import skip
from sitegen.english.articles import shown
from sitegen.english.grammar import apart, grammar, phrase_end, preposition
from sitegen.english.lookup import lookup
from sitegen.english.phrase import NP, OWN, head_of
from sitegen.english.tagging import Sentence
from sitegen.english.verbs import verb_form
from sitegen.model import Entity
from sitegen.text.fold import match_key

#: What a phrase that picks one out of many begins with: true only with all its words.
_AFFAIRS = match_key("لشؤون")
QUOTES = frozenset('"“”„«»‘’″')
_PICKED = re.compile(
    r"\b(?:first|only|biggest|most|best|worst|strongest|latest|last|all|highest|lowest|any)\b"
    r"|^the (?:second|third|(?:four|fif|six|seven|eigh|nin|ten)th|longest|oldest) "
)
_WHEN = frozenset(map(match_key, ("خلال", "بعد", "قبل", "منذ", "عقب", "أثناء", "أمام")))
_FROM = match_key("من")
#: Adverbial, and no preposition that a noun asks for.
_ASIDE = match_key("خلال")
_BY = frozenset(map(match_key, ("بنسبة", "بمقدار", "بواقع", "بنحو")))
_PICKS = (
    "the biggest", "the most", "the best", "the latest", "the first", "the only", "the last", "the highest",
    "the lowest", "the second", "the third", "the oldest", "the longest", "all ", "most ", "one of", "any ",
)  # fmt: skip


def changed(s: Sentence, j: int) -> bool:
    """Say whether word `j` turns the phrase before it into something else: planned, former, alleged, fake."""
    return not s.hard(j) and s.key(j).removeprefix("ال") in _changing()


@cache
def _changing() -> frozenset[str]:
    endings = ("", "ه", "ا", "ين", "ون", "ان", "ات", "تين")
    return frozenset(word + ending for word in grammar().changers for ending in endings)


def closed(s: Sentence, j: int) -> bool:
    """Say whether word `j` begins something new: a mark, a particle, where and when, a verb, «and»."""
    j, _ = skip(s, j)
    key = s.key(j)
    if s.hard(j) or j in s.dates or key in grammar().boundaries or preposition(s, j) or verb_form(key):
        return True
    if key in grammar().reasons:
        return True  # «أنهى تحضيراته استعدادا ل…»
    return key[:1] in ("و", "ف") or glued(s, j) != "" or (key[:1].isdigit() and apart(s, j, "event"))


def _ends_in_a_name(s: Sentence, j: int) -> bool:
    """Say whether a person's name ends before word `j`: what follows says who he is, «فلان مؤسس …»."""
    found = (k for at in range(max(j - 4, 0), j) for k in s.entities.get(at, ()) if k.end == j)
    return any(isinstance(k.value, Entity) and k.value.kind == "person" for k in found)


def whole(s: Sentence, np: NP) -> bool:
    """Say whether nothing after `np` can still belong to it, but for a preposition."""
    j = np.end
    if changed(s, j):
        return False
    if s.hard(j) or j in s.dates or s.key(j) in grammar().boundaries or preposition(s, j):
        return True
    word = s.tokens[j].light
    if (np.alone and quoted(s, j)) or (word[0].isdigit() and apart(s, j, np.kind)):
        return True  # «مسرحية "النجم العالمي" إقبالا»
    if s.key(j) in grammar().reasons or phrase_end(grammar().asides, s, j):
        return True
    if s.key(j) in grammar().titles and (np.entity is None or np.entity.kind != "person"):
        return True
    if np.kind == "org" and np.entity is None and word.startswith("لل"):
        return False  # «المنظمة العربية للسياحة»: the name goes on
    if word[:1] in "وف" and len(word) > 3 and (word[1:] in grammar().boundaries or verb_form(s.key(j)[1:])):
        return True
    if np.kind == "person" and np.definite and not np.plural and np.entity is None and word[:1] != "و":
        if verb_form(s.key(j)) is not None or glued(s, j) != "":
            return True
        return s.key(j - 1).startswith("ال") and _no_person(s, j)  # else the name of somebody unknown
    if np.kind == "event" and np.owner and OWN not in np.en and word[:1] not in "وف":
        return verb_form(s.key(j)) is not None or glued(s, j) != ""  # «اكتشافه ثغرة»
    if (
        np.kind == "event"
        and np.whole
        and (np.definite or np.proper)
        and (lookup(s, j, "") or any(not known.lead for known in s.entities.get(j, ())))
    ):
        return False  # «محاولة الحوثيين استهداف …»: what was done, behind who did it
    if np.kind == "org" and np.proper and np.parts == 1 and _unknown(s, j):
        return False  # «أبل ووتش»: the name goes on
    if np.definite and np.kind == "thing" and np.entity is None and solid(np) and _called(s, j):
        return False  # «القمر الصناعي محمد بن زايد سات»
    if np.definite or np.proper:
        same = any(isinstance(k.value, Entity) and k.value.kind == np.kind for k in s.entities.get(j, ()))
        alone = not word.startswith("ال") or (np.kind == "person" and _no_person(s, j))
        return alone and not same
    if j and s.key(j).endswith("ا") and s.key(j - 1).endswith("ا"):
        return False  # «تفاؤلا حذرا»: its adjective
    if verb_form(s.key(j)) is not None or (len(word) > 3 and word[:1] in "وبل" and word[1:3] == "ال"):
        return True
    return glued(s, j) != "" or _relative_verb(s.key(j))


def _no_person(s: Sentence, j: int) -> bool:
    """Say whether a deed begins at word `j`, no name and no office: «بحث مع نظيره العراقي العلاقات …»."""
    if j in s.entities:
        return False
    hits = lookup(s, j, "")
    known = s.key(j).startswith("ال") and s.key(j)[2:] not in adjectives()
    return {hit.noun.kind for hit in hits} == {"event"} and (known or all(hit.rest for hit in hits))


def settled(s: Sentence, np: NP, *, strict: bool = False, taken: str = "") -> NP | None:
    """Return `np` as it may be told, None where it would say something else.

    With `strict` (what is forbidden, ended, refused) it must be told to its last word.  What hangs on the
    preposition `taken` belongs to the verb.
    """
    complete = whole(s, np)
    on = s.key(np.end).startswith("وال") and not s.hard(np.end)  # «تجريم الاعتداء والإساءة»
    cut = on or not (closed(s, np.end) or _ends_in_a_name(s, np.end))
    if (changed(s, np.end) and not _placed(np)) or (strict and cut):
        return None
    if np.entity is not None:
        return np if complete or np.kind != "person" else None
    picky, link = picks(np), _link(s, skip(s, np.end)[0])
    if taken and link == taken:
        link = ""
    if (picky or strict) and quoted(s, np.end) and np.end < len(s.tokens):
        return None
    if picky and not (s.hard(np.end) or (np.end in s.dates and s.key(np.end) not in grammar().spans)):
        return None  # «أول هجوم لها منذ …»: the first since then
    if (
        np.owner
        and OWN not in np.en
        and np.kind == "event"
        and not (complete and (not link or link in _WHEN))
    ):
        # «استنكاره الشديد لمثل …»، «اكتشافه ثغرة»; «تدريباته على الملعب» is training all the same
        plain = np.en not in grammar().judged and singular(np.en) not in grammar().judged  # no threats
        return np if complete and np.plural and plain and not strict else None
    if complete and not link:
        return _limited(s, np, firm=strict or picky)
    adverbial = link in grammar().adverbial and link not in np.args
    if complete and adverbial and not (picky or strict):
        return _one(np)
    if np.whole and np.en.rsplit(" ", 1)[-1] in grammar().relational:
        return None  # «انتخاب رئيس ل…»: of what is left out
    if complete and not strict and (_heads(np) or (link == _FROM and _several(np))):
        return np
    if strict or picky or np.kind == "person" or not solid(np):
        return None  # «مسؤول التفخيخ في داعش»: told as "an official" he is another man
    full = np.owner or np.proper or np.whole or " of the " in np.en  # «مصدر القذائف»: its source, not one
    return np if full or (complete and not np.definite) else _some(np)


def _placed(np: NP) -> bool:
    """Say whether a phrase names a place: «قندهار ثاني أكبر المدن» is Kandahar."""
    return np.entity is not None and np.kind == "place"


def _heads(np: NP) -> bool:
    """Say whether a phrase counts persons who need no more: «41 متهما بالإرهاب» are 41 defendants."""
    head = head_of(np.en).rsplit(" ", 1)[-1]
    known = grammar().relational | grammar().sorts["ranked"]
    return np.kind == "person" and np.en[:1].isdigit() and "%" not in np.en and head not in known


def _limited(s: Sentence, np: NP, *, firm: bool) -> NP | None:
    """Tell a whole phrase, less of it where «الذي …» limits it; with `firm` that would say something else."""
    if s.hard(np.end) or s.key(np.end) not in grammar().relatives:
        return _one(np)
    if firm:
        return None
    if np.plural and np.definite:
        return _some(np) if solid(np) else None
    told = np.definite and np.kind == "person" and solid(np)  # «الرجل الذي اتهم الوزير»: a man
    return _some(np) if told else _one(np)


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


def singular(noun: str) -> str:
    """Return the singular of a regular plural.

    >>> [singular(w) for w in ("phones", "batteries", "matches", "children")]
    ['phone', 'battery', 'match', 'children']
    """
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-2] if noun.endswith(("ches", "shes", "sses", "xes")) else noun.removesuffix("s")


def _link(s: Sentence, j: int) -> str:
    """Return the preposition at word `j`, a word of its own or a letter glued on; '' if none stands there."""
    if s.hard(j) or j in s.dates:
        return ""
    word = s.key(j)
    if phrase_end(grammar().asides, s, j):
        return _ASIDE
    if word in _BY or (word[0] == "ب" and word[1:2].isdigit()):
        return ""  # by how much: true without it
    if word[0] == "ل" and (so := verb_form(word[1:])) and so.tense == "present":
        return ""  # «ترمم تراثها لتستقطب …»: what for
    found = preposition(s, j) or glued(s, j)
    if found or word[:1] not in ("ل", "ب") or len(word) < 4 or j in s.entities:
        return found
    return "" if lookup(s, j, "") or verb_form(word) or word in grammar().boundaries else word[0]


def quoted(s: Sentence, j: int) -> bool:
    """Say whether a quotation mark stands before word `j`: a title or a name begins or ends there."""
    return j < len(s.gaps) and not QUOTES.isdisjoint(s.gaps[j])


def glued(s: Sentence, j: int) -> str:
    """Return ل or ب when word `j` is that letter and a noun: «لاستخدام …», «بالمجان»."""
    word = s.key(j)
    letter = word[:1]
    if word == _AFFAIRS or word in _BY:
        return letter
    if letter not in ("ل", "ب") or word in grammar().boundaries:
        return ""
    if len(word) < 4:
        return letter if word[1:].isdigit() else ""
    if word.startswith(("لل", "بال")) or word[1].isdigit():
        return letter
    return letter if not lookup(s, j, "") and (lookup(s, j, letter) or _named(s, j, letter)) else ""


def _named(s: Sentence, j: int, letter: str) -> bool:
    return any(known.lead == letter for known in s.entities.get(j, ()))


def _unknown(s: Sentence, j: int) -> bool:
    """Say whether word `j` is none that we know: no noun, verb, name or date; a figure counts as none."""
    key = s.key(j)
    if j in s.entities or j in s.dates or key[:1] in ("و", "ف", "ب", "ل") or verb_form(key):
        return False
    return (
        key[:1].isdigit()
        or key.isascii()
        or not (key.startswith("ال") or lookup(s, j, "") or key in adjectives())
    )


def _called(s: Sentence, j: int) -> bool:
    """Say whether somebody's name stands at word `j`, after whom a thing may be called."""
    named = (k.value for k in s.entities.get(j, ()) if not k.lead)
    return any(isinstance(value, Entity) and value.kind == "person" for value in named)


def _relative_verb(key: str) -> bool:
    """Say whether a word is a known verb with a pronoun behind it: «تديره»."""
    stem = next((key[: -len(end)] for end in ("ها", "هم", "ه") if key.endswith(end)), "")
    form = verb_form(stem) if len(stem) > 2 else None
    return form is not None and form.tense == "present"
