"""The build as a command runs it, on a small project on disk: second builds, reasons, half-good content."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sitegen.shell.check import check
from sitegen.shell.manifest import NAME
from tests.small_site import run, small_project, stamps
from tests.worlds import ARTICLES, quiet


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path)


def test_a_second_build_writes_nothing(project: Path) -> None:
    first = run(project)
    assert first.ok and first.published, first.problems
    assert {change.kind for change in first.changes} == {"new"}
    assert first.articles == 3
    before = stamps(project / "build")
    assert run(project).changes == ()
    assert stamps(project / "build") == before


def test_a_date_that_nobody_knows_can_be_settled(project: Path) -> None:
    (problem,) = run(project, strict=True).problems
    assert problem.where and problem.where.path.endswith("rain.txt") and "no-date" in problem.hint
    (project / "content/articles/rain.toml").write_text('settled = ["no-date"]\n', encoding="utf-8")
    assert run(project, strict=True).published
    assert "/en/articles/rain/" in (project / "build/en/dates/undated/index.html").read_text()


def test_an_article_can_be_hidden(project: Path) -> None:
    run(project)
    name = next(iter(ARTICLES))
    sidecar = project / f"content/articles/{name}.toml"
    sidecar.write_text('hide = true\nreason = "asked by its author"\n', encoding="utf-8")
    (project / "content/english").mkdir(exist_ok=True)
    (project / f"content/english/{name}.md").write_text("# Kept for later\n", encoding="utf-8")
    hidden = run(project)
    assert (
        hidden.ok
        and hidden.articles == 2
        and (f"content/articles/{name}.txt", "hidden by its sidecar") in hidden.skipped
    )
    assert not any(name in str(place) for place in (project / "build").rglob("*"))
    assert not any(name in (p.where.path if p.where else "") for p in hidden.problems)
    sidecar.write_text("hide = false\n", encoding="utf-8")
    assert run(project).articles == 3


def test_an_article_without_a_title_is_listed_by_its_first_words(project: Path) -> None:
    text = (
        "أغلقت السلطات، يوم الاثنين، ثلاثة طرق رئيسية بعد أمطار غزيرة استمرت يومين كاملين في المدينة القديمة."
    )
    lines = (
        f"2024-03-05\n\n{text}\n\nوأصيب 14 شخصاً بجروح طفيفة حين انهار سقف مدرسة على طريق الساحل الجنوبي.\n"
    )
    (project / "content/articles/bare.txt").write_text(lines, encoding="utf-8")
    report = run(project)
    assert report.ok, report.problems
    page, home = ((project / f"build/ar/{at}index.html").read_text() for at in ("articles/bare/", ""))
    shown = "أغلقت السلطات، يوم الاثنين، ثلاثة طرق رئيسية بعد أمطار غزيرة استمرت يومين …"
    assert shown in page and "بلا عنوان" in page and shown in home and "بلا عنوان" not in home
    assert '"title":null' in (project / "build/data/articles/bare.json").read_text().replace(" ", "")


def test_the_outlet_is_told_as_its_page_states_it(project: Path) -> None:
    name = next(iter(ARTICLES))
    stated = 'outlet = "صحيفة الوادي"\nurl = "https://www.wadi.example/a"\n'
    (project / f"content/articles/{name}.toml").write_text(stated, encoding="utf-8")
    run(project)
    english, arabic = ((project / f"build/{lang}/outlets/index.html").read_text() for lang in ("en", "ar"))
    assert "wadi.example" in english and "صحيفة الوادي" in arabic
    assert not check(project / "build", quiet).problems


def test_losing_the_memory_changes_nothing(project: Path) -> None:
    run(project)
    before = stamps(project / "build")
    shutil.rmtree(project / ".cache")
    assert run(project).changes == ()
    assert stamps(project / "build") == before


def test_the_report_counts_what_lies_on_disk(project: Path) -> None:
    report = run(project)
    files = [p for p in (project / "build").rglob("*") if p.is_file() and p.name != NAME]
    assert report.files == len(files)
    assert report.pages == sum(p.suffix == ".html" for p in files)
    assert report.size == sum(p.stat().st_size for p in files)
    assert {"read", "english", "pages", "check", "publish"} <= report.seconds.keys()


def test_a_built_site_checks_well(project: Path) -> None:
    run(project)
    assert check(project / "build", quiet).problems == ()


def test_every_write_is_explained_by_what_was_edited(project: Path) -> None:
    run(project)
    article = "content/articles/harbour.txt"
    text = (project / article).read_text(encoding="utf-8").replace("120 قارباً", "130 قارباً")
    (project / article).write_text(text, encoding="utf-8")
    report = run(project, explain=True)
    assert report.changes
    assert all(change.why == f"{article} changed" for change in report.changes), report.changes
    assert "en/articles/harbour/index.html" in {change.path for change in report.changes}
    assert not any("articles/rain" in change.path for change in report.changes)


def test_an_edit_that_shows_nowhere_rewrites_nothing(project: Path) -> None:
    run(project)
    site = project / "content/site.toml"
    site.write_text(site.read_text(encoding="utf-8") + "\n# a note to oneself\n", encoding="utf-8")
    assert run(project).changes == ()


def test_a_removed_article_takes_its_pages_with_it(project: Path) -> None:
    run(project)
    (project / "build/CNAME").write_text("digest.example")
    (project / "content/articles/rain.txt").unlink()
    report = run(project, explain=True)
    removed = {change.path: change.why for change in report.changes if change.kind == "removed"}
    assert "ar/articles/rain/index.html" in removed
    assert set(removed.values()) == {"content/articles/rain.txt was removed"}
    assert not list((project / "build").rglob("rain*"))
    assert (project / "build/CNAME").read_text() == "digest.example"


@pytest.mark.parametrize(
    ("prepare", "reason"),
    [
        (
            lambda p: (p / "build/index.html").write_text("edited"),
            "it was edited or lost in the output folder",
        ),
        (
            lambda p: (p / "static").mkdir() or (p / "static/x.css").write_text("a{}"),
            "static/x.css was added",
        ),
    ],
)
def test_other_reasons_are_told_too(project: Path, prepare, reason: str) -> None:
    run(project)
    prepare(project)
    assert [change.why for change in run(project, explain=True).changes] == [reason]


def test_another_address_is_a_reason(project: Path) -> None:
    run(project)
    report = run(project, explain=True, base_url="https://example.org/digest/")
    assert report.changes
    assert all("--base-url https://example.org/digest/" in change.why for change in report.changes)


def test_keep_going_leaves_out_what_is_broken_and_says_so(project: Path) -> None:
    run(project)
    (project / "content/articles/empty.txt").write_bytes(b"")
    stopped = run(project)
    assert (stopped.ok, stopped.published) == (False, False)
    went_on = run(project, keep_going=True)
    assert (went_on.ok, went_on.published, went_on.articles) == (False, True, 3)
    assert [path for path, _ in went_on.skipped] == ["content/articles/empty.txt"]


def test_keep_going_does_not_forgive_broken_settings(project: Path) -> None:
    (project / "content/site.toml").write_text('publsh = "full"', encoding="utf-8")
    assert not run(project, keep_going=True).published


def test_warnings_stop_a_strict_build(project: Path) -> None:
    (project / "content/articles/undated.txt").write_text(
        "زيارة وفد الجامعة إلى المتحف\n\nزار وفد من طلاب الجامعة متحف المدينة واستمع إلى شرح عن تاريخه.\n",
        encoding="utf-8",
    )
    assert not run(project, strict=True).published
    report = run(project)
    assert (report.ok, report.published) == (True, True)
    assert any(p.severity == "warning" for p in report.problems)


def test_a_broken_template_stops_the_build_and_names_its_line(project: Path) -> None:
    run(project)
    before = stamps(project / "build")
    (project / "templates").mkdir()
    (project / "templates/home.html").write_text(
        '{% extends "base.html" %}\n{% block body %}\n{{ nothing.x }}'
    )
    report = run(project)
    assert not report.published
    assert any(str(p.where).startswith("templates/home.html:") for p in report.errors), report.errors
    assert stamps(project / "build") == before


def test_a_feed_of_the_editor_may_leave_out_what_its_format_does(project: Path) -> None:
    (project / "static").mkdir(exist_ok=True)
    for name, text in {
        "a.json": '{"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": [{"id": "1"}]}',
        "b.json": '{"version": "https://jsonfeed.org/version/1.1", "items": "none", "language": 3}',
    }.items():
        (project / "static" / name).write_text(text)
    assert run(project).published


def test_a_month_tells_its_articles_and_who_is_named_and_quoted_in_them(project: Path) -> None:
    run(project)
    month = (project / "build/en/dates/2024/03/index.html").read_text()
    day, aside = month.partition("Day by day")[2].partition("<aside")[::2]
    assert all(f"/en/articles/{name}/" in day for name in ("harbour", "sample-library"))
    quoted, named = aside.partition("Quoted most")[2].partition("Named most")[::2]
    assert "/en/people/layla-al-zahrawi/" in named and "/en/people/" in quoted
    year = (project / "build/ar/dates/2024/index.html").read_text()
    assert "يوماً بيوم" not in year and "أكثر الأسماء وروداً" in year


def test_a_person_whom_no_list_knows_is_called_what_the_articles_call_him(project: Path) -> None:
    run(project)
    pages = {
        lang: (project / f"build/{lang}/people/p-samer-al-najjar/index.html").read_text()
        for lang in ("ar", "en")
    }
    assert "الصفة في المقالات" in pages["ar"] and "رئيس البلدية" in pages["ar"]
    told = pages["en"].partition("Called in the articles:")[2].partition("</p>")[0]
    assert '<bdi lang="ar" dir="rtl">رئيس البلدية</bdi>' in told and 'datetime="2024-03-05"' in told
