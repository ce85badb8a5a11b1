"""Everything this project asks of a change, in one command: `python3 -m tests`.

Needs Python 3.11 or newer and nothing else: it makes `.venv-tests`, installs the
project and its test tools there, and runs formatting, lint, types and tests.
The environment is used again as long as pyproject.toml stays the same.
Tests of the finished site need Chromium too: as root on Debian it is installed,
elsewhere the command stops and says what to install.
Further arguments go to pytest: `python3 -m tests -k dates`.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / ".venv-tests"
MARK = HOME / "made-from"
PYTHON = HOME / ("Scripts" if os.name == "nt" else "bin") / "python"

CHECKS = (
    ("ruff", "format", "--check", "--quiet", "."),
    ("ruff", "check", "--quiet", "."),
    ("mypy", "--no-error-summary"),
)


def fingerprint() -> str:
    """Return what the environment was made from: this Python and pyproject.toml."""
    made_from = sys.version.encode() + str(ROOT).encode() + (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(made_from).hexdigest()


def prepare() -> None:
    """Make the environment unless it is there already."""
    if MARK.exists() and MARK.read_text(encoding="utf-8") == fingerprint():
        return
    print(f"making {HOME.name} (once; about a minute)", flush=True)
    shutil.rmtree(HOME, ignore_errors=True)
    try:
        venv.create(HOME, with_pip=True)
    except (subprocess.CalledProcessError, ImportError, OSError) as error:
        shutil.rmtree(HOME, ignore_errors=True)
        advice = "On Debian and Ubuntu:  sudo apt install python3-venv"
        sys.exit(f"This Python cannot make virtual environments: {error}\n{advice}")
    install = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", ".[test]"]
    if subprocess.run(install, cwd=ROOT, check=False).returncode:
        sys.exit("The test tools could not be installed; see pip's message above.")
    MARK.write_text(fingerprint(), encoding="utf-8")


def run(*command: str) -> bool:
    """Run one module in the environment and say whether it went well."""
    print("$", *command, flush=True)
    return subprocess.run([str(PYTHON), "-m", *command], cwd=ROOT, check=False).returncode == 0


def main() -> None:
    """Run every check, also when an earlier one has failed, and exit with 1 if any has."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file must explain itself to an old Python
        sys.exit("sitegen needs Python 3.11 or newer; this is " + sys.version.split()[0])
    prepare()
    if not run("tests.tools"):
        sys.exit(1)
    results = [run(*check) for check in CHECKS]
    results.append(run("pytest", "-q", "-n", "auto", "--dist", "worksteal", *sys.argv[1:]))
    print("all well" if all(results) else "something is wrong, see above", flush=True)
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
