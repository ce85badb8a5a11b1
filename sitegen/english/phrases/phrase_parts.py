"""Parts of noun phrases that need no reading ahead: names, titles, what cannot go on."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from msgspec.structs import replace

from sitegen.english.phrases.edges import quoted
from sitegen.english.phrases.phrase import NP, head_of
from sitegen.english.words.adjectives import adjectives, demonyms
from sitegen.english.words.adverbs import daytime
from sitegen.english.words.grammar import gloss, grammar, preposition, small
from sitegen.english.words.lookup import NATION, Hit, lookup
from sitegen.english.words.nouns import Noun
from sitegen.english.words.tagging import Known, Sentence
from sitegen.english.words.verbs import verb_form
from sitegen.model import Entity
from sitegen.text.fold import match_key

#: A title has at most so many words.
_TITLE = 12
#: A name in Latin letters, what may follow in it, and how many words it has.
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9+.']*")
_LATIN_ON = re.compile(r"[A-Za-z0-9+.']+")
_NAME = 4
_IN_A_ROW = tuple(match_key("على التوالي").split())


@cache
def introducing() -> Set[str]:
    """Return the keys that stand before a noun or a name: determiners, numbers, titles."""
    known = grammar()
    return known.titles.union(
        known.determiners, known.numbers, known.elevens, known.approximations, known.scales
    )


def called(entity: Entity) -> str:
    """Return the English name of somebody or something, that of a king with his rank: «الملك سلمان»."""
    king = entity.kind == "person" and match_key(entity.ar.split(" ")[0]) in small("kings")
    return f"King {entity.en}" if king and " of " in entity.en else entity.en


def name_phrase(entity: Entity) -> NP | None:
    """Return a known name as a phrase, with the article that English gives it."""
    en = called(entity).split(" (")[0]
    if not en:
        return None
    if entity.kind in ("place", "person") or en.startswith("University of "):
        needs = en in grammar().the or entity.kind == "org" or en.endswith((" camp", " crossing"))
    else:
        needs = not en.startswith("The ") and head_of(en).split(" ")[-1] in grammar().heads
    many = head_of(en).endswith(("s", "police", "Police")) and not en.endswith(("ss", "Nations"))
    plural = needs and entity.kind == "org" and many  # "the US Congress approves"
    return NP(0, en, entity.kind, definite=needs, proper=not needs, plural=plural, entity=entity)


def latin_name(s: Sentence, hit: Hit) -> NP | None:
    """Read a noun and its name in Latin letters, with the figures in it: «هاتف G4», «لعبة FIFA 15»."""
    noun, j = hit.noun, hit.end
    if noun.kind not in ("thing", "event") or noun.open or hit.owner:
        return None
    if s.hard(j) or not _LATIN.fullmatch(s.tokens[j].text):
        return None
    end, text = j + 1, s.tokens[j].text
    while end - j < _NAME and not s.hard(end) and _LATIN_ON.fullmatch(s.tokens[end].text):
        apart = " " if s.tokens[end].start > s.tokens[end - 1].end else s.gaps[end]
        text, end = f"{text}{apart}{s.tokens[end].text}", end + 1
    if noun.proper:  # «هاتفها الجديد Xperia»: its new phone Xperia
        return NP(end, f"{noun.en} {text}", noun.kind, proper=True)
    return NP(end, f"{text} {noun.en}", noun.kind, definite=True, plural=noun.plural, fem=noun.fem)


def of_nation(adjs: str) -> bool:
    """Say whether the only adjective is a nationality."""
    return adjs in demonyms().values()


def nameless_office(np: NP) -> bool:
    """Say whether `np` is an office without a name."""
    return np.kind == "person" and np.entity is None and np.definite and not np.plural


def accusative(s: Sentence, j: int) -> bool:
    """Say whether word `j` goes on without a mark and has the ending of an object: تهديدا."""
    return not s.hard(j) and s.key(j).endswith("ا")


def stops(s: Sentence, j: int) -> bool:
    """Say whether word `j` cannot complete an idafa."""
    key, known = s.key(j), grammar()
    if key == "اي" or gloss(known.approximations, s, j, key):
        return False  # «وصول أي مساعدات», «وفاة ما لا يقل عن 17 طفلا»
    if key in known.reasons or daytime(s, j):
        return True  # «ضربات ردا على …»، «حريق مساء أمس»
    return preposition(s, j) is not None or key in known.boundaries or j in s.dates or _verb_only(s, j)


def _verb_only(s: Sentence, j: int) -> bool:
    """Say whether word `j` is a present form of a known verb and nothing else we know."""
    form = verb_form(s.key(j))
    return form is not None and form.tense != "past" and not lookup(s, j, "") and j not in s.entities


def addressee(s: Sentence, j: int, np: NP) -> bool:
    """Say whether word `j` names to whom `np` spoke: a newspaper, an agency, what a mark follows."""
    word = s.key(j)[1:]
    if len(word) < 2 or word in grammar().media or f"ال{word[1:]}" in grammar().media:
        return True
    if told_to(s, j):
        return True  # «قال المصدر لشفق نيوز إن …»
    return s.gaps[j + 1] != "" and np.kind in ("person", "org")


def told_to(s: Sentence, j: int) -> int:
    """Return the word after an outlet that is told at word `j`, where what it is told follows; else 0."""
    for known in s.entities.get(j, ()):
        outlet = isinstance(known.value, Entity) and known.value.en.rsplit(" ", 1)[-1]
        if known.lead == "ل" and outlet in grammar().sorts["outlets"] and s.key(known.end) in small("that"):
            return known.end
    return 0


def all_quoted(s: Sentence, j: int) -> bool:
    """Say whether a name at word `j` ends with its quotation: not in «معرض "الفيصل.. شاهد وشهيد"»."""
    return any(quoted(s, known.end) for known in s.entities.get(j, ())) or any(
        (hit.noun.proper or hit.noun.en != hit.noun.en.lower()) and quoted(s, hit.end)
        for hit in lookup(s, j, "")
    )  # «تحديثات "ويندوز 10"»، «حماية "الآي فون"»


def has_title(s: Sentence, j: int, noun: Noun | NP) -> bool:
    """Say whether a title in quotation marks stands at word `j`, behind a work or an event."""
    return quoted(s, j) and head_of(noun.en).rsplit(" ", 1)[-1] in grammar().sorts["titled"]


def past_title(s: Sentence, np: NP) -> NP:
    """Take in what a work or an event is called in quotation marks: «مسرحية "النجم العالمي"» is a play."""
    if np.plural or np.owner or not has_title(s, np.end, np) or (np.definite and np.en != np.en.lower()):
        return np
    for end in range(np.end + 1, min(np.end + _TITLE, len(s.gaps))):
        if quoted(s, end):
            return replace(np, end=end, alone=True, definite=False)  # «المعرض "كذا"»: an exhibition
    return np


def past_nation(s: Sentence, known: Known, entity: Entity) -> int:
    """Return the word after the nationality behind a club or a town: «أرسنال الإنجليزي»."""
    key = s.key(known.end)
    if entity.kind == "person" or s.hard(known.end) or known.end in s.entities or not key.startswith("ال"):
        return known.end
    found = adjectives().get(key[2:])
    return known.end + (found is not None and found.rank == NATION and found.shape in ("m", "f"))


def in_a_row(s: Sentence, np: NP) -> NP:
    """Take in «على التوالي» behind an ordinal: the sixth loss in a row is not the sixth loss."""
    if (
        s.hard(np.end)
        or not s.follows(np.end, _IN_A_ROW)
        or grammar().ordinals.keys().isdisjoint(np.en.split())
    ):
        return np
    return replace(np, end=np.end + 2, en=f"{np.en} in a row")
