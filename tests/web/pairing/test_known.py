"""Devices that were let in: listed, renamed, loaded anew, locked out; by whoever answers for their site."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from server.domain.people import COMMAND, Job, Role
from server.records.door_tables import DeviceRow
from server.records.trail import Trail
from tests.support.desk import read
from tests.support.devices import SITE, Device
from tests.support.pairing import ELSEWHERE, NAME, asks, claims, lets_in, sends
from tests.support.walls import SCREEN


@pytest.fixture
def borne(house, built):
    return Device(built, house.devices.create(SITE, Role.KIOSK))


@pytest.fixture
def at(house, borne):
    return f"{SITE}/devices/{house.devices.recognise(borne.token).id}"


def test_it_is_listed_with_what_it_says_of_itself(nadia, borne, built):
    said = {"state": "rest", "sound": "on", "volume": 3, "build": built.config["KIOSK_BUILD"]}
    borne.ask("PUT", f"{borne.at}/devices/self", json=said)
    page = read(nadia.open(f"{SITE}/devices").text)
    assert re.search(r"Borne n° \d+, reliée le .*prête.*à jour.*son à 3 sur 5.*dernier signe il y a \d+ s", page)


def let_in_before(house, number, span):
    with house.catalogue.store.session() as session:
        session.get_one(DeviceRow, number).created_at -= span


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(minutes=59), "vient d’être reliée, pas encore de signe"),
        (timedelta(hours=1), "pas de signe ces derniers jours"),
    ],
)
def test_one_that_never_spoke_is_listed_too_and_is_not_late_while_it_is_set_up(nadia, house, borne, at, before, words):
    let_in_before(house, int(at.rpartition("/")[2]), before)
    for page in (f"{SITE}/devices", "devices", at):
        assert words in read(nadia.open(page).text)


def test_a_device_stands_once_in_the_list_by_the_name_that_it_was_given(nadia, house, built, borne, at):
    borne.ask("PUT", f"{borne.at}/devices/self", json={"state": "rest", "sound": "locked", "build": ""})
    sends(nadia, f"{at}/name", name=NAME)
    page = nadia.open(f"{SITE}/devices").text
    assert len(re.findall(r'<li data-number="', page)) == len(re.findall(r'<li data-device="', page)) == 1
    assert f"{NAME} Borne n°" in read(page)
    assert f'data-said="{NAME}, depuis' in page
    assert f"{NAME} , depuis" in read(nadia.open(f"{SITE}/1").text), "the desk calls it so as well"


def test_two_that_bear_one_name_are_told_apart(nadia, house, built):
    for _ in range(2):
        twin = Device(built, house.devices.create(SITE, Role.KIOSK))
        twin.ask("PUT", f"{twin.at}/devices/self", json={"state": "rest", "sound": "on", "build": ""})
        house.devices.rename(house.devices.recognise(twin.token).id, "Borne", COMMAND)
    said = re.findall(r'data-said="([^:]*?) ?:', nadia.open(f"{SITE}/devices").text.replace("\u00a0", " "))
    assert len(set(said)) == 2
    assert {name.partition(" ")[0] for name in said} == {"Borne"}


def test_a_machine_with_two_screens_is_called_by_its_name_and_each_screen_by_its_own(nadia, house, built):
    wall = Device(built, house.devices.create(SITE, Role.DISPLAY))
    house.devices.rename(house.devices.recognise(wall.token).id, "Mini-ordinateur", COMMAND)
    for screen in ("", "cave"):
        wall.ask("PUT", f"{wall.at}/devices/self", json=SCREEN | {"screen": screen})
    page = nadia.open(f"{SITE}/devices").text
    assert page.count('<li data-number="') == 1
    assert "Mini-ordinateur Écran n°" in read(page)
    assert set(re.findall(r'data-said="(Écran[^,:]*?) ?[,:]', page.replace("\u00a0", " "))) == {
        "Écran de la salle d’attente",
        "Écran à l’adresse « cave »",
    }


def test_a_printer_for_which_no_agent_speaks_any_more_stands_there_too(nadia, house, built):
    agent = Device(built, house.devices.create(SITE, Role.PRINTER))
    agent.announce("accueil")
    house.devices.revoke(house.devices.recognise(agent.token).id)
    row = re.search(r'<li>\s*<svg.*?data-line="accueil".*?</li>', nadia.open(f"{SITE}/devices").text, re.DOTALL)[0]
    assert "Imprimante Accueil" in read(row)


def test_a_printers_agent_is_listed_with_its_printers(nadia, house, built):
    agent = Device(built, house.devices.create(SITE, Role.PRINTER))
    agent.announce("accueil", "down", reason="cover_open")
    line = re.search(r'data-role="printer".*?</li>', nadia.open(f"{SITE}/devices").text, re.DOTALL)[0]
    assert "Imprimante Accueil" in read(line)
    assert "capot ouvert" in read(line)


def test_a_mediator_sees_it_and_has_no_button(signed_in, borne, at):
    page = signed_in(Job.MEDIATOR).open(f"{SITE}/devices").text
    assert "Borne n°" in read(page)
    assert at not in page


def test_those_of_other_sites_are_not_listed(signed_in, borne):
    assert "Borne n°" not in read(signed_in(sites=(ELSEWHERE,)).open("devices").text)


@pytest.mark.parametrize("act", ["name", "reload", "revoked"])
def test_the_manager_of_another_site_does_nothing_to_it(signed_in, house, borne, at, act):
    foreign = signed_in(sites=(ELSEWHERE,))
    form = {"name": "à moi", "reason": "parce que"}
    assert sends(foreign, f"{at}/{act}", **form).status_code == 403
    number = at.rpartition("/")[2]
    assert sends(foreign, f"{ELSEWHERE}/devices/{number}/{act}", **form).status_code == 404
    assert house.devices.find(int(number)).name == ""
    assert house.devices.recognise(borne.token).reloads == 0


def test_it_gets_another_name(nadia, at, trail):
    assert sends(nadia, f"{at}/name", name=f" {NAME} ").status_code == 302
    assert NAME in read(nadia.open(f"{SITE}/devices").text)
    assert trail().change.what == "device.renamed"
    assert trail().change.detail == {"before": "", "after": NAME}


def test_the_same_name_again_is_no_change(nadia, house, at, trail):
    for _ in range(2):
        sends(nadia, f"{at}/name", name=NAME)
    changes = [each.change.what for each in Trail(house.catalogue.store).newest(None, 9)]
    assert changes.count("device.renamed") == 1


def test_it_hears_that_it_is_to_load_itself_anew_with_its_next_word(nadia, built, house, at, trail):
    wall = Device(built, house.devices.create(SITE, Role.DISPLAY))
    number = house.devices.recognise(wall.token).id
    before = wall.ask("PUT", f"{wall.at}/devices/self", json=SCREEN).json["reloads"]
    assert sends(nadia, f"{SITE}/devices/{number}/reload").status_code == 302
    assert wall.ask("PUT", f"{wall.at}/devices/self", json=SCREEN).json["reloads"] == before + 1
    assert trail().change.what == "device.reloaded"


def test_locked_out_its_token_is_nobodys_from_then_on(nadia, borne, at, trail):
    assert borne.get().status_code == 200
    assert sends(nadia, f"{at}/revoked", reason="volée").status_code == 302
    assert borne.get().status_code == 401
    assert borne.issue().status_code == 401
    assert trail().by.name.startswith("Nadia")
    assert (trail().change.what, trail().change.reason) == ("device.revoked", "volée")
    assert "Borne n°" not in read(nadia.open(f"{SITE}/devices").text)


def test_locked_out_it_is_told_of_no_more(nadia, borne, at):
    borne.ask("PUT", f"{borne.at}/devices/self", json={"state": "rest", "sound": "on", "build": ""})
    number = at.rpartition("/")[2]
    assert f'data-device="{number}"' in nadia.open(f"{SITE}/devices").text
    sends(nadia, f"{at}/revoked", reason="volée")
    assert f'data-device="{number}"' not in nadia.open(f"{SITE}/devices").text


@pytest.mark.parametrize("reason", ["", "   ", "x" * 201])
def test_locking_out_needs_a_reason(nadia, borne, at, reason):
    assert sends(nadia, f"{at}/revoked", reason=reason).status_code == 422
    assert borne.get().status_code == 200


def test_what_was_locked_out_is_locked_out_once(nadia, at):
    sends(nadia, f"{at}/revoked", reason="volée")
    assert sends(nadia, f"{at}/revoked", reason="volée").status_code == 404
    assert nadia.open(at).status_code == 404


def test_it_may_come_back_by_a_new_code_alone(nadia, stranger, borne, at, built):
    sends(nadia, f"{at}/revoked", reason="réparée")
    shown = asks(stranger, site=SITE).json
    lets_in(nadia, shown)
    assert Device(built, claims(stranger, shown["proof"]).json["token"]).get().status_code == 200
    assert borne.get().status_code == 401
