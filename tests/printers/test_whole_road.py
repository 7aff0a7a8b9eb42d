"""The campaign on the whole road, kiosk to printer; what the API tells the kiosk held against the paper."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

from printers.drivers.fake.faults import Fault, Kind
from printers.drivers.fake.framer import Framer
from tests.support.points import POINTS, place_of
from tests.support.road import town

# Three sites with one printer, three with a second one to fall back on.
SITES = {"etats-unis": 1, "site-2": 1, "site-3": 1, "site-4": 2, "site-5": 2, "site-6": 2}
SILENT = {Kind.SILENCE, Kind.HALF_OPEN, Kind.NO_CONFIRMATION}
CASES = [(kind, point) for kind in Kind for point in POINTS]


@dataclass
class Found:
    """One ticket of the campaign: what its kiosk showed, what the API told of the paper, and what came out."""

    site: str
    kind: Kind | None
    point: str
    number: str
    state: str
    whole: int
    code: str
    follow_url: str


def walked(built, site, printers, cases):
    """Ticket after ticket at one site, each with its fault."""
    with built.place(site, printers) as place:
        # Nobody is ahead of anybody, so every ticket of this site is as long as this one.
        first = place.take()
        told = [(None, "plain", first, place.outcome(first))]
        place.leave(first)
        stream = place.streams[first["follow_url"]]
        for kind, point in cases:
            place.strike(Fault(kind, place_of(point, stream)))
            ticket = place.take()
            told.append((kind, point, ticket, place.outcome(ticket)))
            place.leave(ticket)
            place.repair(switch_off=kind == Kind.POWER_LOST)
        return [
            Found(site, kind, point, ticket["number"], state, *on_paper(place, ticket), ticket["follow_url"])
            for kind, point, ticket, state in told
        ]


def on_paper(place, ticket):
    """How many whole papers of a ticket came out, and what the code says: of each fifth one, for it takes its time."""
    stream = place.streams.get(ticket["follow_url"], b"never drawn")
    # A scrap of the ticket before may hang above it, where a printer cannot be told to forget.
    whole = [piece for piece in place.paper if piece.whole and undisturbed(piece.stream, stream)]
    code = whole[0].codes()[0] if whole and ticket["number"][-1] in "05" else ""
    return len(whole), code


def undisturbed(paper, stream):
    """Whether a ticket stands at the end of a paper, read from its first command on."""
    if not paper.endswith(stream):
        return False
    scrap = Framer()
    for byte in paper.removesuffix(stream):
        scrap.feed(byte)
    return scrap.between


@pytest.fixture
def campaign(tmp_path):
    """Every ticket; each site meets its share of the faults, and those with two printers meet all of them."""
    with town(tmp_path) as built, ThreadPoolExecutor(len(SITES)) as lanes:
        walking = [
            lanes.submit(walked, built, site, printers, CASES[place % 3 :: 3])
            for place, (site, printers) in enumerate(SITES.items())
        ]
        return [found for lane in walking for found in lane.result()]


def test_what_the_api_tells_the_kiosk_of_the_paper_is_true(campaign):
    assert len(campaign) >= 200
    assert {(each.kind, each.point) for each in campaign if each.kind} == set(CASES)
    # Each kiosk showed a number of its own at once, whatever the printers did.
    assert len({(each.site, each.number) for each in campaign}) == len(campaign)
    # No silent loss, no double.
    assert [each for each in campaign if each.state == "printed" and each.whole != 1] == []
    assert [each for each in campaign if each.whole > 1] == []
    assert [each for each in campaign if each.code not in ("", each.follow_url)] == []
    assert {each.state for each in campaign} == {"printed", "unconfirmed", "failed"}

    # A second printer prints what the first did not begin.
    refused = [each for each in campaign if each.point == "before connecting" and each.kind == Kind.REFUSES]
    assert {(SITES[each.site], each.state) for each in refused} == {(1, "failed"), (2, "printed")}
    without, beside = (
        [each for each in campaign if SITES[each.site] == printers and each.state == "printed"] for printers in (1, 2)
    )
    assert len(beside) > len(without) > 0

    # Silence is never told as printed.
    silent = [each for each in campaign if each.kind in SILENT and SITES[each.site] == 1]
    assert silent
    assert [each for each in silent if each.state == "printed"] == []
