"""The code of a follow address as a picture, for a screen that stands in for paper."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
import zxingcpp
from PIL import Image, ImageDraw

SVG = "{http://www.w3.org/2000/svg}"
MODULE = re.compile(r"M(\d+),(\d+)H(\d+)V(\d+)H\1z")
QUIET = 4
DOTS = 4
NOBODYS = "1-" + "A" * 22


def drawn(svg):
    """The picture as a browser draws it, one dot a unit of its own: "L", 0 is black. It holds squares alone."""
    root = ET.fromstring(svg)  # noqa: S314 - our own server wrote it
    left, top, width, height = (int(part) for part in root.attrib["viewBox"].split())
    assert (left, top, width) == (0, 0, height)
    ground, path = root
    assert ground.attrib == {"fill": "white", "x": "0", "y": "0", "width": "100%", "height": "100%"}
    assert (path.tag, path.attrib["fill"]) == (f"{SVG}path", "#000000")
    assert MODULE.sub("", path.attrib["d"]) == ""
    picture = Image.new("L", (width, height), 255)
    for corners in MODULE.finditer(path.attrib["d"]):
        from_x, from_y, to_x, to_y = (int(corner) for corner in corners.groups())
        ImageDraw.Draw(picture).rectangle((from_x, from_y, to_x - 1, to_y - 1), fill=0)
    return picture


@pytest.fixture
def code(app):
    """A function that asks for the picture of a link's last part, without any token."""
    return lambda secret: app.test_client().get(f"/t/{secret}/code.svg")


def test_the_picture_holds_exactly_the_address_on_the_paper(device, code):
    ticket = device("kiosk").issue("energie", "ar").json
    answer = code(ticket["follow_url"].rpartition("/")[2])
    assert (answer.status_code, answer.mimetype) == (200, "image/svg+xml")
    picture = drawn(answer.text)
    (found,) = zxingcpp.read_barcodes(picture.resize([side * DOTS for side in picture.size], Image.Resampling.NEAREST))
    assert found.text == ticket["follow_url"]
    assert (found.format, found.ec_level) == (zxingcpp.BarcodeFormat.QRCode, "M")
    # The code's own corners are dark: what is blank around them is the quiet zone.
    last = picture.width - 1 - QUIET
    assert Image.eval(picture, lambda shade: 255 - shade).getbbox() == (QUIET, QUIET, last + 1, last + 1)


def test_whether_a_ticket_exists_cannot_be_learned_from_it(device, code):
    there = code(device("kiosk").issue().json["follow_url"].rpartition("/")[2])
    nobodys = code(NOBODYS)
    assert there.status_code == nobodys.status_code == 200
    told = [{name: value for name, value in each.headers if name != "Content-Length"} for each in (there, nobodys)]
    assert told[0] == told[1]


def test_only_the_kiosk_itself_keeps_the_picture_for_as_long_as_it_shows_a_ticket(code):
    assert code(NOBODYS).headers["Cache-Control"] == "private, max-age=600"


@pytest.mark.parametrize(
    "nonsense",
    [
        "1",
        "A012",
        "1-short",
        f"{NOBODYS}A",
        f"0{NOBODYS}",
        f"1234567{NOBODYS[1:]}",
        NOBODYS[:-1] + "é",
        f"{NOBODYS}%0A",
    ],
)
def test_what_can_be_no_link_gets_no_picture(code, nonsense):
    answer = code(nonsense)
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert answer.headers["Cache-Control"] == "no-store"
