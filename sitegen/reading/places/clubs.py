"""Clubs by a name that is a plain word and that clubs of several countries bear: «النصر», «الأهلي».

Such a name counts only in a report of sport that somewhere puts a word of clubs before it («نادي النصر»), and
only if the page names one of the countries that have such a club, and no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from sitegen import data
from sitegen.reading.places.cues import inside_body
from sitegen.reading.places.gazetteer import Lead, is_cue, phrase_key
from sitegen.reading.places.state_bodies import TextLine
from sitegen.text.phrases import Hit

#: A country named once may be that of a player.
_TWICE = 2


@cache
def holders() -> Mapping[str, Mapping[str, str]]:
    """Return, by name, the countries that have a club of it with its id, '' for one without a record."""
    found: dict[str, dict[str, str]] = {}
    for country, names in data.table("entities")["bare_clubs"].items():
        for form, id in names.items():
            found.setdefault(phrase_key(form), {})[country] = id
    return found


def bare_name(hit: Hit[Lead]) -> str:
    """Return the bare name of a club that a form is, '' for any other form."""
    return next((lead.club or "" for lead in hit.values if lead.kind == "club"), "")


def as_club(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a word of clubs stands right before a name: «حارس النصر»."""
    return line.joined(hit.first) and is_cue(line.tokens[hit.first - 1].key, "clubs.before")


def called(lines: Iterable[TextLine]) -> frozenset[str]:
    """Return the bare names before which the page puts a word of clubs."""
    return frozenset(
        name
        for line in lines
        for hit in line.hits.values()
        if (name := bare_name(hit)) and as_club(line, hit)
    )


def club_of(name: str, called: Iterable[str], named: Mapping[str, int], text: str) -> str:
    """Return the id of the one club of that name in the countries that a page names, '' if in doubt.

    Its country is named twice at least, or its league is, and has a club for each name `called` so.

    >>> victory, youth = phrase_key("النصر"), phrase_key("الشباب")
    >>> club_of(victory, [victory, youth], {"SA": 2, "GB": 1}, "")
    'al-nassr'
    >>> [club_of(victory, [victory], named, "") for named in ({"SA": 2, "AE": 1}, {"SA": 1}, {})]
    ['', '', '']
    """
    leagues = data.table("entities")["clubs"]["leagues"]
    known = holders().get(name, {})
    near = {country for league, country in leagues.items() if league in text}
    found = [country for country in known if country in named or country in near]
    if len(found) != 1 or not (found[0] in near or named[found[0]] >= _TWICE):
        return ""
    return known[found[0]] if all(found[0] in holders()[each] for each in called) else ""


def qualified(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether an adjective makes a bare name another name: «الاتحاد الدولي», «الهلال الأحمر»."""
    if not line.joined(hit.last):
        return False
    after = line.tokens[hit.last].key
    return after.startswith("ال") and not is_cue(after, "clubs.no_adjective")


def stands_for_club(line: TextLine, hit: Hit[Lead], *, title: bool) -> bool:
    """Say whether a bare name is the club here, on a page where it is one somewhere.

    A word of everyday («الشباب») needs its cue again, or to open a `title` or a part of it, «الزوراء
    والشرطة».
    """
    if inside_body(line, hit) or qualified(line, hit):
        return False
    if as_club(line, hit):
        return True
    opens = not line.joined(hit.first) or (hit.first == 1 and hit.prefix == "و")
    everyday = is_cue(line.tokens[hit.first].key, "clubs.everyday")
    return not everyday or (title and opens and hit.prefix in ("", "و"))
