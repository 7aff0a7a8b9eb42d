"""The fake printer, held to what the maker writes of real ones: what it takes in, answers, prints and tears off."""

from __future__ import annotations

import pytest

from printers.drivers.drawing import drawn
from printers.drivers.fake.engine import CLEAR, Engine
from printers.drivers.fake.faults import Fault, FaultError, Kind
from printers.drivers.fake.framer import Framer
from printers.drivers.paper_kind import Paper
from printers.drivers.status import is_answer
from tests.printers.stand_in import printed

ASK = [b"\x10\x04\x01", b"\x10\x04\x02", b"\x10\x04\x03", b"\x10\x04\x04"]
NAME = b"ABCD"
CONFIRM = b"\x1d(H\x06\x0000" + NAME
CONFIRMED = b"\x37\x22" + NAME + b"\x00"
CUT = b"\x1dV\x00"


@pytest.fixture
def engine():
    return Engine()


def said(engine, *commands):
    """What it answers to each, by itself."""
    answers = []
    for command in commands:
        assert engine.take(command) == len(command)
        engine.step(100)
        answers.append(engine.heard())
    return answers


# Where commands begin and end.


@pytest.mark.parametrize(
    "commands",
    [
        [b"a", b"\n", b"\x1b@", b"\x1bt\x10", b"\xe9", b"\x1ba\x01", b"\x1b2", b"\x1b3\x28"],
        [b"\x1dV\x00", b"\x1dV\x42\x10", b"\x1dV\x01", b"\x1d!\x11", b"\x1dB\x01", b"z"],
        [b"\x1dv0\x00\x02\x00\x02\x00\x1b\x1d\x10\x0a", b"a", b"\x1dv0\x00\x00\x00\x00\x00", b"b"],
        [b"\x1d(H\x06\x0000ABCD", b"\x1d(L\x02\x0002", b"\x1d(k\x00\x00", b"c"],
        [b"\x1b*\x21\x01\x00\x1b\x1d\x10", b"\n", b"\x1bp\x00\x19\xfa", b"\x1b$\x10\x00", b"\x1c.", b"d"],
    ],
)
def test_it_knows_where_each_command_ends(commands):
    framer = Framer()
    found = [framer.feed(byte) for byte in b"".join(commands)]
    assert [each for each in found if each is not None] == commands
    assert framer.between


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64, 4096])
def test_a_ticket_is_the_same_in_whatever_packets_it_comes(engine, a_job, size):
    stream = drawn(a_job(language="ar", need_label="أوراقي"), Paper())
    for at in range(0, len(stream), size):
        printed(engine, stream[at : at + size])
    printed(engine, CONFIRM)
    assert [(piece.stream, piece.whole) for piece in engine.pieces] == [(stream, True)]
    assert engine.heard() == CONFIRMED


# Its buffer.


def test_a_full_buffer_takes_no_more_until_something_is_printed():
    engine = Engine(buffer_bytes=100)
    assert engine.take(b"a" * 300) == 100
    assert engine.take(b"a" * 200) == 0
    assert engine.step(30) == 30
    assert engine.take(b"a" * 200) == 30


def test_a_question_is_answered_when_the_buffer_is_full_and_not_when_bytes_stand_before_it():
    engine = Engine(buffer_bytes=100)
    engine.take(b"a" * 100)
    assert engine.take(b"b" + ASK[0]) == 0
    assert engine.heard() == b""
    assert engine.take(ASK[0]) == len(ASK[0])
    assert engine.heard() == b"\x16"
    assert len(engine.buffer) == 100


@pytest.mark.parametrize("fault", [None, Kind.PAPER_OUT])
def test_a_full_buffer_is_cleared_on_command_and_never_printed(fault):
    engine = Engine(buffer_bytes=100)
    if fault:
        engine.plan(Fault(fault))
    engine.take(b"a" * 200)
    assert engine.take(CLEAR) == len(CLEAR)
    assert engine.heard() == b"\x37\x25\x00"
    engine.repair()
    printed(engine, b"b\n" + CUT)
    assert [piece.stream for piece in engine.pieces] == [b"b\n" + CUT]


def test_what_looks_like_a_question_inside_an_image_is_answered_and_stays_in_the_image(engine):
    image = b"\x1dv0\x00\x01\x00\x05\x00\xff\x10\x04\x01\xff"
    printed(engine, image + CUT)
    assert engine.heard() == b"\x16"
    assert [piece.stream for piece in engine.pieces] == [image + CUT]


# What it answers.


@pytest.mark.parametrize(
    ("fault", "answers"),
    [
        (None, "16 12 12 12"),
        (Kind.PAPER_LOW, "16 12 12 1e"),
        (Kind.PAPER_OUT, "1e 32 12 7e"),
        (Kind.COVER_OPEN, "1e 16 12 12"),
        (Kind.MECHANICAL, "1e 52 1a 12"),
        (Kind.NO_CONFIRMATION, "16 12 12 12"),
        (Kind.SLOW, "16 12 12 12"),
    ],
)
def test_it_tells_of_itself_in_the_bits_of_the_maker(engine, fault, answers):
    engine.plan(*([Fault(fault)] if fault else []))
    assert b"".join(said(engine, *ASK)) == bytes.fromhex(answers)


def test_garbage_is_no_answer(engine):
    engine.plan(Fault(Kind.GARBAGE))
    [answer] = said(engine, ASK[0])
    assert answer
    assert not any(is_answer(byte) for byte in answer)


def test_it_confirms_a_job_by_its_name_when_all_before_it_is_printed(engine):
    engine.take(b"a\n" + CUT + CONFIRM)
    engine.step(4)
    assert engine.heard() == b""
    engine.step(100)
    assert engine.heard() == CONFIRMED
    assert [piece.stream for piece in engine.pieces] == [b"a\n" + CUT]


@pytest.mark.parametrize("kind", [Kind.SILENCE, Kind.NO_CONFIRMATION])
def test_one_that_does_not_confirm_prints_all_the_same(engine, kind):
    engine.plan(Fault(kind))
    printed(engine, b"a\n" + CUT + CONFIRM)
    assert engine.heard() == b""
    assert [piece.stream for piece in engine.pieces] == [b"a\n" + CUT]


# What goes wrong, and at which byte.


@pytest.mark.parametrize("kind", [Kind.PAPER_OUT, Kind.COVER_OPEN, Kind.MECHANICAL])
@pytest.mark.parametrize("at", [1, 7, 11])
def test_it_stops_at_the_very_byte_and_what_comes_out_later_is_no_whole_ticket(engine, kind, at):
    ticket = b"0123456789\n" + CUT
    engine.plan(Fault(kind, at))
    printed(engine, ticket)
    assert bytes(engine.on_paper) == ticket[:at]
    engine.repair()
    printed(engine, b"")
    assert [(piece.stream, piece.whole) for piece in engine.pieces] == [(ticket, False)]


def test_a_fault_of_the_next_job_counts_from_its_first_byte(engine):
    ticket = b"0123456789\n" + CUT
    printed(engine, ticket + CONFIRM)
    engine.plan(Fault(Kind.PAPER_OUT, 5))
    printed(engine, ticket)
    assert bytes(engine.on_paper) == b"01234"


def test_a_fault_at_byte_0_strikes_when_the_first_byte_arrives(engine):
    engine.plan(Fault(Kind.PAPER_OUT, 0))
    assert said(engine, ASK[0]) == [b"\x16"]
    printed(engine, b"a")
    assert said(engine, ASK[0]) == [b"\x1e"]
    assert engine.on_paper == b""


def test_power_that_is_lost_takes_the_buffer_along_and_leaves_a_scrap(engine):
    engine.plan(Fault(Kind.POWER_LOST, 4))
    printed(engine, b"0123456789\n" + CUT)
    assert [(piece.stream, piece.whole) for piece in engine.pieces] == [(b"0123", False)]
    assert engine.take(b"more") == 0
    engine.repair(switch_off=True)
    printed(engine, b"a\n" + CUT)
    assert engine.pieces[1].stream == b"a\n" + CUT


@pytest.mark.parametrize("text", ["fire", "paper_out@", "paper_out@-1", "paper_out@x", "@3", ""])
def test_a_fault_that_is_none_says_what_to_write(text):
    with pytest.raises(FaultError, match="paper_out"):
        Fault.from_text(text)
