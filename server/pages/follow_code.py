"""The QR code of a ticket's phone page, for screens that stand in for paper."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from flask import Blueprint, Response, abort
from qrcode.constants import ERROR_CORRECT_M
from qrcode.image.svg import SvgPathFillImage
from qrcode.main import QRCode

from server.access import Public, house, who
from server.actions import reception

codes = Blueprint("codes", __name__)

# What stands behind /t/: a site's ordinal in base 36, then 128 bits of base64url. Nothing else becomes a picture.
LINK: Final = re.compile(r"[1-9a-z][0-9a-z]{0,5}-[A-Za-z0-9_-]{22}")

# ISO/IEC 18004 asks for 4 blank modules on each side.
QUIET_MODULES: Final = 4

# To find the best of the 8 masks takes eight times as long, and readers know them all.
MASK: Final = 0

KEPT: Final = "private, max-age=600"
"""As long as a kiosk shows a ticket, after a reload too; never in a cache that others share."""


@codes.get("/t/<secret>/code.svg")
@who(Public.ANYONE)
def follow_code(secret: str) -> Response:
    """The code of a follow address, also of one that leads nowhere: it is made of the address alone, without a look."""
    if not LINK.fullmatch(secret):
        abort(404)
    drawing = drawing_of(reception.address_of(house(), secret))
    return Response(drawing, mimetype="image/svg+xml", headers={"Cache-Control": KEPT})


@lru_cache(maxsize=256)
def drawing_of(address: str) -> str:
    """The code of an address. It takes some 10 ms, and a kiosk asks again after each reload."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_MODULES, mask_pattern=MASK)
    code.add_data(address)
    return str(code.make_image(image_factory=SvgPathFillImage).to_string(encoding="unicode"))
