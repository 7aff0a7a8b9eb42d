"""The `accueil` command: what it prints, and that a mistake is one line and exit code 2."""

from __future__ import annotations

import io

import pytest

from server.actions.house import build_house
from server.cli import main
from server.demo_folder import demo_settings
from server.domain.people import Role
from server.records.trail import Trail
from server.settings import Settings
from tests.support.seeded import SEED


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """Settings that name an empty folder, and no terminal to ask at."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ACCUEIL_DATABASE_URL", f"sqlite:///{tmp_path / 'accueil.db'}")
    monkeypatch.setenv("ACCUEIL_SECRET_KEY", "only-for-tests-" * 4)


@pytest.fixture
def typed(monkeypatch):
    """A function that types a line at standard input."""
    return lambda line: monkeypatch.setattr("sys.stdin", io.StringIO(line + "\n"))


@pytest.fixture
def refused(capsys):
    """A function that runs a command and sees it refused in one line."""

    def run(*command):
        assert main([str(part) for part in command]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("accueil: ")
        assert err.count("\n") == 1
        return err

    return run


@pytest.mark.parametrize(
    "command",
    [
        ("token", "--site", "etats-unis", "--role", "kiosk"),
        ("user", "add", "Zoé", "--role", "mediator"),
        ("seed", SEED),
    ],
)
def test_a_folder_without_a_demo_is_named_and_left_empty(refused, tmp_path, command):
    folder = tmp_path / "empty"
    line = refused(*command, "--data-dir", folder)
    assert str(folder) in line
    assert "accueil demo" in line
    assert not folder.exists()


def test_what_a_seed_does_not_say_in_some_language_is_told_once_and_planted(tmp_path, capsys):
    text = SEED.read_text("utf-8").replace('tr = "Engelliyim"\n', "").replace("我的补助和津贴", "")
    text = text.replace("有问题吗？请到接待处来。", "")
    (tmp_path / "seed.toml").write_text(text, "utf-8")
    assert main(["seed", str(tmp_path / "seed.toml")]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Warning: no need label of “allocations” in zh: the kiosk says it in French.",
        "Warning: no priority label of “handicap” in tr: the kiosk says it in French.",
        "Warning: no message text of “question” in zh: the screen says it in French.",
    ]


def test_a_seed_that_ships_is_planted_by_its_name(capsys):
    assert main(["seed", "pimms-lyon"]) == 0
    assert "etats-unis" in capsys.readouterr().out
    assert main(["seed", "pimms-lyon"]) == 0
    assert capsys.readouterr().out == "Every site of this file is there already.\n"


@pytest.mark.parametrize("name", ["nulle-part", "nulle-part.toml", "/"])
def test_a_seed_that_does_not_exist_is_refused(refused, name):
    refused("seed", name)


def test_a_token_is_printed_once_and_lets_the_device_in(capsys, tmp_path):
    main(["seed", str(SEED)])
    capsys.readouterr()
    assert main(["token", "--site", "site-3", "--role", "display"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    device = build_house(Settings()).devices.recognise(out.strip())
    assert (device.site, device.role) == ("site-3", Role.DISPLAY)


def token_file(file, site="etats-unis", role="printer"):
    assert main(["token", "--site", site, "--role", role, "--file", str(file)]) == 0
    return file.read_text()


def test_a_token_goes_into_a_file_that_its_owner_alone_reads(capsys, tmp_path):
    main(["seed", str(SEED)])
    capsys.readouterr()
    token = token_file(tmp_path / "token")
    assert capsys.readouterr() == ("", "")
    assert (tmp_path / "token").stat().st_mode & 0o777 == 0o600
    assert build_house(Settings()).devices.recognise(token).role is Role.PRINTER


def test_a_token_in_a_file_is_kept_while_the_records_know_it_for_that_site_and_role(tmp_path):
    main(["seed", str(SEED)])
    file = tmp_path / "token"
    first = token_file(file)
    assert token_file(file) == first
    assert len({first, token_file(file, "site-2"), token_file(file, "site-2", "kiosk"), token_file(file)}) == 4

    (tmp_path / "accueil.db").unlink()
    main(["seed", str(SEED)])
    assert build_house(Settings()).devices.recognise(file.read_text()) is None
    assert build_house(Settings()).devices.recognise(token_file(file)) is not None


def test_a_token_for_a_site_nobody_knows_is_refused(refused, capsys):
    main(["seed", str(SEED)])
    capsys.readouterr()
    assert "nulle-part" in refused("token", "--site", "nulle-part", "--role", "kiosk")


def test_before_any_seed_a_token_is_refused_in_one_line_too(refused):
    assert "etats-unis" in refused("token", "--site", "etats-unis", "--role", "kiosk")


def test_devices_are_listed_and_one_is_locked_out(capsys, refused):
    main(["seed", str(SEED)])
    main(["token", "--site", "etats-unis", "--role", "kiosk"])
    main(["token", "--site", "site-2", "--role", "display"])
    token = capsys.readouterr().out.splitlines()[-2]
    assert main(["devices"]) == 0
    assert [line.split("\t")[:3] for line in capsys.readouterr().out.splitlines()] == [
        ["1", "etats-unis", "kiosk"],
        ["2", "site-2", "display"],
    ]
    assert main(["revoke", "1", "--reason", "vendue"]) == 0
    assert capsys.readouterr().out == "kiosk 1 of etats-unis may not connect any more.\n"
    assert build_house(Settings()).devices.recognise(token) is None
    main(["devices", "--site", "etats-unis"])
    assert capsys.readouterr().out == ""
    refused("revoke", 1)
    refused("revoke", 99)
    refused("devices", "--site", "nulle-part")


def test_what_a_command_does_to_devices_stands_in_the_trail():
    main(["seed", str(SEED)])
    main(["token", "--site", "etats-unis", "--role", "kiosk"])
    main(["revoke", "1", "--reason", "vendue"])
    gone, added = Trail(build_house(Settings()).catalogue.store).newest(("etats-unis",), 2)
    assert (added.by.who, added.change.what, added.change.about) == ("command", "device.added", "1")
    assert (gone.by.who, gone.change.what, gone.change.reason) == ("command", "device.revoked", "vendue")


def test_a_role_that_does_not_exist_is_refused(capsys):
    with pytest.raises(SystemExit) as end:
        main(["token", "--site", "etats-unis", "--role", "boss"])
    assert end.value.code == 2


def test_a_demos_data_are_reached_by_its_folder(capsys, tmp_path):
    folder = tmp_path / "demo"
    demo_settings(folder)
    assert main(["seed", str(SEED), "--data-dir", str(folder)]) == 0
    assert main(["token", "--site", "etats-unis", "--role", "kiosk", "--data-dir", str(folder)]) == 0
    token = capsys.readouterr().out.splitlines()[-1]
    assert build_house(demo_settings(folder)).devices.recognise(token).role is Role.KIOSK


def test_a_setting_that_cannot_be_is_named(refused, monkeypatch):
    monkeypatch.setenv("ACCUEIL_PORT", "many")
    assert "ACCUEIL_PORT" in refused("seed", "pimms-lyon")


def test_a_key_for_web_push_is_printed_as_settings_that_make_a_server(capsys, monkeypatch):
    assert main(["push-keys"]) == 0
    lines = capsys.readouterr().out.splitlines()
    given = dict(line.split("=", 1) for line in lines if not line.startswith("#"))
    assert set(given) == {"ACCUEIL_PUSH_PRIVATE_KEY", "ACCUEIL_PUSH_CONTACT"}
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    house = build_house(Settings())
    assert house.post is not None
    assert lines[-1].endswith(house.post.keys.public)


def test_a_key_for_web_push_that_is_none_is_told_in_one_line(refused, monkeypatch):
    monkeypatch.setenv("ACCUEIL_PUSH_PRIVATE_KEY", "not a key")
    monkeypatch.setenv("ACCUEIL_PUSH_CONTACT", "mailto:a@example.org")
    line = refused("token", "--site", "etats-unis", "--role", "kiosk")
    assert "ACCUEIL_PUSH_PRIVATE_KEY" in line
    assert "not a key" not in line


def test_the_sites_go_out_as_a_seed_file_that_adds_nothing(capsys, tmp_path):
    assert main(["seed", "pimms-lyon"]) == 0
    capsys.readouterr()
    assert main(["export"]) == 0
    file = tmp_path / "export.toml"
    file.write_text(capsys.readouterr().out, "utf-8")
    assert main(["seed", str(file)]) == 0
    assert "Every site of this file is there already." in capsys.readouterr().out
    assert main(["export", "--site", "site-2"]) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if 'id = "site-' in line] == [
        '    { id = "site-2", name = "PIMMS Médiation, site 2", counters = 3 },'
    ]
