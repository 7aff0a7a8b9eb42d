"""A body that comes in chunks, without saying how long it is: the same limit holds. Only a real server reads chunks."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator

import httpx

from tests.support.processes import Demo


def in_chunks(text: bytes) -> Iterator[bytes]:
    for start in range(0, len(text), 4096):
        yield text[start : start + 4096]


def test_a_short_chunked_body_is_a_ticket_and_a_long_one_is_refused(demo: Demo) -> None:
    headers = {"Authorization": f"Bearer {demo.token('site-6', 'kiosk')}", "Content-Type": "application/json"}
    client = httpx.Client(base_url=demo.url, headers=headers, trust_env=False, timeout=30)
    body = {"need": "papiers", "language": "fr", "request_id": str(uuid.uuid4())}
    tickets = "/api/v1/sites/site-6/tickets"
    padded = json.dumps(body | {"request_id": str(uuid.uuid4())}).encode() + b" " * 40_000

    assert client.post(tickets, content=in_chunks(json.dumps(body).encode())).status_code == 201
    refused = client.post(tickets, content=in_chunks(padded))
    assert (refused.status_code, refused.json()["code"]) == (413, "body_too_large")
