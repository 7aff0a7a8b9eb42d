"""An independent reader of a site's journal: it replays every entry and says where a promise was broken.

Written from the design alone, so that a fault in the queue and a fault here are
not the same fault. It leans on the standard library, and on no other room of the server.

    report = check(entries)              the journal by itself
    report = check(entries, live)        and the live queue, read at one version, against it
"""

from __future__ import annotations

from server.checker.live import Live, LiveTicket
from server.checker.replay import check
from server.checker.rules import Breach, Report, Rule

__all__ = ["Breach", "Live", "LiveTicket", "Report", "Rule", "check"]
