"""A house that has a provider: Zoé works at one site of it, Rose is her manager, and people come from the provider."""

from __future__ import annotations

import re
from collections.abc import Callable

from flask import Flask
from pydantic import SecretStr
from sqlalchemy import delete, func, select, update
from werkzeug.test import TestResponse

from server.actions.house import House
from server.domain.people import COMMAND, Job
from server.domain.strangers import subject_of
from server.records.door_tables import PersonRow, StrangerRow
from server.staff.pairing.tries import prepare_tries
from tests.support.devices import SITE, Mediator
from tests.support.provider import Provider, Traveller

ZOE, ROSE, PASSWORD = "Zoé Martin", "Rose Petit", "un long mot de passe"


def with_provider(build: Callable[..., Flask], provider: Provider, **more: str) -> Flask:
    """An application of such a house."""
    settings = {"public_url": "http://localhost"} | provider.settings | more
    app = build(**settings | {"oidc_client_secret": SecretStr(settings["oidc_client_secret"])})
    house_of(app).people.add(ZOE, Job.MEDIATOR, PASSWORD, [SITE])
    house_of(app).people.add(ROSE, Job.MANAGER, PASSWORD, [SITE])
    return app


def unbound(app: Flask) -> Flask:
    """The same with nobody bound, nobody at the door, and no wrong code typed."""
    prepare_tries(app)
    with house_of(app).catalogue.store.session() as session:
        session.execute(update(PersonRow).values(subject=None, active=True))
        session.execute(delete(StrangerRow))
    return app


def house_of(app: Flask) -> House:
    """What an application works with."""
    house: House = app.extensions["accueil"]
    return house


def signed_in(app: Flask, name: str) -> Mediator:
    """Somebody who entered with their password."""
    person = Mediator(app)
    assert person.sign_in(name, PASSWORD).status_code == 302
    person.open("")
    return person


def id_of(app: Flask, name: str) -> int:
    """Somebody's id."""
    person = house_of(app).people.named(name)
    assert person is not None
    return person.id


def bind(app: Flask, provider: Provider, name: str, there: str) -> None:
    """Bind somebody to an account of the provider, as a command does."""
    house_of(app).subjects.link(id_of(app, name), subject_of(provider.issuer, there), COMMAND)


def code_on(page: str) -> str:
    """The code that a stranger reads."""
    found = re.search(r"<output data-code>([A-Z]{4}-[A-Z]{4})</output>", page)
    assert found, page
    return found[1]


def link(manager: Mediator, name: str, code: str) -> TestResponse:
    """Type a stranger's code on somebody's account."""
    path = f"/staff/provider/people/{id_of(manager.http.application, name)}/link"
    return manager.http.post(path, data={"csrf_token": manager.csrf, "code": code})


def is_in(traveller: Traveller) -> bool:
    """Whether this browser is past the door."""
    return "Où travaillez-vous" in traveller.http.get("/staff/").text


def strangers(app: Flask) -> int:
    """How many wait to be bound."""
    with house_of(app).catalogue.store.session() as session:
        return session.scalar(select(func.count(StrangerRow.subject))) or 0
