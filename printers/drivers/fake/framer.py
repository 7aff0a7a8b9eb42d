"""Where ESC/POS commands begin and end in a stream of bytes. Source: Epson's ESC/POS command reference.

The decoder knows what commands mean; this knows only how long they are, byte by byte, as a printer reads them.
"""

from __future__ import annotations

ESC, FS, GS = 0x1B, 0x1C, 0x1D

# Parameter bytes after the two of the command. What is not here has none.
FIXED = {
    ESC: dict.fromkeys(b"!-3=ADEGJMQRTUVadefrtv{ ", 1) | dict.fromkeys(b"$\\c", 2) | dict.fromkeys(b"*p", 3),
    FS: dict.fromkeys(b"!-CW", 1),
    GS: dict.fromkeys(b"!/BHIRTabfhrw", 1) | dict.fromkeys(b"$LPW", 2),
}


class Framer:
    """Fed one byte after the other; knows whether it stands between two commands."""

    def __init__(self) -> None:
        """Between two commands."""
        self.command = bytearray()
        self.missing: int | None = None

    @property
    def between(self) -> bool:
        """Whether the next byte begins something new."""
        return not self.command

    def feed(self, byte: int) -> bytes | None:
        """Take a byte. The whole command, or the single letter, when it is the last one of it."""
        self.command.append(byte)
        if self.command[0] not in FIXED:
            self.missing = 0
        elif self.missing is None:
            self.missing = self.to_come()
        else:
            self.missing -= 1
            if self.missing == 0 and self.grows():
                self.missing = self.image_bytes()
        if self.missing != 0:
            return None
        whole, self.command, self.missing = bytes(self.command), bytearray(), None
        return whole

    def grows(self) -> bool:
        """Whether this is a raster image of which only the head was read."""
        head = 8 if self.command[:3] == b"\x1dv0" else 5 if self.command[:2] == b"\x1b*" else 0
        return len(self.command) == head and self.image_bytes() > 0

    def image_bytes(self) -> int:
        """GS v 0 m xL xH yL yH: x bytes a row, y rows. ESC * m nL nH: n columns, of 1 byte or from m = 32 on of 3."""
        if self.command[0] == ESC:
            return int.from_bytes(self.command[3:5], "little") * (3 if self.command[2] >= 32 else 1)
        return int.from_bytes(self.command[4:6], "little") * int.from_bytes(self.command[6:8], "little")

    def to_come(self) -> int | None:
        """How many bytes this command still needs; None while its head does not say."""
        head = self.command
        if len(head) < 2:
            return None
        if head[1] == ord("("):
            return int.from_bytes(head[3:5], "little") if len(head) == 5 else None
        if head[0] == GS and head[1] == ord("v"):
            return 5 if len(head) == 3 else None
        if head[0] == GS and head[1] == ord("V"):
            return None if len(head) == 2 else int(head[2] in (65, 66))
        return FIXED[head[0]].get(head[1], 0)
