"""From a script's refusal to an error of the domain: the one table, with the sentence that a person reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from server.domain import errors, paper_errors, phones, seats
from server.domain.moves import State, possible
from server.domain.ticket import spaced

_CLOSED: Final = {
    "closed": "Le site est fermé. Il ne donne pas de ticket maintenant.",
    "last_tickets": "Le site ferme bientôt. Il ne donne plus de ticket aujourd’hui.",
    "stopped": "Le site a arrêté de donner des tickets pour le moment.",
}

REFUSALS: Final[Mapping[str, Callable[[Mapping[str, Any]], errors.RefusalError]]] = {
    "queue_empty": lambda _: errors.QueueEmptyError("Personne n’attend pour ce guichet."),
    "site_closed": lambda more: errors.SiteClosedError(_CLOSED[more["state"]], state=more["state"]),
    "need_full": lambda _: errors.NeedFullError("Trop de personnes attendent déjà pour ce besoin."),
    "unknown_ticket": lambda _: errors.UnknownTicketError("Ce ticket n’existe pas ou sa journée est finie."),
    "unknown_job": lambda _: paper_errors.UnknownJobError("Ce travail d’impression n’existe pas ou plus."),
    "request_id_reused": lambda _: errors.RequestIdReusedError(
        "Ce request_id a déjà servi à une autre demande. Créez-en un nouveau pour chaque demande.",
    ),
    "at_another_counter": lambda more: errors.AtAnotherCounterError(
        f"Ce ticket est au guichet {more.get('counter') or '–'}.",
        counter=more.get("counter"),
    ),
    "counter_closed": lambda more: errors.CounterClosedError(
        f"Le guichet {more['counter']} est fermé pour le moment.", counter=more["counter"]
    ),
    "counter_taken": lambda more: seats.CounterTakenError(
        "Quelqu’un d’autre est à ce guichet." if more.get("by") else "Vous n’êtes plus à ce guichet.",
        counter=more["counter"],
        by=more.get("by"),
    ),
    "too_late": lambda _: seats.TooLateError(
        "C’est trop tard pour annuler : dix secondes ont passé, ou il s’est passé autre chose."
    ),
    "counter_busy": lambda more: errors.CounterBusyError(
        f"Terminez d’abord avec {spaced(more['number'])}.", ticket=more["ticket"], number=more["number"]
    ),
    "transfer_to_self": lambda _: errors.TransferToSelfError(
        "C’est déjà là ou chez vous. Choisissez un autre endroit."
    ),
    "nobody_behind": lambda _: errors.NobodyBehindError("Personne n’attend derrière vous : gardez votre place."),
    "too_many_phones": lambda _: phones.TooManyPhonesError("Assez de téléphones suivent déjà ce ticket."),
    "day_over": lambda _: errors.DayOverError("La journée de ce ticket est finie. Donnez un nouveau ticket."),
    "job_closed": lambda more: paper_errors.JobClosedError(
        "Ce travail d’impression est déjà fini, ou personne ne l’a pris.",
        state=more["state"],
    ),
    "printer_unknown": lambda _: paper_errors.PrinterUnknownError("L’agent doit d’abord annoncer cette imprimante."),
    "unknown_printer": lambda _: paper_errors.UnknownPrinterError("Ce site n’a pas d’imprimante de ce nom."),
    "printer_owned": lambda more: paper_errors.PrinterOwnedError(
        f"Un autre agent s’occupe de l’imprimante « {more['printer']} ».", printer=more["printer"]
    ),
    "print_pending": lambda _: paper_errors.PrintPendingError("Le ticket est en cours d’impression."),
    "ticket_over": lambda more: paper_errors.TicketOverError(
        f"Ce ticket est {State(more['state']).said} : il n’a plus besoin de papier.", state=more["state"]
    ),
    "illegal_move": lambda more: errors.IllegalMoveError(
        f"Ce ticket est {State(more['state']).said} : ce geste n’est pas possible.",
        state=more["state"],
        possible=list(possible(State(more["state"]))),
    ),
}
