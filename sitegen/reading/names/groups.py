"""Names on the lines of one article, gathered to persons."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from sitegen.model import Record, Span
from sitegen.reading.names.cues import parts
from sitegen.reading.names.lists import ARAB, GIVEN, name_kinds, ordinary_words
from sitegen.reading.speech.words import OFFICES
from sitegen.text.tokens import Token


class Named(Struct, frozen=True, gc=False):
    """A name on a stretch of kept text: words [first, last) and the words of the name, clitics off."""

    stretch: int
    first: int
    last: int
    start: int  # offset in the stretch, clitics off
    end: int
    keys: tuple[str, ...]
    record: Record | None


class Stretch(Struct, frozen=True, gc=False):
    """One span of kept text and its words."""

    span: Span
    tokens: tuple[Token, ...]


class Group:
    """One person while mentions are gathered."""

    def __init__(self, name: Named) -> None:
        self.record = name.record
        self.keys = name.keys
        self.full = len(name.keys) > 1
        self.names = [name]
        self.role = ""


def gather(names: list[Named]) -> list[Group]:
    """Gather names of one person: one record, or one spelling; a longer unknown name takes a shorter in."""
    groups: dict[object, Group] = {}
    for name in sorted(names, key=lambda n: -len(n.keys)):
        key: object = name.record.id if name.record else _same(name, groups) or name.keys
        if key in groups:
            groups[key].names.append(name)
            groups[key].full |= len(name.keys) > 1
        else:
            groups[key] = Group(name)
    return _lent(list(groups.values()))


def _lent(groups: list[Group]) -> list[Group]:
    """Give the bare surname of somebody famous to the one who is told of by it in full: «بالقاسم حفتر»."""
    left = []
    for group in groups:
        keys = group.keys
        full = [g for g in groups if g.record is None and g.full and g.keys[-1] == keys[-1]]
        bare = group.record and len(full) == 1 and all(len(n.keys) == 1 for n in group.names)
        if bare and in_order(full[0])[0].stretch < in_order(group)[0].stretch:
            full[0].names += group.names
        else:
            left.append(group)
    return left


def _same(name: Named, groups: dict[object, Group]) -> object | None:
    """Return the one group whose first and last words are those of `name`, or that goes on with «بن»."""
    keys, n = name.keys, len(name.keys)
    fits = [
        k
        for k, g in groups.items()
        if g.keys[0] == keys[0]
        and g.keys[-1] == keys[-1]
        and _agree(keys, g.keys)
        and not _is_cousin(name, g)
    ]
    fits = fits or [k for k, g in groups.items() if g.keys[:n] == keys and g.keys[n : n + 1] == ("بن",)]
    fits = fits or [k for k, g in groups.items() if _goes_on(name, g)]
    if keys[0] in parts().kunya:  # «بو خزام» is Mahmoud Bou Khuzam
        fits = fits or [k for k, g in groups.items() if g.keys[-n:] == keys]
    return fits[0] if len(fits) == 1 else None


def _goes_on(name: Named, group: Group) -> bool:
    """Say whether a man's and his father's name open a longer one elsewhere: «نور زهير», «نور زهير جاسم»."""
    opens = len(_own(name.keys)) > 1 and group.keys[: len(name.keys)] == name.keys
    return opens and all(other.stretch != name.stretch for other in group.names)


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether a name leaves out words of another and has none that it has not.

    >>> _agree(("سلمان", "بن", "محمد", "ال", "خليفه"), ("سلمان", "بن", "حمد", "ال", "خليفه"))
    False
    >>> _agree(("سعيد", "عبدالله", "العمري"), ("سعيد", "بن", "عبد", "الله", "علي", "العمري"))
    True
    """
    short, long = sorted((_own(one), _own(other)), key=len)
    words = iter(long)
    return all(word in words for word in short)


def _own(keys: Sequence[str]) -> list[str]:
    """Return the words of a name without «بن» and «آل», «عبد الله» as one."""
    small = parts().sons | {"ال", "ابن"}
    return f" {' '.join(key for key in keys if key not in small)}".replace(" عبد ", " عبد").split()


def _is_cousin(name: Named, group: Group) -> bool:
    """Say whether one sentence names both with fathers: «محمد بن حمد» and «محمد بن حمد بن سيف»."""
    sons = [sum(key in parts().sons for key in keys) for keys in (name.keys, group.keys)]
    return all(sons) and sons[0] != sons[1] and any(n.stretch == name.stretch for n in group.names)


def is_glued(name: Named, names: Sequence[Named], tokens: Sequence[Token]) -> bool:
    """Say whether an unknown name opens with the surname of another man: «محاميا داتي أوليفييه باردو».

    «رشيدة داتي» is told in the same article, and nobody whose given name that is.  «محمود خالد، وخالد محمد
    سعد» are two.
    """
    if name.start > tokens[name.first].start:
        return False
    if name.record or len(name.keys) < 3 or name.keys[1] in parts().sons:
        return False  # «عبدالعزيز بن تركي الفيصل» beside «محمد بن سلمان بن عبدالعزيز»
    given = all(map(_is_given, name.keys))  # «محمود علي يوسف» is not glued to a known «حسن شيخ محمود»
    beside = (other for other in names if not (given and other.record))
    others = [other.keys for other in beside if len(other.keys) > 1 and other.keys != name.keys]
    first = name.keys[0]
    return any(keys[-1] == first for keys in others) and all(keys[0] != first for keys in others)


def _is_given(key: str) -> bool:
    return any(kind & GIVEN and kind & ARAB for _, kind in name_kinds().get(key, ()))


def is_deed(name: Named, names: Sequence[Named]) -> bool:
    """Say whether a name is a verb and the surname of somebody told in full: «وكرم عاشور الطالب»."""
    if name.record or name.keys[0] not in parts().deeds:
        return False
    rest = name.keys[1:]
    full = (other.keys for other in names if len(other.keys) > len(rest) and other.keys[0] != name.keys[0])
    return any(keys[-len(rest) :] == rest for keys in full)


def is_clause(name: Named, names: Sequence[Named], tokens: Sequence[Token]) -> bool:
    """Say whether «أن» and the given name of another stand before a verb: «أضاف أن مقران ترك»."""
    if name.record or len(name.keys) != 2 or not name.first or name.keys[1] not in ordinary_words():
        return False
    others = (other.keys for other in names if other.keys != name.keys and len(other.keys) > 1)
    told = any(keys[0] == name.keys[0] for keys in others)
    return told and tokens[name.first - 1].light in parts().that


def is_of_another(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether a bare name only tells whose office it is: «مستشار الكاظمي»."""
    return (
        last - first == 1
        and first > 0
        and tokens[first - 1].light in OFFICES
        and _is_construct(tokens[first - 1])
    )


def _is_construct(token: Token) -> bool:
    return not token.light.startswith(("ال", "وال", "لل"))


def in_order(group: Group) -> list[Named]:
    """Return the mentions of one person in reading order."""
    return sorted(group.names, key=lambda n: (n.stretch, n.first))
