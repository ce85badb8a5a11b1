"""Small projects in memory for the law tests, and one way to build them."""

from __future__ import annotations

from pathlib import Path

from sitegen.pipeline import Options, compile_site
from sitegen.shelf import decode_shelf
from sitegen.web.outputs import Bundle

ROOT = Path(__file__).resolve().parents[1]

#: Articles of our own for tests that need more than the five seeds.
ARTICLES = {
    "harbour": (
        "افتتاح مرفأ جديد في مدينة الصالحية\n\n2024-03-05\n\n"
        "افتتح رئيس البلدية سامر النجار، الثلاثاء، مرفأ الصيد الجديد في مدينة الصالحية.\n\n"
        'وقال النجار خلال الحفل: "سيخدم المرفأ 120 قارباً في السنة الأولى".\n'
    ),
    "rain": (
        "أمطار غزيرة تغلق الطرق في الشمال\n\n"
        "أغلقت السلطات، أمس الأحد، ثلاثة طرق رئيسية بعد أمطار غزيرة استمرت يومين.\n\n"
        "وأعلنت وزارة الصحة إصابة 14 شخصاً بجروح طفيفة.\n\nشارك القصة\n"
    ),
}


def project() -> dict[str, bytes]:
    """Return this project's own inputs: content, templates and static files."""
    inputs = {}
    for top in ("content", "templates", "static"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.is_file():
                inputs[path.relative_to(ROOT).as_posix()] = path.read_bytes()
    return inputs


def quiet(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


#: path -> fingerprint, bytes; and for each bundle its name behind this -> fingerprint, paths
Made = dict[str, tuple[bytes, bytes]]
BUNDLE = "bundle "
SHELF = b"shelf "  # before the name of a piece


def files(
    inputs: dict[str, bytes], memo: dict[bytes, bytes] | None = None, base_url: str | None = None
) -> dict[str, bytes]:
    """Return every file of the site that `inputs` describe."""
    built = made(inputs, {} if memo is None else memo, {}, base_url)
    return {path: data for path, (_, data) in built.items() if not path.startswith(BUNDLE)}


def made(
    inputs: dict[str, bytes], memo: dict[bytes, bytes], before: Made, base_url: str | None = None
) -> Made:
    """Build as the shell does: what has its old fingerprint is not made again, nor a bundle opened that has.

    The shelf lies in the memo.
    """
    shelf = decode_shelf(lambda name: memo.get(SHELF + name.encode(), b""))
    compiled = compile_site(inputs, Options(base_url=base_url), memo, quiet, shelf=shelf)
    memo.update((SHELF + name.encode(), data) for name, data in compiled.library.shelf.pieces(shelf))
    out: Made = {}
    for bundle in compiled.bundles():
        out |= _opened(bundle, before)
    return out


def _opened(bundle: Bundle, before: Made) -> Made:
    """Return the files of a bundle and of the bundles in it."""
    name = BUNDLE + bundle.name
    known, paths = before.get(name, (b"", b""))
    if known and known == bundle.fingerprint:
        out = {path: before[path] for path in paths.decode().split("\n")}
    else:
        out = {}
        for part in bundle.parts():
            out |= _opened(part, before)
        for output in bundle.files():
            mark, data = before.get(output.path, (b"", b""))
            out[output.path] = (output.fingerprint, data if mark == output.fingerprint else output.make())
    out[name] = (bundle.fingerprint, "\n".join(path for path in out if path != name).encode())
    return out
