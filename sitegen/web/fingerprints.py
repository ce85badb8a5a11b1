"""What a page's bytes depend on, as one digest: its template set, its values, the site around it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sitegen.memo import digest
from sitegen.site.deferred import encoded
from sitegen.site.views import Page
from sitegen.web.render import Kit

_REFERENCE = re.compile(r"{%[-+]?\s*(?:extends|include|import|from)\s+(?:(['\"])(.+?)\1)?")


class Fingerprints:
    """Knows the fingerprint of every page of one site."""

    def __init__(self, code: str, kit: Kit) -> None:
        site = digest(code, kit.around)
        self._sets = {name: digest(site, *_texts(kit.templates, name)) for name in kit.templates}

    def __call__(self, page: Page) -> bytes:
        """Return the fingerprint of `page`; equal fingerprints mean equal bytes."""
        frame = (
            page.path,
            page.lang,
            page.title,
            page.description,
            page.section,
            page.alternates,
            page.index,
        )
        return digest(
            self._sets.get(page.template, b""), encoded((*frame, page.modified)), page.view.fingerprint
        )


def _texts(templates: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Return the text of a template and of all it refers to; of all there are, where that cannot be told."""
    return tuple(part for each in sorted(template_set(templates, name)) for part in (each, templates[each]))


def template_set(templates: Mapping[str, str], name: str) -> frozenset[str]:
    """Return the names of the templates that `name` is made of.

    >>> files = {"a": "{% extends 'b' %}", "b": '{%- include "c" %}', "c": "", "d": "{% include x %}"}
    >>> sorted(template_set(files, "a")), sorted(template_set(files, "d"))
    (['a', 'b', 'c'], ['a', 'b', 'c', 'd'])
    """
    found: set[str] = set()
    todo = [name]
    while todo:
        each = todo.pop()
        if each in found or each not in templates:
            continue
        found.add(each)
        names = [match[2] for match in _REFERENCE.finditer(templates[each])]
        if None in names:  # decided while rendering
            return frozenset(templates)
        todo += names
    return frozenset(found)
