"""A client that speaks the contract, as a kiosk or a counter would."""

from __future__ import annotations

import ssl
import uuid
from typing import Any

import httpx

UNUSED = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Nobody here speaks TLS; without it each client would read all the world's certificates."""


class Client:
    """One device of one site."""

    def __init__(self, url: str, site: str, token: str) -> None:
        self.site = site
        self.http = httpx.Client(
            base_url=f"{url}/api/v1",
            headers={"Authorization": f"Bearer {token}"} if token else {},
            timeout=30.0,
            trust_env=False,
            verify=UNUSED,
        )

    def get_site(self) -> httpx.Response:
        return self.http.get(f"/sites/{self.site}")

    def issue(self, need: str = "papiers", language: str = "fr", request_id: str | None = None) -> httpx.Response:
        body = {"need": need, "language": language, "request_id": request_id or str(uuid.uuid4())}
        return self.http.post(f"/sites/{self.site}/tickets", json=body)

    def ticket(self, ticket_id: str) -> httpx.Response:
        return self.http.get(f"/sites/{self.site}/tickets/{ticket_id}")

    def call(self, counter: str = "1", request_id: str | None = None, **more: Any) -> httpx.Response:
        body = {"request_id": request_id or str(uuid.uuid4()), **more}
        return self.http.post(f"/sites/{self.site}/counters/{counter}/calls", json=body)

    def move(self, ticket_id: str, verb: str, request_id: str | None = None, **more: Any) -> httpx.Response:
        body = {"verb": verb, "request_id": request_id or str(uuid.uuid4()), **more}
        return self.http.post(f"/sites/{self.site}/tickets/{ticket_id}/moves", json=body)

    def board(self) -> httpx.Response:
        return self.http.get(f"/sites/{self.site}/board")

    def queue(self) -> httpx.Response:
        return self.http.get(f"/sites/{self.site}/queue")
