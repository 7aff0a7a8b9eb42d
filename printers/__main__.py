"""`python -m printers --server URL --printer NAME=URL …`: the print agent as a process, also as `accueil printer`.

This is the room's only reader of the environment.
SIGTERM and Ctrl-C let it finish the jobs in hand. It exits 2 when it cannot start, with one line that says what to do.
`--test` prints a test ticket on one printer, without a server, and says what the printer can tell.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from pathlib import Path

import httpx

from printers.agent import Habits, Printer, run
from printers.alone import PrinterTakenError, alone
from printers.check import checked
from printers.drivers import PrinterUrlError
from printers.memory import instance_in
from printers.naming import CannotStartError, printers_in
from printers.raster import ShapingMissingError
from printers.service_manager import ServiceManager

TOKEN = "ACCUEIL_PRINTER_TOKEN"  # nosec B105  # noqa: S105 - the name of a variable


def main(arguments: list[str] | None = None) -> int:
    """Parse, check, run. Returns the exit code."""
    options = parser().parse_args(arguments)
    try:
        printers = printers_in(options.printer)
        with alone(each.address for each in printers):
            if options.test:
                return tested(printers)
            server, token = server_address(options.server), printer_token(options.token_file)
            habits = Habits(
                usable(options.state_dir),
                options.alive_file,
                health_address(options.health),
                service_manager(),
                token_file=options.token_file,
            )
            asyncio.run(until_told_to_stop(server, token, printers, habits))
    except (CannotStartError, PrinterUrlError, PrinterTakenError, ShapingMissingError, OSError) as trouble:
        print(f"accueil printer: {trouble}", file=sys.stderr)  # noqa: T201  # to the person at the keyboard: there is no log yet
        return 2
    return 0


def parser() -> argparse.ArgumentParser:
    """The command line."""
    reads = argparse.ArgumentParser(
        prog="accueil printer", description="Prints the tickets of one site.", allow_abbrev=False
    )
    reads.add_argument("--server", metavar="URL", help="the reception’s address: http://127.0.0.1:8000")
    reads.add_argument(
        "--printer",
        required=True,
        action="append",
        metavar="[NAME=]URL",
        help="where to print: accueil=network://192.168.1.50; several times for several printers",
    )
    reads.add_argument(
        "--token-file",
        type=Path,
        metavar="PATH",
        help=f"keeps its token, once it was let in; else {TOKEN} holds one",
    )
    reads.add_argument("--state-dir", type=Path, metavar="DIR", help="keeps the job in hand over a crash")
    reads.add_argument("--alive-file", type=Path, metavar="PATH", help="touched while the agent asks and is answered")
    reads.add_argument("--health", metavar="HOST:PORT", help="answers GET /healthz there: 127.0.0.1:9180")
    reads.add_argument("--test", action="store_true", help="print a test ticket, say what the printer can tell, end")
    return reads


def tested(printers: list[Printer]) -> int:
    """Print a test ticket and say what the printer can tell. 0 when it confirmed that it printed, else 1."""
    if len(printers) != 1:
        raise CannotStartError("A test is for one printer. Give one --printer.")
    lines, code = checked(printers[0].driver, printers[0].address)
    for line in lines:
        print(line)  # noqa: T201  # the report is the command's outcome
    return code


def server_address(url: str | None) -> str:
    """The address, checked. Raises CannotStartError."""
    try:
        address = httpx.URL(url or "")
    except httpx.InvalidURL:
        address = httpx.URL()
    if address.scheme not in ("http", "https") or not address.host:
        raise CannotStartError(f"“{url or ''}” is not a server address. Write one like http://127.0.0.1:8000.")
    return str(url)


def usable(folder: Path | None) -> Path | None:
    """The folder of what outlives the agent, there and ours to write in. Raises CannotStartError."""
    try:
        instance_in(folder)
    except OSError as trouble:
        raise CannotStartError(
            f"The folder {folder} cannot be used: {trouble.strerror}. Make it this user’s, or give another --state-dir."
        ) from trouble
    return folder


def health_address(place: str | None) -> tuple[str, int] | None:
    """Host and port of the health check, None for none. Raises CannotStartError."""
    if place is None:
        return None
    host, _, port = place.rpartition(":")
    if not host or not port.isdecimal() or not 0 <= int(port) <= 65535:
        raise CannotStartError(f"“{place}” is no place for the health check. Write one like 127.0.0.1:9180.")
    return host.removeprefix("[").removesuffix("]"), int(port)


def printer_token(path: Path | None) -> str:
    """The token from the file, else from the environment. Raises CannotStartError.

    "" where the file holds none yet: the agent is let in at the desk, and writes it there.
    """
    if path is None:
        token = os.environ.get(TOKEN, "").strip()
        if not token:
            raise CannotStartError(f"No token. Give --token-file, and let the agent in at the desk; or set {TOKEN}.")
    else:
        try:
            token = path.read_text(encoding="utf-8").strip() if path.exists() else ""
        except (OSError, UnicodeDecodeError) as trouble:
            raise CannotStartError(f"The token file {path} cannot be read: {trouble}.") from trouble
    if not token.isascii() or any(character.isspace() for character in token):
        raise CannotStartError("The printer token is not one line of plain letters and digits. Copy it again.")
    return token


def service_manager() -> ServiceManager:
    """Who started this process, if it wants to hear of it; a watchdog meant for another process is not ours."""
    meant = os.environ.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
    return ServiceManager.named(
        os.environ.get("NOTIFY_SOCKET", ""), os.environ.get("WATCHDOG_USEC", "") if meant else ""
    )


async def until_told_to_stop(server: str, token: str, printers: list[Printer], habits: Habits) -> None:
    """Run the agent until SIGTERM or SIGINT."""
    stop = asyncio.Event()
    for told in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(told, stop.set)
    await run(server, token, printers, stop, habits)


if __name__ == "__main__":
    sys.exit(main())
