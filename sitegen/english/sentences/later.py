"""Facts of a sentence behind its head: later clauses with a verb and a subject of their own."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache

from msgspec.structs import replace

from sitegen.english.parts.caution import any_bare, attributed, doubted
from sitegen.english.phrases.edges import QUOTES
from sitegen.english.sentences.counts import elsewhere, read_count
from sitegen.english.sentences.frames import verb_first
from sitegen.english.sentences.heads import read_fact
from sitegen.english.sentences.lasting import in_its_time, over_time
from sitegen.english.sentences.reports import Fact
from sitegen.english.words.grammar import grammar
from sitegen.english.words.lines import COMMA
from sitegen.english.words.lookup import lookup
from sitegen.english.words.mention_words import mention_words
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import verb_form
from sitegen.text.remembered import Remembered

#: A later clause begins so many words from the head.
_APART = 3


def read_facts(s: Sentence) -> Iterator[Fact]:
    """Yield what the head of the sentence tells, then what its later clauses tell of themselves."""
    first = read_fact(s)
    if first and (told := over_time(s, first, 0)):
        yield told
    for fact in _later(s) if not doubted(s) else ():
        if first is None or not (first.verb[0].startswith("be ") and fact.verb[0].startswith("be ")):
            yield fact  # «قتل 12 وأصيب 30» is told at once


def _later(s: Sentence) -> Iterator[Fact]:
    """Read «، وأعلنت الوزارة …»: a clause with its own verb in the past and its own subject.

    None is read behind أن, a condition, or inside a quotation: it would be somebody's word.
    """
    pasts, ends, joints = list(map(_PASTS.__getitem__, s.keys)), _ends(), grammar().joints
    for j in [j for j in range(_APART, len(pasts)) if pasts[j]] if True in pasts else ():
        if ":" in "".join(s.gaps[: j + 1]) or not ends.isdisjoint(s.keys[: j + 1]):
            return
        key = s.keys[j]
        if not (key[0] == "و" or s.gaps[j] or s.keys[j - 1] in joints) or _inside(s, j):
            continue
        if not _opens(s, j) or (key.removeprefix("و") in grammar().losses and elsewhere(s, j)):
            continue
        fact = (None if _counted_before(s, j) else read_count(s, j)) or verb_first(s, j)
        if fact and fact.tense == "past" and not any(map(_PASTS.__getitem__, s.keys[:j])):
            fact = in_its_time(s, fact, j)  # «وفي الموسم الماضي، فاز …»
        if fact and fact.tense in ("past", "earlier") and (fact := over_time(s, fact, j)):
            yield replace(fact, at=s.start + s.tokens[j].start, cited=attributed(s))


def _inside(s: Sentence, j: int) -> bool:
    """Say whether word `j` stands inside a quotation."""
    return sum(len(QUOTES.intersection(gap)) % 2 for gap in s.gaps[: j + 1] if gap) % 2 == 1


def _is_past(key: str) -> bool:
    """Say whether a word is a verb in the past, with «و» where it begins so."""
    form = verb_form(key[1:] if key[0] == "و" else key)
    return form is not None and form.tense == "past"


_PASTS = Remembered(_is_past)


@cache
def _ends() -> Set[str]:
    """Return the words behind which a clause is somebody's word, only holds if, or is denied."""
    return grammar().embedding | grammar().conditions | mention_words().denied


def _counted_before(s: Sentence, j: int) -> bool:
    """Say whether other dead or injured were told of before word `j`: a part of them is not the toll."""
    return any_bare(s.keys[:j], grammar().casualties)


def _opens(s: Sentence, j: int) -> bool:
    """Say whether a clause with its verb in the past may begin at word `j`."""
    key = s.keys[j]
    glued = key[0] == "و"
    if not glued and COMMA.isdisjoint(s.gaps[j]) and s.keys[j - 1] not in grammar().joints:
        return False
    if not glued and any(hit.noun.kind == "event" for hit in lookup(s, j, "")):
        return False  # «نفت الحكومة، تعرض …»: that he was subjected to it
    return not (glued and lookup(s, j, "و"))  # «وملك الأردن»: and the king
