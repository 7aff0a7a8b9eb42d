"""What a print agent does: takes the next job, says what became of it."""

from __future__ import annotations

import uuid
from zoneinfo import ZoneInfo

from printers.job import PrintJob
from server.actions.house import House
from server.actions.reception import follow_url
from server.domain.catalogue import Site
from server.queues import prints


def next_job(house: House, site: Site, agent: str) -> PrintJob | None:
    """Claim the oldest queued job, complete with the catalogue's words; None when there is none."""
    claimed = prints.claim(house.queue, site, uuid.uuid4().hex, agent)
    if claimed is None:
        return None
    # A need may have left the catalogue since: the ticket is printed all the same.
    labels = next((need.labels for need in site.needs if need.id == claimed.need), {})
    return PrintJob(
        id=claimed.id,
        site_name=site.name,
        number=claimed.number,
        need_label=labels.get(claimed.language) or labels.get(site.languages[0], ""),
        language=claimed.language,
        issued_at=claimed.arrived_at.astimezone(ZoneInfo(site.timezone)).isoformat(timespec="seconds"),
        ahead=claimed.ahead,
        follow_url=follow_url(house, site, claimed.secret),
    )


def report(house: House, site: Site, job_id: str, outcome: str, detail: str | None) -> str:
    """Record an outcome and give the job's state. Raises UnknownJobError, JobClosedError."""
    return prints.report(house.queue, site, job_id, outcome, detail or "")
