"""Facts of a sentence that begins with its verb or its subject: who said what, who did what.

A fact needs the words next to each other: the verb, its subject, what it asks
for.  Names that merely stand in one sentence are no fact.
"""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.parts.adjuncts import place_phrase
from sitegen.english.parts.caution import conditional, to_come
from sitegen.english.parts.done import Done
from sitegen.english.parts.fields import ministry
from sitegen.english.parts.predicates import complete, relative
from sitegen.english.parts.speakers import past_colon, past_name
from sitegen.english.parts.subjects import subject_phrase
from sitegen.english.parts.verb_groups import matching, readings, verb_group
from sitegen.english.phrases.inflection import inflect
from sitegen.english.phrases.joined import with_peer
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.wants import fits
from sitegen.english.sentences.clauses import clause, lost
from sitegen.english.sentences.counts import read_count, there_is_no
from sitegen.english.sentences.inverted import arrival, behind, busy
from sitegen.english.sentences.ourselves import of_us
from sitegen.english.sentences.reports import Fact, Speech, far_that, pronoun_at, said, to_that, topic
from sitegen.english.sentences.shapes import read_shape
from sitegen.english.sentences.states import quality, state
from sitegen.english.sentences.telling import headline
from sitegen.english.words import wording
from sitegen.english.words.adverbs import skip
from sitegen.english.words.grammar import grammar, small
from sitegen.english.words.lines import COMMA, HARD
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import english_forms, verb_form

SAY = ("say", "said", "said")


def verb_first(s: Sentence, i: int) -> Fact | None:
    """Read verb + subject + the rest: «أعلن الوزير أن …»."""
    lead = s.key(i)[:1] if s.key(i)[:1] in ("و", "ف") else ""
    for clitic in dict.fromkeys(("", lead)):
        group = verb_group(s, i, clitic)
        if group is None:
            continue
        j, when = skip(s, group.end)
        if s.hard(group.end) and j == group.end:
            continue  # «وصل، قبل قليل، نائب الرئيس إلى …» goes on behind the time
        if j >= len(s.tokens) or not HARD.intersection(s.gaps[j]) <= COMMA:
            continue
        if came := arrival(s, j, group):
            return came
        where = place_phrase(s, j)
        j, when = skip(s, where[0]) if where and not when.known else (where[0] if where else j, when)
        subject = subject_phrase(s, j) if j < len(s.tokens) else None
        if subject is None or subject.owner or (where and s.hard(j)):
            continue
        group = matching(subject, group, verb_first=True)
        if group is None:
            continue
        subject = busy(s, subject) if group.tense == "past" else subject
        if subject.kind == "person":
            subject = replace(subject, fem=group.form.fem)
        for verb in group.form.verbs:
            fact = _fact(s, past_name(s, subject), Speech(subject, verb, group.tense, group.negated))
            if fact and where:
                fact = _at(fact, where[1])
            if fact:
                fact = behind(s, fact)
                return replace(fact, when=fact.when if fact.when.known else when)
    return None


def _at(fact: Fact, where: str) -> Fact | None:
    """Add the place before the subject: «انطلقت في الرياض أعمال …»; None of a speech, which goes on."""
    if fact.kind != "event" or " in " in fact.rest or " that " in fact.rest:
        return None
    return replace(fact, rest=f"{fact.rest} {where}".strip())


def subject_first(s: Sentence, i: int) -> Fact | None:
    """Read subject + verb + the rest, and «X: clause» of headlines."""
    subject = ministry(s, i) or subject_phrase(s, i)
    if subject is None or subject.owner:
        return None
    j = subject.end
    if subject.full.startswith("the ") and s.key(i)[:2] != "ال" and not small("being").isdisjoint(s.keys[j:]):
        return None  # «أول مدرب عربي شارك في المونديال هو …»: the first who took part
    if told := past_colon(s, j):
        return _colon(s, told, subject) if s.role == "title" else None
    if s.hard(j):
        return None
    if not (subject.definite or subject.proper):
        longer = relative(s, subject, subject.en)
        if (
            longer.end > j
            and not s.hard(longer.end)
            and matching(subject, verb_group(s, longer.end), verb_first=False)
        ):
            subject, j = replace(longer, proper=False), longer.end  # «طائرة تقل الرئيس تهبط»
    if toll := lost(s, j, subject):  # «وكان سبعة أشخاص قتلوا في …»
        forms = (f"be {toll[0]}", f"was {toll[0]}", f"been {toll[0]}")
        return Fact("event", subject, forms, "past", toll[1], s.line, s.start + s.tokens[0].start)
    group = matching(subject, verb_group(s, j), verb_first=False)
    if group is None:
        return _being(s, subject)
    two = None if s.hard(group.end) else with_peer(subject, noun_phrase(s, group.end, "و"))
    who, end = two or subject, two.end if two else group.end
    ways = (Speech(who, verb, tense, group.negated) for verb, tense in readings(subject, group))
    facts = [fact for way in ways if (fact := _fact(s, end, way))]
    return facts[0] if len({fact.tense for fact in facts}) == 1 else None  # «حماس تسلم قائمة»: or received it


def _being(s: Sentence, subject: NP) -> Fact | None:
    """Read «الهيئة مستعدة ل…» is ready for …, and in a title «التحديثات إجبارية» are mandatory."""
    j = subject.end
    done = state(s, j, subject)
    if done is None and s.role == "title" and not (subject.entity and subject.kind == "person"):
        done = quality(s, j, subject)  # «محمد كريم»: his name may go on
    if done is None or conditional(s, done.end):
        return None
    at = s.start + s.tokens[0].start
    return Fact("event", subject, done.verb, "present", done.rest, s.line, at, done.negated, done.when)


def _colon(s: Sentence, j: int, subject: NP) -> Fact | None:
    heard = fits(subject, "h") or subject.source
    where = subject.kind == "place" or fits(subject, "contended") or not heard
    matter = subject.kind in ("event", "thing") and " " in subject.en and not ministry(s, 0, told=True)
    if not (heard or matter or subject.kind == "place" or fits(subject, "contended")):
        return None
    at = s.start + s.tokens[j].start
    kind = "label" if where else "said"  # «اليمن: المقاومة تطرد …»، «الدوري الإسباني: ريال مدريد يفوز على …»
    if done := clause(s, j, subject):
        return Fact(kind, subject, SAY, "present", done.rest, s.line, at)
    if (
        kind == "said"
        and not conditional(s, j)
        and (ours := of_us(s, j, alone=subject.kind == "person" and not (subject.plural or subject.fem)))
    ):
        return Fact("quote", subject, SAY, "present", wording.upper_first(ours), s.line, at)
    if toll := read_count(s, j) or read_shape(s, j):
        text = headline(replace(toll, cited=False)).removeprefix("The ") if kind == "label" else _deed(toll)
        text = wording.upper_first(text) if kind == "label" else text
        return Fact(kind, subject, SAY, "present", text, s.line, at)
    if none := there_is_no(s, j):
        return Fact(kind, subject, SAY, "present", none, s.line, at)
    deed = subject_first(s, j) if kind == "label" else None  # «الصومال: تفجير يستهدف مطعما»
    if deed and deed.kind in ("event", "speech") and not to_come(s):
        return Fact(kind, subject, SAY, "present", headline(deed), s.line, at)
    about = topic(s, j, subject)
    if not about:
        return None
    if where:  # «مصر: مقتل …»: where, not who; «مصر: المحكمة تؤجل …» is more than a court
        np = noun_phrase(s, j)
        if np is None or np.end < len(s.tokens):
            return None
        return Fact("label", subject, SAY, "present", about, s.line, at)
    return Fact("topic", subject, english_forms("speak_about"), "present", about, s.line, at)


def _deed(fact: Fact) -> str:
    """Return a deed as a clause: «الوزارة: مقتل 3 جنود» says that 3 soldiers were killed."""
    verb = inflect(fact.verb, fact.tense, plural=fact.subject.many, negated=fact.negated)
    return f"{fact.subject.full} {verb} {fact.rest}".strip()


def _but(s: Sentence, done: Done, subject: NP, tense: str) -> Done | None:
    """Read «… لكنها تتجه لخسارة أسبوعية» right behind a deed, of the same subject: but heads for …."""
    j = done.end
    group = verb_group(s, j + 1) if s.key(j) in small("but_it") and not s.hard(j + 1) else None
    group = matching(subject, group, verb_first=False)
    if group is None or group.tense != tense or not grammar().reversals.isdisjoint(s.keys[j + 1 :]):
        return None
    for verb in group.form.verbs:
        if (not verb.subject or fits(subject, verb.subject)) and (
            more := complete(s, group.end, verb, subject, negated=group.negated)
        ):
            shown = inflect(more.verb, tense, plural=subject.many, negated=group.negated)
            return replace(done, end=more.end, rest=f"{done.rest} but {shown} {more.rest}".strip())
    return None


def _fact(s: Sentence, j: int, speech: Speech) -> Fact | None:
    subject, verb, tense, negated, _ = speech
    if verb.subject and not fits(subject, verb.subject) and not (subject.source and verb.speech):
        return None
    for frame in verb.frames:
        if frame.kind == "an" and not negated:
            start, when = to_that(s, j, frame.prep)
            who = subject
            if not start and (far := far_that(s, subject, frame.prep)):
                start, who = far
            if start and (
                fact := said(s, start, speech._replace(subject=who, when=when), pronoun_at(s, start - 1))
            ):
                return fact
    done: Done | None = complete(s, j, verb, subject, negated=negated)
    if done is None or conditional(s, done.end) or done.rest.startswith(("this ", "these ")):
        return None
    after = verb_form(s.key(done.end)) if verb.speech and s.role == "title" and not s.hard(done.end) else None
    if after is not None and after.tense == "present":
        return None  # «يؤكد العقوبات على روسيا تستهدف …»: what they do
    moves = verb.subject == "t" or (s.role == "title" and done.verb[0] in grammar().sorts["moving"])
    if moves and not grammar().reversals.isdisjoint(s.keys[done.end :]):
        both = _but(s, done, subject, tense)
        if both is None:
            return None
        done = both
    kind = "speech" if verb.speech else "event"
    at = s.start + s.tokens[0].start
    return Fact(kind, subject, done.verb, tense, done.rest, s.line, at, negated, done.when)
