"""What is told of one article: why it is none, that it is several, and of the names in its sidecar."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from sitegen.desk.lexicon import Lexicon
from sitegen.desk.sidecar import NAMES, place_of
from sitegen.errors import Problem, Where, isolate
from sitegen.model import Article, Corrections, File, Reading

_NOT_ARTICLES = {
    "fa": "the page is in Persian", "ur": "the page is in Urdu", "ckb": "the page is in Kurdish",
    "en": "the page is in English",
}  # fmt: skip
#: What is said of pages that are no one article, by kind.
_MANY = {
    "several": "the page holds several reports",
    "live": "the page is a running coverage of many entries",
}
_KEYS = {kind: key for key, kind in NAMES.items()}


def why_refused(article: Article, path: str) -> Problem:
    """Return why a page is no article."""
    line = next((m.n for m in article.marks if m.role != "blank"), 1)
    what = _NOT_ARTICLES.get(article.lang, "no article found on the page")
    hint = "sitegen reads Arabic articles; move the file out of content/articles"
    return Problem(what, Where(path, line), hint)


def several(reading: Reading, path: str) -> Iterable[Problem]:
    """Report a page that holds several reports or entries: each would deserve a file of its own."""
    if what := _MANY.get(reading.article.kind):
        yield Problem(what, Where(path), "give each of them a file of its own", "warning")


def unknown_names(fixes: Corrections, sidecar: File, lexicon: Lexicon) -> Iterable[Problem]:
    """Report names that a sidecar adds and no lexicon knows."""
    for kind, name in fixes.add:
        if lexicon.named(kind, name) is None:
            close = difflib.get_close_matches(name, [r.id for r in lexicon.of(kind)], n=1)
            hint = f"did you mean {close[0]}?" if close else "add the record under content/lexicon"
            where = place_of(*sidecar, f"{_KEYS[kind]}.add", name)
            yield Problem(f"no {kind} {isolate(name)} in the lexicon", where, hint)


def idle(
    fixes: Corrections, sidecar: File, reading: Reading, again: Callable[[Corrections], Reading]
) -> Iterable[Problem]:
    """Report names that a sidecar removes though the article would not have them anyway."""
    for one in fixes.remove:
        if again(replace(fixes, remove=tuple(other for other in fixes.remove if other != one))) == reading:
            key, what = _KEYS[one[0]], f"the article names no {isolate(one[1])} that could be removed"
            hint = "`sitegen read` prints the names that were found; take this one out"
            yield Problem(what, place_of(*sidecar, f"{key}.remove", one[1]), hint, "warning")
