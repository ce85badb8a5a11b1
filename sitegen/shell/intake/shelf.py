"""The articles that a project already has, and putting a new one beside them whole or not at all."""

from __future__ import annotations

import datetime
import hashlib
import re
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

import tomlkit

from sitegen.desk.formats import FORMATS, parse_source
from sitegen.desk.formats.source import article_id
from sitegen.desk.sidecar import parse_corrections
from sitegen.desk.sources import ARTICLES
from sitegen.desk.tables import is_address
from sitegen.errors import SitegenError
from sitegen.shell.intake.fetch import is_web
from sitegen.shell.intake.item import Item
from sitegen.text.alike import Alike, sketch
from sitegen.text.fold import squeeze
from sitegen.text.slug import slug

#: Where the bytes that an article was taken from are kept; the build does not look there.
ORIGINALS = "originals/"
_GENERIC = frozenset(
    ["index", "default", "article", "articles", "news", "story", "page", "print", "amp", "html"]
)
_TRACKING = re.compile(r"utm_|fbclid|gclid|ref$|amp$|outputtype$", re.IGNORECASE)
_LETTERS = re.compile(r"[a-z]{3}")
_LONGEST = 60  # letters of a file's name


class Twin(NamedTuple):
    """An article that the project has already, and how we know that it is the same."""

    path: str
    why: str


class Shelf:
    """What lies in `content/articles` of one project."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self._urls: dict[str, str] = {}
        self._stems: dict[str, str] = {}  # id -> path
        self._texts: dict[str, str] = {}
        self._alike: Alike[str] = Alike()
        home = project / ARTICLES
        for place in sorted(p for p in home.rglob("*") if p.suffix in FORMATS and p.is_file()):
            self._note_file(place, place.relative_to(project).as_posix())

    def _note_file(self, place: Path, path: str) -> None:
        """Note an article that lies there; one that cannot be read is the build's business."""
        try:
            raw = parse_source(path, place.read_bytes())
        except (SitegenError, OSError):
            self._stems[article_id(path)] = path
            return
        sidecar = place.with_suffix(".toml")
        meta = (
            parse_corrections(str(sidecar), sidecar.read_bytes())[0].meta if sidecar.is_file() else raw.meta
        )
        self._note(path, raw.lines, meta.url or raw.meta.url or "")

    def _note(self, path: str, lines: tuple[str, ...], url: str) -> None:
        self._stems[article_id(path)] = path
        if url:
            self._urls.setdefault(plain_url(url), path)
        self._texts.setdefault(_digest(lines), path)
        self._alike.add(path, sketch(lines))

    def at_url(self, url: str) -> Twin | None:
        """Return the article that came from this address."""
        path = self._urls.get(plain_url(url)) if url else None
        return Twin(path, "the same address") if path else None

    def twin(self, item: Item) -> Twin | None:
        """Return the article that `item` repeats."""
        if found := self.at_url(item.url):
            return found
        if path := self._texts.get(_digest(with_title(item))):
            return Twin(path, "the same text")
        near = self._alike.same_as(sketch(item.lines))
        return Twin(near[0], f"{near[1]:.0%} the same text") if near else None

    def put(self, item: Item) -> str:
        """Write an article with its sidecar and its original; return its path in the project."""
        path = self._free_path(item)
        stem = path.rsplit(".", 1)[0]
        lines = with_title(item)
        original = f"{ORIGINALS}{stem.removeprefix(ARTICLES)}{item.suffix}"
        whole = ("\n".join(lines) + "\n").encode("utf-8", "replace")
        files = [(f"{stem}.toml", _corrections(item, original).encode()), (path, whole)]
        if item.suffix != ".md" and whole.strip() != item.original.strip():
            files.insert(0, (original, item.original))
        write_all(self.project, files)
        self._note(path, lines, item.url)
        return path

    def _free_path(self, item: Item) -> str:
        name = name_of(item)
        suffix = ".md" if item.suffix == ".md" else ".txt"
        number, stem = 1, name
        while stem in self._stems:
            number += 1
            stem = f"{name}-{number}"
        return f"{ARTICLES}{stem}{suffix}"


def plain_url(url: str) -> str:
    """Return an address without what does not tell pages apart: scheme, www, tracking, fragment, final slash.

    >>> plain_url("http://www.example.org/a/?utm_source=x&id=3#top") == plain_url("https://example.org/a?id=3")
    True
    """
    if not is_address(url):
        return url
    parts = urlsplit(url)
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.match(k)])
    host = parts.netloc.lower().removeprefix("www.").removeprefix("m.")
    return f"{host}{parts.path.rstrip('/')}{'?' if query else ''}{query}"


def name_of(item: Item) -> str:
    """Return the name of an article's file: from its address, its file's name, or a digest of its text.

    >>> from sitegen.errors import Where
    >>> name_of(Item(Where("a"), (), b"", ".html", url="https://example.org/2021/harbour-opens.html"))
    'harbour-opens'
    """
    digest = _digest(item.lines)[:8]
    parts = urlsplit(item.url)
    last = PurePosixPath(parts.path).stem.lower()
    if is_web(item.url):
        name = slug(last)[:_LONGEST].strip("-")
        if last.isascii() and _LETTERS.search(name) and name not in _GENERIC:
            return name
        host = slug(parts.netloc.lower().removeprefix("www.").split(":")[0].split(".")[0])
        return f"{host}-{item.date or 'undated'}-{digest}"
    stem = PurePosixPath(item.where.path).stem
    if item.where.line is None and stem != "-":
        return article_id(item.where.path)
    return f"{'pasted' if stem == '-' else slug(stem)}-{digest}"


def _digest(lines: tuple[str, ...]) -> str:
    text = "\n".join(squeeze(line) for line in lines if line.strip())
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def with_title(item: Item) -> tuple[str, ...]:
    """Return the lines of an article, its title first where no line prints it."""
    title = squeeze(item.title)
    if not title or item.suffix == ".md" or any(squeeze(line) == title for line in item.lines):
        return item.lines
    return (title, "", *item.lines)


def _corrections(item: Item, original: str) -> str:
    """Return the sidecar of a new article: what its source states, and as comments what was repaired."""
    document = tomlkit.document()
    document.add(tomlkit.comment(f"imported from {item.url or item.where}"))
    for repair in item.repairs:
        document.add(tomlkit.comment(f"repaired: {repair}"))
    if item.repairs:
        document.add(tomlkit.comment(f"as it came: {original}"))
    title = squeeze(item.title)
    if title and item.suffix != ".md":
        document["title"] = title
    if item.date:
        document["date"] = datetime.date.fromisoformat(item.date) if len(item.date) == 10 else item.date
    if is_web(item.url):
        document["url"] = item.url
    if item.outlet and not is_web(item.outlet):
        document["outlet"] = squeeze(item.outlet)
    if len(document.value):
        document["reason"] = "stated by its source"
    return tomlkit.dumps(document)


def write_all(project: Path, files: list[tuple[str, bytes]]) -> None:
    """Write files, each whole or not at all: first beside their places, then renamed, the last one last."""
    staged = []
    try:
        for path, content in files:
            place = project / path
            place.parent.mkdir(parents=True, exist_ok=True)
            beside = place.with_name(f".{place.name}.tmp")
            beside.write_bytes(content)
            staged.append((beside, place))
        for beside, place in staged:
            beside.replace(place)
    finally:
        for beside, _ in staged:
            beside.unlink(missing_ok=True)
