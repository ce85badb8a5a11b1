"""Find names of persons in one line: chains of name words, weighed by what announces them.

One pass from left to right.  A title, an office with its complement, a kinship
word, a nationality or a verb of saying *announces* a name; a building or a prize
takes the name after it away; a person just read announces the next in a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from sitegen.reading.names.beginning import lacks_its_head
from sitegen.reading.names.chain import chain
from sitegen.reading.names.cues import (
    ANNOUNCING,
    CLAN,
    HALL,
    KIN,
    LINK,
    NATION,
    OWNER,
    PERSON,
    ROLE,
    ROYAL,
    TITLE,
    TRAP,
    VERB,
    parts,
)
from sitegen.reading.names.judge import Scene, judge
from sitegen.reading.names.misread import is_misread, word_after
from sitegen.reading.names.shapes import is_plain, looks_foreign, plainness
from sitegen.reading.names.sons import is_cut
from sitegen.reading.names.syllables import is_headless, is_trimmed
from sitegen.reading.names.unfinished import is_open
from sitegen.reading.names.units import Unit, make_text
from sitegen.reading.names.words import is_place
from sitegen.reading.names.works import in_work
from sitegen.text.tokens import Token, clip, stem_keys, tokenize

_REACH = 9  # words an office may put between its head and the name
#: Adjectives between an institution and the name it bears.
_ADJECTIVES = 3
#: So near stands the word of the market before «لدى» and a firm.
_NEAR = 5
#: So near stands the word for several things before the last of their names.
_LIST = 14
#: So near stands an actor's part before the name of whom he plays.
_PART = 10
_OPENING, _CLOSING = frozenset('"«“'), frozenset('"»”')
_PARTED = frozenset("،؛.:")
_HYPHENS = frozenset((" - ", " – "))
_STOPS = frozenset(".!?؟؛:…(")


class NameSpan(Struct, frozen=True, gc=False):
    """A person named: tokens [first, last), offsets without clitics, units and the rule that took it."""

    first: int
    last: int
    start: int
    end: int
    units: tuple[Unit, ...]
    rule: str
    namesake: bool = False  # a thing called after a person
    open: bool = False  # it may go on in the word behind it, or have begun before

    @property
    def full(self) -> bool:
        """Say whether more than one part of a name is there: «عبد الله» and «أبو مازن» are one."""
        return len(self.units) > 1 or self.units[0].full


def find_name_spans(line: str) -> tuple[NameSpan, ...]:
    """Return the persons named in `line` from left to right.

    >>> line = "وقال وزير الخارجية الروسي سيرغي لافروف إن جامعة الملك سعود في الرياض"
    >>> [line[s.start:s.end] for s in find_name_spans(line)]
    ['سيرغي لافروف']
    """
    return tuple(span for span in _scan(line) if not span.namesake)


def find_namesakes(line: str) -> tuple[NameSpan, ...]:
    """Return the names that things bear in `line`: of streets, airports, prizes.

    >>> line = "من مطار الملك خالد إلى شارع جمال عبد الناصر مع محمد فؤاد"
    >>> [line[s.start:s.end] for s in find_namesakes(line)]
    ['خالد', 'جمال عبد الناصر']
    """
    return tuple(span for span in _scan(line) if span.namesake)


@lru_cache(maxsize=1024)  # the persons, the namesakes and the bare surnames of a line are sought in turn
def _scan(line: str) -> tuple[NameSpan, ...]:
    return tuple(_Scan(line).spans)


class _Scan:
    """One pass over one line."""

    def __init__(self, line: str) -> None:
        self.text = make_text(line, tokenize(line))
        self.spans: list[NameSpan] = []
        self.bits = 0  # what announces the next word
        self.since = 0  # words since an office began
        self.several = False  # the last word for a thing was one for several
        words = self.text.words
        i, last = 0, len(words) - 1
        while i <= last:
            word = words[i]
            if word.opens or self.bits or not i or (i < last and words[i + 1].family):
                i = self._step(i)
                continue
            if word.bits:
                self._announce(self.text.tokens[i], word.bits)
            i += 1

    def _step(self, i: int) -> int:
        """Read the word or the name at token `i`; return where to go on."""
        token = self.text.tokens[i]
        if self.bits and i and (gap := self.text.gap(i)) != " ":
            if not _STOPS.isdisjoint(gap):
                self.bits &= TRAP if gap == " (" and not self.bits & ROLE else 0  # «بملعب (فلان)»
            if "،" in gap:
                self.bits &= ~TRAP
        if i == 0 and len(self.text.tokens) > 1 and ":" in self.text.gap(1):
            self.bits = TITLE | PERSON  # the label of a speaker
        bits = self.text.words[i].bits
        if token.key in parts().brigades and i and not _OPENING.isdisjoint(self.text.gap(i)):
            self._announce(token, TRAP)  # «فصيل يدعى "لواء ثأر المهندس"»
            return i + 1
        units = chain(self.text, i, self.bits)
        if not units or is_misread(self.text, i, units, self.bits):
            self._announce(token, bits)
            return i + 1
        kept, rule = judge(units, Scene(token, self.bits, word_after(self.text, units)))
        lone = kept == 1 and units[0].kind in "GF" and (self._begins_before(i) or self._counted(i))
        if not kept or lone:
            self._announce(token, bits)
            return i + 1
        if is_cut(self.text, units[:kept]):
            self.bits = 0
            return units[kept - 1].last
        self._take(units[:kept], rule)
        self.bits = LINK
        return units[kept - 1].last

    def _take(self, units: Sequence[Unit], rule: str) -> None:
        """Keep a name; two parts that touch are one: «السلطان المنصور قلاوون»."""
        first, last = units[0].first, units[-1].last
        namesake = bool(self.bits & TRAP) or self._is_listed(first, units[0])
        touching = bool(self.spans) and self.spans[-1].last == first and not units[0].cut
        if touching and self.text.joined(first) and not (self.spans[-1].full and len(units) > 1):
            before = self.spans.pop()
            units = [*before.units, *units]
            first, rule, namesake = before.first, before.rule, before.namesake
        kinds = "".join(unit.kind for unit in units)
        hall = bool(self.bits & HALL) and units[-1].kind == "R"  # «مدير المستشفى الجامعي محمد السادس»
        namesake = namesake or hall or self._is_title(first, last, kinds) or self._is_firm(first)
        swallowed = units[0].cut == 1 and self._swallows(first)
        start = clip(self.text.tokens[first], units[0].cut + swallowed)
        end = self.text.tokens[last - 1].end
        apart = not (self.spans and self.spans[-1].last == first)
        more = is_open(self.text, units) or is_trimmed(self.text, units[-1])
        more = more or is_headless(self.text, units) or (not apart and self._goes_on(units[0]))
        more = more or (apart and lacks_its_head(self.text, units, self.bits)) or self._is_half(first, last)
        self.spans.append(NameSpan(first, last, start, end, tuple(units), rule, namesake, more))

    def _swallows(self, first: int) -> bool:
        """Say whether ل has swallowed an article: «للطاهر بن جلون», but «للطفي بوشناق»."""
        key, names = self.text.tokens[first].key, {name.key for name in self.text.words[first].names}
        return key.startswith("لل") and (key[1:] not in names or f"ال{key[2:]}" in names)

    def _is_half(self, first: int, last: int) -> bool:
        """Say whether quotation marks hold more than the name: «صاحب المقبرة "كا اير اس"»."""
        tokens, line = self.text.tokens, self.text.line
        if line[tokens[first].start - 1 : tokens[first].start] not in _OPENING or not self.text.joined(last):
            return False
        if tokens[last].key.startswith("و"):
            return False  # «الثنائي "سعود كريري وياسر الشهراني"»
        return any(line[token.end : token.end + 1] in _CLOSING for token in tokens[last : last + 2])

    def _is_listed(self, first: int, unit: Unit) -> bool:
        """Say whether a list of things goes on: «بلديات السلطاني، وعبدالله بن رواحة، وطلال»."""
        if not unit.cut:
            return False
        tokens = self.text.tokens
        for i in range(first, max(0, first - _LIST), -1):
            gap = self.text.gap(i)
            if gap not in (" ", "، ") or (gap == "، " and not tokens[i].key.startswith("و")):
                return False
            if not stem_keys(tokens[i - 1].key).isdisjoint(parts().several_things):
                return True
            if self.text.words[i - 1].bits & (VERB | TITLE | ROLE):
                return False
        return False

    def _goes_on(self, first: Unit) -> bool:
        """Say whether a given name goes on behind a hyphen or in a word cut: «جان - لوك», «إدواردو بانتي»."""
        before, hyphen = self.spans[-1], self.text.gap(first.first) in _HYPHENS
        arab = before.units[-1].arab and not hyphen
        return (hyphen or first.cut > 0) and not (before.full or arab or first.arab)

    def _is_title(self, first: int, last: int, kinds: str) -> bool:
        """Say whether words [first, last) are in quotation marks, the word for a work before them."""
        tokens, line = self.text.tokens, self.text.line
        quoted = line[tokens[first].start - 1 : tokens[first].start] in _OPENING
        closed = line[tokens[last - 1].end : tokens[last - 1].end + 1] in _CLOSING
        strange = kinds[0] == "U" and not self.bits & ANNOUNCING  # «المنظمة الإسبانية "كاميناندو فرونتيراس"»
        if quoted and closed and (strange or all(kind in "gf" for kind in kinds)):
            return True  # «كتب أن الراحل "صديق عزيز"»
        if quoted and not closed and "U" in kinds and not self.bits & ANNOUNCING:
            return True  # «بينها "حبيبي متروحش بعيد"»
        if in_work(line, tokens, tokens[first].start) or (quoted and self._is_part(first)):
            return True  # «مسلسل "فرقة ناجي عطا الله"»
        if quoted and last < len(tokens) and tokens[last].key.isdigit():
            return line[tokens[last].end : tokens[last].end + 1] in _CLOSING  # «الصاروخ "لونغ مارش 7"»
        if not quoted or not first or line[tokens[last - 1].end : tokens[last - 1].end + 1] not in _CLOSING:
            return False
        i = next((i for i in range(first - 1, -1, -1) if tokens[i].key not in parts().entitled), 0)
        if tokens[i].key.startswith("ال") and i and not self.text.words[i].bits & ~NATION:
            i -= stem_keys(tokens[i].key).isdisjoint(parts().works)  # «مسرحيته الموسيقية "إميليا بيريز"»
        return not stem_keys(tokens[i].key).isdisjoint(parts().works)

    def _is_part(self, first: int) -> bool:
        """Say whether an actor's part stands near before a name in marks: «يجسد شخصية ضابط يدعى "فلان"»."""
        for i in range(first - 1, max(-1, first - _PART), -1):
            if not stem_keys(self.text.tokens[i].key).isdisjoint(parts().plays):
                return True
            if not _PARTED.isdisjoint(self.text.gap(i)):
                return False
        return False

    def _is_firm(self, first: int) -> bool:
        """Say whether somebody speaks for what bears the name: «كبيرة محللي السوق لدى فيليب نوفا»."""
        if not first or self.text.tokens[first - 1].key not in parts().in_firms:
            return False
        near = self.text.tokens[max(0, first - _NEAR) : first]
        return any(token.key.removeprefix("و") in parts().analysts for token in near)

    def _begins_before(self, i: int) -> bool:
        """Say whether the word before looks like the given name to a lone one that nothing announces."""
        if self.bits or not self.text.joined(i) or not self.text.words[i - 1].idle:
            return False
        key = self.text.tokens[i - 1].key
        return len(key) > 2 and not plainness(key) and not is_place(key) and looks_foreign(key)

    def _counted(self, i: int) -> bool:
        """Say whether a number stands before a lone word: «5536 بيتا»."""
        return self.text.joined(i) and self.text.tokens[i - 1].key.isdigit()

    def _announce(self, token: Token, bits: int) -> None:
        """Note what the word does for the next one."""
        if not bits and not self.bits:
            self.since += 1
            return
        if bits & (TRAP | CLAN):
            self.several = not stem_keys(token.key).isdisjoint(parts().several_things)
            self.since = self.since if self.bits & ROLE else 0
            self.bits = bits & (TRAP | CLAN) | self.bits & ROLE
        elif bits & (TITLE | KIN | OWNER | ROLE | VERB):
            self.bits, self.since = bits | (self.bits & (ROYAL if bits & VERB else ROYAL | TRAP)), 0
        elif bits & HALL:
            self.bits, self.since = self.bits & ROLE | HALL, 0
        elif self.bits & HALL and self.since < _ADJECTIVES and token.key in parts().hall_adjectives:
            self.bits |= 0 if self.bits & ROLE else TRAP  # «المركز الاستشفائي الجامعي محمد السادس»
        elif bits & NATION:
            self.bits = self.bits & ~TRAP | NATION
        elif self.bits & ROLE and self.since < _REACH and self._completes(token, bits):
            self.bits &= ROLE | ROYAL | LINK
        else:
            held = self.bits & TRAP and self.since == 1 and token.key.startswith("ال")
            held = held and not is_place(token.key)  # «مدينة الثقافة الشاذلي القليبي»
            self.bits = TRAP if held else 0
        self.since += 1

    def _completes(self, token: Token, bits: int) -> bool:
        """Say whether the word can stand between an office and its holder."""
        key = token.key
        if bits & LINK or is_place(key):
            return True
        return key.startswith(("ال", "لل", "بال", "وال")) or (self.since < 3 and is_plain(key))
