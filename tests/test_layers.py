"""The ladder in `sitegen/__init__.py` is the map of the code; these tests keep it true."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import sitegen
from sitegen import LADDER

PACKAGE = Path(sitegen.__file__).parent
ROWS = {name: number for number, row in enumerate(LADDER) for name in row}
FIRST_SHELL_ROW = min(number for name, number in ROWS.items() if name.startswith("shell."))

#: What only the shell may import: disk, network, processes, clock, terminal.
IMPURE_MODULES = {
    "os", "sys", "io", "pathlib", "shutil", "tempfile", "glob", "subprocess", "socket", "http",
    "urllib.request", "time", "random", "secrets", "logging", "sqlite3", "threading", "multiprocessing",
    "asyncio", "signal", "click", "rich", "watchdog", "starlette", "uvicorn",
}  # fmt: skip
#: ... with the reason why a pure module may still name it.
ALLOWED = {
    ("site.language", "io"): "in-memory buffers for the gettext catalogue",
    ("web.fonts", "io"): "in-memory buffers for the font tools",
    ("data", "importlib.resources"): "tables that ship with the package are constants like code",
}
#: Pure names in impure modules.
PURE_NAMES = {"pathlib.PurePosixPath", "sys.intern"}
IMPURE_CALLS = {
    "open",
    "print",
    "input",
    "today",
    "now",
    "utcnow",
    "read_text",
    "read_bytes",
    "write_text",
    "getenv",
}
ALLOWED_CALLS = {("data", "read_text")}


def modules() -> list[str]:
    names = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        if path.name == "__init__.py":
            name = name.removesuffix(".__init__").removesuffix("__init__")
            tree = ast.parse(path.read_text(encoding="utf-8"))
            if not any(
                isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom)
                for node in tree.body
            ):
                continue  # a docstring only: a folder, not a module
        if name and name != "__main__" and not name.startswith("theme"):
            names.append(name)
    return names


def imports(name: str) -> set[str]:
    path = PACKAGE.joinpath(*name.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{name}: relative imports hide where things come from"
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def rung(imported: str) -> str | None:
    """The module of ours that `imported` (module or module.name) belongs to."""
    local = imported.removeprefix("sitegen.")
    while local:
        if local in ROWS:
            return local
        local = local.rpartition(".")[0]
    return None


def test_every_module_is_on_the_ladder_once() -> None:
    listed = [name for row in LADDER for name in row]
    assert sorted(listed) == sorted(set(listed))
    assert sorted(modules()) == sorted(listed)


@pytest.mark.parametrize("name", modules())
def test_imports_climb(name: str) -> None:
    for imported in imports(name):
        if imported.startswith("sitegen.") and imported != "sitegen.__version__":
            target = rung(imported)
            assert target is not None, f"{name} imports {imported}, which is not on the ladder"
            assert ROWS[target] < ROWS[name], f"{name} imports {target}, which is not above it"


@pytest.mark.parametrize("name", [name for name in modules() if ROWS.get(name, 0) < FIRST_SHELL_ROW])
def test_pure_rows_touch_nothing(name: str) -> None:
    for imported in imports(name):
        if not imported.startswith("sitegen") and imported not in PURE_NAMES:
            for impure in IMPURE_MODULES:
                hit = imported == impure or imported.startswith(impure + ".")
                assert not hit or (name, impure) in ALLOWED, f"{name} imports {imported}"
    path = PACKAGE.joinpath(*name.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called == "open" and isinstance(node.func, ast.Attribute):
                continue  # a field of that name; Path.open needs a Path, which pure rows cannot import
            assert called not in IMPURE_CALLS or (name, called) in ALLOWED_CALLS, (
                f"{name}:{node.lineno} calls {called}"
            )


@pytest.mark.parametrize("name", modules())
def test_modules_stay_small(name: str) -> None:
    path = PACKAGE.joinpath(*name.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
