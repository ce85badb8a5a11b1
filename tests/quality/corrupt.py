"""Make a true English sentence false in one known way, the same way every time.

Each function takes the sentence and a seeded `Random` and returns the false
sentence, or None where it offers no foothold.  Nothing here uses the gate's own
word lists, so that the gate is not measured against itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random


def _list(names: str) -> tuple[str, ...]:
    return tuple(names.split(", "))


_WEEKDAYS = _list("Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday")
_MONTHS = _list("January, February, March, April, June, July, August, September, October, November, December")
_NUMBERS = _list(
    "two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, fifteen, twenty, thirty, "
    "forty, fifty"
)
_COUNTRIES = _list(
    "Iraq, Iran, Syria, Egypt, Turkey, Russia, China, Japan, France, Germany, Italy, Spain, Brazil, "
    "Mexico, India, Pakistan, Nigeria, Kenya, Canada, Australia, Indonesia, Scotland, England, Britain, "
    "America, Israel, Lebanon, Jordan, Saudi Arabia, Qatar, Kuwait, Yemen, Libya, Tunisia, Algeria, "
    "Morocco, Sudan, Ukraine, Poland, Sweden, Norway, Greece, Macedonia, the United States, the UK, the "
    "US, London, Paris, Berlin, Moscow, Beijing, Washington, New York, Baghdad, Tehran, Cairo, Madrid, "
    "Rome"
)
_SEATS = [
    {"the United States", "Washington"}, {"the US", "Washington"}, {"America", "Washington"},
    {"Iraq", "Baghdad"}, {"the UK", "London"}, {"Britain", "London"}, {"France", "Paris"},
    {"Germany", "Berlin"}, {"China", "Beijing"}, {"Russia", "Moscow"}, {"Iran", "Tehran"}, {"Egypt", "Cairo"},
    {"Italy", "Rome"}, {"Spain", "Madrid"},
]  # fmt: skip
_NATIONS = _list(
    "Iraqi, Iranian, Syrian, Egyptian, Turkish, Russian, Chinese, Japanese, French, German, Italian, "
    "Spanish, Brazilian, Mexican, Indian, Pakistani, Nigerian, Canadian, Australian, Indonesian, "
    "Scottish, English, British, American, Israeli, Lebanese, Saudi, European, African, Libyan, Polish, "
    "Swedish"
)
_INVENTED = _list(
    "Karim Haddad, Tom Henley, Greta Lindqvist, Omar Zubaidi, Paul Whitcombe, Nadia Fawzi, Igor Petrenko, "
    "Lucy Marchetti, Hiroshi Tanaka, Boris Vukovic, Samuel Okafor, Elena Duarte, Yusuf Demirel, Anna "
    "Kowalska, Frank Delaney, Rania Khalidi, Victor Moreau, Ken Fujimoto, Ali Mansouri, George Pappas, "
    "Maya Feldman, Ivan Dragomir, Peter Blomberg, Salma Tahiri, Hugo Castellano, Robert Ashworth, Diana "
    "Quigley, Wang Jun"
)
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|can|could|should|may|might|must)\b(?! (?:not|never)\b)"
)
_NOT = re.compile(
    r"\b(is|are|was|were|has|have|had|do|does|did|would|could|should|might)n't\b|\b(?:not|never) |\bcannot\b"
)
_NAME = re.compile(
    r"(?<![.!?:\"'\u201c] )(?<!^)\b(?:[A-Z][a-z\u00c0-\u024f]+(?:-[A-Z][a-z]+)? ){1,2}"
    r"[A-Z][a-z\u00c0-\u024f]{2,}\b"
)
_PROPER = r"[A-Z][\w\u00c0-\u024f'-]+(?: (?:al-|bin |de |van )?[A-Z][\w\u00c0-\u024f'-]+){0,3}"
_PAST = "met|beat|won|told|gave|sent|led|saw|took|fought|struck|hit|left|shot|sued|overtook|thanked"
_DOES = rf"(?:[a-z]+ed|{_PAST}|[a-z]{{2,}}(?:[^s\W])s)"
_ACT = re.compile(
    rf"\b({_PROPER}) ((?:has |have |had |will )?{_DOES}(?: (?:to|out at|for|off))?(?: the)?) ({_PROPER})"
)
#: Capitals at the head of a sentence that are no names.
_NO_NAMES = re.compile(
    r"(?:The|With|But|And|However|In|On|At|After|Before|While|When|If|He|She|It|They|We|I|You|This|That|These|Those|Police|What|How|Why|New|One|Two)\b"
)
_FIGURE = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w])")


def number(text: str, random: Random) -> str | None:
    """Change one figure or number word."""
    words = rf"\b(?:{'|'.join(_NUMBERS)})\b"
    found = [*_FIGURE.finditer(text), *re.finditer(words, text)]
    if not found:
        return None
    m = random.choice(found)
    old = m.group()
    if old in _NUMBERS:
        new = random.choice([w for w in _NUMBERS if w != old])
    elif "." in old:
        new = f"{float(old.replace(',', '')) + random.choice((0.3, 1.1, 2)):g}"
    else:
        value = int(old.replace(",", ""))
        new = (
            f"{value + random.choice((1, 2, 7, value, 10 * value, 9 * value)):,}"
            if "," in old
            else str(value + random.choice((1, 2, 7, 30)))
        )
    return text[: m.start()] + new + text[m.end() :]


def date(text: str, random: Random) -> str | None:
    """Change one weekday or month."""
    return _other(text, random, _WEEKDAYS) or _other(text, random, _MONTHS)


def place(text: str, random: Random) -> str | None:
    """Change one country, capital or nationality."""
    return _other(text, random, _COUNTRIES) or _other(text, random, _NATIONS)


def _other(text: str, random: Random, names: tuple[str, ...]) -> str | None:
    found = list(re.finditer(rf"\b(?:{'|'.join(names)})\b", text))
    if not found:
        return None
    m = random.choice(found)
    new = random.choice([name for name in names if name not in text])
    if {m.group(), new} in _SEATS:  # Beijing announces what China announces
        new = random.choice([name for name in names if name not in text])
    return text[: m.start()] + new + text[m.end() :]


def name(text: str, random: Random) -> str | None:
    """Put an invented person where a name of several words stands."""
    found = list(_NAME.finditer(text))
    if not found:
        return None
    m = random.choice(found)
    return text[: m.start()] + random.choice(_INVENTED) + text[m.end() :]


def negation_added(text: str, random: Random) -> str | None:
    """Deny what is said."""
    found = list(_AUXILIARY.finditer(text))
    if not found:
        return None
    m = random.choice(found)
    return f"{text[: m.end()]} not{text[m.end() :]}"


def negation_dropped(text: str, random: Random) -> str | None:
    """Say what is denied."""
    found = list(_NOT.finditer(text))
    if not found:
        return None
    m = random.choice(found)
    new = (m.group(1) or "") if m.group() != "cannot" else "can"
    return text[: m.start()] + new + text[m.end() :]


def agents(text: str, random: Random) -> str | None:
    """Let the one who suffers do it: two names about a verb change places."""
    for m in _ACT.finditer(text):
        if not (_NO_NAMES.match(m.group(1)) or _NO_NAMES.match(m.group(3)) or m.group(1) == m.group(3)):
            return f"{text[: m.start()]}{m.group(3)} {m.group(2)} {m.group(1)}{text[m.end() :]}"
    return None


KINDS: dict[str, Callable[[str, Random], str | None]] = {
    "number": number, "date": date, "place": place, "invented name": name,
    "negation added": negation_added, "negation dropped": negation_dropped, "swapped agents": agents,
}  # fmt: skip
