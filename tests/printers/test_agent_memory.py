"""What outlives an agent, when the file is damaged and when the machine is a copy of another one."""

from __future__ import annotations

import json

import pytest

from printers import machine
from printers.machine import machine_mark
from printers.memory import STOPPED_IN_THE_MIDDLE, Memory, instance_in

SOUND = {"outcome": "failed", "reason": "paper_out", "detail": "Plus de papier.", "sent": False}


@pytest.fixture
def machine_id(tmp_path, monkeypatch):
    """Gives this machine a machine-id, or takes it away."""
    monkeypatch.setattr(machine, "MACHINE_ID", tmp_path / "machine-id")

    def become(content):
        (tmp_path / "machine-id").unlink(missing_ok=True)
        if content is not None:
            (tmp_path / "machine-id").write_text(content)

    return become


@pytest.mark.parametrize("deep", ["[" * 200_000, '{"untold":' * 200_000])
def test_a_file_of_nothing_but_brackets_is_unreadable_and_not_the_end(tmp_path, deep):
    (tmp_path / "accueil.json").write_text(deep)
    memory = Memory(tmp_path / "accueil.json")
    assert (memory.untold, memory.in_doubt) == ({}, False)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", SOUND),
        ("half \ud83d", SOUND),
        ("two\nlines", SOUND),
        ("1", {}),
        ("1", "printed"),
        ("1", {"outcome": "vanished"}),
        ("1", {"outcome": ["printed"]}),
        ("1", {"outcome": "printed", "event": "x"}),
        ("1", {**SOUND, "detail": 7}),
        ("1", {**SOUND, "sent": "no"}),
        ("1", {**SOUND, "reason": "half \ud83d"}),
        ("1", {**SOUND, "reason": {}}),
    ],
)
def test_what_is_no_outcome_is_not_told_and_the_others_are(tmp_path, name, told):
    (tmp_path / "accueil.json").write_text(json.dumps({"in_hand": None, "untold": {name: told, "sound": SOUND}}))
    assert Memory(tmp_path / "accueil.json").untold == {"sound": SOUND}


@pytest.mark.parametrize("in_hand", ["half \ud83d", "", ["job-1"]])
def test_a_job_in_hand_that_nobody_can_name_is_not_told(tmp_path, in_hand):
    (tmp_path / "accueil.json").write_text(json.dumps({"in_hand": in_hand, "untold": {}}))
    assert Memory(tmp_path / "accueil.json").untold == {}


def test_a_job_in_hand_is_in_doubt(tmp_path):
    (tmp_path / "accueil.json").write_text(json.dumps({"in_hand": "1", "untold": {"2": SOUND}}))
    memory = Memory(tmp_path / "accueil.json")
    assert memory.in_doubt
    assert memory.untold == {"2": SOUND, "1": {"outcome": "unconfirmed", "detail": STOPPED_IN_THE_MIDDLE}}


@pytest.mark.parametrize("content", ["0" * 31 + "1\n", None, "uninitialized\n", ""])
def test_an_agent_keeps_its_name_on_its_own_machine(tmp_path, machine_id, content):
    machine_id(content)
    assert instance_in(tmp_path / "state") == instance_in(tmp_path / "state")


def test_the_agent_of_a_copied_machine_is_a_new_one_and_stays_it(tmp_path, machine_id):
    machine_id("a" * 32)
    first = instance_in(tmp_path / "state")
    machine_id("b" * 32)
    copy = instance_in(tmp_path / "state")
    assert copy != first
    assert instance_in(tmp_path / "state") == copy


def test_a_name_that_no_machine_is_noted_with_is_not_this_machines(tmp_path, machine_id):
    machine_id("a" * 32)
    (tmp_path / "instance").write_text("7e3f3f0e-2d0b-4c3e-9d5e-0f4f1c1f8a11")
    kept = instance_in(tmp_path)
    assert kept != "7e3f3f0e-2d0b-4c3e-9d5e-0f4f1c1f8a11"
    assert instance_in(tmp_path) == kept


def test_the_machine_id_itself_is_told_to_nobody(tmp_path, machine_id):
    secret = "0123456789abcdef" * 2
    machine_id(secret)
    instance_in(tmp_path / "state")
    kept = (tmp_path / "state" / "instance").read_text()
    assert machine_mark() in kept
    assert not {secret[start : start + 6] for start in range(26)} & {kept[start : start + 6] for start in range(99)}
