"""A noun and what completes it, in English: «مشروع مياه» water project, «طريقة استعادة …» way to recover."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.phrases.phrase import NP, head_of
from sitegen.english.words import word_forms, wording
from sitegen.english.words.adjectives import demonyms
from sitegen.english.words.grammar import grammar
from sitegen.english.words.lookup import Hit
from sitegen.english.words.nouns import Noun
from sitegen.english.words.word_forms import singular

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
#: Two nouns of these kinds, put together word by word, may be no English.
_HEADS, _COMPLEMENTS = ("thing", "place", "org"), ("thing", "event")


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
    short = short and noun.en not in grammar().sorts["weights"]  # «طن حشيش» a tonne of it
    crash = noun.en in grammar().sorts["accidents"] and first in grammar().sorts["vehicles"]  # «تحطم مروحية»
    if crash or (short and noun.link == "of" and head_of(noun.en) == noun.en):
        return f"{first} {noun.en}{inside}{where}", infinitive
    plain = head_of(sub.en)
    tail = sub.en.removeprefix(plain)  # «خط أنابيب الغاز بين …»: gas pipeline between
    apart = more or " in " in noun.en or not (tail == "" or tail.startswith(_WHERE))
    apart = apart or (tail[:4] == " in " and tail.islower() and sub.kind == "event")  # «اتفاق خفض الإنتاج»
    if inner := "" if apart else _before(noun, replace(sub, en=plain)):
        return _put_before(noun.en, inner) + tail, infinitive
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
    between = "in" if lies_in(noun, sub) else _link_of(noun, sub)
    if sub.kind == "place" and head in grammar().happenings | grammar().visited:
        between = "in" if head in grammar().happenings else "to"  # «زيارة العراق»
    return " ".join(part for part in (head, between, inner) if part), infinitive


def _put_before(noun: str, inner: str) -> str:
    """Put what completes a noun before its last word.

    >>> _put_before("member of the committee", "budget"), _put_before("signing of an agreement", "peace")
    ('member of the budget committee', 'signing of a peace agreement')
    """
    of, last = noun.rsplit(" ", 1) if " of " in noun else ("", noun)
    told = f"{inner} {last}"
    if of.endswith((" a", " an")):
        of, told = of.rpartition(" ")[0], wording.a(told)
    return f"{of} {told}".strip()


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
    met = noun.en in grammar().sorts["bystanders"]  # «شاب جنوب نابلس»
    if not (noun.kind in ("place", "thing") or was or met) or sub.kind != "place":  # «غارة شمال سوريا»
        return False
    side = sub.en.split(" ", 1)[0].split("-", 1)[0].removesuffix("ern")
    known = side in grammar().sorts["sides"] and side != sub.en
    theirs = grammar().sorts["regions"]  # «الوضع في شمال سوريا» has its preposition
    return known and noun.en not in theirs and noun.en.rsplit(" ", 1)[-1] not in theirs


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
    if _owned(noun, sub):
        return " ".join(part for part in (f"{sub.en}'s", adjs, noun.en) if part)
    plain = sub.mass and sub.parts == 1 and not (sub.whole or sub.entity or " " in sub.en)
    return f"{adjs} {sub.en} {noun.en}".strip() if plain and noun.en in grammar().of_stuff else ""


def _owned(noun: Noun, sub: NP) -> bool:
    """Say whether English puts a name before what is its own: «تصريحات فلان» his remarks, "Apple's sales"."""
    named = sub.entity is not None and sub.proper and sub.parts == 1 and sub.en == sub.entity.en
    if sub.kind == "place" and (not sub.acts or sub.en in grammar().capitals):
        return False  # «مشاركة العراق» Iraq's; «أسهم أوروبا», «خطة باريس»
    plain = noun.link == "of" and " of " not in noun.en and not sub.en.endswith("s")
    return named and plain and noun.en.rsplit(" ", 1)[-1] in grammar().sorts["ones_own"]


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


def strange(noun: Noun, sub: NP, en: str) -> bool:
    """Say whether a thing, a place or a body "of" a common thing is no English: «أسماك الثلج» fish of snow.

    Amounts, parts and what is said of something may be of anything («أسعار الخضار»), so may most deeds.
    Nothing is of its own sort twice («برميل برميل»).
    """
    if " ".join([_last(noun.en)] * 2) in sub.en:
        return True
    common = sub.entity is None and not sub.proper and not sub.en[:1].isupper()
    if not common or sub.kind not in _COMPLEMENTS or not en.startswith(f"{noun.en} of "):
        return False
    head, sorts = _last(noun.en), grammar().sorts
    if noun.en in sorts["parts_of_events"] and sub.kind == "event":
        return False  # «حفل افتتاح الدورة الثامنة»
    return head in sorts["of_nothing"] or (noun.kind in _HEADS and head not in sorts["of_what"])


def _link_of(noun: Noun, sub: NP) -> str:
    """Return what stands between a noun and what completes it: a plan "for" a deed, and "of" a conference."""
    deed = sub.kind == "event" and _last(sub.en) not in grammar().sorts["gatherings"]
    return grammar().for_deeds.get(_last(noun.en), noun.link) if deed and noun.link == "of" else noun.link


def _last(en: str) -> str:
    return head_of(en).rsplit(" ", 1)[-1]
