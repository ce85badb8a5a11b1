"""Verbs with all they ask for: object, place, purpose, what describes the object."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from sitegen.english.parts.adjuncts import reason
from sitegen.english.parts.amounts import amount
from sitegen.english.parts.between import past_adjunct, past_aside, past_office
from sitegen.english.parts.done import Done, by_words, goes_on, intransitive
from sitegen.english.parts.extras import BARE, after_preposition, by_how_much, extra_of, rests, setting
from sitegen.english.parts.objects import may_be, object_phrase, one_of, rival
from sitegen.english.parts.penalties import CUSTODY, PENALTY, custody
from sitegen.english.parts.verb_groups import verb_group
from sitegen.english.parts.victims import people, toll
from sitegen.english.phrases.articles import anybody
from sitegen.english.phrases.borders import like_a_club
from sitegen.english.phrases.inflection import agrees, doing, inflect, its, own_move, owned, whose
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.posts import ENDING
from sitegen.english.phrases.qualities import described_as
from sitegen.english.phrases.wants import any_of, fits
from sitegen.english.words import word_forms
from sitegen.english.words.adverbs import NEVER, skip
from sitegen.english.words.grammar import grammar, phrase_end, small
from sitegen.english.words.lines import COMMA, HARD
from sitegen.english.words.senses import meant_so
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import Frame, Verb
from sitegen.text.fold import match_key

_BY = "ب"
#: Two objects: «يقرض مصر 500 مليون دولار».
_TWO = ("0", "!")

_ON, _TO = match_key("على"), match_key("إلى")


def complete(s: Sentence, j: int, verb: Verb, subject: NP, *, negated: bool = False) -> Done | None:
    """Complete `verb` at word `j` by the first frame that fits; what is negated must be told whole."""
    if not meant_so(s, verb):
        return None
    start, when = skip(s, j)
    if start < len(s.tokens) and not HARD.intersection(s.gaps[start]) <= COMMA:
        start = len(s.tokens)  # a mark stands there: nothing follows
    kinds = {"an"}
    for _ in range(4):
        for frame in verb.frames:
            told = frame.kind not in kinds
            done = _by_frame(s, start, frame, subject, negated or verb.strict) if told else None
            if done is not None:
                return replace(done, when=when if when.known else done.when)
        kinds = {"an", "0"}  # «عاد لسكة الانتصارات»: what is passed over may be where to
        if after := past_adjunct(s, start):
            if _its_own(s, start, verb):
                return None
            start = after
        elif after := past_office(s, start, subject):
            start, subject = after, replace(subject, end=after)  # another office of his may follow
        elif (after := past_aside(s, start)) and not _named_on(s, start, subject):
            start = after
        else:
            break
    return _at_least(s, start, verb, subject) if verb.strict and not negated else None


def _named_on(s: Sentence, j: int, subject: NP) -> bool:
    """Say whether the name of a body goes on at word `j`: «الهيئة الوطنية للانتخابات»."""
    body = subject.kind == "org" and subject.definite and not (subject.entity or subject.whole)
    return body and j == subject.end and s.tokens[j].light.startswith("لل")


def _its_own(s: Sentence, j: int, verb: Verb) -> bool:
    """Say whether what the verb asks for stands at word `j`: «أشرف على توزيع … على الأسر» oversaw that."""
    if j >= len(s.tokens) or s.key(j) != _ON or phrase_end(grammar().asides, s, j):
        return False
    return any(frame.kind == "p" and s.key(j) == frame.prep for frame in verb.frames)


def _at_least(s: Sentence, j: int, verb: Verb, subject: NP) -> Done | None:
    """Read «رفض طلبا …» rejected a request: true whatever the request was for."""
    for frame in verb.frames:
        if frame.kind not in ("o", "p") or frame.words or frame.extra[0] or j >= len(s.tokens):
            continue
        apart = len(frame.prep) > 1
        if apart and (s.key(j) != frame.prep or s.hard(j + 1)):
            continue
        found = one_of(s, j + apart, "" if apart else frame.prep)
        if found and may_be(s, j, frame.want, subject, found):
            return Done(found.end, frame.verb, found.full)
    return None


def _by_frame(s: Sentence, j: int, frame: Frame, subject: NP, strict: bool) -> Done | None:
    if frame.kind in ("0", "at", "amount", "level"):
        return intransitive(s, j, frame, subject)
    extra, j = ("", j) if frame.extra == _TWO else extra_of(s, j, frame, subject)
    if any((n and s.hard(j + n)) or s.key(j + n) != word for n, word in enumerate(frame.words)):
        return None
    j += len(frame.words)
    if frame.words and not extra:
        extra, j = extra_of(s, j, frame, subject)  # «أصدرت حكما بالسجن المؤبد على …»
    if frame.prep == "0" and not goes_on(s, j, frame):
        return by_words(s, j, frame, subject)
    parted = subject.end == j < len(s.tokens) and bool(COMMA.intersection(s.gaps[j]))
    if parted and frame.verb[0] in grammar().sorts["either_first"]:
        return None  # «ورافق ماكرون، رئيس الوزراء …»: who whom?
    found, must = _object(s, j, frame, strict)
    if found is None and frame.kind == "o" and frame.verb[0] in grammar().sorts["to_people"]:
        found = people(s, j) if s.role == "title" and s.key(j)[:1].isdigit() else None  # «يقتل 15 ألفا»
    apart = frame.kind == "p" and len(frame.prep) > 1
    if found is None or not may_be(s, j + apart, frame.want, subject, found):
        return None
    if frame.verb[0] in grammar().sorts["matched"] and (like_a_club(s, found) or _club_of(subject, found)):
        return None
    deed = doing(found, subject) if frame.want in ("m", "deed") else ""
    if deed is None:
        return None
    if frame.want == "deed":
        verb = (deed, word_forms.past(deed), word_forms.participle(deed))
        return Done(found.end, verb, "", skip(s, found.end)[1])
    words = f"to {deed}" if frame.want == "m" else _in_words(found, frame.verb[0], subject)
    if words is None or (found.loose and must):
        return None
    if found.loose:
        return Done(found.end, frame.verb, f"{words} {extra}".strip())
    return _with_rest(s, frame, subject, _Asked(found, words, extra, must))


def _in_words(found: NP, verb: str, subject: NP) -> str | None:
    """Return an object with its article or its owner, None in doubt whose it is."""
    return any_of(found, verb) or own_move(found, verb, subject) or owned(anybody(found), subject)


def _club_of(subject: NP, found: NP) -> bool:
    """Say whether whom a club plays is a club called after a place: «فاز الهلال على الرياض»."""
    club = subject.kind == "org" and (subject.proper or subject.entity) and "national" not in subject.en
    return bool(club) and found.kind == "place"


def _past_its_year(s: Sentence, j: int) -> int:
    """Return the word after the year right behind a noun: «أقر موازنة عام 2024» is of that year."""
    its = j in s.dates and s.key(j) in small("years") and not (s.hard(j) or s.key(j - 1).endswith("ا"))
    return s.dates[j].end if its else j


class _Asked(NamedTuple):
    """An object in words, what else the frame asks for and stands before it, and whether it must be there."""

    np: NP
    words: str
    extra: str
    must: bool


def _object(s: Sentence, j: int, frame: Frame, strict: bool) -> tuple[NP | None, bool]:
    """Read what a frame asks for at word `j`, and say whether what it asks for besides must be there."""
    link, english = frame.extra
    must = (english == "as" and link != ENDING) or english.endswith("!")
    if limited := _limited(s, j, frame):
        return limited, must
    if frame.want == "toll":
        return toll(s, j, frame.prep), must
    start = j + 1 if s.key(j) == frame.prep and not s.hard(j + 1) else len(s.tokens)
    if link == CUSTODY and (held := people(s, start)) and custody(s, held.end)[0]:
        return held, must
    if frame.kind == "p":
        told = strict and link != BARE  # what follows is what he is asked to do
        return after_preposition(s, j, frame.prep, strict=told, but=link) or rival(s, j, frame), must
    found = object_phrase(s, j, strict=strict, but=link) or rival(s, j, frame)
    if link and (found is None or (found.loose and s.key(found.end) == link)):
        # «طرد المتمردين من …»: not without that; «غادر البلاد إلى …»: the country
        taken = _BY if link == PENALTY or (len(link) > 1 and link[0] == _BY) else link  # «بتهمة …»
        full = object_phrase(s, j, strict=strict, link=taken, but=link)
        if found is None or (full and not full.loose and extra_of(s, full.end, frame, full)[0]):
            return full, True
    if not found and not link and frame.verb[0] in grammar().sorts["shifting"]:
        to = object_phrase(s, j, strict=strict, link=_TO)  # «خفض سعر الفائدة إلى 7.5%»
        return to if to and by_how_much(s, to.end, frame.verb[0]) else None, must
    return found, must


def _with_rest(s: Sentence, frame: Frame, subject: NP, asked: _Asked) -> Done | None:
    """Complete an object by what describes it, what the frame asks for besides, and its setting."""
    found, words, extra, must = asked
    bare = not (found.definite or found.proper or found.entity)
    found = relative(s, found, words)
    his = frame.extra[0] == "من" and found.kind == "person"  # «أعفى النادي مدربه من مهامه»: the coach's
    more, end = extra_of(s, found.end, frame, found if his else subject, found)
    if fits(found, "moves") and (by := amount(s, end)) and by[1].startswith("by "):
        end, more = by[0], f"{more} of {by[1][3:]}".strip()
    elif by := by_how_much(s, end, frame.verb[0]):
        end, more = by[0], f"{more} {by[1]}".strip()
    if frame.extra[1] == "as" and not (extra or more):
        after, told = described_as(s, end, frame.extra[0], found)
        end, more = (after, told) if told and rests(s, after) else (end, "")
    if must and not (extra or more):
        return None
    end = _past_its_year(s, end) if bare else end
    end, where, when = setting(s, end, whose(subject, found), found.kind)
    where = its(where, subject, found)
    why = reason(s, end)
    if why and not why[1] and bare and not fits(found, "issued"):
        return None  # «ضربات ردا على تلك الهجمات»: half of it takes a side
    end, because = why or (end, "")
    if found.kind == "event" and frame.verb[0].partition(" ")[0] not in grammar().sorts["staged"]:
        when = (
            NEVER if when.ahead else replace(when, others=True)
        )  # «رحب بقمة الأسبوع المقبل»: the summit is next week
    return Done(end, frame.verb, " ".join(f"{found.en} {extra} {more} {where} {because}".split()), when)


def relative(s: Sentence, np: NP, text: str) -> NP:
    """Take in a clause that describes an indefinite `np`: «اتفاقا ينهي …» an agreement that ends …."""
    shown = replace(np, en=text, proper=True)
    j, _ = skip(s, np.end)
    if np.definite or np.proper or np.owner or s.hard(j):
        return shown
    return _clause(s, np, text, j, "who" if np.kind == "person" else "that") or shown


def _clause(s: Sentence, np: NP, text: str, j: int, which: str) -> NP | None:
    """Take in the clause at word `j` whose subject is `np`, None where it is not understood."""
    group = verb_group(s, j)
    if group is None or not agrees(np, group.form, verb_first=False):
        return None
    for verb in group.form.verbs:
        if (not verb.subject or fits(np, verb.subject)) and (
            done := complete(s, group.end, verb, np, negated=group.negated)
        ):
            if (
                not (done.rest or done.when.known or group.negated)
                and done.verb[0] in grammar().sorts["came_about"]
            ):
                return None  # «حريقا اندلع في …»: a fire, as every fire did
            shown = inflect(done.verb, group.tense, plural=np.many, negated=group.negated)
            told = "" if np.definite else done.when.words  # the day of «الهجوم الذي …» is told behind it
            words = f"{text} {which} {shown} {done.rest}{told}"
            return replace(np, end=done.end, en=" ".join(words.split()), proper=True)
    return None


def _limited(s: Sentence, j: int, frame: Frame) -> NP | None:
    """Read a definite object with what limits it: «الاتفاق الذي ينهي الحرب» the agreement that ends ….

    Not behind an owner («اجتماع اللجنة التي …»): it could be said of either.
    """
    lead = frame.prep if frame.kind == "p" and len(frame.prep) == 1 else ""
    first = j if frame.kind == "o" or lead else j + 1 if s.key(j) == frame.prep else len(s.tokens)
    np = noun_phrase(s, first, lead) if first < len(s.tokens) and not (first > j and s.hard(first)) else None
    if np is None or not np.definite or np.entity or np.owner or np.whole or s.hard(np.end):
        return None
    persons = np.plural and np.kind == "person"
    sort = "p" if persons else "f" if np.fem or np.plural else "m"
    if grammar().limits.get(s.key(np.end)) != sort or s.hard(np.end + 1):
        return None
    found = _clause(s, np, np.full, np.end + 1, "who" if np.kind == "person" else "that")
    return replace(found, whole=True) if found else None
