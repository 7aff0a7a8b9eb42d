"""How the web server and the print agent are started, as commands of a fresh interpreter.

Fresh, because gevent has to be in place before anything else is imported, and because the print agent imports
nothing of the server.
"""

from __future__ import annotations

import re
import sys
from typing import Final

from server.settings import Settings

BETWEEN_PRINTERS: Final = r"\s+(?=(?:[a-z0-9-]{1,32}=)?[a-z]+://)"
"""A folder's name may hold blanks: only one before a printer's address stands between two."""


def web_command() -> list[str]:
    """The web server. Its settings come from the environment."""
    return [sys.executable, "-m", "gunicorn", "-c", "python:server.gunicorn_conf"]


def agent_command(settings: Settings) -> list[str]:
    """The print agent that these settings describe."""
    command = [sys.executable, "-m", "printers", "--server", settings.server_url]
    for printer in re.split(BETWEEN_PRINTERS, settings.printer_url.strip()):
        command += ["--printer", printer]
    if settings.printer_state_dir is not None:
        command += ["--state-dir", str(settings.printer_state_dir)]
    if settings.printer_health is not None:
        command += ["--health", settings.printer_health]
    if settings.printer_token_file is not None:
        command += ["--token-file", str(settings.printer_token_file)]
    if settings.printer_alive_file is not None:
        command += ["--alive-file", str(settings.printer_alive_file)]
    return command
