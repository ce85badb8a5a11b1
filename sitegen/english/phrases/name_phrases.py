"""Names where they stand: alone, behind an office, with a nationality behind them."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from sitegen.english.phrases.edges import quoted
from sitegen.english.phrases.games import with_game
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.phrase_parts import called, name_phrase, of_nation, past_nation
from sitegen.english.words import wording
from sitegen.english.words.adjectives import Adjective, adjectives, demonyms
from sitegen.english.words.grammar import grammar, preposition
from sitegen.english.words.lines import COMMA, HARD
from sitegen.english.words.lookup import NATION, Hit
from sitegen.english.words.tagging import Known, Sentence
from sitegen.model import Entity
from sitegen.text.fold import match_key

CAPITAL, COUNTERPART = "capital", "counterpart"
#: A name has at most so many words, an office behind it.
_NAME, _OFFICE = 6, 4
#: The name of a rival has at most so many words.
_RIVAL = 5
_SON = frozenset(map(match_key, ("بن", "ابن", "بنت")))
#: «British people», not Britishes.
_NO_PLURAL = ("sh", "ch", "ese", "ss")
_WHOSE = {"ه": "his", "ها": "her", "هم": "their", "هما": "their"}


def brand(s: Sentence, i: int, known: Known) -> bool:
    """Say whether one word in quotation marks is no man but what is called after him: «وقعت "العثيم" …»."""
    person = isinstance(known.value, Entity) and known.value.kind == "person"
    return person and known.end == i + 1 and quoted(s, i) and quoted(s, i + 1)


def name(s: Sentence, i: int, known: Known) -> NP | None:
    """Return the phrase of a name that begins at word `i`, with the nationality behind it."""
    entity = known.value
    if not isinstance(entity, Entity):
        return None
    np = name_phrase(entity)
    if np is None or (entity.kind == "place" and _club(s, known.end)):
        return None
    work = grammar().works.get(s.key(i)[len(known.lead) :], "") if entity.kind == "place" else ""
    if work and work not in np.en.lower():
        np = replace(np, en=f"{np.en} {work}")
    np = with_game(s, replace(np, end=past_nation(s, known, entity)))
    end = np.end
    while entity.kind == "person" and s.key(end) in _SON and not (s.hard(end) or s.hard(end + 1)):
        end += 2  # «خالد الفيصل بن عبدالعزيز»: his fathers
    acts = entity.id in s.states or (i == 0 and s.role == "title" and entity.kind == "place")
    return replace(np, end=end, acts=acts)  # «جدة تنظم …»: its people do


def club_inside(s: Sentence, i: int, hit: Hit) -> NP | None:
    """Return the club whose own name begins behind word `i`: «نادي الأهلي المصري» is Al Ahly of Cairo."""
    body = hit.noun.proper and hit.noun.kind == "org" and hit.end > i + 1
    for known in s.entities.get(i + 1, ()) if body else ():
        club = known.value
        if not isinstance(club, Entity) or club.kind != "org" or hit.noun.en in club.en:
            continue
        if not known.lead and known.end >= hit.end:
            return name(s, i + 1, known)
    return None


def _club(s: Sentence, j: int) -> bool:
    """Say whether a nationality at word `j` is that of a club called after a town: «أتلانتا الإيطالي»."""
    key = s.key(j)
    found = (
        adjectives().get(key[2:]) if key.startswith("ال") and not s.hard(j) and j not in s.entities else None
    )
    return found is not None and found.rank == NATION and found.shape == "m"


def nation(key: str) -> Adjective | None:
    """Return the nationality of which a word without its clitics is the plural for people: «التونسيين».

    >>> found = nation("التونسيين")
    >>> found.en if found else "", nation("التونسيه")
    ('Tunisian', None)
    """
    found = adjectives().get(key.removeprefix("ال"))
    if found is None or found.rank != NATION or found.shape != "p" or not key.endswith(("ين", "ون")):
        return None
    return found


def people(i: int, key: str) -> NP | None:
    """Read word `i`, without its clitics `key`, as the people of a country: «التونسيين» the Tunisians."""
    found = nation(key)
    if found is None:
        return None
    many = f"{found.en} people" if found.en.endswith(_NO_PLURAL) else f"{found.en}s"
    return NP(i + 1, many, "person", definite=key.startswith("ال"), plural=True)


@lru_cache(maxsize=4096)
def of_a_nation(key: str) -> str:
    """Return the shape of a nationality said of one person, with ال; '' for any other word.

    >>> of_a_nation("البرازيلي"), of_a_nation("الروسيه"), of_a_nation("البرازيل")
    ('m', 'f', '')
    """
    found = adjectives().get(key[2:]) if key.startswith("ال") else None
    return found.shape if found and found.rank == NATION and found.shape in ("m", "f") else ""


def citizen(s: Sentence, i: int, lead: str) -> NP | None:
    """Read a name behind its nationality: «الروسية ماريا شارابوفا»."""
    shape = of_a_nation(s.key(i)[len(lead) :])
    if not shape or s.hard(i + 1):
        return None
    for known in s.entities.get(i + 1, ()):
        if known.lead == "" and isinstance(known.value, Entity) and known.value.kind == "person":
            found = name(s, i + 1, known)
            return replace(found, fem=shape == "f") if found else None
    return None


def of_two_nations(s: Sentence, np: NP) -> NP:
    """Take in the nations of two: «الرئيسان العراقي والإيراني» the Iraqi and Iranian presidents."""
    j, what = np.end, np.en.removeprefix("two ")
    if what == np.en or not np.definite or s.hard(j) or s.hard(j + 1) or s.key(j + 1)[:1] != "و":
        return np
    one, other = s.key(j), s.key(j + 1)[1:]
    if not (of_a_nation(one) and of_a_nation(other)):
        return np
    return replace(np, end=j + 2, en=f"{adjectives()[one[2:]].en} and {adjectives()[other[2:]].en} {what}")


def with_name(s: Sentence, np: NP) -> NP:
    """Join a role and the name that stands right after it."""
    j = np.end
    if j >= len(s.tokens) or not (HARD & set(s.gaps[j])) <= COMMA:
        return np
    while s.key(j) in grammar().titles and not any(not k.lead for k in s.entities.get(j, ())):
        j += 1
        if s.hard(j) and s.gaps[j : j + 1] != (".",):
            return np
    for known in s.entities.get(j, ()):
        if known.lead == "" and isinstance(known.value, Entity) and known.value.kind == "person":
            entity = known.value
            role = "" if np.en in grammar().sorts["honorific"] else np.en  # «الحاج فلان» is called so
            if entity.en.lower().startswith(f"{np.en.rsplit(' ', 1)[-1].lower()} "):
                role = np.en.rpartition(" ")[0]  # «البابا السابق بنديكت»: former Pope Benedict
            shown = (
                f"{entity.en}, {wording.a(role)},"
                if of_nation(role)
                else wording.with_role(role, entity.en)
                if role
                else called(entity)
            )
            of_a_body = np.en.rsplit(" ", 1)[-1] in grammar().sorts["ranked"]  # «مديرها فلان»: the company's
            if np.owner and not of_a_body:  # «نظيره السوري فلان»
                shown = f"{_WHOSE[np.owner]} {np.en} {entity.en}"
            return NP(known.end, shown, "person", proper=True, fem=np.fem, entity=entity)
    return _past_rival(s, np) if np.owner and np.en == COUNTERPART else np


def _past_rival(s: Sentence, np: NP) -> NP:
    """Step over the name of a rival that is on no list to its nationality: «نظيره أخيسار سبور التركي»."""
    for j in range(np.end, min(np.end + _RIVAL, len(s.tokens))):
        key = s.key(j)
        if s.hard(j) or preposition(s, j) or key in grammar().boundaries:
            break
        if j > np.end and of_a_nation(key) == "m":
            return replace(np, en=f"{adjectives()[key[2:]].en} {np.en}", end=j + 1)
    return np


def named(s: Sentence, np: NP, i: int) -> NP:
    """Take in the name that stands behind a definite phrase, whose noun is word `i`."""
    if not np.definite or np.plural:
        return of_two_nations(s, np)
    if np.kind != "person":
        return with_city(s, np, i)
    return np if COMMA & set(s.gaps[np.end : np.end + 1]) and _of_him(s, i) else with_name(s, np)


def _of_him(s: Sentence, i: int) -> bool:
    """Say whether the office up to word `i` is his who is named before: «استقبل فلان وزير الصحة، فلانا»."""
    for j in range(i, max(i - _OFFICE, 0), -1):
        if s.hard(j) or preposition(s, j):
            return False
        ending = (k.value for at in range(max(j - _NAME, 0), j) for k in s.entities.get(at, ()) if k.end == j)
        if any(isinstance(value, Entity) and value.kind == "person" for value in ending):
            return True
    return False


def with_city(s: Sentence, np: NP, start: int) -> NP:
    """Join a capital and the city named right after it, or by the whole: «العاصمة الليبية طرابلس»."""
    if s.hard(np.end) or not np.en.endswith(CAPITAL):
        return np
    within = (k for k in s.entities.get(start, ()) if k.end == np.end + 1)
    for known in (*within, *(k for k in s.entities.get(np.end, ()) if k.lead == "")):
        city = known.value
        if isinstance(city, Entity) and city.kind == "place" and city.en not in demonyms():
            return replace(np, end=known.end, en=f"{np.en}, {city.en},")
    return np


def named_before(s: Sentence, j: int, np: NP) -> NP | None:
    """Return the body that «التنظيم» or «الوزارة» alone means: named before, and no other of its sort is."""
    if np.kind != "org" or np.entity or not np.definite or np.plural or np.end != j + 1:
        return None
    after = s.key(j + 1)
    if after.startswith("ال") and not (
        s.hard(j + 1) or preposition(s, j + 1) or after in grammar().boundaries or j + 1 in s.dates
    ):
        return None  # «الفريق الأول»
    body = s.bodies.get(s.key(j).removeprefix("ال")) if s.key(j).startswith("ال") else None
    first = body.mentions[0] if body else None
    if body is None or first is None or (first.line, first.start) >= (s.line, s.start + s.tokens[j].start):
        return None
    name = name_phrase(body)
    return replace(name, end=j + 1) if name else None
