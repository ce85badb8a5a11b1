"""A polite client for the web: asks robots.txt, waits between requests, gives up in time, takes no dumps."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import urllib3
from urllib3.exceptions import HTTPError, MaxRetryError
from urllib3.util import Retry, Timeout

from sitegen import __version__
from sitegen.desk.tables import is_address
from sitegen.errors import SourceError, Where

AGENT = f"sitegen/{__version__}"
#: Bytes of the largest answer; an article page has some hundred thousand.
MOST = 10_000_000
_CONNECT, _READ, _WHOLE = 10.0, 30.0, 120.0  # seconds
_REDIRECTS, _TRIES = 5, 3
_HERE = ("127.0.0.1", "localhost", "::1")  # one's own machine needs no courtesy
_AGAIN = (429, 500, 502, 503, 504)


class Manners(NamedTuple):
    """How patient the client is: seconds between requests to one host, and before a second try."""

    pause: float = 1.0
    back_off: float = 1.0
    longest: float = 60.0  # the longest wait that a server may ask for


PATIENT = Manners()


class Fetched(NamedTuple):
    """An answer: where it came from in the end, its bytes and what its server says of them."""

    url: str
    body: bytes
    kind: str  # text/html
    charset: str


class Client:
    """Fetches pages; `wait` and `clock` are the system's unless a test brings its own."""

    def __init__(
        self,
        manners: Manners = PATIENT,
        wait: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._manners, self._wait, self._clock = manners, wait, clock
        self._pool = urllib3.PoolManager(
            headers={"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate"},
            timeout=Timeout(connect=_CONNECT, read=_READ),
            retries=Retry(
                total=_TRIES, connect=_TRIES, read=_TRIES, status=_TRIES, redirect=0,
                backoff_factor=manners.back_off, status_forcelist=_AGAIN,
                respect_retry_after_header=False, raise_on_redirect=False,
            ),
        )  # fmt: skip
        self._robots: dict[str, RobotFileParser] = {}
        self._last: dict[str, float] = {}

    def close(self) -> None:
        """Let go of open connections."""
        self._pool.clear()

    def fetch(self, url: str) -> Fetched:
        """Return what lies at `url`; `SourceError` says why it cannot or may not be had."""
        asked = url
        for _ in range(_REDIRECTS + 1):
            if not is_web(url):
                raise SourceError("not an address of the web", Where(asked), hint="begin it with https://")
            self._allowed(url)
            status, headers, body = self._get(url)
            if status in (301, 302, 303, 307, 308) and headers.get("location"):
                url = urljoin(url, headers["location"])
                continue
            if status != 200:
                hint = "open it in a browser and save the page, then import the file"
                raise SourceError(f"the server answers {status}", Where(asked), hint=hint)
            kind, _, rest = headers.get("content-type", "").partition(";")
            named = rest.partition("charset=")[2].strip(" \"';")
            return Fetched(url, body, kind.strip().lower(), named)
        raise SourceError(f"more than {_REDIRECTS} redirects", Where(asked), hint="open it in a browser")

    def _get(self, url: str) -> tuple[int, dict[str, str], bytes]:
        """Ask once the host may be asked again, with tries and back-off, and read a bounded answer."""
        self._pace(url)
        started = self._clock()
        try:
            answer = self._pool.request("GET", url, preload_content=False)
        except MaxRetryError as error:
            what = str(error.reason or error).rsplit(": ", 1)[-1]
            raise SourceError(f"cannot be fetched: {what}", Where(url), hint="try again later") from error
        except HTTPError as error:
            raise SourceError(f"cannot be fetched: {error}", Where(url), hint="try again later") from error
        body = bytearray()
        try:
            for part in answer.stream(65_536, decode_content=True):
                body += part
                if len(body) > MOST or self._clock() - started > _WHOLE:
                    what = (
                        f"larger than {MOST:,} bytes"
                        if len(body) > MOST
                        else f"not here after {_WHOLE:.0f} s"
                    )
                    raise SourceError(
                        f"the answer is {what}", Where(url), hint="save the page and import the file"
                    )
        except HTTPError as error:
            raise SourceError(
                f"the answer breaks off: {error}", Where(url), hint="try again later"
            ) from error
        finally:
            answer.close()
        return answer.status, {k.lower(): v for k, v in answer.headers.items()}, bytes(body)

    def _pace(self, url: str) -> None:
        """Wait until this host may be asked again."""
        host = urlsplit(url).netloc
        rules = self._robots.get(_root(url))
        usual = 0.0 if urlsplit(url).hostname in _HERE else self._manners.pause
        pause = min(max(usual, float((rules and rules.crawl_delay(AGENT)) or 0)), self._manners.longest)
        if host in self._last and (left := self._last[host] + pause - self._clock()) > 0:
            self._wait(left)
        self._last[host] = self._clock()

    def _allowed(self, url: str) -> None:
        """Refuse what the site's robots.txt keeps from programs."""
        root = _root(url)
        if root not in self._robots:
            self._robots[root] = self._rules(root)
        if not self._robots[root].can_fetch(AGENT, url):
            hint = "ask the publisher, or open it in a browser, save the page and import the file"
            raise SourceError("robots.txt does not let programs fetch it", Where(url), hint=hint)

    def _rules(self, root: str) -> RobotFileParser:
        """Read robots.txt as RFC 9309 says: none allows everything, a server in trouble nothing."""
        rules = RobotFileParser()
        try:
            status, _, body = self._get(f"{root}/robots.txt")
        except SourceError as error:
            raise SourceError(
                f"robots.txt {error.problem.what}", Where(root), hint="try again later"
            ) from error
        if status >= 500:
            raise SourceError(f"robots.txt: the server answers {status}", Where(root), hint="try again later")
        rules.parse(body.decode("utf-8", "replace").splitlines() if status == 200 else ())
        return rules


def is_web(url: str) -> bool:
    """Say whether `url` is an address of the web.

    >>> is_web("https://example.org/a"), is_web("file:///etc/passwd"), is_web("pages/")
    (True, False, False)
    """
    if not is_address(url):
        return False
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _root(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
