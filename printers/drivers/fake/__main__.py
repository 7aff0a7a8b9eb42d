"""`python -m printers.drivers.fake --port 9100`: a printer to try things out with, its tickets shown in the terminal.

Commands while it runs, a line each: a fault (`paper_out`, `cover_open@300` …), `repair`, `off` (switched off and on).
"""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from printers.drivers.fake.engine import BUFFER_BYTES, Engine
from printers.drivers.fake.faults import Fault, FaultError, Kind
from printers.drivers.fake.pieces import CodeReaderMissingError, Piece
from printers.drivers.fake.server import FakePrinter
from printers.drivers.paper.sheet import PaperError
from printers.drivers.paper_kind import PaperKindError, paper_for


def main(arguments: list[str] | None = None) -> int:
    """Run until Ctrl-C or SIGTERM. Returns the exit code."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    parser = argparse.ArgumentParser(
        prog="python -m printers.drivers.fake", description="A network printer of no paper."
    )
    parser.add_argument("--port", type=int, default=9100)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--buffer", type=int, default=BUFFER_BYTES, metavar="BYTES")
    parser.add_argument("--profile", help="of python-escpos; TM-T20II when none is given")
    parser.add_argument("--width", metavar="DOTS", help="printable; the profile’s own when none is given")
    parser.add_argument("--speed", type=int, metavar="BYTES", help="a second; 1900 is a serial line of 19,200 baud")
    parser.add_argument("--fault", action="append", default=[], metavar="KIND[@BYTE]", help=", ".join(Kind))
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep each ticket there, as bytes and as a picture")
    options = parser.parse_args(arguments)
    try:
        engine = Engine(options.buffer, paper_for(options.profile, options.width))
        engine.on_piece = lambda piece: show(piece, options.keep, len(engine.pieces))
        faults = [Fault.from_text(text) for text in options.fault]
        printer = FakePrinter(engine, options.port, options.speed, options.host)
    except (FaultError, PaperKindError, OSError) as trouble:
        say(f"The fake printer cannot start: {trouble}")
        return 2
    with printer:
        printer.plan(*faults)
        say(f"A fake printer listens at {printer.url}")
        try:
            for line in sys.stdin:
                obey(printer, line.strip())
            printer.thread.join()
        except KeyboardInterrupt:
            say("")
    return 0


def obey(printer: FakePrinter, command: str) -> None:
    """One line from the terminal."""
    if command in ("repair", "off"):
        printer.repair(switch_off=command == "off")
    elif command:
        try:
            printer.plan(Fault.from_text(command))
        except FaultError as trouble:
            say(f"{trouble} Or “repair”, or “off”.")
            return
    faults = [*sorted(printer.engine.faults), *map(str, printer.engine.planned)]
    say(f"faults: {', '.join(faults) or 'none'}")


def show(piece: Piece, keep: Path | None, count: int) -> None:
    """One piece of paper, as text; a torn one too."""
    say(f"--- {'ticket' if piece.whole else 'scrap'} {count}, {len(piece.stream)} bytes")
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{count:04}.bin").write_bytes(piece.stream)
    try:
        for line in piece.lines():
            say(f"    {line.strip()}")
        if keep is not None:
            piece.picture().save(keep / f"{count:04}.png")
        for code in piece.codes():
            say(f"    [QR] {code}")
    except (PaperError, CodeReaderMissingError) as trouble:
        say(f"    ({trouble})")


def say(line: str) -> None:
    """To the terminal."""
    print(line, flush=True)  # noqa: T201  # that is where its paper comes out


if __name__ == "__main__":
    sys.exit(main())
