"""The persons of one article: every mention under one entity, each with the office printed beside it.

First names printed in full, known to the lexicon or not; then what the article
itself ties to them: a bare surname or given name means the one person whose full
name the article prints.  A bare surname of somebody unknown is nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from sitegen.desk.lexicon import Lexicon, role_at
from sitegen.model import Article, Dating, Entity, Record, Span
from sitegen.reading.kept import story_spans
from sitegen.reading.names.cues import parts
from sitegen.reading.names.longer import FOREFATHERS, is_longer, is_tiled
from sitegen.reading.names.office_text import own_office
from sitegen.reading.names.origin import person_country
from sitegen.reading.names.roles import render_role
from sitegen.reading.names.spans import find_name_spans, find_namesakes
from sitegen.reading.speech.offices import office_before
from sitegen.reading.speech.scene import make_scene
from sitegen.reading.speech.words import FORMER, OFFICES
from sitegen.text.fold import match_key
from sitegen.text.romanise import romanise
from sitegen.text.slug import slug
from sitegen.text.tokens import Token, clip, stems, tokenize


class Named(NamedTuple):
    """A name on a stretch of kept text: words [first, last) and the words of the name, clitics off."""

    stretch: int
    first: int
    last: int
    start: int  # offset in the stretch, clitics off
    end: int
    keys: tuple[str, ...]
    record: Record | None


#: Keys of offices, to see where one begins behind a glued «و».
_OFFICE_KEYS = frozenset(map(match_key, OFFICES))
_FORMER_KEYS = frozenset(map(match_key, FORMER))


class Stretch(NamedTuple):
    """One span of kept text and its words."""

    span: Span
    tokens: tuple[Token, ...]


def find_people(
    article: Article, lexicon: Lexicon, lines: Sequence[str] = (), country: str = ""
) -> tuple[Entity, ...]:
    """Return the persons of the story in `article`, in order of appearance; who wrote it is none of them.

    `lines` are the raw lines, for offsets of titles that fill only part of theirs;
    `country` (ISO 3166), where the article plays, helps to romanise unknown names.
    """
    stretches = [Stretch(span, tokenize(span.text)) for span in story_spans(article, lines)]
    names = [name for i in range(len(stretches)) for name in _names(i, stretches[i], lexicon)]
    groups = _groups(names)
    for group in groups:
        group.role = next((r for n in _in_order(group) if (r := _role(stretches[n.stretch], n, names))), "")
    _tie(groups, stretches, names)
    homes = [person_country(group.role, lexicon) or country for group in groups]
    entities = [_entity(group, stretches, home) for group, home in zip(groups, homes, strict=True)]
    return tuple(sorted((e for e in entities if e), key=lambda e: (e.mentions[0].line, e.mentions[0].start)))


def with_roles(people: Iterable[Entity], lexicon: Lexicon, dating: Dating) -> tuple[Entity, ...]:
    """Return the persons with the office that the lexicon gives them all through the dating's window."""
    window = dating.earliest, dating.latest
    out = []
    for person in people:
        record = lexicon.get("person", person.id)
        role = _office_on(record, person.role_ar, window) if record else ""
        out.append(replace(person, role_en=role) if role else person)
    return tuple(out)


def _office_on(record: Record, printed: str, window: tuple[str | None, str | None]) -> str:
    """Return the English office of the days; one printed as former, or with the days unknown, as printed."""
    words = [key for key in (match_key(w).replace("امريك", "اميرك") for w in printed.split()) if key]
    former = any(word in _FORMER_KEYS for word in words)
    bare = [word for word in words if word not in _FORMER_KEYS]
    known = None not in window
    if not former and known:
        held, last = role_at(record, window[0]), role_at(record, window[1])
        return held.en if held is not None and held == last else ""
    same = {role.en for role in record.roles if [match_key(w) for w in role.ar.split()] == bare}
    if len(same) != 1:
        return ""
    return f"Former {same.pop()}" if former else same.pop()


def _names(number: int, stretch: Stretch, lexicon: Lexicon) -> list[Named]:
    """Return the names on one stretch: known ones, and unknown ones of two words and more."""
    tokens = stretch.tokens
    found: list[Named] = []
    taken: set[int] = set()
    spans = list(find_name_spans(stretch.span.text))
    things = {i for s in find_namesakes(stretch.span.text) for i in range(s.first, s.last)}
    hits = list(lexicon.indexes["person"].find(tokens))
    spans = [span for span in spans if not is_tiled(span, hits)]
    for hit in hits:
        if not things.isdisjoint(range(hit.first, hit.last)):
            continue  # «شارع جمال عبد الناصر»
        if any(is_longer(s, hit.first, hit.last, tokens) for s in spans):
            continue  # «هانتر بايدن», «سعيد بن محمد بن راشد»: not the famous one
        if len(hit.values) == 1 and not _of_another(tokens, hit.first, hit.last):
            keys = _keys(tokens, hit.first, hit.last, hit.start)
            found.append(Named(number, hit.first, hit.last, hit.start, hit.end, keys, hit.values[0]))
            taken.update(range(hit.first, hit.last))
    for span in spans:
        if span.full and taken.isdisjoint(range(span.first, span.last)):
            keys = _keys(tokens, span.first, span.last, span.start)
            found.append(Named(number, span.first, span.last, span.start, span.end, keys, None))
    return found


def _keys(tokens: Sequence[Token], first: int, last: int, start: int) -> tuple[str, ...]:
    """Return the keys of a name's words; the first without what is glued before it."""
    head = tokens[first]
    return (match_key(head.text[start - head.start :]), *(t.key for t in tokens[first + 1 : last]))


def _of_another(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether a bare name only tells whose office it is: «مستشار الكاظمي»."""
    return (
        last - first == 1
        and first > 0
        and tokens[first - 1].light in OFFICES
        and _is_construct(tokens[first - 1])
    )


def _is_construct(token: Token) -> bool:
    return not token.light.startswith(("ال", "وال", "لل"))


class _Group:
    """One person while mentions are gathered."""

    def __init__(self, name: Named) -> None:
        self.record = name.record
        self.keys = name.keys
        self.full = len(name.keys) > 1
        self.names = [name]
        self.role = ""


def _in_order(group: _Group) -> list[Named]:
    return sorted(group.names, key=lambda n: (n.stretch, n.first))


def _groups(names: list[Named]) -> list[_Group]:
    """Gather names of one person: one record, or one spelling; a longer unknown name takes a shorter in."""
    groups: dict[object, _Group] = {}
    for name in sorted(names, key=lambda n: -len(n.keys)):
        key: object = name.record.id if name.record else _same(name.keys, groups) or name.keys
        if key in groups:
            groups[key].names.append(name)
            groups[key].full |= len(name.keys) > 1
        else:
            groups[key] = _Group(name)
    return list(groups.values())


def _same(keys: tuple[str, ...], groups: dict[object, _Group]) -> object | None:
    """Return the one group whose first and last words are those of `keys`."""
    fits = [k for k, g in groups.items() if g.keys[0] == keys[0] and g.keys[-1] == keys[-1]]
    return fits[0] if len(fits) == 1 else None


def _ends_in_surname(keys: tuple[str, ...]) -> bool:
    """Say whether a name ends in what may stand for it: not in a father, nor in a number.

    «سامر بن علي» is nowhere «علي», «عبدالله الثاني» nowhere «الثاني».
    """
    number = not parts().regnal.isdisjoint((keys[-1], " ".join(keys[-2:])))
    return len(keys) > 1 and keys[-2] not in FOREFATHERS and not number


def _tie(groups: list[_Group], stretches: list[Stretch], names: list[Named]) -> None:
    """Give bare surnames and given names to the one person whose full name the article prints."""
    owners: dict[str, set[int]] = {}
    for number, group in enumerate(groups):
        if group.full:
            parts = {name.keys[-1] for name in group.names if _ends_in_surname(name.keys)}
            parts |= {name.keys[0] for name in group.names if len(name.keys) > 1}
            for part in parts:
                owners.setdefault(part, set()).add(number)
    surnames = {name.keys[-1] for group in groups for name in group.names if _ends_in_surname(name.keys)}
    taken = {(n.stretch, i) for n in names for i in range(n.first, n.last)}
    taken |= {
        (at, i)
        for at, stretch in enumerate(stretches)
        for s in find_namesakes(stretch.span.text)
        for i in range(s.first, s.last)
    }
    for at, stretch in enumerate(stretches):
        in_names = {
            i
            for s in find_name_spans(stretch.span.text)
            if s.last - s.first == 1
            for i in range(s.first, s.last)
        }
        for i, token in enumerate(stretch.tokens):
            if (at, i) in taken:
                continue
            for stem in stems(token.key):
                held = owners.get(stem.key)
                if held is None or len(held) > 1:
                    continue
                if _of_another(stretch.tokens, i, i + 1):
                    _tie_office(groups, next(iter(held)), at, i, stretch.tokens)
                    break
                if stem.key in surnames or i in in_names:
                    start = clip(token, stem.cut)
                    bare = Named(at, i, i + 1, start, token.end, (stem.key,), None)
                    groups[next(iter(held))].names.append(bare)
                break


def _tie_office(groups: list[_Group], owner: int, at: int, i: int, tokens: Sequence[Token]) -> None:
    """Give «مستشار الكاظمي» to the one other person whose printed office begins with that word."""
    heads = {stem.key: stem for stem in stems(tokens[i - 1].key) if stem.key in _OFFICE_KEYS}
    fits = [
        (group, heads[key])
        for number, group in enumerate(groups)
        if number != owner and group.role and (key := match_key(group.role.split()[0])) in heads
    ]
    if len(fits) == 1:
        group, stem = fits[0]
        start = clip(tokens[i - 1], stem.cut)
        group.names.append(Named(at, i - 1, i + 1, start, tokens[i].end, (), None))


def _entity(group: _Group, stretches: list[Stretch], country: str) -> Entity | None:
    """Return the finished person, None for a bare name that nothing ties to a known one."""
    if group.record is None and not group.full:
        return None
    names = _in_order(group)
    mentions = []
    for name in names:
        span = stretches[name.stretch].span
        text = span.text[name.start : name.end]
        mentions.append(Span(span.line, span.start + name.start, span.start + name.end, text))
    mentions.sort(key=lambda m: (m.line, m.start))
    role = group.role
    if record := group.record:
        role_en = "" if record.roles else render_role(role)
        return Entity(
            "person", record.id, record.ar, record.en, True, tuple(mentions), role_ar=role, role_en=role_en
        )
    full = max((n for n in names if len(n.keys) == max(len(m.keys) for m in names)), key=lambda n: -n.stretch)
    ar = stretches[full.stretch].span.text[full.start : full.end]
    return Entity(  # the hint must not part the pages of one name
        kind="person", id=f"p-{slug(romanise(ar))}", ar=ar, en=romanise(ar, country), known=False,
        mentions=tuple(mentions), role_ar=role, role_en=render_role(role), en_basis="automatic",
    )  # fmt: skip


def _role(stretch: Stretch, name: Named, names: list[Named]) -> str:
    """Return the office printed right before a name, in the words of the line."""
    if not name.keys:
        return ""
    scene = make_scene(stretch.span.line, stretch.span.start, stretch.span.text, [])
    first = office_before(scene, name.first)
    if first is None:
        return ""
    others = [n.last for n in names if n.stretch == name.stretch and first < n.last <= name.first]
    if others:  # what stands before another name is that one's office
        heads = range(max(others), name.first)
        found = [i for i in heads if any(s.key in _OFFICE_KEYS for s in stems(stretch.tokens[i].key))]
        if not found:
            return ""
        first = found[0]
    head = stretch.tokens[first]
    stem = next((s for s in stems(head.key) if s.key in _OFFICE_KEYS), None)
    begin = clip(head, stem.cut) if stem else head.start
    return own_office(stretch.span.text[begin : stretch.tokens[name.first - 1].end])
