"""Why a file of the site was written or removed, from two manifests and the file's own sources."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from sitegen.shell.manifest import Manifest

Kind = Literal["new", "changed", "removed"]

_NAMED = 3  # inputs named before "and N more"


class Change(NamedTuple):
    """One file written or removed and, where asked for, the reason."""

    path: str
    kind: Kind
    why: str = ""


class InputChanges(NamedTuple):
    """How the inputs differ from those of the last build."""

    added: frozenset[str]
    changed: frozenset[str]
    removed: frozenset[str]


def input_changes(before: Manifest, after: Manifest) -> InputChanges:
    """Compare the inputs of two builds.

    >>> input_changes(Manifest(inputs={"a": "1", "b": "1"}), Manifest(inputs={"b": "2"})).removed
    frozenset({'a'})
    """
    was, now = before.inputs, after.inputs
    return InputChanges(
        added=frozenset(now.keys() - was.keys()),
        changed=frozenset(path for path in now.keys() & was.keys() if now[path] != was[path]),
        removed=frozenset(was.keys() - now.keys()),
    )


def why(kind: Kind, sources: Iterable[str], before: Manifest | None, after: Manifest) -> str:
    """Say in words why a file was written or removed: its own sources first, then what else differs.

    >>> was, now = Manifest(inputs={"a": "1", "b": "1"}), Manifest(inputs={"a": "2", "b": "2"})
    >>> why("changed", ["a"], was, now)
    'a changed'
    >>> why("changed", [], was, was)
    'it was edited or lost in the output folder'
    """
    if before is None:
        return "first build"
    inputs = input_changes(before, after)
    own = set(sources)
    if kind == "removed":
        own |= inputs.removed
    reasons = [
        *_named(own & inputs.added, "was added", "were added"),
        *_named(own & inputs.changed, "changed", "changed"),
        *_named(own & inputs.removed, "was removed", "were removed"),
    ]
    if reasons:
        return "; ".join(reasons)
    if before.settings != after.settings:
        reasons.append(f"the settings changed from {before.settings or 'none'} to {after.settings or 'none'}")
    if before.code != after.code:
        reasons.append("sitegen itself or a package it uses changed")
    reasons += [
        *_named(inputs.changed, "changed", "changed"),
        *_named(inputs.added, "was added", "were added"),
        *_named(inputs.removed, "was removed", "were removed"),
    ]
    if not before.whole:
        reasons.append("the last build was cut short")
    return "; ".join(reasons) or "it was edited or lost in the output folder"


def _named(paths: Iterable[str], one: str, many: str) -> list[str]:
    names = sorted(paths)
    if not names:
        return []
    shown = ", ".join(names[:_NAMED])
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return [f"{shown}{more} {one if len(names) == 1 else many}"]
