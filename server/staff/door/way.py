"""From a page to the door and back: who opens one without a session signs in, and then sees what they asked for.

Only for people who go to a page. What scripts ask for (htmx, fetch), and what is sent by a form, is refused as before:
there the answer goes into a page that is open already, or something was to be done, and has not been.
"""

from __future__ import annotations

import re
from typing import Final, cast

from flask import current_app, redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from server.access import Public, Who, who_of

NEXT: Final = "next"
"""Where to go after signing in, in the door's address and in its form."""
OURS: Final = "/staff/"
ADDRESS_AT_MOST: Final = 1000
_WRITTEN_OTHERWISE: Final = re.compile("[^?#]*%(2e|2f|5c)", re.IGNORECASE)
"""A dot, a slash, a backslash in the path: browsers go up a folder for %2e%2e, too; no page of ours is called so."""


def to_the_door() -> Response | None:
    """Before the gate, which would only refuse: lead somebody who goes to a staff page to where they can sign in."""
    if "staff" not in request.blueprints or not _goes_there():
        return None
    allowed = cast("Who", who_of(current_app, str(request.endpoint)))
    if allowed.public is not Public.STAFF or current_user.is_authenticated:
        return None
    return redirect(url_for("staff.front", next=gone_to()))


def gone_to() -> str | None:
    """The page that a person goes to with this request, to be shown later; None for what scripts ask for."""
    return request.full_path.removesuffix("?") if _goes_there() else None


def asked_for() -> str | None:
    """The staff page that somebody came for, to be shown once they are in; None where it is no address of ours.

    A stranger may have written it into a link: it must lead nowhere but to our own pages.
    """
    return checked(request.values.get(NEXT, ""))


def checked(address: str) -> str | None:
    """The address where it is one of a staff page of this server, None otherwise."""
    # Browsers take a backslash for a slash, and leave out line ends wherever they stand.
    if not (address.isprintable() and "\\" not in address and len(address) <= ADDRESS_AT_MOST):
        return None
    if "/.." in address or _WRITTEN_OTHERWISE.match(address):
        return None
    return address if address.startswith(OURS) and address != OURS else None


def _goes_there() -> bool:
    """Whether a person goes to this page with their browser: in the tab itself, and to see it."""
    if request.method != "GET" or "HX-Request" in request.headers:
        return False
    told = request.headers
    return told.get("Sec-Fetch-Dest", "document") == "document" and "text/html" in told.get("Accept", "")
