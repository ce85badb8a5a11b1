"""What the title of an article tells: a deed, both of its halves, or one phrase."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.parts.caution import attributed, doubted, set_for_later
from sitegen.english.phrases.articles import anybody, shown
from sitegen.english.phrases.phrase import HUMAN
from sitegen.english.sentences.heads import read_fact
from sitegen.english.sentences.reports import Fact
from sitegen.english.sentences.shapes import read_shape
from sitegen.english.sentences.telling import headline, placed
from sitegen.english.sentences.trust import trusted
from sitegen.english.titles.announced import read_announced
from sitegen.english.titles.halves import halves
from sitegen.english.titles.whole import read_title
from sitegen.english.words.grammar import grammar
from sitegen.english.words.tagging import Sentence

#: A part of a title between dots has so many words if it tells something by itself.
_PART = 3
_ASKS = frozenset("?؟")


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
