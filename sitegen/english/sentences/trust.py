"""Which facts are told at all: those whose words cannot easily mean something else.

Reading 400 sentences of unseen articles against their Arabic showed where the
false ones come from: bare common nouns taken out of a clause («spoke about the
committee»), and deeds of nobody in particular («shops recover»).  A fact that
names somebody, some country or some body stands on firmer ground; the rest is
left to the index card.
"""

from __future__ import annotations

import re

from sitegen.english.phrases.phrase import HUMAN, NP, OWN, head_of
from sitegen.english.phrases.wants import fits
from sitegen.english.sentences.reports import Fact
from sitegen.english.words.adjectives import demonyms
from sitegen.english.words.grammar import grammar

#: A topic of fewer words is a bare noun with an adjective.
_TOPIC = 3
#: A deed of somebody without a name is told in so many words.
_DEED = 3
#: What happens or is shown is told of as somebody is: a summit, a fire, a storm, an attack, a play.
_HAPPENINGS = ("gatherings", "fires", "quakes", "struck", "weather", "artworks")
_INDEX = "index"
_OF_IT = re.compile(r"^(?:the|an?) ")
_SMALL = frozenset(("the", "of", "and", "a", "an", "for", "in"))
#: «اتفق مع صالح … على أهمية …»: on what?
_AGREED = re.compile(r"\bagree[ds]? with (?!.*\b(?:on|to|that|about|over)\b)")
_WHOSE = ("his ", "her ", "their ", "its ")
#: «تستخدم طائراتها المسيرة»: its drones.
_OWN = 3
_NONE = ("there is no ", "there are no ", "there were no ")
_EMPTY = ("there is", "there are", "there was", "there were", "they ")


def trusted(fact: Fact, *, lede: bool = True, title: bool = False) -> bool:
    """Say whether a fact may be told; a title and the lede may say less, but a price its figure."""
    if OWN in fact.subject.full + fact.rest or _surnamed(fact) or _nothing(fact):
        return False
    if _AGREED.search(f"{fact.verb[0]} {fact.rest}"):
        return False
    if fact.subject.full.startswith(_WHOSE) or f"{fact.verb[0]} {fact.rest}" in grammar().sorts["hollow"]:
        return False  # «وأكد نظيره الأميركي»: whose?
    entity = fact.subject.entity
    if entity is not None and entity.kind == "place" and fact.kind in ("said", "topic", "about", "label"):
        return fact.kind == "label"  # «اليمن: المقاومة تطرد …»: where it happened, not who says so
    if fact.kind == "about":  # each phrase was weighed where it was read
        return not empty(fact.subject, fact.rest)
    if fact.kind == "speech" and _of_nothing(fact.rest):
        return False
    if fact.kind in ("topic", "label"):
        return _is_rich(fact) and not (fact.kind == "topic" and empty(fact.subject, fact.rest))
    if fact.kind == "said":
        bare = fact.rest.rsplit(" ", 1)[-1] in grammar().sorts["bare"] and len(fact.rest.split()) <= _DEED
        they = fact.subject.many and fact.rest.startswith("they ")  # «القوات إنها اعتقلت 7 شبان»
        return they or not (bare or fact.rest.startswith(_EMPTY)) or fact.rest.startswith(_NONE)
    won = fact.kind == "event" and fact.verb[0] == "win"
    if won and _OF_IT.sub("", fact.rest) in grammar().sorts["unnamed"]:
        return False  # «حصد رونالدو الجائزة»: which?
    counted = any(char.isdigit() for char in fact.subject.full + fact.rest)  # «12 people were killed»
    market = head_of(fact.subject.en).rsplit(" ", 1)[-1] in grammar().sorts["markets"]
    if market and not lede and (not counted or (_INDEX in fact.subject.en and not _names(fact.subject.full))):
        return False  # «مؤشر قطاع البنوك»: of which market?
    nothing = fact.rest.startswith("no reports of ")  # «لم ترد أنباء عن سقوط ضحايا»
    if fact.kind == "quote" or counted or market or nothing or _names(fact.subject.full) or _names(fact.rest):
        return True
    if title and fits(fact.subject, "gatherings") and len(fact.subject.en.split()) >= _DEED:
        return True  # «ملتقى السياحة المعرفية ينطلق»
    return _says_enough(fact, lede=lede, title=title)


def _says_enough(fact: Fact, *, lede: bool, title: bool) -> bool:
    """Say whether what somebody or something without a name does is told in enough words."""
    sure = fact.subject.kind in HUMAN or any(fits(fact.subject, sort) for sort in _HAPPENINGS)
    sure = sure and not fact.subject.en.startswith(("some ", "they"))
    least = _DEED - (title or lede)  # «شركة تطور مصباحا جديدا» is the story there
    least -= title and fact.rest in grammar().sorts["weather"]  # «الأرصاد تحذر من السيول»
    deed, _, within = fact.verb[0].removeprefix("be ").partition(" ")  # "leave interest rates unchanged"
    being = deed if fact.verb[0].startswith("be ") and within else ""
    words = f"{being} {within if being or title or lede else ''} {fact.rest}".split()
    full = len([word for word in words if word not in _SMALL])
    if title and fact.subject.kind == "thing" and full > _DEED - (" " in fact.subject.en):
        return True  # «ثغرة أمنية تهدد مستخدمي برنامج مشاهدة الأفلام»
    return sure and full >= least


def _is_rich(fact: Fact) -> bool:
    """Say whether what somebody spoke about says something by itself."""
    words = fact.rest.split()
    rich = fact.subject.entity is not None and sum(word not in _SMALL for word in words) >= _TOPIC
    return len(words) >= _TOPIC and (_names(fact.rest) or rich) and says_more(fact.rest)


def _of_nothing(rest: str) -> bool:
    """Say whether only a change is told and not of what.

    >>> _of_nothing("a rise of 14%"), _of_nothing("a rise of 14% in prices"), _of_nothing("growth in Egypt")
    (True, False, False)
    """
    changed, _, much = rest.partition(" of ")
    bare = head_of(changed) == changed and changed.rsplit(" ", 1)[-1] in grammar().sorts["changes"]
    return (
        bare and len(changed.split()) < _DEED + 1 and (not much or (much[0].isdigit() and " in " not in much))
    )


def empty(speaker: NP, rest: str) -> bool:
    """Say whether nobody in particular speaks about nothing in particular: «a company», «the deadline».

    >>> empty(NP(0, "company", "org"), "the deadline"), empty(NP(0, "company", "org"), "Google")
    (True, False)
    """
    if speaker.full.startswith(_WHOSE):
        return True  # «وقال نظيره الأميركي»
    named = speaker.entity is not None or speaker.definite or _names(speaker.full)
    return not (named or _names(rest) or any(char.isdigit() for char in rest))


def _nothing(fact: Fact) -> bool:
    """Say whether a deed is no news: who uses what is its own, what a dead man without a name did."""
    own = fact.rest.startswith(_WHOSE) and len(fact.rest.split()) <= _OWN
    dead = fact.subject.entity is None and "late" in fact.subject.en.split()  # «وعانى الفنان الراحل من …»
    verb = fact.verb[0]
    torn = verb in grammar().sorts["came_about"] and fact.rest.startswith("between ")  # «الملتقى الأول بين …»
    nameless = fact.subject.en.endswith(" of a club")  # «الفريق الأول بالنادي …»: of which one?
    priced = fact.subject.full.removeprefix("the ") in grammar().sorts["bare_prices"]  # «بلغ السعر …»
    before = fact.tense == "earlier" and not (fact.rest or fact.when.known)
    lost = verb in grammar().sorts["undergone_by"] or verb.removeprefix("be ") in grammar().losses.values()
    return (
        dead
        or (before and lost)  # «وكان تسعة لقوا حتفهم عندما ثار البركان نفسه»: not this time
        or nameless
        or priced
        or torn
        or (own and fact.kind == "event" and fact.verb[0] in grammar().sorts["emptied"])
    )


def _surnamed(fact: Fact) -> bool:
    """Say whether somebody is told by his country alone: «السوداني» is a man called so, or a club."""
    who, nations = fact.subject, demonyms().values()
    whom = f" {fact.rest}".rpartition(" the ")[2]
    alone = who.definite and not who.plural and who.en in nations
    return alone or (whom in nations and not whom.endswith("ese"))


def _names(words: str) -> bool:
    """Say whether a proper name or a nationality stands among the words.

    >>> _names("the withdrawal of US forces"), _names("the committee")
    (True, False)
    """
    return any(word[:1].isupper() for word in words.replace("(", " ").split())


def says_more(words: str) -> bool:
    """Say whether there is anything besides a name: «spoke about the Labour Ministry» tells nothing.

    >>> says_more("the Labour Ministry"), says_more("the Turkish move")
    (False, True)
    """
    return any(word[:1].islower() and word not in _SMALL for word in words.split())
