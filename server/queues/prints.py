"""Print jobs: claimed by an agent, closed by its report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from server.domain.catalogue import Site
from server.queues.live import LiveQueue, moment


@dataclass(frozen=True, slots=True)
class ClaimedJob:
    """What the queue knows of a job; the catalogue's words are added by the printing action."""

    id: str
    number: str
    need: str
    language: str
    arrived_at: datetime
    ahead: int
    secret: str


def claim(queue: LiveQueue, site: Site, claim_id: str, agent: str) -> ClaimedJob | None:
    """The oldest queued job, now claimed by this agent; None when nothing is queued."""
    found = queue.run("claim", site.id, claim_id, agent)["answer"]
    if not found:
        return None
    return ClaimedJob(
        id=found["job"],
        number=found["number"],
        need=found["need"],
        language=found["language"],
        arrived_at=moment(found["arrived_at"]),
        ahead=found["ahead"],
        secret=found["secret"],
    )


def report(queue: LiveQueue, site: Site, job_id: str, outcome: str, detail: str) -> str:
    """Record what became of a claimed job and give its state. Raises UnknownJobError, JobClosedError."""
    return str(queue.run("report", site.id, job_id, outcome, detail)["answer"]["state"])
