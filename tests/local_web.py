"""A web of our own on this machine: answers that are written down, requests that are remembered."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple


class Page(NamedTuple):
    """One answer; with several in a list, each request takes the next."""

    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


class Web:
    """A server; `asked` holds the paths of all requests, `agents` who asked."""

    def __init__(self) -> None:
        self.pages: dict[str, Page | list[Page]] = {}
        self.asked: list[str] = []
        self.agents: set[str] = set()
        web = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                web.asked.append(self.path)
                web.agents.add(self.headers["User-Agent"])
                page = web.pages.get(self.path, Page(b"no such page", status=404))
                if isinstance(page, list):
                    page = page.pop(0) if len(page) > 1 else page[0]
                self.send_response(page.status)
                self.send_header("Content-Type", page.kind)
                self.send_header("Content-Length", str(len(page.body)))
                for name, value in page.headers:
                    self.send_header(name, value)
                self.end_headers()
                with suppress(BrokenPipeError, ConnectionResetError):  # the client has had enough
                    self.wfile.write(page.body)

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.root = f"http://127.0.0.1:{self.server.server_port}"


@contextmanager
def local_web(pages: Mapping[str, Page | list[Page]]) -> Iterator[Web]:
    """Serve `pages` by path while the context lasts."""
    web = Web()
    web.pages.update(pages)
    thread = threading.Thread(target=web.server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield web
    finally:
        web.server.shutdown()
        thread.join(20)
        web.server.server_close()
