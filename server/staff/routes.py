"""The mediators' doors: sign in, choose a site, choose a counter."""

from __future__ import annotations

from typing import Any

from flask import Flask, current_app, redirect, render_template, request, url_for
from flask_limiter import Limiter
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from werkzeug.wrappers import Response

from server.access import Public, from_this_machine, house, site, who
from server.demo_person import DEMO_PERSON
from server.domain.people import Person
from server.staff import day, devices, gaps, language, printing, sheets, work
from server.staff.bar import bar
from server.staff.blueprint import staff
from server.staff.words import say
from server.told.words import SPOKEN, spoken

SIGN_IN_RATE = "10 per minute"
"""Refused sign-ins from one address: a whole centre may share it, and all come at nine."""

ROOMS = (work, sheets, day, devices, printing, gaps, language)
"""Their views hang on the blueprint as soon as they are imported."""


class SignedIn(UserMixin):
    """Flask-Login's view of a person."""

    def __init__(self, person: Person) -> None:
        self.id = str(person.id)
        self.person = person


def register(app: Flask, login: LoginManager, limiter: Limiter) -> None:
    """Hang the staff pages on the application."""
    login.user_loader(_load)
    app.register_blueprint(staff)
    limited: Any = limiter.limit(SIGN_IN_RATE, deduct_when=lambda answer: answer.status_code == 401)
    app.view_functions["staff.sign_in"] = limited(app.view_functions["staff.sign_in"])
    # Before the gate: a refusal, too, is told in the chosen language.
    app.before_request(language.speak_as_chosen)
    app.jinja_env.globals.update(say=say, bar=bar, spoken=spoken, languages_spoken=SPOKEN)


@staff.get("/")
@who(Public.ANYONE)
def front() -> str:
    """Sign in, or choose a site."""
    if current_user.is_authenticated:
        return render_template("sites.html", sites=house().catalogue.sites())
    return _sign_in_page()


@staff.post("/sign-in")
@who(Public.ANYONE)
def sign_in() -> str | tuple[str, int] | Response:
    """Sign in with name and password."""
    person = house().people.sign_in(request.form.get("name", "").strip(), request.form.get("password", ""))
    if person is None:
        return _sign_in_page(say("sign-in-refused")), 401
    login_user(SignedIn(person))
    return redirect(url_for("staff.front"))


@staff.post("/demo-sign-in")
@who(Public.DEMO)
def demo_sign_in() -> Response:
    """The demo's one button."""
    person = house().people.named(DEMO_PERSON)
    if person is not None:
        login_user(SignedIn(person))
    return redirect(url_for("staff.front"))


@staff.post("/sign-out")
@who(Public.ANYONE)
def sign_out() -> Response:
    """Close the session."""
    logout_user()
    return redirect(url_for("staff.front"))


@staff.get("/<site_id>")
@who(Public.STAFF)
def counters(site_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """Choose a counter."""
    return render_template("counters.html", site=site())


def _sign_in_page(notice: str | None = None) -> str:
    demo = current_app.config["DEMO"] and from_this_machine()
    return render_template("sign_in.html", demo=demo, notice=notice)


def _load(person_id: str) -> SignedIn | None:
    person = house().people.find(int(person_id)) if person_id.isdecimal() else None
    return None if person is None else SignedIn(person)
