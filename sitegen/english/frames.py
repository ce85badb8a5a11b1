"""Facts of a sentence: who said what, who did what.

A fact needs the words next to each other: the verb, its subject, what it asks
for.  Names that merely stand in one sentence are no fact.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.english import wording
from sitegen.english.adjuncts import adjuncts
from sitegen.english.adverbs import skip
from sitegen.english.amounts import amount
from sitegen.english.borders import QUOTES, changed, picks, whole
from sitegen.english.caution import attributed, bare, conditional, doubted
from sitegen.english.clauses import clause, was_done
from sitegen.english.counts import read_count
from sitegen.english.grammar import grammar, phrase_end, preposition
from sitegen.english.lookup import NP, lookup
from sitegen.english.noun_phrases import noun_phrase
from sitegen.english.predicates import Done, complete, matching, verb_group
from sitegen.english.reports import Fact, Speech, far_that, pronoun_at, said, to_that, topic
from sitegen.english.shapes import closing, read_shape
from sitegen.english.speakers import past_name
from sitegen.english.subjects import subject_phrase
from sitegen.english.tagging import COMMA, HARD, Sentence
from sitegen.english.telling import headline
from sitegen.english.verbs import english_forms, verb_form
from sitegen.english.wants import fits
from sitegen.text.fold import match_key

_SAY = ("say", "said", "said")
#: A phrase of place or time before the verb has at most so many words.
_PRELUDE = 20
#: A later clause begins so many words from the head.
_APART = 3
#: A title of fewer words tells nothing.
_TITLE = 3
#: «وصول الوزير إلى …»: may be still to come.
_TO = match_key("إلى")


def read_facts(s: Sentence) -> Iterator[Fact]:
    """Yield what the head of the sentence tells, then what its later clauses tell of themselves."""
    first = read_fact(s)
    if first:
        yield first
    for fact in _later(s) if not doubted(s) else ():
        if first is None or not (first.verb[0].startswith("be ") and fact.verb[0].startswith("be ")):
            yield fact  # «قتل 12 وأصيب 30» is told at once


def _later(s: Sentence) -> Iterator[Fact]:
    """Read «، وأعلنت الوزارة …»: a clause with its own verb in the past and its own subject.

    None is read behind أن, a condition, or inside a quotation: it would be somebody's word.
    """
    inside, embedding, conditions = False, grammar().embedding, grammar().conditions
    for j, (token, gap) in enumerate(zip(s.tokens, s.gaps, strict=False)):
        if token.key in embedding or token.key in conditions or ":" in gap:
            return
        inside ^= gap != "" and len(QUOTES.intersection(gap)) % 2 == 1
        if j < _APART or inside or not _opens(s, j):
            continue
        fact = (None if _counted_before(s, j) else read_count(s, j)) or _verb_first(s, j)
        if fact and fact.tense == "past":
            yield fact._replace(at=s.start + token.start, cited=attributed(s))


def _counted_before(s: Sentence, j: int) -> bool:
    """Say whether other dead or injured were told of before word `j`: a part of them is not the toll."""
    return any(bare(t.key, grammar().casualties) for t in s.tokens[:j])


def _opens(s: Sentence, j: int) -> bool:
    """Say whether a clause with its verb in the past may begin at word `j`."""
    key = s.keys[j]
    glued = key[0] == "و"
    if not glued and COMMA.isdisjoint(s.gaps[j]) and s.keys[j - 1] not in grammar().joints:
        return False
    form = verb_form(key[1:] if glued else key)
    if form is None or form.tense != "past":
        return False
    return not (glued and lookup(s, j, "و"))  # «وملك الأردن»: and the king


def read_fact(s: Sentence) -> Fact | None:
    """Return what the head of the sentence tells, None when it is not understood."""
    if any(t.key in grammar().spoilers for t in s.tokens[:3]):
        return None
    i = 0
    while end := phrase_end(grammar().openers, s, i):
        i = end
    earlier = any(t.key in grammar().earlier for t in s.tokens[:i])
    i, when = skip(s, i)
    if i >= len(s.tokens):
        return None
    fact = (
        _ahead(s, i)
        or read_count(s, i)
        or _passive(s, i)
        or _verb_first(s, i)
        or _subject_first(s, i)
        or _after_prelude(s, i)
    )
    if fact is None or fact.subject.en.startswith(("this ", "these ")):
        return None
    if i and s.key(i - 1).removeprefix("و") == "قد" and fact.tense != "past":
        return None  # «وقد تكشف»: it may
    if earlier and fact.tense != "past":
        return None  # «كان من المقرر أن يزور»، «كانت تعتزم»: nobody knows whether it came to it
    deed = fact.kind in ("event", "label")
    if deed and doubted(s):
        return None
    cited = deed and attributed(s)
    tense = "earlier" if earlier else fact.tense
    return fact._replace(when=fact.when if fact.when.known else when, tense=tense, cited=cited)


def _ahead(s: Sentence, i: int) -> Fact | None:
    """Read «من المقرر أن …» and «من المتوقع أن …»."""
    for table, tense in ((grammar().due, "due"), (grammar().expected, "expected")):
        if end := phrase_end(table, s, i):
            fact = _verb_first(s, end)
            return fact._replace(tense=tense) if fact and fact.tense == "present" else None
    return None


def _passive(s: Sentence, i: int) -> Fact | None:
    """Read «تم افتتاح المعرض» the exhibition was opened."""
    found = was_done(s, i)
    if found is None:
        return None
    np, verb, tense, _, when = found
    return Fact("event", np, verb, tense, "", s.line, s.start + s.tokens[i].start, when=when)


def _after_prelude(s: Sentence, i: int) -> Fact | None:
    """Read what was said after a phrase that ends with a comma: «وفي تعليقه على …، قال …»."""
    if preposition(s, i) is None and not (
        s.tokens[i].light[:1] == "و" and s.tokens[i].light[1:] in grammar().prepositions
    ):
        return None
    for j in range(i + 2, min(i + _PRELUDE, len(s.tokens))):
        if s.tokens[j].key in grammar().conditions or not HARD.intersection(s.gaps[j]) <= COMMA:
            return None
        if s.gaps[j]:
            fact = _verb_first(s, j)
            return fact if fact and (fact.kind != "event" or fact.tense == "past") else None
    return None


def _verb_first(s: Sentence, i: int) -> Fact | None:
    """Read verb + subject + the rest: «أعلن الوزير أن …»."""
    lead = s.key(i)[:1] if s.key(i)[:1] in ("و", "ف") else ""
    for clitic in dict.fromkeys(("", lead)):
        group = verb_group(s, i, clitic)
        if group is None or s.hard(group.end):
            continue
        j, when = skip(s, group.end)
        if j >= len(s.tokens) or not HARD.intersection(s.gaps[j]) <= COMMA:
            continue
        subject = subject_phrase(s, j)
        if subject is None or subject.owner:
            continue
        group = matching(subject, group, verb_first=True)
        if group is None:
            continue
        if subject.kind == "person":
            subject = subject._replace(fem=group.form.fem)
        for verb in group.form.verbs:
            fact = _fact(s, past_name(s, subject), Speech(subject, verb, group.tense, group.negated))
            if fact:
                return fact._replace(when=fact.when if fact.when.known else when)
    return None


def _subject_first(s: Sentence, i: int) -> Fact | None:
    """Read subject + verb + the rest, and «X: clause» of headlines."""
    subject = subject_phrase(s, i)
    if subject is None or subject.owner:
        return None
    j = subject.end
    if j < len(s.tokens) and s.gaps[j].strip('"”»“« ') in (":", ".."):
        return _colon(s, j, subject) if s.role == "title" else None
    if s.hard(j):
        return None
    group = matching(subject, verb_group(s, j), verb_first=False)
    for verb in group.form.verbs if group else ():
        if group and (fact := _fact(s, group.end, Speech(subject, verb, group.tense, group.negated))):
            return fact
    return None


def _colon(s: Sentence, j: int, subject: NP) -> Fact | None:
    if not (fits(subject, "h") or subject.source or subject.kind == "place"):
        return None
    at = s.start + s.tokens[j].start
    if done := clause(s, j, subject):
        kind = "label" if subject.kind == "place" else "said"  # «اليمن: المقاومة تطرد …»: where
        return Fact(kind, subject, _SAY, "present", done.rest, s.line, at)
    about = topic(s, j, subject)
    if not about:
        return None
    if subject.kind == "place" and (toll := read_count(s, j) or read_shape(s, j)):
        return Fact("label", subject, _SAY, "present", headline(toll._replace(cited=False)), s.line, at)
    if subject.kind == "place":  # «مصر: مقتل …»: where, not who; «مصر: المحكمة تؤجل …» is more than a court
        np = noun_phrase(s, j)
        if np is None or np.end < len(s.tokens):
            return None
        return Fact("label", subject, _SAY, "present", about, s.line, at)
    return Fact("topic", subject, english_forms("speak_about"), "present", about, s.line, at)


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
    if verb.subject == "t" and any(t.key in grammar().reversals for t in s.tokens[done.end :]):
        return None
    kind = "speech" if verb.speech else "event"
    at = s.start + s.tokens[0].start
    return Fact(kind, subject, done.verb, tense, done.rest, s.line, at, negated, done.when)


def read_title(s: Sentence) -> str:
    """Return a headline that is one noun phrase, with where, what for and by how much, '' for any other.

    It is read to its end, or to where it says when and why.
    """
    np = noun_phrase(s, 0) if s.tokens else None
    if np is None or np.owner or doubted(s):
        return ""
    end, words = np.end, [np.en]
    by = amount(s, end) if np.kind == "event" and end < len(s.tokens) and not s.hard(end) else None
    if by:
        end, words = by[0], [np.en, by[1]]
    elif end < len(s.tokens) and not changed(s, end):
        end, more = _aim(s, *adjuncts(s, end, but=_TO)[:2])
        words.append(more)
    cut = end < len(s.tokens)
    body = np.kind == "org" and not np.entity and not cut and " for " in np.en
    told = (
        body
        or np.kind in ("event", "thing")
        or (len(words) > 1 and words[1].startswith(("to ", "for ")) and not np.entity)
    )
    if not told or end < _TITLE or (cut and not _cut(s, end, np)):
        return ""
    return wording.upper_first(" ".join(" ".join(words).split()).removeprefix("the "))


def _aim(s: Sentence, end: int, words: str) -> tuple[int, str]:
    """Take in «لمكافحة الإرهاب» and «بالرياض» behind a phrase of a title."""
    for lead, link, kinds in (
        ("ب", "in", ("place",)),
        ("ل", "for", ("event", "thing")),
        ("ب", "in", ("place",)),
    ):
        np = noun_phrase(s, end, lead) if not s.hard(end) and s.key(end)[:1] == lead else None
        if np and np.kind in kinds and not np.owner and whole(s, np) and (np.definite or np.proper):
            end, words = np.end, f"{words} {link} {np.full}"
    return end, words.strip()


def _cut(s: Sentence, end: int, np: NP) -> bool:
    """Say whether a title may be cut before word `end`: only when and why it happens is left out."""
    if np.kind != "event" or s.hard(end) or not _stands(s, end) or preposition(s, end) in np.args:
        return False
    return not (picks(np) or changed(s, end) or conditional(s, end))


def _stands(s: Sentence, j: int) -> bool:
    """Say whether a title may be cut before word `j`: it ends there, or says when, where and why."""
    adverbial = preposition(s, j) in grammar().adverbial or s.key(j) in closing()
    return j >= len(s.tokens) or adverbial or skip(s, j)[0] > j
