"""English spelled right: articles, lists, roles before names, dates, headlines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from operator import itemgetter

from sitegen import data

#: Capital letters or spellings that are read with a vowel at the front, or without one.
_VOWEL = re.compile(r"[aeioAEIO]|u|U|honour|honest|hour|[FHLMNRSX][A-Z]+\b|8|11\b|18\b")
_YOO = re.compile(r"(?:US|UN|UK|UAE|U[A-Z]|Eu|eu|one\b|once\b|Uni|uni(?![nd])|Ukr|use|Uru|Uz|ura)")
_SPACE_BEFORE = re.compile(r"\s+([,.;:])")
#: Where what a role is of begins.
_LINK = re.compile(r" (?:of|for|in|at|to|and) ")
#: A king of whom nothing else is said: his name tells of what.
_BARE_KING = re.compile(r"(?:[A-Z]\w+ )?[Kk]ing")
#: What an event is held for says it all, "the event of the opening"; not whose it is.
_AT_THE_EVENT = re.compile(
    r"\b(?:an|the) event of (?=the (?:opening|closing|conclusion|launch|inauguration|signing|honouring"
    r"|graduation|distribution|handing|start|end|announcement|celebration|wedding|reception)\b)"
)
#: How many somebody left dead: "leave 50 dead people".
_LEFT_DEAD = re.compile(
    r"\b((?:leaves?|left) (?:[a-z]+ )*?(?:[\d.,]+|dozens|hundreds|thousands))(?: of)? (dead) people\b"
)
_NEED = re.compile(r"\b(call(?:s|ed|ing)?) for the need for\b")
_MARKS = re.compile(r",\s*([.,;:])")
_ITS_MARK = itemgetter(1)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
#: Words that stay small inside a title before a name.
_SMALL = frozenset(
    ["of", "for", "the", "and", "at", "in", "to", "on", "a", "an", "former", "late", "ousted", "deposed"]
)


def a(noun: str) -> str:
    """Put the indefinite article before `noun`.

    >>> [a(w) for w in ("agreement", "US official", "new phase", "European study", "hour", "urgent need")]
    ['an agreement', 'a US official', 'a new phase', 'a European study', 'an hour', 'an urgent need']
    """
    if noun.startswith("other "):
        return f"an{noun}"
    if noun.startswith("another "):
        return noun
    return ("an " if _VOWEL.match(noun) and not _YOO.match(noun) else "a ") + noun


def ordinal(value: int) -> str:
    """Return an ordinal in figures.

    >>> ordinal(13), ordinal(21), ordinal(54), ordinal(112)
    ('13th', '21st', '54th', '112th')
    """
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def listed(parts: Sequence[str]) -> str:
    """Join words as in "a, b and c".

    >>> listed(["Iraq", "Iran", "Syria"]), listed(["Iraq"])
    ('Iraq, Iran and Syria', 'Iraq')
    """
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def listed_long(parts: Sequence[str]) -> str:
    """Join phrases, with a comma before the last "and" where one of them holds an "and".

    >>> listed_long(["politics", "security and defence", "sport"])
    'politics, security and defence, and sport'
    """
    if len(parts) > 1 and any(" and " in part for part in parts):
        return f"{', '.join(parts[:-1])}, and {parts[-1]}"
    return listed(parts)


def titled(role: str) -> str:
    """Write a role as it stands before a name.

    >>> titled("prime minister"), titled("UN envoy"), titled("secretary-general")
    ('Prime Minister', 'UN Envoy', 'Secretary-General')
    """
    words = (w if w in _SMALL else w[:1].upper() + w[1:] for w in role.split(" "))
    return " ".join(words).replace("-general", "-General")


def with_role(role: str, name: str) -> str:
    """Put a role before a name, or after it when it is too long to stand before.

    >>> with_role("Iraqi prime minister", "Mustafa al-Kadhimi")
    'Iraqi Prime Minister Mustafa al-Kadhimi'
    >>> with_role("head of the Olympic committee", "Thomas Bach")
    'Thomas Bach, the head of the Olympic committee,'
    >>> with_role("member of the committee", "Thomas Bach")
    'Thomas Bach, a member of the committee,'
    >>> with_role("Iraqi visual artist", "Layla al-Attar")
    'Iraqi visual artist Layla al-Attar'
    >>> with_role("stage director", "Layla al-Attar"), with_role("director", "Layla al-Attar")
    ('stage director Layla al-Attar', 'Director Layla al-Attar')
    >>> with_role("Palestinian boy", "Ahmad Ali")
    'the Palestinian boy Ahmad Ali'
    >>> with_role("Jordanian king", "Abdullah II of Jordan")
    'King Abdullah II of Jordan'
    >>> with_role("Jordanian King", "Abdullah II of Jordan")
    'King Abdullah II of Jordan'
    >>> with_role("former Belgian king", "Albert II of Belgium")
    'former Belgian King Albert II of Belgium'
    >>> with_role("adviser to the king", "Ali of Jordan")
    'Ali of Jordan, an adviser to the king,'
    """
    land = name.partition(" of ")[2]
    if land and (_BARE_KING.fullmatch(role) or role == f"king of {land}"):
        return f"King {name}"
    plain = role.replace("secretary of state", "secretary")
    links = ("of", "for", "in", "at", "and", "to the")
    if any(f" {word} " in plain for word in links) or plain.count(" ") > 3:
        head = _LINK.split(role, maxsplit=1)[0]
        return f"{name}, {a(role) if head.rsplit(' ', 1)[-1] in _articles('several') else f'the {role}'},"
    last = (plain.rsplit(" ", 1)[-1], " ".join(plain.split(" ")[-2:]))
    if not _articles("of_an_age").isdisjoint(last):
        return f"the {role} {name}"
    job = not _articles("occupations").isdisjoint(last)
    return f"{role if job else titled(role)} {name}"


@cache
def _articles(words: str) -> frozenset[str]:
    return frozenset(data.table("english/grammar")["articles"][words])


def upper_first(text: str) -> str:
    """Capitalise the first letter only.

    >>> upper_first("al-Qaeda in Iraq"), upper_first("iPhone sales")
    ('Al-Qaeda in Iraq', 'iPhone sales')
    """
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]


def tidy(text: str) -> str:
    """Remove doubled commas and stray spaces left by joining.

    >>> tidy("Fuad Hussein, the minister, , said so, .")
    'Fuad Hussein, the minister, said so.'
    >>> tidy("the attack left more than 50 dead people"), tidy("leave dozens of dead people")
    ('the attack left more than 50 dead', 'leave dozens dead')
    >>> tidy("called for the need for dialogue")
    'called for dialogue'
    >>> tidy("attend the event of the opening of an exhibition")
    'attend the opening of an exhibition'
    >>> tidy("attend the event of the embassy")
    'attend the event of the embassy'
    """
    text = _AT_THE_EVENT.sub("", text) if " event of " in text else text
    text = _LEFT_DEAD.sub(r"\1 \2", text) if "dead people" in text else text
    text = _NEED.sub(r"\1 for", text) if "the need for" in text else text
    text = text.replace(" the control of ", " control of ")
    text = _SPACE_BEFORE.sub(_ITS_MARK, " ".join(text.split()))
    return _MARKS.sub(_ITS_MARK, _MARKS.sub(_ITS_MARK, text))


def sentence(text: str) -> str:
    """Finish a sentence: capital, full stop, tidy marks.

    >>> sentence("the ministry welcomed the agreement")
    'The ministry welcomed the agreement.'
    """
    text = tidy(text).rstrip(" ,.;:")
    return upper_first(text) + ("" if text.endswith(".”") else ".")


def spoken_date(iso: str) -> str:
    """Write an ISO date, month or year for readers.

    >>> spoken_date("2021-07-26"), spoken_date("2021-07"), spoken_date("--07-26")
    ('26 July 2021', 'July 2021', '26 July')
    """
    parts = iso.removeprefix("--").split("-")
    if iso.startswith("--"):  # no year is known
        parts = ["", *parts]
    words = [part for part in parts[:1] if part]
    if len(parts) > 1:
        words.insert(0, MONTHS[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def figure(value: float) -> str:
    """Write a number with thousands commas, never rounded.

    >>> figure(2500), figure(11.8), figure(5000000), figure(84_410_000_000), figure(3_800_000_000_000)
    ('2,500', '11.8', '5 million', '84.41 billion', '3.8 trillion')
    """
    if value == int(value):
        whole = int(value)
        for name, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
            if whole >= size and whole % (size // 100) == 0:
                return f"{whole / size:,.10g} {name}"
        return f"{whole:,}"
    return f"{value:,.10g}" if value < 10**15 else str(value)
