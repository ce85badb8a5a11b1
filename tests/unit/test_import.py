"""Bringing articles in: files, folders, feeds, tables, addresses; nothing doubled, nothing half-written."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from sitegen.shell.intake.fetch import AGENT, MOST, Client, Manners
from sitegen.shell.intake.item import Asked
from sitegen.shell.intake.run import Imported, Importer
from sitegen.shell.intake.shelf import write_all
from tests.local_web import Page, local_web
from tests.worlds import ARTICLES, quiet

HARBOUR, RAIN = ARTICLES["harbour"], ARTICLES["rain"]
MORE = (
    "وقال شهود عيان إن الأمطار تسببت في انقطاع التيار الكهربائي عن أحياء واسعة من المدينة "
    "منذ ساعات الفجر الأولى.\n"
)


def html(text: str, head: str = "", menu: str = "") -> str:
    title, *rest = [line for line in text.splitlines() if line]
    body = "".join(f"<p>{line}</p>" for line in rest)
    return (
        f'<!doctype html><html lang="ar"><head><title>{title}</title>{head}</head><body>{menu}'
        f"<article><h1>{title}</h1>{body}</article></body></html>"
    )


def rss(*entries: str, encoding: str = "utf-8") -> bytes:
    return (
        f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>أخبار</title>'
        f"{''.join(f'<item>{entry}</item>' for entry in entries)}</channel></rss>"
    ).encode(encoding)


def paragraphs(text: str) -> str:
    return "".join(f"<p>{line}</p>" for line in text.splitlines()[1:] if line)


class Desk:
    """A project in a folder, and imports into it that never wait."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.waits: list[float] = []
        self.time = 0.0

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds

    def __call__(self, *names: str | Path, stdin: bytes = b"", **asked: object) -> Imported:
        client = Client(Manners(pause=1.0, back_off=0.0), self.wait, lambda: self.time)
        try:
            asking = Asked(**asked)  # type: ignore[arg-type]
            return Importer(self.folder, asking, client, stdin).bring_in(tuple(map(str, names)), quiet)
        finally:
            client.close()

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def side(self, path: str) -> dict[str, object]:
        return tomllib.loads(self.text(path.rsplit(".", 1)[0] + ".toml"))

    def files(self) -> list[str]:
        return sorted(
            p.relative_to(self.folder).as_posix()
            for p in self.folder.rglob("*")
            if p.is_file() and ".cache" not in p.parts
        )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "digest").mkdir()
    return Desk(tmp_path / "digest")


@pytest.fixture
def given(tmp_path: Path) -> Path:
    folder = tmp_path / "given"
    folder.mkdir()
    return folder


# -- pages and texts -------------------------------------------------------------


def test_a_saved_page_becomes_lines_with_what_its_markup_states(desk: Desk, given: Path) -> None:
    head = (
        '<meta property="og:site_name" content="صحيفة الميناء"><meta property="article:published_time" '
        'content="2024-03-05T09:00:00+03:00"><link rel="canonical" href="https://port.example/harbour-opens">'
    )
    menu = "<div>" + "".join(f'<div><a href="/{n}">قسم {n}</a></div>' for n in range(40)) + "</div>"
    (given / "saved.html").write_text(html(HARBOUR, head, menu), encoding="utf-8")
    done = desk(given / "saved.html")
    assert [b.path for b in done.brought] == ["content/articles/harbour-opens.txt"] and not done.problems
    text = desk.text(done.brought[0].path)
    assert [line for line in text.splitlines() if line] == [line for line in HARBOUR.splitlines() if line]
    side = desk.side(done.brought[0].path)
    assert str(side.pop("date")) == "2024-03-05"
    assert side == {
        "title": HARBOUR.splitlines()[0], "url": "https://port.example/harbour-opens",
        "outlet": "صحيفة الميناء", "reason": "stated by its source",
    }  # fmt: skip
    assert "originals/harbour-opens.html" in desk.files()


def test_a_paragraph_outside_the_extracted_text_is_never_lost(desk: Desk, given: Path) -> None:
    inner = html(HARBOUR).partition("<article>")[2].removesuffix("</article></body></html>")
    page = f"<body><div>{MORE}</div><div>{inner}</div><footer>x</footer><div>{MORE[5:]}</div></body>"
    (given / "p.html").write_text(page, encoding="utf-8")
    text = desk.text(desk(given / "p.html").brought[0].path)
    assert MORE.strip() in text and MORE[5:].strip() in text


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859_6"])
def test_a_page_in_an_old_encoding_is_repaired_and_says_so(desk: Desk, given: Path, encoding: str) -> None:
    page = html(HARBOUR, '<meta charset="utf-8">').encode(encoding, "replace")
    (given / "old.html").write_bytes(page)
    done = desk(given / "old.html")
    assert HARBOUR.splitlines()[0] in desk.text("content/articles/old.txt")
    assert done.brought[0].repairs[0].startswith("read as ")
    sidecar = desk.text("content/articles/old.toml")
    assert "# repaired: read as " in sidecar and "# as it came: originals/old.html" in sidecar
    assert (desk.folder / "originals/old.html").read_bytes() == page


def test_pasted_text_comes_by_standard_input(desk: Desk) -> None:
    done = desk("-", stdin=HARBOUR.encode())
    assert desk.text(done.brought[0].path) == HARBOUR and done.brought[0].path.startswith(
        "content/articles/pasted-"
    )
    assert desk("-", stdin=HARBOUR.encode()).brought == []
    page = desk("-", stdin=html(RAIN).encode())
    assert desk.text(page.brought[0].path).startswith(RAIN.splitlines()[0] + "\n")


def test_a_folder_is_read_in_order_and_files_of_no_kind_are_told(desk: Desk, given: Path) -> None:
    (given / "b").mkdir()
    (given / "page_files").mkdir()
    (given / "page_files/ad.html").write_text(html(RAIN), encoding="utf-8")
    (given / "b/rain.txt").write_text(RAIN, encoding="utf-8")
    (given / "harbour.html").write_text(html(HARBOUR), encoding="utf-8")
    (given / "photo.jpg").write_bytes(b"\xff\xd8")
    (given / "empty.txt").write_bytes(b" ")
    done = desk(given, given / "nowhere.html", given / "photo.jpg")
    assert [b.path for b in done.brought] == ["content/articles/harbour.txt", "content/articles/rain.txt"]
    told = [str(p).splitlines()[0].removeprefix(f"{given}/") for p in done.problems]
    assert told == [
        "empty.txt: the file is empty", "nowhere.html: cannot be read: No such file or directory",
        "photo.jpg: no reader for files ending in .jpg",
    ]  # fmt: skip


def test_a_text_in_another_language_is_refused(desk: Desk) -> None:
    done = desk(
        "-", stdin=b"The harbour of the city was opened on Tuesday by the mayor, who praised it.\n" * 3
    )
    assert not done.brought and "not Arabic (en)" in done.problems[0].what


# -- the same article twice ------------------------------------------------------------


def test_the_same_article_is_told_and_not_doubled(desk: Desk, given: Path) -> None:
    link = '<link rel="canonical" href="https://port.example/harbour-opens?utm_source=x">'
    (given / "one.html").write_text(html(HARBOUR * 2, link), encoding="utf-8")
    (given / "same-address.html").write_text(html(RAIN, link.replace("https", "http")), encoding="utf-8")
    long = html(HARBOUR + MORE * 2)
    (given / "two.html").write_text(long, encoding="utf-8")
    (given / "two-again.html").write_text(
        long.replace("<article>", "<article><p>شارك القصة</p>"), encoding="utf-8"
    )
    done = desk(given / "one.html", given / "same-address.html", given / "two.html", given / "two-again.html")
    assert len(done.brought) == 2 and not done.problems
    assert [a.twin.why for a in done.again] == ["the same address", "100% the same text"]


def test_an_import_can_be_run_again_after_an_interruption(desk: Desk, given: Path) -> None:
    for name, text in (("a", HARBOUR), ("b", RAIN)):
        (given / f"{name}.html").write_text(html(text), encoding="utf-8")

    class Stop(BaseException):
        pass

    def stop(stage: str, done: int, total: int) -> None:
        raise Stop

    client = Client()
    with pytest.raises(Stop):
        Importer(desk.folder, Asked(), client).bring_in((str(given),), stop)
    client.close()
    assert [f for f in desk.files() if f.startswith("content")] == [
        "content/articles/a.toml",
        "content/articles/a.txt",
    ]
    done = desk(given)
    assert (len(done.brought), [a.twin.why for a in done.again]) == (1, ["imported before"])
    (desk.folder / ".cache/sitegen/imports.jsonl").write_bytes(b'{"broken')
    done = desk(given)
    assert (len(done.brought), [a.twin.why for a in done.again]) == (0, ["the same text"] * 2)


def test_files_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("not a folder")
    with pytest.raises(OSError):
        write_all(tmp_path, [("a/one.toml", b"1"), ("b/one.txt", b"2")])
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == ["b"]


# -- feeds and tables ----------------------------------------------------------------


def test_a_feed_brings_full_texts_and_names_entries_that_have_none(desk: Desk, given: Path) -> None:
    full = (
        f"<title>{HARBOUR.splitlines()[0]}</title><link>https://port.example/n/1</link><description>ملخص</description>"
        f"<content:encoded><![CDATA[{paragraphs(HARBOUR)}<script>x()</script>]]></content:encoded>"
        "<pubDate>Tue, 05 Mar 2024 22:30:00 GMT</pubDate><source url='https://w.example'>واع</source>"
    )
    teaser = "<title>خبر</title><link>https://port.example/n/2</link><description>ملخص قصير…</description>"
    (given / "feed.xml").write_bytes(rss(full, teaser, encoding="windows-1256"))
    done = desk(given / "feed.xml")
    path = done.brought[0].path
    assert (
        path == f"content/articles/port-2024-03-06-{path[-12:-4]}.txt"
    )  # 22:30 in London is the next day in Baghdad
    assert desk.text(path).startswith(HARBOUR.splitlines()[0] + "\n\n") and "x()" not in desk.text(path)
    assert desk.side(path)["outlet"] == "واع"
    assert [str(p.where).removeprefix(str(given)) for p in done.problems] == ["/feed.xml:2"]
    assert "--follow" in done.problems[0].hint


def test_atom_and_json_feeds(desk: Desk, given: Path) -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>أمطار</title>'
        '<link href="https://port.example/heavy-rain"/><updated>2024-02-05T08:00:00+03:00</updated>'
        '<content type="html">'
        f"{paragraphs(RAIN).replace('<', '&lt;')}</content></entry></feed>"
    )
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {"url": "https://port.example/harbour", "title": "مرفأ", "content_text": HARBOUR},
            {"id": "2"},
        ],
    }
    (given / "a.atom").write_text(atom, encoding="utf-8")
    (given / "b.json").write_text(json.dumps(feed), encoding="utf-8")
    (given / "empty.xml").write_bytes(rss())
    done = desk(given)
    assert [b.path for b in done.brought] == [
        "content/articles/heavy-rain.txt",
        "content/articles/harbour.txt",
    ]
    assert str(desk.side(done.brought[0].path)["date"]) == "2024-02-05"
    assert [p.what for p in done.problems] == [
        "entry 2 of the feed brings only a summary",
        "the feed has no entries",
    ]


def test_tables_in_json_lines_and_csv(desk: Desk, given: Path) -> None:
    rows = [
        {
            "headline": "مرفأ جديد",
            "body": HARBOUR,
            "Pub-Date": "2024-03-05",
            "link": "https://port.example/harbour",
        },
        {"headline": "بلا نص"},
        {"matn": RAIN.encode().decode("cp1256"), "published": "05/03/2024", "source": "واع"},
        ["no object"],
    ]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    (given / "rows.jsonl").write_text("\n".join([*lines, "{"]), encoding="utf-8")
    done = desk(given / "rows.jsonl", field=(("text", "matn"),))
    assert [p.where and p.where.line for p in done.problems] == [2, 4, 5]
    assert [len(b.repairs) for b in done.brought] == [0, 1]
    assert RAIN.splitlines()[0] in desk.text(done.brought[1].path)
    assert "date" not in desk.side(done.brought[1].path)  # nobody can tell May from March
    (given / "t.csv").write_bytes('العنوان;النص;التاريخ\nخبر;"سطر أول\nسطر ثان";2024\n;;\n'.encode("cp1256"))
    done = desk(given / "t.csv")
    assert desk.text(done.brought[0].path) == "خبر\n\nسطر أول\nسطر ثان\n"
    assert (desk.side(done.brought[0].path)["date"], len(done.problems)) == ("2024", 1)


# -- the web -------------------------------------------------------------------------


def test_pages_and_feeds_are_fetched_politely(desk: Desk) -> None:
    pages = {
        "/robots.txt": Page(b"User-agent: *\nDisallow: /private/\nCrawl-delay: 3\n", "text/plain"),
        "/a": Page(html(HARBOUR).encode("cp1256"), "text/html; charset=windows-1256"),
        "/old": Page(status=301, headers=(("Location", "/a"),)),
        "/private/x": Page(html(RAIN).encode()),
        "/flaky": [Page(status=503), Page(status=503), Page(html(RAIN).encode())],
        "/photo": Page(b"x", "image/png"),
    }
    with local_web(pages) as web:
        done = desk(*(web.root + p for p in ("/old", "/private/x", "/flaky", "/gone", "/photo")))
        assert [b.path.rsplit("/")[-1] for b in done.brought] == [
            f"127-undated-{b.path[-12:-4]}.txt" if "flaky" not in b.source else "flaky.txt"
            for b in done.brought
        ]
        assert [p.what for p in done.problems] == [
            "robots.txt does not let programs fetch it", "the server answers 404",
            "neither a page nor a feed but image/png",
        ]  # fmt: skip
        assert web.asked == ["/robots.txt", "/old", "/a", "/flaky", "/flaky", "/flaky", "/gone", "/photo"]
        assert web.agents == {AGENT} and 3.0 in desk.waits
        count = len(web.asked)
        again = desk(web.root + "/flaky", web.root + "/a")
        assert len(again.again) == 2 and len(web.asked) == count  # known addresses are not asked for again


def test_entries_without_text_are_followed_when_asked(desk: Desk) -> None:
    with local_web({"/harbour-page": Page(html(HARBOUR).encode())}) as web:
        entry = f"<title>مرفأ</title><link>{web.root}/harbour-page</link><description>ملخص…</description>"
        web.pages["/feed"] = Page(rss(entry), "application/rss+xml")
        assert len(desk(web.root + "/feed").problems) == 1
        done = desk(web.root + "/feed", follow=True)
        assert [b.path for b in done.brought] == ["content/articles/harbour-page.txt"] and not done.problems


def test_dumps_loops_and_dead_servers_are_given_up(desk: Desk) -> None:
    pages = {
        "/huge": Page(b"x" * (MOST + 100_000)),
        "/loop": Page(status=302, headers=(("Location", "/loop"),)),
        "/file": Page(status=302, headers=(("Location", "file:///etc/passwd"),)),
        "/down": Page(status=503),
    }
    with local_web(pages) as web:
        root = web.root
        done = desk(*(root + path for path in pages))
        assert [p.what.split(":")[0] for p in done.problems] == [
            f"the answer is larger than {MOST:,} bytes", "more than 5 redirects",
            "not an address of the web", "cannot be fetched",
        ]  # fmt: skip
    assert desk(root + "/a").problems[0].what.startswith("robots.txt cannot be fetched")
    with local_web({"/robots.txt": Page(status=500), "/a": Page(html(HARBOUR).encode())}) as web:
        assert not desk(web.root + "/a").brought and "/a" not in web.asked
