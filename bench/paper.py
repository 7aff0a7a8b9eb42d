"""The paper: what a ticket weighs, how long it takes to lay out, and from the tap to the last byte at the printer.

The printer is the fake one, on the loopback and as quick as can be: what is measured is the software. Beside it stands
what the mechanics of a real printer would take for the same paper.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from bench.figures import issue_asked, percentiles
from bench.rooms import PRINTED_AT, Rooms
from bench.wire import Line
from printers.drivers.drawing import drawn
from printers.drivers.fake.engine import Engine
from printers.drivers.fake.pieces import Piece
from printers.drivers.fake.server import FakePrinter
from printers.drivers.paper.decoder import decode
from printers.drivers.paper_kind import Paper
from printers.drivers.patience import line_seconds
from printers.job import PrintJob
from printers.words import LANGUAGES

DOTS_A_MM: Final = 8
"""At 203 dpi."""
SPEED_MM_S: Final = 250.0
"""A printer of today, by its maker; the cut comes on top and is not counted."""
BAUD: Final = 19_200
PAPER: Final = Paper()
LABELS: Final = {
    "fr": "Mes papiers et mes démarches",
    "en": "My papers and forms",
    "ar": "أوراقي ومعاملاتي",
    "tr": "Belgelerim ve işlemlerim",
    "pt": "Os meus documentos",
    "es": "Mis documentos y trámites",
    "ro": "Actele și cererile mele",
    "sq": "Dokumentet e mia",
    "ru": "Мои документы и заявления",
    "uk": "Мої документи та заяви",
    "fa": "مدارک و کارهای اداری من",
    "zh": "我的证件和手续",
    "ta": "எனது ஆவணங்கள்",
}


@dataclass(frozen=True, slots=True)
class Weight:
    """A ticket in one language: bytes, milliseconds to lay out (median), millimetres of paper."""

    language: str
    size: int
    layout_ms: float
    length_mm: float

    @property
    def mechanics_ms(self) -> float:
        """What the paper takes to come out."""
        return self.length_mm / SPEED_MM_S * 1000

    @property
    def serial_ms(self) -> float:
        """What its bytes take over a serial line of 19,200 baud."""
        return line_seconds(self.size, BAUD) * 1000


@dataclass(frozen=True, slots=True)
class Road:
    """Milliseconds from POST ticket to the last byte at the fake printer, 50th and 99th percentile."""

    p50: float
    p99: float
    samples: int


def weigh(language: str, times: int) -> Weight:
    """Lay so many tickets out, each of another number. The first one, which opens fonts, is not counted."""
    took, streams = [], []
    for place in range(1, times + 2):
        job = ticket_in(language, place)
        begun = time.perf_counter()
        streams.append(drawn(job, PAPER))
        took.append(time.perf_counter() - begun)
    length = sum(part.height for part in decode(streams[0], PAPER.width)) / DOTS_A_MM
    return Weight(language, max(map(len, streams)), median(took[1:]) * 1000, length)


def ticket_in(language: str, place: int) -> PrintJob:
    """A ticket with all that may stand on one."""
    return PrintJob(
        id=f"{place:012}",
        site_name="PIMMS Médiation des États-Unis, Lyon 8e",
        number=f"A{place:03}",
        need_label=LABELS[language],
        language=language,
        issued_at="2026-11-23T10:42:00+01:00",
        ahead=3,
        follow_url=f"https://accueil.example/t/1-Qm9uam91ciBMeW9uID{place:04}",
        need_french=LABELS["fr"],
        pictogram="identification-card",
        wait_low_min=10,
        wait_high_min=20,
    )


def weights(times: int) -> list[Weight]:
    """Every language of the paper."""
    return [weigh(language, times) for language in sorted(LANGUAGES)]


def measure_road(at: Rooms, folder: Path, tickets: int) -> Road:
    """One ticket after the other, each through web server, queue, agent and driver to the printer."""
    out = threading.Event()
    printed_at = [0.0]

    def came_out(_: Piece) -> None:
        printed_at[0] = time.perf_counter()
        out.set()

    engine = Engine()
    engine.on_piece = came_out
    line, took = Line(at.port), []
    with FakePrinter(engine) as printer, agent(at, printer.url, folder):
        for number in range(tickets + 1):
            out.clear()
            asked = issue_asked(at, PRINTED_AT)
            begun = time.perf_counter()
            line.send(asked)
            line.answer()
            if not out.wait(60):
                raise TimeoutError("a ticket did not come out within a minute")
            if number:  # the first one waits for the agent to start
                took.append(printed_at[0] - begun)
    line.socket.close()
    return Road(*percentiles(took), len(took))


@contextmanager
def agent(at: Rooms, printer_url: str, folder: Path) -> Iterator[None]:
    """A print agent at work."""
    token = folder / "bench-printer.token"
    token.write_text(at.agent)
    command = [sys.executable, "-m", "printers", "--server", f"http://127.0.0.1:{at.port}"]
    command += ["--printer", f"banc={printer_url}", "--token-file", str(token)]
    with (folder / "agent.log").open("w") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        try:
            yield
        finally:
            process.terminate()
