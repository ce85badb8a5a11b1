"""Where people and topics occur, how often, and which line gave them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sitegen.model import Entry
from sitegen.pipeline import Compiled

Progress = Callable[[str, int, int], None]


class Name(NamedTuple):
    """A person or topic of the site: `articles` counts those that have it."""

    id: str
    ar: str
    en: str
    known: bool
    articles: int


class Occurrence(NamedTuple):
    """One line that names a record: what it prints, and why it counts."""

    path: str
    line: int | None  # None: an editor added it
    text: str
    why: str


def names(compiled: Compiled, kind: str, progress: Progress) -> list[Name]:
    """Return the people or topics of all articles, the most frequent first."""
    held: dict[str, Name] = {}
    for number, (id, _) in enumerate(compiled.articles, 1):
        for name in _of(compiled.library.entry(id), kind):
            before = held.get(name.id, name._replace(articles=0))
            held[name.id] = before._replace(articles=before.articles + 1)
        progress("review", number, len(compiled.articles))
    return sorted(held.values(), key=lambda name: (-name.articles, name.id))


def _of(entry: Entry, kind: str) -> Iterator[Name]:
    if kind == "topic":
        yield from (Name(t.id, t.ar, t.en, True, 1) for t in entry.reading.topics)
    else:
        yield from (Name(p.id, p.ar, p.en, p.known, 1) for p in entry.reading.people)


def occurrences(compiled: Compiled, kind: str, id: str) -> Iterator[Occurrence]:
    """Yield every line that gave the person or topic `id`."""
    for article, path in compiled.articles:
        entry = compiled.library.entry(article)
        lines = entry.raw.lines
        for topic in (t for t in entry.reading.topics if kind == "topic" and t.id == id):
            if not topic.because:
                yield Occurrence(path, None, "", "an editor added it")
            for n in topic.because:
                yield Occurrence(path, n, lines[n - 1], "words of the topic")
        for person in (p for p in entry.reading.people if kind == "person" and p.id == id):
            if not person.mentions:
                yield Occurrence(path, None, "", "an editor added it")
            for mention in person.mentions:
                full = " " in mention.text.strip()
                why = (
                    f"printed as {mention.text}" if full else f"{mention.text}: the article has the full name"
                )
                yield Occurrence(path, mention.line, lines[mention.line - 1], why)
