"""Words from the catalogue are letters on the paper, whatever they hold: no printer takes them for commands."""

from __future__ import annotations

import pytest
from escpos.printer import Dummy

from printers.drivers.paper.decoder import decode
from printers.drivers.paper.sheet import Cut, lines_of
from printers.layout import draw

KICK, CUT, RESET, PULSE = "\x1bp\x00\x19\xfa", "\x1dV\x00", "\x1b@", "\x10\x14\x01\x00\x01"
COMMANDS = {"drawer": KICK, "cut": CUT, "reset": RESET, "real time": PULSE, "page": "\x1bt\x63", "raster": "\x1dv0\x00"}
FIELDS = ("site_name", "need_label", "need_french", "number")


def printed(job) -> bytes:
    printer = Dummy(profile="TM-T20II")
    draw(job, printer)
    output: bytes = printer.output
    return output


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_among_the_words_is_never_sent_as_one(a_job, field, command):
    usual, hostile = a_job(language="en"), a_job(language="en", **{field: f"Mes {COMMANDS[command]} papiers"})
    sent = printed(hostile)
    assert f"Mes {COMMANDS[command]}".encode("latin-1") not in sent
    # Decoded as the printer understands it: the same commands as ever, one cut at the end, nothing it does not know.
    sheet = list(decode(sent))
    assert sum(isinstance(part, Cut) for part in sheet) == sum(isinstance(part, Cut) for part in decode(printed(usual)))
    assert isinstance(sheet[-1], Cut)


@pytest.mark.parametrize("text", ["<b>gras</b>{ $x }{ -brand }", "'); DROP TABLE people; --", "%s %n ../../etc/passwd"])
def test_what_other_languages_would_obey_is_printed_as_it_stands(a_job, text):
    assert text.replace(" ", "") in "".join(lines_of(decode(printed(a_job(site_name=text))))).replace(" ", "")


@pytest.mark.parametrize("text", ["\u202eabc\u2066", "e\u0301" * 40, "🙂" * 30, "\ufeff\u200b\u200d", "x" * 2_000])
def test_odd_and_endless_words_still_end_in_a_cut(a_job, text):
    assert isinstance(list(decode(printed(a_job(need_label=text))))[-1], Cut)
