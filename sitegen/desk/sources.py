"""What lies under `content/`: which file is an article, its sidecar, its English, a document."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from sitegen.desk.config import PATH as CONFIG
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
        (*strange, *misnamed, *orphans, *_unread(told)),
    )


#: Where something is read under `content/`, and how the names of files end that are read there ("": all).
_READ = {ARTICLES: "", CACHE: ".jsonl", ENGLISH: ".md", LEXICON: ".toml", DOCUMENTS: ".md"}


def _unread(told: list[str]) -> Iterator[Problem]:
    """Yield what nothing under `content/` reads, and a folder with nothing to read."""
    for path in told:
        folder = next((folder for folder in _READ if path.startswith(folder)), None)
        if path == CONFIG or (folder and path.endswith(_READ[folder])):
            continue
        known = f"names here end in {_READ[folder]}" if folder else f"known: {', '.join((CONFIG, *_READ))}"
        yield Problem(
            "nothing reads this file", Where(path), f"rename it or move it away; {known}", "warning"
        )
    if not any(path.startswith(ARTICLES) for path in told):
        hint = "bring some in with `sitegen import`, or go to the folder of the site you mean"
        yield Problem(
            "there is no article", Where(ARTICLES.rstrip("/")), hint, "warning" if told else "error"
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
    documents = tuple((found.group(1), found.group(2), path) for found, path in named if found)
    misnamed = (
        Problem("a page must be named like about.ar.md or about.en.md", Where(path), "rename it")
        for found, path in named
        if not found
    )
    return documents, (*misnamed, *_single(documents))


def _single(documents: Sequence[tuple[str, str, str]]) -> Iterator[Problem]:
    """Yield the pages that stand in one language only."""
    names = [name for name, _, _ in documents]
    for name, lang, path in documents:
        if names.count(name) == 1:
            other, adjective = ("en", "English") if lang == "ar" else ("ar", "Arabic")
            hint = f"write {DOCUMENTS}{name}.{other}.md"
            yield Problem(f"the page has no {adjective} twin", Where(path), hint)
