"""The preview answers as GitHub Pages does, keeps to its own folder and tells pages what happened."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.errors import Problem, SitegenError, Where
from sitegen.shell.live import base_path, shown
from sitegen.shell.preview import Preview
from sitegen.shell.reload import Hub, Message, with_script
from sitegen.shell.serve import Address
from tests.browser import Client, serving

PAGE = '<!doctype html><html lang="ar" dir="rtl"><title>{}</title><body><h1>x</h1></body></html>'
POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'\">"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tmp_path = tmp_path_factory.mktemp("preview")
    built = tmp_path / "build"
    files = {
        "index.html": PAGE.format("landing"),
        "ar/index.html": PAGE.format("home").replace("<title>", f"{POLICY}<title>"),
        "ar/feed.atom": "<feed/>",
        "data/articles/a.json": "{}",
        "static/site.css": "a{}",
        "about.html": PAGE.format("about"),
        "404.html": PAGE.format("lost"),
        ".sitegen-manifest.json": "{}",
    }
    for path, text in files.items():
        (built / path).parent.mkdir(parents=True, exist_ok=True)
        (built / path).write_text(text)
    (tmp_path / "secret.txt").write_text("secret")
    (built / "leak.txt").symlink_to(tmp_path / "secret.txt")
    return built


@pytest.fixture(params=["/", "/digest/"], scope="module")
def base(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def client(output: Path, base: str) -> Iterator[Client]:
    with serving(Preview(output, base)) as made:
        yield made


def test_pages_lie_under_the_base_path(client: Client, base: str) -> None:
    assert "landing" in client(base).text
    assert "home" in client(f"{base}ar/").text


def test_an_address_outside_the_base_path_is_not_the_site(output: Path) -> None:
    with serving(Preview(output, "/digest/")) as client:
        assert client("/ar/").status == 404
        for start in ("/", "/digest"):
            answer = client(start)
            assert (answer.status // 100, answer.headers["location"]) == (3, "/digest/")


def test_a_folder_redirects_to_its_slash(client: Client, base: str) -> None:
    answer = client(f"{base}ar")
    assert answer.status // 100 == 3
    assert answer.headers["location"].endswith(f"{base}ar/")


def test_a_page_may_be_asked_for_without_its_ending(client: Client, base: str) -> None:
    assert "about" in client(f"{base}about").text


@pytest.mark.parametrize("path", ["gone", "gone/deep/er/", "ar/gone.html", "about.html/", "static/", "data/"])
def test_what_is_not_there_gets_the_sites_own_404(client: Client, base: str, path: str) -> None:
    answer = client(base + path)
    assert (answer.status, "lost" in answer.text) == (404, True)


@pytest.mark.parametrize(
    "path",
    ["../secret.txt", "%2e%2e/secret.txt", "..%2fsecret.txt", "ar/%2e%2e/%2e%2e/secret.txt", "leak.txt",
     "%2fetc/passwd", "..%5csecret.txt", "ar/%00", ".sitegen-manifest.json", "ar/../.sitegen-manifest.json"],
)  # fmt: skip
def test_nothing_but_the_site_is_served(client: Client, base: str, path: str) -> None:
    answer = client(base + path)
    assert answer.status == 404
    assert "secret" not in answer.text


@pytest.mark.parametrize(
    ("path", "kind"),
    [("ar/", "text/html; charset=utf-8"), ("ar/feed.atom", "application/atom+xml"),
     ("static/site.css", "text/css; charset=utf-8"), ("data/articles/a.json", "application/json")],
)  # fmt: skip
def test_files_have_the_right_types(client: Client, base: str, path: str, kind: str) -> None:
    assert client(base + path).headers["content-type"] == kind


def test_parts_of_files_and_unchanged_files_are_answered_shortly(client: Client, base: str) -> None:
    whole = client(f"{base}static/site.css")
    part = client(f"{base}static/site.css", range="bytes=1-2")
    again = client(f"{base}static/site.css", if_none_match=whole.headers["etag"])
    assert (part.status, part.text) == (206, "{}")
    assert (again.status, again.body) == (304, b"")
    assert whole.headers["cache-control"] == "no-cache"


def test_only_looking_is_allowed(client: Client, base: str) -> None:
    assert client(base, "POST").status == 405
    assert client(f"{base}ar/", "HEAD").status == 200


@pytest.mark.parametrize(
    ("host", "status"), [("localhost:8000", 200), ("[::1]:8000", 200), ("evil.example", 400)]
)
def test_foreign_hosts_are_refused(client: Client, base: str, host: str, status: int) -> None:
    assert client(base, host=host).status == status


def test_the_script_is_added_on_the_way_out_only(client: Client, base: str, output: Path) -> None:
    page = client(f"{base}ar/").text
    assert '<script src="/__sitegen__/reload.js"' in page
    assert "script-src 'self'; connect-src 'self'" in page
    assert "EventSource" in client("/__sitegen__/reload.js").text
    assert not any(b"__sitegen__" in p.read_bytes() for p in output.rglob("*.html"))


def test_before_the_first_build_a_page_waits(tmp_path: Path) -> None:
    with serving(Preview(tmp_path / "build", "/")) as client:
        answer = client("/")
    assert answer.status == 503
    assert "reload.js" in answer.text


def test_a_page_without_a_body_tag_gets_the_script_once() -> None:
    assert with_script(b"<p>x", "1").count(b"<script") == 1


# -- events ------------------------------------------------------------------------


def heard(hub: Hub, seen: str, happenings: list) -> list[bytes]:
    """Return what a page made in state `seen` hears while things happen."""

    async def listen() -> list[bytes]:
        stream = hub.stream(seen)
        got = [await anext(stream)]
        for happening in (*happenings, hub.close):
            await asyncio.to_thread(happening)
        return got + [event async for event in stream]

    return asyncio.run(listen())[1:]


def test_pages_hear_of_changes_and_problems() -> None:
    hub = Hub()
    problem = {"what": "x"}
    events = [lambda: hub.changed(only_css=True), lambda: hub.broken([problem]), hub.mended, hub.changed]
    expected = [Message("css"), Message("problems", [problem]), Message("clear"), Message("reload")]
    assert heard(hub, hub.build, events) == [message.encode() for message in expected]


def test_mending_what_was_not_broken_is_silent() -> None:
    hub = Hub()
    assert heard(hub, hub.build, [hub.mended]) == []


def test_a_change_of_one_article_reloads_its_pages_alone() -> None:
    hub = Hub()
    events = [lambda: hub.changed(only=["/a/"]), lambda: hub.changed(but=["/a/"])]
    asked = [Message("reload", {"only": ["/a/"], "but": []}), Message("reload", {"only": [], "but": ["/a/"]})]
    assert heard(hub, hub.build, events) == [message.encode() for message in asked]


def test_a_page_opened_while_the_site_was_built_is_reloaded_only_if_it_changed() -> None:
    hub = Hub()
    older = hub.build
    hub.changed(only=["/a/"])
    early = hub.build
    hub.changed(but=["/a/"])
    assert heard(hub, early, []) == [Message("reload", {"only": [], "but": ["/a/"]}).encode()]
    assert heard(hub, older, []) == [Message("reload").encode()]


def test_a_page_that_is_out_of_date_reloads_at_once() -> None:
    hub = Hub()
    seen = hub.build
    hub.changed()
    assert heard(hub, seen, []) == [Message("reload").encode()]
    assert heard(Hub(), "of-another-process", []) == [Message("reload").encode()]


def test_a_page_opened_later_is_shown_what_is_wrong() -> None:
    hub = Hub()
    hub.broken([{"what": "x"}])
    assert heard(hub, hub.build, []) == [Message("problems", [{"what": "x"}]).encode()]


def test_a_problem_is_shown_with_its_lines(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.toml").write_text('timezone = "Asia/Baghdad"\npublsh = "full"\n')
    values = shown(
        Problem("unknown key \u2068publsh\u2069", Where("content/site.toml", 2), "publish?"), tmp_path
    )
    assert values["place"] == "content/site.toml:2"
    assert values["what"] == "unknown key publsh"
    assert values["frame"].splitlines()[-1] == '>    2 | publsh = "full"'


# -- the address -------------------------------------------------------------------


def test_a_taken_port_is_said_clearly() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SitegenError, match="cannot listen") as caught:
            Address(port=port).bind()
    assert f"--port {port + 1}" in caught.value.problem.hint


def test_only_a_user_opens_the_preview_to_the_network() -> None:
    assert "*" not in Address().hosts()
    assert "192.168.1.5" in Address("192.168.1.5").hosts()
    assert Address("0.0.0.0").hosts() == ["*"]


def test_the_base_path_comes_from_the_published_address(tmp_path: Path) -> None:
    assert base_path(tmp_path) == "/"
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.toml").write_text('base_url = "https://name.github.io/digest/"')
    assert base_path(tmp_path) == "/digest/"


def test_the_panel_of_an_article_shows_its_lines_and_nothing_from_elsewhere(tmp_path: Path) -> None:
    record = (
        '{"path": "%s", "lines": [{"n": 1, "role": "title", "rule": "title"}], "title": "x", "title_line": 1}'
    )
    paths = {"a": "content/articles/a.txt", "b": "content/articles/../../secret.txt", "c": "/etc/hostname"}
    (tmp_path / "build/data/articles").mkdir(parents=True)
    (tmp_path / "content/articles").mkdir(parents=True)
    for name, path in paths.items():
        (tmp_path / f"build/data/articles/{name}.json").write_text(record % path)
    (tmp_path / "content/articles/a.txt").write_text("<x>y</x>\n")
    (tmp_path / "secret.txt").write_text("secret\n")
    with serving(Preview(tmp_path / "build", "/", project=tmp_path)) as client:
        shown = client("/__sitegen__/reading/a")
        assert shown.status == 200 and '"text":"<x>y</x>"' in shown.text
        assert shown.headers["content-type"] == "application/json"
        for name in ("b", "c", "d", "..%2F..%2Fsecret", "A"):
            assert client(f"/__sitegen__/reading/{name}").status == 404
    with serving(Preview(tmp_path / "build", "/")) as client:
        assert client("/__sitegen__/reading/a").status == 404
