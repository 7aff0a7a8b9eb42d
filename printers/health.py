"""The local health check: GET /healthz, for a container, a monitor, or a person with curl."""

from __future__ import annotations

import json
import socket
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any

from printers.pulse import Pulse


class HealthCheck(ThreadingHTTPServer):
    """200 while the server answers and every loop goes on, else 503. The body is one line of JSON for each printer.

    A printer in trouble is told of and is no 503: starting the agent again would not bring it paper.
    """

    daemon_threads = True

    def __init__(self, pulse: Pulse, host: str, port: int) -> None:
        """Listens at once; port 0 takes a free one. Raises OSError."""
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), Health)
        self.pulse = pulse
        self.thread = threading.Thread(
            target=self.serve_forever, kwargs={"poll_interval": 0.1}, name="health check", daemon=True
        )
        self.thread.start()

    @property
    def url(self) -> str:
        """What to ask."""
        host, port = self.server_address[:2]
        return f"http://[{host!s}]:{port}/healthz" if ":" in str(host) else f"http://{host!s}:{port}/healthz"

    def server_bind(self) -> None:
        """Without the base class's question to the network's name server, which can take half a minute."""
        TCPServer.server_bind(self)

    def handle_error(self, request: socket.socket | tuple[bytes, socket.socket], client_address: Any) -> None:
        """One that hangs up before it has its answer is no news; all else is."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def close(self) -> None:
        """Listen no more."""
        self.shutdown()
        self.server_close()


class Health(BaseHTTPRequestHandler):
    """One request."""

    server: HealthCheck
    timeout = 5  # seconds for one that connects and asks nothing

    def do_GET(self) -> None:
        """The pulse."""
        pulse = self.server.pulse
        if self.path != "/healthz":
            self.send_error(404)
            return
        content = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in pulse.told()).encode()
        self.send_response(200 if pulse.server_answers and pulse.loops_go_on else 503)
        self.send_header("Content-Type", "application/x-ndjson")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Being asked is no news."""
