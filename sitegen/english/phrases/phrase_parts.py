"""Parts of noun phrases that need no reading ahead: names, idafa in English, what cannot go on."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from msgspec.structs import replace

from sitegen.english.phrases.edges import quoted
from sitegen.english.phrases.phrase import NP, head_of
from sitegen.english.phrases.together import link_of
from sitegen.english.words import word_forms, wording
from sitegen.english.words.adjectives import adjectives, demonyms
from sitegen.english.words.grammar import gloss, grammar, preposition, small
from sitegen.english.words.lookup import NATION, Hit, lookup
from sitegen.english.words.nouns import Noun
from sitegen.english.words.tagging import Known, Sentence
from sitegen.english.words.verbs import verb_form
from sitegen.english.words.word_forms import singular
from sitegen.model import Entity
from sitegen.text.fold import match_key

#: A title has at most so many words.
_TITLE = 12
#: A name in Latin letters, what may follow in it, and how many words it has.
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9+.']*")
_LATIN_ON = re.compile(r"[A-Za-z0-9+.']+")
_NAME = 4
#: Nouns that a deed completes as in "attempt to storm", "way to recover".
_TO_DO = {
    "attempt": "attempt",
    "attempts": "attempts",
    "method": "way",
    "methods": "ways",
    "decision": "decision",
    "project": "project",
    "opportunity": "opportunity",
}
#: What hangs on both nouns of a compound: "gas pipeline between the two".
_WHERE = (" between ", " in ", " from ", " coming ")
_IN_A_ROW = tuple(match_key("على التوالي").split())


@cache
def introducing() -> Set[str]:
    """Return the keys that stand before a noun or a name: determiners, numbers, titles."""
    known = grammar()
    return known.titles.union(known.determiners, known.numbers, known.approximations, known.scales)


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
    if s.key(j) == "اي" or gloss(grammar().approximations, s, j, s.key(j)):
        return False  # «وصول أي مساعدات», «وفاة ما لا يقل عن 17 طفلا»
    if s.key(j) in grammar().reasons:
        return True  # «ضربات ردا على …»
    return (
        preposition(s, j) is not None or s.key(j) in grammar().boundaries or j in s.dates or _verb_only(s, j)
    )


def _verb_only(s: Sentence, j: int) -> bool:
    """Say whether word `j` is a present form of a known verb and nothing else we know."""
    form = verb_form(s.key(j))
    return form is not None and form.tense != "past" and not lookup(s, j, "") and j not in s.entities


def completed(noun: Noun, sub: NP, *, more: bool = False) -> tuple[str, str]:
    """Join a noun and what completes it; the infinitive of an action noun as well.

    With `more` something else may complete it too, joined by «و».
    """
    kind = sub.plural and sub.kind == "thing" and not (sub.whole or sub.proper or sub.owner)
    used = sub.en if kind and noun.verb in grammar().sorts["using"] else sub.full  # «استخدام خلايا شمسية»
    infinitive = f"{noun.verb} {used}" if noun.verb else ""
    first, inside, where = sub.en.partition(" in ")  # «مشروع مياه في العراق»: water project in Iraq
    short = not (sub.definite or sub.proper or (sub.plural and not sub.mass) or " " in first)
    # «تصريحات وزير»: of a minister; «انطلاق مؤتمر»: of a conference
    short = short and (sub.mass or (sub.kind != "person" and noun.kind != "event"))
    if short and noun.link == "of" and head_of(noun.en) == noun.en:
        return f"{first} {noun.en}{inside}{where}", infinitive
    if noun.en in grammar().sorts["accidents"] and first in grammar().sorts["vehicles"]:
        return f"{first} {noun.en}{inside}{where}", infinitive  # «تحطم مروحية»
    plain = head_of(sub.en)
    tail = sub.en.removeprefix(plain)  # «خط أنابيب الغاز بين …»: gas pipeline between
    apart = more or " in " in noun.en or not (tail == "" or tail.startswith(_WHERE))
    apart = apart or (tail[:4] == " in " and tail.islower() and sub.kind == "event")  # «اتفاق خفض الإنتاج»
    if inner := "" if apart else _before(noun, replace(sub, en=plain)):
        of, last = noun.en.rsplit(" ", 1) if " of " in noun.en else ("", noun.en)  # member of the committee
        return f"{of} {inner} {last}{tail}".strip(), infinitive
    head = noun.en
    if head == "meeting" and sub.kind == "person" and not sub.plural:
        return f"{head} with {sub.full}", f"meet {sub.full}"  # «استبعد لقاء بوتين»
    if sub.infinitive and sub.parts == 1 and (done := _to_do(head, sub) or _planned(head, sub)):
        return done, ""
    if sub.entity and sub.en in demonyms() and _belongs(noun):
        return f"{demonyms()[sub.en]} {noun.ruler or head}", infinitive
    if noun.ruler and sub.kind == "place" and sub.entity and (sub.acts or noun.ruler != "emir"):
        head = noun.ruler
    listed = head.rsplit(" ", 1)[-1] in grammar().sorts["of_any"]
    any_of = sub.plural and sub.kind == "thing" and (listed or not sub.whole)  # "release of new tablets"
    any_of = any_of or (sub.plural and sub.entity is None and head.endswith(("number", "number of")))
    deed = sub.kind == "event" and sub.whole and " of the " in sub.en  # «تفاصيل زيارة الوزير»: of the visit
    inner = sub.en if (sub.stuff or any_of) and sub.definite and not (sub.proper or deed) else sub.full
    between = "in" if lies_in(noun, sub) else link_of(noun, sub)
    if sub.kind == "place" and head in grammar().happenings | grammar().visited:
        between = "in" if head in grammar().happenings else "to"  # «زيارة العراق»
    return " ".join(part for part in (head, between, inner) if part), infinitive


def _belongs(noun: Noun) -> bool:
    """Say whether a person of a country is of its nation: «ضيوف مصر» are not Egyptian."""
    return (
        noun.kind == "person"
        and noun.link == "of"
        and " of " not in noun.en
        and noun.en not in grammar().outsiders
    )


def lies_in(noun: Noun, sub: NP) -> bool:
    """Say whether `sub` only tells where one of many is: «قرية شمال العراق» a village in its north."""
    was = noun.kind == "event" and (noun.en in grammar().sorts["struck"] or not noun.verb)
    if not (noun.kind in ("place", "thing") or was) or sub.kind != "place":  # «غارة شمال سوريا»
        return False
    side = sub.en.split(" ", 1)[0].split("-", 1)[0].removesuffix("ern")
    known = side in grammar().sorts["sides"] and side != sub.en
    return known and noun.en.rsplit(" ", 1)[-1] not in grammar().sorts["regions"]


def of_two(hit: Hit) -> bool:
    """Say whether an adjective may be of the second noun of a listed phrase: «قيمة الصادرات الوطنية»."""
    thing = hit.noun.kind in ("thing", "event") and " of " in hit.noun.en
    return thing and hit.rest != () and hit.rest[-1].startswith("ال")


def _to_do(head: str, sub: NP) -> str:
    """Join a noun and a deed: «طريقة استعادة …» way to recover, «أهمية تعزيز …» of strengthening."""
    if head in _TO_DO:
        return f"{_TO_DO[head]} to {sub.infinitive}"
    link = grammar().by_doing.get(head, "")
    return f"{head} {link} {word_forms.gerund(sub.infinitive)}" if link and " " in sub.infinitive else ""


def _planned(head: str, sub: NP) -> str:
    """Join a plan and what is done by it: «اتفاق تبادل السجناء» agreement to exchange the prisoners."""
    aimed = head.rsplit(" ", 1)[-1] in grammar().sorts["aimed"] and " " in sub.infinitive
    return (
        f"{head} to {sub.infinitive}"
        if aimed and sub.infinitive.split(" ")[0] in grammar().sorts["planned"]
        else ""
    )


def compound(noun: Noun, sub: NP, adjs: str) -> str:
    """Join a noun and what completes it as in "wheat prices", "Hama airport"; '' where English does not."""
    if noun.en in grammar().sites and sub.entity and sub.kind == "place" and noun.kind == "place":
        tail = f"{adjs} {noun.en}".strip()
        return f"{sub.en} {wording.titled(tail) if adjs == 'international' else tail}"
    if noun.en in grammar().sorts["sides"] and sub.entity and sub.acts and sub.en not in grammar().capitals:
        return f"{noun.en}ern {sub.en}"  # «شمال تركيا» northern Turkey
    plain = sub.mass and sub.parts == 1 and not (sub.whole or sub.entity or " " in sub.en)
    return f"{adjs} {sub.en} {noun.en}".strip() if plain and noun.en in grammar().of_stuff else ""


def _before(noun: Noun, sub: NP) -> str:
    """Return what stands before a noun in English where Arabic has it behind: «برنامج كفاءة الطاقة».

    "energy efficiency programme", "hotel prices", but "freedom of expression"; '' where it does not.
    """
    common = (
        (sub.definite or sub.plural or " " in sub.en)
        and not (sub.proper or sub.entity or sub.owner)
        and sub.parts == 1
    )
    if noun.link != "of" or not common or noun.en.rsplit(" ", 1)[-1] not in grammar().compounding:
        return ""
    if head_of(noun.en) != noun.en and " of " not in noun.en:
        return ""  # "fall in prices"
    if sub.kind not in ("thing", "event") or head_of(sub.en) != sub.en or sub.en.count(" ") > 1:
        return ""
    if sub.mass or not sub.plural:
        return sub.en
    return singular(sub.en) if sub.plural and " " not in sub.en and sub.en.endswith("s") else ""


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
