"""At the desk: a code is typed, its device is let in, named, loaded anew, locked out; by who answers for its site."""

from __future__ import annotations

import itertools
import re

import pytest
from sqlalchemy import delete, select

from server.domain.pairing import new_code, shown_code
from server.domain.people import Job, Role
from server.records.door_tables import DeviceRow, PairingRow
from server.records.trail import Trail
from server.records.visit_tables import TrailRow
from server.staff.pairing.tries import WRONG_CODES
from tests.support.desk import read
from tests.support.devices import SITE, Device, Mediator
from tests.support.walls import SCREEN
from tests.web.conftest import house_of

ELSEWHERE = "site-2"
COUNT = itertools.count(1)
PASSWORD = "un mot de passe assez long"
NAME = "Borne de l’entrée"


@pytest.fixture(scope="module")
def built(build):
    """An application of this file's own."""
    return build()


@pytest.fixture
def house(built, valkey):
    """No device has a token, none shows a code."""
    valkey.client.flushall()
    with house_of(built).catalogue.store.session() as session:
        for table in (PairingRow, DeviceRow, TrailRow):
            session.execute(delete(table))
    return house_of(built)


@pytest.fixture
def signed_in(built, house):
    """A function that signs somebody in at the desk, whom no other test knows: their job, and their sites."""

    def sign_in(job=Job.MANAGER, sites=(SITE,)):
        name = f"Nadia {next(COUNT)}"
        house.people.add(name, job, PASSWORD, sites)
        person = Mediator(built)
        assert person.sign_in(name, PASSWORD).status_code == 302
        person.open("devices")
        return person

    return sign_in


@pytest.fixture
def nadia(signed_in):
    """The manager of the first site."""
    return signed_in()


@pytest.fixture
def stranger(built, house):
    """A device without a token, at an address of its own: how often an address may ask is another test's matter."""
    device = Device(built, "")
    device.http.environ_base["REMOTE_ADDR"] = f"10.0.0.{next(COUNT)}"
    return device


@pytest.fixture
def trail(house):
    """A function that gives the newest change."""
    return lambda: Trail(house.catalogue.store).newest(None, 1)[0]


def opened(stranger, role="kiosk", site=SITE):
    asked = {"role": role} | ({"site": site} if site else {})
    return stranger.ask("POST", "/api/v1/pairings", json=asked).json


def sends(person, path, **form):
    return person.http.post(f"/staff/{path}", data=form | {"csrf_token": person.csrf})


def lets_in(person, shown, name=NAME, site=SITE):
    return sends(person, "devices/paired", code=shown["code"], site=site, name=name)


def token_of(stranger, shown):
    return stranger.ask("POST", "/api/v1/pairings/claim", json={"proof": shown["proof"]}).json["token"]


def test_the_way_of_a_kiosk_from_its_code_to_its_token(nadia, stranger, built):
    shown = opened(stranger)
    looked = sends(nadia, "devices/pair", code=shown["code"].lower().replace("-", " "))
    assert looked.status_code == 200
    assert "Borne" in read(looked.text)
    assert house_of(built).catalogue.site(SITE).name in read(looked.text)
    assert "il y a moins d’une minute" in read(looked.text)
    answer = lets_in(nadia, shown)
    assert (answer.status_code, answer.location) == (302, f"/staff/{SITE}/devices")
    assert f"« {NAME} » est relié." in read(nadia.open(f"{SITE}/devices").text)
    assert Device(built, token_of(stranger, shown)).issue().status_code == 201
    assert NAME in read(nadia.open("devices").text)


def test_a_printer_is_let_in_to_one_of_the_sites_that_a_manager_chooses(signed_in, stranger, house):
    nadia = signed_in(sites=(SITE, ELSEWHERE))
    shown = opened(stranger, "printer", None)
    page = sends(nadia, "devices/pair", code=shown["code"]).text
    assert re.findall(r'<option value="([^"]+)"', page) == [SITE, ELSEWHERE]
    lets_in(nadia, shown, "Imprimante", ELSEWHERE)
    assert house.devices.recognise(token_of(stranger, shown)).site == ELSEWHERE


def test_nobody_lets_a_device_in_to_a_site_that_is_not_theirs(nadia, stranger, house):
    for shown, site in (opened(stranger, "printer", None), ELSEWHERE), (opened(stranger, site=ELSEWHERE), ELSEWHERE):
        assert lets_in(nadia, shown, site=site).status_code == 403
        assert token_of(stranger, shown) is None
    assert sends(nadia, "devices/pair", code=opened(stranger, site=ELSEWHERE)["code"]).status_code == 403


def test_a_site_that_is_none_is_refused_and_the_code_stands(nadia, stranger):
    shown = opened(stranger, "printer", None)
    assert lets_in(nadia, shown, site="nulle-part").status_code == 404
    assert lets_in(nadia, shown).status_code == 302


@pytest.mark.parametrize("name", ["", "   ", "x" * 101])
def test_a_device_needs_a_name(nadia, stranger, name):
    shown = opened(stranger)
    answer = lets_in(nadia, shown, name)
    assert answer.status_code == 422
    assert "Donnez un nom" in read(answer.text)
    assert token_of(stranger, shown) is None


def test_a_wrong_code_is_said_to_be_one(nadia):
    answer = sends(nadia, "devices/pair", code="BCDF-GHJK")
    assert answer.status_code == 404
    assert "Aucun appareil ne montre ce code." in read(answer.text)


def test_ten_wrong_codes_end_the_guessing_and_a_colleague_goes_on(nadia, signed_in, stranger):
    shown = opened(stranger)
    for _ in range(WRONG_CODES.amount):
        assert sends(nadia, "devices/pair", code="BCDFGHJK").status_code == 404
    assert sends(nadia, "devices/pair", code=shown["code"]).status_code == 429
    assert lets_in(nadia, shown).status_code == 429
    assert lets_in(signed_in(Job.ADMIN), shown).status_code == 302


def test_right_codes_are_not_counted(nadia, stranger):
    for _ in range(WRONG_CODES.amount + 1):
        assert sends(nadia, "devices/pair", code=opened(stranger)["code"]).status_code == 200


def test_a_thousand_guesses_let_nobody_in_and_the_device_that_waits_is_none_the_worse(
    nadia, signed_in, stranger, house
):
    shown = opened(stranger)
    answers = []
    for turn in range(1_000):
        guess = shown_code(new_code())
        assert guess != shown["code"]
        path = ("devices/pair", "devices/paired")[turn % 2]
        answers.append(sends(nadia, path, code=guess, site=SITE, name="à moi").status_code)
    assert answers == [404] * WRONG_CODES.amount + [429] * (1_000 - WRONG_CODES.amount)
    with house.catalogue.store.session() as session:
        assert [row.approved_by for row in session.scalars(select(PairingRow))] == [None]
    assert lets_in(signed_in(Job.ADMIN), shown).status_code == 302
    assert token_of(stranger, shown)


def test_a_thousand_proofs_guessed_give_no_token(stranger, built, house, nadia):
    shown = opened(stranger)
    lets_in(nadia, shown)
    answers = {
        stranger.ask("POST", "/api/v1/pairings/claim", json={"proof": f"{guess:043}"}).status_code
        for guess in range(1_000)
    }
    assert answers == {404, 429}


@pytest.mark.parametrize("path", ["devices/pair", f"{SITE}/devices/1"])
def test_a_mediator_lets_nobody_in(signed_in, path):
    assert signed_in(Job.MEDIATOR).open(path).status_code == 403


@pytest.mark.parametrize("path", ["devices/pair", "devices/paired"])
def test_letting_in_takes_a_session_and_the_pages_own_token(built, nadia, stranger, path):
    shown = opened(stranger)
    form = {"code": shown["code"], "site": SITE, "name": NAME}
    assert built.test_client().post(f"/staff/{path}", data=form).status_code == 401
    assert nadia.http.post(f"/staff/{path}", data=form).status_code == 400
    assert token_of(stranger, shown) is None


def test_what_people_call_a_device_is_text_and_nothing_else(nadia, stranger):
    shown = opened(stranger)
    lets_in(nadia, shown, "<b>Borne</b>{ $x }' OR 1=1")
    assert token_of(stranger, shown)
    page = nadia.open("devices").text
    assert "&lt;b&gt;Borne&lt;/b&gt;{ $x }&#39; OR 1=1" in page


class TestADevice:
    """One that was let in."""

    @pytest.fixture
    def borne(self, house, built):
        return Device(built, house.devices.create(SITE, Role.KIOSK))

    @pytest.fixture
    def at(self, house, borne):
        return f"{SITE}/devices/{house.devices.recognise(borne.token).id}"

    def test_it_is_listed_with_what_it_says_of_itself(self, nadia, borne, built):
        said = {"state": "rest", "sound": "on", "volume": 3, "build": built.config["KIOSK_BUILD"]}
        borne.ask("PUT", f"{borne.at}/devices/self", json=said)
        page = read(nadia.open(f"{SITE}/devices/known").text)
        assert re.search(r"Borne n° \d+ .*prête.*à jour.*son à 3 sur 5.*dernier signe il y a \d+ s", page)

    def test_one_that_never_spoke_is_listed_too(self, nadia, borne):
        assert "pas de signe ces derniers jours" in read(nadia.open(f"{SITE}/devices/known").text)

    def test_a_printers_agent_is_listed_with_its_printers(self, nadia, house, built):
        agent = Device(built, house.devices.create(SITE, Role.PRINTER))
        agent.announce("accueil", "down", reason="cover_open")
        line = re.search(r'data-role="printer".*?</li>', nadia.open(f"{SITE}/devices/known").text, re.DOTALL)[0]
        assert "Imprimante Accueil" in read(line)
        assert "capot ouvert" in read(line)

    def test_a_mediator_sees_it_and_has_no_button(self, signed_in, borne, at):
        page = signed_in(Job.MEDIATOR).open(f"{SITE}/devices/known").text
        assert "Borne n°" in read(page)
        assert at not in page

    def test_those_of_other_sites_are_not_listed(self, signed_in, borne):
        assert "Borne n°" not in read(signed_in(sites=(ELSEWHERE,)).open("devices").text)

    @pytest.mark.parametrize("act", ["name", "reload", "revoked"])
    def test_the_manager_of_another_site_does_nothing_to_it(self, signed_in, house, borne, at, act):
        foreign = signed_in(sites=(ELSEWHERE,))
        form = {"name": "à moi", "reason": "parce que"}
        assert sends(foreign, f"{at}/{act}", **form).status_code == 403
        number = at.rpartition("/")[2]
        assert sends(foreign, f"{ELSEWHERE}/devices/{number}/{act}", **form).status_code == 404
        assert house.devices.find(int(number)).name == ""
        assert house.devices.recognise(borne.token).reloads == 0

    def test_it_gets_another_name(self, nadia, at, trail):
        assert sends(nadia, f"{at}/name", name=f" {NAME} ").status_code == 302
        assert NAME in read(nadia.open(f"{SITE}/devices/known").text)
        assert trail().change.what == "device.renamed"
        assert trail().change.detail == {"before": "", "after": NAME}

    def test_the_same_name_again_is_no_change(self, nadia, house, at, trail):
        for _ in range(2):
            sends(nadia, f"{at}/name", name=NAME)
        changes = [each.change.what for each in Trail(house.catalogue.store).newest(None, 9)]
        assert changes.count("device.renamed") == 1

    def test_it_hears_that_it_is_to_load_itself_anew_with_its_next_word(self, nadia, built, house, at, trail):
        wall = Device(built, house.devices.create(SITE, Role.DISPLAY))
        number = house.devices.recognise(wall.token).id
        before = wall.ask("PUT", f"{wall.at}/devices/self", json=SCREEN).json["reloads"]
        assert sends(nadia, f"{SITE}/devices/{number}/reload").status_code == 302
        assert wall.ask("PUT", f"{wall.at}/devices/self", json=SCREEN).json["reloads"] == before + 1
        assert trail().change.what == "device.reloaded"

    def test_locked_out_its_token_is_nobodys_from_then_on(self, nadia, borne, at, trail):
        assert borne.get().status_code == 200
        assert sends(nadia, f"{at}/revoked", reason="volée").status_code == 302
        assert borne.get().status_code == 401
        assert borne.issue().status_code == 401
        assert trail().by.name.startswith("Nadia")
        assert (trail().change.what, trail().change.reason) == ("device.revoked", "volée")
        assert "Borne n°" not in read(nadia.open(f"{SITE}/devices/known").text)

    def test_locked_out_it_is_told_of_no_more(self, nadia, borne, at):
        borne.ask("PUT", f"{borne.at}/devices/self", json={"state": "rest", "sound": "on", "build": ""})
        number = at.rpartition("/")[2]
        assert f'data-device="{number}"' in nadia.open(f"{SITE}/devices").text
        sends(nadia, f"{at}/revoked", reason="volée")
        assert f'data-device="{number}"' not in nadia.open(f"{SITE}/devices").text

    @pytest.mark.parametrize("reason", ["", "   ", "x" * 201])
    def test_locking_out_needs_a_reason(self, nadia, borne, at, reason):
        assert sends(nadia, f"{at}/revoked", reason=reason).status_code == 422
        assert borne.get().status_code == 200

    def test_what_was_locked_out_is_locked_out_once(self, nadia, at):
        sends(nadia, f"{at}/revoked", reason="volée")
        assert sends(nadia, f"{at}/revoked", reason="volée").status_code == 404
        assert nadia.open(at).status_code == 404

    def test_it_may_come_back_by_a_new_code_alone(self, nadia, stranger, borne, at, built):
        sends(nadia, f"{at}/revoked", reason="réparée")
        shown = opened(stranger)
        lets_in(nadia, shown)
        assert Device(built, token_of(stranger, shown)).get().status_code == 200
        assert borne.get().status_code == 401
