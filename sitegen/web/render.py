"""Pages to bytes: the only module that knows Jinja.

Templates come in as texts, so that nothing here reads a disk.  Each language has
its own environment, compiled once; article text is hostile and always escaped.
"""

from __future__ import annotations

import marshal
import pickle
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import lru_cache, partial
from importlib.util import MAGIC_NUMBER
from types import CodeType, SimpleNamespace, TracebackType
from zlib import compress, decompress

from jinja2 import (
    BytecodeCache,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket

from sitegen.desk.config import Config
from sitegen.errors import RenderError, Where
from sitegen.memo import digest
from sitegen.site import urls
from sitegen.site.deferred import encoded
from sitegen.site.language import OG_LOCALE, Language, languages_of
from sitegen.site.views import Page
from sitegen.web.anchors import anchored, anchors, dates_told, quoted
from sitegen.web.bidi import vouched
from sitegen.web.compiling import Templates
from sitegen.web.descriptions import Descriptions
from sitegen.web.folding import names_set
from sitegen.web.helpers import Helpers, around, line_numbers, site_of, web_url
from sitegen.web.linked_data import LinkedData
from sitegen.web.menu import Document, Entry, navigation
from sitegen.web.share import picture_of
from sitegen.web.timeline import timeline

FOLDER = "templates/"
#: No script, no frame, nothing from elsewhere; connect-src is for the search, and for checkers of robots.txt.
POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; manifest-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)

#: Macros of `_macros.html` and `_article.html` that print the same thing on many pages.
REMEMBERED = frozenset({"card", "event", "head", "menu", "published"})


class _Compiled(BytecodeCache):
    """Compiled templates by name and source, shared by later builds of the same language and address.

    Not shared any wider: Jinja works out a filter of constants (`none | time`) when it compiles,
    so the words and links of one language and one base URL are part of the code.
    """

    def __init__(self) -> None:
        self.code: dict[str, tuple[str, CodeType]] = {}  # by name: of the last source only

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` if this very source was compiled before."""
        checksum, code = self.code.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was just compiled."""
        if bucket.code is not None:
            self.code[bucket.key] = bucket.checksum, bucket.code


@lru_cache(maxsize=16)
def _compiled(code: str, config: Config, stored: frozenset[str], base_url: str) -> _Compiled:
    return _Compiled()


class Kit:
    """All that a renderer is made from; it can be sent to another process and is known by its digest."""

    def __init__(
        self,
        templates: Mapping[str, str],
        config: Config,
        documents: tuple[Document, ...] = (),
        preload: tuple[str, ...] = (),
        compiled: bytes = b"",
    ) -> None:
        self.templates, self.config, self.documents, self.preload = templates, config, documents, preload
        self.stored = names_set(templates.values())
        self.around = encoded((config, documents, preload))  # everything but the templates
        self.compiled = compiled  # from another process
        self._packed = b""  # all of it for other processes, which get it with every batch
        self.digest = digest(self.around, encoded(templates))

    def __reduce__(self) -> tuple[object, ...]:
        if not self.compiled:  # once here rather than in every process that it is sent to
            _renderer(self).compile(self.templates)
            self.compiled = compiled_templates(self)
        if not self._packed:
            parts = self.templates, self.config, self.documents, self.preload, self.compiled
            self._packed = compress(pickle.dumps(parts), 1)
        return _arriving, (self.digest, self._packed)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Kit) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)


_arrived: dict[bytes, Kit] = {}  # the last that came from another process


def _arriving(known: bytes, packed: bytes) -> Kit:
    if known not in _arrived:
        _arrived.clear()
        _arrived[known] = Kit(*pickle.loads(decompress(packed)))  # noqa: S301 - from our own process
    return _arrived[known]


def compiled_templates(kit: Kit) -> bytes:
    """Return what has been compiled of the templates so far, for another process of the same Python."""
    held = (_compiled(code, kit.config, kit.stored, kit.config.base_url).code for code in urls.LANGS)
    return MAGIC_NUMBER + marshal.dumps(tuple(held))


def take_compiled(kit: Kit, data: bytes) -> None:
    """Take over what `compiled_templates` gave, if anything and if this Python can read it."""
    if not data.startswith(MAGIC_NUMBER):
        return
    found = marshal.loads(data[len(MAGIC_NUMBER) :])  # noqa: S302 - made by ourselves
    for code, held in zip(urls.LANGS, found, strict=True):
        _compiled(code, kit.config, kit.stored, kit.config.base_url).code.update(held)


@lru_cache(maxsize=2)
def _renderer(kit: Kit) -> Renderer:
    take_compiled(kit, kit.compiled)
    links = urls.Links(kit.config.base_url)
    picture = partial(picture_of, kit.config) if kit.preload else _no_picture  # without fonts there is none
    return Renderer(kit.templates, kit.config, links, kit.documents, kit.preload, picture)


def _no_picture(page: Page) -> str:
    return ""


def render_page(kit: Kit, page: Page) -> bytes:
    """Return the HTML of one page; the renderer is kept for the next."""
    return _renderer(kit).render(page)


class Renderer:
    """All templates of a site, ready to turn pages into bytes."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that a page stands in
        self,
        templates: Mapping[str, str],
        config: Config,
        links: urls.Links,
        documents: tuple[Document, ...] = (),
        preload: tuple[str, ...] = (),
        picture: Callable[[Page], str] = _no_picture,
    ) -> None:
        self._environments = {
            code: _environment(templates, config, links, documents, code) for code in urls.LANGS
        }
        for environment in self._environments.values():
            environment.globals |= {"preload": preload, "picture": picture}

    def compile(self, names: Iterable[str]) -> None:
        """Compile templates ahead; what is wrong with one is told when a page needs it."""
        for environment in self._environments.values():
            for name in names:
                with suppress(TemplateError):
                    environment.get_template(name)

    def render(self, page: Page) -> bytes:
        """Return the HTML of one page."""
        try:
            html = self._environments[page.lang].render(page.template, {"page": page, "view": page.view.view})
        except (TemplateError, TypeError, ValueError, LookupError, AttributeError) as error:
            raise _problem(error, page) from error
        return html.encode("utf-8")


def _environment(
    templates: Mapping[str, str],
    config: Config,
    links: urls.Links,
    documents: tuple[Document, ...],
    code: str,
) -> Templates:
    stored = names_set(templates.values())
    environment = Templates(
        loader=FunctionLoader(lambda name: _source(templates, name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_compiled(code, config, stored, links.base_url),
        extensions=["jinja2.ext.i18n"],
    )
    tongues = languages_of(config.months, config.digits)
    lang = tongues[code]
    helpers = Helpers(lang, links)
    entries = navigation(lang, helpers.href, documents)
    constant = _constants(config, tongues, helpers, code)
    environment.filters |= _filters(lang, helpers, entries)
    environment.remembered = REMEMBERED
    # What one template sets, those that it includes or extends see: such a name is constant in none.
    environment.known = {name: value for name, value in constant.items() if name not in stored}
    environment.globals |= constant
    environment.globals |= {
        "navigation": entries, "anchored": anchored,
        "dates_told": dates_told, "quoted": quoted, "around": around,
        "linked_data": LinkedData(lang, config, links).block,
        "description": Descriptions(lang, config),
    }  # fmt: skip
    return environment


def _filters(lang: Language, helpers: Helpers, entries: Iterable[Entry]) -> dict[str, Callable[..., object]]:
    """Return the filters of one language's templates."""
    leads = frozenset(link for _, link, _ in entries)
    return {
        "text": helpers.text, "arabic": helpers.arabic, "english": helpers.english, "plain": helpers.plain,
        "label": helpers.label, "listed": helpers.listed,
        "link": helpers.link, "runs": helpers.runs, "lines": helpers.lines, "article": helpers.article,
        "day": helpers.day, "time": helpers.time, "number": helpers.number, "web_url": web_url,
        "site_of": site_of, "anchors": anchors, "timeline": partial(timeline, lang=lang),
        "twin": helpers.twin, "line_numbers": line_numbers,
        "in_menu": lambda page: href if (href := helpers.href(page.path)) in leads else "",
    }  # fmt: skip


def _constants(
    config: Config, tongues: Mapping[str, Language], helpers: Helpers, code: str
) -> dict[str, object]:
    """Return what every template sees that is the same on all pages of one language."""
    return {
        "lang": tongues[code], "other": "en" if code == "ar" else "ar", "words": config.words,
        "tongues": SimpleNamespace(**tongues), "site": config.words(code), "policy": vouched(POLICY),
        "locales": OG_LOCALE, "urls": urls,
        "href": helpers.href, "absolute": helpers.absolute, "searchable": config.visibility == "public",
        "caption_label": tongues["ar"].gettext("Photo:"), "_": helpers.gettext, "gettext": helpers.gettext,
        "ngettext": helpers.ngettext,
    }  # fmt: skip


def _source(templates: Mapping[str, str], name: str) -> tuple[str, str, None] | None:
    """Return a template's text and the file name that errors and tracebacks show."""
    return (templates[name], FOLDER + name, None) if name in templates else None


def _problem(error: Exception, page: Page) -> RenderError:
    """Say where in which template it went wrong and for which page."""
    if isinstance(error, TemplateSyntaxError):
        where = Where(error.filename or FOLDER + (error.name or page.template), error.lineno)
    else:
        where = _last_template(error.__traceback__) or Where(FOLDER + page.template)
    return RenderError(f"{error} (while rendering {page.path})", where)


def _last_template(traceback: TracebackType | None) -> Where | None:
    """Return the innermost template line of a traceback."""
    found = None
    while traceback is not None:
        name = traceback.tb_frame.f_code.co_filename
        if name.startswith(FOLDER):
            found = Where(name, traceback.tb_lineno)
        traceback = traceback.tb_next
    return found
