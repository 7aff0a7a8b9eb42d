"""CUPS that is not there: its three commands, saying what the real ones say."""

from __future__ import annotations

import os

from printers.outcome import State, Unconfirmed
from tests.printers.stand_in import StandIn

LP = """[ -e $0.gone ] && { echo 'lp: The printer or class does not exist.' >&2; exit 1; }
[ "$1 $2 $3 $4" = '-d till -o raw' ] || exit 9
n=$(($(ls SPOOL | wc -l) + 1)); cat > SPOOL/$n; [ -e $0.hangs ] && exec sleep 60
echo "request id is till-$n (0 file(s))" """
LPSTAT = """[ -e $(dirname $0)/lp.gone ] && { echo 'lpstat: Invalid destination name in list "till".' >&2; exit 1; }
case "$*" in
'-l -p till') cat STATE/printer;; '-W not-completed -o till') cat STATE/held;;
'-l -W completed -o till') cat STATE/done;; *) exit 9;; esac"""
CANCEL = "echo $1 >> STATE/cancelled; : > STATE/held"
IDLE = "printer till is idle.  enabled since Mon 23 Nov 2026 10:00:00 AM CET\n\tForm mounted:\n\tAlerts: {}\n"


class Cups(StandIn):
    fine, state = Unconfirmed, State.SILENT
    url = "cups://till"

    def __init__(self, folder, monkeypatch):
        self.bin, self.spool, self.state_folder = folder / "bin", folder / "spool", folder / "state"
        for each in (self.bin, self.spool, self.state_folder):
            each.mkdir()
        for name, script in (("lp", LP), ("lpstat", LPSTAT), ("cancel", CANCEL)):
            text = script.replace("SPOOL", str(self.spool)).replace("STATE", str(self.state_folder))
            (self.bin / name).write_text(f"#!/bin/sh\n{text}\n")
            (self.bin / name).chmod(0o755)
        self.says(printer=IDLE.format("none"), held="", done="")
        monkeypatch.setenv("PATH", f"{self.bin}:{os.environ['PATH']}")

    def says(self, **files):
        for name, text in files.items():
            (self.state_folder / name).write_text(text)

    def tickets(self):
        return [path.read_bytes() for path in sorted(self.spool.iterdir(), key=lambda path: int(path.name))]

    def hang(self):
        """It takes the ticket, and never says so."""
        (self.bin / "lp.hangs").touch()

    def stop(self):
        (self.bin / "lp.gone").touch()

    def start(self):
        (self.bin / "lp.gone").unlink()
