"""An editor's page, `content/pages/<name>.<lang>.md`, from Markdown to a title and HTML."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from sitegen.errors import Problem, SitegenError, SourceError, Where
from sitegen.model import Files
from sitegen.site.urls import Links

_TITLE = re.compile(r"\s*#\s+(.+?)\s*#*\s*(?:\n|$)")


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


def render_document(path: str, data: bytes, links: Links) -> tuple[str, str]:
    """Return (title, HTML) of one page; its first line must be a `# Title`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise SourceError("the file is not UTF-8 text", Where(path, line), hint="save it as UTF-8") from error
    title = _TITLE.match(text)
    if not title:
        hint = "begin it with a line such as  # About"
        raise SourceError("the page has no title", Where(path, 1), hint=hint)
    body = Markdown(extensions=["extra", "sane_lists", _Links(links)]).convert(text[title.end() :])
    return title.group(1), body


def rendered(
    inputs: Files, sources: tuple[tuple[str, str, str], ...], links: Links, problems: list[Problem]
) -> dict[str, dict[str, tuple[str, str, str]]]:
    """Return the documents by name and language: title, HTML, source; what is wrong joins `problems`."""
    documents: dict[str, dict[str, tuple[str, str, str]]] = {}
    for name, lang, path in sources:
        try:
            title, html = render_document(path, inputs[path], links)
        except SitegenError as error:
            problems.append(error.problem)
            continue
        documents.setdefault(name, {})[lang] = (title, html, path)
    return documents
