"""The renderer itself: broken templates are problems, the same page is the same bytes, nothing leaks."""

from __future__ import annotations

import pytest

from sitegen.errors import RenderError
from sitegen.site.deferred import Deferred
from sitegen.site.urls import Links
from sitegen.site.views import Page
from sitegen.web.render import Renderer
from tests.face_pages import CONFIG, DOCUMENTS, LINKS, TEMPLATES, pages, renderer
from tests.faces import FIRST

PAGES = pages()


def test_a_broken_template_is_a_problem_with_its_line() -> None:
    page = Page(path="ar/x/index.html", template="x.html", lang="ar", title="x", view=Deferred.of(FIRST))
    for source, line in (
        ("<p>\n{{ nothing }}", 2),
        ("\n\n{% if %}", 3),
        ("{{ view.titel }}", 1),
        ("{{ 1 + 'a' }}", 1),
    ):
        with pytest.raises(RenderError, match="while rendering ar/x/index") as caught:
            Renderer({"x.html": source}, CONFIG, LINKS).render(page)
        assert str(caught.value.problem.where) == f"templates/x.html:{line}"
    with pytest.raises(RenderError):
        Renderer({}, CONFIG, LINKS).render(page)


def test_what_a_template_sets_is_seen_by_those_it_includes_and_extends() -> None:
    page = Page(path="ar/x/index.html", template="x.html", lang="ar", title="x", view=Deferred.of(FIRST))
    for source in (
        "{% extends 'y.html' %}{% set lang = tongues.en %}",
        "{% set lang = tongues.en %}{% include 'y.html' %}",
        "{% for lang in [tongues.en] %}{% include 'y.html' %}{% endfor %}",
    ):
        made = Renderer({"x.html": source, "y.html": "{{ lang.code }}"}, CONFIG, LINKS)
        assert made.render(page) == b"en"
    plain = Renderer({"x.html": "{% include 'y.html' %}", "y.html": "{{ lang.code }}"}, CONFIG, LINKS)
    assert plain.render(page) == b"ar"


def test_a_page_is_the_same_bytes_every_time() -> None:
    again = Renderer(TEMPLATES, CONFIG, LINKS, DOCUMENTS)
    assert [again.render(p) for p in PAGES] == [renderer().render(p) for p in PAGES]


def test_neither_language_nor_address_leaks_from_one_renderer_to_the_next() -> None:
    """Jinja works out filters of constants (the link to the undated group) when it compiles."""
    dates = [page for page in PAGES if page.template == "dates.html"]
    assert {page.lang for page in dates} == {"ar", "en"}
    for base in ("/", "https://example.org/digest/", "https://other.example/"):
        links = Links(base)
        made = Renderer(TEMPLATES, CONFIG, links, DOCUMENTS)
        for page in dates:
            assert f'href="{links.base_path}{page.lang}/dates/undated/"' in made.render(page).decode()
