"""A real preview on a free port, and a client that sends paths exactly as they are written."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import NamedTuple

import uvicorn

from sitegen.shell.preview import Preview, preview_app
from sitegen.shell.serve import Address, PreviewServer


class Answer(NamedTuple):
    """One response, redirects not followed."""

    status: int
    headers: Mapping[str, str]  # names in small letters
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Client:
    """Asks one server; headers given replace the usual ones."""

    def __init__(self, port: int) -> None:
        self.port = port

    def __call__(self, path: str, method: str = "GET", **headers: str) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.putrequest(method, path, skip_host="host" in headers)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            response = connection.getresponse()
            named = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, named, response.read())
        finally:
            connection.close()


@contextmanager
def serving(preview: Preview) -> Iterator[Client]:
    """Serve a built site as `sitegen serve` does."""
    address = Address(port=0)
    listener = address.bind()
    started = threading.Event()
    config = uvicorn.Config(preview_app(preview, address.hosts()), lifespan="off", log_level="warning")
    server = PreviewServer(config, preview, started.set)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        assert started.wait(20)
        yield Client(listener.getsockname()[1])
    finally:
        server.should_exit = True
        thread.join(20)
        listener.close()
