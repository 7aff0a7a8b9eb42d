"""How the web server and the print agent are started, as commands of a fresh interpreter.

Fresh, because gevent has to be in place before anything else is imported, and because the print agent imports
nothing of the server.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import Final

from server.settings import Settings

BETWEEN_PRINTERS: Final = r"\s+(?=(?:[a-z0-9-]{1,32}=)?[a-z]+://)"
"""A folder's name may hold blanks: only one before a printer's address stands between two."""


def web_command() -> list[str]:
    """The web server. Its settings come from the environment."""
    return [sys.executable, "-m", "gunicorn", "-c", "python:server.gunicorn_conf"]


def agent_command(settings: Settings, more: Sequence[str] = ()) -> list[str]:
    """The print agent that these settings describe, with more words of its own command line.

    A printer named there is the only one: `accueil printer --test --printer URL` tries that one out.
    """
    command = [sys.executable, "-m", "printers", "--server", settings.server_url]
    if not any(word.partition("=")[0] == "--printer" for word in more):
        for printer in re.split(BETWEEN_PRINTERS, settings.printer_url.strip()):
            command += ["--printer", printer]
    for option, value in (
        ("--state-dir", settings.printer_state_dir),
        ("--health", settings.printer_health),
        ("--token-file", settings.printer_token_file),
        ("--alive-file", settings.printer_alive_file),
    ):
        if value is not None:
            command += [option, str(value)]
    return [*command, *more]
