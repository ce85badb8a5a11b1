"""A project that articles are brought into, and pages and feeds to bring in."""

from __future__ import annotations

import tomllib
from pathlib import Path

from sitegen.shell.intake.fetch import Client, Manners
from sitegen.shell.intake.item import Asked
from sitegen.shell.intake.run import Imported, Importer
from tests.worlds import ARTICLES, quiet

HARBOUR, RAIN = ARTICLES["harbour"], ARTICLES["rain"]


def html(text: str, head: str = "", menu: str = "") -> str:
    title, *rest = [line for line in text.splitlines() if line]
    body = "".join(f"<p>{line}</p>" for line in rest)
    return (
        f'<!doctype html><html lang="ar"><head><title>{title}</title>{head}</head><body>{menu}'
        f"<article><h1>{title}</h1>{body}</article></body></html>"
    )


def rss(*entries: str, encoding: str = "utf-8") -> bytes:
    return (
        f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>أخبار</title>'
        f"{''.join(f'<item>{entry}</item>' for entry in entries)}</channel></rss>"
    ).encode(encoding)


def paragraphs(text: str) -> str:
    return "".join(f"<p>{line}</p>" for line in text.splitlines()[1:] if line)


class Desk:
    """A project in a folder, and imports into it that never wait."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        self.waits: list[float] = []
        self.time = 0.0

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds

    def __call__(self, *names: str | Path, stdin: bytes = b"", **asked: object) -> Imported:
        client = Client(Manners(pause=1.0, back_off=0.0), self.wait, lambda: self.time)
        try:
            asking = Asked(**asked)  # type: ignore[arg-type]
            return Importer(self.folder, asking, client, stdin).bring_in(tuple(map(str, names)), quiet)
        finally:
            client.close()

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def side(self, path: str) -> dict[str, object]:
        return tomllib.loads(self.text(path.rsplit(".", 1)[0] + ".toml"))

    def files(self) -> list[str]:
        return sorted(
            p.relative_to(self.folder).as_posix()
            for p in self.folder.rglob("*")
            if p.is_file() and ".cache" not in p.parts
        )
