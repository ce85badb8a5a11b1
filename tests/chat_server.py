"""A real server on this machine that speaks OpenAI's chat protocol as a test tells it to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

#: What a test answers to the n-th request: status and content of the message (or raw bytes of the body).
Script = Callable[[int, dict[str, str]], tuple[int, str | bytes]]


class ChatServer:
    """The server's address and the requests it got: (headers, body)."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.requests: list[tuple[dict[str, str], dict[str, Any]]] = []


@contextmanager
def chat_server(script: Script) -> Iterator[ChatServer]:
    """Serve `script` on a free port until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            chat.requests.append((dict(self.headers), {**body, "path": self.path}))
            numbered = json.loads(body["messages"][-1]["content"])
            status, content = script(len(chat.requests), numbered)
            data = content if isinstance(content, bytes) else _completion(content)
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    chat = ChatServer(f"http://127.0.0.1:{server.server_address[1]}/v1/")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield chat
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _completion(content: str) -> bytes:
    message = {"choices": [{"message": {"content": content}}], "usage": {"total_tokens": 100}}
    return json.dumps(message).encode()
