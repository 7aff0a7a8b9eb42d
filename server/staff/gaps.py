"""What the site should be told of its catalogue and its voices. Asked for beside the desk, which never waits for it."""

from __future__ import annotations

from flask import render_template

from server.access import Public, house, site, who
from server.staff.blueprint import staff
from server.told.gaps import told_gaps


@staff.get("/<site_id>/gaps")
@who(Public.STAFF)
def gaps(site_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """A quiet strip; empty when nothing is missing."""
    return render_template("_gaps.html", gaps=told_gaps(house(), site()))
