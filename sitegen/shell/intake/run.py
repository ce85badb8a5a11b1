"""The whole of `sitegen import`: find, compare with what is there, write, report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from sitegen.desk.tables import is_address
from sitegen.errors import Problem
from sitegen.reading.page.language import language_of
from sitegen.shell.intake.fetch import Client, is_web
from sitegen.shell.intake.item import Asked, Item, Refused, refused
from sitegen.shell.intake.journal import Journal
from sitegen.shell.intake.shelf import Shelf, Twin
from sitegen.shell.intake.sources import STDIN, expand, fetched, followed, found_in, read_file

_SAVE = "open the page in a browser, wait until its text is there, and save it"
_ARABIC = re.compile("[\u0621-\u064a]{2}")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_READABLE = 20  # signs among which one that cannot be read is too many

Progress = Callable[[str, int, int], None]


class Brought(NamedTuple):
    """One article that was written."""

    path: str
    source: str
    repairs: tuple[str, ...] = ()


class Again(NamedTuple):
    """One article that the project has already."""

    source: str
    twin: Twin


class Imported(NamedTuple):
    """What an import did."""

    brought: list[Brought]
    again: list[Again]
    problems: list[Problem]


class Importer:
    """Brings articles into one project; `stdin` is what a user pasted."""

    def __init__(self, project: Path, asked: Asked, client: Client, stdin: bytes = b"") -> None:
        self._asked, self._client, self._stdin = asked, client, stdin
        self._shelf = Shelf(project)
        self._journal = Journal(project)
        self._done = Imported([], [], [])

    def bring_in(self, names: tuple[str, ...], progress: Progress) -> Imported:
        """Import everything that `names` stand for."""
        sources = expand(names)
        with self._journal:
            for number, name in enumerate(sources, 1):
                raw = _read(name, self._stdin)
                before = self._journal.finished(raw) if isinstance(raw, bytes) else []
                if before:
                    self._done.again.extend(Again(name, Twin(path, "imported before")) for path in before)
                else:
                    written, whole = self._one(name, raw)
                    if isinstance(raw, bytes) and written and whole:
                        self._journal.note(raw, written)
                progress("import", number, len(sources))
        return self._done

    def _one(self, name: str, raw: bytes | Refused | None) -> tuple[list[str], bool]:
        """Import one source; return the articles written and whether all of it could be used."""
        written: list[str] = []
        whole = True
        for each in self._found(name, raw):
            if isinstance(each, Again):
                self._done.again.append(each)
            elif isinstance(each, Refused):
                self._done.problems.append(each.problem)
                whole = False
            elif twin := self._shelf.twin(each):
                self._done.again.append(Again(str(each.where), twin))
            else:
                path = self._shelf.put(each._replace(outlet=each.outlet or self._asked.outlet))
                written.append(path)
                self._done.brought.append(Brought(path, str(each.where), tuple(map(str, each.repairs))))
        return written, whole

    def _found(self, name: str, raw: bytes | Refused | None) -> Iterator[Item | Refused | Again]:
        """Yield what one source holds; an address that is already an article is not asked again."""
        if raw is None:
            if twin := self._shelf.at_url(name):
                yield Again(name, twin)
                return
            found = fetched(name, self._client, self._asked)
        else:
            found = iter((raw,)) if isinstance(raw, Refused) else found_in(name, raw, self._asked)
        for each in found:
            if isinstance(each, Refused) and each.url and (twin := self._shelf.at_url(each.url)):
                yield Again(str(each.where), twin)
            else:
                yield from map(_usable, followed(iter((each,)), self._client, self._asked))


def _read(name: str, stdin: bytes) -> bytes | Refused | None:
    """Return the bytes of a source that needs no network, None for an address."""
    if name == STDIN:
        return stdin
    return None if is_web(name) else read_file(name)


def _usable(found: Item | Refused) -> Item | Refused:
    """Refuse what is no text or not Arabic and take off an address that is none: they would stop a build."""
    if isinstance(found, Refused):
        return found
    if not is_address(found.url):
        found = found._replace(url="")
    text = "".join(found.lines)
    if len(_CONTROLS.findall(text)) * _READABLE > len(text):
        return refused(found.where, "not text but data, such as a picture or a program", _SAVE)
    lang = language_of(line for line in found.lines if line.strip())
    if lang == "ar" or (lang == "und" and _ARABIC.search(text)):
        return found
    told = f"the text is not Arabic ({lang})" if lang != "und" else "no Arabic text on the page"
    return refused(found.where, told, "sitegen reads Arabic articles" if lang != "und" else _SAVE)
