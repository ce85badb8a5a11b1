"""What stands between two names, on either side: who acts, who suffers, who gets something."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from sitegen import data
from sitegen.english.gate import places
from sitegen.english.gate.anchors import Anchor, nouns
from sitegen.english.gate.sides import Pair
from sitegen.english.gate.tables import has_form, keys, listed, phrases
from sitegen.english.words.verbs import english_forms, verb_form
from sitegen.english.words.word_forms import gerund, third
from sitegen.text.nationalities import nationality
from sitegen.text.tokens import stems

ACTS, SUFFERS, GETS, LOSES = "acts", "suffers", "gets", "loses"
_APPOSITION = re.compile(r"\A[^,]{0,30},[^,]{1,60},")
_REACH = 7  # words between the verb and either name
_BEFORE = 3  # Arabic words before a name that say what it is there for
_LISTS = ("takes", "gives", "receives", "wins", "says")
_LONG = 5  # letters of a verb that is on no list
_LATER = 12  # words from who speaks to what is said
_SUBJECT = 3  # words from the verb to its subject


@cache
def verbs(name: str) -> frozenset[str]:
    """Return the verbs of a list in all their forms; "verbs" are those that do something to somebody."""
    specs = [*listed("agents.words", name)]
    if name == "verbs":
        specs += [spec for more in _LISTS for spec in listed("agents.words", more)]
        specs += [row[2] for row in data.rows("english/verbs")]
    forms = {english_forms(spec) for spec in specs}
    told = (form for three in forms for form in (*three, third(three[0]), gerund(three[0])))
    return frozenset(form.partition(" ")[0] for form in told)


@cache
def bases() -> frozenset[str]:
    """Return the verbs as they are named, which may be nouns: head, state, side."""
    return _parts(0) - _parts(1)


@cache
def participles() -> frozenset[str]:
    """Return the participles of the verbs."""
    return _parts(2)


def _parts(which: int) -> frozenset[str]:
    specs = (*listed("agents.words", "verbs"), *(row[2] for row in data.rows("english/verbs")))
    return frozenset(english_forms(spec)[which].partition(" ")[0] for spec in specs)


def between(pair: Pair, left: Anchor, right: Anchor) -> list[str]:
    """Return the English words between two names."""
    return [w.low for w in pair.words[left.last : right.first]]


def relation(pair: Pair, left: Anchor, right: Anchor) -> str:
    """Say what the left one does to the right one in the English, "" for nothing that is sure."""
    words = between(pair, left, right)
    if len(words) > _REACH or _marked(pair, left, right):
        return ""
    if _turned(words):
        return SUFFERS
    at = _verb(pair, left, words)
    if at is None or not listed("agents.words", "breaks").isdisjoint(words):
        return ""
    led = words[: at - (words[at - 1] == "to")] if at else []
    if not listed("agents.words", "links").isdisjoint(led):
        return ""  # the friend of A met B
    if not listed("agents.words", "be").isdisjoint(words[:at]) and not words[at].endswith("ing"):
        return ""  # A was met
    if "from" in words and words[at] in verbs("receives"):
        return GETS
    if "from" in words and words[at] not in verbs("takes"):
        return ""
    return ACTS


def acting(pair: Pair, subject: Anchor) -> int | None:
    """Return where the verb is of what the English subject does, None where it suffers or is not sure."""
    words = [w.low for w in pair.words[subject.last : subject.last + _REACH]]
    at = _verb(pair, subject, words)
    if at is None or not (listed("agents.words", "links") | listed("agents.words", "breaks")).isdisjoint(
        words[:at]
    ):
        return None
    if not listed("agents.words", "be").isdisjoint(words[:at]) and not words[at].endswith("ing"):
        return None
    turned = any(tuple(words[at : at + len(p)]) == p for p in phrases("agents.words", "turned"))
    return None if turned else subject.last + at


def is_doer(pair: Pair, anchor: Anchor, verb: int) -> bool:
    """Say whether what the verb says was done by this one: "has been freed on bail by British police"."""
    words = [w.low for w in pair.words[verb : anchor.first]]
    if "by" not in words:
        return False
    before = words[: len(words) - 1 - words[::-1].index("by")]
    told = [n for n, low in enumerate(before) if low in participles() or low.endswith("ed")]
    passive = told[-1:] == [0] and before[1:2] != ["to"]  # "arrested by", but "objected to a plan by"
    return passive or (bool(told) and not listed("agents.words", "be").isdisjoint(before))


def has_own_verb(pair: Pair, anchor: Anchor) -> bool:
    """Say whether a name is the subject of a clause of its own: "as Israel bombs …"."""
    lows = [w.low for w in pair.words[max(0, anchor.first - 2) : anchor.first] if w.low != "the"]
    before = lows[-1] if lows else ""
    after = [w.low for w in pair.words[anchor.last : anchor.last + _SUBJECT]]
    return before in listed("agents.words", "clause") and not verbs("verbs").isdisjoint(after)


def _verb(pair: Pair, left: Anchor, words: list[str]) -> int | None:
    """Return which word is the verb; the noun behind a nationality is none: «Saudi side»."""
    nation = places.is_nation(pair.words[left.last - 1].low, left.ids)
    return next((n for n in range(len(words)) if _is_verb(words, n, nation=nation)), None)


def _is_verb(words: list[str], n: int, *, nation: bool) -> bool:
    """Say whether word `n` behind a name is a verb: one of the list, any past, any "-s" before an object."""
    low = words[n]
    if low in listed("agents.words", "no_verbs"):
        return False
    if low in verbs("verbs"):
        return not (low in bases() and _is_noun(words, n, nation=nation))
    if len(low) >= _LONG and low.endswith("ed"):
        return True
    third_person = len(low) >= _LONG and low.endswith("s") and not low.endswith("ss")
    after = words[n + 1 : n + 2]
    return (
        third_person
        and not (n == 0 and nation)
        and (not after or after[0] in listed("agents.words", "behind_a_verb"))
    )


def _is_noun(words: list[str], n: int, *, nation: bool) -> bool:
    """Say whether a verb as it is named may as well be a noun: «Saudi side», Tennessee State head coach."""
    if words[n] in verbs("wins"):
        return False
    if n == 0:
        return nation or (len(words) > 1 and words[1] in bases())
    return words[n - 1] not in listed("agents.words", "before_a_base") and not words[n - 1].endswith(
        ("s", "ly")
    )


def _turned(words: list[str]) -> bool:
    """Say whether the left one suffers: "was received in Doha by", "under fire from", "defeat to"."""
    bare = [low for low in words if low not in ("the", "a", "an") and not low[0].isdigit()]
    if any(tuple(bare[-len(p) :]) == p for p in phrases("agents.words", "turned")):
        return True
    if bare[-1:] != ["by"] or not _is_passive(words[:-1]):
        return False
    bare = [low for low in bare if low not in listed("agents.words", "be")]
    told = next((n for n in range(len(bare)) if _is_verb(bare, n, nation=False)), None)
    if told is None or not (bare[told] in participles() or bare[told].endswith("ed")):
        return False
    return listed("agents.words", "breaks").isdisjoint(bare[told:-1])


def _is_passive(words: list[str]) -> bool:
    """Say whether the words before a "by" are a passive: "was received in Doha", "shot dead"."""
    be = next((n for n, low in enumerate(words) if low in listed("agents.words", "be")), None)
    if be is not None and be <= _BEFORE:
        return True
    told = [n for n, low in enumerate(words) if low in participles() or low.endswith("ed")]
    return bool(told) and len(words) - 1 - told[0] <= 1 and words[-1] != "the"


def _marked(pair: Pair, left: Anchor, right: Anchor) -> bool:
    """Say whether a comma, a quotation or the like parts them; an apposition does not."""
    gap = pair.english[pair.words[left.last - 1].end : pair.words[right.first].start]
    start = pair.words[left.first].start
    if gap.startswith(",") and "," in pair.english[:start]:
        gap = gap[1:]
    gap = _APPOSITION.sub("", gap)
    if gap.startswith(("-", "\u2010", "\u2011")):
        return True  # Iran-backed
    return any(mark in gap for mark in ',;:()"\u201c\u201d')


def arabic_relation(pair: Pair, first: int, second: int) -> str:
    """Say what the Arabic has the word at `first` do to the later one at `second`."""
    near = [t.key for t in pair.tokens[max(first + 1, second - _BEFORE) : second]]
    if any(key in keys("agents.words", "by_arabic") for key in near):
        return SUFFERS
    if any(a == "من" and b in keys("agents.words", "by_after") for a, b in pairwise(near)):
        return SUFFERS
    window = pair.tokens[max(0, first - _BEFORE) : second]
    if "امام" in near and any(has_form(t.key, "agents.words", "loses_arabic") for t in window):
        return LOSES
    if "من" in near and any(has_form(t.key, "agents.words", "gets_arabic") for t in window):
        return GETS
    return ACTS


def gives(pair: Pair, first: int, second: int) -> bool:
    """Say whether the Arabic has the first one give something."""
    window = pair.tokens[max(0, first - _BEFORE) : second]
    return any(has_form(t.key, "agents.words", "gives_arabic") for t in window)


def wins(words: list[str]) -> bool:
    """Say whether English words tell of a win: beat, "win over"."""
    return not verbs("wins").isdisjoint(words)


def speaks(pair: Pair, anchor: Anchor) -> bool:
    """Say whether the English says what this one said: "…, Ukraine said"."""
    near = pair.words[max(0, anchor.first - 3) : anchor.first] + pair.words[anchor.last : anchor.last + 3]
    return any(w.low in listed("speakers", "english") for w in near)


def closes(pair: Pair, anchor: Anchor) -> bool:
    """Say whether a name closes the sentence with a verb of its own: "…, the European Court has ruled"."""
    comma = pair.english.rfind(",")
    if not 0 <= comma < pair.words[anchor.first].start or len(pair.words) - anchor.last > _REACH:
        return False
    return any(_is_verb([w.low], 0, nation=False) for w in pair.words[anchor.last :])


def surely(pair: Pair, first: Anchor, second: Anchor) -> bool:
    """Say whether the Arabic begins with `first` doing something to `second`: «استقبل الأمير الوزير»."""
    gap = pair.tokens[first.until + 1 : second.at]
    if not (is_subject(pair, first) and first.sure and second.sure):
        return False
    told = any(verb_form(t.key) for t in pair.tokens[: first.at])
    more = sum(verb_form(t.key) is not None for t in gap) > (not told)  # «الصين ترد على …»
    broken = any(t.key[:1] == "و" or t.key in keys("agents.words", "relative") for t in gap)
    return not (more or broken or second.led)


def is_means(pair: Pair, at: int) -> bool:
    """Say whether the Arabic word is only by whose doing it came: «بهدف لاوتارو»."""
    return any(t.key in keys("agents.words", "means_arabic") for t in pair.tokens[max(0, at - _BEFORE) : at])


def _is_title(pair: Pair, n: int) -> bool:
    """Say whether an Arabic word before a name may be its title or nationality: «وزير الخارجية السعودي»."""
    forms = frozenset().union(*nouns().values()) | keys("agents.words", "titles")
    bare = {s.key for s in stems(pair.tokens[n].key)}
    plain = bare | {key.removeprefix("ال") for key in bare}
    return not plain.isdisjoint(forms) or nationality(pair.tokens[n].text) is not None


def _is_speech(key: str) -> bool:
    form = verb_form(key)
    return form is not None and any(verb.speech for verb in form.verbs)


def reported(pair: Pair, first: int, second: int) -> bool:
    """Say whether the Arabic has the first one say what the second one does: «قالت الوكالة إن إيران»."""
    return any(t.key in keys("speakers", "that") for t in pair.tokens[first + 1 : second])


def is_seat(pair: Pair, first: Anchor, second: Anchor) -> bool:
    """Say whether the Arabic has the first one in the second: «محكمة الاستئناف في باريس»."""
    near = second.at - first.until <= _BEFORE
    return near and second.at > 0 and pair.tokens[second.at - 1].key == "في"


def is_subject(pair: Pair, anchor: Anchor) -> bool:
    """Say whether the Arabic surely begins with this one doing something: «دعت إثيوبيا», «الصين ترد»."""
    at = anchor.at
    before = [t.key for t in pair.tokens[:at]]
    if anchor.led or any(key in keys("agents.words", "prepositions") for key in before):
        return False
    told = [n for n, key in enumerate(before) if verb_form(key)]
    if told and not all(_is_title(pair, n) for n in range(told[0] + 1, at)):
        return False  # «غادر حلبة الفورمولا»
    if told and _is_speech(before[told[0]]) and reported(pair, at, at + _LATER):
        return False
    if told:
        return told[0] <= 1 and at - told[0] <= _SUBJECT
    after = pair.tokens[anchor.until + 1 : anchor.until + 1 + _REACH]
    return at <= _SUBJECT - 1 and any(verb_form(t.key) and t.key[:1] in "يت" for t in after)
