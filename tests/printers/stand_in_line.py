"""A printer on a real terminal of the system that holds the line back by XOFF, as one does whose buffer is full."""

from __future__ import annotations

import os
import select

from tests.printers.stand_ins import Serial

XON, XOFF = b"\x11", b"\x13"


class HoldsBack(Serial):
    """`held_back` counts how often it did. (A terminal passes a few kilobytes on before it stops.)"""

    FULL, EMPTY, AT_ONCE = 400, 100, 100

    def run(self, answers):
        self.held_back, kept, stopped = 0, bytearray(), False
        while True:
            ready, _, _ = select.select([self.wake_out, self.end], [], [], 0.001 if kept else None)
            if self.wake_out in ready:
                return
            if self.end in ready:
                kept += os.read(self.end, 256)
                if len(kept) > self.FULL and not stopped:
                    stopped, self.held_back = True, self.held_back + 1
                    os.write(self.end, XOFF)
                continue  # it prints only while nothing comes: so that it does get full
            self.engine.take(bytes(kept[: self.AT_ONCE]))
            del kept[: self.AT_ONCE]
            self.engine.step(4096)
            if stopped and len(kept) < self.EMPTY:
                stopped = False
                os.write(self.end, XON)
            if heard := self.engine.heard():
                os.write(self.end, heard)
