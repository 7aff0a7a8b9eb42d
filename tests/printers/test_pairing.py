"""An agent without a token is let in at the desk, and again after it was sent away: against a real server."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from printers.__main__ import printer_token
from printers.pairing import Code, code_in, is_token
from printers.server_link import ServerTroubleError
from server.actions.house import House
from server.domain.people import Job
from server.queues.snapshots import read_queue
from tests.support.processes import Web, free_port, until
from tests.support.seeded import seeded, settings_in

SITE = "site-2"
CODE = re.compile(r"pairing_code .*?code=([A-Z]{4}-[A-Z]{4})")
GIVEN = {"code": "BCDF-GHJK", "proof": "p", "expires_in": 300, "interval": 5}


@pytest.fixture(scope="module")
def centre(valkey, tmp_path_factory) -> Iterator[tuple[Web, House]]:
    folder = tmp_path_factory.mktemp("centre")
    settings = settings_in(folder, valkey.url, port=free_port())
    house = seeded(settings)
    house.people.add("Nadia", Job.MANAGER, "un long mot de passe", [SITE])
    web = Web(settings, folder / "web.log")
    yield web, house
    web.kill()


@contextmanager
def agent(url: str, folder: Path) -> Iterator[Callable[[re.Pattern[str]], list[str]]]:
    """The agent as a process. Gives what finds something in the log of this start and those before."""
    log = folder / "agent.log"
    command = [sys.executable, "-m", "printers", "--server", url, "--printer", f"accueil=preview://{folder / 'paper'}"]
    with log.open("ab") as output:
        process = subprocess.Popen(
            [*command, "--token-file", folder / "token"],
            stdout=output,
            stderr=output,
            env={**os.environ, "NO_COLOR": "1"},
        )
    try:
        yield lambda wanted: wanted.findall(re.sub(r"\x1b\[[0-9;]*m", "", log.read_text()))
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def approve(house, code):
    house.pairings.approve(code, house.people.named("Nadia"), SITE, "Imprimante de l’accueil")


def prints(house):
    """Whether an agent has announced its printer to the site."""
    printers = read_queue(house.queue, house.catalogue.site(SITE)).printers
    return any(printer.id == "accueil" and printer.can_print for printer in printers)


def test_it_shows_a_code_and_prints_once_somebody_has_typed_it_and_again_after_it_was_sent_away(centre, tmp_path):
    web, house = centre
    token = tmp_path / "token"
    with agent(web.url, tmp_path) as logged:
        until(lambda: logged(CODE), "the log shows a code")
        assert not token.exists()
        approve(house, logged(CODE)[0])
        until(lambda: prints(house), "it is known, and announces its printer")
        device = house.devices.recognise(token.read_text().strip())
        assert (device.site, device.role) == (SITE, "printer")
        assert stat.S_IMODE(token.stat().st_mode) == 0o600
        assert token.read_text().strip() not in (tmp_path / "agent.log").read_text()

        house.devices.revoke(device.id, reason="vendue")
        until(lambda: len(logged(CODE)) == 2, "the log shows another code")
        approve(house, logged(CODE)[1])
        until(lambda: house.devices.recognise(token.read_text().strip()) is not None, "it has another token")
    assert printer_token(token) == token.read_text().strip(), "the next start needs no code"


def answered(status, body):
    return httpx.Response(status, json=body, request=httpx.Request("POST", "http://server"))


def test_a_code_is_read_with_its_times():
    assert code_in(answered(201, GIVEN)) == Code("BCDF-GHJK", "p", 300, 5)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, GIVEN),
        (429, {"code": "too_many_pairings"}),
        (404, {}),
        (201, {}),
        (201, []),
        (201, GIVEN | {"proof": 7}),
        (201, GIVEN | {"interval": "soon"}),
        (201, GIVEN | {"expires_in": None}),
    ],
)
def test_what_is_no_code_is_trouble_for_now(status, body):
    with pytest.raises(ServerTroubleError):
        code_in(answered(status, body))


@pytest.mark.parametrize("token", ["", "a b", "a\nb", "é", None, 7, "a\x00b"])
def test_what_cannot_be_shown_is_no_token(token):
    assert not is_token(token)
