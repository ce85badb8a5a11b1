"""The preview as an ASGI application: the built site under its real base path, as GitHub Pages serves it."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from sitegen import data
from sitegen.shell.panel import panel
from sitegen.shell.reload import PREFIX, Hub, with_script

#: Kinds of file that Python may not know, with the types GitHub Pages gives them.
TYPES = {
    ".atom": "application/atom+xml",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".rss": "application/rss+xml",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_NO_CACHE = {"Cache-Control": "no-cache"}

_WAITING = b"""<!doctype html><html lang="en" dir="ltr"><title>sitegen</title>
<p>The site is being built; this page will show it by itself.</p>
<p lang="ar" dir="rtl">\xd9\x8a\xd8\xac\xd8\xb1\xd9\x8a \xd8\xa8\xd9\x86\xd8\xa7\xd8\xa1
\xd8\xa7\xd9\x84\xd9\x85\xd9\x88\xd9\x82\xd8\xb9</p></html>"""


class Preview:
    """What the application serves; `base_path` may change while it runs."""

    def __init__(
        self, output: Path, base_path: str, hub: Hub | None = None, project: Path | None = None
    ) -> None:
        self.output, self.base_path, self.project = output, base_path, project
        self.hub = hub or Hub()
        self.fresh: Mapping[str, bytes] = {}  # files newer than those of the output


def preview_app(preview: Preview, hosts: list[str]) -> Starlette:
    """Return the application; requests for other hosts than `hosts` are refused."""
    site = _Site(preview)

    def events(request: Request) -> Response:
        stream = preview.hub.stream(request.query_params.get("build", ""))
        return StreamingResponse(stream, media_type="text/event-stream", headers=_NO_CACHE)

    def script(request: Request) -> Response:
        return Response(data.raw("preview.js"), media_type="text/javascript", headers=_NO_CACHE)

    def reading(request: Request) -> Response:
        found = preview.project and panel(
            preview.project, preview.output, request.path_params["id"], preview.fresh
        )
        return JSONResponse(found or None, status_code=200 if found else 404, headers=_NO_CACHE)

    routes = [
        Route(f"{PREFIX}/events", events),
        Route(f"{PREFIX}/reload.js", script),
        Route(f"{PREFIX}/reading/{{id}}", reading),
        Mount("", site),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False)],
    )


class _Site:
    """Everything under the base path is the site; the rest of the host is somebody else's."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        self._files = _PagesFiles(preview)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        base, path = self._preview.base_path, scope["path"]
        if path.startswith(base):
            await self._files({**scope, "root_path": base.rstrip("/")}, receive, send)
            return
        response: Response = PlainTextResponse(f"The site lies under {base}", status_code=404)
        if path in ("/", base.rstrip("/")):
            response = RedirectResponse(base)
        await response(scope, receive, send)


class _PagesFiles(StaticFiles):
    """Files as GitHub Pages serves them: index pages, 404.html, no file below another, nothing hidden."""

    def __init__(self, preview: Preview) -> None:
        super().__init__(directory=preview.output, html=True, check_dir=False)
        self._preview = preview

    async def check_config(self) -> None:
        """Accept a folder that does not exist yet: the first build will make it."""

    def lookup_path(self, path: str) -> tuple[str, os.stat_result | None]:
        """Find a file; `/about` finds about.html, hidden files are not there."""
        if any(part.startswith(".") and part not in (".", ".well-known") for part in Path(path).parts):
            return "", None
        found, info = super().lookup_path(path)
        if info is None and not path.endswith(".html"):
            return super().lookup_path(f"{path}.html")
        return found, info

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answer one request."""
        if not self._preview.output.is_dir():
            return HTMLResponse(with_script(_WAITING, self._preview.hub.build), status_code=503)
        fresh = self._preview.fresh.get(f"{path}/index.html" if scope["path"].endswith("/") else path)
        if fresh is not None and path.endswith(".json"):
            return Response(fresh, media_type=TYPES[".json"], headers=_NO_CACHE)
        if fresh is not None:
            return self._shown(fresh, 200)
        if scope["path"].endswith("/") and self._is_file(path):
            path = f"{path}/index.html"  # a file has nothing below it
        response = await super().get_response(path, scope)
        if isinstance(response, FileResponse) and response.status_code == 404:
            return self._page(str(response.path), 404)
        return response

    def _is_file(self, path: str) -> bool:
        info = self.lookup_path(path)[1]
        return info is not None and stat.S_ISREG(info.st_mode)

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """Send one file: pages with the preview's script, the rest as it is."""
        suffix = Path(full_path).suffix
        if suffix == ".html":
            return self._page(full_path, status_code)
        kind = TYPES.get(suffix)
        response = FileResponse(full_path, status_code, _NO_CACHE, kind, stat_result=stat_result)
        if self.is_not_modified(response.headers, Headers(scope=scope)):
            return Response(status_code=304, headers={"etag": response.headers["etag"], **_NO_CACHE})
        return response

    def _page(self, place: str | os.PathLike[str], status_code: int) -> Response:
        return self._shown(Path(place).read_bytes(), status_code)

    def _shown(self, page: bytes, status_code: int) -> Response:
        page = with_script(page, self._preview.hub.build)
        return HTMLResponse(page, status_code=status_code, headers={"Cache-Control": "no-store"})
