"""A manager at the settings' forms: every field is sent as the page shows it, changed where the test says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from flask import Flask
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from server.domain.people import Job
from tests.support.devices import SITE, Mediator

PASSWORD = "un long mot de passe"


class _Fields(HTMLParser):
    """The fields of a page's settings form, as a browser would send them."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: list[tuple[str, str]] = []
        self.inside = False
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = "data-settings" in at or at.get("action") == "/staff/sites/new"
        if not self.inside:
            return
        if tag == "select":
            self.select = at["name"]
        elif tag == "option" and "selected" in at:
            self.fields.append((self.select, at["value"]))
        elif tag == "input" and "name" in at and (at.get("type") not in {"checkbox", "radio"} or "checked" in at):
            self.fields.append((at["name"], at.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "form"


def fields_of(page: str) -> MultiDict[str, str]:
    """What a browser would send of the page's form, without any button."""
    parser = _Fields()
    parser.feed(page)
    return MultiDict(parser.fields)


@dataclass
class Form:
    """One form of the settings, as somebody has it open."""

    person: Mediator
    address: str
    page: str = ""
    answer: TestResponse = field(init=False)

    def __post_init__(self) -> None:
        self.answer = self.person.http.get(self.address)
        self.page = self.answer.text

    @property
    def fields(self) -> MultiDict[str, str]:
        """What it holds now."""
        return fields_of(self.page)

    @property
    def typed(self) -> MultiDict[str, str]:
        """What it holds now, but for the token that each page has anew."""
        fields = self.fields
        fields.poplist("csrf_token")
        return fields

    def rows(self, name: str) -> list[str]:
        """The keys of a list's rows, in their order."""
        return self.fields.getlist(name)

    def press(self, act: str, typed: dict[str, Any] | None = None) -> TestResponse:
        """Press a button, with something typed before. What is typed as None is not sent, as an empty tick is."""
        fields = self.fields
        for name, value in (typed or {}).items():
            fields.setlist(name, [] if value is None else value if isinstance(value, list) else [value])
        fields["act"] = act
        self.answer = self.person.http.post(self.address, data=fields, content_type="multipart/form-data")
        self.page = self.answer.text
        return self.answer

    def publish(self, typed: dict[str, Any] | None = None) -> TestResponse:
        """Publish, with something typed before, and see it done."""
        answer = self.press("publish", typed)
        assert answer.status_code == 303, self.faults or answer.text
        return answer

    @property
    def faults(self) -> dict[str, str]:
        """What is wrong, by the field beneath which it stands."""
        found = re.findall(r'<p class="fault" id="fault-([^"]+)">.*?<span>(.*?)</span></p>', self.page, re.DOTALL)
        return dict(found)


def someone(app: Flask, job: Job, sites: list[str] | None = None, name: str = "") -> Mediator:
    """Somebody with this job, signed in; at the first site unless told."""
    people = app.extensions["accueil"].people
    called = name or f"{job} {','.join(sites or [SITE])}"
    if people.named(called) is None:
        people.add(called, job, PASSWORD, sites or [SITE])
    person = Mediator(app)
    person.sign_in(called, PASSWORD)
    return person


def settings(person: Mediator, room: str, site: str = SITE) -> Form:
    """A form, opened."""
    return Form(person, f"/staff/{site}/settings/{room}")
