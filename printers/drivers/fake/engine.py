"""The fake printer's inside: a bounded buffer, a mechanism that empties it, and what the printer says of itself.

Real-time commands (DLE EOT, DLE DC4 8) are obeyed on arrival, also when the printer is offline, and when its buffer is
full, as long as nothing else stands before them on the line. By Epson's reference a match inside another command, say
in an image, is obeyed as well, and stays part of the image.
"""

from __future__ import annotations

import re
import threading
from collections import deque
from collections.abc import Callable

from escpos.capabilities import CAPABILITIES

from printers.drivers.fake.faults import Fault, Kind
from printers.drivers.fake.framer import Framer
from printers.drivers.fake.pieces import Piece
from printers.drivers.paper_kind import Paper

# What an Epson TM-T20 has.
BUFFER_BYTES = 4096

CLEAR = bytes([0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8])
CLEAR_RESPONSE = b"\x37\x25\x00"
CONFIRMATION_REQUEST = b"\x1d(H\x06\x0000"
# How a ticket ends where there is no knife: six lines fed, and the visitor tears it off.
TEAR_OFF = b"\x1bd\x06"
GARBAGE = b"\xff\x13\x80"

REAL_TIME = re.compile(rb"\x10\x04[\x01-\x04]|" + re.escape(CLEAR), re.DOTALL)
REAL_TIME_AT_END = re.compile(rb"(?:\x10\x04[\x01-\x04]|" + re.escape(CLEAR) + rb")\Z", re.DOTALL)
LAST_OF_REAL_TIME = {1, 2, 3, 4, 8}

# What keeps it from taking in anything at all.
DEAF = {Kind.POWER_LOST, Kind.HALF_OPEN}

# What stops it until somebody repairs it.
STOPS = {Kind.PAPER_OUT, Kind.COVER_OPEN, Kind.MECHANICAL, Kind.POWER_LOST, Kind.HALF_OPEN}


def features_of(profile: str) -> dict[str, bool]:
    """What a printer of this python-escpos profile can do."""
    features: dict[str, bool] = CAPABILITIES["profiles"][profile]["features"]
    return features


class Engine:
    """One printer. Any thread may call it."""

    clears = True  # some clones ignore the order to forget
    questions = 4  # and some answer only to the first kinds of DLE EOT

    def __init__(self, buffer_bytes: int = BUFFER_BYTES, paper: Paper = Paper()) -> None:
        """Switched on, with paper, and quick: what arrives is printed when `step` is asked to do it."""
        self.lock = threading.RLock()
        self.buffer_bytes = buffer_bytes
        self.paper = paper
        self.has_knife = any(features_of(paper.profile)[cut] for cut in ("paperFullCut", "paperPartCut"))
        self.buffer: deque[int] = deque()
        self.arriving, self.recent = Framer(), bytearray()
        self.printing = Framer()
        self.on_paper = bytearray()
        self.job_bytes = 0
        self.spoilt = False
        self.pieces: list[Piece] = []
        self.answers = bytearray()
        self.faults: set[Kind] = set()
        self.planned: list[Fault] = []
        self.on_piece: Callable[[Piece], None] = lambda _: None

    def plan(self, *faults: Fault) -> None:
        """Have faults strike: at once, or before a byte of the next job. Byte 0 is “when it arrives”."""
        with self.lock:
            self.job_bytes = 0
            self.planned += [fault for fault in faults if fault.at is not None]
            for fault in faults:
                if fault.at is None:
                    self.strike(fault.kind)

    def strike(self, kind: Kind) -> None:
        """A fault is there from now on."""
        self.faults.add(kind)
        if kind == Kind.POWER_LOST:
            self.forget()
        if kind in STOPS and self.on_paper:
            self.spoilt = True

    def strike_due(self, place: int) -> bool:
        """Have the faults strike whose byte it is: byte 0 as it arrives, others as they are obeyed. Whether any did."""
        due = [each for each in self.planned if each.at is not None and min(place, 1) <= each.at <= place]
        for fault in due:
            self.planned.remove(fault)
            self.strike(fault.kind)
        return bool(due)

    def repair(self, *, switch_off: bool = False) -> None:
        """A new roll, a closed cover, a cable put back; what is still in the buffer may then be printed.

        With `switch_off` it is switched off and on first, and its buffer is empty.
        """
        with self.lock:
            self.faults.clear()
            self.planned.clear()
            if switch_off:
                self.forget()

    def forget(self) -> None:
        """All that is not on paper. What is on paper of an unfinished ticket is a scrap."""
        self.buffer.clear()
        self.answers.clear()
        self.arriving, self.printing = Framer(), Framer()
        self.recent.clear()
        self.tear()

    def tear(self) -> None:
        """The paper so far is a piece of its own, and no whole ticket."""
        if self.on_paper:
            self.finish(whole=False)

    def take(self, data: bytes) -> int:
        """Bytes arrive. How many were taken in: the buffer holds only so many."""
        with self.lock:
            place = 0
            while place < len(data) and not self.faults & DEAF:
                full = len(self.buffer) >= self.buffer_bytes
                if full or (self.arriving.between and data[place] == 0x10):
                    command = REAL_TIME.match(data, place)
                    if command is not None:
                        self.obey_at_once(command[0])
                        place = command.end()
                        continue
                    if full:
                        break
                if self.strike_due(0) and self.faults & DEAF:
                    break  # this byte stays where it is
                self.arrive(data[place])
                place += 1
            return place

    def arrive(self, byte: int) -> None:
        """One byte into the buffer; inside another command, it may end what looks like a real-time command."""
        self.buffer.append(byte)
        self.arriving.feed(byte)
        self.recent = (self.recent + bytes([byte]))[-len(CLEAR) :]
        if byte in LAST_OF_REAL_TIME and (command := REAL_TIME_AT_END.search(bytes(self.recent))):
            self.recent.clear()
            self.obey_at_once(command[0])

    def obey_at_once(self, command: bytes) -> None:
        """A real-time command."""
        if command == CLEAR:
            if self.clears:
                self.forget()
                self.say(CLEAR_RESPONSE)
        elif command[-1] <= self.questions:
            self.answer_status(command[-1])

    def answer_status(self, number: int) -> None:
        """DLE EOT n, by Epson's bits."""
        if Kind.GARBAGE in self.faults:
            self.say(GARBAGE)
            return
        out, cover = Kind.PAPER_OUT in self.faults, Kind.COVER_OPEN in self.faults
        broken, low = Kind.MECHANICAL in self.faults, Kind.PAPER_LOW in self.faults
        bits = {
            1: 0x04 | (0x08 if out or cover or broken else 0),
            2: (0x04 if cover else 0) | (0x20 if out else 0) | (0x40 if broken else 0),
            3: 0x08 if broken else 0,
            4: (0x0C if low or out else 0) | (0x60 if out else 0),
        }
        self.say(bytes([0x12 | bits[number]]))

    def say(self, answer: bytes) -> None:
        """Put an answer on the line."""
        if Kind.SILENCE not in self.faults:
            self.answers += answer

    @property
    def busy(self) -> bool:
        """Whether it has something to print, and can."""
        return bool(self.buffer) and not self.faults & STOPS

    def heard(self) -> bytes:
        """Take the answers off the line."""
        with self.lock:
            answers, self.answers = bytes(self.answers), bytearray()
            return answers

    def step(self, most: int) -> int:
        """Obey up to `most` bytes of the buffer. How many were."""
        with self.lock:
            for done in range(most):
                if not self.buffer or self.faults & STOPS:
                    return done
                if self.strike_due(self.job_bytes):
                    return done  # it may stop, or be slower from here on
                self.obey(self.buffer.popleft())
            return most

    def obey(self, byte: int) -> None:
        """One byte onto the paper."""
        self.job_bytes += 1
        command = self.printing.feed(byte)
        self.on_paper.append(byte)
        if command is None:
            return
        if command.startswith(CONFIRMATION_REQUEST):
            del self.on_paper[-len(command) :]
            self.job_bytes = 0
            if Kind.NO_CONFIRMATION not in self.faults:
                self.say(b"\x37\x22" + command[-4:] + b"\x00")
        elif command.startswith(b"\x1dV") if self.has_knife else command == TEAR_OFF:
            self.finish(whole=not self.spoilt)

    def finish(self, *, whole: bool) -> None:
        """A piece of paper is done."""
        piece = Piece(bytes(self.on_paper), whole, self.paper)
        self.on_paper.clear()
        self.spoilt = False
        self.pieces.append(piece)
        self.on_piece(piece)
