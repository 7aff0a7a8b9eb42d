"""Signs of life: the local health check, systemd's line, and that an agent is alone with its printer."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import uuid
from contextlib import ExitStack

import httpx
import pytest

from printers import __main__ as process
from printers import pulse as pulses
from printers.alone import alone
from printers.health import HealthCheck
from printers.naming import address_of
from printers.outcome import Condition, Reason, State
from printers.pulse import Pulse
from printers.service_manager import ServiceManager
from tests.support.agents import nobodys_printer
from tests.support.processes import until


@pytest.fixture
def pulse():
    return Pulse()


@pytest.fixture
def health(pulse):
    check = HealthCheck(pulse, "127.0.0.1", 0)
    yield lambda: httpx.get(check.url, trust_env=False)
    check.close()


@pytest.fixture
def line(tmp_path):
    """A service manager's socket."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as place:
        place.bind(str(tmp_path / "notify"))
        place.settimeout(30)
        yield place


def test_an_agent_is_well_while_its_server_answers_and_its_loops_go_on(pulse, health, monkeypatch):
    pulse.beat("accueil")
    assert health().status_code == 503  # the server was not heard yet
    pulse.answered()
    assert health().status_code == 200
    monkeypatch.setattr(pulses, "LOOP_HANGS", 0.0)
    assert health().status_code == 503
    monkeypatch.setattr(pulses, "LOOP_HANGS", 120.0)
    monkeypatch.setattr(pulses, "SERVER_AWAY", 0.0)
    assert health().status_code == 503


def test_the_health_check_tells_of_each_printer_in_a_line(pulse, health):
    pulse.answered()
    for name in ("bureau", "accueil"):
        pulse.beat(name)
    pulse.became("bureau", Condition(State.DOWN, Reason.PAPER_OUT, "Plus de papier."))
    answer = health()
    assert answer.status_code == 200  # starting the agent anew would bring no paper
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert [(line["printer"], line["state"], line["reason"], line["server"], line["loop"]) for line in lines] == [
        ("accueil", None, None, "answers", "goes on"),
        ("bureau", "down", "paper_out", "answers", "goes on"),
    ]


def test_the_health_check_has_one_page(health):
    assert httpx.get(f"{health().url}/more", trust_env=False).status_code == 404


def test_a_printers_state_is_as_old_as_its_last_change(pulse):
    pulse.became("accueil", Condition(State.DOWN, Reason.PAPER_OUT))
    since = pulse.conditions["accueil"][1]
    pulse.became("accueil", Condition(State.DOWN, Reason.PAPER_OUT, "said otherwise"))
    assert pulse.conditions["accueil"][1] == since
    pulse.became("accueil", Condition(State.READY))
    assert pulse.conditions["accueil"][1] > since


def test_a_process_tells_systemd_that_it_is_ready_lives_and_ends_and_answers_its_health_check(
    reception, line, tmp_path
):
    log = tmp_path / "log"
    command = [sys.executable, "-m", "printers", "--server", reception.url, "--health", "127.0.0.1:0"]
    told = {"NOTIFY_SOCKET": line.getsockname(), "WATCHDOG_USEC": "100000", process.TOKEN: "secret"}
    with (
        log.open("wb") as output,
        subprocess.Popen(
            [*command, "--printer", f"preview://{tmp_path / 'paper'}", "--state-dir", tmp_path / "state"],
            env={**os.environ, **told, "PYTHONUNBUFFERED": "1"},
            stdout=output,
        ) as agent,
        ExitStack() as kept,
    ):
        kept.callback(agent.kill)
        assert [line.recv(64) for _ in range(3)] == [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1"]
        reception.wait_until(lambda: reception.waiting)
        url = log.read_text().partition("listens_at=")[2].split()[0]
        assert httpx.get(url, trust_env=False).text.startswith('{"printer": "imprimante"')
        agent.send_signal(signal.SIGTERM)
        assert agent.wait(30) == 0
    rest = set()
    until(lambda: rest.add(line.recv(64)) or b"STOPPING=1" in rest, "it says that it ends")


def test_a_watchdog_for_another_process_is_not_this_ones(monkeypatch):
    monkeypatch.setenv("NOTIFY_SOCKET", "/run/notify")
    monkeypatch.setenv("WATCHDOG_USEC", "60000000")
    monkeypatch.setenv("WATCHDOG_PID", str(os.getpid()))
    assert process.service_manager() == ServiceManager("/run/notify", 30.0)
    monkeypatch.setenv("WATCHDOG_PID", "1")
    assert process.service_manager() == ServiceManager("/run/notify", None)


def test_a_service_manager_that_is_gone_is_no_reason_to_print_nothing(tmp_path):
    ServiceManager(str(tmp_path / "gone")).tell("READY=1")
    ServiceManager().tell("READY=1")


def test_a_second_agent_on_a_printer_is_refused_with_a_line_that_says_what_to_do(capsys, monkeypatch):
    monkeypatch.setenv(process.TOKEN, "secret")
    host = f"printer-{uuid.uuid4().hex}.invalid"
    with alone([address_of(f"network://{host}")]):
        url = f"network://{host.upper()}.:9100?profile=TM-T20II"  # the same, spelled otherwise
        assert process.main(["--server", "http://127.0.0.1:1", "--printer", url]) == 2
        assert process.main(["--test", "--printer", url]) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2
    assert "Stop it first" in said[0]


def test_a_folder_that_cannot_be_used_is_a_line_that_says_what_to_do(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv(process.TOKEN, "secret")
    (tmp_path / "file").touch()
    asked = ["--server", "http://127.0.0.1:1", "--printer", nobodys_printer(), "--state-dir", str(tmp_path / "file")]
    assert process.main(asked) == 2
    [said] = capsys.readouterr().err.splitlines()
    assert "--state-dir" in said
