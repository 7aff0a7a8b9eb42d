"""Printers named by URL: what each means, and what is said of a wrong one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from printers.drivers import PrinterUrlError, driver_for
from printers.drivers.address import FORMS, Address, address_of
from printers.drivers.links.file import open_file
from printers.drivers.links.network import open_network
from printers.drivers.links.serial import open_serial
from printers.drivers.links.usb import open_usb
from printers.drivers.paper_kind import Paper


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        ("network://192.168.1.50", Address("network", "192.168.1.50", Paper())),
        ("network://imprimante.local:9101", Address("network", "imprimante.local", Paper(), port=9101)),
        ("network://[fe80::1]", Address("network", "fe80::1", Paper())),
        ("network://h?confirm=no", Address("network", "h", Paper(), may_confirm=False)),
        ("network://h?width=384", Address("network", "h", Paper(width=384))),
        ("network://h?profile=TM-T88V", Address("network", "h", Paper("TM-T88V", 512))),
        ("network://h?profile=T-1", Address("network", "h", Paper("T-1", 504))),
        ("network://h?profile=POS-5890&width=380", Address("network", "h", Paper("POS-5890", 380))),
        ("usb://04B8:0e28", Address("usb", "04b8:0e28", Paper(), numbers=(0x04B8, 0x0E28))),
        ("serial:///dev/ttyUSB0?baud=19200", Address("serial", "/dev/ttyUSB0", Paper(), baud=19200)),
        ("serial:///dev/ttyS0?flow=rtscts", Address("serial", "/dev/ttyS0", Paper(), flow="rtscts")),
        ("file:///dev/usb/lp0", Address("file", "/dev/usb/lp0", Paper())),
        ("cups://Accueil_80", Address("cups", "Accueil_80", Paper())),
        ("preview://var/tickets%20ici", Address("preview", "var/tickets ici", Paper())),
        ("memory://one", Address("memory", "one", Paper())),
    ],
)
def test_an_address_means_one_printer(url, meant):
    assert address_of(url) == meant


@pytest.mark.parametrize(
    ("url", "opener"),
    [
        ("network://h:1", partial(open_network, "h", 1)),
        ("usb://04b8:0e28", partial(open_usb, 0x04B8, 0x0E28)),
        ("serial:///dev/x?baud=38400", partial(open_serial, "/dev/x", 38400, "xonxoff")),
        ("file:///dev/x", partial(open_file, Path("/dev/x"))),
    ],
)
def test_each_kind_opens_its_own_way(url, opener):
    made = driver_for(url).opener
    assert (made.func, made.args) == (opener.func, opener.args)


@pytest.mark.parametrize("form", FORMS.values())
def test_what_is_offered_is_itself_an_address(form):
    driver_for(form)


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        ("", "Write one of: network://"),
        ("/var/tickets", "Write one of: network://"),
        ("laser://x", "Write one of: network://"),
        ("network:host", "Write one of: network://"),
        ("network://h\n", "Write one of: network://"),
        ("network://[h", "Write one of: network://"),
        ("network://", "names no printer. Write network://"),
        ("network://h:port", "Write one of: network://"),
        ("network://h/queue", "no path. Write network://"),
        ("network://me@h", "no “@”"),
        ("network://h#x", "no “#”"),
        ("network://h?baud=9600", "profile=, width=, confirm="),
        ("network://h?width=384&width=512", "Write it once"),
        ("network://h?confirm=maybe", "yes, no"),
        ("network://h?width=12", "width=256 to 576"),
        ("network://h?width=wide", "width=256 to 576"),
        ("network://h?width=640", "width=256 to 576"),
        ("network://h?profile=TM-T20", "profile=TM-T20II"),
        ("network://h?profile=zzzz", "profile=TM-T20II or profile=default"),
        ("network://h?profile=TM-U220", "prints no pictures"),
        ("usb://04b8", "lsusb shows them. Write usb://04b8:0e28"),
        ("usb://", "Write usb://04b8:0e28"),
        ("serial://ttyUSB0", "third “/”. Write serial:///dev/ttyUSB0"),
        ("serial:///dev/x?baud=12", "19200"),
        ("serial:///dev/x?flow=dtr", "xonxoff, rtscts, none"),
        ("file://dev/usb/lp0", "Write file:///dev/usb/lp0"),
        ("file:///dev/x?confirm=no", "a file printer has no “confirm”"),
        ("cups://", "Write cups://QUEUE"),
        ("cups://-d", "lpstat -e"),
        ("preview://", "names no folder. Write preview://DIR"),
        ("preview:///x?width=1", "width=256"),
        ("memory://", "Write memory://NAME"),
    ],
)
def test_a_wrong_address_says_in_one_line_what_to_write(url, advice):
    with pytest.raises(PrinterUrlError) as refusal:
        driver_for(url)
    assert advice in str(refusal.value)
    assert "\n" not in str(refusal.value)
