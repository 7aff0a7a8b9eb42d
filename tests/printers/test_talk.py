"""Which bytes from a printer are believed: exactly one answer to a question, the word about this very job, no more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from printers.drivers import driver_for
from printers.drivers.delivery import Delivery
from printers.drivers.device import DeviceDriver
from printers.drivers.fake.faults import Fault, Kind
from printers.drivers.learnt import Learnt
from printers.drivers.links import BrokenError
from printers.drivers.paper_kind import Paper
from printers.drivers.patience import Patience
from printers.drivers.status import Status, is_answer
from printers.drivers.talk import CLEAR, CLEARED, LETTERS, Talk, confirmation, confirmation_request, new_id
from printers.outcome import Failed, Printed, Reason, State, Unconfirmed
from tests.printers.stand_in_time import Clock, Line

FINE, OFFLINE, COVER = b"\x12", b"\x1a", b"\x16"


class Scripted:
    """A link on which something comes back for each command, in the pieces that are written here."""

    hears = True

    def __init__(self, *answers, unasked=()):
        self.answers, self.coming, self.said = list(answers), list(unasked), []

    def write(self, data, seconds):
        self.said.append(data)
        self.coming += self.answers.pop(0) if self.answers else []
        return len(data)

    def unsent(self):
        return 0

    def close(self, seconds, *, discard=False):
        """Nothing to close."""

    def read(self, seconds):
        piece = self.coming.pop(0) if self.coming else b""
        if piece is None:
            raise BrokenError("gone")
        return piece


def test_four_answers_that_find_nothing_are_a_printer_that_is_well():
    assert Talk(Scripted([FINE], [FINE], [FINE], [FINE])).status(0.1) == Status(whole=True)


def test_an_answer_may_come_late_and_a_trouble_has_its_reason():
    link = Scripted([b"", b"", OFFLINE], [COVER], [FINE], [FINE])
    assert Talk(link).status(5) == Status(Reason.COVER_OPEN, whole=True)


@pytest.mark.parametrize(
    "pieces",
    [
        [b"\xff"],
        [b"\x13"],
        [FINE + b"\x80"],
        [b"\x80" + FINE],
        [FINE, b"\xff"],
        [FINE + FINE],
        [b"\x12\x13\x12\x13"],
        [b"OK\r\n"],
        [],
    ],
)
def test_what_is_not_one_answer_alone_is_none(pieces):
    assert Talk(Scripted(pieces)).ask(1, 0.01) is None


def test_one_answer_that_is_missing_leaves_the_printer_unknown():
    assert not Talk(Scripted([FINE], [FINE], [], [FINE])).status(0.01).whole


def test_an_answer_that_came_unasked_is_no_answer_to_the_next_question():
    assert Talk(Scripted(unasked=[FINE])).ask(1, 0.01) is None
    assert Talk(Scripted([OFFLINE], unasked=[FINE])).ask(1, 0.01) == OFFLINE[0]


@pytest.mark.parametrize("cut", range(1, 7))
def test_a_confirmation_in_two_pieces_around_a_question_is_heard_whole(cut):
    whole = confirmation(b"ABCD")
    talk = Talk(Scripted([FINE, whole[cut:]], unasked=[whole[:cut]]))
    assert talk.ask(1, 0.01) == FINE[0]
    talk.hear(0)
    assert talk.confirmed == {whole}
    assert talk.noise == b""


def test_a_name_never_looks_like_an_answer_and_is_hardly_ever_the_same_again():
    assert not any(is_answer(letter) for letter in LETTERS)
    assert len({new_id() for _ in range(50)}) >= 49
    assert confirmation_request(b"ABCD") == b"\x1d(H\x06\x0000ABCD"


def test_what_the_printer_clears_it_says_that_it_did():
    link = Scripted([CLEARED])
    assert Talk(link).clear(0.01)
    assert link.said == [CLEAR]
    assert not Talk(Scripted([FINE])).clear(0.01)


def test_a_printer_that_tells_only_after_the_ticket_that_its_paper_is_out_is_heard():
    link = Scripted([], [], [b"\x1a"], [b"\x32"], [FINE], [FINE], [CLEARED])
    patience, learnt = replace(Patience(), answer=0.01, hunch=0.01), Learnt()
    outcome = Delivery(b"ticket", learnt, patience).to(lambda seconds: link)
    assert isinstance(outcome, Failed)
    assert (outcome.reason, outcome.sent) == (Reason.PAPER_OUT, True)
    assert link.said[1] == b"ticket"
    assert link.said[-1] == CLEAR
    assert not learnt.leftover


WELL = ([FINE], [FINE], [FINE], [FINE])
SHORT = replace(Patience(), answer=0.05, hunch=0.05, poll=0.0, confirm=0.5, settle=0.05)


def test_a_trouble_that_is_told_once_and_not_again_is_a_byte_of_an_image_that_was_misread(monkeypatch):
    monkeypatch.setattr("printers.drivers.delivery.new_id", lambda: b"ABCD")
    misread = ([b"\x1a"], [b"\x32"], [FINE], [FINE])
    link = Scripted(*WELL, [], *misread, *WELL[:3], [FINE, b"", confirmation(b"ABCD")])
    assert Delivery(b"ticket", Learnt(), SHORT).to(lambda seconds: link) == Printed()
    assert link.said[4] == b"ticket" + confirmation_request(b"ABCD")


def test_a_printer_that_shall_not_be_asked_to_confirm_is_not():
    link, learnt = Scripted(*WELL, [], *WELL * 20), Learnt()
    outcome = Delivery(b"ticket", learnt, SHORT, may_confirm=False).to(lambda seconds: link)
    assert type(outcome) is Unconfirmed
    assert link.said[4] == b"ticket"
    assert not any(b"\x1d(H" in said for said in link.said)
    assert driver_for("network://h?confirm=no").may_confirm is False
    assert driver_for("network://h?confirm=no").confirms is False


def test_a_printer_that_answered_before_and_is_silent_now_gets_no_ticket_and_is_asked_afresh_the_next_time():
    link, learnt = Scripted(), Learnt(tells=True, confirms=True)
    outcome = Delivery(b"ticket", learnt, SHORT).to(lambda seconds: link)
    assert isinstance(outcome, Failed)
    assert (outcome.reason, outcome.sent) == (Reason.UNREACHABLE, False)
    assert b"ticket" not in link.said
    assert type(Delivery(b"ticket", learnt, SHORT).to(lambda seconds: link)) is Unconfirmed


def test_a_printer_that_answers_half_of_the_questions_is_there_when_its_cover_is_closed_again(monkeypatch):
    line = Line(Clock(monkeypatch), 1e9)
    driver, line.engine.questions = DeviceDriver(line, Paper()), 2
    line.engine.plan(Fault(Kind.COVER_OPEN))
    assert driver.look().reason == Reason.COVER_OPEN
    line.engine.repair()
    assert driver.look().state == State.SILENT


def test_a_printer_that_answered_all_and_falls_silent_after_a_trouble_is_missed(monkeypatch):
    line = Line(Clock(monkeypatch), 1e9)
    driver = DeviceDriver(line, Paper())
    assert driver.look().state == State.READY
    line.engine.questions = 2
    line.engine.plan(Fault(Kind.COVER_OPEN))
    assert driver.look().reason == Reason.COVER_OPEN
    line.engine.repair()
    line.engine.questions = 0
    assert driver.look().reason == Reason.UNREACHABLE


def test_a_printer_that_babbles_is_cut_short():
    class Babbles(Scripted):
        def read(self, seconds):
            return b"\xff" * 1000

    talk = Talk(Babbles())
    assert talk.ask(1, 0.01) is None
    assert len(talk.others) < 2000


def test_a_link_that_breaks_is_told_and_not_taken_for_silence():
    with pytest.raises(BrokenError):
        Talk(Scripted([None])).ask(1, 0.01)
