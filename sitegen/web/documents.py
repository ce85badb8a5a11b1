"""An editor's page, `content/pages/<name>.<lang>.md`, from Markdown to a title and HTML."""

from __future__ import annotations

import re
from functools import partial

from sitegen.errors import Problem, SitegenError, SourceError, Where, utf8
from sitegen.memo import Memo, digest, remember
from sitegen.model import Files
from sitegen.site.urls import Links

_TITLE = re.compile(r"\s*#\s+(.+?)\s*#*\s*(?:\n|$)")


def render_document(path: str, data: bytes, links: Links) -> tuple[str, str]:
    """Return (title, HTML) of one page; its first line must be a `# Title`."""
    text = utf8(path, data)
    title = _TITLE.match(text)
    if not title:
        hint = "begin it with a line such as  # About"
        raise SourceError("the page has no title", Where(path, 1), hint=hint)
    from sitegen.web.markdown_pages import html_of  # noqa: PLC0415 - what it says is mostly remembered

    return title.group(1), html_of(text[title.end() :], links)


def rendered(  # noqa: PLR0913, PLR0917 - what a document is made from, what remembers it
    inputs: Files,
    sources: tuple[tuple[str, str, str], ...],
    links: Links,
    problems: list[Problem],
    memo: Memo,
    code: str,
) -> dict[str, dict[str, tuple[str, str, str]]]:
    """Return the documents by name and language: title, HTML, source; what is wrong joins `problems`."""
    documents: dict[str, dict[str, tuple[str, str, str]]] = {}
    for name, lang, path in sources:
        data = inputs[path]
        key = digest("document", code, data, links.base_path)
        try:
            title, html = remember(memo, key, tuple[str, str], partial(render_document, path, data, links))
        except SitegenError as error:
            problems.append(error.problem)
            continue
        documents.setdefault(name, {})[lang] = (title, html, path)
    return documents
