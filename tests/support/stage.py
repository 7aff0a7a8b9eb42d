"""Where the API is asked at random: a site with everything that can be asked for, set again for each question."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Final

import redis
from argon2 import PasswordHasher
from flask import Flask

from server.actions.house import House
from server.domain.people import Job, Role
from server.grants import give
from server.records.door_tables import PinRow
from tests.support.devices import SITE, Device
from tests.support.narrowed import PIN, SECRET
from tests.support.processes import Valkey

STALE_S: Final = 20
"""A print job lives a minute: a stage of this age is set anew."""


class Stage:
    """A site where everything is: tickets in each state, jobs, a follow link, two mediators."""

    def __init__(self, app: Flask, valkey: Valkey) -> None:
        self.app = app
        self._client = valkey.client
        self._raw = redis.Redis.from_url(valkey.url)  # dumps are bytes
        self._house: House = app.extensions["accueil"]
        self._tokens = {role: self._house.devices.create(SITE, role) for role in Role}
        with self._house.catalogue.store.session() as session:
            session.add(PinRow(site_id=SITE, pin_hash=PasswordHasher().hash(PIN), made_at=datetime.now(UTC)))
        for name in ("Aïcha", "Bruno"):
            self._house.people.add(name, Job.MEDIATOR, "mot de passe assez long")
        self._needs = {counter.id: list(counter.needs) for counter in self._house.catalogue.site(SITE).counters}
        self._kept: list[tuple[bytes, int, bytes]] = []
        self._set_at = 0.0

    def token(self, role: str) -> str:
        return self._tokens[Role(role)]

    def device(self, role: str) -> Device:
        device = Device(self.app, self.token(role))
        device.grant = self.grant(role)
        return device

    def grant(self, role: str) -> str:
        """What the right PIN gives: of use to a kiosk alone."""
        device, pin = self._house.devices.recognise(self.token(role)), self._house.pins.find(SITE)
        return give(self.app.secret_key, device, pin)

    def set(self) -> None:
        """Bring everything back to where it was."""
        # First the records: a queue is built anew, now and then, with the needs that each counter had.
        for counter in self._house.catalogue.site(SITE).counters:
            if list(counter.needs) != self._needs[counter.id]:
                self._house.catalogue.serve(SITE, counter.id, self._needs[counter.id])
        if time.monotonic() - self._set_at > STALE_S:
            self._build()
        self._client.flushall()
        pipeline = self._client.pipeline()
        for key, ttl, dump in self._kept:
            pipeline.restore(key, ttl, dump)
        pipeline.execute()

    def _build(self) -> None:
        self._client.flushall()
        kiosk, desk, agent = (self.device(role) for role in ("kiosk", "counter", "printer"))
        for _ in range(10):
            kiosk.issue()
        called = desk.call("1").json["id"]
        desk.move(desk.call("2").json["id"], "serve")
        for verbs in (["serve", "park"], ["no_show"], ["complete"]):
            ticket = desk.call("3").json["id"]
            for verb in verbs:
                assert desk.move(ticket, verb).status_code == 200
        desk.move("000000000010", "cancel")
        for outcome in ("printed", None):
            job = agent.claim().json["id"]
            if outcome:
                agent.report(job, outcome)
        assert agent.announce("accueil").status_code == 200
        assert (
            desk.ask("POST", f"/api/v1/sites/{SITE}/printers/accueil/tests", json={"request_id": "t"}).status_code
            == 201
        )
        self._client.set(f"accueil:{{{SITE}}}:follow:{SECRET.partition('-')[2]}", called)
        keys = list(self._client.scan_iter(count=1000))
        self._kept = [(key, max(self._client.pttl(key), 0), self._raw.dump(key)) for key in keys]
        self._set_at = time.monotonic()
