"""What the head of a sentence tells, whichever of the shapes it has."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.parts.callers import may_speak
from sitegen.english.parts.caution import attributed, doubted, staged_later, to_come
from sitegen.english.parts.sources import sources
from sitegen.english.phrases.borders import whole
from sitegen.english.phrases.inflection import ongoing
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.wants import at
from sitegen.english.sentences.counts import elsewhere, read_count
from sitegen.english.sentences.frames import SAY, subject_first, verb_first
from sitegen.english.sentences.lasting import in_its_time
from sitegen.english.sentences.passives import done_where, was_done
from sitegen.english.sentences.reports import Fact, Speech, said
from sitegen.english.words.adverbs import NEVER, skip
from sitegen.english.words.grammar import grammar, phrase_end, preposition, small
from sitegen.english.words.lines import COMMA, HARD
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import Verb

_REPORT = Verb(SAY, (), "speak about", "h", speech=True)
#: A phrase of place or time before the verb has at most so many words.
_PRELUDE = 20


def read_fact(s: Sentence) -> Fact | None:
    """Return what the head of the sentence tells, None when it is not understood."""
    if not grammar().spoilers.isdisjoint(s.keys[:3]):
        return None
    i = 0
    while end := phrase_end(grammar().openers, s, i):
        i = end
    earlier = not grammar().earlier.isdisjoint(s.keys[:i])
    i, when = skip(s, i)
    if i >= len(s.tokens):
        return None
    fact = (
        _ahead(s, i)
        or read_count(s, i)
        or _passive(s, i)
        or verb_first(s, i)
        or subject_first(s, i)
        or _by_source(s, i)
        or _after_prelude(s, i)
    )
    if fact is None or fact.subject.en.startswith(("this ", "these ")):
        return None
    if i and s.key(i - 1).removeprefix("و") == "قد" and fact.tense != "past":
        return None  # «وقد تكشف»: it may
    fact = _in_its_tense(s, fact)
    if fact is None or (earlier and fact.tense != "past"):
        return None  # «كان من المقرر أن يزور»، «كانت تعتزم»: nobody knows whether it came to it
    deed = fact.kind in ("event", "label")
    if deed and doubted(s):
        return None
    noted = deed and fact.tense == "past" and not small("worth_noting").isdisjoint(s.keys[:i])
    tense = "earlier" if earlier or noted else fact.tense
    cited = (deed or (fact.kind == "speech" and tense == "future")) and attributed(s)
    fact = replace(fact, when=fact.when if fact.when.known else when, tense=tense, cited=cited)
    return in_its_time(s, fact, i) if deed else fact


def _in_its_tense(s: Sentence, fact: Fact) -> Fact | None:
    """Return what is told as of now with the time it is of, None where that cannot be known."""
    now = fact.tense == "present"
    foretold = fact.verb[0].partition(" ")[0] in grammar().sorts["foretold"]
    if now and (foretold or ongoing(fact.verb[0])):
        fact = replace(fact, when=NEVER)  # «تحذر من غبار غدا»: tomorrow is the dust
    elif now and (not small("tomorrow").isdisjoint(s.keys) or staged_later(s, fact.verb[0])):
        fact = replace(fact, tense="future")
    elif now and s.role == "title" and fact.kind == "event" and not fact.when.known and to_come(s):
        return None  # «تستضيف بطولة للناشئين العام المقبل»: she is to; what she announces now may be for then
    return fact


def _ahead(s: Sentence, i: int) -> Fact | None:
    """Read «من المقرر أن …» and «من المتوقع أن …»."""
    for table, tense in ((grammar().due, "due"), (grammar().expected, "expected")):
        if end := phrase_end(table, s, i):
            fact = verb_first(s, end)
            if fact is None or fact.tense != "present" or fact.verb[0].startswith("prepare"):
                return None  # «من المتوقع أن تستعد لافتتاح …»: it is not to open yet
            return replace(fact, tense=tense)
    return None


def _passive(s: Sentence, i: int) -> Fact | None:
    """Read «تم افتتاح المعرض» the exhibition was opened."""
    found = was_done(s, i)
    if found is None:
        return None
    np, verb, tense, end, when = found
    rest, after = done_where(s, end)
    when = when if when.words else after
    return Fact("event", np, verb, tense, rest, s.line, s.start + s.tokens[i].start, when=when)


def _after_prelude(s: Sentence, i: int) -> Fact | None:
    """Read what was said after a phrase that ends with a comma: «وفي تعليقه على …، قال …»."""
    if told := _there_first(s, i):
        return told
    bare = s.key(i).removeprefix("و")
    opens = s.tokens[i].light.removeprefix("و") in grammar().prepositions or bare in small("by_whom")
    if preposition(s, i) is None and not opens:
        return None
    for j in range(i + 2, min(i + _PRELUDE, len(s.tokens))):
        if s.tokens[j].key in grammar().conditions or not HARD.intersection(s.gaps[j]) <= COMMA:
            return None
        if s.gaps[j]:
            apart = s.key(j) in grammar().losses and elsewhere(s, j)
            fact = None if apart else _passive(s, j) or verb_first(s, j)
            fact = fact if fact and (fact.kind != "event" or fact.tense == "past") else None
            return in_its_time(s, fact, j) if fact else None
    return None


def _there_first(s: Sentence, i: int) -> Fact | None:
    """Read «وفي بغداد قتل …», «وبولاية وهران أوقفت …»: where, right before the verb."""
    key, within = s.key(i), s.tokens[i].light.removeprefix("و") == "في"
    lead = key[: key.find("ب") + 1] if key.startswith(("ب", "وب")) else ""
    place = noun_phrase(s, i + 1 if within else i, "" if within else lead) if within or lead else None
    if place is None or place.kind != "place" or place.owner or not whole(s, place):
        return None
    end, when = skip(s, place.end)
    fact = (read_count(s, end) or verb_first(s, end)) if not s.hard(place.end) else None
    if fact is None or fact.tense != "past":
        return None
    if fact.kind == "event":
        if (
            any(map(str.isupper, fact.rest))
            or fact.verb[0].partition(" ")[0] in grammar().sorts["on_the_way"]
        ):
            return None
        fact = replace(fact, rest=f"{fact.rest} {at('in', place)} {place.full}".strip())
    return replace(fact, when=fact.when if fact.when.known else when)


def _by_source(s: Sentence, i: int) -> Fact | None:
    """Read «ووفقا للوكالة فإن …»: what a source says, to the end of it."""
    found = next(sources(s), None) if i == 0 else None
    told = found and found.clause and may_speak(found.who)
    return said(s, found.start, Speech(found.who, _REPORT, "past")) if found and told else None
