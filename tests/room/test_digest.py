"""What the screen works out of what it holds is what the server works out of what it sent."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

from server import shown_board
from server.domain.hours import Phase
from server.queues.board import Board, Call
from tests.support.modules import run

NOW = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)
DIGESTS = """const { digest } = await load("display/room/digest.js"); return given.map(digest);"""
COUNTERS = ("1", "12", "accueil", "étage", "柜台", "🙂", "")


def a_board(chance: Random) -> Board:
    calls = tuple(
        Call(
            seq=chance.randrange(2**40),
            number=f"{chance.choice('ABCÉ')}{chance.randrange(2000):03}",
            counter=chance.choice(COUNTERS),
            count=chance.randrange(1, 9),
            called_at=NOW,
            language=chance.choice(("fr", "ar", "zh")),
        )
        for _ in range(chance.randrange(7))
    )
    phase, stopped = chance.choice([*Phase]), chance.random() < 0.5
    return Board(chance.randrange(9999), NOW, phase, stopped, calls, chance.randrange(3000), None, 0)


def test_both_agree_on_every_board(house):
    site, chance = house.catalogue.site("etats-unis"), Random(6)
    boards = [a_board(chance) for _ in range(2_000)]
    sent = [shown_board.board(site, board).model_dump(mode="json") for board in boards]
    assert run(DIGESTS, sent) == [board["hash"] for board in sent]
    assert len({board["hash"] for board in sent}) > 1_900


def test_a_screen_that_holds_something_else_says_so(house):
    site = house.catalogue.site("etats-unis")
    call = Call(7, "A012", "3", 1, NOW, "fr")
    sent = shown_board.board(site, Board(9, NOW, Phase.OPEN, False, (call,), 4, None, 0)).model_dump(mode="json")  # noqa: FBT003
    others = [
        sent | {"waiting": 5},
        sent | {"stopped": True},
        sent | {"phase": "closed"},
        sent | {"calls": []},
        *(
            sent | {"calls": [sent["calls"][0] | {name: value}]}
            for name, value in (("seq", 8), ("number", "A013"), ("counter", "2"), ("count", 2), ("language", "ar"))
        ),
    ]
    digests = run(DIGESTS, [sent, *others])
    assert digests[0] == sent["hash"]
    assert len(set(digests)) == len(digests)
