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
    problems: list[Problem] = []
    articles: dict[str, str] = {}  # path -> what its sidecar is called, but for the ending
    sidecars: dict[str, str] = {}
    english: dict[str, str] = {}
    cache: dict[str, str] = {}
    lexicon: list[str] = []
    documents: list[tuple[str, str, str]] = []
    for path in sorted(paths):
        if not path.startswith("content/"):
            continue
        name = posixpath.basename(path)
        if name.startswith("."):
            continue
        stem, suffix = posixpath.splitext(path)
        if path.startswith(ARTICLES):
            if suffix == ".toml":
                sidecars[stem] = path
            elif suffix in FORMATS:
                articles[path] = stem
            else:
                known = ", ".join(sorted(FORMATS))
                problems.append(
                    Problem(
                        f"no reader for files ending in {isolate(suffix)}", Where(path), f"known: {known}"
                    )
                )
        elif path.startswith(CACHE):
            if suffix == ".jsonl":
                cache[posixpath.basename(stem)] = path
        elif path.startswith(ENGLISH) and suffix == ".md":
            english[posixpath.basename(stem)] = path
        elif path.startswith(LEXICON) and suffix == ".toml":
            lexicon.append(path)
        elif path.startswith(DOCUMENTS) and suffix == ".md":
            if found := _DOCUMENT.match(name):
                documents.append((found.group(1), found.group(2), path))
            else:
                problems.append(
                    Problem("a page must be named like about.ar.md or about.en.md", Where(path), "rename it")
                )
    pairs = tuple([ArticleSource(path, sidecars.get(stem)) for path, stem in articles.items()])
    for stem in sidecars.keys() - set(articles.values()):
        problems.append(
            Problem(
                "these corrections belong to no article",
                Where(sidecars[stem]),
                "name the file like its article",
            )
        )
    return Sources(pairs, english, cache, tuple(lexicon), tuple(documents), tuple(problems))
