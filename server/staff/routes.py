"""The mediators' addresses: sign in, choose a counter, work."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Flask, abort, current_app, redirect, render_template, request, url_for
from flask_limiter import Limiter
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from werkzeug.wrappers import Response

from server.access import Public, from_this_machine, house, site, who
from server.actions import counter as counter_actions
from server.actions.counter import Acting
from server.demo_person import DEMO_PERSON
from server.domain.errors import QueueEmptyError, RefusalError
from server.domain.people import Person
from server.queues.board import read_queue
from server.staff.desk import Desk
from server.staff.words import say

staff = Blueprint("staff", __name__, url_prefix="/staff", template_folder="templates")

SIGN_IN_RATE = "10 per minute"
"""Refused sign-ins from one address: a whole centre may share it, and all come at nine."""

REQUEST_ID_AT_MOST = 128


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
    app.jinja_env.globals["say"] = say


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


@staff.get("/<site_id>/<counter_id>")
@who(Public.STAFF)
def desk(site_id: str, counter_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """The desk of a counter."""
    return render_template("desk.html", desk=_desk(counter_id))


@staff.get("/<site_id>/<counter_id>/now")
@who(Public.STAFF)
def now(site_id: str, counter_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """The desk's changing part."""
    return render_template("_now.html", desk=_desk(counter_id))


@staff.post("/<site_id>/<counter_id>/call")
@who(Public.STAFF)
def call(site_id: str, counter_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """Call the next person, or a chosen ticket."""
    try:
        counter_actions.call(
            house(), site(), _acting(counter_id), counter_id, _request_id(), request.form.get("ticket")
        )
    except QueueEmptyError:
        return render_template("_now.html", desk=_desk(counter_id, say("nobody")))
    except RefusalError as refusal:
        return render_template("_now.html", desk=_desk(counter_id, refusal.detail))
    return render_template("_now.html", desk=_desk(counter_id))


@staff.post("/<site_id>/<counter_id>/tickets/<ticket_id>/<verb>")
@who(Public.STAFF)
def move(site_id: str, counter_id: str, ticket_id: str, verb: str) -> str:  # noqa: ARG001 - the gate has read it
    """Recall, serve, absent, complete."""
    notice = None
    try:
        counter_actions.move(house(), site(), _acting(counter_id), ticket_id, verb, _request_id())
    except RefusalError as refusal:
        notice = refusal.detail
    return render_template("_now.html", desk=_desk(counter_id, notice))


def _desk(counter_id: str, notice: str | None = None) -> Desk:
    return Desk.of(site(), site().counter(counter_id), read_queue(house().queue, site()), notice)


def _acting(counter_id: str) -> Acting:
    """The counter of this desk, and who sits there."""
    return Acting(counter_id, current_user.id)


def _request_id() -> str:
    """The button's own request_id: a second click on the same button is a repeat, not a second call."""
    request_id = request.form.get("request_id", "")
    if not 0 < len(request_id) <= REQUEST_ID_AT_MOST:
        abort(400)
    return request_id


def _sign_in_page(notice: str | None = None) -> str:
    demo = current_app.config["DEMO"] and from_this_machine()
    return render_template("sign_in.html", demo=demo, notice=notice)


def _load(person_id: str) -> SignedIn | None:
    person = house().people.find(int(person_id)) if person_id.isdecimal() else None
    return None if person is None else SignedIn(person)
