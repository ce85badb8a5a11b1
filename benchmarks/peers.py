"""The same stories laid out for Hugo, Pelican and Eleventy: both trees, people, topics, places, days.

Their templates are the least that shows the same things.  They read no Arabic: people, topics and places
are handed to them as metadata, and the English page carries a line of English besides the Arabic text.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from pathlib import Path

from benchmarks.corpus import Story

_NAV = '<nav><a href="/ar/">ar</a> <a href="/en/">en</a></nav>'
_TREES = (("ar", "rtl"), ("en", "ltr"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _english(story: Story) -> str:
    who, what = story.people[0], story.topics[0]
    return f"{who.en}, {who.office_en}, speaks on {what.en}"


# -- Hugo --------------------------------------------------------------------------

_HUGO = """baseURL = "https://example.org/"
defaultContentLanguage = "ar"
defaultContentLanguageInSubdir = true
disableKinds = ["404"]
[pagination]
pagerSize = 50
[taxonomies]
person = "people"
topic = "topics"
place = "places"
day = "days"
month = "months"
[languages.ar]
contentDir = "content/ar"
languageDirection = "rtl"
title = "موجز"
[languages.en]
contentDir = "content/en"
title = "Digest"
"""
_HUGO_BASE = (
    '<!doctype html><html lang="{{ .Lang }}"><head><meta charset="utf-8"><title>{{ .Title }}</title>'
    '{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Lang }}" href="{{ .Permalink }}">{{ end }}'
    f'</head><body>{_NAV}<main>{{{{ block "main" . }}}}{{{{ end }}}}</main></body></html>'
)
_HUGO_SINGLE = (
    '{{ define "main" }}<h1>{{ .Title }}</h1><time>{{ .Date.Format "2006-01-02" }}</time>'
    '{{ range $kind := slice "people" "topics" "places" }}<ul>{{ range $.GetTerms $kind }}'
    '<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>{{ end }}{{ .Content }}{{ end }}'
)
_HUGO_LIST = (
    '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">'
    '{{ .LinkTitle }}</a> <time>{{ .Date.Format "2006-01-02" }}</time></li>{{ end }}</ul>'
    '{{ with .Paginator.Next }}<a href="{{ .URL }}">+</a>{{ end }}{{ end }}'
)


def hugo(folder: Path, stories: Iterable[Story]) -> None:
    """Lay the stories out as a Hugo site."""
    _write(folder / "hugo.toml", _HUGO)
    layouts = {"baseof": _HUGO_BASE, "single": _HUGO_SINGLE, "list": _HUGO_LIST}
    for name, text in layouts.items():
        _write(folder / "layouts" / "_default" / f"{name}.html", text)
    for story in stories:
        for lang, _ in _TREES:
            head = {
                "title": story.title if lang == "ar" else _english(story),
                "date": story.day.isoformat(),
                "people": [p.en for p in story.people], "topics": [t.en for t in story.topics],
                "places": list(story.places), "days": [story.day.isoformat()],
                "months": [f"{story.day:%Y-%m}"],
            }  # fmt: skip
            body = "\n\n".join(([_english(story) + "."] if lang == "en" else []) + list(story.paragraphs))
            text = f"{json.dumps(head, ensure_ascii=False)}\n\n{body}\n"
            _write(folder / "content" / lang / "articles" / f"{story.id}.md", text)


# -- Pelican -----------------------------------------------------------------------

_PELICAN = """SITEURL = ""
SITENAME = "Digest"
TIMEZONE = "Asia/Baghdad"
DEFAULT_LANG = "ar"
THEME = "theme"
PATH = "content"
DEFAULT_PAGINATION = 50
LOAD_CONTENT_CACHE = False
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
ARTICLE_URL = ARTICLE_SAVE_AS = "{category}/articles/{slug}/index.html"
TAG_SAVE_AS = "tags/{slug}/index.html"
DAY_ARCHIVE_SAVE_AS = "dates/{date:%Y}/{date:%m}/{date:%d}/index.html"
MONTH_ARCHIVE_SAVE_AS = "dates/{date:%Y}/{date:%m}/index.html"
YEAR_ARCHIVE_SAVE_AS = "dates/{date:%Y}/index.html"
"""
_PELICAN_LIST = (
    "{% macro listed(items) %}<ul>{% for a in items %}<li><a href='/{{ a.url }}'>{{ a.title }}</a></li>"
    "{% endfor %}</ul>{% endmacro %}"
)


def pelican(folder: Path, stories: Iterable[Story]) -> None:
    """Lay the stories out as a Pelican site; languages are categories, for its translations share one tree."""
    _write(folder / "pelicanconf.py", _PELICAN)
    theme = folder / "theme" / "templates"
    frame = f"<!doctype html><html><head><meta charset='utf-8'><title>x</title></head><body>{_NAV}%s</body></html>"
    single = (
        "<h1>{{ article.title }}</h1><time>{{ article.date.date() }}</time><ul>{% for tag in article.tags %}"
        "<li><a href='/{{ tag.url }}'>{{ tag }}</a></li>{% endfor %}</ul>{{ article.content }}"
    )
    paged = _PELICAN_LIST + "{{ listed(articles_page.object_list) }}"
    whole = _PELICAN_LIST + "{{ listed(articles) }}"
    names = {
        "article": single, "index": paged, "tag": paged, "category": paged, "author": paged,
        "period_archives": whole, "archives": whole, "tags": "", "categories": "", "authors": "", "page": "",
    }  # fmt: skip
    for name, body in names.items():
        _write(theme / f"{name}.html", frame % body)
    for story in stories:
        for lang, _ in _TREES:
            tags = ", ".join([p.en for p in story.people] + [t.en for t in story.topics])
            title = story.title if lang == "ar" else _english(story)
            body = "\n\n".join(story.paragraphs)
            text = f"Title: {title}\nDate: {story.day}\nCategory: {lang}\nTags: {tags}\nSlug: {story.id}\n\n{body}\n"
            _write(folder / "content" / lang / f"{story.id}.md", text)


# -- Eleventy ----------------------------------------------------------------------

_ELEVENTY = """module.exports = function (config) {
  const by = (key) => (api) => {
    const found = new Map();
    for (const item of api.getFilteredByTag("story"))
      for (const name of item.data[key]) {
        if (!found.has(name)) found.set(name, []);
        found.get(name).push(item);
      }
    const pages = [];
    for (const [name, items] of found)
      for (let n = 0; n * 50 < items.length; n++)
        pages.push({ name, number: n + 1, items: items.slice(n * 50, n * 50 + 50) });
    return pages;
  };
  for (const key of ["names", "days"]) config.addCollection(`by_${key}`, by(key));
  return { dir: { input: "content", output: "_site", includes: "_includes" }, markdownTemplateEngine: false };
};
"""
_ELEVENTY_LIST = """---
pagination: {{ data: collections.by_{key}, size: 1, alias: list }}
permalink: "{key}/{{{{ list.name | slugify }}}}/{{{{ list.number }}}}/index.html"
---
<!doctype html><html><head><meta charset="utf-8"><title>{{{{ list.name }}}}</title></head><body>
<ul>{{% for item in list.items %}}<li><a href="{{{{ item.url }}}}">{{{{ item.data.title }}}}</a></li>{{% endfor %}}</ul>
</body></html>
"""


def eleventy(folder: Path, stories: Iterable[Story]) -> None:
    """Lay the stories out as an Eleventy site."""
    _write(folder / ".eleventy.js", _ELEVENTY)
    single = (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{{{{ title }}}}</title></head><body>{_NAV}"
        "<h1>{{ title }}</h1><time>{{ days[0] }}</time><ul>{% for name in names %}"
        "<li><a href='/names/{{ name | slugify }}/1/'>{{ name }}</a></li>{% endfor %}</ul>{{ content | safe }}"
        "</body></html>"
    )
    _write(folder / "content" / "_includes" / "story.njk", single)
    for key in ("names", "days"):
        _write(folder / "content" / f"{key}.njk", _ELEVENTY_LIST.format(key=key))
    for story in stories:
        for lang, _ in _TREES:
            head = {
                "title": story.title if lang == "ar" else _english(story), "layout": "story.njk",
                "tags": ["story"], "permalink": f"{lang}/articles/{story.id}/index.html",
                "names": [f"{lang} {x.en}" for x in (*story.people, *story.topics)],
                "days": [f"{lang} {story.day}"],
            }  # fmt: skip
            body = "\n\n".join(html.escape(paragraph) for paragraph in story.paragraphs)
            text = f"---json\n{json.dumps(head, ensure_ascii=False)}\n---\n{body}\n"
            _write(folder / "content" / lang / f"{story.id}.md", text)
