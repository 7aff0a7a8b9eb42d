"""The table: what is measured, its figure, the yardstick's, their ratio, its target, and how far the ratio strays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from bench.crowd import Told
from bench.depth import Depths, Sizes, Turn
from bench.desk import Desks
from bench.figures import Delays, Rates
from bench.gate import Gate
from bench.pace import Pace
from bench.painted import Painted
from bench.pairs import Pair
from bench.paper import Road, Weight
from bench.waits.backtest import Score

ISSUE_TARGET: Final = "≥ 0.45"
PUSH_TARGET: Final = "≤ 3.00"
DEPTH_TARGET: Final = "≤ 1.20"
INSIDE_TARGET: Final = "≥ 80%"
SCREEN_TARGET: Final = "≤ 1500 ms"
WEIGHT_TARGETS: Final = {"fr": "≤ 1,500", "ar": "≤ 14,000"}


class Row(NamedTuple):
    """One line as it is printed. `spread`: between these two lies the middle half of the blocks' ratios."""

    what: str
    ours: str
    bare: str = ""
    ratio: str = ""
    target: str = ""
    spread: str = ""


WHAT_WIDTH: Final = 56
HEADS: Final = Row("", "Accueil", "bare", "ratio", "target", "spread")


def printed(rows: Iterable[Row]) -> None:
    """Print them, each at once: what was measured stands there, whatever happens to the rest."""
    for what, ours, bare, ratio, target, spread in rows:
        line = f"{what:<{WHAT_WIDTH}}  {ours:>10}  {bare:>10}  {ratio:>6}  {target:>8}  {spread:>11}"
        print(line.rstrip(), flush=True)


def rate_rows(rates: Rates) -> list[Row]:
    """Answers a second of a web process."""
    return [
        _rates(
            f"tickets/s issued over HTTP · GET /healthz ({rates.tickets.samples} each)", rates.tickets, ISSUE_TARGET
        ),
        _rates("GET sites/{site}/s, as a kiosk asks · GET /healthz", rates.doors),
    ]


def gate_rows(gate: Gate) -> list[Row]:
    """What the gate costs."""
    return [
        _rates(f"board/s, devices counted · not ({gate.counted.samples} each)", gate.counted),
        _rates("board/s, people signed in and counted · devices, not", gate.signed_in),
    ]


def delay_rows(delays: Delays) -> list[Row]:
    """From a call to the board, over HTTP, Valkey and Socket.IO."""
    what = "call → board received · Socket.IO echo"
    (push_50, push_99), (echo_50, echo_99) = delays.push, delays.echo
    return [
        Row(
            f"{what}, p50 ({delays.samples} each)",
            f"{push_50:.2f} ms",
            f"{echo_50:.2f} ms",
            f"{push_50 / echo_50:.2f}",
        ),
        Row(f"{what}, p99", f"{push_99:.2f} ms", f"{echo_99:.2f} ms", f"{push_99 / echo_99:.2f}", PUSH_TARGET),
    ]


def screen_rows(screen: Pair) -> list[Row]:
    """A kiosk's start. The target is the figure on a machine that has nothing else to do."""
    what = f"first screen, empty browser, CPU 4 × slower ({screen.samples}) · /healthz"
    low, high = screen.spread
    ours, bare = f"{screen.ours:.0f} ms", f"{screen.bare:.0f} ms"
    return [Row(what, ours, bare, f"{screen.ratio:.2f}", SCREEN_TARGET, f"{low:.2f}–{high:.2f}")]


def painted_rows(painted: Painted) -> list[Row]:
    """From a call to the screen of a waiting room."""
    what = "call sent → its number painted · Socket.IO echo painted"
    (answered_50, answered_99), (call_50, call_99) = painted.answered, painted.call
    echo_50, echo_99 = painted.echo
    return [
        Row(f"call answered → its number painted in Chromium, p50 ({painted.samples})", f"{answered_50:.1f} ms"),
        Row("the same, p99", f"{answered_99:.1f} ms"),
        Row(f"{what}, p50", f"{call_50:.1f} ms", f"{echo_50:.1f} ms", f"{call_50 / echo_50:.2f}"),
        Row(f"{what}, p99", f"{call_99:.1f} ms", f"{echo_99:.1f} ms", f"{call_99 / echo_99:.2f}"),
    ]


def desk_rows(desks: Desks) -> list[Row]:
    """A mediator's press, and the page of a desk in a full room beside one in which ten wait."""
    press = f"click on “call next” → person shown, {desks.waiting} waiting · GET /healthz"
    opened = f"desk’s page opened, {desks.waiting} waiting · 10"
    return [
        *_percentiles(press, desks.press, desks.bare),
        *_percentiles(opened, desks.opened, desks.quiet),
        Row(f"desk’s page, {desks.waiting} waiting", f"{desks.size / 1024:.0f} KiB"),
    ]


def _percentiles(what: str, ours: tuple[float, float], bare: tuple[float, float]) -> list[Row]:
    return [
        Row(f"{what}, {name}", f"{one:.1f} ms", f"{other:.1f} ms", f"{one / other:.2f}")
        for name, one, other in zip(("p50", "p99"), ours, bare, strict=True)
    ]


def crowd_rows(told: Told) -> list[Row]:
    """A call to everybody who listens on one web process. Beside the median stands the worst of the calls."""
    crowd = told.crowd
    where = "at one site" if crowd.sites == 1 else f"at {crowd.sites} sites"
    who = f"{crowd.displays:,} displays, {crowd.phones:,} phones {where}"
    return [
        Row(f"{who}: call → last display", f"{told.displays[0]:.1f} ms", f"{told.displays[1]:.1f} ms"),
        Row(f"{who}: call → last phone", f"{told.phones[0]:.1f} ms", f"{told.phones[1]:.1f} ms"),
        Row(f"{who}: memory for each", f"{told.kib:.0f} KiB"),
    ]


def weight_rows(weights: list[Weight]) -> list[Row]:
    """What a ticket weighs in each language, how long it takes to lay out, and over a slow serial line."""
    return [
        Row(
            f"ticket in {each.language}: bytes · layout · {each.length_mm:.0f} mm of paper",
            f"{each.size:,} B",
            f"{each.layout_ms:.1f} ms",
            "",
            WEIGHT_TARGETS.get(each.language, ""),
            f"{each.serial_ms / 1000:.1f} s serial",
        )
        for each in weights
    ]


def road_rows(road: Road, french: Weight) -> list[Row]:
    """From the tap to the printer, beside what the mechanics take for that paper."""
    what = f"POST ticket → last byte at the printer ({road.samples}) · its mechanics"
    paper = f"{french.mechanics_ms:.0f} ms"
    share = road.p50 / (road.p50 + french.mechanics_ms)
    return [
        Row(f"{what}, p50", f"{road.p50:.2f} ms", paper, f"{road.p50 / french.mechanics_ms:.2f}"),
        Row("the same, p99", f"{road.p99:.2f} ms", paper, f"{road.p99 / french.mechanics_ms:.2f}", "≤ 50 ms"),
        Row("of all the time to a ticket in the hand, software takes", f"{share * 100:.1f} %"),
    ]


def depth_rows(depths: Depths, sizes: Sizes) -> list[Row]:
    """A full queue beside an empty one."""
    deep = f"{sizes.deep:,} waiting · {sizes.shallow}"
    return [
        _times(f"call next, {deep} ({depths.call.samples} each)", depths.call, DEPTH_TARGET),
        _times("call next, the script alone", depths.call_script),
        _times(
            f"issue, {sizes.crowded} sites × {sizes.each:,} waiting · nobody ({depths.issue.samples} each)",
            depths.issue,
            DEPTH_TARGET,
        ),
        _times("issue, the script alone", depths.issue_script),
        _times(f"board read, {deep} ({depths.board.samples} each)", depths.board),
        _times("desk's queue read, up to 100 rows a line", depths.queue),
    ]


def pace_rows(paces: list[Pace]) -> list[Row]:
    """Scripts a second beside INCR."""
    return [
        _rates(f"{name} scripts/s, {_connections(pace)} · INCR ({figures.samples} each)", figures)
        for pace in paces
        for name, figures in (("issue", pace.issue), ("call", pace.call))
    ]


def turn_rows(turn: Turn, left: int) -> list[Row]:
    """The end of a day, which has no yardstick."""
    return [
        Row(f"end of day, {left:,} waiting, median of {turn.samples}", f"{turn.whole:.1f} ms"),
        Row("end of day, its longest script", f"{turn.longest:.1f} ms"),
    ]


def wait_rows(scores: Iterable[tuple[str, Score, Score]]) -> Iterator[Row]:
    """How far off the middle of what people are told is, on days that are made up; not how fast anything is."""
    for day, ours, naive in scores:
        what = f"wait told, {day} ({ours.people}) · queue length × mean"
        ratio = f"{ours.error_min / naive.error_min:.2f}"
        errors = (f"{each.error_min:.1f} min" for each in (ours, naive))
        yield Row(what, *errors, ratio, INSIDE_TARGET, f"{ours.inside:.0%} inside")


def _connections(pace: Pace) -> str:
    return f"{pace.connections} connection{'s' if pace.connections > 1 else ''}"


def _rates(what: str, pair: Pair, target: str = "") -> Row:
    return _row(what, f"{pair.ours:.0f}/s", f"{pair.bare:.0f}/s", pair, target)


def _times(what: str, pair: Pair, target: str = "") -> Row:
    return _row(what, f"{pair.ours:.3f} ms", f"{pair.bare:.3f} ms", pair, target)


def _row(what: str, ours: str, bare: str, pair: Pair, target: str) -> Row:
    low, high = pair.spread
    return Row(what, ours, bare, f"{pair.ratio:.2f}", target, f"{low:.2f}–{high:.2f}")
