"""Who does it: a phrase understood to its end, or "a company" where its name or description is not."""

from __future__ import annotations

import re

from msgspec.structs import replace

from sitegen.english.phrases.adjective import adjective
from sitegen.english.phrases.borders import whole
from sitegen.english.phrases.edges import QUOTES, changed, quoted
from sitegen.english.phrases.games import with_game
from sitegen.english.phrases.name_phrases import named_before
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import NP, head_of
from sitegen.english.phrases.phrase_parts import called
from sitegen.english.phrases.sorts import sorts
from sitegen.english.phrases.wants import fits
from sitegen.english.words import wording
from sitegen.english.words.grammar import grammar, number_value, preposition, small
from sitegen.english.words.lines import COMMA
from sitegen.english.words.lookup import Hit, lookup
from sitegen.english.words.mention_words import mention_words
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import verb_form
from sitegen.text.fold import match_key

_FROM, _TO = match_key("من"), match_key("إلى")
_UNDER, _IN = match_key("تحت"), "في"
_QUOTED = "".join(QUOTES)
#: A body whose name would be put together word by word: "the authority of development of the society".
_PUT_TOGETHER = re.compile(r"(?:authority|commission|foundation|agency|institute|department) of [^A-Z]* of ")
#: «بنادي هجر», «في نادي هجر»; «بالنادي الأهلي».
#: So many words of a name or a description are stepped over.
_NAME, _QUALITIES, _TRADE = 3, 3, 6
#: So many offices may stand before a name.
_OFFICES = 4


def subject_phrase(s: Sentence, j: int) -> NP | None:
    """Read the subject at word `j`; `end` is where the sentence goes on."""
    np = noun_phrase(s, j)
    if np is not None and changed(s, np.end):
        return None
    if np is not None and (body := named_before(s, j, np)):
        return body
    if np is not None:
        np = _and_another(
            s, _seated(s, _of_a_club(s, _aged(s, from_where(s, _who_it_is(s, _whither(s, np))))))
        )
    if np is not None and np.kind == "org" and not np.entity and _PUT_TOGETHER.match(np.en):
        return _sort_of(s, j)  # «هيئة تنمية المجتمع»: its name in English is another
    if np is not None and (np.parts > 1 or np.entity or np.owner or whole(s, np)):
        return np
    return _sort_of(s, j) or np


def _whither(s: Sentence, np: NP) -> NP:
    """Take in where to something is sent: «توقف ضخ الغاز إلى العراق» is no stop to Iraq."""
    if s.hard(np.end) or s.key(np.end) != _TO or head_of(np.en) not in grammar().sorts["conveyed"]:
        return np
    place = noun_phrase(s, np.end + 1) if not s.hard(np.end + 1) else None
    if place is None or place.kind != "place" or not whole(s, place):
        return np
    return replace(np, en=f"{np.en} to {place.full}", end=place.end)


def _who_it_is(s: Sentence, np: NP) -> NP:
    """Step to the man whose offices stand before his name: «أمير المنطقة، رئيس المجلس، الأمير فلان، …»."""
    more: NP | None = np
    for _ in range(_OFFICES):
        if (
            more is None
            or more.kind != "person"
            or more.plural
            or not (more.definite or more.proper)
            or more.owner
        ):
            return np
        if more.entity:
            return more
        apart = more.end < len(s.tokens) and s.gaps[more.end] != "" and s.gaps[more.end] in COMMA
        more = noun_phrase(s, more.end) if apart else None
    return np


def from_where(s: Sentence, np: NP) -> NP:
    """Take in the place that people without a name are from: «علماء من روسيا»."""
    if np.kind != "person" or np.entity or np.parts > 1 or s.hard(np.end) or s.key(np.end) != _FROM:
        return np
    place = noun_phrase(s, np.end + 1)
    if place is None or not _is_home(place) or place.parts > 1 or not whole(s, place):
        return _from_a_school(s, np)
    en = f"{np.full if np.proper else np.en} from {place.full}"
    return replace(np, en=en, end=place.end)


def _is_home(place: NP) -> bool:
    known = place.kind == "place" and (place.entity is not None or place.plural)
    return place.acts or known or head_of(place.en).endswith(("states", "countries"))


def _from_a_school(s: Sentence, np: NP) -> NP:
    """Take in the university or company that people are from: «باحثون من جامعة …»."""
    for hit in lookup(s, np.end + 1, "") if np.plural and not (np.definite or np.proper) else ():
        if hit.definite or hit.noun.plural or hit.noun.en not in grammar().sorts["schools"]:
            continue
        school = noun_phrase(s, np.end + 1)
        if school and (school.definite or school.proper) and not school.owner and whole(s, school):
            return replace(np, en=f"{np.en} from {school.full}", end=school.end)
        if end := _past_title(s, hit.end):
            return replace(np, en=f"{np.en} from {wording.a(hit.noun.en)}", end=end)
    return np


def _past_title(s: Sentence, j: int) -> int:
    """Return the word after a name in quotation marks or in words that are on no list, else 0."""
    end = _past_quotes(s, j) or j
    while end - j < _NAME and not s.hard(end) and _unlisted(s, end):
        end += 1
    return end if end > j and end < len(s.tokens) and s.gaps[end].strip(_QUOTED) in COMMA | {""} else 0


def _unlisted(s: Sentence, j: int) -> bool:
    """Say whether word `j` is a name or an adjective for all that the lists know."""
    key = s.key(j)
    if key in grammar().boundaries or preposition(s, j) or j in s.dates or key[:1] in ("ي", "و", "ب", "ل"):
        return False
    return key.startswith("ال") or not (lookup(s, j, "") or verb_form(key))


def _aged(s: Sentence, np: NP) -> NP:
    """Take in how old the players of a team are: «المنتخب السعودي تحت 18 عاما»."""
    years = number_value(s.key(np.end + 1)) if np.kind == "org" and s.key(np.end) == _UNDER else None
    if years is None or s.key(np.end + 2) not in small("years_old"):
        return np
    if any(s.hard(np.end + n) for n in range(3)):
        return np
    return replace(np, en=f"{np.en} (under {years:g})", end=np.end + 3)


def _of_a_club(s: Sentence, np: NP) -> NP:
    """Step over the club of a team that is on no list: «الفريق الأول بنادي هجر» the first team of a club."""
    j = np.end
    inside = s.key(j) == "في" and not s.hard(j + 1)
    words = small("clubs" if inside else "at_clubs")
    if np.kind != "org" or np.entity or s.hard(j) or s.key(j + inside) not in words:
        return np
    club = noun_phrase(s, j + inside, "" if inside else "ب")
    if club is not None and club.entity is not None:
        return replace(np, en=f"{np.full} of {club.full}", end=club.end, proper=True)
    end = _past_title(s, j + inside + 1)
    return replace(np, en=f"{np.full} of a club", end=end, proper=True) if end else np


def _seated(s: Sentence, np: NP) -> NP:
    """Take in where a body is, before what it does: «سفارة السودان بالقاهرة تنظم …»."""
    if np.kind != "org" or np.owner or s.hard(np.end):
        return np
    apart = s.key(np.end) == _IN and not s.hard(np.end + 1)
    where = noun_phrase(s, np.end + 1) if apart else noun_phrase(s, np.end, "ب")
    if where is None or where.kind != "place" or where.entity is None or s.hard(where.end):
        return np
    if verb_form(s.key(where.end)) is None:
        return np  # «نددت الجمعية بإسرائيل»
    return replace(np, en=f"{np.en} in {where.full}", end=where.end)


def _by_name(s: Sentence, np: NP) -> NP:
    """Step to the name right behind an office: «ولي العهد وزير الدفاع الأمير فلان»."""
    office = np.kind == "person" and np.entity is None and np.definite and not (np.plural or s.hard(np.end))
    name = noun_phrase(s, np.end) if office else None
    known = name is not None and name.kind == "person" and name.entity is not None
    return replace(name, en=called(name.entity)) if known and name and name.entity else np


def _and_another(s: Sentence, np: NP) -> NP:
    """Join two men by name where a comma parts them: «الرئيس فلان، وولي العهد فلان، جلسة …»."""
    j = np.end
    if np.kind != "person" or np.entity is None or j >= len(s.tokens) or s.gaps[j] not in COMMA:
        return np
    more = noun_phrase(s, j, "و") if s.key(j)[0] == "و" else None
    more = _by_name(s, more) if more else None
    if more is None or more.kind != "person" or more.entity in (None, np.entity) or more.owner:
        return np
    if s.gaps[more.end] not in COMMA or verb_form(s.key(j)[1:]):
        return np
    en = wording.listed([np.full, more.full])
    return NP(more.end, en, "person", plural=True, proper=True, parts=2, acts=np.acts)


def _sort_of(s: Sentence, j: int) -> NP | None:
    """Read a noun, and step over a name or adjectives that are not known."""
    for hit, np in sorts(s, j):
        if hit.noun.en[:1].isupper():
            continue  # «دعت الأمم المتحدة الأطراف»: there is but one
        after = (
            _past_quotes(s, np.end)
            or _past_qualities(s, np.end, np)
            or _past_name(s, np.end, hit)
            or _past_trade(s, np.end, hit)
        )
        if after:
            sole = hit.definite and np.en in mention_words().unique  # «النيابة الترابية»
            return with_game(s, replace(np, end=after, definite=sole))
    return None


def _past_quotes(s: Sentence, j: int) -> int:
    """Return the word after a name in quotation marks: «شركة “سيسكو”», 0 if none stands there."""
    if not quoted(s, j):
        return 0
    for end in range(j + 1, min(j + 6, len(s.tokens))):
        if quoted(s, end):
            return end
        if s.hard(end):
            return 0
    return 0


def _past_qualities(s: Sentence, j: int, np: NP) -> int:
    """Return the word after definite adjectives that are not known: «الكنائس الكاثوليكية»."""
    end = j
    if head_of(np.en) != np.en or np.kind == "person" or s.key(j - 1) in small("ranks_too"):
        return 0  # «مصدر في وزارة الخارجية الروسية»: the adjective may say which ministry
    while np.definite and end - j < _QUALITIES and not s.hard(end) and end not in s.entities:
        key = s.key(end)
        if (
            not key.startswith("ال")
            or len(key) < 5
            or changed(s, end)
            or key in grammar().boundaries
            or lookup(s, end, "")
        ):
            break
        end = (adjective(s, end, np) or (end + 1, None))[0]
    return end if end > j else 0


def _past_trade(s: Sentence, j: int, hit: Hit) -> int:
    """Return the word after a quoted name behind what a company makes: «شركة صناعة السيارات "فلان"»."""
    if not hit.noun.wrapper or hit.definite:
        return 0
    for k in range(j, min(j + _TRADE, len(s.tokens))):
        if after := _past_quotes(s, k):
            return after
        if s.hard(k) or preposition(s, k) or s.key(k) in grammar().boundaries or verb_form(s.key(k)):
            return 0
    return 0


def _past_name(s: Sentence, j: int, hit: Hit) -> int:
    """Return the word after an unknown name of a company, a club, a town: «شركة سيجا …»."""
    end = j
    called = hit.noun.wrapper or fits(NP(j, hit.noun.en, hit.noun.kind), "gatherings")  # «معرض سكيب سيتي»
    while called and not hit.definite and end - j < _NAME and not s.hard(end):
        key = s.key(end)
        if key in grammar().boundaries or preposition(s, end) or lookup(s, end, "") or verb_form(key):
            break
        if end in s.dates or key[:1] in ("ي", "و", "ب", "ل"):
            break
        end += 1
    return end if end > j else 0
