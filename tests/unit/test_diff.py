"""`sitegen diff`: says what publishing would change, no more and no less, and writes nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.shell.cli import main
from sitegen.shell.difference.facts import changed_facts
from sitegen.shell.new import new
from tests.worlds import ARTICLES


def sitegen(folder: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, [arguments[0], "--project", str(folder), *arguments[1:]])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def diff(folder: Path, *arguments: str) -> str:
    return sitegen(folder, "diff", *arguments).stdout.replace("\u2068", "").replace("\u2069", "")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("diff") / "digest"
    new(folder)
    for name, text in ARTICLES.items():
        (folder / f"content/articles/{name}.txt").write_text(text, encoding="utf-8")
    assert sitegen(folder, "build", "-q").exit_code == 0
    return folder


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "digest"))


def state(folder: Path) -> dict[Path, bytes]:
    return {p: p.read_bytes() for p in sorted((folder / "build").rglob("*")) if p.is_file()}


def test_right_after_a_build_nothing_would_change(site: Path) -> None:
    count = len(state(site)) - 1  # the manifest is no file of the site
    assert diff(site) == f"no page changes; {count} files as before\n"


def test_a_correction_is_told_as_the_facts_that_change(site: Path) -> None:
    before = state(site)
    (site / "content/articles/rain.toml").write_text('date = 2024-02-05\nreason = "x"\n', encoding="utf-8")
    sitegen(site, "people", "--add", "سامر النجار")
    said = diff(site)
    assert state(site) == before
    assert (
        "changed article rain (ar and en): أمطار غزيرة تغلق الطرق في الشمال\n    date: unknown -> 2024-02-05"
        in said
    )
    assert "people: Samer al-Najjar has the page samer-al-najjar, not p-samer-al-najjar" in said
    assert "speaker of" not in said  # the same person under another id
    assert "added   page people/samer-al-najjar/ (ar and en)" in said
    assert "removed page people/p-samer-al-najjar/ (ar and en)" in said


def test_articles_come_and_go(site: Path) -> None:
    (site / "content/articles/rain.txt").unlink()
    text = ARTICLES["rain"].replace("الشمال", "الجنوب")
    (site / "content/articles/south.txt").write_text(text, encoding="utf-8")
    said = diff(site)
    assert "added   article south (ar and en): أمطار غزيرة تغلق الطرق في الجنوب" in said
    assert "removed article rain (ar and en)" in said and "articles: + south, - rain" in said


def test_what_is_told_is_what_a_build_does(site: Path) -> None:
    (site / "content/articles/rain.toml").write_text("date = 2024-02-05\n", encoding="utf-8")
    (site / "content/articles/harbour.txt").unlink()
    told = json.loads(sitegen(site, "diff", "--json").stdout)
    report = json.loads(sitegen(site, "build", "--json").stdout)
    paths = sorted(path for change in told["changes"] for path in change["paths"])
    assert paths == sorted(change["path"] for change in report["changes"])
    assert told["same"] + sum(c["kind"] != "removed" for c in report["changes"]) == report["files"]


def test_a_template_changes_markup_but_no_facts(site: Path) -> None:
    from sitegen.shell.inputs import theme_folder

    base = (theme_folder() / "templates/base.html").read_text(encoding="utf-8")
    (site / "templates").mkdir()
    (site / "templates/base.html").write_text(base.replace("<body", '<body data-x="1"', 1), encoding="utf-8")
    said = diff(site)
    assert "changed article rain (ar and en): أمطار غزيرة تغلق الطرق في الشمال (the same facts)" in said
    assert "changed page" not in said


def test_the_address_of_the_last_build_is_kept_unless_another_is_asked_for(site: Path) -> None:
    sitegen(site, "build", "-q", "--base-url", "https://name.github.io/digest/")
    assert diff(site).startswith("no page changes")
    said = diff(site, "--base-url", "/other/")
    assert said.startswith("the address changes: https://name.github.io/digest/ -> /other/")


def test_without_a_build_or_with_errors_it_says_so(site: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    nothing = sitegen(tmp_path / "empty", "diff")
    assert (nothing.exit_code, "run  sitegen build  first" in nothing.stderr) == (1, True)
    (site / "content/articles/rain.toml").write_text("drop = [99]\n", encoding="utf-8")
    broken = sitegen(site, "diff")
    assert broken.exit_code == 1 and "content/articles/rain.toml:1: drop names line 99" in broken.stderr


def test_facts_in_words() -> None:
    before = {
        "title": "أ", "outlet": None, "lines": [{"n": 1, "role": "body"}],
        "people": [{"id": "x", "en": "X", "role_en": "Minister"}, {"id": "y", "en": "Y"}],
        "quotes": [{"line": 3, "start": 0, "text": "قول", "speaker": "x"}],
        "numbers": [{"line": 4, "text": "14", "value": 14}],
        "english": {"headline": {"text": "A"}, "sentences": [{"text": "One."}, {"text": "Two."}]},
    }  # fmt: skip
    after = {
        "title": "ب", "outlet": "واع", "lines": [{"n": 1, "role": "furniture"}],
        "people": [{"id": "x", "en": "X", "role_en": "Premier"}],
        "quotes": [{"line": 3, "start": 0, "text": "قول", "speaker": None}],
        "numbers": [],
        "english": {"headline": {"text": "A"}, "sentences": [{"text": "Three."}]},
    }  # fmt: skip
    said = [line.replace("\u2068", "").replace("\u2069", "") for line in changed_facts(before, after)]
    assert said == [
        "title: أ -> ب", "outlet: none -> واع", "people: - Y", "office of X: Minister -> Premier",
        "line 1: body -> furniture", "speaker of قول: x -> unknown", "numbers: - 14",
        "English sentence 1: One. -> Three.", "English sentences: 2 -> 1",
    ]  # fmt: skip
    assert list(changed_facts(before, before)) == []
