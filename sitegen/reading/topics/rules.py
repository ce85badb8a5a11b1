"""Specific topics: the phrases of a lexicon as rules, and the lines of an article that fulfil them.

An alias of a topic is one rule.  `a + b` wants both in one line, `a/b` either, `@iraq`
a mention of that place or of a place in it.  `a & b` wants `b` anywhere in the article:
the lines of `a` are the reason, `b` is a condition.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from sitegen import data
from sitegen.desk.lexicon import Lexicon
from sitegen.model import Record
from sitegen.text.fold import match_key
from sitegen.text.phrases import Hit, PhraseIndex
from sitegen.text.tokens import Token, stem_keys, tokenize

#: What the mentions of a shipped topic must weigh (a title 3, a lede 1.5, a line of the body 1):
#: more than a passing one, and more still for a single word.
_PHRASE, _WORD = 1.5, 2.5
#: Words of what else a body is for.
_DUTIES, _DEFINITE = 6, ("ال", "لل", "وال")
#: How much a phrase counts that only says what a body is for.
_OF_BODY = 0.5
#: Words of a text, its title included, that says everything once.
_BRIEF = 30
#: Letters of a word by which it is known again.
_TELLING = 3


class Rule(Struct, frozen=True, gc=False):
    """One alias of a topic: its groups, and how much the mentions of the first must weigh."""

    topic: str
    groups: tuple[int, ...]
    least: float


class _Slot(Struct, frozen=True, gc=False):
    """Where a phrase belongs: its group, and the bits of its part and of all parts of the group."""

    group: int
    part: int
    full: int
    whole: bool  # it is all that a shipped rule wants: «كأس العالم للأندية» is no «كأس العالم»


class TopicRules(Struct, frozen=True, gc=False):
    """The rules of one lexicon by their first group, and the phrases and places that fill them."""

    rules: Mapping[int, Rule]
    phrases: PhraseIndex[_Slot]
    places: Mapping[str, tuple[_Slot, ...]]  # place id -> slots


class Line(Struct, frozen=True, gc=False):
    """One kept line: its words, how much it weighs, the places it names, where it starts in the raw line."""

    n: int
    tokens: Sequence[Token]
    weight: float
    places: frozenset[str] = frozenset()
    start: int = 0


@lru_cache(maxsize=4)
def topic_rules(lexicon: Lexicon) -> TopicRules:
    """Return the rules of all topics of `lexicon` that are not general."""
    rules: dict[int, Rule] = {}
    phrases: list[tuple[str, _Slot]] = []
    places: defaultdict[str, list[_Slot]] = defaultdict(list)
    free = 0  # the next group
    for record, alias in _aliases(lexicon):
        groups = split_alias(alias)
        rule = rules[free] = Rule(record.id, tuple(range(free, free + len(groups))), _least(record, groups))
        whole = rule.least > 0 and len(groups) == len(groups[0]) == 1
        for parts in groups:
            for i, options in enumerate(parts):
                slot = _Slot(free, 1 << i, (1 << len(parts)) - 1, whole)
                for option in options:
                    if option.startswith("@"):
                        places[option[1:]].append(slot)
                    else:
                        phrases.append((option, slot))
            free += 1
    return TopicRules(rules, PhraseIndex(phrases), {id: tuple(slots) for id, slots in places.items()})


def _aliases(lexicon: Lexicon) -> Iterator[tuple[Record, str]]:
    for record in lexicon.of("topic"):
        if not record.general:
            yield from ((record, alias) for alias in dict.fromkeys((record.ar, *record.aliases)))


def _least(record: Record, groups: list[list[list[str]]]) -> float:
    if not record.builtin:
        return 0.0
    alone = len(groups) == len(groups[0]) == 1
    return _WORD if alone and all(map(_is_word, groups[0][0])) else _PHRASE


def _is_word(option: str) -> bool:
    return option.isalpha() or (len(option.split()) == 1 and len(tokenize(option)) == 1)


def split_alias(alias: str) -> list[list[list[str]]]:
    """Return the groups of an alias, the parts of each group, the options of each part.

    >>> split_alias("داعش/تنظيم الدولة + هزيمة & @iraq")
    [[['داعش', 'تنظيم الدولة'], ['هزيمة']], [['@iraq']]]
    """
    return [
        [[option.strip() for option in part.split("/")] for part in group.split(" + ")]
        for group in alias.split(" & ")
    ]


def fulfilled(rules: TopicRules, lines: Sequence[Line]) -> dict[str, dict[int, float]]:
    """Return for each topic id the lines that gave it and how strongly.

    A shipped topic must be more than a passing mention: it stands in title or lede, or comes again.
    """
    groups: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for line in lines:
        for group, times in _filled(rules, line).items():
            groups[group][line.n] = groups[group].get(line.n, 0.0) + line.weight * times
    reasons: defaultdict[str, dict[int, float]] = defaultdict(dict)
    least: dict[str, float] = {}
    for first in groups.keys() & rules.rules.keys():
        rule = rules.rules[first]
        if all(group in groups for group in rule.groups):
            topic = rule.topic
            least[topic] = min(rule.least, least.get(topic, rule.least))
            for n, value in groups[first].items():
                reasons[topic][n] = max(value, reasons[topic].get(n, 0.0))
    return {topic: by_line for topic, by_line in reasons.items() if sum(by_line.values()) >= least[topic]}


def is_thin(rules: TopicRules, topic: Record, by_line: Mapping[int, float], lines: Sequence[Line]) -> bool:
    """Say whether one phrase of one line is all that speaks for a topic, and none of its words comes again.

    Nor does the last word of what it is called: «الذهب» of «أسعار الذهب».  In a text of one sentence it may.
    """
    if len(by_line) > 1 or sum(len(line.tokens) for line in lines) <= _BRIEF:
        return False
    groups = {group for rule in rules.rules.values() if rule.topic == topic.id for group in rule.groups}
    tokens = next(line.tokens for line in lines if line.n in by_line)
    hits = (hit for i in rules.phrases.starts(tokens) for hit in rules.phrases.each(tokens, i))
    own = [hit for hit in hits if any(slot.group in groups for slot in hit.values)]
    at = {i for hit in own for i in range(hit.first, hit.last)}
    if sum(i - 1 not in at for i in at) > 1:
        return False  # a second phrase stands apart from the first
    wanted = _stems(match_key(topic.ar.split()[-1])).union(*(_stems(tokens[i].key) for i in at))
    others = (token.key for line in lines if line.n not in by_line for token in line.tokens)
    return all(wanted.isdisjoint(_stems(key)) for key in others)


def _stems(key: str) -> set[str]:
    """Return the readings of a word without its article that are long enough to tell one from another."""
    return {bare for stem in stem_keys(key) if len(bare := stem.removeprefix("ال")) >= _TELLING}


def _filled(rules: TopicRules, line: Line) -> dict[int, float]:
    """Return the groups of which the line has every part, and how often: half for what names a body."""
    filled: dict[int, float] = {}
    bits: dict[int, int] = {}
    for slot, times in ((slot, times) for values, times in _values(rules, line) for slot in values):
        group = slot.group
        if slot.part == slot.full:
            filled[group] = filled.get(group, 0) + times
        else:
            bits[group] = bits.get(group, 0) | slot.part
            if bits[group] == slot.full:
                filled[group] = 1
    return filled


def _values(rules: TopicRules, line: Line) -> Iterator[tuple[tuple[_Slot, ...], float]]:
    for i in rules.phrases.starts(line.tokens):
        if hits := rules.phrases.each(line.tokens, i):  # most words that may begin one begin none
            times = _OF_BODY if _names_a_body(line.tokens, i) else 1.0
            if len(hits) > 1:
                longest = max((hit.last for hit in hits if _is_whole(hit)), default=0)
                hits = [hit for hit in hits if hit.last >= longest or not _is_whole(hit)]
            yield from ((hit.values, times) for hit in hits)
    for id in line.places:
        if id in rules.places:
            yield rules.places[id], 1.0


def _is_whole(hit: Hit[_Slot]) -> bool:
    return any(slot.whole for slot in hit.values)


def _names_a_body(tokens: Sequence[Token], i: int) -> bool:
    """Say whether a phrase at word `i` is what a body is for: «المديرية العامة للطيران المدني».

    >>> words = tokenize("رئيس جهاز مكافحة الإرهاب تحدث عن مكافحة الإرهاب")
    >>> _names_a_body(words, 2), _names_a_body(words, 6)
    (True, False)
    """
    if not stem_keys(tokens[i].key).isdisjoint(_keys("telling")):
        return False
    j = i - 1
    while j > 0 and tokens[j].key in _keys("wide"):  # «العامة», «الوطني»
        j -= 1
    first = j - _DUTIES  # «وزير الفلاحة والموارد المائية والصيد البحري»
    while tokens[i].key.startswith("و") and j > max(0, first) and tokens[j].key.startswith(_DEFINITE):
        j -= 1
    return j >= 0 and not stem_keys(tokens[j].key).isdisjoint(_keys("bodies"))


@cache
def _keys(name: str) -> frozenset[str]:
    return frozenset(match_key(word) for word in data.table("topic_bodies")[name])
