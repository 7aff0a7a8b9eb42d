"""Kiosk, display and phone pages: plain HTML served as it is. They learn everything else over the API."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from flask import Blueprint, Response, current_app, redirect, render_template, url_for
from werkzeug.wrappers import Response as BaseResponse

from server.access import Public, from_this_machine, house, who
from server.builds import DISPLAY
from server.pages.follow_code import codes
from server.pages.kiosk_files import KIOSK, kiosk_files
from server.pages.packed import prepare_packing, sent_packed
from server.pages.phone_worker import phone_worker

pages = Blueprint("pages", __name__, template_folder="templates")
pages.register_blueprint(codes)
pages.register_blueprint(kiosk_files)
pages.register_blueprint(phone_worker)
pages.record_once(prepare_packing)

SERVER: Final = Path(__file__).parent.parent
ROOMS: Final = {
    "kiosk": KIOSK,
    "display": SERVER.parent / "display",
    "staff": SERVER / "staff" / "static",
}
"""Where each room's own files lie; the same beside the server package in a checkout and in an installation."""
NO_BUILD: Final = b'<meta name="build" content="">'
BUILD: Final = NO_BUILD.replace(b'""', f'"{DISPLAY}"'.encode())
"""The screen's page says which build it is, and compares with what each board says of the server's."""


@pages.get("/")
@who(Public.ANYONE)
def welcome() -> str | BaseResponse:
    """The demo's list of pages; elsewhere the desk is the front door."""
    if current_app.config["DEMO"] and from_this_machine():
        return render_template("welcome.html", sites=house().catalogue.sites())
    return redirect(url_for("staff.front"))


@pages.get("/kiosk/<site_id>")
@who(Public.ANYONE)
def kiosk(site_id: str) -> Response:
    """The kiosk of a site."""
    house().catalogue.site(site_id)
    return _document(ROOMS["kiosk"], "index.html")


@pages.get("/display/<site_id>")
@who(Public.ANYONE)
def display(site_id: str) -> Response:
    """The waiting-room screen of a site."""
    house().catalogue.site(site_id)
    return sent_packed(ROOMS["display"], "room/index.html", "text/html", replaced={NO_BUILD: BUILD})


@pages.get("/display/<site_id>/<screen_id>")
@who(Public.ANYONE)
def screen(site_id: str, screen_id: str) -> Response:  # noqa: ARG001 - the page asks for its screen's board itself
    """One screen of a site. One that nobody knows shows all of the site, and says so at the desk."""
    return display(site_id)


@pages.get("/t/<secret>")
@who(Public.ANYONE)
def phone(secret: str) -> Response:  # noqa: ARG001 - the page asks the API, so that the link is judged in one place
    """The page behind a ticket's QR code."""
    return _document(ROOMS["display"], "phone/index.html")


@pages.get("/look/<path:name>")
@who(Public.ANYONE)
def look(name: str) -> Response:
    """Design tokens, fonts, pictograms and the browser's libraries: shared by all pages."""
    return _file(SERVER / "look", name)


@pages.get("/assets/<any(kiosk, display, staff):room>/<path:name>")
@who(Public.ANYONE)
def asset(room: str, name: str) -> Response:
    """A room's own modules, styles and words."""
    return _file(ROOMS[room], name)


@pages.get("/favicon.ico")
@who(Public.ANYONE)
def favicon() -> Response:
    """The browser asks for it by itself."""
    return _file(SERVER / "look", "favicon.svg")


def _document(folder: Path, name: str) -> Response:
    return sent_packed(folder, name, "text/html")


def _file(folder: Path, name: str) -> Response:
    return sent_packed(folder, name, "text/plain; charset=utf-8" if name.endswith(".ftl") else None)
