"""The trail's page: who changed what, in words, for those whose business it is."""

from __future__ import annotations

import ast
from datetime import UTC, datetime

import pytest

from server.domain.people import COMMAND, Actor, Job
from server.records.trail import Change, note
from server.records.visit_tables import TrailRow
from server.staff.trail.routes import PAGE
from server.staff.words import can_say
from tests.architecture.reading import ROOT, modules
from tests.support.team import HERE, PASSWORD, THERE, joined, words
from tests.web.conftest import house_of


@pytest.fixture
def house(own_app):
    return house_of(own_app)


@pytest.fixture
def admin(own_app, house):
    return joined(own_app, house, "Aïcha Diallo", Job.ADMIN)


@pytest.fixture
def manager(own_app, house):
    return joined(own_app, house, "Sofia Nowak", Job.MANAGER, HERE)


@pytest.fixture
def write(house):
    """A function that writes a change into the trail."""

    def written(what, about="", site=None, by=COMMAND, **more):
        with house.people.store.session() as session:
            note(session, by, Change(what, about, site, **more))

    return written


def test_a_change_is_told_with_its_hour_its_author_and_how_it_was_before(house, manager, admin):
    zoe = house.people.add("Zoé Martin", Job.MEDIATOR, PASSWORD, [HERE, THERE])
    admin.open(f"people/{zoe.id}")
    admin.post(f"people/{zoe.id}", name="Zoé Martin", job="manager", site=[THERE])
    told = words(admin.open("trail"))
    assert "Aïcha Diallo a changé le compte de Zoé Martin. rôle Médiation → Responsable sites " in told
    assert "Le serveur (en ligne de commande) a ajouté Zoé Martin à l’équipe." in told
    assert told.index("a changé le compte") < told.index("a ajouté Zoé Martin")  # newest first


def test_a_reason_is_told(admin, write):
    write("device.revoked", "7", HERE, detail={"name": "Borne de l’entrée"}, reason="volée")
    told = words(admin.open("trail"))
    assert (
        "· PIMMS Médiation des États-Unis, Lyon 8e Le serveur (en ligne de commande) a retiré l’appareil Borne" in told
    )
    assert "Raison : volée" in told


def test_a_change_of_settings_names_what_was_changed_in_words(admin, write):
    write(
        "site.changed",
        "hours",
        HERE,
        by=Actor("person:1", "Sofia"),
        detail={"before": {"monday": ["09:00-12:00"]}, "after": {}},
    )
    told = words(admin.open("trail"))
    assert "Sofia a changé les réglages : horaires." in told
    assert "lundi 09:00-12:00" in told


@pytest.mark.parametrize(
    ("what", "about", "detail", "said"),
    [
        ("device.added", "7", {"role": "printer"}, "type imprimante"),
        ("site.changed", "open", {"before": False, "after": True}, "non → oui"),
        ("site.changed", "visit_asks", {"before": [], "after": ["sex", "age"]}, "sexe, âge"),
        ("passes.counted", HERE, {"before": None, "after": {"left": 40, "low": 5}}, "titres qui restent 40"),
    ],
)
def test_details_are_told_in_words(admin, write, what, about, detail, said):
    write(what, about, HERE, detail=detail)
    assert said in words(admin.open("trail"))


def test_a_manager_reads_of_their_own_sites_and_people_and_no_others(house, manager, write):
    write("site.changed", "needs", HERE)
    write("site.changed", "closures", THERE)
    house.people.add("Zoé", Job.MEDIATOR, PASSWORD, [HERE, THERE])
    house.people.add("Karim", Job.MEDIATOR, PASSWORD, [THERE])
    house.people.add("Lina", Job.ADMIN, PASSWORD, [])
    told = words(manager.open("trail"))
    assert "besoins" in told
    assert "Zoé" in told
    assert [name for name in ("fermetures", "Karim", "Lina") if name in told] == []


def test_an_admin_reads_everything(house, admin, write):
    write("site.changed", "needs", HERE)
    write("site.changed", "closures", THERE)
    house.people.add("Lina", Job.ADMIN, PASSWORD, [])
    told = words(admin.open("trail"))
    assert [name for name in ("besoins", "fermetures", "Lina") if name not in told] == []


def test_a_mediator_does_not_read_it(own_app, house):
    assert joined(own_app, house, "Zoé", Job.MEDIATOR, HERE).http.get("/staff/trail").status_code == 403


def test_older_changes_are_on_further_pages_each_of_them_once(admin, write):
    for count in range(PAGE + 5):
        write("passes.counted", HERE, HERE, reason=f"compte {count:03}")
    seen, address = [], "trail"
    while address:
        page = admin.open(address).text
        seen += words(admin.open(address)).split("Raison : ")[1:]
        _, found, rest = page.partition('href="/staff/trail?')
        address = f"trail?{rest.partition(chr(34))[0]}" if found else ""
    assert [line.split()[1] for line in seen] == [f"{count:03}" for count in reversed(range(PAGE + 5))]


@pytest.mark.parametrize("before", ["0", "-1", "1", "99999999999999999999", "x", ""])
def test_any_page_number_is_answered(admin, before):
    assert admin.http.get(f"/staff/trail?before={before}").status_code == 200


def test_a_kind_of_change_without_words_is_told_by_its_name(admin, write):
    write("moon.moved", "mare")
    assert "moon.moved (mare)" in words(admin.open("trail"))


def test_what_somebody_typed_is_shown_and_never_run(admin, write):
    write("person.changed", "1", detail={"name": "<i>{$by}", "before": {"name": "<script>"}, "after": {"name": "{1}"}})
    page = admin.open("trail").text
    assert "<i>" not in page
    assert "<script>" not in page
    assert "&lt;i&gt;{$by}" in page


def test_the_hour_is_that_of_the_sites_clock(admin, write, change):
    write("site.changed", "needs", HERE)
    change(TrailRow, 2, at=datetime(2026, 1, 1, 23, 30, tzinfo=UTC))
    assert "2/01/2026, 0 h 30 · PIMMS" in words(admin.open("trail"))


def kinds():
    """Every kind of change that the server writes into the trail, found in its source."""
    for module in modules(ROOT, "server"):
        for call in ast.walk(module.tree):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in {"Change", "_told"} and call.args:
                first = call.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


def test_every_kind_of_change_has_words():
    found = sorted(set(kinds()))
    assert len(found) >= 10
    assert [kind for kind in found if not can_say(f"trail-{kind.replace('.', '-')}")] == []
