"""Build a small article with its people and organisations from a case or from gold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sitegen.model import Article, Block, Entity, EntityKind, Span


def article(lines: Sequence[str], roles: Mapping[int, str] | None = None) -> Article:
    """Return an article whose kept lines are all body unless `roles` says otherwise ('' leaves one out)."""
    blocks = []
    for n, line in enumerate(lines, 1):
        role = (roles or {}).get(n, "body" if roles is None else "")
        if role and line.strip():
            # The role comes as a plain string.
            blocks.append(Block(role, (Span(n, 0, len(line), line),)))  # type: ignore[arg-type]
    return Article("a", "a", True, "ar", "news", "", None, (), tuple(blocks))


def entities(
    kind: EntityKind,
    forms: Mapping[str, Sequence[str]],
    lines: Sequence[str],
    keep: Iterable[int] | None = None,
) -> tuple[Entity, ...]:
    """Return an entity for each id with every mention of its printed forms, longer forms first."""
    kept = set(keep) if keep is not None else set(range(1, len(lines) + 1))
    spans: dict[str, list[Span]] = {id: [] for id in forms}
    pairs = sorted(
        ((form, id) for id, printed in forms.items() for form in printed), key=lambda p: -len(p[0])
    )
    for n in kept:
        line, taken = lines[n - 1], [False] * len(lines[n - 1])
        for form, id in pairs:
            start = line.find(form)
            while start >= 0:
                end = start + len(form)
                if not any(taken[start:end]) and not line[end : end + 1].isalpha():
                    taken[start:end] = [True] * len(form)
                    spans[id].append(Span(n, start, end, form))
                start = line.find(form, end)
    return tuple(
        Entity(kind, id, printed[0], id, True, tuple(sorted(spans[id], key=lambda s: (s.line, s.start))))
        for id, printed in forms.items()
    )
