"""Markdown of an editor's page to HTML, its links below the base path of the site."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from sitegen.site.urls import Links


class _BasePath(Treeprocessor):
    """Put the site's base path before links that begin with a slash."""

    def __init__(self, md: Markdown, links: Links) -> None:
        super().__init__(md)
        self._links = links

    def run(self, root: Element) -> None:
        """Rewrite `href` and `src` in place."""
        for element in root.iter():
            for name in ("href", "src"):
                value = element.get(name)
                if value and value.startswith("/") and not value.startswith("//"):
                    element.set(name, self._links.base_path + value[1:])


class _Links(Extension):
    def __init__(self, links: Links) -> None:
        super().__init__()
        self._links = links

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        md.treeprocessors.register(_BasePath(md, self._links), "base-path", 5)


def html_of(text: str, links: Links) -> str:
    """Return the HTML of a text in Markdown."""
    return Markdown(extensions=["extra", "sane_lists", _Links(links)]).convert(text)
