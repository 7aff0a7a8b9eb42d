"""What the head of the desk says of the site's printers."""

from __future__ import annotations

import pytest

from tests.support.desk import staffed as signed_in
from tests.web.conftest import house_of


@pytest.fixture
def desk(app):
    return signed_in(app, house_of(app))


def head(desk):
    desk.open("etats-unis/1")
    return desk.page


def test_a_site_whose_printer_nobody_heard_of_says_so(desk):
    assert "L’imprimante ne répond pas" in head(desk)


@pytest.mark.parametrize(
    ("outcome", "state", "said"),
    [
        ("printed", "ok", "L’imprimante marche"),
        ("unconfirmed", "unsure", "L’imprimante ne dit pas si les tickets sortent"),
        ("failed", "failed", "Imprimante en panne : les tickets ne sortent pas"),
    ],
)
def test_the_latest_paper_of_an_agent_without_a_name_is_told(desk, device, outcome, state, said):
    device("kiosk").issue()
    agent = device("printer")
    agent.report(agent.claim().json["id"], outcome)
    page = head(desk)
    assert f'data-printer="{state}"' in page
    assert said in page


@pytest.mark.parametrize(
    ("second", "state"), [("ready", "ok"), ("low", "ok"), ("silent", "unsure"), ("down", "failed")]
)
def test_of_several_printers_the_best_one_counts(desk, device, second, state):
    agent = device("printer")
    agent.announce("accueil", "down", reason="paper_out")
    agent.announce("bureau", second)
    assert f'data-printer="{state}"' in head(desk)
