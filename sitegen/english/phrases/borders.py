"""Where a noun phrase ends: whether what follows can still belong to it."""

from __future__ import annotations

import re

from sitegen.english.phrases.edges import (
    adverbial,
    called,
    changed,
    glued,
    no_person,
    quoted,
    relative_verb,
    unknown,
)
from sitegen.english.phrases.phrase import NP, OWN, head_of
from sitegen.english.words.grammar import apart, gloss, grammar, phrase_end, small
from sitegen.english.words.lookup import lookup
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import verb_form
from sitegen.english.words.word_forms import singular
from sitegen.model import Entity

#: It is one, whatever is told of it: «القانون رقم 12 المتعلق بالضرائب».
_NUMBERED = re.compile(r" No\. [\d/.–-]+(?: of \d{4})?$")


def whole(s: Sentence, np: NP) -> bool:
    """Say whether nothing after `np` can still belong to it, but for a preposition."""
    j = np.end
    if s.hard(j):
        return True
    if changed(s, j):
        return False
    if is_numbered(np):
        return True
    if _first_of(s, np, j):
        return False
    lists, key, word = grammar(), s.keys[j], s.tokens[j].light
    if np.kind == "event" and key in lists.approximations and gloss(lists.approximations, s, j, key):
        return False  # «وفاة ما لا يقل عن …»: of how many
    if np.kind == "event" and np.definite and word[0] == "ب" and "ب" in np.args:
        return False  # «الالتزام بإنهاء الدعم»: to what
    if _parted(s, np, j):
        return True
    if np.kind == "org" and np.entity is None and _called_on(np, word):
        return False
    if np.kind == "event" and head_of(np.en) in lists.sorts["announcing"] and head_of(np.en) != np.en:
        return False  # «إعلان عدد من الدول عزمها …»: of what
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


def _first_of(s: Sentence, np: NP, j: int) -> bool:
    """Say whether it is told at word `j` whose first one this is: «أول رحلة لشركة النيل»."""
    ranked = np.en.removeprefix("the ").startswith(tuple(grammar().sorts["ranks_of"]))
    return ranked and s.key(j)[:1] == "ل" and bool(lookup(s, j, "ل") or s.entities.get(j))


def is_numbered(np: NP) -> bool:
    """Say whether a phrase is one by its number, whatever is told of it."""
    return _NUMBERED.search(np.en) is not None


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


def _how_long(s: Sentence, j: int) -> bool:
    """Say whether word `j` counts two of something, and is no name: «إيقاف مدرب الفريق مباراتين»."""
    return any(hit.alone and hit.noun.kind in ("event", "measure") for hit in lookup(s, j, ""))


def like_a_club(s: Sentence, np: NP) -> bool:
    """Say whether one word that somebody plays against is a club's name: «فاز على الطلبة»، «مواجهة الشباب».

    A team, a guest or a rival is none.
    """
    if not s.sport or np.entity or np.proper or np.parts > 1 or not s.key(np.end - 1).startswith("ال"):
        return False
    bare = " " not in np.en or np.en.startswith("young ")
    return bare and singular(np.en) not in grammar().sorts["opposed"]


def solid(np: NP) -> bool:
    """Say whether a thing of this sort stays one whatever is said about it: a contract, a phone."""
    if np.whole:
        return not np.plural and np.en.rsplit(" ", 1)[-1] in grammar().solid
    head = head_of(np.en).rsplit(" ", 1)[-1]
    if np.kind in ("person", "org"):
        return head not in grammar().relational
    return head in grammar().solid or (np.plural and head != "events" and singular(head) in grammar().solid)
