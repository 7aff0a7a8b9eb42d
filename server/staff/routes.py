"""The staff pages, ready for create_app: every room's views, and what all of their templates can say."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, redirect, request, url_for
from flask_limiter import Limiter
from flask_login import LoginManager
from werkzeug.wrappers import Response as BaseResponse

from server.domain.sign_in import PasswordDueError
from server.limits import SIGN_INS, WAYS_TO_THE_PROVIDER
from server.problems import refusal_problem
from server.staff import day, devices, gaps, language, printing, sheets, work
from server.staff.bar import bar
from server.staff.blueprint import staff
from server.staff.door import password, views
from server.staff.door.signed_in import load
from server.staff.door.way import gone_to, to_the_door
from server.staff.pairing import known, pair
from server.staff.pairing.blueprint import pairing
from server.staff.people.routes import people
from server.staff.provider.routes import doorway
from server.staff.seats import views as seat_views
from server.staff.seats.guard import hold_the_counter
from server.staff.settings.views import settings
from server.staff.trail.routes import trail
from server.staff.visits.routes import visits
from server.staff.words import say
from server.told.words import SPOKEN, spoken

REFUSED = frozenset({401, 429})

ROOMS = (views, password, seat_views, work, sheets, day, devices, printing, gaps, language, pair, known)
"""Their views hang on the blueprint as soon as they are imported."""
WINGS = (pairing, people, doorway, trail, visits, settings)
"""Rooms with an address and templates of their own, beneath the staff's."""

for wing in WINGS:
    staff.register_blueprint(wing)


def register(app: Flask, login: LoginManager, limiter: Limiter) -> None:
    """Hang the staff pages on the application."""
    login.user_loader(load)
    app.register_blueprint(staff)
    app.register_error_handler(PasswordDueError, _to_password)
    limited: Any = limiter.limit(SIGN_INS, deduct_when=lambda answer: answer.status_code in REFUSED)
    for endpoint in ("staff.sign_in", "staff.provider.back"):
        app.view_functions[endpoint] = limited(app.view_functions[endpoint])
    ways: Any = limiter.limit(WAYS_TO_THE_PROVIDER)
    app.view_functions["staff.provider.enter"] = ways(app.view_functions["staff.provider.enter"])
    # Before the gate: a refusal, too, is told in the chosen language.
    app.before_request(language.speak_as_chosen)
    app.before_request(to_the_door)
    app.before_request(hold_the_counter)
    app.jinja_env.globals.update(say=say, bar=bar, spoken=spoken, languages_spoken=SPOKEN)


def _to_password(refusal: PasswordDueError) -> BaseResponse | Response:
    """Whoever has yet to choose a password is led to where that is done, and then to what they asked for."""
    if request.path.startswith("/staff"):
        return redirect(url_for("staff.password", next=gone_to()))
    return refusal_problem(refusal)
