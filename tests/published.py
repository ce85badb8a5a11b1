"""The project's own site, built once, and a plain server for it as GitHub Pages is one."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from sitegen.shell.build import build
from sitegen.shell.preview import TYPES
from sitegen.shell.report import Request
from sitegen.site.urls import Links
from tests.worlds import ROOT, quiet

#: A project page, so that every link has to carry the base path.
BASE_URL = "https://digest.example/news/"
LINKS = Links(BASE_URL)


class Site(NamedTuple):
    """A built site: the folder of its files and where that folder is served."""

    output: Path
    origin: str

    def url(self, path: str) -> str:
        """Return the address of an output path on the test server."""
        return self.origin + LINKS.href(path)

    @property
    def pages(self) -> list[str]:
        """Return every HTML page as an output path."""
        return sorted(page.relative_to(self.output).as_posix() for page in self.output.rglob("*.html"))


def build_example(home: Path) -> Path:
    """Build this project's content below `home` and return the folder of the site."""
    project, output = home / "project", home / "news"
    shutil.copytree(ROOT / "content", project / "content")
    report = build(Request(project, output, BASE_URL), quiet)
    assert report.published and not report.errors, report.errors
    return output


class _Pages(SimpleHTTPRequestHandler):
    """Files below a folder; 404.html for what is not there; nothing on the terminal."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | TYPES

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "news/404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    """A server that lets a checker open all its connections at once."""

    request_queue_size = 128


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve `folder` on a free port and yield the origin."""
    server = _Server(("127.0.0.1", 0), partial(_Pages, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join(20)
        server.server_close()
