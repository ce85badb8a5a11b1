"""Noun phrases understood to the last word: idafa chains, adjectives, figures, names with roles.

A phrase is read only from words that are known with one meaning; it ends where
something begins that cannot belong to it.  What is not understood is not read:
`noun_phrase` answers None rather than half a phrase.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from sitegen.english.phrases.adjective import adjective
from sitegen.english.phrases.calling import called, called_at, counts, is_that
from sitegen.english.phrases.complements import bare_infinitive, complement, done_by, done_so, of_whom
from sitegen.english.phrases.completed import completed, compound, lies_in, of_two, strange
from sitegen.english.phrases.counted import a_time, counted
from sitegen.english.phrases.determined import determined
from sitegen.english.phrases.edges import quoted
from sitegen.english.phrases.idafa import (
    completes,
    either,
    is_verb,
    listed_deed,
    parted,
    stranger,
    takes_none,
    vague,
    whose_name,
)
from sitegen.english.phrases.joined import joined
from sitegen.english.phrases.measured import in_full, with_stuff
from sitegen.english.phrases.name_phrases import (
    CAPITAL,
    brand,
    citizen,
    club_inside,
    name,
    named,
    nation,
    of_a_nation,
    people,
)
from sitegen.english.phrases.phrase import NP, OWN
from sitegen.english.phrases.phrase_parts import (
    accusative,
    all_quoted,
    in_a_row,
    introducing,
    latin_name,
    of_nation,
    past_title,
    stops,
)
from sitegen.english.phrases.qualities import described, qualities
from sitegen.english.phrases.sportsmen import sportsman
from sitegen.english.phrases.wants import fits
from sitegen.english.words.doings import doings
from sitegen.english.words.grammar import grammar
from sitegen.english.words.lookup import Hit, lookup, may_be_noun
from sitegen.english.words.nouns import Noun
from sitegen.english.words.tagging import Sentence, in_place
from sitegen.model import Entity

_BETWEEN, _THE = "بين", "ال"


def noun_phrase(s: Sentence, i: int, lead: str = "") -> NP | None:
    """Read the longest phrase at word `i` whose first word carries the clitics `lead`."""
    word = s.key(i)
    if lead and word == lead and quoted(s, i + 1):
        return noun_phrase(s, i + 1)  # «هجوم لـ"داعش"»
    if i not in s.entities and not begins(word, lead):  # as at most words
        return None
    place = i, lead
    try:
        answer: NP | None = s.memo[place]
    except KeyError:
        found = _single(s, i, lead)
        between = i > 0 and s.key(i - 1) == _BETWEEN
        answer = s.memo[place] = joined(s, found, _single, between=between) if found else None
    return answer


@lru_cache(maxsize=65536)
def begins(word: str, lead: str) -> bool:
    """Say whether a phrase that is no name can begin with a word behind the clitics `lead`: most begin none.

    >>> begins("والقرار", "و"), begins("والقرار", "ب"), begins("يلعبون", "")
    (True, False, False)
    """
    key = word[len(lead) :]
    if not key or not word.startswith(lead):
        return False
    known = key in introducing() or key[0].isdigit() or may_be_noun(word, lead)
    return known or bool(doings(key)) or nation(key) is not None or of_a_nation(key) != ""


def _single(s: Sentence, i: int, lead: str) -> NP | None:
    key = s.key(i)
    if key == _THE and quoted(s, i + 1) and not lead:
        return _single(s, i + 1, lead)  # «تطبيق الـ"واتساب"»
    if not (begins(key, lead) or (i in s.entities and key.startswith(lead))):
        return None
    key = key[len(lead) :]
    if key not in introducing() and not key[:1].isdigit():
        return _best(s, i, lead) or people(i, key) or citizen(s, i, lead)
    if key in grammar().determiners and (found := determined(s, i, lead, _single)):
        return found
    if (
        key[:1].isdigit()
        or key in grammar().numbers
        or key in grammar().elevens
        or key in grammar().approximations
        or key in grammar().scales
    ) and (count := counted(s, i, lead, noun_phrase)):
        figure, noun = count
        return a_time(s, _complements(s, figure, noun)) if noun else figure
    return _best(s, i, lead) or (_after_title(s, i, lead) if key in grammar().titles else None)


def _after_title(s: Sentence, i: int, lead: str) -> NP | None:
    """Read a name behind its title: «الدكتور …»."""
    j = i
    key = s.tokens[i].key[len(lead) :]
    while key in grammar().titles and j - i < 4 and not (s.hard(j + 1) and s.gaps[j + 1 : j + 2] != (".",)):
        j += 1
        key = s.key(j)
        for known in s.entities.get(j, ()):
            if known.lead == "" and isinstance(known.value, Entity) and known.value.kind == "person":
                return name(s, j, known)
    office = _best(s, j, "") if j > i and not s.hard(j) else None
    return office if office and office.kind == "person" else None  # «سمو أمير المنطقة»


def _best(s: Sentence, i: int, lead: str) -> NP | None:
    """Read a name or a common noun, whichever reaches further; our own wording of bodies wins a tie."""
    named = next((k for k in s.entities.get(i, ()) if k.lead == lead and not brand(s, i, k)), None)
    for hit in lookup(s, i, lead):
        if club := club_inside(s, i, hit):
            return club
        capital = named is not None and hit.noun.en == CAPITAL
        short = named and (hit.end, hit.noun.kind in ("org", "place")) < (named.end, True)
        if short and not capital:
            break
        np = sportsman(s, hit, _common(s, hit))
        if np and not (capital and not np.en.endswith(",")):
            return np
    return name(s, i, named) if named else _doing(s, i, lead)


def _doing(s: Sentence, i: int, lead: str) -> NP | None:
    """Read a deed that is told by what it is done to: «رفع الحظر» the lifting of the ban."""
    rows = doings(s.key(i)[len(lead) :])
    sub = _single(s, i + 1, "") if rows and not s.hard(i + 1) else None
    fitting = (noun for wants, noun in rows if sub and any(fits(sub, want) for want in wants))
    done = next((np for noun in fitting if (np := _common(s, Hit(i + 1, noun, definite=False)))), None)
    return done if done and done.whole else None


#: The verbs of deeds that are called otherwise before what completes them.
_SAID_SO = {"upholding": "uphold", "discovery": "discover"}


class _Second(Struct, frozen=True, gc=False):
    """What stands behind a noun and completes it: «مدير [المستشفى]»."""

    sub: NP | None
    #: Another noun is joined to it, and so to the noun too: «أسعار الخضروات والفواكه».
    more: bool = False
    #: The pronoun of whom it belongs to: «سحب قواتها».
    owner: str = ""


def _common(s: Sentence, hit: Hit) -> NP | None:
    """Build a phrase around a common noun: what completes it, its adjectives, its prepositions, a name."""
    noun = hit.noun
    plain = NP(
        hit.end, noun.en, noun.kind, hit.definite, noun.plural, noun.mass, noun.fem, noun.proper,
        source=noun.source,
    )  # fmt: skip
    second = _second(s, hit, plain)
    if not isinstance(second, _Second):
        return second
    en, j, definite, sub, infinitive = noun.en, hit.end, hit.definite, second.sub, listed_deed(s, hit)
    if sub is not None:
        en, infinitive = _joined(noun, sub, more=second.more)
        if strange(noun, sub, en):
            return None
        plain = replace(plain, mass=noun.mass or bool(noun.verb and not noun.plural))
        known = (sub.definite or sub.proper) and not counts(noun, sub)
        definite, j = known and not lies_in(noun, sub) and (noun.link != "" or definite), sub.end
    found = plain if plain.definite == definite else replace(plain, definite=definite)
    if sub is not None and (either(s, j, found, sub) or whose_name(noun, sub)):
        return None
    adjs, after = qualities(s, j, found)
    if adjs and sub is None and (of_two(hit) or (noun.en.startswith("UN ") and not of_nation(adjs))):
        return None  # «مجلس الأمن السيبراني» is not that of the United Nations
    if not noun.proper or sub is not None or of_nation(adjs):
        j = after  # «الذهب الأسود» is no gold: what is not told is not passed over
    proper = noun.proper and sub is None
    if adjs or sub is not None:
        en, proper = _with_adjectives(noun, second, en, adjs)
    np = NP(
        j, en, noun.kind, definite, noun.plural, plain.mass, noun.fem, proper,
        infinitive=infinitive or bare_infinitive(noun, en, sub), owner=hit.owner or second.owner,
        source=noun.source, whole=sub is not None, alone=hit.alone,
        args=(*(prep for prep, _ in noun.preps), *(sub.args if sub else ())),
    )  # fmt: skip
    np = past_title(s, np)
    if not s.hard(np.end):
        np = in_a_row(s, _complements(s, in_full(s, np), noun))
    return None if vague(noun, np) else named(s, np, hit.end - 1)


def _joined(noun: Noun, sub: NP, *, more: bool) -> tuple[str, str]:
    """Return a noun with what completes it, and the infinitive of a deed."""
    if told := called(noun, sub):
        deed = told.partition(" of ")[0]  # «الكشف عن مقبرة»: discover it
        return told, told.replace(f"{deed} of", _SAID_SO[deed]) if deed in _SAID_SO else ""
    return completed(noun, sub, more=more)


def _with_adjectives(noun: Noun, second: _Second, en: str, adjs: str) -> tuple[str, bool]:
    """Return a noun with its adjectives, and whether it is told without an article, as a name is."""
    sub = second.sub
    if sub is not None and sub.entity is not None and of_nation(adjs):
        adjs = ""  # «لاعب ريال مدريد الإسباني»: the club is Spanish, not the player
    if sub is not None and not second.more and (joined := compound(noun, sub, adjs)):
        return joined, True
    proper = noun.proper and sub is None
    if not adjs or proper:
        return en, proper
    at = called_at(noun, sub)
    return at + described(adjs, en.removeprefix(at)), False


def _second(s: Sentence, hit: Hit, plain: NP) -> _Second | NP | None:
    """Read what completes a noun; a phrase if the two of them are one, None if they cannot be told."""
    noun, j = hit.noun, hit.end
    if latin := latin_name(s, hit):
        return latin
    bare = noun.open or not (hit.definite or hit.alone or takes_none(s, hit) or adjective(s, j, plain))
    free = bare and not s.hard(j) and not stops(s, j)
    sub = _single(s, j, "") if free and (not quoted(s, j) or all_quoted(s, j)) else None
    if sub and ((noun.open and noun.plural and sub.kind == "place") or (noun.verb == "" and s.hard(sub.end))):
        sub = joined(s, sub, _single) or sub  # «وزيرا خارجية مصر والأردن»، «وفاة ضابط، وجندي»
    if sub is not None and noun.kind == sub.kind == "person" and stranger(noun):
        free, sub = False, None  # «قتل مسلح 19 طفلا»: he has no children
    if sub and is_verb(s, j, noun, sub):
        free, sub = False, None  # «جثة شاب غرق»: he drowned
    if not free or (sub is None and not noun.open and parted(s, j, noun)):
        return None if noun.open else _Second(None)
    if sub is not None and (done := done_by(s, noun, sub, noun_phrase)):
        return done
    owner = sub.owner if sub and noun.kind == "event" and not hit.owner and OWN not in sub.en else ""
    if sub is not None and owner:
        sub = replace(sub, en=f"{OWN} {sub.en}", proper=True, owner="")
    if sub is not None and sub.alone and accusative(s, j):
        return None if noun.open else _Second(None)  # «وفاة سائح غرقا»: how he died
    if sub is None or not completes(s, noun, sub):
        return None
    wrapped = "place" if noun.kind == "place" else "org"
    if noun.wrapper and (sub.entity.kind if sub.entity else sub.proper and sub.kind) == wrapped:
        trade = noun.en == "company" and not s.hard(sub.end) and s.key(sub.end).startswith("لل")
        return replace(sub, end=sub.end + trade)  # «نادي الوداد», «شركة شفروليه للسيارات»
    if (noun.en, sub.kind) in grammar().said_twice or is_that(noun, sub):
        return sub
    return _Second(sub, s.key(sub.end)[:1] == "و" and not s.hard(sub.end), owner)


def _complements(s: Sentence, np: NP, noun: Noun) -> NP:
    """Take in the prepositional phrases that the noun asks for, and «في» with a place."""
    taken = ""
    for _ in range(3):
        j = np.end
        again = s.key(j) == taken  # «500 طن من القمح من روسيا»: tonnes of wheat, from there
        hit = (
            None
            if again or s.hard(j)
            else complement(s, j, noun, np, noun_phrase) or of_whom(s, j, np, noun_phrase)
        )
        if hit is None:
            break
        taken, (end, text) = s.key(j), hit
        infinitive = done_so(noun, np, text)
        where = text if np.kind in ("person", "thing") and text.startswith("in ") and in_place(s, j) else ""
        en = with_stuff(np.en, text) if text else np.en
        np = replace(np, end=end, en=en, infinitive=infinitive, where=where)
        if text.startswith("aged "):
            break  # «شاب يبلغ 20 عاما في نابلس»: where it befell him
    return np
