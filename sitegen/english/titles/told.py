"""What the title of an article tells: a deed, one phrase, or two sentences that «و» joins."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.parts.caution import attributed, conditional, doubted, set_for_later
from sitegen.english.parts.verb_groups import matching, verb_group
from sitegen.english.phrases.articles import anybody, shown
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import HUMAN, NP
from sitegen.english.sentences.heads import read_fact
from sitegen.english.sentences.reports import Fact
from sitegen.english.sentences.shapes import read_shape
from sitegen.english.sentences.telling import headline, placed
from sitegen.english.sentences.trust import trusted
from sitegen.english.titles.announced import read_announced
from sitegen.english.titles.whole import read_title
from sitegen.english.words.grammar import grammar
from sitegen.english.words.tagging import Known, Sentence
from sitegen.text.tokens import Token

#: A part of a title between dots has so many words if it tells something by itself.
_PART = 3
_ASKS = frozenset("?؟")
_AND, _BETWEEN = "و", "بين"
#: A half has so many words.
_LEAST = 3


def asks(titles: list[Sentence]) -> bool:
    """Say whether a title is a question."""
    return bool(titles) and not _ASKS.isdisjoint("".join(titles[0].gaps))


def from_title(titles: list[Sentence]) -> tuple[Fact | None, str]:
    """Return what a title or a part of it tells, or the title where it is one phrase; no question is told."""
    if not titles or asks(titles):
        return None, ""
    split = halves(titles[0])
    head = next((fact for s in titles if (fact := _of_title(s))), None)
    if head is None and split and (both := _both(*split)):
        return both
    if head and head.kind != "event":
        return head, ""
    if doubted(titles[0]):
        return None, ""
    shown = all(t.key in grammar().calls for s in titles[1:-1] for t in s.tokens)  # «شاهد..»
    parts = [titles[0], *(titles[1:] if shown or _stand_alone(titles) else []), *split]
    phrase = (
        "" if head else next((phrase for s in parts if (phrase := read_title(s) or read_announced(s))), "")
    )
    return replace(head, cited=head.cited or attributed(titles[0])) if head else None, phrase


def _of_title(s: Sentence) -> Fact | None:
    fact = read_shape(s) or _trusted(read_fact(s))
    return presented(fact) if fact else None


def _both(first: Sentence, second: Sentence | None = None) -> tuple[Fact | None, str] | None:
    """Return what the halves of a title tell: both «Rain in Mecca; authorities warn of floods», or one."""
    head, more = _of_title(first), _of_title(second) if second else None
    phrase = "" if head else read_title(first)
    if not more or not phrase or more.when.known or more.cited:
        return (head or more, "") if head or more else None
    text = headline(more)
    return more, f"{phrase}; {text if more.subject.en[:1].isupper() else text[:1].lower() + text[1:]}"


def planned(fact: Fact, lede: Sentence | None) -> Fact:
    """Return a deed of a title as to come where the lede sets it for later: «تعقد … اجتماعا غدا»."""
    staged = fact.kind == "event" and fact.verb[0].partition(" ")[0] in grammar().sorts["staged"]
    later = staged and fact.tense == "present" and lede is not None and set_for_later(lede)
    return replace(fact, tense="future") if later else fact


def _trusted(fact: Fact | None) -> Fact | None:
    return fact if fact and trusted(fact, title=True) else None


def presented(fact: Fact) -> Fact:
    """Return a fact as it is shown: its place where it belongs, and somebody without a name as anybody."""
    fact = placed(fact)
    who = fact.subject
    told = anybody(who) if who.plural else shown(who)
    return replace(fact, subject=told) if who.kind in HUMAN else fact


def _stand_alone(titles: list[Sentence]) -> bool:
    """Say whether the parts between dots are each a title, or the first a label: no rest, no quotation."""
    return all(len(s.tokens) >= _PART for s in titles[2:]) and not any(":" in gap for gap in titles[0].gaps)


def halves(s: Sentence) -> tuple[Sentence, ...]:
    """Return what stands before «و» and the sentence behind it, nothing where a title is no such two.

    The second is left out where it may still be what somebody said.
    """
    if _BETWEEN in s.keys or conditional(s, 0) or doubted(s):
        return ()
    for j in range(_LEAST, len(s.tokens) - 1):
        if s.key(j)[:1] != _AND or len(s.key(j)) < _LEAST or s.hard(j):
            continue
        who = noun_phrase(s, j, _AND)
        if who is None or not _somebody(who) or _joined(s, j):
            continue
        if matching(who, None if s.hard(who.end) else verb_group(s, who.end), verb_first=False):
            told = any(":" in gap for gap in s.gaps[:j]) or not grammar().embedding.isdisjoint(s.keys[:j])
            return (_cut(s, 0, j),) if told else (_cut(s, 0, j), _cut(s, j, len(s.tokens)))
    return ()


def _somebody(np: NP) -> bool:
    """Say whether a phrase names somebody: «والمدني», the civilian, may be the Civil Defence."""
    named = np.entity is not None or np.kind == "org" or np.plural or " " in np.en
    return np.kind in HUMAN and not np.owner and named


def _joined(s: Sentence, j: int) -> bool:
    """Say whether «و» at word `j` may join persons or bodies: «دعوات لفتح وحماس»."""
    leads = ("", "ل", "ب", "و")
    found = (noun_phrase(s, i, lead) for i in range(j) for lead in leads if s.key(i).startswith(lead))
    return any(np.end > j or (np.end == j and np.kind in HUMAN) for np in found if np)


def _cut(s: Sentence, start: int, end: int) -> Sentence:
    """Return the words from `start` to `end`, without the «و» of the first."""
    tokens = list(s.tokens[start:end])
    if start:
        first = tokens[0]
        tokens[0] = Token(first.text[1:], first.start + 1, first.end, first.key[1:], first.light[1:])
    entities = {
        i - start: tuple(Known(k.end - start, k.lead if i > start else "", k.value) for k in known)
        for i, known in s.entities.items()
        if start <= i < end and all(k.end <= end for k in known)
    }
    dates = {i - start: Known(k.end - start, k.lead, k.value) for i, k in s.dates.items() if start <= i < end}
    return replace(
        s,
        tokens=tuple(tokens),
        keys=tuple(t.key for t in tokens),
        gaps=(*s.gaps[start:end], s.gaps[end] if end == len(s.tokens) else ""),
        marked=s.marked[start:end],
        entities=entities,
        dates=dates,
        memo={},
    )
