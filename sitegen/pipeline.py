"""The whole build as one pure function: bytes of the project in, files of the site out.

    read -> clean -> analyse -> English -> arrange -> pages -> render

`compile_site` does everything that needs all articles; `Compiled.outputs` then
makes the files one at a time, so the bytes of a site are never in memory at
once.  Checking and writing them is the shell's work.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from sitegen import data
from sitegen.desk.config import Config, normal_base_url, parse_config
from sitegen.desk.lexicon import parse_lexicon
from sitegen.desk.sources import find_sources
from sitegen.errors import ConfigError, Problem, SitegenError, isolate
from sitegen.library import Library, Progress
from sitegen.memo import Memo, digest
from sitegen.model import Files
from sitegen.site import urls
from sitegen.site.arrange import Site, arrange
from sitegen.site.language import Language
from sitegen.site.pages import Documents, pages
from sitegen.site.record import encode, record
from sitegen.site.views import Alternate
from sitegen.web.documents import render_document
from sitegen.web.feeds import feed_files
from sitegen.web.fonts import Webfonts, webfonts
from sitegen.web.render import Renderer
from sitegen.web.sitemap import robots, sitemap

CONFIG = "content/site.toml"
TEMPLATES = "templates/"
STATIC = "static/"


class Options(Struct, frozen=True):
    """What the command line adds to the inputs."""

    base_url: str | None = None  # instead of the one in site.toml
    code: str = ""  # digest of the program, so that a new version forgets old answers


class Output(NamedTuple):
    """One file of the site and the input files it was made from."""

    path: str
    data: bytes
    sources: tuple[str, ...]


class Extras(NamedTuple):
    """What a site has besides its articles."""

    documents: Documents
    fonts: Webfonts


class Compiled:
    """A site read and arranged; its files are rendered when asked for."""

    def __init__(self, inputs: Files, config: Config, library: Library, site: Site, extras: Extras) -> None:
        self._inputs, self._site = inputs, site
        self._documents, self._fonts = extras
        self.config, self.library = config, library
        #: Each once: two articles of one name share their corrections and so their problems.
        self.problems: tuple[Problem, ...] = tuple(dict.fromkeys(library.problems))
        self.skipped: tuple[tuple[str, str], ...] = tuple(library.skipped)

    @property
    def articles(self) -> tuple[tuple[str, str], ...]:
        """Return (id, source path) of every article on the site."""
        return tuple(self.library.paths.items())

    def record(self, id: str) -> bytes:
        """Return the machine-readable reading of one article as a line of JSON."""
        return encode(record(self.library.entry(id)))

    def outputs(self) -> Iterator[Output]:
        """Yield every file of the site, one at a time."""
        config, links = self.config, urls.Links(self.config.base_url)
        languages = {lang: Language(lang, months=config.months, digits=config.digits) for lang in urls.LANGS}
        everything = tuple(card.source for card in self._site.cards)
        mapped: list[tuple[str, tuple[Alternate, ...], str | None]] = []
        renderer = Renderer(self._templates(), config, links, _titles(self._documents), self._fonts.preload)
        for page in pages(self._site, config, self._documents, self.library.entry, languages):
            if page.index:
                mapped.append((page.path, page.alternates, page.modified))
            yield Output(page.path, renderer.render(page), (TEMPLATES + page.template, *page.sources))
        for id, path in self.articles:
            yield Output(urls.record(id), self.record(id), (path,))
        yield Output(urls.SCHEMA, data.raw("article.schema.json").encode(), ())
        for path, content, sources in feed_files(self._site, languages, config, links):
            yield Output(path, content, sources)
        for path, content in sitemap(mapped, links):
            yield Output(path, content, everything)
        yield Output(urls.ROBOTS, robots(links), (CONFIG,))
        yield from self._static()

    def _static(self) -> Iterator[Output]:
        """Yield static files as they are, the webfonts, and the stylesheet with the rules for them."""
        for path in sorted(p for p in self._inputs if p.startswith(STATIC)):
            rules = self._fonts.css if path == urls.STYLE else b""
            yield Output(path, rules + self._inputs[path], (path,))
        for path, content, source in self._fonts.files:
            yield Output(path, content, (source,))

    def _templates(self) -> dict[str, str]:
        return {
            path.removeprefix(TEMPLATES): self._inputs[path].decode()
            for path in self._inputs
            if path.startswith(TEMPLATES) and path.endswith((".html", ".xml"))
        }


def compile_site(inputs: Files, options: Options, memo: Memo, progress: Progress) -> Compiled:
    """Read and arrange the site that `inputs` describe; problems are values on the answer."""
    config, problems = _config(inputs, options)
    sources = find_sources(inputs)
    lexicon_bytes = {path: inputs[path] for path in sources.lexicon}
    lexicon, lexicon_problems = parse_lexicon(lexicon_bytes)
    parts = (part for path, content in lexicon_bytes.items() for part in (path, content))
    library = Library(inputs, sources, lexicon, digest(options.code, *parts), memo)
    library.problems.extend((*problems, *sources.problems, *lexicon_problems))
    library.read(progress)
    site = arrange(library.cards(config.publish, progress), lexicon)
    documents = _documents(inputs, sources.documents, urls.Links(config.base_url), library.problems)
    fonts, notes = webfonts(config.typeface, inputs, memo, options.code)
    library.problems.extend(notes)
    return Compiled(inputs, config, library, site, Extras(documents, fonts))


def _config(inputs: Files, options: Options) -> tuple[Config, tuple[Problem, ...]]:
    config, problems = parse_config(inputs.get(CONFIG))
    if options.base_url is not None:
        url = normal_base_url(options.base_url)
        if url is None:
            what = f"--base-url cannot be {isolate(options.base_url)}"
            raise ConfigError(what, hint="write https://name.github.io/repository/ or /repository/")
        config = replace(config, base_url=url)
    return config, problems


def _documents(
    inputs: Files, sources: tuple[tuple[str, str, str], ...], links: urls.Links, problems: list[Problem]
) -> dict[str, dict[str, tuple[str, str, str]]]:
    documents: dict[str, dict[str, tuple[str, str, str]]] = {}
    for name, lang, path in sources:
        try:
            title, html = render_document(path, inputs[path], links)
        except SitegenError as error:
            problems.append(error.problem)
            continue
        documents.setdefault(name, {})[lang] = (title, html, path)
    return documents


def _titles(documents: Documents) -> tuple[tuple[str, str, str], ...]:
    """Return (name, Arabic title, English title) of each document, '' where a language lacks it."""
    empty = ("", "", "")
    return tuple((name, d.get("ar", empty)[0], d.get("en", empty)[0]) for name, d in documents.items())
