"""The preview of a folder on disk: early pages, the build behind them, and what may not be shown early."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from sitegen.shell.live import Live
from sitegen.shell.preview import Preview
from sitegen.shell.report import Request
from sitegen.shell.terminal import Terminal
from tests.browser import serving
from tests.worlds import ARTICLES

PAGE = "ar/articles/harbour/index.html"
SOURCE = "content/articles/harbour.txt"


def until(true: Callable[[], object]) -> None:
    end = time.monotonic() + 120
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Live, Preview]]:
    folder = tmp_path_factory.mktemp("live")
    (folder / "content/articles").mkdir(parents=True)
    for name, text in ARTICLES.items():
        (folder / f"content/articles/{name}.txt").write_text(text, encoding="utf-8")
    preview = Preview(folder / "build", "/", project=folder)
    made = Live(Request(folder, folder / "build", workers=1), preview, Terminal(-1))
    made(frozenset())
    until(lambda: (folder / "build" / PAGE).exists() and made.ready)
    yield made, preview
    made.stop()


def edit(preview: Preview, old: str, new: str) -> None:
    assert preview.project
    place = preview.project / SOURCE
    place.write_text(place.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_an_edited_article_is_served_at_once_and_then_built_the_same(live: tuple[Live, Preview]) -> None:
    take, preview = live
    edit(preview, "الصيد", "الأسماك")
    take({SOURCE})
    early = dict(preview.fresh)
    assert "الأسماك" in early[PAGE].decode()
    with serving(preview) as client:
        assert "الأسماك" in client("/ar/articles/harbour/").text
        assert "الأسماك" in client("/__sitegen__/reading/harbour").text
    until(lambda: not preview.fresh)
    assert {path: (preview.output / path).read_bytes() for path in early} == early


def test_an_edit_that_reaches_further_waits_for_the_build(live: tuple[Live, Preview]) -> None:
    take, preview = live
    assert preview.project
    (preview.project / "content/articles/rain.toml").write_text("date = 2024-03-03\n")
    take({"content/articles/rain.toml"})
    edit(preview, "120", "130")
    take({SOURCE})
    assert not preview.fresh or "130" in (preview.output / PAGE).read_text(encoding="utf-8")
    until(lambda: "130" in (preview.output / PAGE).read_text(encoding="utf-8"))
