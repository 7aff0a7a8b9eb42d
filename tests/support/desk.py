"""A mediator's sheets: opened from the desk, pressed as htmx presses them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from server.actions.house import House
from server.domain.people import Job
from tests.support.devices import SITE, Device, Mediator
from tests.support.processes import Valkey

NAME, COLLEAGUE, PASSWORD = "Zoé Martin", "Karim Benali", "un long mot de passe"

HERE = f"/staff/{SITE}/1"
NEXT = 'id="call-next"'
FIRST, SECOND, THIRD = (f"{number:012d}" for number in (1, 2, 3))


def staffed(app: Flask, house: House) -> Mediator:
    """Zoé, signed in. Karim works here as well."""
    for name in (NAME, COLLEAGUE):
        if house.people.named(name) is None:
            house.people.add(name, Job.MEDIATOR, PASSWORD)
    mediator = Mediator(app)
    mediator.sign_in(NAME, PASSWORD)
    return mediator


def person_id(house: House, name: str) -> str:
    """Somebody's id, as forms carry it."""
    person = house.people.named(name)
    assert person is not None
    return str(person.id)


def tag_of(page: str, button: str) -> str:
    """The whole tag of the button with this attribute."""
    found = re.search(rf"<button[^>]*{re.escape(button)}[^>]*>", page)
    assert found, f"no button {button} on\n{page}"
    return found[0]


def read(page: str) -> str:
    """The page as people read it: without tags, numbers without the thin space, one blank between words."""
    text = re.sub(r"<[^>]+>", " ", page).replace("\u202f", "").replace("&#39;", "’").replace("&nbsp;", " ")
    return re.sub(r"\s+", " ", text)


def numbers(page: str, name: str) -> list[str]:
    """The numbers in one of the desk's lists: ours, others, parked, gone."""
    found = re.search(rf'<ol data-list="{name}">(.*?)</ol>', page, re.DOTALL)
    return re.findall(r'data-(?:waiting|aside)="(\w+)"', found[1]) if found else []


@dataclass
class Sheet:
    """What lies over the desk."""

    desk: Mediator
    page: str

    @classmethod
    def opened(cls, desk: Mediator, button: str) -> Sheet:
        """Open it with the button that has this attribute."""
        address = re.search(r'hx-get="([^"]+)"', tag_of(desk.page, button))
        assert address
        return cls.at(desk, address[1])

    @classmethod
    def at(cls, desk: Mediator, address: str) -> Sheet:
        """Open it by its address."""
        answer = desk.http.get(address)
        assert answer.status_code == 200, answer.text
        return cls(desk, answer.text)

    def follow(self, button: str) -> Sheet:
        """The sheet that a button of this one leads to."""
        address = re.search(r'hx-get="([^"]+)"', tag_of(self.page, button))
        assert address
        return self.at(self.desk, address[1])

    def wire_of(self, button: str) -> tuple[str, dict[str, str]]:
        """Where htmx posts for the button with this attribute, and which values."""
        below, self.desk.page = self.desk.page, self.page
        try:
            return self.desk.wire_of(button)
        finally:
            self.desk.page = below

    def press(self, button: str, **typed: str) -> TestResponse:
        """Press a button, with what was typed in the sheet. The desk shows what came of it."""
        address, values = self.wire_of(button)
        answer = self.desk.send(address, values | typed)
        assert answer.status_code == 200, answer.text
        return answer


def complete(desk: Mediator) -> TestResponse:
    """End the visit in hand, and say nothing of it."""
    return Sheet.opened(desk, 'id="move-complete"').press("data-bare")


def transfer(desk: Mediator, ticket_id: str) -> Sheet:
    """The sheet that asks where a ticket goes."""
    return Sheet.at(desk, f"/staff/{SITE}/1/tickets/{ticket_id}/transfer")


def ticket(device: Callable[..., Device], ticket_id: str = FIRST) -> dict[str, Any]:
    """A ticket as a counter's device reads it."""
    found: dict[str, Any] = device("counter").get(f"/tickets/{ticket_id}").json
    return found


def journal(valkey: Valkey) -> dict[str, str]:
    """The latest entry of the site's journal."""
    latest: dict[str, str] = valkey.client.xrevrange(f"accueil:{{{SITE}}}:journal", count=1)[0][1]
    return latest
