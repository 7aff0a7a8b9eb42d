"""The strip of the site's printers: how each is, since when, and what to do."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from printers.outcome import Reason
from printers.outcome import State as SaidState
from server.domain.printer import Condition, Printer, PrinterState
from server.told.reasons import REASONS
from server.told.strip import Strip, Urgency
from tests.support.desk import read
from tests.web.conftest import house_of

STATES = [state for state in PrinterState if state is not PrinterState.DOWN]
SITUATIONS = [(state, "") for state in STATES] + [(PrinterState.DOWN, reason) for reason in ("", *Reason)]
NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)  # 12 h in Lyon


@pytest.fixture
def desk(app, zoe):
    return zoe


@pytest.fixture
def line(app):
    """A function that gives the strip's line of one printer."""
    here = house_of(app).catalogue.site("etats-unis")

    def of(name="accueil", state=PrinterState.READY, reason="", since=NOON):
        [line] = Strip.of(here, [Printer(name, Condition(state, reason), since)], NOON, {}).lines
        return line

    return of


def strip(desk):
    """The strip as people read it."""
    desk.open("etats-unis/1")
    return read(re.search(r'<section class="printers".*?</section>', desk.page, re.DOTALL)[0])


def marked(desk):
    """What the strip is marked with: the best of its printers counts."""
    desk.open("etats-unis/1")
    return re.search(r'data-printer="(\w*)"', desk.page)[1]


def test_every_reason_and_every_state_that_an_agent_tells_is_known_to_the_desk():
    assert set(Reason) == REASONS
    assert {state.value for state in SaidState} == {state.value for state in PrinterState} - {"away"}


@pytest.mark.parametrize(("state", "reason"), SITUATIONS)
def test_a_printer_in_every_situation_has_its_words_and_what_to_do(line, state, reason):
    seen = line(state=state, reason=reason)
    assert seen.words
    assert bool(seen.act) == (state is not PrinterState.READY)
    assert (seen.urgency is Urgency.NOW) == (state in {PrinterState.DOWN, PrinterState.AWAY})


def test_no_two_situations_say_the_same(line):
    said = [line(state=state, reason=reason).words for state, reason in SITUATIONS if reason]
    assert len(set(said)) == len(said)
    others = [line(state=state).words for state in STATES]
    assert not set(others) & set(said)


def test_a_reason_that_this_desk_does_not_know_is_told_all_the_same(line):
    assert line(state=PrinterState.DOWN, reason="eaten_by_goat").words == "en panne"


@pytest.mark.parametrize(
    ("earlier", "said"),
    [
        (timedelta(hours=1, minutes=18), "depuis 10\u00a0h\u00a042"),
        (timedelta(hours=2, minutes=57), "depuis 9\u00a0h\u00a003"),
        (timedelta(hours=13), "depuis hier à 23\u00a0h\u00a000"),
        (timedelta(days=3), "depuis le 21 novembre"),
        (timedelta(days=23), "depuis le 1er novembre"),
    ],
)
def test_since_when_is_told_on_the_clock_of_the_site(line, earlier, said):
    assert line(since=NOON - earlier).since == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("accueil", "Imprimante Accueil"),
        ("bureau-2", "Imprimante Bureau 2"),
        ("imprimante", "Imprimante"),
        ("agent:7", "Imprimante sans nom"),
        ("-", "Imprimante -"),
    ],
)
def test_a_printer_has_a_name_for_people(line, name, said):
    assert line(name=name).name == said


def test_a_site_that_never_had_a_printer_says_quietly_what_to_do(desk):
    assert "Aucune imprimante n’est branchée. Allumez l’imprimante et son ordinateur." in strip(desk)
    assert '<p class="no-printer" data-no-paper' in desk.page


def test_a_printer_of_the_setting_that_nobody_heard_of_is_in_the_strip(app):
    here = replace(house_of(app).catalogue.site("etats-unis"), printers=("accueil",))
    never = Printer("accueil", Condition(PrinterState.AWAY), None)
    found = Strip.of(here, [never], NOON, {})
    assert (
        found.lines[0].said
        == "Imprimante Accueil\u00a0: ne s’est jamais annoncée. Vérifiez que son ordinateur est allumé."
    )
    assert not found.lines[0].can_test
    assert not found.paper_comes


def test_each_printer_has_its_line_and_a_driver_s_words_stand_folded(desk, device):
    agent = device("printer")
    agent.announce("accueil", "down", reason="paper_out", detail="no paper at the head")
    agent.announce("bureau", "low", reason="paper_low")
    page = strip(desk)
    assert re.search(r"Imprimante Accueil ?, depuis \d+.h.\d\d : plus de papier\. Mettez un rouleau neuf\.", page)
    assert re.search(
        r"Imprimante Bureau ?, depuis \d+.h.\d\d : le papier est bientôt fini\. Préparez un rouleau\.", page
    )
    assert "Aucun ticket ne sort" not in page
    lines, _, folded = page.partition("Essai et détails")
    assert "no paper at the head" not in lines
    assert "no paper at the head" in folded


def test_with_every_printer_down_the_desk_says_that_no_ticket_comes(desk, device):
    device("printer").announce("accueil", "down", reason="cover_open")
    assert "Aucun ticket ne sort pour le moment." in strip(desk)
    assert '<p class="no-paper" data-no-paper' in desk.page


@pytest.mark.parametrize(
    ("outcome", "state", "said"),
    [
        ("printed", "ok", "prête."),
        ("unconfirmed", "unsure", "ne dit pas si les tickets sortent. Regardez si les tickets sortent."),
        ("failed", "failed", "en panne. Éteignez, puis rallumez."),
    ],
)
def test_the_latest_paper_of_an_agent_without_a_name_is_told(desk, device, outcome, state, said):
    device("kiosk").issue()
    agent = device("printer")
    agent.report(agent.claim().json["id"], outcome)
    assert marked(desk) == state
    assert re.search(rf"Imprimante sans nom ?, depuis \d+.h.\d\d : {re.escape(said)}", strip(desk))


@pytest.mark.parametrize(
    ("second", "state"), [("ready", "ok"), ("low", "ok"), ("silent", "unsure"), ("down", "failed")]
)
def test_of_several_printers_the_best_one_counts(desk, device, second, state):
    agent = device("printer")
    agent.announce("accueil", "down", reason="paper_out")
    agent.announce("bureau", second)
    assert marked(desk) == state
