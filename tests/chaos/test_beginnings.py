"""What a demo finds out before it says that it is ready, and what its children are told."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from server.actions.house import build_house
from server.demo import FIRST_SITE, _ready, prepare
from server.demo_folder import demo_settings, make_folders
from server.settings import Settings, environment_for
from tests.support.processes import Demo, until

SHOWN = """
import server.gunicorn_conf
from gunicorn.util import parse_address
print(*parse_address(server.gunicorn_conf.bind))
"""


def test_anothers_server_at_our_address_is_not_taken_for_ours(demo: Demo, tmp_path: Path):
    settings = demo_settings(tmp_path / "other", port=demo.port)
    assert not _ready(settings, prepare(settings).token)
    assert _ready(demo_settings(demo.folder, port=demo.port), (demo.folder / "printer.token").read_text())


@pytest.mark.parametrize("trouble", ["removed", "records made anew", "another site's", "not a token"])
def test_the_agents_token_is_one_that_the_records_know(tmp_path: Path, trouble):
    settings = demo_settings(tmp_path)
    token = prepare(settings).token
    assert prepare(settings).token == token

    if trouble == "removed":
        (tmp_path / "printer.token").unlink()
    elif trouble == "records made anew":
        shutil.rmtree(tmp_path / "records")
        (tmp_path / "records").mkdir()
    elif trouble == "another site's":
        (tmp_path / "printer.token").write_text(build_house(settings).devices.create("site-2", "printer"))
    else:
        (tmp_path / "printer.token").write_bytes(b"\xff\xfe")

    device = build_house(settings).devices.recognise(prepare(settings).token)
    assert (device.site, device.role) == (FIRST_SITE, "printer")


def test_the_print_agent_and_valkey_are_told_no_secret(demo: Demo):
    # The agent is the last to start, after the demo is ready.
    until(lambda: bool(demo.part("-m printers")), "the print agent runs")
    [queue], [agent] = demo.part("valkey-server"), demo.part("-m printers")
    assert settings_told(queue) == set()
    assert settings_told(agent) == set()  # its command says all it needs, and where its token lies


def settings_told(pid: int) -> set[str]:
    names = (entry.partition("=")[0] for entry in Path(f"/proc/{pid}/environ").read_text().split("\0"))
    return {name for name in names if name.startswith("ACCUEIL_")}


def test_a_secret_of_the_surroundings_is_not_handed_on(monkeypatch):
    settings = Settings(secret_key=SecretStr("s" * 32))
    monkeypatch.setenv("accueil_secret_key", "of the surroundings")
    monkeypatch.setenv("ACCUEIL_SECRET_KEY", "of the surroundings")
    monkeypatch.setenv("HOME", "/home/amina")
    handed_on = environment_for(settings, only=("port",))
    assert [name for name in handed_on if name.upper().startswith("ACCUEIL_")] == ["ACCUEIL_PORT"]
    assert handed_on["HOME"] == "/home/amina"
    assert environment_for(settings)["ACCUEIL_SECRET_KEY"] == "s" * 32


def test_what_a_demo_writes_is_its_owners_alone(demo: Demo):
    """But for the printed papers, which are plain files in a folder that nobody else enters."""
    assert {
        path.name for path in demo.folder.rglob("*") if open_to_others(path) and path.parent.name != "preview"
    } == set()


def test_the_folders_of_a_demo_are_closed_to_others_also_those_that_were_open(tmp_path: Path):
    queue = tmp_path / "demo" / "queue"
    make_folders(queue.parent)
    assert not open_to_others(queue.parent)
    queue.chmod(0o755)
    make_folders(queue.parent)
    assert not open_to_others(queue)


def test_a_folder_that_was_there_keeps_the_mode_it_was_given(tmp_path: Path):
    """It may be shared on purpose, or be a system's own: what lies in it is closed, not the folder."""
    tmp_path.chmod(0o755)
    make_folders(tmp_path)
    assert open_to_others(tmp_path)
    assert [path.name for path in tmp_path.iterdir() if open_to_others(path)] == []


def open_to_others(path: Path) -> bool:
    return bool(stat.S_IMODE(path.lstat().st_mode) & 0o077)


@pytest.mark.parametrize("host", ["::1", "[::1]"])
def test_an_ipv6_address_is_listened_at_and_shown_in_brackets(tmp_path: Path, host):
    settings = demo_settings(tmp_path, host, 8123)
    assert settings.public_url == settings.server_url == "http://[::1]:8123"
    told = environment_for(settings)
    ran = subprocess.run([sys.executable, "-c", SHOWN], env=told, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["::1", "8123"]


def test_every_address_is_shown_as_one_that_a_browser_can_open(tmp_path: Path):
    assert demo_settings(tmp_path, "::", 8123).public_url == "http://127.0.0.1:8123"
