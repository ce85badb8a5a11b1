"""What lies under `content/`: which file is an article, its sidecar, its English, a document."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

from msgspec import Struct

from sitegen.desk.formats import FORMATS
from sitegen.errors import Problem, Where, isolate

ARTICLES = "content/articles/"
ENGLISH = "content/english/"
CACHE = "content/english/cache/"
LEXICON = "content/lexicon/"
DOCUMENTS = "content/pages/"

_DOCUMENT = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)\.(ar|en)\.md$")


class ArticleSource(Struct, frozen=True):
    """One article file and its sidecar, if it has one."""

    path: str
    sidecar: str | None


class Sources(Struct, frozen=True):
    """The files of `content/`, sorted, each with its purpose."""

    articles: tuple[ArticleSource, ...]
    english: dict[str, str]  # article id -> path
    cache: dict[str, str]  # article id -> path of what engines said
    lexicon: tuple[str, ...]
    documents: tuple[tuple[str, str, str], ...]  # (name, language, path)
    problems: tuple[Problem, ...]


def find_sources(paths: Iterable[str]) -> Sources:
    """Sort the project's paths; a file that fits nowhere is a problem, never passed over.

    >>> found = find_sources(["content/articles/a.txt", "content/articles/a.toml", "content/articles/b.pdf"])
    >>> found.articles[0].sidecar, len(found.problems)
    ('content/articles/a.toml', 1)
    """
    told = sorted(p for p in paths if p.startswith("content/") and not posixpath.basename(p).startswith("."))
    articles, strange, orphans = _articles([path for path in told if path.startswith(ARTICLES)])
    documents, misnamed = _documents([path for path in told if path.startswith(DOCUMENTS)])
    cache = [path for path in told if path.startswith(CACHE)]
    english = [path for path in told if path.startswith(ENGLISH) and not path.startswith(CACHE)]
    lexicon = tuple(path for path in told if path.startswith(LEXICON) and path.endswith(".toml"))
    return Sources(
        articles,
        _by_name(english, ".md"),
        _by_name(cache, ".jsonl"),
        lexicon,
        documents,
        (*strange, *misnamed, *orphans),
    )


def _by_name(paths: Iterable[str], suffix: str) -> dict[str, str]:
    """Return the paths that end in `suffix` by the names of their files without it."""
    return {posixpath.basename(path).removesuffix(suffix): path for path in paths if path.endswith(suffix)}


def _articles(
    paths: Iterable[str],
) -> tuple[tuple[ArticleSource, ...], tuple[Problem, ...], tuple[Problem, ...]]:
    """Return articles with their sidecars, files that nothing reads, and sidecars of no article."""
    known = ", ".join(sorted(FORMATS))
    found: dict[str, str] = {}  # path -> what its sidecar is called, but for the ending
    sidecars: dict[str, str] = {}
    strange: list[Problem] = []
    for path in paths:
        stem, suffix = posixpath.splitext(path)
        if suffix == ".toml":
            sidecars[stem] = path
        elif suffix in FORMATS:
            found[path] = stem
        else:
            what = f"no reader for files ending in {isolate(suffix)}"
            strange.append(Problem(what, Where(path), f"known: {known}"))
    pairs = tuple(ArticleSource(path, sidecars.get(stem)) for path, stem in found.items())
    orphans = tuple(
        Problem(
            "these corrections belong to no article", Where(sidecars[stem]), "name the file like its article"
        )
        for stem in sorted(sidecars.keys() - set(found.values()))
    )
    return pairs, tuple(strange), orphans


def _documents(paths: Iterable[str]) -> tuple[tuple[tuple[str, str, str], ...], tuple[Problem, ...]]:
    """Return (name, language, path) of the site's own pages, and those that are not named like one."""
    pages = [path for path in paths if path.endswith(".md")]
    named = [(_DOCUMENT.match(posixpath.basename(path)), path) for path in pages]
    return (
        tuple((found.group(1), found.group(2), path) for found, path in named if found),
        tuple(
            Problem("a page must be named like about.ar.md or about.en.md", Where(path), "rename it")
            for found, path in named
            if not found
        ),
    )
