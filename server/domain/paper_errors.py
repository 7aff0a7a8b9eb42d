"""Refusals that are about paper: print jobs and printers."""

from __future__ import annotations

from server.domain.errors import RefusalError


class UnknownJobError(RefusalError):
    """No such print job at this site, or not any more."""

    code = "unknown_job"


class JobClosedError(RefusalError):
    """The print job already has another outcome, or was never claimed."""

    code = "job_closed"


class PrinterUnknownError(RefusalError):
    """The printer was not announced, or not by this agent: it asks for jobs after that."""

    code = "printer_unknown"


class UnknownPrinterError(RefusalError):
    """No printer of the site has this name."""

    code = "unknown_printer"


class PrinterOwnedError(RefusalError):
    """Another agent has this printer; `extra` says under which name."""

    code = "printer_owned"


class PrintPendingError(RefusalError):
    """A paper of this ticket is on its way: another one would be a double."""

    code = "print_pending"


class TicketOverError(RefusalError):
    """The ticket is over and needs no paper; `extra` says its state."""

    code = "ticket_over"
