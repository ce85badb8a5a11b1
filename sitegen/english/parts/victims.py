"""Victims counted: how many were killed, and how many more were injured («وأصيب 23 آخرون بجروح»)."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.parts.adjuncts import adjuncts
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.qualities import qualities
from sitegen.english.words import word_forms, wording
from sitegen.english.words.grammar import gloss, grammar, hedged, number_value, preposition, scaled, small
from sitegen.english.words.lines import COMMA, HARD
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import verb_form
from sitegen.reading.numbers.words import is_illness

#: How an event leaves those who are counted.
_LEFT = {"killed": "dead", "dead": "dead", "injured": "injured"}


def people(s: Sentence, i: int) -> NP | None:
    """Read a number of people; in a headline the bare number stands for them."""
    if s.hard(i):
        return None
    np = noun_phrase(s, i)
    if np is None and (victim := grammar().victims.get(s.key(i))):
        two = victim.startswith("two ")
        np = NP(i + 1, victim, "person", plural=two, proper=two, parts=1 + two)
        words, end = qualities(s, i + 1, np)
        np = replace(np, en=f"{words} {victim}".strip(), end=end)
    if np and np.kind == "person" and not np.owner and (np.parts > 1 or not np.definite):
        return np
    value = number_value(s.key(i))
    last, value = scaled(s, i + 1, value) if value else (i + 1, value)
    if last > i + 1 and value and (s.hard(last) or stands(s, last)):
        return NP(last, f"{wording.figure(value)} people", "person", plural=True, proper=True)
    if last > i + 1:
        return None  # «خمسة وعشرون …»: no five
    if value and value > 1 and not s.hard(i + 1) and (victim := grammar().victims.get(s.key(i + 1))):
        many = f"{wording.figure(value)} {word_forms.plural(victim)}"
        return NP(i + 2, many, "person", plural=True, proper=True, parts=2)
    if (
        value
        and value == int(value)
        and value > 1
        and (s.hard(i + 1) or stands(s, i + 1) or s.key(i + 1) in small("others"))
    ):
        others = s.key(i + 1) in small("others") and not s.hard(i + 1)
        end, least = hedged(s, i + 1 + others)
        who = f"{least}{wording.figure(value)} {'others' if others else 'people'}"
        return NP(end, who, "person", plural=True, proper=True)
    return None


def more_victims(s: Sentence, j: int) -> tuple[str, int]:
    """Read «وإصابة 12 آخرين»، «وجرح سبعة» at word `j`: the words, and the word after them; '' for none."""
    first, key = _loss_at(s, j)
    word = grammar().losses.get(key) or grammar().loss_nouns.get(key)
    if word is None:
        return "", j
    j = first
    counted = people(s, j + 1)
    if counted is None and s.key(j + 1) in small("another") and not s.hard(j + 1) and stands(s, j + 2):
        return f"and another {word}", wounded(s, j + 2)  # «مقتل جندي وإصابة آخر»
    if counted is None and s.key(j + 1) in small("two_others") and not s.hard(j + 1) and stands(s, j + 2):
        return f"and two others {word}", wounded(s, j + 2)
    if counted is None and s.key(j + 1) in small("others") and not s.hard(j + 1) and _ended(s, j + 2):
        return f"and others {word}", wounded(s, j + 2)  # «مقتل مدنيين وإصابة آخرين»
    if counted is None:
        return "", j
    return f"and {counted.en if counted.proper else counted.full} {word}", wounded(s, counted.end)


def _ended(s: Sentence, j: int) -> bool:
    return j >= len(s.tokens) or stands(s, j)


def _loss_at(s: Sentence, j: int) -> tuple[int, str]:
    """Return the word at which more victims may be told, and it without «و»: «، وأصيب 7»، «فيما أصيب 7»."""
    if j >= len(s.tokens) or not HARD.intersection(s.gaps[j]) <= COMMA:
        return j, ""
    if s.key(j) in small("meanwhile") and not s.hard(j + 1):
        return j + 1, s.key(j + 1)
    return j, s.key(j)[1:] if s.key(j).startswith("و") else ""


def wounded(s: Sentence, j: int) -> int:
    """Return the word after how somebody was wounded: «بجروح متفاوتة الخطورة»."""
    if s.hard(j) or s.key(j) not in small("wounds"):
        return j
    j += 1
    while not s.hard(j) and s.key(j) in small("serious"):
        j += 1
    return j


def toll(s: Sentence, j: int, prep: str) -> NP | None:
    """Read «مقتل 5 أشخاص وإصابة 12 آخرين» on the preposition `prep`: who was left dead and injured."""
    apart = len(prep) > 1
    if j >= len(s.tokens) or (apart and (s.key(j) != prep or s.hard(j + 1))):
        return None
    j, lead = (j + 1, "") if apart else (j, prep)
    key = s.key(j)
    word = _LEFT.get(grammar().loss_nouns.get(key.removeprefix(lead), "")) if key.startswith(lead) else None
    both = s.key(j + 1)[:1] == "و" and grammar().loss_nouns.get(s.key(j + 1)[1:]) == "injured"
    counted = people(s, j + 1 + both) if word else None
    if counted is None or counted.en.endswith(" others") or (both and word == "injured"):
        return None  # «مقتل 6 آخرين»: besides whom?
    more, end = more_victims(s, wounded(s, counted.end))
    if not (more or both or word == "injured"):
        return None  # the death of so many
    if is_ill(s, end) or (s.key(end)[:1] == "ب" and not s.hard(end)):
        return None  # «إصابة 12 شخصا باختناق»
    if s.key(end) == "من" and not s.hard(end):
        return None  # «مقتل 41 من المهاجمين»: of whom?
    who = counted.en if counted.proper else counted.full
    text = " ".join(f"{who} {word}{' or injured' if both else ''} {more}".split())
    return (
        NP(end, text, "event", plural=True, proper=True) if end >= len(s.tokens) or stands(s, end) else None
    )


def is_ill(s: Sentence, j: int) -> bool:
    """Say whether an illness is named from word `j` on: nobody was wounded by it."""
    return any(is_illness(t.key) for t in s.tokens[j:])


def stands(s: Sentence, j: int) -> bool:
    """Say whether who was counted may end before word `j`."""
    if s.hard(j) or preposition(s, j) is not None or s.key(j) in grammar().boundaries or j in s.dates:
        return True
    if s.key(j) in small("whereabouts"):
        return True  # «قتل 4 شمالي حلب»
    return s.key(j)[:1] in ("و", "ب", "ل") and verb_form(s.key(j)) is None


def no_reports(s: Sentence, j: int) -> tuple[int, str] | None:
    """Read «لم ترد أنباء عن سقوط قتلى أو جرحى» no reports of deaths or injuries, to the end of the clause."""
    found = gloss(grammar().unreported, s, j, s.key(j).removeprefix("و")) if j < len(s.tokens) else None
    if found is None:
        return None
    end, told = found[0], list[str]()
    end += s.key(end) in small("occurring")
    while not s.hard(end) and (hit := gloss(grammar().harm, s, end, s.key(end).removeprefix("و"))):
        told.append(hit[1])
        end = hit[0] + (s.key(hit[0]) in small("or") and not s.hard(hit[0]))
    more = adjuncts(s, end, last="event")
    if not told or not s.hard(more.end):
        return None
    return more.end, f"{found[1]} {' or '.join(told)} {more.words}".strip()
