"""Print jobs over HTTP, as a print agent asks for them."""

from __future__ import annotations

from datetime import datetime

import pytest

from printers.job import PrintJob
from server.actions import printing
from server.queues.prints import Nothing


def test_a_claimed_job_is_complete_in_itself(device):
    ticket = device("kiosk").issue("energie", "ar").json
    answer = device("printer").claim()
    assert answer.status_code == 200
    job = PrintJob.from_wire(answer.json)
    assert (job.id, job.number, job.language) == (ticket["print"]["id"], "E001", "ar")
    assert job.site_name == "PIMMS Médiation des États-Unis, Lyon 8e"
    assert job.need_label == "الكهرباء والغاز والماء"
    assert (job.ahead, job.follow_url, job.duplicate) == (0, ticket["follow_url"], False)
    issued = datetime.fromisoformat(job.issued_at)
    assert issued.utcoffset().total_seconds() in {3600, 7200}  # Lyon's, in winter and in summer
    assert abs((issued - datetime.fromisoformat(ticket["arrived_at"])).total_seconds()) < 1


def test_a_job_is_given_to_one_agent_only(device):
    device("kiosk").issue()
    assert device("printer").claim().status_code == 200
    answer = device("printer").claim()
    assert (answer.status_code, answer.data) == (204, b"")


@pytest.mark.parametrize("wait", ["abc", "-5", "", "nan", "inf", "-inf", "²", "1,5"])
def test_an_odd_wait_is_refused_and_takes_no_job(device, everything, wait):
    device("kiosk").issue()
    before = everything()
    answer = device("printer").claim(wait)
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (422, "invalid_field", "wait")
    assert everything() == before


@pytest.mark.parametrize("wait", ["0", "0.0", "0.01", "1e-3"])
def test_a_short_wait_ends_without_a_job(device, wait):
    assert device("printer").claim(wait).status_code == 204


def test_however_long_an_agent_would_wait_a_job_that_is_there_is_given_at_once(device):
    device("kiosk").issue()
    assert device("printer").claim("1e9").status_code == 200


def test_asking_for_the_heads_of_a_job_does_not_take_it(device, everything):
    device("kiosk").issue()
    before = everything()
    answer = device("printer").ask("HEAD", "/api/v1/printers/jobs")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert everything() == before
    assert device("printer").claim().status_code == 200


@pytest.mark.parametrize("outcome", ["printed", "unconfirmed", "failed"])
def test_an_outcome_is_seen_on_the_ticket_and_may_be_told_twice(device, everything, outcome):
    ticket = device("kiosk").issue().json
    job_id = device("printer").claim().json["id"]
    for _ in range(2):
        answer = device("printer").report(job_id, outcome, detail="capot ouvert")
        assert (answer.status_code, answer.json) == (200, {"id": job_id, "state": outcome})
    assert device("kiosk").get(f"/tickets/{ticket['id']}").json["print"]["state"] == outcome


def test_another_outcome_is_refused(device, everything):
    device("kiosk").issue()
    job_id = device("printer").claim().json["id"]
    device("printer").report(job_id, "printed")
    before = everything()
    answer = device("printer").report(job_id, "failed")
    assert (answer.status_code, answer.json["code"], answer.json["state"]) == (409, "job_closed", "printed")
    assert everything() == before


def test_an_agent_gets_only_the_jobs_of_its_site(device):
    device("kiosk").issue()
    assert device("printer", "site-2").claim().status_code == 204
    assert device("printer").claim().status_code == 200


def test_a_job_nobody_knows(device, everything):
    before = everything()
    answer = device("printer").report("000000000099", "printed")
    assert (answer.status_code, answer.json["code"]) == (404, "unknown_job")
    assert everything() == before


def test_a_printer_whose_token_is_taken_back_while_it_waits_gets_no_job(own_app, own_device, monkeypatch):
    printer, kiosk, next_job = own_device("printer"), own_device("kiosk"), printing.next_job
    asked = []

    def revoked_meanwhile(house, site, agent):
        asked.append(agent)
        if len(asked) > 1:
            return next_job(house, site, agent)
        house.devices.revoke(int(agent.device))
        return Nothing(due_s=0.0)

    kiosk.issue()
    monkeypatch.setattr(printing, "next_job", revoked_meanwhile)
    answer = printer.claim("20")
    assert (answer.status_code, len(asked)) == (401, 1), answer.data
