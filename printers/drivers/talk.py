"""A conversation with a printer over an open link: questions, and which of the bytes that come back answer them.

Three kinds of bytes come back: status bytes, the confirmation `37 22 id id id id 00` and the clear response
`37 25 00`. Our ids are chosen so that none of their bytes looks like a status byte, so each byte is of one kind.
Everything else is noise, and who sends noise is not believed.
"""

from __future__ import annotations

import random
import re

from printers.drivers.links import Link
from printers.drivers.patience import Deadline
from printers.drivers.status import QUESTIONS, Status, is_answer, question, status_of

# Epson's ids are 4 bytes of 20h to 7Eh; these have bit 4 clear, which a status byte has set.
LETTERS = b"ABCDEFGHIJKLMNOabcdefghijklmno"

# DLE DC4, function 8: forget all that is in the buffers, and recover from an error that allows it.
CLEAR = bytes([0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8])
CLEARED = b"\x37\x25\x00"

FRAME = re.compile(rb"\x37\x22[\x20-\x7e]{4}\x00|\x37\x25\x00", re.DOTALL)

# The beginning of one, whose rest is still on its way: a serial line brings byte after byte.
UNFINISHED = re.compile(rb"\x37(?:\x22[\x20-\x7e]{0,4}|\x25)?\Z", re.DOTALL)

# More than any answer: a printer that babbles is cut short.
MOST_KEPT = 256

# One look at what has come already, in seconds.
GLANCE = 0.0


def new_id() -> bytes:
    """The name of one job in this conversation."""
    return bytes(random.choices(LETTERS, k=4))  # nosec B311  # noqa: S311 - tells two jobs apart, hides nothing


def confirmation_request(name: bytes) -> bytes:
    """GS ( H, function 48: say this name when all before it is printed."""
    return b"\x1d(H\x06\x0000" + name


def confirmation(name: bytes) -> bytes:
    """The printer's answer to it."""
    return b"\x37\x22" + name + b"\x00"


class Talk:
    """What was heard so far on one link."""

    def __init__(self, link: Link) -> None:
        """`link` is open."""
        self.link = link
        self.statuses = bytearray()
        self.others = bytearray()
        self.cleared = False
        self.confirmed: set[bytes] = set()

    def hear(self, seconds: float) -> bool:
        """Take in what comes within this time, as soon as something does. Whether it did. Raises BrokenError."""
        data = self.link.read(seconds)
        for byte in data:
            (self.statuses if is_answer(byte) else self.others).append(byte)
        for frame in FRAME.findall(bytes(self.others)):
            self.cleared = self.cleared or frame == CLEARED
            if frame != CLEARED:
                self.confirmed.add(frame)
        if data:
            self.others[:] = FRAME.sub(b"", bytes(self.others))[-MOST_KEPT:]
        return bool(data)

    def drain(self) -> None:
        """Put away what came unasked: answers to an earlier job's questions answer none of ours."""
        for _ in range(MOST_KEPT):
            if not self.hear(GLANCE):
                break
        self.statuses.clear()
        self.others[:] = self.others[len(self.noise) :]

    @property
    def noise(self) -> bytes:
        """What was heard and belongs to no answer, not even to one that is still coming."""
        return UNFINISHED.sub(b"", bytes(self.others))

    def say(self, command: bytes, seconds: float) -> bool:
        """Send a short command whole. Whether it was taken in time. Raises BrokenError."""
        until = Deadline(seconds)
        while command:
            command = command[self.link.write(command, until.left) :]
            if until.passed:
                break
        return not command

    def ask(self, number: int, seconds: float) -> int | None:
        """The answer to one DLE EOT; None for silence, for noise, and for more answers than questions."""
        self.drain()
        until = Deadline(seconds)
        if not self.link.hears or not self.say(question(number), seconds):
            return None
        while not self.statuses and not self.noise and not until.passed:
            self.hear(until.left)
        self.hear(GLANCE)
        return self.statuses[0] if len(self.statuses) == 1 and not self.noise else None

    def status(self, seconds: float) -> Status:
        """All that the printer tells of itself; nothing when the first question is not answered in `seconds`.

        It takes twice as long at most: a printer that answers each at the last moment is none to wait for.
        """
        answers: dict[int, int] = {}
        until = Deadline(2 * seconds)
        for number in QUESTIONS:
            answer = self.ask(number, until.within(seconds))
            if answer is not None:
                answers[number] = answer
            elif number == QUESTIONS[0]:
                break
        return status_of(answers)

    def clear(self, seconds: float) -> bool:
        """Have the printer forget what it has not printed. Whether it says that it did. Raises BrokenError.

        Nothing else may be sent before it has answered, by the maker.
        """
        self.cleared = False
        until = Deadline(seconds)
        if self.say(CLEAR, seconds):
            while not self.cleared and not until.passed:
                self.hear(until.left)
        return self.cleared
