"""Who may set up a site: its managers and admins; and of two who do so at once, neither loses a word unseen."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from server.domain.people import COMMAND, Job
from server.records.catalogue import Catalogue
from server.records.saving import save
from tests.support.devices import SITE, Mediator
from tests.support.settings import Form, fields_of, settings, someone
from tests.web.conftest import house_of

OTHER = "site-2"
PAGES = ("", "/needs", "/hours", "/kiosk")


@pytest.mark.parametrize("page", PAGES)
def test_a_mediator_sees_no_settings(own_app, page):
    mediator = someone(own_app, Job.MEDIATOR)
    assert mediator.http.get(f"/staff/{SITE}/settings{page}").status_code == 403


@pytest.mark.parametrize("page", PAGES)
def test_a_manager_sees_no_settings_of_another_site(own_app, page):
    manager = someone(own_app, Job.MANAGER, [OTHER])
    assert manager.http.get(f"/staff/{OTHER}/settings{page}").status_code == 200
    assert manager.http.get(f"/staff/{SITE}/settings{page}").status_code == 403


@pytest.mark.parametrize("page", PAGES)
def test_nobody_who_is_not_signed_in_sees_settings(own_app, page):
    assert Mediator(own_app).http.get(f"/staff/{SITE}/settings{page}").status_code == 401


@pytest.mark.parametrize(("job", "site"), [(Job.MEDIATOR, SITE), (Job.MANAGER, OTHER)])
def test_nobody_publishes_what_is_not_theirs(own_app, manager, here, job, site):
    form, before = settings(manager, "needs"), here()
    stranger = someone(own_app, job, [site])
    form.person = stranger
    fields = form.fields
    fields["csrf_token"] = stranger.csrf
    for act in ("publish", "preview", "add needs"):
        sent = stranger.http.post(form.address, data=fields | {"act": act}, content_type="multipart/form-data")
        assert sent.status_code == 403
    assert here() == before


def test_a_form_of_another_page_publishes_nothing(manager, here):
    form, before = settings(manager, "needs"), here()
    assert form.press("publish", {"csrf_token": "made up", "needs.papiers.name": "Rien"}).status_code == 400
    assert form.press("publish", {"csrf_token": None, "needs.papiers.name": "Rien"}).status_code == 400
    assert here() == before


def test_a_room_that_is_none_is_not_found(manager):
    assert manager.http.get(f"/staff/{SITE}/settings/kitchen").status_code == 404


def test_who_publishes_second_is_told_and_keeps_what_they_typed(own_app, manager, here):
    first, second = settings(manager, "needs"), settings(someone(own_app, Job.ADMIN, name="Awa"), "needs")
    first.publish({"needs.papiers.name": "Papiers d’Awa"})
    answer = second.press("publish", {"needs.energie.name": "Électricité"})
    assert answer.status_code == 409
    assert "Quelqu’un d’autre a changé ces réglages" in second.page
    assert second.fields["needs.energie.name"] == "Électricité"
    assert here().need("energie").name == "Énergie"
    second.publish()
    assert here().need("energie").name == "Électricité"


def test_a_form_leaves_what_others_changed_in_another_one(manager, here):
    settings(manager, "site").publish({"site.site.name": "Maison de quartier"})
    settings(manager, "needs").publish({"needs.papiers.name": "Papiers"})
    assert (here().name, here().need("papiers").name) == ("Maison de quartier", "Papiers")


def test_a_process_that_knows_the_site_as_it_was_a_moment_ago_brings_nothing_back(own_app, manager, here):
    form, elsewhere = settings(manager, "needs"), Catalogue(house_of(own_app).catalogue.store)
    saved = save(elsewhere, replace(elsewhere.site(SITE), name="Maison de quartier"), COMMAND)
    assert here().name != "Maison de quartier", "this process has not read it again"
    form.publish({"revision": str(saved.revision), "needs.papiers.name": "Papiers"})
    assert (here().name, here().need("papiers").name) == ("Maison de quartier", "Papiers")


def test_a_counter_that_has_somebody_in_hand_stays(own_app, manager, here, own_device):
    own_device("kiosk").issue()
    assert own_device("counter").call("2").status_code == 201
    form = settings(manager, "counters")
    form.press("remove counters 2")
    assert form.press("publish").status_code == 409
    assert "Guichet 2 reçoit" in form.page
    assert here().counter("2").label == "Guichet 2"


def new_site(person: Mediator) -> Form:
    return Form(person, "/staff/sites/new")


def test_an_admin_adds_a_site_like_another(own_app):
    admin = someone(own_app, Job.ADMIN)
    form = new_site(admin)
    answer = form.press("add", {"site.+1.name": "PIMMS Médiation, Bron", "site.+1.counters": "2"})
    assert answer.headers["Location"] == "/staff/pimms-mediation-bron/settings"
    catalogue = house_of(own_app).catalogue
    made, like = catalogue.site("pimms-mediation-bron"), catalogue.site(SITE)
    assert [counter.label for counter in made.counters] == ["Guichet 1", "Guichet 2"]
    assert (made.needs, made.languages, made.messages) == (like.needs, like.languages, like.messages)
    assert "PIMMS Médiation, Bron est ajouté." in admin.http.get("/staff/pimms-mediation-bron/settings").text


def test_a_site_named_as_a_staff_page_has_another_address(own_app):
    form = new_site(someone(own_app, Job.ADMIN))
    answer = form.press("add", {"site.+1.name": "Devices", "site.+1.counters": "2"})
    assert answer.headers["Location"] == "/staff/devices-2/settings"


def test_a_new_site_without_a_name_is_refused_and_nothing_is_lost(own_app):
    form = new_site(someone(own_app, Job.ADMIN))
    answer = form.press("add", {"site.+1.counters": "99", "site.+1.like": OTHER})
    assert answer.status_code == 422
    assert set(form.faults) == {"site.+1.name", "site.+1.counters"}
    assert form.fields["site.+1.like"] == OTHER


def test_a_manager_adds_no_site(manager, own_app):
    assert manager.http.get("/staff/sites/new").status_code == 403
    fields = fields_of(settings(manager, "needs").page) | {"site.+1.name": "x", "site.+1.counters": "1"}
    assert manager.http.post("/staff/sites/new", data=fields).status_code == 403
    assert len(house_of(own_app).catalogue.sites()) == 8


def test_only_an_admin_is_shown_the_way_to_a_site_more(own_app, manager):
    admin = someone(own_app, Job.ADMIN)
    for person, there in ((manager, False), (admin, True)):
        page = person.http.get(f"/staff/{SITE}/settings").text
        assert bool(re.search("/staff/sites/new", page)) is there
        assert "/staff/catalogue" in page
