"""Compare the site that would be built with the one that lies there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from sitegen.errors import OutputError
from sitegen.pipeline import Compiled
from sitegen.shell.difference.facts import changed_facts
from sitegen.shell.difference.pages import changed_articles, changed_text
from sitegen.shell.manifest import Manifest, read_manifest
from sitegen.site import urls

Progress = Callable[[str, int, int], None]

_ARTICLE = re.compile(r"(?:(?:ar|en)/articles/([^/]+)/index\.html|data/articles/([^/]+)\.json)$")
_TREE = re.compile(r"(?:ar|en)/")


class Change(NamedTuple):
    """One thing that publishing would change: an article, a page of both trees, or another file."""

    kind: str  # article | page | file
    how: str  # added | changed | removed
    name: str  # an article's id, or the path of a page without its language
    paths: tuple[str, ...]
    facts: tuple[str, ...] = ()


class Difference(NamedTuple):
    """Everything that publishing would change."""

    changes: tuple[Change, ...]
    same: int  # files that stay as they are
    moved: str = ""  # the address changes, and with it every link


def last_build(output: Path) -> Manifest:
    """Return what the last build wrote; an `OutputError` says that there is none."""
    manifest = read_manifest(output)
    if manifest is None:
        raise OutputError(f"{output.name}/ holds no site to compare with", hint="run  sitegen build  first")
    return manifest


def difference(compiled: Compiled, output: Path, before: Manifest, progress: Progress) -> Difference:
    """Compare what `compiled` would publish with what lies in `output`."""
    found: dict[tuple[str, str], dict[str, tuple[str, str]]] = {}  # (kind, name) -> path -> (how, what)
    facts: dict[str, tuple[str, ...]] = {}
    ours, wanted, same = frozenset(before.outputs), set(), 0
    for number, made in enumerate(compiled.outputs(), 1):
        wanted.add(made.path)
        held = _held(output / made.path)
        progress("pages", number, len(ours) if number <= len(ours) else 0)
        if held == made.data:
            same += 1
            continue
        key = _key(made.path)
        what = ""
        if held is not None and made.path.endswith(".html"):
            listed = changed_articles(held, made.data) if key[0] == "page" else ""
            what = f"articles: {listed}" if listed else changed_text(held, made.data)
        found.setdefault(key, {})[made.path] = ("added" if held is None else "changed", what)
        if held is not None and made.path.startswith("data/articles/"):
            facts[key[1]] = tuple(changed_facts(_record(held), _record(made.data)))
    for path in sorted(ours - wanted):
        found.setdefault(_key(path), {})[path] = ("removed", "")
    changes = [_change(kind, name, paths, facts.get(name, ())) for (kind, name), paths in found.items()]
    moved = (
        f"{before.base_url} -> {compiled.config.base_url}"
        if before.base_url != compiled.config.base_url
        else ""
    )
    return Difference(tuple(sorted(changes, key=_order)), same, moved)


def _held(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _record(data: bytes) -> dict[str, Any]:
    try:
        value = msgspec.json.decode(data)
    except msgspec.DecodeError:
        return {}
    return value if isinstance(value, dict) else {}


def _key(path: str) -> tuple[str, str]:
    """Return what a path belongs to: an article with its pages and reading, a pair of pages, a file."""
    if found := _ARTICLE.match(path):
        return "article", found.group(1) or found.group(2)
    if path.endswith(".html"):
        return "page", _TREE.sub("", path, count=1)
    return "file", path


def _change(kind: str, name: str, paths: dict[str, tuple[str, str]], facts: tuple[str, ...]) -> Change:
    hows = {how for how, _ in paths.values()}
    how = hows.pop() if len(hows) == 1 else "changed"
    told = tuple(dict.fromkeys(what for _, what in paths.values() if what))
    if kind == "article" and how == "changed":
        told = facts or (() if not told else (f"text: {told[0]}",))
    return Change(kind, how, name, tuple(sorted(paths)), told if how == "changed" else ())


def _order(change: Change) -> tuple[int, int, str]:
    kinds, hows = ("article", "page", "file"), ("added", "changed", "removed")
    return kinds.index(change.kind), hows.index(change.how), change.name


def titles(compiled: Compiled) -> dict[str, str]:
    """Return the title of every article by id."""
    return {id: compiled.library.entry(id).reading.article.title for id, _ in compiled.articles}


def in_words(difference: Difference, named: dict[str, str], *, everything: bool) -> Iterator[str]:
    """Yield the lines that tell a difference to people; `named` gives the titles of articles.

    Lists that only print an article's new words are counted, unless `everything` is asked for.
    """
    if difference.moved:
        yield f"the address changes: {difference.moved}; every page has other links"
    words = files = 0
    for change in difference.changes:
        if change.kind == "file" or (change.kind == "page" and change.how == "changed" and not change.facts):
            files += len(change.paths)
        elif change.kind == "page" and not everything and not _tells(change):
            words += 1
        else:
            yield _line(change, named)
            yield from (f"    {fact}" for fact in change.facts)
    if words:
        yield f"changed {_count(words, 'list')}: other words about the same articles; see them with -v"
    if files:
        yield f"changed {_count(files, 'other file')}: feeds, sitemap, styles, markup without new words"
    yield _sum(difference)


def _tells(change: Change) -> bool:
    return change.how != "changed" or any(fact.startswith("articles:") for fact in change.facts)


def _line(change: Change, named: dict[str, str]) -> str:
    trees = " and ".join(sorted({p[:2] for p in change.paths if p[:2] in urls.LANGS and p[2:3] == "/"}))
    name = change.name.removesuffix("index.html") or "home"
    title = f": {named[change.name]}" if change.kind == "article" and change.name in named else ""
    note = " (the same facts)" if change.how == "changed" and not change.facts else ""
    return f"{change.how:8}{change.kind} {name} ({trees or 'site'}){title}{note}"


def _sum(difference: Difference) -> str:
    hows = [change.how for change in difference.changes if change.kind != "file"]
    parts = [f"{hows.count(how)} {how}" for how in ("added", "changed", "removed") if how in hows]
    return f"{', '.join(parts) or 'no page changes'}; {_count(difference.same, 'file')} as before"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
