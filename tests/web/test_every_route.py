"""Every route × everybody who might call it: who gets in, and what the others are told.

The table is tests/support/who_may.py: a new route needs its line there, or this file fails. In place of each view
stands one that says "let in", so that the gate alone is asked; that a view refuses what only it can know (a person of
another site, a move that no kiosk makes) is told in the tests of that view.
"""

from __future__ import annotations

from functools import wraps

import pytest

from tests.support.callers import everybody
from tests.support.devices import SITE
from tests.support.who_may import LET_IN, MAY, rules, told


@pytest.fixture(scope="module")
def gate(build):
    """An application behind whose gate every view says that it was reached."""
    app = build()
    known = everybody(app)  # they sign in while the doors still lead somewhere
    app.config["WTF_CSRF_ENABLED"] = False  # it stands behind the gate, and has a test of its own
    for endpoint, view in app.view_functions.items():
        app.view_functions[endpoint] = wraps(view)(lambda **_: ("let in", LET_IN))
    return app, known


def path_to(app, rule):
    """An address of this route, at the first site where it names one."""
    choices = {"room": "kiosk", "kind": "png", "phone": "A" * 22, "printer": "bureau", "site_id": SITE}
    given = {name: choices.get(name, 1) for name in rule.arguments}
    return app.url_map.bind("localhost").build(rule.endpoint, given, method=next(iter(rule.methods)))


def test_every_route_has_its_line_in_the_table_and_every_line_its_route(gate):
    app, _ = gate
    assert set(rules(app)) == set(MAY)


@pytest.mark.parametrize(("method", "route"), MAY)
def test_those_get_in_who_may_and_the_others_are_told_why(gate, method, route):
    app, known = gate
    path = path_to(app, rules(app)[method, route])
    assert len(known) == 18
    for caller in known:
        status, code = told(MAY[method, route], caller, route)
        answer = caller.ask(method, path)
        seen = answer.json["code"] if code and answer.is_json else code
        assert (answer.status_code, seen) == (status, code), f"{caller.name}: {answer.status_code} {answer.text}"


def test_a_route_of_a_site_that_does_not_exist_is_nobodys(gate):
    app, known = gate
    for (method, route), rule in rules(app).items():
        if "<site_id>" in route and "anyone" not in MAY[method, route]:
            path = path_to(app, rule).replace(SITE, "nulle-part")
            assert LET_IN not in {caller.ask(method, path).status_code for caller in known}, path
