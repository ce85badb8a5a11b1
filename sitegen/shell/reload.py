"""Tell open pages of the preview what happened, by server-sent events.

The script that listens is added to pages on their way out; nothing of it is
ever written to `build/`.
"""

from __future__ import annotations

import asyncio
import re
import secrets
from collections.abc import AsyncIterator, Sequence
from typing import Any, NamedTuple

import msgspec

PREFIX = "/__sitegen__"

_CSP = re.compile(
    rb"""(<meta\s+http-equiv=["']?Content-Security-Policy["']?\s+content=")([^"]*)(")""", re.IGNORECASE
)
_END = re.compile(rb"</body\s*>|\Z", re.IGNORECASE)


def with_script(page: bytes, build: str) -> bytes:
    """Return `page` with the preview's script at its end and a policy that lets it run.

    >>> with_script(b'<p>x</p></body></html>', "7")
    b'<p>x</p><script src="/__sitegen__/reload.js" data-build="7"></script></body></html>'
    """
    script = f'<script src="{PREFIX}/reload.js" data-build="{build}"></script>'.encode()
    page = _CSP.sub(lambda m: m[1] + relaxed(m[2].decode()).encode() + m[3], page)
    return _END.sub(lambda m: script + m[0], page, count=1)


def relaxed(policy: str) -> str:
    """Let a content security policy run the preview's script and hear its events.

    >>> relaxed("default-src 'none'; style-src 'self'")
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'"
    >>> relaxed("script-src 'none'; connect-src 'self'")
    "connect-src 'self'; script-src 'self'"
    """
    kept = [part.strip() for part in policy.split(";") if part.strip()]
    kept = [part for part in kept if part != "script-src 'none'"]
    named = {part.split()[0] for part in kept}
    return "; ".join(
        (*kept, *(f"{name} 'self'" for name in ("script-src", "connect-src") if name not in named))
    )


class Message(NamedTuple):
    """One server-sent event."""

    event: str
    data: Any = ""

    def encode(self) -> bytes:
        """Write the message as the wire wants it."""
        return f"event: {self.event}\ndata: {msgspec.json.encode(self.data).decode()}\n\n".encode()


class Hub:
    """Everyone who listens.  `send` may be called from any thread; the rest belongs to the event loop.

    `build` names the state of the site; a page that was made from another one is
    told to reload as soon as it listens, so no change falls between two requests.
    One made just before the last change is told that change: it may not concern it.
    """

    def __init__(self) -> None:
        self._session, self._number = secrets.token_hex(4), 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._listeners: set[asyncio.Queue[Message | None]] = set()
        self._standing: Message | None = None  # problems that newcomers must hear of
        self._last = ("", Message("reload"))  # the state before the last change, and what was told of it
        self._closed = False

    @property
    def build(self) -> str:
        """Return the name of the site's present state."""
        return f"{self._session}-{self._number}"

    def changed(self, *, only_css: bool = False, only: Sequence[str] = (), but: Sequence[str] = ()) -> None:
        """Tell everyone that the site has changed, and is sound: `only` some URL paths, or all `but` some."""
        self._standing = None
        message = Message("css")
        if not only_css:  # a swapped stylesheet leaves a page as good as new
            message = Message("reload", {"only": only, "but": but} if only or but else "")
            self._last = (self.build, message)
            self._number += 1
        self._send(message)

    def broken(self, problems: list[dict[str, str]]) -> None:
        """Show everyone, now and later, why the site cannot be built."""
        self._standing = Message("problems", problems)
        self._send(self._standing)

    def mended(self) -> None:
        """Take shown problems away: the site is sound and looks as before."""
        if self._standing is not None:
            self._standing = None
            self._send(Message("clear"))

    def close(self) -> None:
        """End every stream, so that the server can stop."""
        self._closed = True
        self._send(None)

    def _send(self, message: Message | None) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._deliver, message)

    def _deliver(self, message: Message | None) -> None:
        for listener in self._listeners:
            listener.put_nowait(message)

    async def stream(self, seen: str) -> AsyncIterator[bytes]:
        """Yield events for one page that was made when the site was `seen`."""
        self._loop = asyncio.get_running_loop()
        listener: asyncio.Queue[Message | None] = asyncio.Queue()
        self._listeners.add(listener)
        if seen != self.build:
            listener.put_nowait(self._last[1] if seen == self._last[0] else Message("reload"))
        if self._standing is not None:
            listener.put_nowait(self._standing)
        if self._closed:
            listener.put_nowait(None)
        try:
            yield b"retry: 500\n\n"
            while (message := await listener.get()) is not None:
                yield message.encode()
        finally:
            self._listeners.discard(listener)
