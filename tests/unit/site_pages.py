"""Whole pages for the cleaner: each page of `tests/cases/sites/*.txt` round each article of `articles.toml`
and, where it is one of the newer, of the files of `LATER`.

A page begins with `=== its name`; each line is "<sign>│<text>":

    F  furniture                       U  a second print (title, caption or lede), to be dropped as well
    T  the title                       K  kept: a caption or a subtitle
    n  date, byline, dateline, label of the outlet: not counted
    nothing  the article's own text

`{title}`, `{sub}`, `{caption}`, `{1}`, `{2-4}`, `{3-}` stand for parts of the article,
`{cut1}` for the first paragraph cut short, `{rel1}` and `{rel2}` for headlines on its subject.
Behind the name, "@ 2024-03-12" states the day of publication, "@ -" that the page tells none.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from sitegen.model import Article
from sitegen.reading.page.lines import words_of

DROPPED = ("furniture", "duplicate")
FOLDER = Path(__file__).parents[1] / "cases" / "sites"
_SLOT = re.compile(r"\{(\d+)(-?)(\d*)\}")


class SitePage(NamedTuple):
    """One article as one site prints it: its lines and what each is."""

    site: str
    label: str
    title: str
    lines: tuple[str, ...]
    signs: tuple[str, ...]
    day: str = ""  # of publication, "-" where the page tells none


class Layout(NamedTuple):
    """What a site prints round any article: lines (sign, text), the day of publication, the file."""

    rows: tuple[tuple[str, str], ...]
    day: str
    file: str


_ALL = ("more_articles", "third_articles", "fourth_articles", "fifth_articles", "sixth_articles")
_NEWEST = (
    "eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth"
    " nineteenth twentieth twenty_first twenty_second"
)
#: Layouts that are set round the articles of later files as well.
LATER = {
    "far_afield": ("more_articles",),
    "second_look": ("more_articles",),
    "third_look": ("more_articles", "third_articles"),
    "fourth_look": ("more_articles", "third_articles", "fourth_articles"),
    "fifth_look": ("more_articles", "third_articles", "fourth_articles"),
    "sixth_look": ("more_articles", "third_articles", "fourth_articles", "fifth_articles"),
    "seventh_look": ("more_articles", "third_articles", "fourth_articles", "fifth_articles"),
    **dict.fromkeys((f"{nth}_look" for nth in _NEWEST.split()), _ALL),
}


@cache
def articles(file: str = "") -> tuple[dict[str, Any], ...]:
    """Return the articles of the test set that the layouts of `file` are set round."""
    names = ("articles", *LATER.get(file, ()))
    texts = ((FOLDER / f"{name}.toml").read_text(encoding="utf-8") for name in names)
    return tuple(article for text in texts for article in tomllib.loads(text)["article"])


@cache
def sites() -> dict[str, Layout]:
    """Return the layouts of `tests/cases/sites` by name."""
    found: dict[str, tuple[list[tuple[str, str]], str, str]] = {}
    for path in sorted(FOLDER.glob("*.txt")):
        rows: list[tuple[str, str]] = []
        for row in path.read_text(encoding="utf-8").splitlines():
            if row.startswith("=== "):
                name, _, day = row.removeprefix("=== ").partition(" @ ")
                rows = found.setdefault(name, ([], day, path.stem))[0]
            elif not row.startswith("# "):
                sign, _, text = row.partition("│")
                rows.append((sign, text))
    return {name: Layout(tuple(rows), day, file) for name, (rows, day, file) in found.items()}


def filled(site: str, article: dict[str, Any], *, spaced: bool = False) -> SitePage:
    """Return `article` as `site` prints it; `spaced`: with blank lines between its paragraphs."""
    lines: list[tuple[str, str]] = []
    for sign, text in sites()[site].rows:
        for part in _parts(text, article):
            lines += [("n", ""), (sign, part), ("n", "")] if spaced and not sign else [(sign, part)]
    signs, texts = zip(*lines, strict=True)
    return SitePage(site, article["label"], article["title"], texts, signs, sites()[site].day)


def _parts(text: str, article: dict[str, Any]) -> Iterator[str]:
    paragraphs = article["text"]
    for name in ("title", "sub", "caption"):
        text = text.replace("{" + name + "}", article[name])
    for number, headline in enumerate(article["related"], 1):
        text = text.replace(f"{{rel{number}}}", headline)
    text = text.replace("{cut1}", " ".join(paragraphs[0].split()[:12]) + "...")
    slot = _SLOT.search(text)
    if slot is None:
        yield text
        return
    first = int(slot[1])
    last = int(slot[3]) if slot[3] else len(paragraphs) if slot[2] else first
    for paragraph in paragraphs[first - 1 : last]:
        yield text[: slot.start()] + paragraph + text[slot.end() :]


def endings() -> Iterator[SitePage]:
    """Yield the later articles, which end in lists, answers and refrains, on every site."""
    for article in _listed("third", "fourth"):
        yield from (filled(site, article) for site in sites())


def strange_endings(file: str) -> Iterator[SitePage]:
    """Yield the articles that end in the strangest lists on the sites of a file."""
    for article in _listed("seventh", "eighth"):
        yield from (filled(site, article) for site, layout in sites().items() if layout.file == file)


def _listed(*names: str) -> list[dict[str, Any]]:
    texts = ((FOLDER / f"{name}_articles.toml").read_text(encoding="utf-8") for name in names)
    return [article for text in texts for article in tomllib.loads(text)["article"]]


def all_pages(*, spaced: bool = False, file: str = "") -> Iterator[SitePage]:
    """Yield every article on every site, or on those of one file."""
    for site, layout in sites().items():
        if file in ("", layout.file):
            for article in articles(layout.file):
                yield filled(site, article, spaced=spaced)


def lost_and_missed(page: SitePage, found: Article) -> tuple[list[str], list[str]]:
    """Return the lines of the article that were dropped and the furniture that was kept."""
    dropped = [mark.role in DROPPED for mark in found.marks]
    copies = Counter(words_of(line) for line, sign in zip(page.lines, page.signs, strict=True) if sign == "U")
    gone = Counter(words_of(line) for line, out in zip(page.lines, dropped, strict=True) if out)
    lost, missed = [], []
    for line, sign, out in zip(page.lines, page.signs, dropped, strict=True):
        words = words_of(line)
        if copies[words] and gone[words] == copies[words]:
            continue  # it does not matter which print is kept
        if page.title in line and found.title == page.title:
            continue
        if sign in ("", "K", "T") and out and line.strip():
            lost.append(line)
        elif sign in ("F", "U") and not out and line.strip():
            missed.append(line)
    return lost, missed
