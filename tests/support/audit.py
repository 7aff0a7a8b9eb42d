"""What must be true of every answer once the dust has settled, whatever was killed or cut meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.support.journal import SiteKeys
from tests.support.mob import Client
from tests.support.wishes import Answered


@dataclass
class Findings:
    """What broke a promise: tickets lost, effects that came twice or from a refusal, first answers not given again."""

    lost: list[str]
    doubles: list[str]
    changed: list[str]

    @property
    def nothing(self) -> bool:
        return not (self.lost or self.doubles or self.changed)


def audit(client: Client, entries: Iterable[dict[str, str]], answers: Sequence[Answered]) -> Findings:
    """Hold answers against the journal's entries of their time, and ask each of them again."""
    found = Findings([], [], [])
    effects: Counter[tuple[str, str]] = Counter()
    told = Counter((each["request_id"], each["move"], each["ticket"]) for each in entries if each.get("request_id"))
    for (name, move, _), count in told.items():
        if move == "undo":
            # It brings back all whom one act moved, each once.
            effects[name, move] = max(effects[name, move], count)
        else:
            effects[name, move] += count
    for answer in answers:
        if answer.request.move:
            _judge_effects(answer, effects, found)
            if answer.granted:
                _ask_again(client, answer, found)
    return found


def _judge_effects(answer: Answered, effects: Counter[tuple[str, str]], found: Findings) -> None:
    request = answer.request
    count = effects[request.name, request.move]
    if count > 1:
        found.doubles.append(f"{count} effects of {request}")
    elif count < answer.granted and request.changes:
        found.lost.append(f"no effect of {answer}")
    elif count > answer.granted:
        found.doubles.append(f"an effect of the refused {answer}")


def _ask_again(client: Client, answer: Answered, found: Findings) -> None:
    again = client.ask(answer.request)
    if (again.status, again.body) != (200, answer.body):
        found.changed.append(f"{answer} became {again}")


def twice(things: Iterable[str]) -> list[str]:
    """What is there more than once."""
    return [thing for thing, count in Counter(things).items() if count > 1]


def numbers_given(answers: Iterable[Answered]) -> list[str]:
    return [answer.body["number"] for answer in answers if answer.request.move == "issue" and answer.granted]


def jobs_claimed(answers: Iterable[Answered]) -> list[str]:
    return [answer.body["id"] for answer in answers if answer.request.method == "GET" and answer.status == 200]


def breaches_of(keys: SiteKeys) -> list[str]:
    """What the checker finds, one sentence each."""
    return [f"{breach.rule} at version {breach.version}: {breach.said}" for breach in keys.breaches()]
