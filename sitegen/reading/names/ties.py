"""Bare surnames and given names: what the article itself ties to a person whose full name it prints."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from sitegen.reading.names.cues import ANNOUNCING, KIN, PERSON, TRAP, cue, parts
from sitegen.reading.names.groups import Group, Named, Stretch, is_of_another
from sitegen.reading.names.lists import GIVEN, function_lights, is_name_of, name_kinds, ordinary_words
from sitegen.reading.names.longer import FOREFATHERS
from sitegen.reading.names.shapes import plainness
from sitegen.reading.names.spans import find_name_spans, find_namesakes
from sitegen.reading.names.words import is_pair, is_place
from sitegen.reading.speech.words import OFFICES
from sitegen.text.fold import match_key
from sitegen.text.tokens import Stem, Token, clip, glued, keys_in, stems

_OPENING, _CLOSING = ('"', "«", "“"), ('"', "»", "”")
#: Keys of offices, to see where one begins behind a glued «و».
OFFICE_KEYS = frozenset(map(match_key, OFFICES))


def _ends_in_surname(keys: tuple[str, ...]) -> bool:
    """Say whether a name ends in what may stand for it: not in a father, nor in a number.

    «سامر بن علي» is nowhere «علي», «عبدالله الثاني» nowhere «الثاني».
    """
    number = not parts().regnal.isdisjoint((keys[-1], " ".join(keys[-2:])))
    syllable = len(keys[-1]) < 3  # «تي» of a name of three syllables
    half = keys[-1] in parts().faith or (len(keys) > 1 and keys[-2] in parts().kunya | {"عبد"})  # «عوض الله»
    return len(keys) > 1 and keys[-2] not in FOREFATHERS and not (number or syllable or half)


class _Bare(Struct, frozen=True, gc=False):
    """A bare name at word `i` of stretch `at`, the clitics of `stem` off; `named`: it is found as a name."""

    at: int
    stretch: Stretch
    i: int
    stem: Stem
    named: bool


def tie(groups: list[Group], stretches: list[Stretch], names: list[Named]) -> None:
    """Give bare surnames and given names to the one person whose full name the article prints."""
    owners, nobody = _owners(groups), set[int]()
    surnames = {name.keys[-1] for group in groups for name in group.names if _ends_in_surname(name.keys)}
    taken = {(n.stretch, i) for n in names for i in range(n.first, n.last)}
    told = frozenset[str]().union(*map(glued, owners))
    for at, stretch in enumerate(stretches):
        keys = keys_in(stretch.tokens)
        places = [] if told.isdisjoint(keys) else [i for i, key in enumerate(keys) if key in told]
        if not places:
            continue
        things = {i for s in find_namesakes(stretch.span.text) for i in range(s.first, s.last)}
        in_names = {s.first for s in find_name_spans(stretch.span.text) if s.last - s.first == 1}
        for i in places:
            word = stretch.tokens[i]
            small = word.light in function_lights()  # «على» is not «علي»
            if (at, i) in taken or i in things or small or _names_a_thing(stretch, i):
                continue
            for stem in stems(word.key):
                if len(held := owners.get(stem.key, nobody)) == 1:
                    bare = _Bare(at, stretch, i, stem, i in in_names)
                    _give(groups, next(iter(held)), bare, surname=stem.key in surnames)
                    break


def _owners(groups: list[Group]) -> dict[str, set[int]]:
    """Return whose full name begins or ends with a word: numbers of groups by its key."""
    owners: dict[str, set[int]] = {}
    for number, group in enumerate(groups):
        if group.full:
            parts = {name.keys[-1] for name in group.names if _ends_in_surname(name.keys)}
            parts |= {name.keys[0] for name in group.names if len(name.keys) > 1}
            for part in parts:
                owners.setdefault(part, set()).add(number)
    return owners


def _give(groups: list[Group], number: int, bare: _Bare, *, surname: bool) -> None:
    """Give a bare name to the group `number` unless it may be another's."""
    at, stretch, i, stem = bare.at, bare.stretch, bare.i, bare.stem
    group = groups[number]
    if is_of_another(stretch.tokens, i, i + 1):
        _tie_office(groups, number, at, i, stretch.tokens)
        return
    first = min((n.stretch, n.first) for n in group.names)
    told_before = not at or first < (at, i)  # a title may name who is told of below
    if surname and (told_before or not _is_given_name(stem.key)):
        own = (bare.named or not _is_adjective(stretch, i, stem.key)) and not _is_month(stretch, i, stem.key)
        clear = own and (stem.cut > 0 or not _ends_a_name(stretch, i, group))
    else:
        listed = stem.cut > 0 and any(n.stretch == at and n.last == i for n in group.names)
        another = listed or _has_surname(stretch, i) or _is_kin(stretch, i)  # «محمد صبحي ومحمد نجم»
        another = another or group.keys[-1] in parts().regnal or _closes_marks(stretch, i)
        clear = told_before and bare.named and not another
    if clear and not any(s.open and i - 1 <= s.last <= i for s in find_name_spans(stretch.span.text)):
        word = stretch.tokens[i]
        group.names.append(Named(at, i, i + 1, clip(word, stem.cut), word.end, (stem.key,), None))


def _is_given_name(key: str) -> bool:
    """Say whether a surname is another's given name as like as not: «ناصر», not «الزهراني»."""
    return is_name_of(key, GIVEN)


def _names_a_thing(stretch: Stretch, i: int) -> bool:
    """Say whether a building or a town bears the bare name at word `i`: «مدينة الصدر», «بيونغ يانغ»."""
    tokens, text = stretch.tokens, stretch.span.text
    if i + 1 < len(tokens) and is_pair(tokens[i].key, tokens[i + 1].key):
        return not text[tokens[i].end : tokens[i + 1].start].strip()
    if not i or text[tokens[i - 1].end : tokens[i].start].strip():
        return False
    return bool(cue(tokens[i - 1].key) & TRAP) or tokens[i - 1].key in parts().committees


def _ends_a_name(stretch: Stretch, i: int, group: Group) -> bool:
    """Say whether another given name stands right before a bare surname: «نور الهدى الموسوي»."""
    if not i or stretch.span.text[stretch.tokens[i - 1].end : stretch.tokens[i].start].strip():
        return False
    key = stretch.tokens[i - 1].key
    if cue(key) or stretch.tokens[i - 1].light in function_lights() or key in group.keys:
        return False
    if len(key) > 2 and not plainness(key) and not is_place(key):
        return True  # «آلان عون»: a given name that no list knows
    return any(k in name_kinds() for k in (key, key.removeprefix("ال")))


def _is_adjective(stretch: Stretch, i: int, key: str) -> bool:
    """Say whether a surname with ال that is a word as well stands behind a definite noun: «الأحد المقبل»."""
    if not key.startswith("ال") or ordinary_words().isdisjoint((key, key[2:])):
        return False
    before = stretch.tokens[i - 1] if i else None
    if before is None or stretch.span.text[before.end : stretch.tokens[i].start].strip():
        return False
    return before.key.startswith(("ال", "لل", "بال", "وال")) and not cue(before.key) & (ANNOUNCING | PERSON)


def _is_month(stretch: Stretch, i: int, key: str) -> bool:
    """Say whether a surname is a month and neither title nor verb stands before it: «في دراما رمضان»."""
    before = stretch.tokens[i - 1].key if i else ""
    return key in parts().months and not any(cue(stem.key) & (ANNOUNCING | PERSON) for stem in stems(before))


def _closes_marks(stretch: Stretch, i: int) -> bool:
    """Say whether the bare given name at word `i` is the second one in marks: «الطفلة "وعد محمد"»."""
    text, word = stretch.span.text, stretch.tokens[i]
    if not i or text[word.end : word.end + 1] not in _CLOSING or text[word.start - 1] != " ":
        return False
    before = stretch.tokens[i - 1]
    return text[max(0, before.start - 1) : before.start] in _OPENING


def _is_kin(stretch: Stretch, i: int) -> bool:
    """Say whether a bare given name is that of somebody's child: «دعا ابنه يائير»."""
    return i > 0 and any(cue(stem.key) & KIN for stem in stems(stretch.tokens[i - 1].key))


def _has_surname(stretch: Stretch, i: int) -> bool:
    """Say whether a bare given name at word `i` goes on in a word with ال: «عبدالرحمن النجم» is another."""
    tokens = stretch.tokens
    if i + 1 == len(tokens) or stretch.span.text[tokens[i].end : tokens[i + 1].start].strip():
        return False
    after = tokens[i + 1]
    return after.key.startswith("ال") and after.light not in function_lights()


def _tie_office(groups: list[Group], owner: int, at: int, i: int, tokens: Sequence[Token]) -> None:
    """Give «مستشار الكاظمي» to the one other person whose printed office begins with that word."""
    heads = {stem.key: stem for stem in stems(tokens[i - 1].key) if stem.key in OFFICE_KEYS}
    fits = [
        (group, heads[key])
        for number, group in enumerate(groups)
        if number != owner and group.role and (key := match_key(group.role.split()[0])) in heads
    ]
    if len(fits) == 1:
        group, stem = fits[0]
        start = clip(tokens[i - 1], stem.cut)
        group.names.append(Named(at, i - 1, i + 1, start, tokens[i].end, (), None))
