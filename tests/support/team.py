"""People of several jobs and sites, each at a browser of their own."""

from __future__ import annotations

import re
from html import unescape

from flask import Flask
from werkzeug.test import TestResponse

from server.actions.house import House
from server.domain.people import Job, Person
from tests.support.devices import Mediator

PASSWORD = "un long mot de passe"
HERE, THERE, ELSEWHERE = "etats-unis", "site-2", "site-3"


class Colleague(Mediator):
    """Somebody at a browser, and their account."""

    def __init__(self, app: Flask, person: Person) -> None:
        super().__init__(app)
        self.person = person

    @property
    def at(self) -> str:
        """The address of their account."""
        return f"people/{self.person.id}"

    def post(self, path: str, **fields: str | list[str]) -> TestResponse:
        """Send a form of the page that they see."""
        return self.http.post(f"/staff/{path}", data={"csrf_token": self.csrf, **fields})

    def enter(self, password: str = PASSWORD) -> TestResponse:
        """Come to the door, sign in, and see what is behind it."""
        self.open("")
        answer = self.sign_in(self.person.name, password)
        if answer.status_code == 302:
            self.page = self.http.get("/staff/", follow_redirects=True).text
        return answer

    @property
    def is_in(self) -> bool:
        """Whether this browser is let in to the first of their sites."""
        return self.http.get("/staff/password").status_code == 200


def joined(app: Flask, house: House, name: str, job: Job, *sites: str, password: str = PASSWORD) -> Colleague:
    """Somebody new, signed in."""
    colleague = Colleague(app, house.people.add(name, job, password, sites))
    assert colleague.enter(password).status_code == 302
    return colleague


def words(answer: TestResponse) -> str:
    """What an answer's page says, without tags, one blank between words."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.text)))


def given_password(answer: TestResponse) -> str:
    """The password that a page shows once."""
    found = re.search(r"data-password>([^<]+)<", answer.text)
    assert found, answer.text
    return found[1]
