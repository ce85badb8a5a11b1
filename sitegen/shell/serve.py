"""`sitegen serve`: build, serve, watch, build again, and tell the open pages."""

from __future__ import annotations

import socket
import threading
import webbrowser
from collections.abc import Callable
from typing import NamedTuple

import uvicorn

from sitegen.errors import SitegenError
from sitegen.shell.live import Live, base_path
from sitegen.shell.preview import Preview, preview_app
from sitegen.shell.report import Request
from sitegen.shell.terminal import Terminal
from sitegen.shell.watch import Watcher

#: Names by which a browser on this machine may call the preview; others could be a foreign page's trick.
LOCAL_HOSTS = ["127.0.0.1", "localhost", "[::1]", "::1"]

#: Hosts that mean "let the whole network in"; only a user's own --host says so.
EVERY_INTERFACE = ("0.0.0.0", "::")  # noqa: S104


class Address(NamedTuple):
    """Where the preview answers."""

    host: str = "127.0.0.1"
    port: int = 8000

    def bind(self) -> socket.socket:
        """Take the port, so that a taken one is reported before anything is built."""
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        listener = socket.socket(family)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((self.host, self.port))
        except OSError as error:
            listener.close()
            hint = f"another program uses it; try  --port {self.port + 1}"
            raise SitegenError(
                f"cannot listen on {self.host}:{self.port}: {error.strerror}", hint=hint
            ) from error
        return listener

    def hosts(self) -> list[str]:
        """Return the host names that requests may ask for."""
        if self.host in EVERY_INTERFACE:
            return ["*"]
        return [*LOCAL_HOSTS, self.host]


def serve(request: Request, address: Address, terminal: Terminal, *, poll: bool, browse: bool) -> None:
    """Run the preview until it is interrupted."""
    listener = address.bind()
    preview = Preview(request.output, base_path(request.project), project=request.project)
    live = Live(request, preview, terminal)
    watcher = Watcher(request.project, live, poll=poll)
    port = listener.getsockname()[1]
    host = "localhost" if address.host in EVERY_INTERFACE else address.host
    url = f"http://{f'[{host}]' if ':' in host else host}:{port}{preview.base_path}"
    config = uvicorn.Config(preview_app(preview, address.hosts()), lifespan="off", log_level="warning")

    def started() -> None:
        _started(terminal, url, browse=browse)
        watcher.start()  # only now: the last build is shown while the first one of ours is made

    server = PreviewServer(config, preview, started)
    try:
        server.run(sockets=[listener])
    except KeyboardInterrupt:
        pass  # this is how a preview ends
    finally:
        watcher.stop()
        live.stop()
        listener.close()
    terminal.say("stopped")


def _started(terminal: Terminal, url: str, *, browse: bool) -> None:
    terminal.say(f"serving {url}  (Ctrl-C stops)", style="bold")
    if browse:
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()


class PreviewServer(uvicorn.Server):
    """Ends event streams before it waits for open connections, or it would wait for ever."""

    def __init__(self, config: uvicorn.Config, preview: Preview, on_start: Callable[[], None]) -> None:
        super().__init__(config)
        self._preview, self._on_start = preview, on_start

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, then say so."""
        await super().startup(sockets)
        self._on_start()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Say goodbye to every page, then stop."""
        self._preview.hub.close()
        await super().shutdown(sockets)
