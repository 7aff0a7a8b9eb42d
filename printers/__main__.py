"""`python -m printers --server URL --printer URL`: the print agent as a process.

This is the room's only reader of the environment.
SIGTERM and Ctrl-C let it finish the job in hand. It exits 2 when it cannot start, with one line that says what to do.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from pathlib import Path

import httpx

from printers.agent import run
from printers.drivers import Driver, PrinterUrlError, driver_for

TOKEN = "ACCUEIL_PRINTER_TOKEN"  # noqa: S105  # the name of a variable


class CannotStartError(Exception):
    """What the person who starts the agent has to put right."""


def main(arguments: list[str] | None = None) -> int:
    """Parse, check, run. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m printers", description="Prints the tickets of one site.")
    parser.add_argument("--server", required=True, metavar="URL", help="the reception’s address: http://127.0.0.1:8000")
    parser.add_argument("--printer", required=True, metavar="URL", help="where to print: preview://var/tickets")
    parser.add_argument("--token-file", type=Path, metavar="PATH", help=f"holds the printer’s token; else {TOKEN} does")
    parser.add_argument("--alive-file", type=Path, metavar="PATH", help="touched while the agent asks and is answered")
    options = parser.parse_args(arguments)
    try:
        server, token = server_address(options.server), printer_token(options.token_file)
        driver = driver_for(options.printer)
    except (CannotStartError, PrinterUrlError) as trouble:
        print(trouble, file=sys.stderr)  # noqa: T201  # to the person at the keyboard, before there is a log
        return 2
    asyncio.run(until_told_to_stop(server, token, driver, options.alive_file))
    return 0


def server_address(url: str) -> str:
    """The address, checked. Raises CannotStartError."""
    try:
        address = httpx.URL(url)
    except httpx.InvalidURL:
        address = httpx.URL()
    if address.scheme not in ("http", "https") or not address.host:
        raise CannotStartError(f"“{url}” is not a server address. Write one like http://127.0.0.1:8000.")
    return url


def printer_token(path: Path | None) -> str:
    """The token from the file, else from the environment. Raises CannotStartError."""
    if path is None:
        token = os.environ.get(TOKEN, "")
        source = f"Set {TOKEN}, or give --token-file."
    else:
        try:
            token = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as trouble:
            raise CannotStartError(f"The token file {path} cannot be read: {trouble}.") from trouble
        source = f"The file {path} is empty."
    token = token.strip()
    if not token:
        raise CannotStartError(f"No printer token. {source} Make one with: accueil token --site SITE --role printer")
    if not token.isascii() or any(character.isspace() for character in token):
        raise CannotStartError("The printer token is not one line of plain letters and digits. Copy it again.")
    return token


async def until_told_to_stop(server: str, token: str, driver: Driver, alive: Path | None) -> None:
    """Run the agent until SIGTERM or SIGINT."""
    stop = asyncio.Event()
    for told in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(told, stop.set)
    await run(server, token, driver, stop, alive=alive)


if __name__ == "__main__":
    sys.exit(main())
