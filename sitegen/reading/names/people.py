"""The persons of one article: every mention under one entity, each with the office printed beside it.

First names printed in full, known to the lexicon or not; then what the article
itself ties to them: a bare surname or given name means the one person whose full
name the article prints.  A bare surname of somebody unknown is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from sitegen.desk.lexicon import Lexicon, role_at
from sitegen.model import Article, Dating, Entity, Record, Span
from sitegen.reading.kept import story_spans
from sitegen.reading.names.cues import VERB, cue, parts
from sitegen.reading.names.groups import (
    Group,
    Named,
    Stretch,
    gather,
    in_order,
    is_clause,
    is_deed,
    is_glued,
    is_of_another,
)
from sitegen.reading.names.longer import is_blurred, is_longer, is_tiled
from sitegen.reading.names.namesakes import part_namesakes
from sitegen.reading.names.office_text import own_office
from sitegen.reading.names.office_words import (
    acting_from,
    is_of_nobody,
    is_of_several,
    is_prize,
    master_of,
    speaks_for,
)
from sitegen.reading.names.origin import person_country
from sitegen.reading.names.roles import render_role
from sitegen.reading.names.spans import find_name_spans, find_namesakes
from sitegen.reading.names.ties import OFFICE_KEYS, tie
from sitegen.reading.speech.offices import office_before
from sitegen.reading.speech.scene import bare_scene
from sitegen.reading.speech.words import FORMER_KEYS
from sitegen.text.fold import match_key, one_america
from sitegen.text.romanise import romanise
from sitegen.text.slug import slug
from sitegen.text.tokens import Token, clip, stem_keys, stems, tokenize

#: Marks behind which no apposition goes on.
_PARTED = frozenset("،,.؛:!؟()")
#: What stands before and behind who wrote on a line: short words between dashes.
_HEAD, _DASH = re.compile(r"(?:[^\W\d_]+(?: [^\W\d_]+){0,2} ?[-–] ?)+"), re.compile(r" ?[-–] ")


def find_people(
    article: Article, lexicon: Lexicon, lines: Sequence[str] = (), country: str = ""
) -> tuple[Entity, ...]:
    """Return the persons of the story in `article`, in order of appearance; who wrote it is none of them.

    `lines` are the raw lines, for offsets of titles that fill only part of theirs;
    `country` (ISO 3166), where the article plays, helps to romanise unknown names.
    """
    stretches = [Stretch(span, tokenize(span.text)) for span in story_spans(article, lines)]
    names = [name for i in range(len(stretches)) for name in _names(i, stretches[i], lexicon)]
    names = [name for name in names if not _is_no_name(name, names, stretches)]
    names = [name for name in names if not _reports(name, names, stretches[name.stretch])]
    groups = [g for g in gather(part_namesakes(names, stretches)) if not _is_signature(g, names, stretches)]
    for group in groups:
        group.role = next((r for n in in_order(group) if (r := _role(stretches[n.stretch], n, names))), "")
    tie(groups, stretches, names)
    homes = [person_country(group.role, lexicon) or country for group in groups]
    entities = [_entity(group, stretches, home) for group, home in zip(groups, homes, strict=True)]
    return tuple(sorted((e for e in entities if e), key=lambda e: (e.mentions[0].line, e.mentions[0].start)))


def with_names(people: Iterable[Entity], lexicon: Lexicon) -> tuple[Entity, ...]:
    """Return the persons with the English names that the lexicon has for those it knows."""
    records = ((person, lexicon.get("person", person.id) if person.known else None) for person in people)
    return tuple(replace(person, en=record.en) if record else person for person, record in records)


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
    words = [key for key in (one_america(match_key(w)) for w in printed.split()) if key]
    former = any(word in FORMER_KEYS for word in words)
    bare = [word for word in words if word not in FORMER_KEYS]
    known = None not in window
    if not former and known:
        held, last = role_at(record, window[0]), role_at(record, window[1])
        return held.en if held is not None and held == last else ""
    same = {role.en for role in record.roles if [match_key(w) for w in role.ar.split()] == bare}
    if len(same) != 1:
        return ""
    return f"Former {same.pop()}" if former else same.pop()


def _is_no_name(name: Named, names: Sequence[Named], stretches: Sequence[Stretch]) -> bool:
    """Say whether the rest of the article shows that a name is none."""
    tokens = stretches[name.stretch].tokens
    if name.last < len(tokens) and tokens[name.last].key in parts().crafts:
        return True  # «القمر الاصطناعي "محمد بن زايد سات"»
    return is_glued(name, names, tokens) or is_deed(name, names) or is_clause(name, names, tokens)


def _is_signature(group: Group, names: Sequence[Named], stretches: Sequence[Stretch]) -> bool:
    """Say whether nothing but a line of its own names somebody unknown: who wrote it; lists have several."""
    if group.record or len(group.names) > 1:
        return False
    alone = {n.stretch for n in names if (n.first, n.last) == (0, len(stretches[n.stretch].tokens))}
    mine = group.names[0].stretch
    return mine in alone and alone.isdisjoint((mine - 1, mine + 1))


def _reports(name: Named, names: Sequence[Named], stretch: Stretch) -> bool:
    """Say whether a name told once opens a line before a dash, or stands there behind a town: who wrote it.

    «سرايا - إربد - فلان علان - رصدت سرايا», «فلان علان - كشف الوزير», «كتب - فلان علان وفلان:»
    """
    text, tokens = stretch.span.text, stretch.tokens
    if name.record or [each.keys for each in names].count(name.keys) > 1:
        return False
    headed = _HEAD.fullmatch(text[: name.start]) is not None
    if not _DASH.match(text, name.end):
        return headed and name.first == 1 and tokens[0].key in parts().wrote
    return headed or (name.first == 0 and name.last < len(tokens) and bool(cue(tokens[name.last].key) & VERB))


def _names(number: int, stretch: Stretch, lexicon: Lexicon) -> list[Named]:
    """Return the names on one stretch: known ones, and unknown ones of two words and more."""
    tokens = stretch.tokens
    found: list[Named] = []
    taken: set[int] = set()
    spans = list(find_name_spans(stretch.span.text))
    hits = list(lexicon.indexes["person"].find(tokens))
    blurred = [span for span in spans if is_blurred(span, hits)]
    spans = [span for span in spans if not is_tiled(span, hits) and span not in blurred]
    things = {i for s in (*find_namesakes(stretch.span.text), *blurred) for i in range(s.first, s.last)}
    for hit in hits:
        if not things.isdisjoint(range(hit.first, hit.last)):
            continue  # «شارع جمال عبد الناصر»
        if any(is_longer(s, hit, tokens) for s in spans):
            continue  # «هانتر بايدن», «سعيد بن محمد بن راشد»: not the famous one
        if len(hit.values) == 1 and not is_of_another(tokens, hit.first, hit.last):
            keys = _keys(tokens, hit.first, hit.last, hit.start)
            found.append(Named(number, hit.first, hit.last, hit.start, hit.end, keys, hit.values[0]))
            taken.update(range(hit.first, hit.last))
    for span in spans:
        if span.full and not span.open and taken.isdisjoint(range(span.first, span.last)):
            keys = _keys(tokens, span.first, span.last, span.start)
            found.append(Named(number, span.first, span.last, span.start, span.end, keys, None))
    return found


def _keys(tokens: Sequence[Token], first: int, last: int, start: int) -> tuple[str, ...]:
    """Return the keys of a name's words; the first without what is glued before it."""
    head = tokens[first]
    word = _restored(head.text, start - head.start) + head.text[start - head.start :]
    return (match_key(word), *(t.key for t in tokens[first + 1 : last]))


def _restored(text: str, at: int) -> str:
    """Return the article that ل before it has swallowed: «للطاهر بن جلون» is «الطاهر بن جلون»."""
    return "ال" if text[:at].endswith("لل") else ""


def _entity(group: Group, stretches: list[Stretch], country: str) -> Entity | None:
    """Return the finished person, None for a bare name that nothing ties to a known one."""
    if group.record is None and not group.full:
        return None
    names = in_order(group)
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
    line = stretches[full.stretch].span.text
    ar = _restored(line, full.start) + line[full.start : full.end]
    return Entity(  # the hint must not part the pages of one name
        kind="person", id=f"p-{slug(romanise(ar))}", ar=ar, en=romanise(ar, country), known=False,
        mentions=tuple(mentions), role_ar=role, role_en=render_role(role), en_basis="automatic",
    )  # fmt: skip


def _role(stretch: Stretch, name: Named, names: list[Named]) -> str:
    """Return the office printed right before a name, in the words of the line."""
    if not name.first or not name.keys or name.start > stretch.tokens[name.first].start:
        return ""  # «قائد القوات وفلان», «رئيسا خلفا لفلان»: another's office stands before it
    first = office_before(bare_scene(stretch.span.text), name.first)
    if first is None:
        return ""
    others = [n.last for n in names if n.stretch == name.stretch and first < n.last <= name.first]
    if others:  # what stands before another name is that one's office
        heads = range(max(others), name.first)
        found = [i for i in heads if not stem_keys(stretch.tokens[i].key).isdisjoint(OFFICE_KEYS)]
        if not found:
            return ""
        first = found[0]
    first = _behind_apposition(stretch, name, names, first)
    if any(n.stretch == name.stretch and _touch(stretch, name, n) for n in names):
        master = master_of(stretch.tokens, first, name.first)  # «المتحدث باسم رئيس الوزراء فلان علان»
        if master != first and not speaks_for(stretch.tokens[first]):
            return ""  # «نائب رئيس الوزراء فلان علان»: whose office is it?
        first = master
    if is_of_nobody(stretch.tokens, first) or is_of_several(stretch.tokens, first):
        return ""
    head = stretch.tokens[first]
    stem = next((s for s in stems(head.key) if s.key in OFFICE_KEYS), None)
    begin = acting_from(stretch.tokens, first)
    if begin is None:
        begin = clip(head, stem.cut) if stem else head.start
    office = stretch.span.text[begin : stretch.tokens[name.first - 1].end]
    glued = stem is not None and head.key.startswith("لل") and stem.key.startswith("ال")
    own = own_office("ا" + office if glued and begin > head.start else office)  # «للأمين العام»
    return "" if own and is_prize(stretch.tokens, first) and office.startswith(own) else own


def _behind_apposition(stretch: Stretch, name: Named, names: list[Named], first: int) -> int:
    """Return where an office begins behind what stands beside another: «فلان معاون الوزير والسفير علان»."""
    ends = [n for n in names if n.stretch == name.stretch and n.last <= first]
    text, tokens = stretch.span.text, stretch.tokens
    if not ends or not _PARTED.isdisjoint(text[max(n.end for n in ends) : tokens[first].start]):
        return first
    glued = [i for i in range(first, name.first) if tokens[i].light[0] == "و"]
    heads = [i for i in glued if any(s.cut and s.key in OFFICE_KEYS for s in stems(tokens[i].key))]
    return heads[-1] if heads else first


def _touch(stretch: Stretch, one: Named, other: Named) -> bool:
    """Say whether nothing stands between two names: «فلان علان», not «فلان وعلان», not «فلان، علان»."""
    return other.first == one.last and not stretch.span.text[one.end : other.start].strip()
