"""One request for each way to change a site, with what has to be there before it."""

from __future__ import annotations

from collections.abc import Callable

from server.domain.moves import Verb
from tests.support.mob import Client
from tests.support.wishes import Request, announced, call_asked, job_asked, move_asked, report_of, ticket_asked, wish


def _somebody(client: Client) -> str:
    return client.ask(ticket_asked()).body["id"]


def _called(client: Client) -> str:
    _somebody(client)
    return client.ask(call_asked()).body["id"]


def _after(*verbs: Verb, then: Verb, **more: str) -> Callable[[Client], Request]:
    """A move of somebody called, who went through these moves since."""

    def prepared(client: Client) -> Request:
        ticket = _called(client)
        for verb in verbs:
            client.ask(move_asked(ticket, verb))
        return move_asked(ticket, then, **more)

    return prepared


def _call(client: Client) -> Request:
    _called(client)
    _somebody(client)
    return call_asked()


def _chosen(client: Client) -> Request:
    _somebody(client)
    return call_asked(ticket=_somebody(client))


def _let_pass(client: Client) -> Request:
    ticket = _somebody(client)
    _somebody(client)
    return move_asked(ticket, Verb.LET_PASS, people=1)


def _undo(client: Client) -> Request:
    """Of a call that completed somebody: both come back."""
    _called(client)
    return move_asked(_called(client), Verb.UNDO, counter="1")


def _close_counter(client: Client) -> Request:
    ticket = _somebody(client)
    client.ask(move_asked(ticket, Verb.TRANSFER, to_counter="2"))
    return wish("PUT", "/counters/2", "close_counter", open=False)


def _claim(client: Client) -> Request:
    _somebody(client)
    return job_asked()


def _report(client: Client) -> Request:
    _somebody(client)
    return report_of(client.ask(job_asked()).body["id"], "printed")


def _reprint(client: Client) -> Request:
    ticket = _somebody(client)
    client.ask(report_of(client.ask(job_asked()).body["id"], "printed"))
    return wish("POST", f"/tickets/{ticket}/prints", "print")


def _test_print(client: Client) -> Request:
    client.ask(announced("accueil"))
    return wish("POST", "/printers/accueil/tests", "test_print")


CHANGES: dict[str, tuple[str, Callable[[Client], Request]]] = {
    "issue": ("issue", lambda _: ticket_asked()),
    "call": ("call", _call),
    "call a chosen one": ("call", _chosen),
    "recall": ("move", _after(then=Verb.RECALL)),
    "serve": ("move", _after(then=Verb.SERVE)),
    "no_show": ("move", _after(then=Verb.NO_SHOW)),
    "restore": ("move", _after(Verb.NO_SHOW, then=Verb.RESTORE)),
    "park": ("move", _after(then=Verb.PARK)),
    "resume": ("move", _after(Verb.PARK, then=Verb.RESUME, counter="1")),
    "complete": ("move", _after(then=Verb.COMPLETE)),
    "cancel": ("move", lambda client: move_asked(_somebody(client), Verb.CANCEL)),
    "expire": ("move", lambda client: move_asked(_somebody(client), Verb.EXPIRE)),
    "transfer": ("transfer", _after(then=Verb.TRANSFER, to_need="energie")),
    "transfer to a counter": ("transfer", _after(then=Verb.TRANSFER, to_counter="2")),
    "prioritise": ("prioritise", lambda client: move_asked(_somebody(client), Verb.PRIORITISE, priority="handicap")),
    "let_pass": ("let_pass", _let_pass),
    "undo": ("undo", _undo),
    "set_language": ("set_language", lambda client: move_asked(_somebody(client), Verb.SET_LANGUAGE, language="ar")),
    "stop": ("issuing", lambda _: wish("PUT", "/issuing", "stop", issuing=False)),
    "stop with words": ("issuing", lambda _: wish("PUT", "/issuing", "stop", issuing=False, notice="complet")),
    "reopen": ("issuing", lambda _: wish("PUT", "/issuing", "reopen", issuing=True)),
    "close_counter": ("counter", _close_counter),
    "open_counter": ("counter", lambda _: wish("PUT", "/counters/2", "open_counter", open=True)),
    "serve_needs": ("counter", lambda _: wish("PUT", "/counters/2", "serve_needs", needs=["papiers", "energie"])),
    "claim": ("claim", _claim),
    "report": ("report", _report),
    "announce": ("printer", lambda _: announced("accueil")),
    "reprint": ("reprint", _reprint),
    "test print": ("test_print", _test_print),
}
"""By the change's name: the script that makes it, and what prepares the request for it."""

AGENTS = frozenset({"claim", "report", "announce"})
"""What print agents say, without a request_id."""
