"""Who may call which route: a table written by hand, and what it means for everybody.

From what a person may do, and not from what the code says: a new route needs its line, or tests fail.
"""

from __future__ import annotations

import re
from typing import Final

from flask import Flask
from werkzeug.routing import Rule

from tests.support.callers import JOBS, Caller

TABLE: Final = """
GET    /                                                          anyone
GET    /favicon.ico                                               anyone
GET    /healthz                                                   anyone
GET    /readyz                                                    anyone
GET    /metrics                                                   anyone
GET    /look/<name>                                               anyone
GET    /assets/<room>/<name>                                      anyone
GET    /kiosk/<site_id>                                           anyone
GET    /kiosk-files.js                                            anyone
GET    /kiosk-worker.js                                           anyone
GET    /phone-worker.js                                           anyone
GET    /display/<site_id>                                         anyone
GET    /display/<site_id>/<screen_id>                             anyone
GET    /t/<secret>                                                anyone
GET    /t/<secret>/code.svg                                       anyone
GET    /preview/                                                  demo
GET    /preview/<name>.<kind>                                     demo

GET    /api/v1/openapi.json                                       anyone
POST   /api/v1/demo/tokens                                        demo
GET    /api/v1/push                                               anyone
GET    /api/v1/follow/<secret>                                    anyone
POST   /api/v1/follow/<secret>/moves                              anyone
PUT    /api/v1/follow/<secret>/push/<phone>                       anyone
DELETE /api/v1/follow/<secret>/push/<phone>                       anyone
POST   /api/v1/pairings                                           anyone
POST   /api/v1/pairings/claim                                     anyone
GET    /api/v1/printers/jobs                                      printer
PUT    /api/v1/printers/jobs/<job_id>                             printer
PUT    /api/v1/printers/<printer>                                 printer
GET    /api/v1/sites/<site_id>                                    kiosk display printer counter manager-device mediator
GET    /api/v1/sites/<site_id>/board                              kiosk display counter manager-device mediator
GET    /api/v1/sites/<site_id>/calls                              kiosk display counter manager-device mediator
GET    /api/v1/sites/<site_id>/news                               kiosk
GET    /api/v1/sites/<site_id>/speech                             kiosk display manager-device
PUT    /api/v1/sites/<site_id>/devices/self                       kiosk display
GET    /api/v1/sites/<site_id>/queue                              counter manager-device
GET    /api/v1/sites/<site_id>/mediators                          counter manager-device
PUT    /api/v1/sites/<site_id>/issuing                            counter manager-device
PUT    /api/v1/sites/<site_id>/counters/<counter_id>              counter manager-device
POST   /api/v1/sites/<site_id>/counters/<counter_id>/calls        counter manager-device
POST   /api/v1/sites/<site_id>/tickets                            kiosk counter manager-device
GET    /api/v1/sites/<site_id>/tickets/<ticket_id>                kiosk counter manager-device
POST   /api/v1/sites/<site_id>/tickets/<ticket_id>/moves          kiosk counter manager-device
POST   /api/v1/sites/<site_id>/tickets/<ticket_id>/prints         counter manager-device
POST   /api/v1/sites/<site_id>/printers/<printer>/tests           counter manager-device
POST   /api/v1/sites/<site_id>/corner                             kiosk
GET    /api/v1/sites/<site_id>/corner                             corner
PUT    /api/v1/sites/<site_id>/corner/issuing                     corner
POST   /api/v1/sites/<site_id>/corner/test-print                  corner
GET    /api/v1/sites/<site_id>/corner/test-print/<job_id>         corner

GET    /staff/                                                    anyone
POST   /staff/sign-in                                             anyone
POST   /staff/sign-out                                            anyone
POST   /staff/language                                            anyone
POST   /staff/demo-sign-in                                        demo
GET    /staff/provider                                            anyone
GET    /staff/provider/back                                       anyone
GET    /staff/password                                            mediator newcomer
POST   /staff/password                                            mediator newcomer
GET    /staff/<site_id>                                           mediator
GET    /staff/<site_id>/<counter_id>                              mediator
GET    /staff/<site_id>/<counter_id>/keys                         mediator
GET    /staff/<site_id>/<counter_id>/pause                        mediator
POST   /staff/<site_id>/<counter_id>/seat                         mediator
POST   /staff/<site_id>/<counter_id>/leave                        mediator
GET    /staff/<site_id>/<counter_id>/now                          mediator
POST   /staff/<site_id>/<counter_id>/call                         mediator
POST   /staff/<site_id>/<counter_id>/counter                      mediator
POST   /staff/<site_id>/<counter_id>/issuing                      mediator
GET    /staff/<site_id>/<counter_id>/needs                        mediator
POST   /staff/<site_id>/<counter_id>/needs                        mediator
GET    /staff/<site_id>/<counter_id>/stop                         mediator
POST   /staff/<site_id>/<counter_id>/printers/<printer>/tests     mediator
GET    /staff/<site_id>/<counter_id>/tickets/new                  mediator
POST   /staff/<site_id>/<counter_id>/tickets                      mediator
GET    /staff/<site_id>/<counter_id>/tickets/<ticket_id>          mediator
POST   /staff/<site_id>/<counter_id>/tickets/<ticket_id>/<verb>   mediator
POST   /staff/<site_id>/<counter_id>/tickets/<ticket_id>/prints   mediator
GET    /staff/<site_id>/<counter_id>/tickets/<ticket_id>/transfer mediator
GET    /staff/<site_id>/<counter_id>/tickets/<ticket_id>/visit    mediator
POST   /staff/<site_id>/<counter_id>/tickets/<ticket_id>/visit    mediator
GET    /staff/<site_id>/gaps                                      mediator
GET    /staff/<site_id>/passes                                    manager
POST   /staff/<site_id>/passes                                    manager
GET    /staff/<site_id>/devices                                   mediator
GET    /staff/<site_id>/devices/now                               mediator
POST   /staff/<site_id>/devices/<device_id>/forgotten             mediator
GET    /staff/<site_id>/devices/<number>                          manager
POST   /staff/<site_id>/devices/<number>/name                     manager
POST   /staff/<site_id>/devices/<number>/reload                   manager
POST   /staff/<site_id>/devices/<number>/revoked                  manager
GET    /staff/<site_id>/settings                                  manager
GET    /staff/<site_id>/settings/<room_name>                      manager
POST   /staff/<site_id>/settings/<room_name>                      manager
GET    /staff/<site_id>/settings/kiosk                            manager
GET    /staff/catalogue                                           manager
POST   /staff/catalogue                                           manager
GET    /staff/catalogue/accueil.toml                              manager
GET    /staff/devices                                             mediator
GET    /staff/devices/pair                                        manager
POST   /staff/devices/pair                                        manager
POST   /staff/devices/paired                                      manager
GET    /staff/people                                              manager
GET    /staff/people/new                                          manager
POST   /staff/people/new                                          manager
GET    /staff/people/<person_id>                                  manager
POST   /staff/people/<person_id>                                  manager
POST   /staff/people/<person_id>/leave                            manager
POST   /staff/people/<person_id>/return                           manager
POST   /staff/people/<person_id>/password                         manager
POST   /staff/provider/people/<person_id>/link                    manager
POST   /staff/provider/people/<person_id>/unlink                  manager
GET    /staff/sites/new                                           admin
POST   /staff/sites/new                                           admin
GET    /staff/trail                                               manager
"""
"""Method, route without its converters, and who may. A job stands for those above it, too. `newcomer`: also before they
chose a password. `demo` is nobody here: this application is none. A site in the route: only those of that site may.
"""
MAY: Final = {
    (method, route): frozenset(callers.split())
    for method, route, callers in (line.split(maxsplit=2) for line in TABLE.splitlines() if line)
}
LET_IN: Final = 299


def rules(app: Flask) -> dict[tuple[str, str], Rule]:
    """By method, and by route as the table writes it: without converters."""
    return {
        (method, re.sub(r"<[^<>]*:(\w+)>", r"<\1>", rule.rule)): rule
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


def told(may: frozenset[str], caller: Caller, route: str) -> tuple[int, str | None]:
    """The status, and of a device the code, with which somebody is answered."""
    if "anyone" in may:
        return LET_IN, None
    if "demo" in may:
        return 404, None
    return (told_to_device if caller.token else told_to_person)(may, caller, route)


def told_to_person(may: frozenset[str], caller: Caller, route: str) -> tuple[int, str | None]:
    people = [job for job in JOBS if job in may]
    if not (people and caller.signed_in):
        return 401, None
    if caller.newcomer and "newcomer" not in may:
        return (302, None) if route.startswith("/staff") else (403, "password_due")
    if JOBS.index(caller.kind) < JOBS.index(people[0]):
        return 403, "wrong_role"
    if caller.elsewhere and "<site_id>" in route:
        return 403, "foreign_site"
    return LET_IN, None


def told_to_device(may: frozenset[str], caller: Caller, route: str) -> tuple[int, str | None]:
    devices = may - {*JOBS, "newcomer"}
    if not devices:
        return 401, None
    if caller.elsewhere and "<site_id>" in route:
        return 403, "foreign_site"
    kinds = {"kiosk", "corner"} if caller.kind == "corner" else {caller.kind}
    if kinds & devices:
        return LET_IN, None
    return (403, "corner_shut") if caller.kind == "kiosk" and "corner" in devices else (403, "wrong_role")
