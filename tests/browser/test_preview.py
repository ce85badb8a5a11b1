"""The preview in a browser: edits appear by themselves, mistakes are shown and go, build/ stays clean."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from sitegen.shell.inputs import theme_folder
from sitegen.shell.new import new

ARTICLE = "content/articles/sample-library.txt"
PATIENCE = 20_000  # milliseconds until a change must be there, on a slow machine


class Served(NamedTuple):
    """A project and where its preview answers."""

    project: Path
    url: str

    def edit(self, path: str, old: str, new: str) -> None:
        """Change a file of the project as an editor's program does: whole, by renaming."""
        place = self.project / path
        beside = place.with_name(place.name + ".tmp")
        beside.write_text(place.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        beside.replace(place)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Run `sitegen serve` on a new site under a base path."""
    project = tmp_path_factory.mktemp("preview") / "digest"
    new(project)
    config = project / "content/site.toml"
    text = config.read_text(encoding="utf-8").replace("# base_url =", "base_url =")
    config.write_text(text, encoding="utf-8")
    (project / "templates").mkdir()
    base = (theme_folder() / "templates/base.html").read_text(encoding="utf-8")
    (project / "templates/base.html").write_text(base, encoding="utf-8")
    command = [sys.executable, "-m", "sitegen", "serve", "--project", str(project), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        assert process.stdout is not None
        url = next(line.split()[1] for line in process.stdout if line.startswith("serving "))
        next(line for line in process.stdout if " in build/: " in line)
        yield Served(project, url)
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture
def article(page: Page, preview: Served) -> Page:
    """Open the sample article's Arabic page and wait until it listens."""
    page.set_default_timeout(PATIENCE)
    with page.expect_response("**/__sitegen__/events*"):
        page.goto(f"{preview.url}ar/articles/sample-library/")
    return page


def scrolled(page: Page, to: int) -> int:
    """Return how far a page is scrolled, once it is that far; its policy forbids polling inside."""
    until = time.monotonic() + PATIENCE / 1000
    while (found := page.evaluate("scrollY")) != to and time.monotonic() < until:
        page.wait_for_timeout(20)
    return int(found)


def test_an_edit_appears_by_itself_and_the_scroll_position_stays(article: Page, preview: Served) -> None:
    article.locator("#sitegen-reading").wait_for(state="attached")
    article.evaluate("document.fonts.ready.then(() => null)")  # a font that comes late moves what is seen
    article.evaluate("scrollTo(0, 300)")
    assert scrolled(article, 300) == 300
    preview.edit(ARTICLE, "بحضور عشرات الأهالي", "بحضور مئات الأهالي")
    expect(article.locator("main")).to_contain_text("مئات الأهالي", timeout=PATIENCE)
    assert scrolled(article, 300) == 300


def test_a_stylesheet_is_swapped_without_a_reload(article: Page, preview: Served) -> None:
    article.evaluate("window.kept = true")
    style = (theme_folder() / "static/site.css").read_text(encoding="utf-8")
    place = preview.project / "static/site.css"
    place.parent.mkdir(exist_ok=True)
    place.write_text(style + "\nh1 { outline: 7px solid }\n", encoding="utf-8")
    expect(article.locator("h1").first).to_have_css("outline-width", "7px", timeout=PATIENCE)
    assert article.evaluate("window.kept") is True


def test_a_broken_template_is_shown_with_its_line_until_it_is_mended(article: Page, preview: Served) -> None:
    text = (preview.project / "templates/base.html").read_text(encoding="utf-8")
    line = text.splitlines().index(next(row for row in text.splitlines() if "<body" in row)) + 1
    preview.edit("templates/base.html", "<body", "{% broken %}<body")
    overlay = article.locator("#sitegen-overlay")
    expect(overlay).to_contain_text(f"templates/base.html:{line}", timeout=PATIENCE)
    expect(overlay.locator("pre")).to_contain_text(re.compile(rf">\s+{line} \|.*broken"))
    expect(article.locator("h1")).to_be_visible()  # the last good page is still there
    preview.edit("templates/base.html", "{% broken %}<body", "<body")
    expect(overlay).to_have_count(0, timeout=PATIENCE)


def test_the_panel_links_each_fact_to_its_line(article: Page, preview: Served) -> None:
    panel = article.locator("#sitegen-reading")
    panel.locator("summary").click()
    place = panel.locator("li", has_text="person").filter(has_text="Layla al-Zahrawi").first
    place.get_by_role("link", name="line 5", exact=True).click()
    assert article.url.endswith("#sitegen-line-5")
    line = panel.locator("#sitegen-line-5")
    expect(line).to_be_in_viewport()
    expect(line).to_contain_text(f"{ARTICLE}:5 lede")
    expect(panel.locator("li", has_text="furniture (share)")).to_have_count(1)
    article.goto(f"{preview.url}ar/")
    expect(article.locator("#sitegen-reading")).to_have_count(0)


def test_nothing_of_the_preview_is_in_the_built_site(article: Page, preview: Served) -> None:
    assert "__sitegen__/reload.js" in article.content()
    built = [place for place in (preview.project / "build").rglob("*") if place.is_file()]
    assert len(built) > 50
    assert not [place for place in built if b"__sitegen__" in place.read_bytes()]
