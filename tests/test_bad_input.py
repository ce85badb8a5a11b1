"""Bad input: each mistake has an error of its own with file, line and hint, and changes nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.shell.cli import main
from sitegen.shell.new import new

CASES = tomllib.loads((Path(__file__).parent / "cases/bad_input.toml").read_text(encoding="utf-8"))["case"]


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(p): (p.stat().st_mtime_ns, p.read_bytes() if p.is_file() else b"")
        for p in [folder, *sorted(folder.rglob("*"))]
    }


def sitegen(project: Path, *arguments: str) -> tuple[int, str]:
    """Run a command on `project`; return its exit code and what it said on standard error."""
    result = CliRunner().invoke(main, [arguments[0], "--project", str(project), *arguments[1:]])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stderr.replace("\u2068", "").replace("\u2069", "")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bad") / "digest"
    new(folder)
    assert sitegen(folder, "build")[0] == 0
    return folder


def write(folder: Path, files: dict[str, str]) -> list[Path]:
    """Write the files of a case; `hex:` before a text gives its bytes."""
    written = []
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(
            bytes.fromhex(text.removeprefix("hex:")) if text.startswith("hex:") else text.encode()
        )
        written.append(place)
    return written


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_a_mistake_is_told_with_place_and_hint_and_changes_nothing(built: Path, case: dict) -> None:
    kept = {path: (built / path).read_bytes() for path in case["files"] if (built / path).exists()}
    before = state(built / "build")
    written = write(built, case["files"])
    try:
        code, said = sitegen(built, "build")
        assert code == 1
        for expected in case["says"]:
            assert expected in said
        assert "  hint: " in said
        assert "Traceback" not in said
        assert state(built / "build") == before
    finally:
        for place in written:
            place.unlink()
        for path, data in kept.items():
            (built / path).write_bytes(data)


def test_all_mistakes_are_told_at_once(built: Path) -> None:
    chosen = [case for case in CASES if case["label"] in ("an empty article", "an unknown key in site.toml")]
    kept = (built / "content/site.toml").read_bytes()
    written = [place for case in chosen for place in write(built, case["files"])]
    try:
        said = sitegen(built, "build")[1]
        assert all(expected in said for case in chosen for expected in case["says"])
    finally:
        for place in written:
            place.unlink()
        (built / "content/site.toml").write_bytes(kept)


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--base-ur", "x"],
        ["bild"],
        ["read"],
        ["read", "no-such-file"],
        ["serve", "--port", "x"],
        ["new"],
    ],
)
def test_wrong_usage_is_exit_code_2(built: Path, arguments: list[str]) -> None:
    assert CliRunner().invoke(main, arguments).exit_code == 2


def test_a_wrong_base_url_is_refused(built: Path) -> None:
    before = state(built / "build")
    code, said = sitegen(built, "build", "--base-url", "example.org/x")
    assert (code, "--base-url cannot be example.org/x" in said) == (1, True)
    assert state(built / "build") == before
