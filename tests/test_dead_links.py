"""No site is published with a dead link, whatever was deleted, killed or edited by hand before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.small_site import contents, run, small_project, stamps


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path)


def test_a_dead_link_in_a_page_stops_the_build_and_names_its_source(project: Path) -> None:
    run(project)
    before = stamps(project / "build")
    about = project / "content/pages/about.en.md"
    about.write_text(about.read_text(encoding="utf-8") + "\n[gone](/en/gone/)\n", encoding="utf-8")
    report = run(project)
    assert not report.published
    assert ["content/pages/about.en.md" in p.hint for p in report.errors] == [True]
    assert stamps(project / "build") == before


def test_a_link_whose_target_is_gone_is_found_after_a_build_that_took_no_note(project: Path) -> None:
    static, state = project / "static", project / ".cache/sitegen/state"
    static.mkdir(exist_ok=True)
    page = '<!doctype html><html lang="ar" dir="rtl"><title>x</title><h1>x</h1>{}</html>'
    link = '<a href="/static/target.html">x</a>'
    (static / "target.html").write_text(page.format(""))
    (static / "q.html").write_text(page.format(link))
    run(project)
    noted = state.read_bytes()
    (static / "extra.html").write_text(page.format(link))
    run(project)
    state.write_bytes(noted)  # as if that build had been killed before it took note
    (static / "extra.html").write_text(page.format(""))
    (static / "target.html").unlink()
    report = run(project)
    assert not report.published
    assert any("static/target.html" in problem.what for problem in report.problems)


@pytest.mark.parametrize("edit", ["none", "link", "target", "spare"])
def test_a_dead_link_is_found_where_the_output_was_deleted(project: Path, edit: str) -> None:
    static = project / "static"
    static.mkdir(exist_ok=True)
    page = (
        '<!doctype html><html lang="ar" dir="rtl"><title>x</title><h1>x</h1><a href="/static/{}.html">x</a>'
    )
    for name in ("target", "source", "spare"):
        (static / f"{name}.html").write_text(page.format("target"), encoding="utf-8")
    assert run(project).published
    before = contents(project / "build")
    shutil.rmtree(project / "build")
    if edit == "link":
        (static / "source.html").write_text(page.format("gone"), encoding="utf-8")
    elif edit != "none":
        (static / f"{edit}.html").unlink()
    report = run(project)
    assert report.published == (edit in ("none", "spare"))
    faults = [str(problem.where) for problem in report.errors]
    source = "build/static/source.html"
    assert faults[:1] == {"link": [source], "target": [source]}.get(edit, [])
    if edit == "none":
        assert contents(project / "build") == before


def test_a_file_edited_by_hand_and_then_given_up_hides_no_dead_link(project: Path) -> None:
    static = project / "static"
    static.mkdir(exist_ok=True)
    page = '<!doctype html><html lang="ar" dir="rtl"><title>x</title><h1>x</h1>{}</html>'
    link = '<a href="/static/target.html">x</a>'
    for name, content in (("target", ""), ("source", link), ("spare", "")):
        (static / f"{name}.html").write_text(page.format(content), encoding="utf-8")
    assert run(project).published
    (project / "build/static/spare.html").write_text(page.format(link), encoding="utf-8")
    (static / "spare.html").unlink()
    assert run(project).published
    (static / "target.html").unlink()
    assert any("static/source.html" in str(p.where) for p in run(project).errors)
