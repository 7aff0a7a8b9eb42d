"""The page of the trail: a manager sees what was done at their sites, an admin everything."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from server.access import house, person, who
from server.actions.people import accounts
from server.domain.people import Job
from server.staff.trail.lines import line_of

trail = Blueprint("trail", __name__, url_prefix="/trail", template_folder="templates")

PAGE = 100
"""Changes on one page: some weeks of a site."""
IDS_BELOW = 2**31


@trail.get("")
@who(Job.MANAGER)
def newest() -> str:
    """The newest changes, or those before the one that the address names."""
    sites = {site.id: site for site in house().catalogue.sites()}
    everything = person().job is Job.ADMIN
    known = [] if everything else [account.person.id for account in accounts(house(), person())]
    before = request.args.get("before", type=int)
    found = house().trail.newest(
        None if everything else person().sites,
        PAGE + 1,
        people=known,
        before=None if before is None else min(max(before, 0), IDS_BELOW),
    )
    return render_template(
        "trail/newest.html",
        lines=[line_of(entry, sites) for entry in found[:PAGE]],
        more=found[PAGE - 1].id if len(found) > PAGE else None,
    )
