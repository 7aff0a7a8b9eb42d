"""Test prints from the desk: one press, one paper, and what became of it stands beside its button."""

from __future__ import annotations

import re
import time

import pytest

from printers.outcome import Reason
from server.queues import keys
from server.told.trials import KEPT
from tests.support.desk import HERE, read, tag_of
from tests.web.conftest import house_of


@pytest.fixture
def desk(app, zoe):
    """A mediator who has asked for no test print yet."""
    with zoe.http.session_transaction() as session:
        session.pop("trials", None)
    return zoe


@pytest.fixture
def later(app, monkeypatch):
    """A function that puts the clock forward, counted from now, in milliseconds."""

    def forward(ms):
        monkeypatch.setattr(house_of(app).queue, "now", lambda: int(time.time() * 1000) + ms)

    return forward


def trial(desk):
    """What is told of the test print, after the desk is drawn again."""
    desk.open("etats-unis/1")
    found = re.search(r'data-trial="(\w+)">([^<]+)<', desk.page)
    return found and (found[1], found[2])


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"outcome": "printed"}, ("printed", "L’essai est imprimé.")),
        (
            {"outcome": "unconfirmed"},
            ("unconfirmed", "L’essai est envoyé. L’imprimante ne dit pas s’il est sorti\u00a0: regardez."),
        ),
        (
            {"outcome": "failed", "reason": "cover_open"},
            ("failed", "L’essai n’est pas sorti\u00a0: capot ouvert. Fermez le capot."),
        ),
        (
            {"outcome": "failed"},
            ("failed", "L’essai n’est pas sorti\u00a0: imprimante en panne. Éteignez, puis rallumez."),
        ),
    ],
)
def test_what_became_of_a_test_print_stands_beside_its_button(desk, device, told, said):
    agent = device("printer")
    agent.announce("bureau-2")
    assert trial(desk) is None
    desk.press('id="test-bureau-2"')
    assert trial(desk) == ("queued", "L’essai part vers l’imprimante.")
    job = agent.claim(printer="bureau-2").json
    assert (job["kind"], job["need_label"]) == ("test", "bureau-2")
    assert trial(desk) == ("claimed", "L’essai s’imprime.")
    agent.report(job["id"], **told)
    assert trial(desk) == said


@pytest.mark.parametrize("reason", list(Reason))
def test_a_test_print_that_failed_says_what_to_do_and_never_to_print_another(desk, device, reason):
    agent = device("printer")
    agent.announce("bureau-2")
    desk.open("etats-unis/1")
    desk.press('id="test-bureau-2"')
    agent.report(agent.claim(printer="bureau-2").json["id"], "failed", reason=reason)
    said = trial(desk)[1]
    assert re.fullmatch(r"L’essai n’est pas sorti\u00a0: [^.]+\. [A-ZÉ][^.]+\.", said)
    assert "Imprimez un essai" not in said


def test_a_printer_without_a_name_is_tried_as_well(desk, device):
    device("printer").claim()
    desk.open("etats-unis/1")
    [button] = re.findall(r'id="test-agent:\d+"', desk.page)
    desk.press(button)
    assert device("printer").claim().json["kind"] == "test"


def test_a_test_print_pressed_twice_is_one(desk, device, everything):
    device("printer").announce("accueil")
    desk.open("etats-unis/1")
    address, values = desk.wire_of('id="test-accueil"')
    desk.send(address, values)
    before = everything()
    desk.send(address, values)
    assert everything() == before
    assert trial(desk)[0] == "queued"


@pytest.mark.parametrize(
    ("claimed", "life", "state"),
    [(False, keys.JOB_LIFE_MS, "expired"), (True, keys.JOB_LEASE_MS, "unconfirmed")],
)
def test_a_test_print_that_nobody_took_or_told_of_ends_by_itself(desk, device, later, claimed, life, state):
    device("printer").announce("accueil")
    desk.open("etats-unis/1")
    desk.press('id="test-accueil"')
    if claimed:
        device("printer").claim(printer="accueil")
    later(life + 1000)
    assert trial(desk)[0] == state
    later(int(KEPT.total_seconds() * 1000) + 1000)
    assert trial(desk) is None


def test_a_test_print_of_another_site_is_not_told_here(desk, device):
    for site in ("etats-unis", "site-2"):
        device("printer", site).announce("accueil")
    desk.open("site-2/1")
    desk.press('id="test-accueil"')
    assert trial(desk) is None


def test_a_printer_that_this_site_does_not_have_is_told_kindly(desk, everything):
    desk.open("etats-unis/1")
    before = everything()
    desk.send(f"{HERE}/printers/cuisine/tests", {"request_id": "r"})
    assert "Ce site n’a pas d’imprimante de ce nom." in read(desk.page)
    assert everything() == before


def test_no_test_print_without_its_name_or_at_a_counter_that_does_not_exist(desk, device, everything):
    device("printer").announce("accueil")
    desk.open("etats-unis/1")
    before = everything()
    assert desk.send(f"{HERE}/printers/accueil/tests", {}).status_code == 400
    assert desk.send("/staff/etats-unis/9/printers/accueil/tests", {"request_id": "r"}).status_code == 404
    assert everything() == before


def test_the_test_button_says_of_which_printer(desk, device):
    device("printer").announce("accueil")
    desk.open("etats-unis/1")
    assert 'aria-label="Imprimer un essai\u00a0: Imprimante Accueil"' in tag_of(desk.page, 'id="test-accueil"')
