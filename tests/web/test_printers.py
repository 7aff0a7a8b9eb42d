"""Printers over HTTP: announced, asked in their order, passed over when they are down; copies and test prints."""

from __future__ import annotations

import pytest

from printers.job import TEST, PrintJob
from tests.support.devices import SITE, Device
from tests.web.conftest import house_of


def of_the_site(device):
    return device("kiosk").get("").json


def code_of(answer):
    assert answer.content_type == "application/problem+json"
    return answer.status_code, answer.json["code"]


@pytest.fixture
def two(app, device):
    """Two printers of one agent, asked in the order accueil, bureau."""
    agent = device("printer")
    for name in ("accueil", "bureau"):
        assert agent.announce(name).json == {"id": name, "state": "ready"}
    return agent


def test_a_printer_is_seen_at_the_desk_with_its_reason(two, device):
    two.announce("bureau", "low", reason="paper_low", detail="Bientôt plus de papier.", tells_status=True)
    accueil, bureau = device("counter").get("/queue").json["printers"]
    assert (accueil["id"], accueil["state"], accueil["reason"], accueil["confirms"]) == ("accueil", "ready", None, None)
    assert (bureau["state"], bureau["reason"], bureau["detail"]) == ("low", "paper_low", "Bientôt plus de papier.")
    assert bureau["tells_status"] is True
    assert bureau["since"]


def test_the_kiosk_learns_whether_paper_comes(two, device):
    assert of_the_site(device)["paper"] is True
    for name in ("accueil", "bureau"):
        two.announce(name, "down", reason="paper_out")
    assert of_the_site(device)["paper"] is False
    two.announce("bureau")
    assert of_the_site(device)["paper"] is True


def test_a_poll_of_the_second_printer_gets_the_job_when_the_first_says_that_it_is_down(two, device):
    ticket = device("kiosk").issue().json
    assert two.claim(printer="bureau").status_code == 204
    two.announce("accueil", "down", reason="cover_open")
    assert two.claim(printer="bureau").json["number"] == ticket["number"]


def test_a_held_poll_of_the_second_printer_gets_what_the_first_leaves_lying(two, device):
    ticket = device("kiosk").issue().json
    assert two.claim("9", printer="bureau").json["number"] == ticket["number"]


def test_a_job_that_one_printer_gave_back_is_on_its_way_again(two, device):
    ticket = device("kiosk").issue().json
    job = two.claim(printer="accueil").json["id"]
    two.announce("accueil", "down", reason="unreachable")
    assert two.report(job, "failed", reason="unreachable", detail="Débranchée.", sent=False).json["state"] == "failed"
    assert device("kiosk").get(f"/tickets/{ticket['id']}").json["print"]["state"] == "queued"
    again = two.claim(printer="bureau").json
    assert two.report(again["id"], "printed").json == {"id": again["id"], "state": "printed"}
    assert device("kiosk").get(f"/tickets/{ticket['id']}").json["print"] == {"id": again["id"], "state": "printed"}


def test_a_printer_that_was_not_announced_gets_nothing(device):
    device("kiosk").issue()
    assert code_of(device("printer").claim(printer="accueil")) == (409, "printer_unknown")


def test_another_process_does_not_get_the_printer(two):
    assert code_of(two.announce("accueil", instance="two")) == (409, "printer_owned")
    assert code_of(two.announce("porte", instance="two", address="network://accueil")) == (409, "printer_owned")


@pytest.mark.parametrize("name", ["Accueil", "a" * 33, "a:b", "agent:7", "%20", "jobs"])
def test_a_name_that_is_none_is_refused(device, name):
    assert code_of(device("printer").announce(name))[0] == (405 if name == "jobs" else 404)


@pytest.mark.parametrize(
    ("query", "refusal"),
    [
        ("printer=accueil", (409, "printer_owned")),
        ("printer=bureau&instance=one", (409, "printer_unknown")),
        ("printer=Accueil&instance=one", (422, "invalid_field")),
        ("printer=accueil&instance=%20", (422, "invalid_field")),
    ],
)
def test_a_poll_that_does_not_name_its_own_printer_gets_nothing(device, everything, query, refusal):
    agent = device("printer")
    agent.announce("accueil")
    device("kiosk").issue()
    before = everything()
    assert code_of(agent.ask("GET", f"/api/v1/printers/jobs?{query}")) == refusal
    assert everything() == before


def test_a_copy_is_the_same_number_marked_as_a_duplicate(two, device):
    ticket = device("kiosk").issue(language="ar").json
    two.report(two.claim(printer="accueil").json["id"], "printed")
    path = f"/api/v1/sites/{SITE}/tickets/{ticket['id']}/prints"
    answer = device("counter").ask("POST", path, json={"request_id": "click", "counter": "1"})
    assert (answer.status_code, answer.json["print"]["state"]) == (201, "queued")
    assert code_of(device("counter").ask("POST", path, json={"request_id": "another"})) == (409, "print_pending")
    job = PrintJob.from_wire(two.claim(printer="accueil").json)
    assert (job.id, job.number, job.duplicate) == (answer.json["print"]["id"], ticket["number"], True)


def test_the_job_of_a_foreign_reader_carries_french_and_a_pictogram_for_the_mediator(two, device):
    device("kiosk").issue("energie", "ar")
    job = PrintJob.from_wire(two.claim(printer="accueil").json)
    assert (job.need_french, job.pictogram) == ("Mon électricité, mon gaz, mon eau", "lightning")


def test_a_test_print_names_its_printer(two, device):
    answer = device("counter").ask("POST", f"/api/v1/sites/{SITE}/printers/bureau/tests", json={"request_id": "click"})
    assert (answer.status_code, answer.json["state"]) == (201, "queued")
    job = PrintJob.from_wire(two.claim(printer="bureau").json)
    assert (job.id, job.kind, job.need_label, job.number, job.follow_url) == (answer.json["id"], TEST, "bureau", "", "")


def test_an_agent_of_another_site_does_not_see_these_printers(app, two, device):
    elsewhere = Device(app, house_of(app).devices.create("site-2", "printer"))
    assert elsewhere.announce("accueil", instance="two").status_code == 200
