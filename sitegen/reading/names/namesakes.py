"""Another man of a famous name: the article gives him a calling that the famous one never had."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from sitegen.reading.names.groups import Named, Stretch
from sitegen.reading.names.lists import ARAB, is_name_of
from sitegen.reading.names.office_words import is_definite, office_cues
from sitegen.text.tokens import Token, stems

#: Words of a name that may be another man's too, and words an office of his may have.
_FULL, _NEAR = 2, 6


def part_namesakes(names: Sequence[Named], stretches: Sequence[Stretch]) -> list[Named]:
    """Return the names, those of officials nobody known where the article gives them another calling.

    «الطبيب محمود عباس», «مدير مستشفى الشفاء خالد مشعل»: another man of that name, who keeps it.
    """
    humble = {
        name.record.id
        for name in names
        if name.record and _is_another(stretches[name.stretch].tokens, name, bool(name.record.roles))
    }
    out = []
    for name in names:
        if name.record is None or name.record.id not in humble:
            out.append(name)
        elif len(name.keys) > 1:
            out.append(replace(name, record=None))
    return out


def _is_another(tokens: Sequence[Token], name: Named, in_office: bool) -> bool:
    """Say whether a calling that the famous man had not stands before a name that other Arabs may have."""
    if len(name.keys) < _FULL or not name.first or not all(is_name_of(key, ARAB) for key in name.keys):
        return False
    callings = office_cues("humble") | (office_cues("played") if in_office else frozenset())
    before = tokens[name.first - 1]
    if is_definite(before) and any(stem.key.removeprefix("ال") in callings for stem in stems(before.key)):
        return True
    near = [token.key for token in tokens[max(0, name.first - _NEAR) : name.first]]
    return any(f"{one.removeprefix('و')} {two}" in callings for one, two in pairwise(near))
