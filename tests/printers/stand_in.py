"""What the drivers' contract asks of each printer that it is held against."""

from __future__ import annotations

from printers.drivers import driver_for
from printers.drivers.patience import Patience
from printers.outcome import Printed, State

QUICK = Patience(
    open=5, answer=0.5, hunch=0.1, stall=0.2, job=5, confirm=2, settle=0.05, poll=0.02, clear=0.5, close=0.2
)


def printed(engine, data):
    """All that it prints of these bytes, in as many turns as its buffer needs."""
    while data:
        taken = engine.take(data)
        data = data[taken:]
        if not taken + engine.step(64):
            return
    while engine.step(64):
        continue


class StandIn:
    """What the contract asks of each kind. `stop` and `start` take the device away and give it back."""

    fine: type = Printed
    state = State.READY

    def driver(self):
        return driver_for(self.url, QUICK)

    def tickets(self):
        return [piece.stream for piece in self.engine.pieces if piece.whole]

    def close(self):
        """Nothing to close."""
