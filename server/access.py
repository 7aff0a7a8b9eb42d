"""Who may call a route: each view says so, and one gate holds it.

A view without a `who` is refused when the application is built, so that no route is open by oversight.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from typing import Final, TypeVar, cast
from urllib.parse import urlsplit

from flask import Flask, abort, current_app, g, request
from flask_login import current_user

from server import grants
from server.actions.house import House
from server.domain.catalogue import Site
from server.domain.corner import CornerShutError
from server.domain.errors import ForeignSiteError, UnauthenticatedError, WrongRoleError
from server.domain.people import Device, Job, Person, Role
from server.domain.sign_in import PasswordDueError

READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})
FORWARDED: Final = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP")

View = TypeVar("View", bound=Callable[..., object])


class Public(StrEnum):
    """Callers that are not devices."""

    ANYONE = "anyone"
    STAFF = "staff"  # a person signed in at the desk, at one of their sites where the address names one
    DEMO = "demo"  # the demo, seen from its own machine


@dataclass(frozen=True, slots=True)
class Who:
    """Who may call a view: one kind of public, or devices of these roles.

    With both, the public is a person signed in at the desk, who may look at what these devices see.
    `corner`: those devices only while their staff corner is open.
    `job`: the least that a person's account must be for.
    `due`: also a person who has yet to choose their own password.
    """

    public: Public | None
    roles: frozenset[Role]
    corner: bool = False
    job: Job = Job.MEDIATOR
    due: bool = False


def who(*callers: Role | Public | Job, corner: bool = False, due: bool = False) -> Callable[[View], View]:
    """Declare who may call a view: `who(Role.KIOSK, Role.MANAGER)`, `who(Public.ANYONE)` or `who(Job.MANAGER)`.

    A job lets in people whose account is for that or more; `Public.STAFF` is `Job.MEDIATOR`.

    `who(Role.DISPLAY, Public.STAFF)`: devices, and people signed in at the desk; only for what is read, since a session
    alone proves no will to change anything. Raises LookupError for another mixture.
    With `corner` a device must show, beside its token, that somebody has typed the staff's PIN on it.
    With `due` a person is let in who has yet to choose their own password.
    """
    job = next((caller for caller in callers if isinstance(caller, Job)), None)
    public = next((caller for caller in callers if isinstance(caller, Public)), Public.STAFF if job else None)
    roles = frozenset(caller for caller in callers if isinstance(caller, Role))
    if roles and public not in {None, Public.STAFF}:
        raise LookupError(f"Devices and “{public}” cannot share a view")
    if job and public is not Public.STAFF:
        raise LookupError(f"“{job}” and “{public}” cannot share a view")

    def declare(view: View) -> View:
        view.who = Who(public, roles, corner, job or Job.MEDIATOR, due)  # type: ignore[attr-defined]
        return view

    return declare


def house() -> House:
    """The house of the application that answers now; a counter's desk works with the queue as it may change it."""
    return cast("House", g.get("house") or current_app.extensions["accueil"])


def site() -> Site:
    """The site this request is about, checked by the gate."""
    return cast("Site", g.site)


def device() -> Device:
    """The device that calls, checked by the gate."""
    return cast("Device", g.device)


def person() -> Person:
    """The person who is signed in, checked by the gate."""
    return cast("Person", current_user.person)


def from_this_machine() -> bool:
    """Whether the request comes straight from the loopback and names it.

    The world does not get in through a proxy on this machine: proxies say for whom they ask.
    """
    if any(name in request.headers for name in FORWARDED):
        return False
    name = urlsplit(f"//{request.host}").hostname or ""
    return _loopback(request.remote_addr or "") and (name == "localhost" or _loopback(name))


def from_our_page() -> bool:
    """Whether no page of another origin asks.

    For scripts only: our own forms send the Origin "null", because the pages' referrer policy says so; those carry a
    CSRF token.
    """
    own = request.host_url.rstrip("/")
    return request.headers.get("Origin", own) == own


def admit(app: Flask) -> None:
    """Put the gate before every view.

    Raises LookupError for a view that does not say who may call it, and for one that a session would open to changes.
    """
    rules = list(app.url_map.iter_rules())
    undeclared = [rule.rule for rule in rules if who_of(app, rule.endpoint) is None]
    if undeclared:
        raise LookupError(f"These routes do not say who may call them: {', '.join(sorted(undeclared))}")
    changing = [rule.rule for rule in rules if _shared(app, rule.endpoint) and not (rule.methods or set()) <= READING]
    if changing:
        raise LookupError(f"Staff may only read where devices are: {', '.join(sorted(changing))}")
    app.before_request(_gate)


def who_of(app: Flask, endpoint: str) -> Who | None:
    """What a view declared."""
    return getattr(app.view_functions[endpoint], "who", None)


def _shared(app: Flask, endpoint: str) -> bool:
    allowed = who_of(app, endpoint)
    return allowed is not None and allowed.public is Public.STAFF and bool(allowed.roles)


def _gate() -> None:
    if request.endpoint is None:
        return
    allowed = cast("Who", who_of(current_app, request.endpoint))
    if allowed.public is Public.ANYONE:
        return
    if allowed.public is Public.DEMO:
        if not (current_app.config["DEMO"] and from_this_machine()):
            abort(404)
    elif allowed.public is Public.STAFF and (not allowed.roles or _looks_from_the_desk()):
        _staff_gate(allowed)
    else:
        _device_gate(allowed.roles)
        if allowed.corner:
            _corner_gate()


def _staff_gate(allowed: Who) -> None:
    if not current_user.is_authenticated:
        raise UnauthenticatedError("Identifiez-vous pour continuer.")
    if person().must_change and not allowed.due:
        raise PasswordDueError("Choisissez d’abord votre mot de passe.")
    if not person().job.covers(allowed.job):
        raise WrongRoleError("Votre compte ne permet pas de faire cela. Demandez à votre responsable.")
    _named_site()
    if "site" in g and not person().works_at(g.site.id):
        raise ForeignSiteError("Ce site n’est pas un des vôtres. Demandez à votre responsable.")


def _looks_from_the_desk() -> bool:
    """Whether a person asks: whoever shows a token is the device that it names, also with a session beside it."""
    return "Authorization" not in request.headers and bool(current_user.is_authenticated)


def _device_gate(roles: frozenset[Role]) -> None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    found = house().devices.recognise(token.strip()) if scheme.lower() == "bearer" and token else None
    if found is None:
        raise UnauthenticatedError("Il faut le jeton d’un appareil du site : « Authorization: Bearer … ».")
    g.device = found
    _named_site()
    if "site" not in g:
        g.site = house().catalogue.site(found.site)
    if g.site.id != found.site:
        raise ForeignSiteError("Ce jeton est celui d’un autre site. Il faut un jeton de ce site-ci.")
    if found.role not in roles:
        raise WrongRoleError(f"Un appareil « {found.role} » n’a pas le droit de faire cela.")


def _corner_gate() -> None:
    shown, pin = request.headers.get(grants.HEADER, ""), house().pins.find(site().id)
    if pin is None or not grants.holds(str(current_app.secret_key), shown, device(), pin):
        raise CornerShutError("Tapez de nouveau le code du personnel.")


def _named_site() -> None:
    site_id = (request.view_args or {}).get("site_id")
    if site_id is not None:
        g.site = house().catalogue.site(site_id)


def _loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
