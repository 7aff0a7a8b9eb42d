"""What is known of the packages we stand on is asked, and believed: against databases that say what a test wants."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from tests.support.known_faults import Known, known_of_browser, known_of_python, main

FAULT = {"id": "OSV-2026-1", "modified": "2026-01-01T00:00:00Z", "published": "2026-01-01T00:00:00Z", "affected": []}
ADVISORY = {
    "id": 1, "url": "https://example.org/1", "title": "It lets anybody in", "severity": "high",
    "vulnerable_versions": "*", "cwe": [], "cvss": {"score": 9, "vectorString": None},
}  # fmt: skip


def _osv(path: str, body: Any, *, faulty: bool) -> Any:
    if body is None:
        return FAULT | {"id": path.rpartition("/")[2]}
    of_flask = [query["package"]["name"] == "flask" for query in body["queries"]]
    return {"results": [{"vulns": [FAULT]} if faulty and ours else {} for ours in of_flask]}


def _registry(body: Any, *, faulty: bool) -> Any:
    return {"htmx.org": [ADVISORY]} if faulty and "htmx.org" in body else {}


@pytest.fixture
def database():
    """A function that starts a database with this answer, and gives its address."""
    running = []

    def start(answer: Callable[[str, Any], Any]) -> str:
        class Answering(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                raw = self.rfile.read(int(self.headers["Content-Length"]))
                body = gzip.decompress(raw) if self.headers.get("Content-Encoding") == "gzip" else raw
                self._say(answer(self.path, json.loads(body)))

            def do_GET(self) -> None:
                self._say(answer(self.path, None))

            def _say(self, said: Any) -> None:
                told = json.dumps(said).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(told)))
                self.end_headers()
                self.wfile.write(told)

            def log_message(self, *_: Any) -> None:
                """Not into the tests' output."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
        Thread(target=server.serve_forever, daemon=True).start()
        running.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("faulty", [True, False])
def test_what_is_known_of_a_python_package_is_believed(database, faulty):
    address = database(lambda path, body: _osv(path, body, faulty=faulty))
    known = known_of_python("--service-url", address)
    assert known.faulty is faulty, known.words


@pytest.mark.parametrize("faulty", [True, False])
def test_what_is_known_of_a_browser_package_is_believed(database, faulty):
    address = database(lambda _, body: _registry(body, faulty=faulty))
    known = known_of_browser("--registry", address)
    assert known.faulty is faulty, known.words


def test_a_database_that_cannot_be_reached_is_no_answer():
    nowhere = "http://127.0.0.1:9"
    assert known_of_python("--service-url", nowhere).faulty is None
    assert known_of_browser("--registry", nowhere).faulty is None


@pytest.mark.parametrize(
    ("faulty", "code", "told"),
    [(True, 1, "of which faults are known"), (False, 0, "no fault is known"), (None, 0, "WAS NOT AUDITED")],
)
def test_only_a_known_fault_fails_and_silence_is_told_loudly(capsys, faulty, code, told):
    assert main((lambda: Known("a.lock", faulty, "words"),)) == code
    said = capsys.readouterr()
    assert told in said.out + said.err
