"""Sentences that count the dead and injured, or say that there is none of something."""

from __future__ import annotations

import re

from msgspec.structs import replace

from sitegen.english.parts.adjuncts import adjuncts
from sitegen.english.parts.victims import is_ill, more_victims, no_reports, people, stands, wounded
from sitegen.english.phrases.borders import whole
from sitegen.english.phrases.inflection import whose
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import NP, head_of
from sitegen.english.sentences.reports import Fact
from sitegen.english.words import wording
from sitegen.english.words.adverbs import NEVER, When, limit, skip
from sitegen.english.words.grammar import gloss, grammar, number_value, preposition, small
from sitegen.english.words.lines import COMMA
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import english_forms
from sitegen.text.fold import match_key

_TRUTH = match_key("صحة")
#: What is called a rumour already.
_RUMOURS = ("reports ", "rumours ", "news ")
_NO = "لا"
_KILLED = ("be killed", "was killed", "been killed")
#: «توفي 7 وأصيب 3»: of the others as well something was done.
_LEFT_DEAD = ("be left dead", "was left dead", "been left dead")
#: How it is told that they are.
_HOW = {"missing": "go missing"}
_DEAD = re.compile(
    r"((?:(?:more|fewer) than |about |nearly |at least )?"
    r"(?:[\d.,]+|two|\S+ million|dozens of|hundreds of) )?dead people"
    r"( and (?:(\S+) )?(?:injured|wounded) people)?"
)


def read_count(s: Sentence, i: int) -> Fact | None:
    """Read «قتل خمسة جنود …» and «مقتل 12 مسلحا …»."""
    if nothing := _nothing_known(s, i):
        return nothing
    key = s.key(i)
    key = key[1:] if key[:1] == "و" and len(key) > 3 and key not in grammar().loss_nouns else key
    if key in grammar().losses or (s.role == "title" and key in grammar().loss_nouns):
        return _losses(s, i, key)
    if s.role == "title" and (toll := _toll(s, i + (key in small("falling")))):
        return toll
    return None


def _toll(s: Sentence, i: int) -> Fact | None:
    """Read «5 قتلى و12 جريحا في …» of a title: 5 people killed and 12 injured."""
    np = None if i and s.hard(i) and ":" not in s.gaps[i] else _uncounted(s, i) or noun_phrase(s, i)
    found = _DEAD.fullmatch(np.full) if np and not np.owner else None
    if np is None or found is None:
        return _injured(s, i)
    j, whose = np.end, ""
    body = noun_phrase(s, j + 1) if s.key(j) == "من" and not (s.hard(j) or s.hard(j + 1)) else None
    if body and body.kind == "org" and not body.owner and whole(s, body):
        j, whose = body.end, f" from {body.full}"  # «5 قتلى من حزب الله»
    cause, j = _cause(s, j)
    where, j = _where(s, j, np)
    if j < len(s.tokens) and not stands(s, j):
        return None
    more = f"and {found[3]} injured" if found[3] else "and injured" if found[2] else ""
    who = NP(np.end, f"{found[1] or ''}people{whose}", "person", plural=True, proper=True)
    text = " ".join(f"{more} {cause} {where}".split())
    return Fact("event", who, _KILLED, "past", text, s.line, s.start + s.tokens[i].start)


def _injured(s: Sentence, i: int) -> Fact | None:
    """Read «34 مصابا في …», «جريحان بانفجار …» of a title, where something happened: people injured."""
    two = s.key(i) in small("two_hurt")
    value = 2 if two else number_value(s.key(i)) or 0
    j = i + 2 - two
    if value < 2 or s.hard(i + 1 - two) or not (two or s.key(i + 1) in small("hurt")) or is_ill(s, j):
        return None
    who = NP(j, f"{'two' if two else wording.figure(value)} people", "person", plural=True, proper=True)
    cause, j = _cause(s, j)
    where, j = _where(s, j, who)
    if not (cause or where) or (j < len(s.tokens) and not stands(s, j)):
        return None
    text = f"{cause} {where}".strip()
    return Fact("event", who, _died("be injured"), "past", text, s.line, s.start + s.tokens[i].start)


def _uncounted(s: Sentence, i: int) -> NP | None:
    """Read «قتلى وجرحى» of a title: nobody says how many."""
    if s.key(i) not in small("dead_ones"):
        return None
    hurt = s.key(i + 1) in small("and_hurt") and not s.hard(i + 1)
    return NP(
        i + 1 + hurt, "dead people and injured people" if hurt else "dead people", "person", plural=True
    )


def _losses(s: Sentence, i: int, key: str) -> Fact | None:
    first, day = skip(s, i + 1)
    counted = people(s, first)
    if counted is None or counted.en.endswith(" others") or elsewhere(s, i):
        return None  # «مقتل 6 آخرين»: besides whom?
    word = grammar().losses.get(key) or grammar().loss_nouns[key]
    j = counted.end
    if key.startswith(tuple(small("met"))) or s.key(j) in small("deaths"):
        if s.key(j) not in small("deaths"):
            return None
        j += 1
    s, j, aside = _after_aside(s, j)
    day = day if day.known else aside
    j = wounded(s, j)
    if word == "injured" and is_ill(s, j):
        return None
    manner = None if s.hard(j) or word == "injured" else gloss(grammar().manners, s, j, s.key(j))
    j, forms = manner[0] if manner else j, _died(manner[1] if manner else _how(key, word, counted))
    rest, j = more_victims(s, j)
    forms = _LEFT_DEAD if rest and not forms[0].startswith("be ") else forms
    s, j, aside = _after_aside(s, j)
    day = day if day.known else aside
    j, when = skip(s, j)  # «توفي الفنان عام 1985»، «قتل شخص مساء أمس في انفجار»
    cause, j = _cause(s, j)
    when = when if when.known else skip(s, j)[1]
    (where, j), before = _where(s, j, counted), j
    if rest and j < len(s.tokens) and not stands(s, j):
        where, j = "", before  # «… وأصيب 19 في 12 حادثا شهدتها المنطقة»
    if (j < len(s.tokens) and not stands(s, j)) or (key in small("spent") and not rest):
        return None  # «قضى 12 لاجئا ليلتهم …»: they spent it
    when = when if when.known else skip(s, j)[1]
    when = when if when.known else day
    text = " ".join(f"{rest} {cause} {where}".split())
    return Fact("event", counted, forms, "past", text, s.line, s.start + s.tokens[i].start, when=when)


def _how(key: str, word: str, counted: NP) -> str:
    """Return what befell those who are counted: of a captive «استشهاد» tells no cause."""
    last = head_of(counted.en).rsplit(" ", 1)[-1]
    captive = key.startswith(tuple(small("martyred"))) and last in grammar().sorts["captives"]
    return "die" if captive or word == "dead" else _HOW.get(word) or f"be {word}"


def _after_aside(s: Sentence, j: int) -> tuple[Sentence, int, When]:
    """Pass over a day between commas: «لقي شاب مصرعه، أمس الخميس، في حادث» is one phrase."""
    end, when = skip(s, j)
    ahead = preposition(s, end) is not None or s.key(end) in small("wounds")
    if end == j or s.gaps[j] not in COMMA or s.gaps[end] not in COMMA or not ahead:
        return s, j, NEVER
    marked = tuple(mark and k not in (j, end) for k, mark in enumerate(s.marked))
    return replace(s, marked=marked, memo={}), end, when


def elsewhere(s: Sentence, i: int) -> bool:
    """Say whether a loss at word `i` is only a part of it: «وفي مناطق أخرى، لقي 16 شخصا مصرعهم»."""
    j = next((j for j, key in enumerate(s.keys[:i]) if key in small("elsewhere")), 0)
    return any(s.keys[k] in small("inside") for k in range(max(j - 3, 0), j))


def _died(verb: str) -> tuple[str, str, str]:
    return (verb, f"was {verb[3:]}", f"been {verb[3:]}") if verb.startswith("be ") else english_forms(verb)


def _cause(s: Sentence, j: int) -> tuple[str, int]:
    """Read «بقذيفة حوثية»، «بانفجار سيارة»: by what somebody died."""
    np = None if s.hard(j) or s.key(j)[:1] != "ب" else noun_phrase(s, j, "ب")
    if np is None or np.owner or np.definite or not whole(s, np):
        return "", j
    head = head_of(np.en).rsplit(" ", 1)[-1]
    if head not in grammar().sorts["deadly"]:
        return "", j
    return f"{'in' if np.kind == 'event' else 'by'} {np.full}", np.end


def _where(s: Sentence, j: int, who: NP | None = None) -> tuple[str, int]:
    """Read where, when and why they died: «في الحادث», «بعد سقوطه»."""
    if s.hard(j) or s.key(j) not in small("amid"):
        more = adjuncts(s, j, whose=whose(who)) if who and not s.hard(j) else None
        return (more.words, more.end) if more else ("", j)
    np = noun_phrase(s, j + 1) if not s.hard(j + 1) else None
    if np is None or np.owner or np.kind not in ("place", "event") or not whole(s, np):
        return "", j
    return f"in {np.full}", np.end


def _nothing_known(s: Sentence, i: int) -> Fact | None:
    """Read a sentence that says only that no harm is known of."""
    none = no_reports(s, i)
    if none is None:
        return None
    there = NP(i, "there", "thing", plural=True, parts=2)
    return Fact("event", there, ("be", "was", "been"), "past", none[1], s.line, s.start + s.tokens[i].start)


def there_is_no(s: Sentence, j: int) -> str:
    """Read «لا زيادة في الضرائب» there is no increase in the taxes, to the end of a title."""
    if s.key(j) == _NO and s.key(j + 1) == _TRUTH and not s.hard(j + 1):
        return _untrue(s, j + 2)
    np = noun_phrase(s, j + 1) if s.key(j) == _NO and not s.hard(j + 1) else None
    if np is None or np.definite or np.proper or np.owner or np.kind not in ("event", "thing", "person"):
        return ""
    if np.kind == "person" and not np.plural:
        return ""
    there = "there are no" if np.plural else "there is no"
    done = noun_phrase(s, np.end, "ل") if np.kind == "event" and not s.hard(np.end) else None
    till = limit(s, done.end) if done and not done.owner and not done.infinitive else None
    if done and till and s.hard(till[0]):
        return f"{there} {np.en} of {done.full} {till[1]}".strip()  # «لا تأجيل للامتحانات»
    more = adjuncts(s, np.end, last=np.kind)
    if more.words.startswith("to ") and not np.infinitive:
        return ""
    till = limit(s, more.end)
    return " ".join(f"{there} {np.en} {more.words} {till[1]}".split()) if till and s.hard(till[0]) else ""


def _untrue(s: Sentence, j: int) -> str:
    """Read «لا صحة لتأجيل الدراسة» there is no truth to reports of a postponement, to the end of a title."""
    deed = noun_phrase(s, j, "ل") if j < len(s.tokens) and not s.hard(j) else None
    if deed is None or deed.owner or deed.kind != "event":
        return ""
    told = deed.full.removeprefix("the ")
    what = told if told.startswith(_RUMOURS) else f"reports of {deed.full}"
    more = adjuncts(s, deed.end, last=deed.kind)
    return f"there is no truth to {what} {more.words}".strip() if s.hard(more.end) else ""
