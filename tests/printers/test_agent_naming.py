"""What tells one printer from another: its address, however it was spelled, on this machine and on others."""

from __future__ import annotations

import socket

import pytest

from printers import machine
from printers.naming import CannotStartError, address_of, printers_in


def test_a_device_has_one_address_however_its_path_is_written(tmp_path):
    (tmp_path / "usb").mkdir()
    device, link = tmp_path / "usb" / "lp0", tmp_path / "by-id"
    device.touch()
    link.symlink_to(device)
    for kind in ("file", "serial"):
        spelled = {
            address_of(f"{kind}://{path}")
            for path in (device, f"/{device}", f"{tmp_path}/usb/../usb/lp0", f"{tmp_path}/./usb//lp0", link)
        }
        assert len(spelled) == 1, spelled


@pytest.mark.parametrize(
    ("spelled", "same"),
    [
        ("localhost", "127.0.0.1"),
        ("LOCALHOST.", "127.0.0.1:9100"),
        ("127.1", "127.0.0.1"),
        ("imprimante.lan.", "Imprimante.LAN"),
        ("192.168.1.50.", "192.168.1.50"),
        ("[2001:DB8:0:0::1]", "[2001:db8::1]:9100"),
        ("[::ffff:192.168.1.50]:9101", "192.168.1.50:9101"),
    ],
)
def test_a_printer_on_the_network_has_one_address_however_its_host_is_written(spelled, same):
    assert address_of(f"network://{spelled}") == address_of(f"network://{same}")
    with pytest.raises(CannotStartError):
        printers_in([f"a=network://{spelled}", f"b=network://{same}"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("network://192.168.1.50", "network://192.168.1.51"),
        ("network://192.168.1.50", "network://192.168.1.50:9101"),
        ("network://[2001:db8::1]:9101", "network://[2001:db8::1:9101]"),
        ("network://cafe", "network://cafe.lan"),
        ("file:///dev/usb/lp0", "file:///dev/usb/lp1"),
        ("file:///dev/ttyUSB0", "serial:///dev/ttyUSB0"),
        ("memory://a", "memory://A"),
    ],
)
def test_two_printers_have_two_addresses(one, other):
    assert address_of(one) != address_of(other)


def test_a_queue_of_cups_is_the_same_in_large_letters():
    assert address_of("cups://Accueil") == address_of("cups://accueil")


def test_a_path_that_is_none_is_told(tmp_path):
    with pytest.raises(CannotStartError, match="names no file"):
        address_of(f"file://{tmp_path}/%00")


@pytest.fixture
def become(tmp_path, monkeypatch):
    """Makes this machine another one."""
    monkeypatch.setattr(machine, "MACHINE_ID", tmp_path / "machine-id")

    def change(host, machine_id):
        monkeypatch.setattr(socket, "gethostname", lambda: host)
        (tmp_path / "machine-id").unlink(missing_ok=True)
        if machine_id:
            (tmp_path / "machine-id").write_text(f"{machine_id}\n")

    return change


def test_a_printer_on_a_cable_is_its_machines_own(become):
    addresses = set()
    for host in ("kiosque-1", "kiosque-2"):
        become(host, None)
        addresses |= {address_of("file:///none/lp0"), address_of("network://192.168.1.50")}
    assert addresses == {"file://kiosque-1/none/lp0", "file://kiosque-2/none/lp0", "network://192.168.1.50"}


def test_two_kiosks_of_one_name_have_two_printers(become):
    become("raspberrypi", "a" * 32)
    first = address_of("file:///dev/usb/lp0")
    become("raspberrypi", "b" * 32)
    assert address_of("file:///dev/usb/lp0") != first
    become("raspberrypi", "a" * 32)
    assert address_of("file:///dev/usb/lp0") == first


def test_two_containers_of_one_image_have_two_printers(become):
    become("accueil-1", "a" * 32)
    first = address_of("file:///dev/usb/lp0")
    become("accueil-2", "a" * 32)
    assert address_of("file:///dev/usb/lp0") != first


def test_the_machine_id_itself_is_not_in_an_address(become):
    secret = "0123456789abcdef" * 2
    become("kiosque", secret)
    address = address_of("file:///none/lp0")
    assert not {secret[start : start + 6] for start in range(26)} & {address[start : start + 6] for start in range(99)}


def test_the_names_of_printers_are_read_and_doubles_refused():
    both = printers_in(["accueil=memory://a", "bureau=memory://b"])
    assert [each.name for each in both] == ["accueil", "bureau"]
    for wrong in (["memory://a", "memory://b"], ["a=memory://a", "b=memory://a"], ["Bureau=memory://a"]):
        with pytest.raises(CannotStartError):
            printers_in(wrong)
