"""The paper of one ticket at the desk: where it stands, and one more of it."""

from __future__ import annotations

import re

import pytest

from printers.outcome import Reason
from tests.support.desk import FIRST, HERE, NEXT, Sheet, journal, read, tag_of, ticket
from tests.support.devices import SITE

REPRINT = 'id="reprint"'


@pytest.fixture
def desk(app, zoe, device):
    """The desk of counter 1, with A001 waiting when it opened."""
    device("kiosk").issue()
    zoe.open(f"{SITE}/1")
    return zoe


def paper(page):
    """What is told of the paper, at the desk and in its sheet: the state it is marked with, and the words."""
    state, words = re.search(r' data-paper="(\w+)".*?>(.*?)(?:\. Le même|<button)', page, re.DOTALL).groups()
    return state, read(words).strip()


def print_it(device, outcome="printed", **more):
    """The agent takes the oldest job and tells what became of it."""
    agent = device("printer")
    job = agent.claim().json
    assert agent.report(job["id"], outcome, **more).status_code == 200
    return job


@pytest.mark.parametrize("copy", [False, True])
@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"outcome": "printed"}, "Ticket imprimé"),
        ({"outcome": "unconfirmed"}, "Ticket envoyé : regardez s’il est sorti"),
        ({"outcome": "failed", "reason": "paper_out"}, "Ticket pas imprimé : plus de papier"),
        ({"outcome": "failed", "detail": "capot ouvert"}, "Ticket pas imprimé : imprimante en panne"),
    ],
)
def test_the_paper_of_the_person_in_hand_is_told(desk, device, told, words, copy):
    desk.press(NEXT)
    if copy:
        print_it(device)
        desk.press(REPRINT)
    assert paper(desk.page) == ("queued", "Ticket en cours d’impression")
    print_it(device, **told)
    desk.open(f"{SITE}/1")
    assert paper(desk.page) == (told["outcome"], words)
    assert paper(Sheet.opened(desk, 'id="more-hand"').page) == (told["outcome"], words)


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_its_word_where_a_ticket_did_not_come(desk, device, reason):
    desk.press(NEXT)
    print_it(device, "failed", reason=reason)
    desk.open(f"{SITE}/1")
    said = paper(desk.page)[1]
    assert said.startswith("Ticket pas imprimé : ")
    assert (said == "Ticket pas imprimé : imprimante en panne") == (reason is Reason.OTHER)


def test_a_reprint_carries_the_same_number_and_is_marked_as_a_duplicate(desk, device, valkey):
    print_it(device)
    desk.press(NEXT)
    device("printer").announce("accueil")
    desk.press(REPRINT)
    assert "A001 se réimprime : le même numéro, marqué DUPLICATA." in read(desk.page)
    assert (journal(valkey)["reason"], journal(valkey)["counter"]) == ("reprint", "1")
    job = device("printer").claim(printer="accueil").json
    assert (job["number"], job["duplicate"]) == ("A001", True)


def test_the_same_press_twice_prints_one_copy(desk, device, everything):
    print_it(device)
    desk.press(NEXT)
    address, values = desk.wire_of(REPRINT)
    desk.send(address, values)
    before = everything()
    desk.send(address, values)
    assert everything() == before
    assert "data-notice" not in desk.page


def test_a_second_paper_is_refused_kindly_while_one_is_on_its_way(desk, device, everything):
    desk.press(NEXT)
    assert 'aria-disabled="true"' in tag_of(desk.page, REPRINT)
    before = everything()
    desk.press(REPRINT)
    assert "data-notice>Le ticket est en cours d’impression." in desk.page
    assert everything() == before
    print_it(device)
    desk.open(f"{SITE}/1")
    assert "aria-disabled" not in tag_of(desk.page, REPRINT)


def test_a_copy_asked_for_while_nothing_prints_is_told_with_what_to_expect(desk, device):
    print_it(device)
    device("printer").report(device("kiosk").issue() and device("printer").claim().json["id"], "failed")
    desk.press(NEXT)
    desk.press(REPRINT)
    assert "Aucune imprimante ne marche. A001 sortira si l’une d’elles repart dans la minute." in read(desk.page)


def test_a_ticket_of_the_list_is_printed_again_from_its_sheet(desk, device):
    print_it(device)
    Sheet.opened(desk, f'id="more-{FIRST}"').press("data-reprint")
    assert "A001 se réimprime" in read(desk.page)
    assert ticket(device)["print"] == {"id": f"{FIRST}-1", "state": "queued"}
    assert paper(Sheet.opened(desk, f'id="more-{FIRST}"').page)[0] == "queued"


@pytest.mark.parametrize("verb", ["complete", "expire"])
def test_a_ticket_that_is_over_is_offered_no_paper_and_asking_is_refused_kindly(desk, device, everything, verb):
    print_it(device)
    desk.press(NEXT)
    device("counter").move(FIRST, verb)
    assert "data-reprint" not in Sheet.at(desk, f"{HERE}/tickets/{FIRST}").page
    before = everything()
    desk.press(REPRINT)
    assert re.search(r"data-notice>Ce ticket est \w+.*: il n’a plus besoin de papier\.", desk.page)
    assert everything() == before


@pytest.mark.parametrize("state", ["waiting", "serving", "parked", "no_show"])
def test_whoever_may_still_come_can_have_another_paper(desk, device, state):
    print_it(device)
    for button in {"serving": [NEXT, 'id="move-serve"'], "parked": [NEXT, 'id="move-park"']}.get(state, []):
        desk.press(button)
    if state == "no_show":
        desk.press(NEXT)
        desk.press('id="move-no_show"')
    Sheet.at(desk, f"{HERE}/tickets/{FIRST}").press("data-reprint")
    assert ticket(device)["print"]["state"] == "queued"


def test_no_copy_without_its_name_of_no_ticket_and_at_no_counter(desk, device, everything):
    print_it(device)
    before = everything()
    assert desk.send(f"{HERE}/tickets/{FIRST}/prints", {}).status_code == 400
    assert desk.send(f"/staff/{SITE}/9/tickets/{FIRST}/prints", {"request_id": "r"}).status_code == 404
    desk.send(f"{HERE}/tickets/000000000099/prints", {"request_id": "r"})
    assert "Ce ticket n’existe pas" in read(desk.page)
    assert everything() == before
