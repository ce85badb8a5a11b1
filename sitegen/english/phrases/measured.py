"""By what number, year or measure something is told: «المرسوم رقم 66 لعام 2025», «زلزال بقوة 6 درجات»."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.phrases.games import with_game
from sitegen.english.phrases.phrase import NP, Reader, head_of
from sitegen.english.words import wording
from sitegen.english.words.adjectives import demonyms
from sitegen.english.words.grammar import grammar, number_value, phrase_end, small
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.word_forms import singular
from sitegen.text.fold import match_key

_OF_AGE = (match_key("من"), match_key("العمر"))
#: A law is called by its bare number if that has more figures.
_SHORT = 2


def magnitude(s: Sentence, j: int) -> tuple[int, str] | None:
    """Read «بقوة 6.2 درجة على مقياس ريختر» of magnitude 6.2."""
    value = number_value(s.key(j + 1)) if s.key(j) in small("magnitude") and not s.hard(j + 1) else None
    if value is None:
        return None
    end = j + 2
    end += s.key(end) in small("degrees") and not s.hard(end)
    return phrase_end(grammar().richter, s, end) or end, f"of magnitude {value:g}"


def worth(s: Sentence, j: int, np: NP, read: Reader) -> tuple[int, str] | None:
    """Read «بقيمة 520 مليون ريال» of 520 million riyals; a contract, aid, goods are worth it."""
    sum_ = read(s, j + 1, "") if s.key(j) in small("worth") and not s.hard(j + 1) else None
    if sum_ is None or singular(sum_.full.rsplit(" ", 1)[-1]) not in grammar().sorts["money"]:
        return None
    head = head_of(np.en).rsplit(" ", 1)[-1]
    of = not grammar().sorts["sums"].isdisjoint((head, singular(head)))
    return sum_.end, f"{'of' if of else 'worth'} {sum_.full}"


def of_age(s: Sentence, j: int, np: NP, read: Reader) -> tuple[int, str] | None:
    """Read «رجل يبلغ من العمر 40 عاما» a man aged 40."""
    if np.kind != "person" or np.plural or np.definite or s.key(j) not in small("is_aged") or s.hard(j + 1):
        return None
    first = j + 1 + 2 * s.follows(j + 1, _OF_AGE)
    span = read(s, first, "") if not s.hard(first) else None
    years = span is not None and span.full[:1].isdigit() and span.full.endswith(" years")
    return (span.end, f"aged {span.full.removesuffix(' years')}") if span and years else None


def with_stuff(en: str, text: str) -> str:
    """Join a phrase and what completes it; the goods of a country stand before: Iraqi oil exports.

    >>> with_stuff("Iraqi exports", "of oil"), with_stuff("Iraqi exports", "of dates to Syria")
    ('Iraqi oil exports', 'Iraqi exports of dates to Syria')
    """
    nation, _, head = en.partition(" ")
    goods = text.removeprefix("of ")
    known = head in grammar().of_stuff and nation in demonyms().values()
    return f"{nation} {goods} {head}" if known and goods in grammar().sorts["commodities"] else f"{en} {text}"


def in_full(s: Sentence, np: NP) -> NP:
    """Take in all that a thing is called by: its game, its year, its number."""
    return with_number(s, with_year(s, with_game(s, np)))


def with_year(s: Sentence, np: NP) -> NP:
    """Take in the year that a tournament is called by: «كأس العالم 2034»."""
    if np.kind != "event" or s.hard(np.end) or not (np.definite or np.proper):
        return np
    year = s.key(np.end)
    season = s.gaps[np.end + 1 : np.end + 2] in (("/",), ("-",))  # «دوري 2014/2015»
    called = _a_year(year) and not season
    before = np.en.rsplit(" ", 1)[-1].islower()  # «تصفيات كأس العالم 2022»: the 2022 World Cup qualifiers
    en = f"{year} {np.en}" if before else f"{np.en} {year}"
    return replace(np, end=np.end + 1, en=en) if called else np


def with_number(s: Sentence, np: NP) -> NP:
    """Take in the number behind a thing: «المرسوم رقم 66» Decree No. 66, «الرحلة رقم 402» flight No. 402."""
    j, key, number = np.end, s.key(np.end), ""
    told = key in small("number_of_a_law")
    if np.plural or np.mass or s.hard(j) or not (told or key.isdigit()):
        return np
    last = head_of(np.en).rsplit(" ", 1)[-1]
    law = last in grammar().sorts["enacted"]
    if told and (law or key in small("number")):
        j, number = _figure(s, j + 1)
    elif law and np.definite and len(key) > _SHORT:
        j, number = _figure(s, j)  # «القرار 1701»
    if number and law:
        return _law(s, np, j, number if j == np.end + 1 else f"No. {number}")
    by_number = number and np.definite and last in grammar().sorts["called_by_number"]
    return replace(np, end=j, en=f"{np.en} No. {number}", proper=True) if by_number else np


def _law(s: Sentence, np: NP, j: int, number: str) -> NP:
    """Return a law by its number and, at word `j`, its year: «المرسوم رقم 66 لعام 2025»."""
    if s.key(j) in small("of_when") and _a_year(s.key(j + 1)) and not (s.hard(j) or s.hard(j + 1)):
        j, number = j + 2, f"{number} of {s.key(j + 1)}"
    if np.owner or np.whole:  # «قرار مجلس الأمن رقم 2254»
        return replace(np, end=j, en=f"{np.en} {number}")
    return replace(np, end=j, en=f"{wording.titled(np.en)} {number}", definite=False, proper=True, whole=True)


def _figure(s: Sentence, j: int) -> tuple[int, str]:
    """Read «66», «(66)», «23-45», «46.21» at word `j`: the word after it, and it; '' for none."""
    key = s.key(j)
    closed = s.gaps[j : j + 1] == ("(",) and s.gaps[j + 1 : j + 2] == (")",)
    if not key.replace(".", "").isdigit() or (s.hard(j) and not closed):
        return j, ""
    other = s.key(j + 1)
    if s.gaps[j + 1] in ("/", "-", "–") and other.isdigit():
        return j + 2, f"{key}{s.gaps[j + 1]}{other}"
    return j + 1, key


def _a_year(key: str) -> bool:
    return len(key) == 4 and key.isdigit() and key[:2] in ("19", "20")
