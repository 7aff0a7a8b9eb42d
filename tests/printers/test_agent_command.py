"""`accueil printer`: the agent's own words handed on, and a test ticket by hand."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest

from printers import __main__ as process
from printers.drivers.fake.faults import Fault, Kind
from printers.drivers.fake.server import FakePrinter
from server.cli import main
from server.commands import agent_command
from server.settings import Settings


def test_accueil_printer_hands_a_test_on_to_the_agent(tmp_path):
    asked = [sys.executable, "-m", "server.cli", "printer", "--test", "--printer", f"preview://{tmp_path / 'paper'}"]
    done = subprocess.run(asked, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Test ticket: printed." in done.stdout.splitlines()
    assert len(list((tmp_path / "paper").glob("*.bin"))) == 1


def test_a_printer_named_by_hand_is_the_only_one():
    settings = Settings(printer_url="accueil=memory://a bureau=memory://b", printer_health="127.0.0.1:9180")
    assert agent_command(settings).count("--printer") == 2
    named = agent_command(settings, ["--test", "--printer=memory://c"])
    assert "--printer" not in named
    assert named[-2:] == ["--test", "--printer=memory://c"]


def test_other_commands_still_know_their_own_words(capsys):
    with pytest.raises(SystemExit) as refused:
        main(["seed", "pimms-lyon", "--wrong"])
    assert refused.value.code == 2
    assert "unrecognized arguments: --wrong" in capsys.readouterr().err


def test_a_test_of_a_printer_that_confirms_says_all_that_it_can_tell(capsys):
    with FakePrinter() as printer:
        assert process.main(["--test", "--printer", printer.url]) == 0
        assert len(printer.pieces) == 1
    said = capsys.readouterr().out
    assert "State: ready." in said
    assert "It confirms each ticket" in said
    assert "Test ticket: printed." in said


def test_a_test_of_a_printer_without_paper_fails_and_says_why(capsys):
    with FakePrinter() as printer:
        printer.plan(Fault(Kind.PAPER_OUT))
        assert process.main(["--test", "--printer", printer.url]) == 1
        assert printer.pieces == []
    assert "Test ticket: failed before anything was sent." in capsys.readouterr().out


@pytest.mark.parametrize(
    "kind", ["network://127.{}.{}.1:1", "usb://ff{}:ff{}", "file:///dev/{}{}", "serial:///dev/{}{}"]
)
def test_a_device_that_is_missing_is_a_sentence_that_says_what_to_do(capsys, kind):
    # One that no other test asks for at the same time, in whatever process or folder it runs.
    parts = [random.SystemRandom().randint(10, 99) for _ in "12"]
    assert process.main(["--test", "--printer", kind.format(*parts)]) == 1
    assert capsys.readouterr().out.splitlines()[-1].endswith("?")


@pytest.mark.parametrize(
    "url", ["laser://x", "network://h?profile=none", "memory://x?width=9", "Bureau=memory://x", ""]
)
def test_an_address_that_is_none_is_one_line_and_exit_code_2(capsys, url):
    assert process.main(["--test", "--printer", url]) == 2
    [said] = capsys.readouterr().err.splitlines()
    assert said.startswith("accueil printer: ")
