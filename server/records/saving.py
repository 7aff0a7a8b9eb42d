"""Saves what people set up: a whole site at once, with the trail of what changed, and not over others' changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

from pydantic import ValidationError
from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from server.domain.catalogue import Site
from server.domain.errors import UnknownSiteError
from server.domain.people import Actor
from server.domain.setup import (
    InvalidSettingError,
    SettingFault,
    SiteTakenError,
    StaleSettingsError,
    abandoned,
    settled,
)
from server.domain.translations import read_again, translated_from
from server.records.catalogue import Catalogue, site_of_row
from server.records.rows import insert_site, rewrite_site
from server.records.seed_faults import faults
from server.records.seed_shapes import Seed
from server.records.seed_sites import form_of, shared_form, site_of
from server.records.setting_words import told
from server.records.store import NUMBER_AT_MOST
from server.records.tables import SiteRow
from server.records.trail import Change, note, site_added


def checked(site: Site) -> Site:
    """A site as it would be saved: its words without blanks around them. Raises InvalidSettingError."""
    shared = shared_form(site)
    own = {name: value for name, value in form_of(site).items() if name not in shared}
    try:
        seed = Seed.model_validate(shared | {"sites": [own]})
    except ValidationError as error:
        raise InvalidSettingError(told(error)) from error
    only = seed.sites[0]
    if found := [SettingFault(fault.field, fault.french) for fault in faults(seed, only)]:
        raise InvalidSettingError(found)
    return replace(site_of(seed, only, site.ordinal), revision=site.revision, translated_from=site.translated_from)


def save(catalogue: Catalogue, site: Site, by: Actor) -> Site:
    """Save a site as it was changed, `revision` being the one on which the change began. Gives it as it is then.

    Raises UnknownSiteError, InvalidSettingError, StaleSettingsError.
    """
    with catalogue.store.session() as session:
        _claim(session, site)
        before = site_of_row(session.get_one(SiteRow, site.id))
        after = checked(settled(before, site))
        left = abandoned(before, after)
        after = replace(
            after,
            ordinal=before.ordinal,
            revision=before.revision,
            counters=tuple(replace(counter, given_up=left) for counter in after.counters),
            translated_from=translated_from(before, after),
        )
        changes = [*differences(before, after), *_read_again(before, after)]
        if changes:
            rewrite_site(session, before, after)
            for change in changes:
                note(session, by, change)
        else:
            # Nothing was changed: whoever else has the page open need not read it again.
            session.execute(update(SiteRow).where(SiteRow.id == site.id).values(revision=site.revision))
            after = before
    catalogue.forget(site.id)
    return catalogue.site(site.id)


def _read_again(before: Site, after: Site) -> list[Change]:
    found = read_again(before, after)
    return [Change("site.reread", after.id, after.id, {"after": found})] if found else []


def add_site(catalogue: Catalogue, site: Site, by: Actor) -> Site:
    """Add a site, behind those that are there. Raises InvalidSettingError, SiteTakenError."""
    new = replace(checked(site), revision=1, translated_from=translated_from(site, site))
    try:
        with catalogue.store.session() as session:
            if session.get(SiteRow, site.id) is not None:
                raise SiteTakenError(f"Un site s’appelle déjà « {site.id} ».")
            last = session.scalar(select(func.max(SiteRow.ordinal))) or 0
            insert_site(session, replace(new, ordinal=last + 1))
            note(session, by, site_added(site.id, new.name))
    except IntegrityError as error:
        raise StaleSettingsError("Quelqu’un d’autre vient d’ajouter un site. Recommencez.") from error
    catalogue.forget(site.id)
    return catalogue.site(site.id)


def _claim(session: Session, site: Site) -> None:
    """Take the next revision before anything is read: of two who save at once, the second waits and finds it taken."""
    known = SiteRow.id == site.id, SiteRow.revision == min(site.revision, NUMBER_AT_MOST)
    taken = session.execute(update(SiteRow).where(*known).values(revision=SiteRow.revision + 1).returning(SiteRow.id))
    if taken.first() is not None:
        return
    if session.get(SiteRow, site.id) is None:
        raise UnknownSiteError(f"Aucun site ne s’appelle « {site.id} ». Vérifiez l’adresse.")
    raise StaleSettingsError(
        "Quelqu’un d’autre a changé ces réglages entre-temps. Rouvrez la page, puis refaites vos changements."
    )


def differences(before: Site, after: Site) -> list[Change]:
    """What changed of a site, an entry of the trail for each field; of a list, only those of it that are otherwise."""
    forms = form_of(before), form_of(after)
    changes = []
    for name in dict.fromkeys((*forms[0], *forms[1])):
        was, now = (_by_id(form.get(name)) for form in forms)
        if was != now:
            if isinstance(was, dict) and isinstance(now, dict):
                was, now = _unlike(was, now), _unlike(now, was)
            changes.append(Change("site.changed", name, after.id, {"before": was, "after": now}))
    return changes


def _by_id(value: Any) -> Any:
    """As the trail tells it, and JSON holds it: what has an id by that id, and the order of a list beside it."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return {"order": [each["id"] for each in value]} | {each["id"]: each for each in value}
    return value.isoformat("minutes") if isinstance(value, time) else value


def _unlike(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in one.items() if key not in other or other[key] != value}
