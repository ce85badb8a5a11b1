"""What may stand behind a deed and its object: where, when, why, what for (`english/adjuncts.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from sitegen import data
from sitegen.english.phrases.borders import whole
from sitegen.english.phrases.edges import changed, closed
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import NP, OWN
from sitegen.english.phrases.settled import settled
from sitegen.english.phrases.wants import at, fits
from sitegen.english.words import word_forms
from sitegen.english.words.grammar import grammar, preposition
from sitegen.english.words.led_rows import LedRow, by_first_word
from sitegen.english.words.tagging import Sentence
from sitegen.text.fold import match_key

#: The English of pronouns: «بعد فوزه» after its win.
Whose = Mapping[str, str]
NOBODYS: Whose = {}
#: So many of them are taken in.
_MOST = 4
_YET = match_key("بعد")
#: «غرب نابلس»: its first word is part of the phrase.
_SIDE = "side"


class Adjuncts(NamedTuple):
    """Where they end, their English, and whether the last is an event: a date behind it may be its own."""

    end: int
    words: str = ""
    event: bool = False


class _Words(Struct, frozen=True, gc=False):
    """The lists of `english/adjuncts.toml`: English beginnings, then Arabic keys."""

    pointing: tuple[str, ...]
    parts: tuple[str, ...]
    penalties: frozenset[str]
    denials: frozenset[str]
    seaside: frozenset[str]


@cache
def _words() -> _Words:
    table = data.table("english/adjuncts")
    return _Words(
        pointing=tuple(f"{word} " for word in table["pointing"]),
        parts=tuple(f"{word} " for word in table["parts"]),
        penalties=frozenset(table["penalties"]),
        denials=frozenset(map(match_key, table["denials"])),
        seaside=frozenset(map(match_key, table["seaside"])),
    )


@cache
def _table() -> dict[str, tuple[LedRow, ...]]:
    return by_first_word(data.table("english/adjuncts")["rows"])


def adjuncts(s: Sentence, j: int, *, but: str = "", last: str = "", whose: Whose = NOBODYS) -> Adjuncts:
    """Read all that are understood from word `j` on, none on the preposition `but`: that is the verb's.

    `last` is the kind of the phrase before it, `whose` the English of the pronouns that can mean one alone.
    """
    found, words = Adjuncts(j), list[str]()
    while len(words) < _MOST and not s.hard(found.end) and found.end not in s.dates:
        end = found.end
        if but and but in (preposition(s, end) or "", s.key(end)[:1], s.key(end)):
            break
        if why := reason(s, end):
            if why[1]:
                words.append(why[1])
                found = Adjuncts(why[0], " ".join(words), event=True)
            break
        hit = next((hit for row in _rows(s, end) if (hit := _adjunct(s, end, row, whose))), None)
        if hit is None or (last == hit[0].kind == "place" and hit[1].startswith("from ")):
            break  # «محافظات من جنوب البلاد»: of them, not from them
        np, text = hit
        last = np.kind
        words.append(text)
        found = Adjuncts(np.end, " ".join(words), np.kind == "event")
    return found


def _rows(s: Sentence, j: int) -> tuple[LedRow, ...]:
    key = s.key(j)
    return (*_table().get(key, ()), *(_table().get(key[0], ()) if len(key) > 2 else ()))


def _adjunct(s: Sentence, j: int, row: LedRow, whose: Whose) -> tuple[NP, str] | None:
    """Read the adjunct of one row at word `j`: what stands in it, and the English."""
    first = j if row.lead or row.want == _SIDE else j + 1 + len(row.rest)
    if any(s.hard(n) or s.key(n) != word for n, word in enumerate(row.rest, j + 1)):
        return None
    if row.want == "-":
        return NP(first, "", "thing"), row.english
    if s.hard(first):
        return None
    if s.key(j) == _YET and not _words().denials.isdisjoint(s.keys[:j]):
        return None
    np = noun_phrase(s, first, row.lead)
    if (
        np is None
        or (np.owner and np.owner not in whose)
        or changed(s, np.end)
        or np.full.startswith(_words().pointing)
        or np.en.startswith(_words().parts)
    ):
        return None
    if row.want in ("purpose", "doing"):
        return _deed(row, np, whose) if np.infinitive and whole(s, np) else None
    if row.want == _SIDE:
        aside = np.kind == "place" and np.end > j + 1 and whole(s, np)
        inside = np.en.rsplit(" ", 1)[-1] in grammar().sorts["with_sides"]  # «جنوب شرق البلاد»
        beside = " of " in np.en and not inside
        return (np, np.en if beside else f"{row.english} {np.full}") if aside else None
    if not _wanted(s, first, np, row.want):
        return None
    told = np if np.kind in ("place", "measure") and whole(s, np) else settled(s, np)
    if told is None or (told.owner and told.kind == "person"):
        return None
    if told.entity and told.kind == "person" and _named_on(s, told.end):
        return None
    what = told.of(whose[told.owner]) if told.owner else told.full
    what = what.removesuffix(" years") if row.want == "age" else what
    return told, f"{at(row.english, told)} {what}"


def _deed(row: LedRow, np: NP, whose: Whose) -> tuple[NP, str] | None:
    """Read what is done, as the purpose or as the way of something: «بهدف تطوير …», «عبر تطوير …»."""
    if row.want == "doing":
        said = np.parts == 1 and not np.owner
        return (np, f"{row.english} {word_forms.gerund(np.infinitive)}") if said else None
    if np.owner and OWN not in np.infinitive:
        return None
    return np, f"{row.english} {np.infinitive.replace(OWN, whose.get(np.owner, ''))}"


def _wanted(s: Sentence, j: int, np: NP, want: str) -> bool:
    if want == "site":
        return np.kind == "place" and not np.acts and np.en not in _words().penalties
    if want == "named":
        return np.kind == "place" and np.entity is not None
    if want == "sea":
        return np.kind == "place" and (
            np.acts or fits(np, "shores") or s.key(j).removeprefix("ال") in _words().seaside
        )
    if want == "sum":
        return np.kind == "measure" and np.en[:1].isdigit() and fits(np, "money")
    if want == "many":
        return np.parts > 1 or (np.plural and s.key(np.end)[:1] != "و")  # «بين الحوثيين والقوات …»
    if want in ("span", "age"):
        return np.kind == "measure" and np.plural and not np.definite and s.key(np.end) != "من"
    return fits(np, want)


def _named_on(s: Sentence, j: int) -> bool:
    """Say whether a person's name may go on at word `j`: «محمد الحسن ولد …»."""
    return not s.hard(j) and (s.tokens[j].light in data.table("name_cues")["joints"] or not closed(s, j))


def reason(s: Sentence, j: int) -> tuple[int, str] | None:
    """Read «ردا على …»، «انتقاما ل…» at word `j`: its end and words, no words where it is not understood."""
    found = None if s.hard(j) else grammar().reasons.get(s.key(j))
    if found is None:
        return None
    prep, english = found
    if len(prep) > 1 and preposition(s, j + 1) != prep:
        return None
    first, lead = (j + 2, "") if len(prep) > 1 else (j + 1, prep)
    np = None if s.hard(first) else noun_phrase(s, first, lead)
    if np is None or np.owner or np.full.startswith(_words().pointing) or not whole(s, np):
        return j, ""
    return np.end, f"{english} {np.full}"


def place_phrase(s: Sentence, j: int) -> tuple[int, str] | None:
    """Read «في» and a place."""
    if s.hard(j) or s.tokens[j].light != "في":
        return None
    np = noun_phrase(s, j + 1) if not s.hard(j + 1) else None
    if np and np.parts > 1 and any(known.lead == "و" for known in s.entities.get(np.end, ())):
        return None  # «في كركوك والأنبار وصلاح …»: in more places than are understood
    return (
        (np.end, f"{at('in', np)} {np.full}")
        if np and np.kind == "place" and not np.owner and whole(s, np)
        else None
    )
