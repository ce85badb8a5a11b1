"""One page of every template from the values in `tests.faces`, and the renderer for them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml import etree, html
from msgspec import Struct

from sitegen.desk.config import Config, Words
from sitegen.site import urls
from sitegen.site.date_views import DateLink, DatesView, DateView, Reported, Told
from sitegen.site.deferred import Deferred
from sitegen.site.pages import KINDS
from sitegen.site.paging import both
from sitegen.site.urls import Links
from sitegen.site.views import (
    Alternate,
    DocumentView,
    HomeView,
    IndexView,
    LandingView,
    LetterGroup,
    NotFoundView,
    Page,
    Pager,
    PrintedRole,
    SearchView,
)
from sitegen.web.render import Renderer
from tests.faces import (
    DAYS,
    FIRST,
    FOURTH,
    HOSTILE,
    MEETING,
    SALMA,
    SECOND,
    THIRD,
    UNKNOWN,
    WATER,
    article_view,
    term_view,
)

TEMPLATES = {
    path.name: path.read_text(encoding="utf-8")
    for path in (Path(__file__).parents[1] / "templates").glob("*.html")
}
LINKS = Links("https://example.org/digest/")
CONFIG = Config(
    ar=Words("الموجز", "أخبار بملخصات English summaries", "حقوق النصوص لناشريها.", "desk@example.org"),
    en=Words("The Digest", "Arabic news (أخبار)", "Texts belong to their publishers."),
)
DOCUMENTS = (("about", "عن الموقع", "About"), ("imprint", "", "Imprint"))


def _twice(template: str, view: Struct, path: str, titles: tuple[str, str], section: str) -> list[Page]:
    """Return a page in both languages; `path` holds {} for the language."""
    clique = both(path.format)
    return [
        Page(
            path=path.format(lang),
            template=template.format(lang),
            lang=lang,
            title=title,
            view=Deferred.of(view),
            section=section,
            alternates=clique,
            description=titles[0],
        )
        for lang, title in zip(urls.LANGS, titles, strict=True)
    ]


def pages() -> list[Page]:
    """Return one page of every template in every language it has."""
    many = tuple(urls.date("ar", "2022-05-03", n) for n in range(1, 13))
    link = DateLink("2022-05", 2, 11)
    clique = (*both(urls.home)[:2], Alternate("x-default", urls.LANDING))
    return [
        Page(
            path="index.html",
            template="landing.html",
            lang="ar",
            title="الموجز · The Digest",
            view=Deferred.of(LandingView((FIRST, SECOND, THIRD))),
            alternates=clique,
        ),
        Page(
            path="404.html",
            template="404.html",
            lang="ar",
            title="غير موجودة",
            view=Deferred.of(NotFoundView()),
            index=False,
        ),
        *_twice("search.html", SearchView(KINDS), "{}/search/index.html", ("بحث", "Search"), "search"),
        *_twice(
            "home.html",
            HomeView(DAYS, (SALMA,), (WATER,), (), 4),
            "{}/index.html",
            ("الموجز", "The Digest"),
            "home",
        ),
        *_twice("home.html", HomeView((), (), (), (), 0), "{}/index.html", ("الموجز", "The Digest"), "home"),
        *_twice(
            "article_{}.html",
            article_view(),
            "{}/articles/a1/index.html",
            (FIRST.title, FIRST.headline),
            "home",
        ),
        *_twice(
            "article_{}.html",
            article_view(SECOND, layer="Opus 1", stale=True, publish="excerpt", source_url="javascript:x"),
            "{}/articles/b2/index.html",
            (HOSTILE, SECOND.headline),
            "home",
        ),
        *_twice(
            "article_{}.html",
            article_view(THIRD, layer="card", publish="summary", blocks=()),
            "{}/articles/c3/index.html",
            (THIRD.title, THIRD.headline),
            "home",
        ),
        *_twice(
            "article_{}.html",
            article_view(FOURTH, layer="editor", stub=(), people=()),
            "{}/articles/d4/index.html",
            (FOURTH.title, FOURTH.headline),
            "home",
        ),
        *_twice(
            "index.html",
            IndexView("person", (LetterGroup("س", (SALMA,)), LetterGroup("#", (UNKNOWN,))), 2),
            "{}/people/index.html",
            ("الأشخاص", "People"),
            "person",
        ),
        *_twice(
            "index.html", IndexView("topic", (), 0), "{}/topics/index.html", ("الموضوعات", "Topics"), "topic"
        ),
        *_twice(
            "term.html", term_view(SALMA), "{}/people/salma-haddad/index.html", (SALMA.ar, SALMA.en), "person"
        ),
        *_twice(
            "term.html",
            term_view(
                UNKNOWN,
                roles=(),
                quotes=(),
                related=(),
                note="ملاحظة note",
                printed=(PrintedRole("وزير التربية", "ar", "2024-03-05"), PrintedRole("head", "en", None)),
            ),
            "{}/people/x-1/index.html",
            (UNKNOWN.ar, UNKNOWN.ar),
            "person",
        ),
        *_twice("term.html", term_view(WATER), "{}/topics/water/index.html", (WATER.ar, WATER.en), "topic"),
        *_twice(
            "dates.html",
            DatesView(((link, (link,)), (DateLink("2021", 0, 1), ())), 1),
            "{}/dates/index.html",
            ("التواريخ", "Dates"),
            "dates",
        ),
        *_twice(
            "date.html",
            DateView(
                value="2022-05-03",
                published=(Reported(FIRST, (MEETING,)),),
                told=(
                    Told(SECOND, 9, "في 3-5-2022.", "photo"),
                    Told(FIRST, 9, "في 3-5-2022.", "event", "Done.", (MEETING,)),
                ),
                children=(),
                parent="2022-05",
                before=None,
                after="2022-05-04",
                pager=Pager(6, many),
            ),
            "{}/dates/2022/05/03/page-6/index.html",
            ("3 أيار", "3 May"),
            "dates",
        ),
        *_twice(
            "date.html",
            DateView(
                value="2022",
                published=(Reported(FOURTH),),
                told=(),
                children=(link,),
                parent=None,
                before="2021",
                after=None,
                pager=Pager(1, many[:1]),
            ),
            "{}/dates/2022/index.html",
            ("2022", "2022"),
            "dates",
        ),
        *_twice(
            "date.html",
            DateView(
                value=None,
                published=(Reported(THIRD),),
                told=(),
                children=(),
                parent=None,
                before=None,
                after=None,
                pager=Pager(1, many[:1]),
            ),
            "{}/dates/undated/index.html",
            ("بلا تاريخ", "Undated"),
            "dates",
        ),
        *_twice(
            "document.html",
            DocumentView("<p>2022</p>"),
            "{}/about/index.html",
            ("عن الموقع", "About"),
            "about",
        ),
    ]


@cache
def renderer() -> Renderer:
    """Return the renderer of the shipped templates."""
    return Renderer(TEMPLATES, CONFIG, LINKS, DOCUMENTS)


def rendered(page: Page) -> etree._Element:
    """Return one page as a tree."""
    return html.document_fromstring(renderer().render(page), parser=html.HTMLParser(encoding="utf-8"))
