"""Bringing in feeds, tables and addresses of the web, politely."""

from __future__ import annotations

import json
from pathlib import Path

from sitegen.shell.intake.fetch import AGENT, MOST
from tests.importing import HARBOUR, RAIN, Desk, html, paragraphs, rss
from tests.local_web import Page, local_web

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
