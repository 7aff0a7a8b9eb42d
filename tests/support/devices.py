"""Devices and people of a site, speaking to an application in this process."""

from __future__ import annotations

import re
import uuid
from functools import cache
from typing import Any

from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse

from server.grants import HEADER

SITE = "etats-unis"


class Device:
    """A device of one role, with a token of its own."""

    def __init__(self, app: Flask, token: str, site: str = SITE) -> None:
        self.http = app.test_client(use_cookies=False)
        self.token = token
        self.grant = ""
        self.at = f"/api/v1/sites/{site}"

    def ask(self, method: str, path: str, **more: Any) -> TestResponse:
        """A request with the device's token. The answer must be one that the OpenAPI document tells."""
        known = {"Authorization": f"Bearer {self.token}"} | ({HEADER: self.grant} if self.grant else {})
        headers = known | more.pop("headers", {})
        answer = self.http.open(path, method=method, headers=headers, **more)
        hold_to_document(self.http.application, answer)
        return answer

    def get(self, path: str = "") -> TestResponse:
        return self.ask("GET", self.at + path)

    def post(self, path: str, **body: Any) -> TestResponse:
        return self.ask("POST", self.at + path, json={"request_id": str(uuid.uuid4())} | body)

    def put(self, path: str, **body: Any) -> TestResponse:
        return self.ask("PUT", self.at + path, json={"request_id": str(uuid.uuid4())} | body)

    def open_corner(self, pin: str) -> TestResponse:
        """Type the staff's PIN. The right one opens the corner for what is asked from now on."""
        answer = self.ask("POST", f"{self.at}/corner", json={"pin": pin})
        self.grant = answer.json["grant"] if answer.status_code == 200 else self.grant
        return answer

    def issue(self, need: str = "papiers", language: str = "fr", **more: Any) -> TestResponse:
        return self.post("/tickets", need=need, language=language, **more)

    def call(self, counter: str = "1", **more: Any) -> TestResponse:
        return self.post(f"/counters/{counter}/calls", **more)

    def move(self, ticket_id: str, verb: str, **more: Any) -> TestResponse:
        return self.post(f"/tickets/{ticket_id}/moves", verb=verb, **more)

    def claim(self, wait: str = "0", printer: str = "") -> TestResponse:
        named = f"&printer={printer}&instance=one" if printer else ""
        return self.ask("GET", f"/api/v1/printers/jobs?wait={wait}{named}")

    def announce(self, printer: str, state: str = "ready", **more: Any) -> TestResponse:
        said = {"instance": "one", "address": f"network://{printer}", "state": state} | more
        return self.ask("PUT", f"/api/v1/printers/{printer}", json=said)

    def report(self, job_id: str, outcome: str, **more: Any) -> TestResponse:
        return self.ask("PUT", f"/api/v1/printers/jobs/{job_id}", json={"outcome": outcome} | more)


def hold_to_document(app: Flask, answer: TestResponse) -> None:
    """Fails when the document of the API does not tell this status for its route, or this code for its status."""
    try:
        endpoint, _ = app.url_map.bind("localhost").match(answer.request.path, method=answer.request.method)
    except HTTPException:
        return  # no route of ours
    told = _told(app).get(endpoint.rpartition(".")[2])
    # What is told of no route: faults of the server, and the methods that Flask answers by itself.
    if told is None or answer.status_code in {405, 500} or answer.request.method in {"HEAD", "OPTIONS"}:
        return
    code = answer.get_json()["code"] if answer.status_code >= 400 else None
    assert (answer.status_code, code) in told, f"{endpoint}: {answer.status_code} {code} is not in the document"


@cache
def _told(app: Flask) -> dict[str, set[tuple[int, str | None]]]:
    """By operation, each status that the document tells, with each of its codes."""
    document = app.test_client().get("/api/v1/openapi.json").get_json()
    told: dict[str, set[tuple[int, str | None]]] = {}
    for item in document["paths"].values():
        for operation in item.values():
            found = told.setdefault(operation["operationId"], set())
            for status, answer in operation["responses"].items():
                codes = answer["description"].split(", ") if status >= "400" else [None]
                found |= {(int(status), code) for code in codes}
    return told


class Mediator:
    """Someone at the desk, with a browser's cookies and the CSRF token of the page they see."""

    def __init__(self, app: Flask) -> None:
        self.http = app.test_client()
        self.page = self.http.get("/staff/").text

    @property
    def csrf(self) -> str:
        found = re.search(r'"X-CSRFToken": "([^"]+)"', self.page)
        assert found, self.page
        return found[1]

    def sign_in(self, name: str, password: str, **more: Any) -> TestResponse:
        form = {"csrf_token": self.csrf, "name": name, "password": password}
        return self.http.post("/staff/sign-in", data=form, **more)

    def open(self, path: str) -> TestResponse:
        """Open a page, and see it from now on. A counter where nobody sits is taken; who is in hand elsewhere stays."""
        answer = self.http.get(f"/staff/{path}")
        self.page = answer.text
        if 'data-lost="free"' not in self.page:
            return answer
        self.take(path, parting="stay")
        return self.open(path)

    def take(self, path: str, **more: str) -> TestResponse:
        """Sit down at a counter. What is said of somebody in hand is said of whom its page names by then."""
        form = {"csrf_token": self.csrf, "request_id": str(uuid.uuid4())}
        if "parting" in more and (named := re.search(r'name="parted" value="(\d+)"', self.seen(path))):
            form["parted"] = named[1]
        return self.http.post(f"/staff/{path}/seat", data=form | more)

    def seen(self, path: str) -> str:
        """A page as it is now, whichever is open."""
        return self.http.get(f"/staff/{path}").text

    def press(self, button: str) -> TestResponse:
        """Press the button with this attribute, and see what the desk shows then."""
        answer = self.send(*self.wire_of(button))
        assert answer.status_code == 200, answer.text
        return answer

    def wire_of(self, button: str) -> tuple[str, dict[str, str]]:
        """Where htmx posts for the button with this attribute, and which values."""
        found = re.search(rf"<button[^>]*{re.escape(button)}[^>]*>", self.page)
        assert found, f"no button {button} on\n{self.page}"
        tag = found[0]
        address = re.search(r'hx-post="([^"]+)"', tag)
        values = re.search(r"hx-vals='([^']+)'", tag)
        assert address, tag
        assert values, tag
        return address[1], dict(re.findall(r'"(\w+)": "([^"]*)"', values[1]))

    def send(self, address: str, values: dict[str, str]) -> TestResponse:
        answer = self.http.post(address, data=values, headers={"X-CSRFToken": self.csrf})
        if answer.status_code == 200:
            self.page = self.page.partition("<main")[0] + "<main>" + answer.text
        return answer
