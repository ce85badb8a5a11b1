"""Titles of closed shapes that have no verb: «السجن 3 سنوات لمتهم», «فوز … على …» (`english/titles.toml`)."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from sitegen import data
from sitegen.english.parts.adjuncts import adjuncts, place_phrase
from sitegen.english.parts.caution import attributed, conditional, doubted
from sitegen.english.parts.predicates import relative
from sitegen.english.parts.scores import score
from sitegen.english.phrases.borders import whole
from sitegen.english.phrases.edges import changed
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.wants import fits
from sitegen.english.sentences.reports import Fact
from sitegen.english.words import word_forms, wording
from sitegen.english.words.adverbs import skip
from sitegen.english.words.grammar import grammar, number_value, preposition, scaled
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import english_forms
from sitegen.reading.numbers.words import is_illness
from sitegen.text.fold import match_key

#: «12 قتيلا و3 مفقودين»: a toll names them without "people".
_HURT = re.compile(r"(\S+ (?:dead|missing|injured|wounded)) (?:person|people)\b")
_INJURED = "be injured"
#: So many words may say who somebody is before his name.
_TITLES = 3
_SOME = "a number of "


class _Part(Struct, frozen=True, gc=False):
    """A word of a shape: one of `words`, or a slot that wants something behind the letter `lead`."""

    words: frozenset[str]
    want: str = ""
    lead: str = ""


class _Shape(Struct, frozen=True, gc=False):
    parts: tuple[_Part, ...]
    who: int | str
    verb: tuple[str, str, str]
    rest: str
    some: bool
    dated: bool
    score: bool


@cache
def _shapes() -> dict[str, tuple[_Shape, ...]]:
    """Return the shapes by each key their first word can be."""
    found: dict[str, list[_Shape]] = {}
    for entry in data.table("english/titles")["shape"]:
        for ar in entry["ar"]:
            parts = tuple(_part(word) for word in ar.split(" "))
            forms, some, dated = _forms(entry["verb"]), entry.get("some", False), entry.get("dated", False)
            who, rest, goals = entry.get("who", 0), entry.get("rest", ""), entry.get("score", False)
            shape = _Shape(parts, who, forms, rest, some, dated, goals)
            for key in parts[0].words:
                found.setdefault(key, []).append(shape)
    return {key: tuple(shapes) for key, shapes in found.items()}


@cache
def closing() -> frozenset[str]:
    """Return the words before which a shape may end, for they say what for."""
    return frozenset(map(match_key, data.table("english/titles")["after"]))


def _part(word: str) -> _Part:
    if "{" in word:
        lead, _, want = word.rstrip("}").partition("{")
        return _Part(frozenset(), want, lead)
    return _Part(frozenset(map(match_key, word.split("|"))))


def _forms(spec: str) -> tuple[str, str, str]:
    """Return the forms of a verb, or of a passive.

    >>> _forms("be laid off")
    ('be laid off', 'was laid off', 'been laid off')
    """
    if spec.startswith("be "):
        return spec, f"was {spec[3:]}", f"been {spec[3:]}"
    return english_forms(spec)


def read_shape(s: Sentence, start: int = 0) -> Fact | None:
    """Return what a title of a closed shape tells from word `start` on.

    None for any other, and for what may be still to come.
    """
    if start >= len(s.tokens) or conditional(s, start) or doubted(s):
        return None
    for shape in _shapes().get(s.keys[start], ()):
        if s.dates and not shape.dated:
            continue
        if found := _fill(s, shape, start):
            end, slots = found
            if shape.verb[0] == _INJURED and any(is_illness(key) for key in s.keys[end:]):
                return None  # «إصابة الحارس بفيروس»
            end, goals = (score(s, end) if shape.score else None) or (end, "")
            place = place_phrase(s, end) or adjuncts(s, end)
            told = shape.rest.format(*[np.full for np in slots])
            rest = " ".join(filter(None, [told, goals, place[1] if place else ""]))
            subject = _subject(shape, slots)
            at = s.start + s.tokens[start].start
            fact = Fact("event", subject, shape.verb, "past", rest.strip(), s.line, at)
            return replace(fact, cited=attributed(s))
    return None


def _subject(shape: _Shape, slots: list[NP]) -> NP:
    if isinstance(shape.who, int):
        return slots[shape.who]
    return NP(0, shape.who.format(*[np.full for np in slots]), "thing", definite=True)


def _fill(s: Sentence, shape: _Shape, start: int) -> tuple[int, list[NP]] | None:
    """Return where a shape that begins at word `start` ends, and what stands in its slots."""
    j, slots = start, list[NP]()
    for n, part in enumerate(shape.parts):
        if n and s.hard(j):
            return None
        if part.words:
            if s.key(j) not in part.words:
                return None
            j += 1
        elif (np := _slot(s, j, part)) and not (shape.some and not slots and _all(np)):
            slots.append(np)
            j = np.end
        else:
            return None
    if shape.dated:
        return j, slots  # until when
    if shape.score and (hit := score(s, j)) and s.hard(hit[0]):
        return j, slots
    end = place[0] if (place := place_phrase(s, j)) else j
    end = skip(s, end)[0]
    rests = s.hard(end) or preposition(s, end) in grammar().adverbial or s.key(end) in closing()
    return (j, slots) if (rests or _how(s, end)) and not changed(s, j) else None


def _how(s: Sentence, j: int) -> bool:
    """Say whether word `j` begins how or for what: «لمتهم بقتل زوجته»، «بكفالة»."""
    np = noun_phrase(s, j, "ب") if s.key(j)[:1] == "ب" else None
    return np is not None and np.kind in ("event", "thing")


def _slot(s: Sentence, j: int, part: _Part) -> NP | None:
    if j >= len(s.tokens):
        return None
    if part.want in ("many", "count"):
        return _many(s, j, bare=part.want == "count")
    if part.want == "span":
        return _span(s, j)
    np = noun_phrase(s, j, part.lead) or _called(s, j, part)
    if np and part.want == "doing":
        said = bool(np.infinitive) and np.parts == 1 and not np.owner and whole(s, np)
        return NP(np.end, word_forms.gerund(np.infinitive), "event", proper=True) if said else None
    if np is None or np.owner or not whole(s, np) or s.key(np.end) in grammar().relatives:
        return None
    if np.kind == "person" and not np.plural and (told := relative(s, np, np.en)).end > np.end:
        np = replace(told, proper=False)  # «وفاة طفل سقط من السطح»
    return np if part.want == "any" or fits(np, part.want) else None


def _called(s: Sentence, j: int, part: _Part) -> NP | None:
    """Read somebody by name behind definite words that are on no list: «وفاة المخرج الفلاني فلان»."""
    if part.want != "p" or part.lead or not s.key(j).startswith("ال"):
        return None
    for k in range(j + 1, min(j + _TITLES + 1, len(s.tokens))):
        if s.hard(k):
            return None
        if k in s.entities:
            np = noun_phrase(s, k)
            return np if np and np.kind == "person" and np.entity else None
        if not s.key(k).startswith("ال"):
            return None
    return None


def _all(np: NP) -> bool:
    """Say whether a phrase is of all there are of a sort: the title may be on a matter and tell no deed.

    «عودة اللاجئين»، «ضبط السلاح»; but not «عودة 20 لاجئا» or «تأجيل الانتخابات العراقية».
    """
    if not np.definite or np.entity or np.parts > 1 or not (np.plural or np.mass):
        return False
    if np.en.startswith(_SOME):
        return False  # «عدد من المدنيين»
    return np.kind != "event" or np.en == np.en.lower()


def _many(s: Sentence, j: int, *, bare: bool) -> NP | None:
    """Read a number, of people or `bare`: «500 قتيل»، «41 ألفا»."""
    people, value = noun_phrase(s, j), number_value(s.key(j))
    if value is None or (not bare and people and people.kind == "person" and people.parts > 1):
        return replace(people, en=_HURT.sub(r"\1", people.en)) if people and value else None
    j, value = scaled(s, j + 1, value)
    return NP(j, wording.figure(value), "person", plural=True, proper=True)


def _span(s: Sentence, j: int) -> NP | None:
    """Read a length of time that is counted: «10 سنوات»، «20 عاما»، «سنتين»."""
    np = noun_phrase(s, j)
    if np is None or np.kind != "measure" or np.owner or np.definite or not np.plural:
        return None
    more = s.key(np.end)[:1] == "و" and not s.hard(np.end)  # «خمس سنوات ونصف»
    told = np.parts > 1 or np.en.startswith("two ")
    return np if told and not more else None
