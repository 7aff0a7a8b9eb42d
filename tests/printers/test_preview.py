"""The preview printer and the way to it."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys

import pytest
from PIL import Image

from printers import __main__ as process
from printers import server_link
from printers.drivers import driver_for, preview
from printers.drivers.drawing import drawn
from printers.drivers.paper.decoder import decode
from printers.drivers.paper.picture import paper_picture
from printers.drivers.paper.sheet import lines_of
from printers.drivers.paper_kind import Paper
from printers.drivers.preview import KEPT
from printers.outcome import Failed, Printed


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "tickets"


@pytest.fixture
def driver(folder):
    return driver_for(f"preview://{folder}")


def test_a_printed_ticket_is_its_bytes_and_the_paper_they_make(driver, folder, a_job):
    assert driver.print(a_job()) == Printed()
    bytes_file, picture_file = sorted(folder.iterdir())
    assert bytes_file.name.endswith("-A012-job-1.bin")
    assert picture_file.name == f"{bytes_file.stem}.png"
    sheet = decode(bytes_file.read_bytes())
    assert "A 012" in lines_of(sheet)
    with Image.open(picture_file) as picture:
        assert picture.tobytes() == paper_picture(sheet).tobytes()


def test_only_the_newest_tickets_are_kept(driver, folder, a_job):
    folder.mkdir()
    for number in range(KEPT + 3):
        for suffix in ("bin", "png"):
            (folder / f"20000101T000000000{number:03}-A001-old.{suffix}").touch()
    driver.print(a_job())
    kept = sorted(folder.glob("*.bin"))
    assert len(kept) == len(list(folder.glob("*.png"))) == KEPT
    assert kept[-1].name.endswith("-A012-job-1.bin")


@pytest.mark.parametrize(("full_at", "outcome"), [(".bin", Failed), (".png", Printed)])
def test_a_full_disk_frees_itself_of_the_oldest_tickets(driver, folder, a_job, monkeypatch, full_at, outcome):
    folder.mkdir()
    for number in range(KEPT + 3):
        (folder / f"20000101T000000000{number:03}-A001-old.bin").touch()
    write = preview.write_whole

    def on_a_full_disk(path, *more):
        if path.suffix == full_at:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(path, *more)

    monkeypatch.setattr(preview, "write_whole", on_a_full_disk)
    assert type(driver.print(a_job())) is outcome
    assert not (folder / "20000101T000000000003-A001-old.bin").exists()
    assert (folder / "20000101T000000000004-A001-old.bin").exists()


def test_what_a_killed_process_was_writing_goes_with_the_next_ticket(driver, folder, a_job, monkeypatch):
    def killed(_):
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr(os, "fsync", killed)
        with pytest.raises(KeyboardInterrupt):
            driver.print(a_job())
    assert len(list(folder.iterdir())) == 1
    driver.print(a_job())
    assert [path.suffix for path in sorted(folder.iterdir())] == [".bin", ".png"]


def test_a_name_from_the_server_never_leaves_the_folder(driver, folder, a_job):
    driver.print(a_job(id="../../escape", number="../A012"))
    assert all(path.parent == folder for path in folder.rglob("*"))
    assert len(list(folder.iterdir())) == 2
    assert len(list(folder.parent.iterdir())) == 1


def test_a_folder_that_cannot_be_written_is_a_failure_that_names_it(folder, driver, a_job):
    folder.write_text("a file stands in its place")
    outcome = driver.print(a_job())
    assert isinstance(outcome, Failed)
    assert not outcome.sent
    assert str(folder) in outcome.detail


def test_a_picture_that_cannot_be_drawn_does_not_unprint_the_ticket(driver, folder, a_job, monkeypatch):
    monkeypatch.setattr("printers.drivers.preview.decode", lambda *_: decode(b"\x07"))
    assert driver.print(a_job()) == Printed()
    assert [path.suffix for path in folder.iterdir()] == [".bin"]


def test_a_preview_stands_in_for_the_printer_that_its_address_describes(folder, a_job):
    narrow = driver_for(f"preview://{folder}?profile=POS-5890&width=384")
    assert narrow.print(a_job()) == Printed()
    [ticket] = folder.glob("*.bin")
    assert ticket.read_bytes() == drawn(a_job(), Paper("POS-5890", 384))
    assert ticket.read_bytes() != drawn(a_job(), Paper())
    with Image.open(ticket.with_suffix(".png")) as picture:
        assert picture.width == 58 * 8


def test_a_relative_folder_is_understood():
    assert str(driver_for("preview://var/tickets%20ici").folder) == "var/tickets ici"


@pytest.mark.parametrize(
    ("arguments", "token", "advice"),
    [
        (["--server", "http://127.0.0.1:1", "--printer", "laser://x"], "t", "preview://DIR"),
        (["--server", "127.0.0.1:1", "--printer", "preview://x"], "t", "Write one like http://127.0.0.1:8000"),
        (["--server", "http://h:port", "--printer", "preview://x"], "t", "Write one like http://127.0.0.1:8000"),
        (["--server", "http://127.0.0.1:1", "--printer", "preview://x"], "", "let the agent in at the desk"),
        (["--server", "http://127.0.0.1:1", "--printer", "preview://x"], "a\nb", "Copy it again"),
        (["--server", "http://127.0.0.1:1", "--printer", "preview://x", "--token-file", "/dev"], "t", "/dev"),
    ],
)
def test_an_agent_that_cannot_start_says_why_in_one_line_and_exits_2(capsys, monkeypatch, arguments, token, advice):
    monkeypatch.setenv(process.TOKEN, token)
    assert process.main(arguments) == 2
    assert advice in capsys.readouterr().err.strip()


def test_the_process_prints_and_ends_cleanly_when_told_to(reception, folder, tmp_path, a_job):
    (tmp_path / "token").write_text("from a file\n".replace(" ", "-"))
    reception.hand_out(a_job().to_wire())
    command = [sys.executable, "-m", "printers", "--server", reception.url, "--printer", f"preview://{folder}"]
    with subprocess.Popen([*command, "--token-file", tmp_path / "token"], env={**os.environ}) as agent:
        reception.wait_until(lambda: reception.outcomes and reception.waiting)
        agent.send_signal(signal.SIGTERM)
        assert agent.wait(server_link.POLL_SECONDS / 2) == 0
    assert reception.tokens == {"Bearer from-a-file"}
    assert len(list(folder.glob("*.bin"))) == 1
