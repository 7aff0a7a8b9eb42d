"""An answer that was lost after the queue had committed: the desk acts once, however often the button is pressed."""

from __future__ import annotations

import pytest

from server.domain.errors import QueueUnreachableError
from server.queues.live import LiveQueue
from server.records.tables import SiteRow
from server.sockets.audience import Listener
from tests.support.desk import Sheet, staffed
from tests.support.devices import SITE
from tests.web.conftest import house_of


@pytest.fixture
def lose(monkeypatch):
    """A function that loses the first answer of a script."""

    def lose_first(lost):
        real, done = LiveQueue.run, []

        def run(queue, script, *args, **more):
            answer = real(queue, script, *args, **more)
            if script == lost and not done:
                done.append(script)
                raise QueueUnreachableError("La file d’attente ne répond pas.")
            return answer

        monkeypatch.setattr(LiveQueue, "run", run)

    return lose_first


def moves(app):
    journal = house_of(app).queue.client.xrange(f"accueil:{{{SITE}}}:journal")
    return [entry["move"] for _, entry in journal]


def test_a_call_whose_answer_was_lost_is_repeated_by_the_same_button(own_app, own_device, lose):
    for _ in range(3):
        own_device("kiosk").issue()
    desk = staffed(own_app, house_of(own_app))
    desk.open(f"{SITE}/1")
    lose("call")
    address, values = desk.wire_of('id="call-next"')
    assert desk.send(address, values).status_code == 503
    assert desk.wire_of('id="call-next"')[1] == values
    assert desk.send(address, values).status_code == 200
    assert moves(own_app).count("call") == 1


def test_a_ticket_given_whose_answer_was_lost_is_given_once(own_app, lose):
    desk = staffed(own_app, house_of(own_app))
    desk.open(f"{SITE}/1")
    sheet = Sheet.opened(desk, 'id="give-ticket"')
    lose("issue")
    address, values = sheet.wire_of('data-give="energie"')
    assert desk.send(address, values).status_code == 503
    assert desk.send(address, values).status_code == 200
    assert moves(own_app).count("issue") == 1


@pytest.mark.parametrize("fault", ["hours", "key"])
def test_one_sites_fault_leaves_the_pushes_alive(own_app, own_device, change, fault):
    own_device("kiosk").issue()
    push, queue = own_app.extensions["accueil_push"], house_of(own_app).queue.client
    push._audience.enter("/board", "sid", Listener(SITE))
    if fault == "key":
        queue.delete(f"accueil:{{{SITE}}}:lines")
        queue.set(f"accueil:{{{SITE}}}:lines", "no set")
    else:
        change(SiteRow, SITE, weekly={"monday": ["9h-12h"]})
        house_of(own_app).catalogue._read.clear()
    with pytest.raises(Exception, match=r"isoformat|WRONGTYPE"):
        push.board(SITE, "sid")
    push._tell(SITE)
