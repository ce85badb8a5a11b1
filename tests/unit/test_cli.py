"""The commands as users type them: what they print, where, and their exit codes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from sitegen import __version__, data
from sitegen.shell.cli import main
from sitegen.shell.new import new
from tests.worlds import ARTICLES, ROOT

SCHEMA = Draft202012Validator(json.loads(data.raw("article.schema.json")))


def sitegen(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "digest"
    new(folder)
    assert sitegen("build", "--project", folder).exit_code == 0
    return folder


def test_version_and_help() -> None:
    assert sitegen("--version").output == f"sitegen {__version__}\n"
    assert all(name in sitegen("--help").output for name in main.commands)
    assert sitegen("build", "-h").exit_code == 0


def test_building_says_what_happened(built: Path) -> None:
    result = sitegen("build", "--project", built)
    assert result.exit_code == 0
    assert "1 article," in result.stdout and "nothing changed" in result.stdout
    assert not any(word in result.stderr for word in ("error", "warning"))


def test_quiet_and_verbose_may_stand_before_or_after_the_command(built: Path) -> None:
    assert sitegen("build", "-q", "--project", built).output == ""
    assert sitegen("-q", "build", "--project", built).output == ""
    assert "checking:" in sitegen("build", "-v", "--project", built).stderr


def test_the_report_for_programs_is_one_json_object(built: Path) -> None:
    result = sitegen("build", "--json", "--project", built, "--output", built / "elsewhere", "--explain")
    report = json.loads(result.stdout)
    assert (report["ok"], report["articles"], report["problems"]) == (True, 1, [])
    assert report["changes"][0].keys() == {"path", "kind", "why"}
    assert report["files"] == len(report["changes"])


def test_explaining_prints_a_reason_for_every_file(built: Path) -> None:
    (built / "build/robots.txt").write_text("edited")
    lines = sitegen("build", "--explain", "--project", built).stdout.splitlines()
    assert lines[0] == "changed robots.txt: it was edited or lost in the output folder"


def test_checking_a_sound_site_and_a_broken_one(built: Path) -> None:
    assert sitegen("check", "--project", built).exit_code == 0
    (built / "build/en/about/index.html").unlink()
    result = sitegen("check", "--project", built)
    assert result.exit_code == 1
    assert "build/en/about/index.html: a file of the site is missing" in result.stderr
    values = json.loads(sitegen("check", "--json", "--project", built).stdout)
    assert values["ok"] is False and values["problems"][0]["severity"] == "error"
    assert sitegen("build", "--project", built).exit_code == 0


def test_checking_before_building_says_what_to_do(tmp_path: Path) -> None:
    result = sitegen("check", "--project", tmp_path)
    assert (result.exit_code, "sitegen build" in result.stderr) == (1, True)


# -- read --------------------------------------------------------------------------


def test_reading_for_programs_keeps_to_the_schema_and_the_names_given() -> None:
    folder = ROOT / "content/articles"
    result = sitegen("read", "--project", ROOT, folder, "--json")
    readings = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [reading["path"] for reading in readings] == [str(p) for p in sorted(folder.glob("*.txt"))]
    for reading in readings:
        SCHEMA.validate(reading)
        lines = (ROOT / reading["path"]).read_text(encoding="utf-8").splitlines()
        assert [line["n"] for line in reading["lines"]] == list(range(1, len(lines) + 1))
        mentions = [m for kind in ("people", "places", "orgs") for e in reading[kind] for m in e["mentions"]]
        for span in (*mentions, *reading["quotes"]):
            assert lines[span["line"] - 1][span["start"] : span["end"]] == span["text"]


def test_reading_for_people_shows_lines_roles_and_facts(built: Path) -> None:
    out = sitegen("read", "--project", built, built / "content/articles").stdout
    assert "افتتاح مكتبة عامة في واحة الريحان" in out
    assert "furniture" in out and "2024-03-03 (explicit" in out and "Wahat al-Rayhan" in out


def test_loose_files_are_read_with_their_sidecars(tmp_path: Path, built: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
    (tmp_path / "one/rain.txt").write_text(ARTICLES["rain"], encoding="utf-8")
    (tmp_path / "one/rain.toml").write_text('date = "2024-02"\nid = "rain-one"', encoding="utf-8")
    (tmp_path / "two/rain.txt").write_text(ARTICLES["harbour"], encoding="utf-8")
    result = sitegen("read", "--json", "--project", built, tmp_path / "one", tmp_path / "two/rain.txt")
    readings = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(r["id"], r["path"]) for r in readings] == [
        ("rain-one", str(tmp_path / "one/rain.txt")),
        ("rain", str(tmp_path / "two/rain.txt")),
    ]
    assert readings[0]["date"]["value"] == "2024-02"


def test_what_cannot_be_read_is_told_and_the_rest_is_shown(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "rain.txt").write_text(ARTICLES["rain"], encoding="utf-8")
    farsi = (
        "گشایش کتابخانهٔ تهران با حضور بایدن\n\n"
        "شهردار امروز کتابخانهٔ تازه‌ای را در مرکز شهر گشود و گفت که هر روز باز خواهد بود.\n"
    )
    (tmp_path / "farsi.txt").write_text(farsi, encoding="utf-8")
    result = sitegen("read", "--json", "--project", tmp_path, tmp_path)
    readings = {Path(r["path"]).name: r for r in map(json.loads, result.stdout.splitlines())}
    assert result.exit_code == 1
    assert {name: r["is_article"] for name, r in readings.items()} == {"farsi.txt": False, "rain.txt": True}
    SCHEMA.validate(readings["farsi.txt"])
    assert not any(readings["farsi.txt"][kind] for kind in ("people", "places", "orgs", "topics", "dates"))
    assert f"{tmp_path}/empty.txt:1: the file is empty" in result.stderr
    assert f"{tmp_path}/photo.txt:3: the file is binary" in result.stderr


def test_a_folder_without_articles_is_a_mistake(tmp_path: Path) -> None:
    result = sitegen("read", "--project", tmp_path, tmp_path)
    assert (result.exit_code, "no articles here" in result.stderr) == (1, True)


# -- the rest ----------------------------------------------------------------------


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_printed(shell: str) -> None:
    assert "_SITEGEN_COMPLETE" in sitegen("completion", shell).output


def test_commands_and_options_are_completed() -> None:
    environment = {
        **os.environ,
        "_SITEGEN_COMPLETE": "bash_complete",
        "COMP_WORDS": "sitegen b",
        "COMP_CWORD": "1",
    }
    done = subprocess.run(
        [sys.executable, "-m", "sitegen"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "plain,build"


def test_serving_from_start_to_interrupt(built: Path) -> None:
    command = [sys.executable, "-m", "sitegen", "serve", "--project", str(built), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        assert process.stdout is not None
        url = next(line.split()[1] for line in process.stdout if line.startswith("serving "))
        with urlopen(f"{url}ar/") as page:
            assert b"__sitegen__/reload.js" in page.read()
        with urlopen(f"{url}__sitegen__/events?build=old") as events:
            assert events.readline() == b"retry: 500\n"
            process.send_signal(signal.SIGINT)  # while a page listens
            assert process.wait(20) == 0
        assert "Traceback" not in process.communicate()[1]
    finally:
        process.kill()
        process.communicate()


def test_a_taken_port_is_exit_code_1(built: Path) -> None:
    import socket

    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        result = sitegen("serve", "--project", built, "--port", other.getsockname()[1])
    assert (result.exit_code, "cannot listen on 127.0.0.1" in result.stderr) == (1, True)
