"""The whole build as one pure function: bytes of the project in, files of the site out.

    read -> clean -> analyse -> English -> arrange -> pages -> render

`compile_site` does everything that needs all articles; `Compiled.outputs` then
makes the files one at a time, so the bytes of a site are never in memory at
once.  Checking and writing them is the shell's work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, cached_property, partial
from itertools import chain
from sys import intern
from typing import NamedTuple

from msgspec.structs import replace

from sitegen import data
from sitegen.desk.config import PATH as CONFIG
from sitegen.desk.config import Config
from sitegen.errors import Problem, utf8
from sitegen.library import Library, Progress
from sitegen.library.project import Options, read_project
from sitegen.memo import Memo, content_digest, digest, seal, unseal
from sitegen.model import Files
from sitegen.shelf import Shelf
from sitegen.site import urls
from sitegen.site.arrange import Site, arrange
from sitegen.site.deferred import encoded
from sitegen.site.groups import Group, Listed
from sitegen.site.language import Language, languages_of
from sitegen.site.pages import Documents, article_pages, page_groups
from sitegen.site.record import encode, record, record_file
from sitegen.web.documents import rendered
from sitegen.web.feeds import File, feed_groups
from sitegen.web.fingerprints import Fingerprints
from sitegen.web.folding import names_set
from sitegen.web.fonts import Webfonts, webfonts
from sitegen.web.linked_data import manifest
from sitegen.web.outputs import Bundle, Output
from sitegen.web.render import Kit, compiled_templates, render_page, take_compiled
from sitegen.web.search import SearchIndex, Unmade
from sitegen.web.share import SharePictures
from sitegen.web.sitemap import robots, sitemap
from sitegen.web.stylesheet import lean
from sitegen.work import Spread

__all__ = ["Compiled", "Options", "compile_site"]

#: So many bundles at the end are only to be made by the process that has the memo: they write to it.
OWN = 3
TEMPLATES = "templates/"
STATIC = "static/"
_TEMPLATES = "templates 1"

#: What the sitemap needs of a group of pages: its name, its number of pages, how they are listed.
Mapped = tuple[str, tuple[int, str | bytes | None], Callable[[], Sequence[Listed]]]


class Extras(NamedTuple):
    """What a site has besides its articles."""

    documents: Documents
    fonts: Webfonts
    search: SearchIndex
    memo: Memo


class Compiled:
    """A site read and arranged; its files are rendered when asked for."""

    def __init__(  # noqa: PLR0913, PLR0917 - everything the outputs are made from
        self, inputs: Files, code: str, config: Config, library: Library, site: Site, extras: Extras
    ) -> None:
        self.inputs, self._code, self._site = inputs, code, site
        self._documents, self._fonts, self._search, self._memo = extras
        self.config, self.library = config, library
        #: Each once: two articles of one name share their corrections and so their problems.
        self.problems: tuple[Problem, ...] = tuple(dict.fromkeys(library.problems))
        self.skipped: tuple[tuple[str, str], ...] = tuple(library.skipped)

    @property
    def articles(self) -> tuple[tuple[str, str], ...]:
        """Return (id, source path) of every article on the site."""
        return tuple(self.library.paths.items())

    def again(self, paths: Iterable[str], pending: Set[str]) -> tuple[str, dict[str, bytes]] | None:
        """Return the one article that owns the files `paths`, and its files as they would be made now.

        None where an edit of them may reach further than its own pages; `pending` are articles that
        have been edited since.
        """
        ids = {self.library.owner(path) for path in paths}
        id = ids.pop() if len(ids) == 1 else ""
        found = self.library.again(id, alone=pending <= {id}) if id else None
        if found is None:
            return None
        pages = article_pages(*found, self.config)
        made = {page.path: render_page(self._kit, page) for page in pages}
        return id, {**made, urls.record(id): encode(record(found[1].load()))}

    def record(self, id: str) -> bytes:
        """Return the machine-readable reading of one article as a line of JSON."""
        return encode(record(self.library.entry(id)))

    def outputs(self) -> Iterator[Output]:
        """Yield every file of the site, one at a time, not yet made."""
        for bundle in self.bundles():
            yield from bundle.outputs()

    def bundles(self) -> Iterator[Bundle]:
        """Yield every file of the site in bundles, each to be opened only if its fingerprint is new."""
        config, links = self.config, urls.Links(self.config.base_url)
        languages = languages_of(config.months, config.digits)
        mapped: list[Mapped] = []
        around = self.around
        for each in page_groups(self._site, config, self._documents, self.library.held, languages):
            mapped.append((each.name, each.brief, each.listed))
            yield self._bundle(each, around)
        for name, about, files in feed_groups(self._site, config):
            yield Bundle(name, partial(_under, around, about), partial(self._fed, files))
        for name, about, found in self._search.batches():
            yield Bundle(name, partial(_under, around, about), partial(self._indexed, found))
        yield Bundle("lists", files=partial(self._lists, mapped, languages, links))
        yield Bundle("search index", files=partial(self._indexed, self._search.files))
        yield Bundle("static", files=self._static)

    def _bundle(self, group: Group, around: bytes) -> Bundle:
        known, parts = partial(_under, around, group.known), group.parts
        if parts is None:
            return Bundle(group.name, known, partial(self._paged, group))
        return Bundle(group.name, known, parts=lambda: (self._bundle(part, around) for part in parts()))

    def _paged(self, group: Group) -> Iterator[Output]:
        """Yield the pages of one group, and the record of the article that they are the pages of."""
        path = ""
        for page in group.pages():
            path = page.sources[0] if page.sources else ""
            sources = (intern(TEMPLATES + page.template), *page.sources)
            make = partial(render_page, self._kit, replace(page, sources=()))
            yield Output(page.path, self._fingerprints(page), make, sources, far=True)
        if id := group.article:
            entry = self.library.held(id)
            yield self._output(urls.record(id), entry.digest, partial(record_file, entry), path)._replace(
                far=True
            )

    def _fed(self, files: Callable[[], Iterator[File]]) -> Iterator[Output]:
        for path, about, make, sources in files():
            yield self._output(path, about, make, *sources)._replace(far=True)

    def _indexed(self, files: Callable[[], Iterator[Unmade]]) -> Iterator[Output]:
        for path, about, make in files():
            yield self._output(path, about, make, CONFIG)

    def _static(self) -> Iterator[Output]:
        """Yield static files as they are, the webfonts, and the stylesheet with the rules for them."""
        for path in sorted(p for p in self.inputs if p.startswith(STATIC)):
            rules = self._fonts.css if path == urls.STYLE else b""
            content = encoded((rules, content_digest(self.inputs, path)))
            yield self._output(path, content, partial(_joined, rules, self.inputs, path), path)
        for path, cut, source in self._fonts.files:
            yield self._output(path, cut, partial(bytes, cut), source)

    def _lists(
        self, mapped: list[Mapped], languages: Mapping[str, Language], links: urls.Links
    ) -> Iterator[Output]:
        """Yield the files that list all articles or all pages."""
        config, everything = self.config, self._site.sources
        yield self._output(urls.SCHEMA, "", data.raw("article.schema.json").encode)
        if config.visibility == "public":
            pages = cache(lambda: tuple(chain.from_iterable(listed() for _, _, listed in mapped)))
            about = encoded((config.base_url, [(name, brief) for name, brief, _ in mapped]))
            for path, make in sitemap(sum(count for _, (count, _), _ in mapped), pages, links):
                yield self._output(path, about, make, *everything)
        for path, about, make, sources in self._pictures.files(self._site.cards, languages.values()):
            yield self._output(path, about, make, *sources)
        for code, language in languages.items():
            make = partial(manifest, config, language, links)
            yield self._output(urls.manifest(code), encoded(config), make, CONFIG)
        make = partial(robots, links, public=config.visibility == "public")
        yield self._output(urls.ROBOTS, encoded(config), make, CONFIG)

    def _output(self, path: str, content: str | bytes, make: Callable[[], bytes], *sources: str) -> Output:
        """Return a file that is no page; `content` is what its bytes depend on besides the program."""
        return Output(path, digest(self._code, path, content), make, sources)

    @cached_property
    def around(self) -> bytes:
        """The digest of what all pages stand in: program, templates, settings."""
        return digest(self._code, self._kit.digest)

    @cached_property
    def _templates(self) -> dict[str, str]:
        return {
            path.removeprefix(TEMPLATES): utf8(path, self.inputs[path])
            for path in self.inputs
            if path.startswith(TEMPLATES) and path.endswith((".html", ".xml"))
        }

    @cached_property
    def _kit(self) -> Kit:
        kit = Kit(self._templates, self.config, _titles(self._documents), self._fonts.preload)
        take_compiled(kit, unseal(_TEMPLATES, self._memo.get(self._place, b"")) or b"")
        return kit

    @property
    def _place(self) -> bytes:
        """Where the memo holds compiled templates: their code holds words and links."""
        names = encoded(sorted(names_set(self._templates.values())))
        return digest("templates", self._code, encoded(self.config), names)

    def remember_templates(self) -> None:
        """Remember what has been compiled of the templates, so that the next build need not."""
        data = seal(_TEMPLATES, compiled_templates(self._kit))
        if self._memo.get(self._place) != data:
            self._memo[self._place] = data

    @cached_property
    def _fingerprints(self) -> Fingerprints:
        return Fingerprints(self._code, self._kit)

    @cached_property
    def _pictures(self) -> SharePictures:
        return SharePictures(self.config, self.inputs, present=bool(self._fonts.preload))


def compile_site(  # noqa: PLR0913 - all that a build is made from
    inputs: Files,
    options: Options,
    memo: Memo,
    progress: Progress,
    *,
    shelf: Shelf | None = None,
    spread: Spread = map,
) -> Compiled:
    """Read and arrange the site that `inputs` describe; problems are values on the answer.

    `shelf` is that of an earlier build; `spread` applies the per-article work, perhaps elsewhere.
    """
    config, sources, library, cards = read_project(
        inputs, options, memo, progress, shelf=shelf, spread=spread
    )
    site = arrange(cards, library.lexicon)
    links = urls.Links(config.base_url)
    documents = rendered(inputs, sources.documents, links, library.problems, memo, options.code)
    fonts, notes = webfonts(config.typeface, inputs, memo, options.code)
    library.problems.extend(notes)
    languages = languages_of(config.months, config.digits)
    search = SearchIndex(site, library.words, languages, memo, options.code)
    return Compiled(inputs, options.code, config, library, site, Extras(documents, fonts, search, memo))


def _under(around: bytes, known: Callable[[], bytes]) -> bytes:
    """Return the fingerprint of what is `known` with all that stands `around` it; b"" where it has none."""
    mark = known()
    return digest(around, mark) if mark else b""


def _joined(head: bytes, inputs: Files, path: str) -> bytes:
    return head + (lean(inputs[path]) if path == urls.STYLE else inputs[path])


def _titles(documents: Documents) -> tuple[tuple[str, str, str], ...]:
    """Return (name, Arabic title, English title) of each document, '' where a language lacks it."""
    empty = ("", "", "")
    return tuple((name, d.get("ar", empty)[0], d.get("en", empty)[0]) for name, d in documents.items())
