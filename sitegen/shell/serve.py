"""`sitegen serve`: build, serve, watch, build again, and tell the open pages."""

from __future__ import annotations

import socket
import threading
import webbrowser
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import uvicorn

from sitegen.desk.config import PATH, Config, parse_config
from sitegen.errors import FSI, PDI, Problem, SitegenError
from sitegen.shell.build import Builder
from sitegen.shell.inputs import theme_folder
from sitegen.shell.preview import Preview, preview_app
from sitegen.shell.report import Request
from sitegen.shell.terminal import Terminal, show_report
from sitegen.shell.watch import Watcher
from sitegen.site.urls import Links

#: Names by which a browser on this machine may call the preview; others could be a foreign page's trick.
LOCAL_HOSTS = ["127.0.0.1", "localhost", "[::1]", "::1"]

#: Hosts that mean "let the whole network in"; only a user's own --host says so.
EVERY_INTERFACE = ("0.0.0.0", "::")  # noqa: S104

_FRAME = 2  # lines shown before and after the one at fault


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
    rebuild = Rebuild(request, preview, terminal)
    watcher = Watcher(request.project, rebuild, poll=poll)
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


class Rebuild:
    """Builds the site when called and tells the preview's pages how it went."""

    def __init__(self, request: Request, preview: Preview, terminal: Terminal) -> None:
        self._request, self._preview, self._terminal = request, preview, terminal
        self._build = Builder()

    def __call__(self) -> None:
        """Build once."""
        report = self._build(self._request, lambda stage, done, total: None)
        show_report(self._terminal, report, self._request.output.name, explain=False)
        self._preview.base_path = base_path(self._request.project)
        hub = self._preview.hub
        if not report.published:
            hub.broken(
                [shown(problem, self._request.project) for problem in report.errors or report.problems]
            )
        elif report.changes:
            hub.changed(only_css=all(change.path.endswith(".css") for change in report.changes))
        else:
            hub.mended()


def base_path(project: Path) -> str:
    """Return the path under which the project's site will lie on its host."""
    try:
        config = parse_config((project / PATH).read_bytes())[0]
    except OSError:
        config = Config()
    return Links(config.base_url).base_path


def shown(problem: Problem, project: Path) -> dict[str, str]:
    """Return a problem as the overlay shows it, with the lines of the file around it."""
    return {
        "place": str(problem.where or ""),
        "what": problem.what.replace(FSI, "").replace(PDI, ""),
        "hint": problem.hint.replace(FSI, "").replace(PDI, ""),
        "frame": _frame(problem, (project, theme_folder())),
    }


def _frame(problem: Problem, roots: Sequence[Path]) -> str:
    """Return the lines around a problem with their numbers, '' where there is nothing to show."""
    where = problem.where
    if where is None or where.line is None:
        return ""
    for root in roots:
        try:
            lines = (root / where.path).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            continue
        first = max(1, where.line - _FRAME)
        around = enumerate(lines[first - 1 : where.line + _FRAME], first)
        return "\n".join(f"{'>' if n == where.line else ' '} {n:4} | {line[:200]}" for n, line in around)
    return ""
