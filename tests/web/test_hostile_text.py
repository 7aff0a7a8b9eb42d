"""Whatever is typed into any field of any form is text: kept, shown as it is, and never obeyed."""

from __future__ import annotations

import html
import re
import tomllib

import pytest
from sqlalchemy import inspect

from tests.support.callers import everybody
from tests.support.devices import SITE
from tests.support.pages import read_page, walk
from tests.web.conftest import house_of

MARK = "zq7"
SHORT = MARK + "<i x=1>'\"{$x}{-b}"
"""Twenty signs: HTML, the end of an attribute, two placeables of Fluent, the end of a text of SQL or TOML."""
LONG = {
    "html": MARK + '"><script src=//evil.example/x.js></script><img src=x onerror=alert(1)>',
    "fluent": MARK + "{ $name } { -brand } { NUMBER(1) }\nother = { $x }",
    "others": MARK
    + "'); DROP TABLE people; -- {{ config.SECRET_KEY }}/../../etc/passwd%00\n\"\"\"\n[[sites]]\nid = 'evil'",
    "head": MARK + "\r\nSet-Cookie: accueil=evil\r\nX-Odd: 1\r\n\r\n<html>",
    "unicode": MARK + "\u202eabc\u2066مرحبا\u0000\u001b@\ufeff🙂e\u0301\u0301\u0301",
    "huge": MARK + "é" * 5_000,
}
UNSAFE = re.compile(r"<i x=1|<script src=//|<img src=x|onerror=alert\(1\)>")


@pytest.fixture(scope="module")
def house_at_work(build, valkey):
    """An application with people waiting and one called, and an admin at counter 1."""
    valkey.client.flushall()
    app = build()
    known = {caller.name: caller for caller in everybody(app)}
    for name in "abcd":
        wish = {"need": "papiers", "language": "fr", "request_id": name}
        known["kiosk"].ask("POST", f"/api/v1/sites/{SITE}/tickets", json=wish)
    known["counter"].ask("POST", f"/api/v1/sites/{SITE}/counters/1/calls", json={"request_id": "call"})
    return app, known["admin"].http


STARTS = ("/staff/", f"/staff/{SITE}/1", f"/staff/{SITE}/1/stop", f"/staff/{SITE}/1/tickets/000000000001/visit",
          f"/staff/{SITE}/1/tickets/000000000001/transfer", "/staff/password", "/staff/provider")  # fmt: skip


def forms(browser):
    """Each form in which something can be typed freely, once."""
    found = {}
    for path, answer in walk(browser, STARTS).items():
        if answer.mimetype == "text/html":
            for form in read_page(path, answer).forms:
                if form.free and form.sends == "post" and "sign" not in form.address:
                    found.setdefault((form.address, tuple(form.free)), (path, form))
    return list(found.values())


def as_it_is_now(browser, path, form):
    """The form as its page shows it now: what was published before is in it. None where it is not there any more."""
    found = read_page(path, browser.get(path)).forms
    return next((each for each in found if each.address == form.address and each.free == form.free), None)


def one_of_each(names):
    """Of the many alike, one: what counts is a list's field, not of which row or in which language."""
    return {re.sub(r"^(\w+)\.[^.]+\.(\w+)(\..*)?$", r"\1.\2", name): name for name in names}.values()


def send(browser, form, typed):
    """Press the form's own button, with this typed over what it held. The token of its page comes along."""
    fields = {name: value for name, value in form.fields if name not in typed} | typed
    fields |= {"act": "publish"} if ("act", "publish") in form.buttons else {}
    answer = browser.post(form.address, data=fields)
    assert answer.status_code < 500, f"{form.address} {typed}: {answer.status_code}"
    assert "X-Odd" not in answer.headers, form.address
    assert all("evil" not in cookie for cookie in answer.headers.getlist("Set-Cookie")), form.address
    assert not UNSAFE.search(answer.text), f"{form.address} {typed}: {UNSAFE.search(answer.text)}"
    return answer


def test_hostile_text_in_every_field_at_once_is_never_obeyed(house_at_work):
    app, browser = house_at_work
    tables = set(inspect(house_of(app).catalogue.store.engine).get_table_names())
    found = forms(browser)
    assert len(found) >= 12, [form.address for _, form in found]
    for path, form in found:
        for text in LONG.values():
            now = as_it_is_now(browser, path, form)
            if now is not None:
                send(browser, now, dict.fromkeys(now.free, text))
    assert set(inspect(house_of(app).catalogue.store.engine).get_table_names()) == tables
    sites = {site.id for site in house_of(app).catalogue.sites()}
    assert sites >= {f"site-{n}" for n in range(2, 8)} | {SITE, "unite-mobile"}
    assert "evil" not in sites


def test_hostile_text_in_each_field_is_kept_as_it_is_and_shown_as_text_wherever_it_comes(house_at_work):
    _, browser = house_at_work
    taken = 0
    for path, form in forms(browser):
        for name in one_of_each(form.free):
            now = as_it_is_now(browser, path, form)
            if now is not None and "password" not in form.address:
                taken += send(browser, now, {name: SHORT}).status_code in {200, 204, 302, 303}
    assert taken > 25
    found = walk(browser, STARTS)
    seen = {path: each.text for path, each in found.items() if MARK in each.text and each.mimetype == "text/html"}
    assert len(seen) > 8, sorted(seen)
    assert [path for path, text in seen.items() if UNSAFE.search(text)] == []
    whole = [path for path, text in seen.items() if SHORT in html.unescape(text)]
    assert len(whole) > 5, sorted(seen)


def test_what_is_taken_away_as_toml_holds_it_as_text(house_at_work):
    _, browser = house_at_work
    answer = browser.get("/staff/catalogue/accueil.toml")
    assert answer.status_code == 200
    assert answer.mimetype != "text/html"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    kept = tomllib.loads(answer.text)
    assert SHORT in str(kept).replace("\\'", "'")
    assert "evil" not in {site["id"] for site in kept["sites"]}


@pytest.mark.parametrize("kind", ["board", "", "queue", "mediators"])
def test_what_screens_and_kiosks_are_told_of_it_is_json_and_nothing_else(house_at_work, kind):
    app, _ = house_at_work
    token = house_of(app).devices.create(SITE, "manager")
    answer = app.test_client().get(
        f"/api/v1/sites/{SITE}" + (kind and f"/{kind}"), headers={"Authorization": f"Bearer {token}"}
    )
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
