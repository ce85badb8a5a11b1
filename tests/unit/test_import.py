"""Bringing in pages and texts: repaired, kept as they came, nothing doubled, nothing half-written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sitegen.shell.intake.fetch import Client
from sitegen.shell.intake.item import Asked
from sitegen.shell.intake.run import Importer
from sitegen.shell.intake.shelf import write_all
from tests.importing import HARBOUR, RAIN, Desk, html

MORE = (
    "وقال شهود عيان إن الأمطار تسببت في انقطاع التيار الكهربائي عن أحياء واسعة من المدينة "
    "منذ ساعات الفجر الأولى.\n"
)


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


@pytest.mark.parametrize(
    ("name", "given_bytes", "told"),
    [
        (
            "robot.html",
            b"<title>Just a moment...</title><p>Checking your browser",
            "no Arabic text on the page",
        ),
        ("photo.txt", bytes(range(256)) * 40, "not text but data, such as a picture or a program"),
        ("photo.html", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40, "not text but data, such as"),
    ],
)
def test_what_is_no_text_is_refused(
    desk: Desk, given: Path, name: str, given_bytes: bytes, told: str
) -> None:
    (given / name).write_bytes(given_bytes)
    done = desk(given / name)
    assert not done.brought and done.problems[0].what.startswith(told)
    assert not any("robot" in path or "photo" in path for path in desk.files())


def test_a_date_above_the_title_comes_along(desk: Desk, given: Path) -> None:
    title, day, *body = [line for line in HARBOUR.splitlines() if line]
    text = "".join(f"<p>{line}</p>" for line in body)
    page = f"<title>{title} - النهر</title><div>سياسة</div><p>{day}</p><h2>{title}</h2>{text}"
    (given / "p.html").write_text(page, encoding="utf-8")
    path = desk(given / "p.html").brought[0].path
    assert desk.text(path).startswith(f"{day}\n") and desk.side(path)["title"] == title


def test_a_broken_address_is_not_written_down(desk: Desk, given: Path) -> None:
    row = {"url": "http://[bad/x", "text": RAIN}
    (given / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    (given / "b.html").write_text(
        html(HARBOUR, '<link rel="canonical" href="http://[bad/x">'), encoding="utf-8"
    )
    done = desk(given / "a.jsonl", given / "b.html", "http://[bad/x")
    assert [set(desk.side(b.path)) & {"url"} for b in done.brought] == [set(), set()]
    assert [p.what for p in done.problems] == ["cannot be read: No such file or directory"]


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
