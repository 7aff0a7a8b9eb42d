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

# What systemd takes of the settings that the unit has.
YES_OR_NO, SECONDS, WORDS = r"yes|no", r"\d+", r"[\w@.-]+( [\w@.-]+)*"
NOTHING = r"(?!)"
TAKEN = {
    "Unit": {"Description": r".+", "Wants": WORDS, "After": WORDS, "StartLimitIntervalSec": SECONDS},
    "Service": {
        "Type": r"simple|exec|forking|oneshot|dbus|notify|notify-reload|idle",
        "ExecStart": r"/\S+( \S+)*",
        "EnvironmentFile": r"-?/\S+",
        "Environment": r"[A-Z_]+=\S*",
        "LoadCredential": r"\w+:/\S+",
        "Restart": r"no|always|on-success|on-failure|on-abnormal|on-abort|on-watchdog",
        "MemoryMax": r"\d+[KMGT]?",
        "StateDirectory": r"[\w-]+",
        "StateDirectoryMode": r"0[0-7]{3}",
        "UMask": r"0[0-7]{3}",
        "SupplementaryGroups": WORDS,
        "DevicePolicy": r"auto|closed|strict",
        "DeviceAllow": r"(/dev/\S+|(char|block)-\S+) r?w?m?",
        "ProtectSystem": r"yes|no|full|strict",
        "ProtectHome": r"yes|no|read-only|tmpfs",
        "CapabilityBoundingSet": r"~?(CAP_[A-Z_]+ ?)*",
        "RestrictAddressFamilies": r"none|~?(AF_[A-Z0-9]+ ?)+",
        "RestrictNamespaces": r"yes|no|~?([a-z]+ ?)+",
        "SystemCallArchitectures": WORDS,
        "SystemCallFilter": r"~?(@?[\w:-]+ ?)+",
        **dict.fromkeys(("RestartSec", "WatchdogSec", "TimeoutStopSec"), SECONDS),
        **dict.fromkeys(("DynamicUser", "PrivateDevices", "PrivateTmp", "NoNewPrivileges", "ProtectClock"), YES_OR_NO),
        **dict.fromkeys(("ProtectKernelTunables", "ProtectKernelModules", "ProtectKernelLogs"), YES_OR_NO),
        **dict.fromkeys(("ProtectControlGroups", "ProtectHostname", "LockPersonality"), YES_OR_NO),
        **dict.fromkeys(("RestrictRealtime", "RestrictSUIDSGID"), YES_OR_NO),
    },
    "Install": {"WantedBy": WORDS},
}


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


def faults_in(text):
    """What systemd would not take of a unit, by systemd.unit(5), systemd.service(5) and systemd.exec(5)."""
    return [
        f"[{section}] {key}={value}"
        for (section, key), values in unit_lines(text).items()
        for value in values
        if not re.fullmatch(TAKEN.get(section, {}).get(key, NOTHING), value)
    ]


def systemd_says(text, folder):
    """Its own word on a unit, line by line; None on a machine that has no systemd."""
    program = shutil.which("systemd-analyze")
    if program is None:
        return None
    # It looks for the program, which a machine that only tests does not have there.
    copy = folder / "accueil-printer.service"
    copy.write_text(text.replace("/opt/accueil/.venv/bin/accueil", shutil.which("true")))
    said = subprocess.run([program, "verify", copy], check=False, capture_output=True, text=True)
    about = [line for line in said.stderr.splitlines() if copy.name in line]
    return about or ([] if said.returncode == 0 else said.stderr.splitlines())


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
    assert faults_in(unit) == []
    assert systemd_says(unit, tmp_path) in ([], None)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Restart=always", "Restart=sometimes"),
        ("Type=notify", "Type=notified"),
        ("WatchdogSec=60", "WatchdogSec=often"),
        ("NoNewPrivileges=yes", "NoNewPrivilege=yes"),
        ("ProtectSystem=strict", "ProtectSystem=very"),
        ("[Install]", "[Installs]"),
    ],
)
def test_a_unit_that_is_wrong_is_found(unit, tmp_path, right, wrong):
    assert unit.count(right) == 1
    spoilt, word = unit.replace(right, wrong), wrong.strip("[]").partition("=")[0]
    assert [fault for fault in faults_in(spoilt) if word in fault]
    said = systemd_says(spoilt, tmp_path)
    assert said is None or [line for line in said if word in line or wrong.partition("=")[2] in line]


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
