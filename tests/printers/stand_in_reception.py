"""A reception that can be told to misbehave."""

from __future__ import annotations

import json
import select
import socket
import threading
from collections import deque
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit


class Reception(ThreadingHTTPServer):
    """Stands in for the server: real HTTP on the loopback, a list of jobs, and lists of misbehaviours to come.

    polls, reports   one for each of the next GETs and PUTs: a status to answer, "hang up" instead of answering, or
                     "portal 200", the page of a guest network that is in between
    announcing       the same for announcements; a word such as "printer_owned" is answered as that problem
    outcomes         what was reported and heard: [(job id, outcome), …]
    conditions       what was announced and heard: [(printer, {state, reason, instance, …}), …]
    asked            the printers that polls named
    trips_over       jobs of which every report is answered 500
    cookie           set with each answer, in Latin-1
    when             what to do, once, when a job is "claimed", an outcome "told" or "heard", a poll "asked"; what gives
                     True has the connection closed without an answer
    """

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), Conversation)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.jobs: deque[object] = deque()
        self.polls: deque[int | str] = deque()
        self.reports: deque[int | str] = deque()
        self.announcing: deque[int | str] = deque()
        self.outcomes: list[tuple[str, dict[str, str]]] = []
        self.conditions: list[tuple[str, dict[str, object]]] = []
        self.asked: set[str] = set()
        self.tokens: set[str] = set()
        self.waiting = 0
        self.trips_over: set[str] = set()
        self.cookie = ""
        self.when: dict[str, Callable[[], object]] = {}
        self.changed = threading.Condition()
        self.closing = False

    def wait_until(self, true: Callable[[], bool]) -> None:
        with self.changed:
            assert self.changed.wait_for(true, 30), f"still not so after 30 s: {self.outcomes}"

    def moment(self, name: str) -> bool:
        """It has come. Whether nobody is there any more to be answered."""
        return bool(self.when.pop(name, lambda: False)())

    def hand_out(self, *jobs: object) -> None:
        with self.changed:
            self.jobs.extend(jobs)
            self.changed.notify_all()

    def close(self) -> None:
        """Stop listening, hang up on everybody. Does nothing the second time."""
        with self.changed:
            if self.closing:
                return
            self.closing = True
            self.changed.notify_all()
        self.shutdown()
        self.server_close()

    def handle_error(self, *_):
        """An agent that stops drops its poll; that is no news."""


class Conversation(BaseHTTPRequestHandler):
    """One connection to the reception."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # a head and a body sent apart would take 40 ms
    server: Reception

    def log_message(self, *_):
        """The tests say what went wrong."""

    def answer(self, status: int, body: object = None) -> None:
        content = b"" if body is None else json.dumps(body).encode()
        self.begin(status)
        if content:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def begin(self, status: int) -> None:
        self.send_response(status)
        if self.server.cookie:
            self.send_header("Set-Cookie", self.server.cookie)

    def portal(self, status: int) -> None:
        page = "<h1>Bienvenue sur le réseau des visiteurs</h1>".encode()
        self.begin(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def listening(self) -> bool:
        """Whether the agent still holds the line."""
        # Not select(), which knows a process's first 1,024 files: a worker with many tests behind it has more.
        looked = select.poll()
        looked.register(self.connection, select.POLLIN)
        return not looked.poll(0) or self.connection.recv(1, socket.MSG_PEEK) != b""

    def misbehaves(self, faults: deque[int | str]) -> bool:
        fault = faults.popleft() if faults else None
        if fault == "hang up":
            self.close_connection = True
        elif isinstance(fault, str) and fault.startswith("portal "):
            self.portal(int(fault.removeprefix("portal ")))
        elif isinstance(fault, str):
            self.answer(409, {"code": fault})
        elif fault is not None:
            self.answer(fault, {"code": "fault"})
        return fault is not None

    def do_GET(self) -> None:
        desk = self.server
        if desk.moment("asked"):
            self.close_connection = True
            return
        with desk.changed:
            desk.tokens.add(self.headers["Authorization"])
            asked = parse_qs(urlsplit(self.path).query)
            desk.asked |= set(asked.get("printer", ()))
            if self.misbehaves(desk.polls):
                return
            # A poll is held back until there is a job, as the real reception does.
            desk.waiting += 1
            desk.changed.notify_all()
            desk.changed.wait_for(lambda: desk.jobs or desk.closing or not self.listening(), float(asked["wait"][0]))
            desk.waiting -= 1
            # Nor does it give a job to an agent that went.
            gone = desk.closing or not self.listening()
            job = desk.jobs.popleft() if desk.jobs and not gone else None
        if gone or (job is not None and desk.moment("claimed")):
            self.close_connection = True
        elif job is None:
            self.answer(204)
        else:
            self.answer(200, job)

    def do_PUT(self) -> None:
        desk = self.server
        outcome = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if "/jobs/" not in self.path:
            self.announced(outcome)
            return
        if desk.moment("told"):
            self.close_connection = True
            return
        with desk.changed:
            if self.misbehaves(desk.reports):
                return
            if self.path.rsplit("/", 1)[1] in desk.trips_over:
                self.answer(500, {"code": "fault"})
                return
            desk.outcomes.append((self.path.rsplit("/", 1)[1], outcome))
            desk.changed.notify_all()
        if desk.moment("heard"):
            self.close_connection = True
            return
        self.answer(200, {"id": unquote(self.path.rsplit("/", 1)[1]), "state": outcome["outcome"]})

    def announced(self, said: dict[str, object]) -> None:
        desk = self.server
        with desk.changed:
            if self.misbehaves(desk.announcing):
                return
            desk.conditions.append((self.path.rsplit("/", 1)[1], said))
            desk.changed.notify_all()
        self.answer(200, {"id": self.path.rsplit("/", 1)[1], "state": said["state"]})
