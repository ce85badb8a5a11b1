"""What may complete a noun: «رئيس الوفد», and what only stands behind it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from sitegen.english.phrases.adjective import adjective
from sitegen.english.phrases.borders import like_a_club, whole
from sitegen.english.phrases.edges import glued
from sitegen.english.phrases.phrase import HUMAN, NP, head_of
from sitegen.english.phrases.phrase_parts import accusative, has_title, of_nation
from sitegen.english.phrases.wants import fits
from sitegen.english.words.adjectives import adjectives
from sitegen.english.words.grammar import gloss, grammar, small
from sitegen.english.words.lookup import NATION, Hit, lookup
from sitegen.english.words.nouns import Noun, nouns
from sitegen.english.words.tagging import Sentence, is_place
from sitegen.english.words.verbs import verb_form
from sitegen.english.words.word_forms import singular

#: What is told to be of one of many: "signing of a contract".
_ONE_OF_THEM = re.compile(r" of an? [a-z]+$")


#: What a toll is of, and is called violent itself.
_QUAKES = ("الزلزال", "الفيضان", "الاعصار", "الإعصار")


def takes_none(s: Sentence, hit: Hit) -> bool:
    """Say whether no idafa can follow: «مسلحون» keeps its nun, «اجتماع طارئ» has its adjective."""
    first, last = s.key(hit.end - 1 - len(hit.rest)), s.key(hit.end - 1)
    if hit.noun.plural and hit.noun.kind == "person" and first.endswith(("ون", "ين")):
        return True
    if any(form.noun.en == hit.noun.en for form in nouns(f"{first}ي")):
        return True  # «قاض» and «أراض» have lost their last letter
    return bool(hit.rest) and (last in adjectives() or last.removesuffix("ا") in adjectives())


def completes(s: Sentence, noun: Noun, sub: NP) -> bool:
    """Say whether `sub`, read right behind `noun`, completes it and can be told so."""
    if sub.owner:
        return False
    two = noun.plural and sub.alone and sub.plural  # «وزراء خارجية دولتين»
    if noun.open and not (two or sub.definite or sub.proper or noun.link == "" or (noun.verb and sub.plural)):
        return False
    if noun.kind == "event" and sub.definite and _ONE_OF_THEM.search(noun.en):
        return False  # «توقيع عقد الخدمة»: signing of the contract, not of a contract of it
    if noun.kind == "measure" or (sub.kind == "measure" and sub.parts > 1 and not noun.open):
        return False  # «ساعة أبل»: a watch, no hour; «عقود خام برنت 11 سنتا»: by 11 cents, not of them
    if _is_name(noun, sub) or _edition(s, noun, sub) or (noun.link == "against" and like_a_club(s, sub)):
        return False
    if noun.kind == "event" and sub.kind == "measure" and sub.parts == 1 and sub.plural and not sub.definite:
        return False  # «بعد توقف أشهر»: for months
    if noun.kind == "person" and not noun.open and (sub.kind == "measure" or sub.en.startswith("two ")):
        return False  # «سجن موظف عامين», «إيقاف لاعب مباراتين»: for so long
    if noun.en == "group" and sub.kind == "place":
        return False  # «جماعة الدار البيضاء»: the commune
    if noun.kind == "person" and noun.plural and sub.en in grammar().sorts["young"]:
        return False  # «أطباء شبان»: young doctors
    if noun.plural and sub.parts == 1 and sub.entity and _more(s, sub.end):
        return False  # «محافظات لحج و…»: the others are not known
    if _means_else(s, noun, sub):
        return False
    built = not sub.entity and head_of(sub.en).rsplit(" ", 1)[-1] in grammar().sorts["venues"]
    human = (sub.kind in HUMAN and not built) or sub.acts
    if (noun.link == "in" or noun.en == "control") and human:
        return False  # «تراجع الحكومة»: she backs down, nothing falls; «سيطرة الجيش»: it has control
    if sub.kind in HUMAN and sub.entity is None and not sub.plural and not whole(s, sub):
        return False  # the name goes on
    struck = human or sub.en.rsplit(" ", 1)[-1] in grammar().sorts["weapons"]
    if noun.link == "of" and noun.en in grammar().judged and struck:
        return False  # «إدانة السعودية»: she condemns, or is condemned; «قصف المدفعية»: it bombards
    if noun.verb in grammar().wielded and noun.link == "of" and _power(sub):
        return False  # «اعتقال قوات الاحتلال»: whom they arrest
    # «إصدار الهيئة تهديدا»: the threat is issued, not the authority
    return not (noun.verb and human and (accusative(s, sub.end) or noun.verb in grammar().deeds))


def _edition(s: Sentence, noun: Noun, sub: NP) -> bool:
    """Say whether an ordinal behind two nouns is that of the first: «معرض الكتاب الثامن» the eighth fair."""
    last = adjectives().get(s.key(sub.end - 1).removeprefix("ال")) if " " in sub.en else None
    held = noun.en.rsplit(" ", 1)[-1] in grammar().sorts["gatherings"]
    return held and last is not None and last.rank == 0 and sub.en.startswith(f"{last.en} ")


def _called_after(noun: Noun, sub: NP) -> bool:
    """Say whether a place in a town only bears a word as its name, or a club's: «حديقة النصر» of victory."""
    sorts = grammar().sorts
    if sub.en in sorts["namesakes"]:
        return sub.definite and (noun.kind in ("place", "org") or noun.en in sorts["bearing_names"])
    return noun.en in sorts["bearing_names"] and sub.kind == "org" and sub.proper and not sub.entity


def _means_else(s: Sentence, noun: Noun, sub: NP) -> bool:
    """Say whether a noun of this sense is not what stands before `sub`, or says something else of it."""
    if " " in noun.en and noun.en.rsplit(" ", 1)[-1] in grammar().sorts["accidents"] and sub.kind != "place":
        return True  # «سقوط طائرة تدريب»: it is the plane that is for training
    if noun.link == "against" and sub.entity and _more(s, sub.end):
        return True  # «مواجهة مصر والمغرب»: a match of the two
    if noun.en in grammar().sorts["called_after"] and sub.kind == "place" and not sub.en[:1].isupper():
        return False  # «معرض الصحراء»: on it, not in it
    if noun.en in grammar().whence and sub.kind not in HUMAN:
        return True  # «مصدر القذائف»: whence they come, nobody who speaks
    if noun.kind in HUMAN and of_nation(sub.en):
        return True  # «القائم بالأعمال العراقي»: he is Iraqi
    after = s.key(sub.end)
    if noun.en == "meeting" and _single(sub) and (after in small("meeting") or after[:1] == "ب"):
        return True  # «لقاء الرئيس بنظيره»: he meets
    if noun.en == "meeting" and sub.kind == "place" and sub.parts == 1:
        return True  # «اجتماع الرياض»: where; «لقاء المغرب»: whom they play
    if noun.en == "group" and sub.kind == "place" and sub.entity:
        return True  # «جماعة تطوان» is a commune
    if noun.en == "loss" and sub.kind == "person":
        return True  # «فقدان طفل»: he is missing
    if noun.en == "prevention" and (sub.kind in HUMAN or sub.kind == "place" or fits(sub, "vehicles")):
        return True  # «منع السفينة»: from what?
    if noun.en == "country" and _single(sub):
        return True  # «دولة رئيس الوزراء»: his title
    if noun.en == "management" and sub.kind != "org":
        return True  # «إدارة المباراة»: he referees it
    if noun.ruler == "emir" and sub.kind in ("place", "org") and not sub.acts:
        return True  # «أمير جدة» governs it, and is no emir; «أمير داعش» is no prince
    if noun.verb == "enforce" and not fits(sub, "enforced"):
        return True  # «تطبيق واتساب»: the app
    if _called_after(noun, sub):
        return True  # «شارع الورود»، «مستشفى السلام»: its name
    if noun.en in grammar().taken and (sub.kind in HUMAN or sub.kind == "place" or fits(sub, "homes")):
        return True  # «سرقة متحف»: nobody carried it off
    # «إصلاح خط الأنابيب»: it is repaired
    return noun.en in grammar().repaired and (sub.kind == "place" or fits(sub, "works"))


def listed_deed(s: Sentence, hit: Hit) -> str:
    """Return the infinitive of a phrase of the lists, «تعليق الدراسة» suspend classes, or '' if it has none.

    That of its first word does where the English begins with it: «تعزيز التعاون» strengthen cooperation.
    """
    noun = hit.noun
    if not hit.rest or noun.kind != "event" or " " in noun.verb:
        return noun.verb if hit.rest and " " in noun.verb else ""
    first = s.keys[hit.end - 1 - len(hit.rest)]
    for lead in ("", "ل", "ب", "و"):
        for form in nouns(first.removeprefix(lead)) if first.startswith(lead) else ():
            head = f"{form.noun.en} {form.noun.link} "
            if form.noun.verb and noun.en.startswith(head):
                return f"{form.noun.verb} {noun.en.removeprefix(head)}"
    return ""


def parted(s: Sentence, j: int, noun: Noun) -> bool:
    """Say whether word `j`, which is not understood, is no part of a phrase before it: «شاب بقذيفة»."""
    hurt = s.key(j)[:1] == "و" and s.key(j)[1:] in grammar().loss_nouns  # «مقتل جندي وإصابة …»
    died = gloss(grammar().manners, s, j, s.key(j)) is not None  # «وفاة سائح شنقا»
    return hurt or died or glued(s, j) != "" or has_title(s, j, noun) or _paired(s, j, noun)


def _paired(s: Sentence, j: int, noun: Noun) -> bool:
    """Say whether «و» and another of the same sort begins at word `j`: «جندي ومدني».

    «كاتب وشاعر» is one man.
    """
    for hit in lookup(s, j, "و") if s.key(j)[:1] == "و" else ():
        if hit.noun.kind == noun.kind and not hit.definite and not hit.owner:
            return noun.kind != "person" or {noun.en, hit.noun.en} <= grammar().sorts["apart"]
    return False


def of_both(s: Sentence, j: int, np: NP, more: NP) -> NP | None:
    """Join two deeds to one thing: «تطوير وتأهيل المساجد» the development and rehabilitation of them."""
    if np.kind != "event" or np.definite or np.proper or np.alone or " " in np.en or more.kind != "event":
        return None
    hits = (
        hit for lead in ("", "ل", "ب", "و") if s.key(j - 1).startswith(lead) for hit in lookup(s, j - 1, lead)
    )
    verb = next((hit.noun.verb for hit in hits if hit.end == j), "")
    if not verb or not (more.definite and more.whole and " of " in more.en):
        return None
    infinitive = f"{verb} and {more.infinitive}" if more.infinitive else ""
    return replace(more, en=f"{np.en} and {more.en}", infinitive=infinitive)


def halved(s: Sentence, j: int, np: NP, more: NP) -> bool:
    """Say whether one noun may complete two things: «مؤتمر ومعرض الحج», the Hajj conference as well."""
    sides = grammar().sorts["sides"]
    if np.en in sides and more.en.split(" ", 1)[0].removesuffix("ern") in sides and " " in more.en:
        return np.end == j and not np.definite  # «جنوب وغرب أم درمان»
    if np.kind not in ("event", "thing") or np.definite or np.plural or np.proper or np.alone or " " in np.en:
        return False
    if np.end != j or accusative(s, j - 1) or s.key(j).startswith("وال"):
        return False
    return more.definite and more.kind in ("event", "thing") and not more.entity


def both_of(s: Sentence, j: int, np: NP, more: NP) -> NP | None:
    """Return two things that one noun completes, None if English has no words for both."""
    if " of " in more.en:
        return replace(more, en=f"{np.en} and {more.en}", infinitive="")
    if np.en in grammar().sorts["sides"]:
        return replace(more, en=f"{np.en}ern and {more.en}")
    for hit in lookup(s, j, "و"):
        what, head, rest = f"{more.en} ".partition(f" {hit.noun.en} ")
        if head:
            return replace(more, en=f"{what} {np.en} and{head}{rest}".strip(), infinitive="")
    return None  # «قانون ومشروع الموازنة»: no law and draft budget


def _is_name(noun: Noun, sub: NP) -> bool:
    """Say whether `sub` is a name: «شركة أسواق فلان», «قوات بركان الغضب», «سلطان عمان فلان»."""
    if noun.wrapper and not noun.plural and not (sub.entity or sub.proper or sub.kind == noun.kind):
        return True
    if noun.kind == "event" and noun.en in grammar().bands and sub.entity is None and sub.kind not in HUMAN:
        return True  # «انقلاب حافلة», «غرق 40 منزلا»
    if noun.en in grammar().bands and sub.kind in ("event", "thing") and not sub.plural:
        return True
    return noun.kind == "person" and " of " in noun.en and sub.kind == "person" and not noun.open


def _power(sub: NP) -> bool:
    """Say whether a state or one of its bodies completes a noun: more likely who did it than to whom."""
    return sub.acts or (sub.kind == "org" and fits(sub, "wielders"))


def _single(sub: NP) -> bool:
    return sub.kind == "person" and not sub.plural


def stranger(noun: Noun) -> bool:
    """Say whether persons of this sort are nobody's: gunmen, soldiers; not the families of victims."""
    known = grammar().relational | grammar().somebodys
    return all(word not in known and singular(word) not in known for word in head_of(noun.en).split())


def _more(s: Sentence, j: int) -> bool:
    """Say whether more of the same sort may follow; «ومساندتها», its support, is no other place."""
    if s.key(j)[:1] != "و" or s.hard(j):
        return False
    return not any(more.owner for more in lookup(s, j, "و"))


def is_verb(s: Sentence, j: int, noun: Noun, sub: NP) -> bool:
    """Say whether the event `sub` behind a noun is what it does: «شاب غرق», «قافلة تدخل مضايا» it enters."""
    form = verb_form(s.key(j)) if sub.kind == "event" else None
    if form is None:
        return False
    now = "present" in (form.tense, form.other.tense if form.other else "")
    entered = now and any(map(is_place, s.entities.get(j + 1, ())))
    return entered or (noun.kind == "person" and not sub.definite)


def either(s: Sentence, j: int, head: NP, sub: NP) -> bool:
    """Say whether word `j` may describe a noun or what completes it: «نجل الرئيس السابق»."""
    one, other = adjective(s, j, head), adjective(s, j, sub)
    if one and not other and sub.fem and not sub.whole and s.keys[j - 1] in _QUAKES:
        return True  # «ارتفاع حصيلة الزلزال العنيف»: the earthquake is
    return one is not None and other is not None and one[1].rank < NATION and not sub.entity


def whose_name(noun: Noun, sub: NP) -> bool:
    """Say whether the name behind an office may be that of either: «شقيق الرئيس فلان»."""
    if noun.kind != "person" or noun.plural or sub.kind != "person" or sub.entity is None:
        return False
    return not sub.entity.known and sub.en != sub.entity.en


def vague(noun: Noun, np: NP) -> bool:
    """Say whether it is not clear who is meant."""
    if noun.en in ("head", "heads") and not np.definite and not np.whole and np.en.endswith(noun.en):
        return True  # «انتخاب رئيس جديد»: a head of what?
    return np.definite and np.en in grammar().twofold  # «المستشار فلان»: a judge, or somebody's adviser
