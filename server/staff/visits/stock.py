"""The transport passes of a site where few of them are left: at its desks and in the bar, for as long as it is so."""

from __future__ import annotations

from server.access import house
from server.domain.catalogue import Site
from server.domain.errors import RecordsUnreachableError
from server.domain.visits import Stock
from server.staff.words import say


def few_passes(here: Site) -> Stock | None:
    """What is left where somebody has to bring more; None where enough are, or nobody counts.

    None as well while the records are away: nobody is called later for want of a figure.
    """
    try:
        stock = house().visits.stock(here)
    except RecordsUnreachableError:
        return None
    return stock if stock is not None and stock.is_low else None


def few_passes_mark(site_id: str) -> str:
    """How many are left where that is few, in a word or two beside the name of their page; else ""."""
    stock = few_passes(house().catalogue.site(site_id))
    return "" if stock is None else say("passes-mark", left=stock.left)
