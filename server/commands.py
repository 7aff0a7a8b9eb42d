"""How the web server and the print agent are started, as commands of a fresh interpreter.

Fresh, because gevent has to be in place before anything else is imported, and because the print agent imports
nothing of the server.
"""

from __future__ import annotations

import sys

from server.settings import Settings


def web_command() -> list[str]:
    """The web server. Its settings come from the environment."""
    return [sys.executable, "-m", "gunicorn", "-c", "python:server.gunicorn_conf"]


def agent_command(settings: Settings) -> list[str]:
    """The print agent that these settings describe."""
    command = [sys.executable, "-m", "printers", "--server", settings.server_url, "--printer", settings.printer_url]
    if settings.printer_token_file is not None:
        command += ["--token-file", str(settings.printer_token_file)]
    if settings.printer_alive_file is not None:
        command += ["--alive-file", str(settings.printer_alive_file)]
    return command
