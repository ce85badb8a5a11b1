"""Who does it to whom: two names about a verb must stand in the Arabic in the order that the verb wants.

Arabic names the agent before the patient, be the verb first or second (التقى بايدن
الكاظمي · بايدن يلتقي الكاظمي); English does the same.  A passive, a defeat and a gift
received turn the order about, in either language: «على يد», "beaten by", «خسر أمام».
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sitegen.desk.lexicon import Lexicon
from sitegen.english.gate.anchors import Anchor, anchors, nouns
from sitegen.english.gate.clauses import (
    ACTS,
    GETS,
    LOSES,
    SUFFERS,
    acting,
    arabic_relation,
    between,
    closes,
    gives,
    has_own_verb,
    is_doer,
    is_means,
    is_seat,
    is_subject,
    relation,
    reported,
    speaks,
    surely,
    verbs,
    wins,
)  # fmt: skip
from sitegen.english.gate.places import is_nation
from sitegen.english.gate.sides import Pair
from sitegen.english.gate.tables import keys, listed

_NEAR = 4  # words
_TITLE = 2  # Arabic words from a title to the name behind it


def check(pair: Pair, lexicon: Lexicon) -> Iterator[str]:
    """Yield the names that have changed places about a verb."""
    found = anchors(pair, lexicon)
    heads = [a for a in found if not _says_where(pair, a)]
    names = [a for a in heads if not _is_adjective(pair, a)]
    for left, right in dict.fromkeys((*pairwise(heads), *pairwise(names))):
        if changed(pair, left, right, relation(pair, left, right)):
            yield _complaint(pair, left, right)
            return
    for left, right in (
        *_later(pair, names),
        *_far(pair, [a for a in found if not _is_adjective(pair, a)]),
        *_deeds(pair, heads),
        *_replaced(pair, names),
    ):
        yield _complaint(pair, left, right)
        return


def _complaint(pair: Pair, left: Anchor, right: Anchor) -> str:
    return f"{pair.words[left.last - 1].text} and {pair.words[right.first].text} have changed places"


def _says_where(pair: Pair, anchor: Anchor) -> bool:
    before = pair.words[anchor.first - 1].low if anchor.first else ""
    return bool(anchor.ids) and before in listed("agents.words", "where")


def _is_adjective(pair: Pair, anchor: Anchor) -> bool:
    """Say whether it is a nationality before a noun: his French counterpart."""
    after = pair.words[anchor.last : anchor.last + 1]
    nation = any(is_nation(pair.words[anchor.last - 1].low, (id,)) for id in anchor.ids)
    return nation and bool(after) and after[0].low not in verbs("verbs")


def changed(pair: Pair, left: Anchor, right: Anchor, english: str) -> bool:
    """Say whether what the English has the left one do to the right one is turned about in the Arabic."""
    if any(t.key in keys("agents.words", "instead_arabic") for t in pair.tokens):
        return False  # «ليحل محله»: whose place is not said by the order
    if not english or is_means(pair, left.at) or is_means(pair, right.at):
        return False
    words = between(pair, left, right)
    if left.until < right.at:  # in the same order
        arabic = _arabic(pair, left.until, right.at, english, words)
        if GETS in (english, arabic):
            return (english == ACTS and "from" not in words and not verbs("gives").isdisjoint(words)) or (
                arabic == ACTS and gives(pair, left.until, right.at)
            )
        return (english == ACTS and arabic == SUFFERS) or (
            english == SUFFERS and arabic == ACTS and surely(pair, left, right)
        )
    said = not verbs("says").isdisjoint(words)
    if left.at > right.until and (said or not reported(pair, right.until, left.at)):
        if right.led or is_seat(pair, right, left) or _same(pair, right, left):
            return False
        arabic = _arabic(pair, right.until, left.at, english, words)
        return (english == ACTS) == (arabic == ACTS) or (arabic == GETS and "from" in words)
    return False


def _same(pair: Pair, nation: Anchor, name: Anchor) -> bool:
    """Say whether a nationality only stands before the name in the Arabic: «الضابطة الأميركية ليزا»."""
    adjective = is_nation(pair.words[nation.last - 1].low, nation.ids)
    return (
        adjective and not name.ids and pair.words[name.last - 1].capital and name.at - nation.until <= _TITLE
    )


def _arabic(pair: Pair, first: int, second: int, english: str, words: list[str]) -> str:
    """Say what the Arabic has the first one do; a defeat counts only where the English tells one."""
    found = arabic_relation(pair, first, second)
    if found == LOSES:
        return SUFFERS if english == SUFFERS or wins(words) else ACTS
    return found


def _later(pair: Pair, found: list[Anchor]) -> Iterator[tuple[Anchor, Anchor]]:
    """Yield the subject of the sentence and one that it does not do to what is said: "…, after beating X"."""
    subject = _subject(pair, found)
    if subject is None:
        return
    for left, right in pairwise(found):
        words = between(pair, left, right)
        turn = next((n for n, low in enumerate(words) if low in listed("agents.words", "later")), None)
        then = words[turn + 1 :] if turn is not None else []
        if turn is None or (left is subject and turn == 0) or not _tells(then):
            continue
        link = Anchor(subject.first, left.last + turn + 1, subject.at, subject.until)
        if changed(pair, link, right, relation(pair, link, right)):
            yield subject, right


def _tells(words: list[str]) -> bool:
    """Say whether words behind "after" tell a deed: beating, "a win over", "defeat to"."""
    return bool(words) and (words[0].endswith("ing") or wins(words) or "defeat" in words or "loss" in words)


def _far(pair: Pair, found: list[Anchor]) -> Iterator[tuple[Anchor, Anchor]]:
    """Yield the English subject and the other name that begins the Arabic: «السويد تنضم», Hungary joins."""
    subject = _subject(pair, found)
    at = acting(pair, subject) if subject else None
    placed = any(t.key in keys("agents.words", "instead_arabic") for t in pair.tokens)
    if subject is None or at is None or placed or any(mark in pair.english for mark in ':;\u201c"'):
        return
    group = [a for a in found if subject.first <= a.first < at]
    quiet = pair.words[at].low in verbs("receives") or any(
        speaks(pair, a) or is_means(pair, a.at) for a in group
    )
    seat = subject.led and subject.ids and pair.tokens[subject.at - 1].key == "في"
    for other in [] if quiet else [a for a in found if seat or not _says_where(pair, a)]:
        title = _TITLE if pair.words[other.last - 1].low in nouns() else 1  # «نادي ذا سكوت»: of his own name
        if other in group or not is_subject(pair, other) or any(a.at <= other.at + title for a in group):
            continue
        turned = relation(pair, group[-1], other) not in (ACTS, "") or is_doer(pair, other, at)
        said = speaks(pair, other) or closes(pair, other) or has_own_verb(pair, other)
        if turned or said or is_seat(pair, other, subject):
            continue
        if arabic_relation(pair, other.at, subject.at) == ACTS:
            yield subject, other


def _subject(pair: Pair, found: list[Anchor]) -> Anchor | None:
    """Return the name that begins the English, titles and a first "-ing …," left out."""
    start = 0
    if pair.words and pair.words[0].low.endswith("ing"):
        comma = pair.english.find(",")
        start = next((i for i, w in enumerate(pair.words) if w.start > comma > 0), len(pair.words))
    first = next((a for a in found if a.first >= start), None)
    if first is None:
        return None
    before = pair.words[start + 1 : first.first]
    head = len(before) <= _NEAR and any(w.low == "of" for w in before)  # The speaker of the Saudi council
    if not all(w.capital or head for w in before) or any(w.low in verbs("verbs") for w in before):
        return None
    return first


def _deeds(pair: Pair, found: list[Anchor]) -> Iterator[tuple[Anchor, Anchor]]:
    """Yield the doer and the sufferer of a noun whose Arabic has the other way: «الغزو الروسي لأوكرانيا»."""
    for left, right in pairwise(found):
        words = between(pair, left, right)
        deed = len(words) == 2 and words[1] in ("of", "on", "against")
        if deed and 0 < left.at - right.until <= _NEAR and left.led and not right.led:
            yield left, right


def _replaced(pair: Pair, found: list[Anchor]) -> Iterator[tuple[Anchor, Anchor]]:
    """Yield who is replaced in the English, and by whom, where the Arabic has another replaced: «خلفا لـ»."""
    at = next(
        (n for n, t in enumerate(pair.tokens) if t.key in keys("agents.words", "replaced_arabic")), None
    )
    lows = [w.low for w in pair.words]
    word = next((n for n, low in enumerate(lows) if low in verbs("replaces") or _in_place(lows, n)), None)
    gone = next((a for a in found if word is not None and word < a.first <= word + _NEAR), None)
    if at is None or gone is None:
        return
    other = min((a for a in found if a.at > at), key=lambda a: a.at, default=None)
    if other is not None and other.at <= at + _NEAR and gone.until < at:
        yield other, gone


def _in_place(lows: list[str], n: int) -> bool:
    return lows[n : n + 3] == ["in", "place", "of"]
