"""What a site offers, its board and its queue, as the contract gives them."""

from __future__ import annotations

import pytest

from tests.support.languages import LANGUAGES

EVERY_ROLE = ("kiosk", "display", "printer", "counter", "manager")


@pytest.mark.parametrize("role", EVERY_ROLE)
def test_each_of_a_sites_devices_learns_what_it_offers(device, role):
    answer = device(role).get()
    assert answer.status_code == 200
    site = answer.json
    assert (site["site"], site["timezone"], site["open"]) == ("etats-unis", "Europe/Paris", True)
    assert site["name"] == "PIMMS Médiation des États-Unis, Lyon 8e"
    assert site["languages"] == list(LANGUAGES)


def test_each_need_has_its_letter_words_and_look(device):
    needs = device("kiosk").get().json["needs"]
    assert [need["letter"] for need in needs] == list("ABCDEFGH")
    assert needs[-1]["id"] == "aide"  # whoever does not know finds that button last, always at the same place
    for need in needs:
        assert set(need) == {"id", "letter", "name", "pictogram", "colour", "shape", "labels", "hints", "full"}
        assert all(need["labels"][language] and need["hints"][language] for language in LANGUAGES)
    assert len({need["colour"] for need in needs}) == len({need["shape"] for need in needs}) == 8


def test_each_counter_has_its_label_and_the_needs_it_serves(device):
    counters = device("counter").get().json["counters"]
    assert [counter["label"] for counter in counters] == ["Guichet 1", "Guichet 2", "Guichet 3", "Guichet 4"]
    assert counters[0]["needs"][0] == "papiers"


def test_the_board_shows_calls_and_how_many_wait(device):
    for _ in range(2):
        device("kiosk").issue(language="ar")
    called = device("counter").call("3").json
    board = device("display").get("/board").json
    told = {"site", "version", "at", "open", "phase", "stopped", "calls", "waiting"}
    assert set(board) == told | {"screen", "oldest", "hash", "setup", "build"}
    assert (board["phase"], board["stopped"]) == ("open", False)
    assert (board["site"], board["version"], board["open"], board["waiting"]) == ("etats-unis", 3, True, 1)
    assert board["calls"] == [
        {
            "seq": 3,
            "number": "A001",
            "counter": "3",
            "label": "Guichet 3",
            "count": 1,
            "called_at": called["called_at"],
            "language": "ar",
        },
    ]


def test_the_queue_shows_who_waits_and_what_each_counter_has_in_hand(device):
    first = device("kiosk").issue().json
    second = device("kiosk").issue("energie", "en").json
    device("counter").call("2")
    queue = device("counter").get("/queue").json
    assert (queue["version"], queue["total"], queue["open"]) == (3, 1, True)
    assert [(row["id"], row["number"], row["need"], row["language"]) for row in queue["waiting"]] == [
        (second["id"], "E001", "energie", "en"),
    ]
    hands = {counter["id"]: counter["ticket"] and counter["ticket"]["id"] for counter in queue["counters"]}
    assert hands == {"1": None, "2": first["id"], "3": None, "4": None}
    assert queue["printers"] == []


def test_times_are_utc_with_milliseconds(device):
    ticket = device("kiosk").issue().json
    for moment in (ticket["arrived_at"], device("display").get("/board").json["at"]):
        assert len(moment) == len("2026-11-23T09:42:00.123Z")
        assert moment.endswith("Z")


def test_the_queue_carries_no_follow_link(device):
    link = device("kiosk").issue().json["follow_url"]
    device("counter").call("1")
    answer = device("counter").get("/queue")
    assert answer.json["counters"][0]["ticket"]["number"] == "A001"
    assert link.rpartition("-")[2] not in answer.text
