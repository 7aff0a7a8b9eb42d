"""The QR code of the follow address, for cheap phones in shaking hands."""

from __future__ import annotations

from PIL import Image
from qrcode.constants import ERROR_CORRECT_M
from qrcode.exceptions import DataOverflowError
from qrcode.main import QRCode

from printers.job import JobUnreadableError

# The printer doubles the picture in both directions (GS v 0, mode 3): a quarter of the bytes.
DOUBLING = 2

# Dots to a module, the largest that fits: 6 is 0.75 mm at 203 dpi, a code of 25 mm for an address of 60 letters.
# Below 4 dots a worn head fills the gaps.
MODULE_DOTS = (6, 4)

# ISO/IEC 18004 asks for 4 blank modules on each side.
QUIET_MODULES = 4


def follow_code(url: str, width: int) -> Image.Image:
    """The code at half its printed size, mode “1”, to be printed doubled and centred on `width` dots.

    It has no quiet zone of its own, which would be bytes for nothing: sideways the centred code leaves it on the
    paper, above and below the caller feeds a blank line each (30 dots; 4 modules are 24).
    Raises JobUnreadableError when the address is too long for this paper.
    """
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(url)
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError) as trouble:
        raise JobUnreadableError("The print job’s “follow_url” is too long for a QR code.") from trouble
    modules = code.modules_count
    for dots in MODULE_DOTS:
        if (modules + 2 * QUIET_MODULES) * dots <= width:
            side = modules * dots // DOUBLING
            drawing = Image.new("1", (modules, modules))
            drawing.putdata([0 if dark else 255 for row in code.get_matrix() for dark in row])
            return drawing.resize((side, side), Image.Resampling.NEAREST)
    raise JobUnreadableError("The print job’s “follow_url” is too long for a QR code on this paper.")
