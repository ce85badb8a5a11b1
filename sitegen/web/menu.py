"""The main menu: the sections of a site, then the pages that its editor wrote."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from sitegen.site import urls
from sitegen.site.language import Language
from sitegen.site.paging import section_titles
from sitegen.web.bidi import marked

#: An editor's document in the navigation: name, Arabic title, English title.
Document = tuple[str, str, str]
#: An entry of the main menu: section, link, label.
Entry = tuple[str, str, Markup]


def navigation(
    lang: Language, href: Callable[[str], str], documents: tuple[Document, ...]
) -> tuple[Entry, ...]:
    """Return the entries of the main menu."""
    code = lang.code
    sections = [("home", urls.home(code), lang.gettext("Home"))]
    for name, title in section_titles(lang).items():
        sections.append((name, urls.dates(code) if name == "dates" else urls.index(code, name), title))
    written = ((name, urls.document(code, name), ar if code == "ar" else en) for name, ar, en in documents)
    return tuple(
        (section, href(path), marked(label, code))
        for section, path, label in (*sections, *written)
        if label  # a document may lack a language
    )
