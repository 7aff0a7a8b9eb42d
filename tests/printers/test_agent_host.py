"""The files for the machine beside the printer: a systemd unit and a udev rule."""

from __future__ import annotations

import re
import shutil
import subprocess
from importlib.resources import files

import pytest

HOST = files("printers") / "host"
RULE = re.compile(r'([A-Z_]+)(?:\{([A-Za-z_/]+)\})?(==|!=|=|\+=|:=)"([^"]*)"')
MATCHED = {"SUBSYSTEM", "KERNEL", "ENV", "ATTR", "ACTION"}
GIVEN = {"GROUP", "MODE", "ENV", "ATTR", "GOTO", "LABEL"}


def unit_lines(text):
    """Each setting of a unit with all its values. A key may stand several times, which INI readers do not bear."""
    settings, section = {}, ""
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            key, equals, value = line.partition("=")
            assert equals, line
            settings.setdefault((section, key), []).append(value)
    return settings


def rules_in(text):
    """The rules of a udev file, each a list of (key, attribute, operator, value)."""
    for line in text.splitlines():
        if line and not line.startswith("#"):
            parts = [RULE.fullmatch(part.strip()) for part in line.split(",")]
            assert all(parts), f"no rule: {line}"
            yield [part.groups() for part in parts]


@pytest.fixture
def unit():
    return (HOST / "accueil-printer.service").read_text()


@pytest.fixture
def rules():
    return (HOST / "60-accueil-printer.rules").read_text()


def test_the_unit_lives_for_months_and_may_do_little(unit):
    settings = unit_lines(unit)
    service = {key: values for (section, key), values in settings.items() if section == "Service"}
    assert service["Type"] == ["notify"]
    assert service["Restart"] == ["always"]
    assert settings["Unit", "StartLimitIntervalSec"] == ["0"]
    assert int(service["WatchdogSec"][0]) > 0
    assert service["DynamicUser"] == ["yes"]
    assert service["ProtectSystem"] == ["strict"]
    assert "lp" in service["SupplementaryGroups"][0].split()
    assert service["Environment"][0] == f"ACCUEIL_PRINTER_STATE_DIR=%S/{service['StateDirectory'][0]}"


def test_systemd_takes_the_unit(unit, tmp_path):
    if shutil.which("systemd-analyze") is None:
        # What it would say first: settings outside a section, or ones that no unit has.
        sections = {section for section, _ in unit_lines(unit)}
        assert sections == {"Unit", "Service", "Install"}
        return
    # It looks for the program, which a machine that only tests does not have there.
    copy = tmp_path / "accueil-printer.service"
    copy.write_text(unit.replace("/opt/accueil/bin/accueil", shutil.which("true")))
    said = subprocess.run(["systemd-analyze", "verify", copy], check=False, capture_output=True, text=True)
    assert [line for line in said.stderr.splitlines() if copy.name in line] == []
    assert said.returncode == 0, said.stderr


def test_systemd_would_have_said_so_of_a_unit_that_is_wrong(unit, tmp_path):
    wrong = unit.replace("Restart=always", "Restart=sometimes")
    if shutil.which("systemd-analyze") is None:
        assert unit_lines(wrong)["Service", "Restart"] == ["sometimes"]
        return
    copy = tmp_path / "accueil-printer.service"
    copy.write_text(wrong.replace("/opt/accueil/bin/accueil", shutil.which("true")))
    said = subprocess.run(["systemd-analyze", "verify", copy], check=False, capture_output=True, text=True)
    assert "sometimes" in said.stderr


def test_every_rule_is_one_that_udev_reads(rules, tmp_path):
    found = list(rules_in(rules))
    labels = {value for rule in found for key, _, _, value in rule if key == "LABEL"}
    for rule in found:
        for key, _, operator, value in rule:
            assert key in (MATCHED if operator in ("==", "!=") else GIVEN)
            assert key != "GOTO" or value in labels
    if udevadm := shutil.which("udevadm"):
        copy = tmp_path / "60-accueil-printer.rules"
        copy.write_text(rules)
        said = subprocess.run([udevadm, "verify", copy], check=False, capture_output=True, text=True)
        assert said.returncode == 0 or "Unknown" in said.stderr, said.stderr  # older than udev 254


def test_a_printer_on_usb_is_given_to_the_agents_group(rules, unit):
    [group] = {value for rule in rules_in(rules) for key, _, _, value in rule if key == "GROUP"}
    assert group in unit_lines(unit)["Service", "SupplementaryGroups"][0].split()
    assert ("ENV", "ID_USB_INTERFACES", "==", "*:0701??:*") in [part for rule in rules_in(rules) for part in rule]


@pytest.mark.parametrize("wrong", ['SUBSYSTEM="usb" GROUP="lp"', "SUBSYSTEM==usb", "nonsense"])
def test_a_rule_that_is_none_is_found(wrong):
    with pytest.raises(AssertionError):
        list(rules_in(wrong))
