"""The QR code of the follow address, for cheap phones in shaking hands."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image
from qrcode.constants import ERROR_CORRECT_M
from qrcode.exceptions import DataOverflowError
from qrcode.main import QRCode

from printers.job import JobUnreadableError

# Dots to a module, the largest that fits: 6 is 0.75 mm at 203 dpi, a code of 25 mm for an address of 60 letters.
# Below 4 dots a worn head fills the gaps.
MODULE_DOTS = (6, 4)

# ISO/IEC 18004 asks for 4 blank modules on each side.
QUIET_MODULES = 4


@dataclass(frozen=True, slots=True)
class FollowCode:
    """The code with one pixel a module, mode “1”, and how many dots wide and high a module is to be printed.

    It has no quiet zone of its own, which would be bytes for nothing: sideways the centred code leaves it on the
    paper, above and below the caller feeds a blank line each (30 dots; 4 modules are 24).
    """

    modules: Image.Image
    dots: int


def follow_code(url: str, width: int) -> FollowCode:
    """The code for paper `width` dots wide. Raises JobUnreadableError when the address is too long for it."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(url)
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError) as trouble:
        raise JobUnreadableError("The print job’s “follow_url” is too long for a QR code.") from trouble
    side = code.modules_count
    for dots in MODULE_DOTS:
        if (side + 2 * QUIET_MODULES) * dots <= width:
            modules = Image.new("1", (side, side))
            modules.putdata([0 if dark else 255 for row in code.get_matrix() for dark in row])
            return FollowCode(modules, dots)
    raise JobUnreadableError("The print job’s “follow_url” is too long for a QR code on this paper.")
