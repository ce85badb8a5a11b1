"""The wheel carries everything: installed alone, outside the clone, it starts and builds a site."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.worlds import ROOT


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the tools at hand; the network is not asked."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ("--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--disable-pip-version-check")
    run(sys.executable, "-m", "pip", "wheel", *options, "--wheel-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("sitegen-*.whl")
    return built


def test_the_wheel_carries_every_file_that_is_not_code(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert not any("__pycache__" in name or name.startswith(("tests", "content")) for name in names)
    for top, inside in (("templates", "sitegen/theme/templates"), ("static", "sitegen/theme/static")):
        for place in (p for p in (ROOT / top).rglob("*") if p.is_file()):
            assert f"{inside}/{place.relative_to(ROOT / top).as_posix()}" in names
    for place in (p for p in (ROOT / "sitegen").rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        assert place.relative_to(ROOT).as_posix() in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_a_site_is_started_and_built_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=False)
    target = next(home.glob("lib/python*/site-packages"))
    zipfile.ZipFile(wheel).extractall(target)
    # Dependencies are those of the environment that runs the tests; sitegen itself is not taken from there.
    (target / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    python = home / "bin" / "python"
    assert run(python, "-I", "-c", "import sitegen; print(sitegen.__file__)", cwd=tmp_path).startswith(
        str(target)
    )
    run(python, "-I", "-m", "sitegen", "new", "demo", cwd=tmp_path)
    told = run(python, "-I", "-m", "sitegen", "build", "--strict", cwd=tmp_path / "demo")
    assert told.startswith("1 article,")
    run(python, "-I", "-m", "sitegen", "check", cwd=tmp_path / "demo")
    assert (tmp_path / "demo/build/static/site.css").is_file()
