"""The whole catalogue as the text of a seed file, and back: to carry it elsewhere, or to edit it as a text."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

import tomli_w
from pydantic import ValidationError

from server.domain.catalogue import Site
from server.domain.setup import InvalidSettingError, SettingFault
from server.records.seed_faults import faults
from server.records.seed_shapes import SHARED, Seed, SeedCounter, SeedScreen, SeedSite
from server.records.seed_sites import form_of, shared_form, site_of
from server.records.setting_words import told
from server.records.toml_text import read_toml

HEAD: Final = "# Accueil: sites, and what they share. Read it with: accueil seed FILE, or on the page of settings.\n\n"


def export_seed(sites: Sequence[Site]) -> str:
    """A seed file of these sites. What most of them have in common is said once."""
    shared = {name: _commonest(name, sites) for name in SHARED} if sites else {}
    told_once = {name: value for name, value in shared.items() if value or name in {"languages", "needs"}}
    body = told_once | {"sites": [_site(site, shared) for site in sites]}
    # Sites first: they are what somebody looks for.
    order = ["timezone", "languages", "visit_asks", "sites"]
    keys = [*(key for key in order if key in body), *(key for key in body if key not in order)]
    return HEAD + tomli_w.dumps({key: body[key] for key in keys})


def _commonest(name: str, sites: Iterable[Site]) -> Any:
    forms = [shared_form(site)[name] for site in sites]
    if name == "priorities":
        # A site whose kiosk asks for none says so by itself: those that ask tell which.
        forms = [form for form in forms if _is_asked(form)] or forms
    keys = [json.dumps(form) for form in forms]
    return forms[keys.index(Counter(keys).most_common(1)[0][0])]


def _is_asked(priorities: list[dict[str, Any]]) -> bool:
    return any(each["kiosk"] for each in priorities)


def _site(site: Site, shared: dict[str, Any]) -> dict[str, Any]:
    form = form_of(site)
    own = {name: form.pop(name) for name in SHARED}
    needs = [need["id"] for need in own["needs"]]
    form["asks_priority"], own["priorities"] = _priorities(own["priorities"], shared["priorities"])
    form["counters"] = _counters(form["counters"], needs)
    form["screens"] = [_without_defaults(SeedScreen, screen) for screen in form["screens"]]
    return _without_defaults(SeedSite, form) | {name: value for name, value in own.items() if value != shared[name]}


def _priorities(own: list[dict[str, Any]], shared: list[dict[str, Any]]) -> tuple[bool, list[dict[str, Any]]]:
    """Whether its kiosk asks for them, and which: those that all share, where it only asks for none of them."""
    silent = [each | {"kiosk": False} for each in shared]
    return (False, shared) if own == silent else (True, own)


def _counters(counters: list[dict[str, Any]], needs: list[str]) -> int | list[dict[str, Any]]:
    """How many there are, where that says everything."""
    plain = [{"id": str(n), "label": f"Guichet {n}", "needs": needs} for n in range(1, len(counters) + 1)]
    if counters == plain:
        return len(counters)
    return [_without_defaults(SeedCounter, counter | _needs(counter, needs)) for counter in counters]


def _needs(counter: dict[str, Any], needs: list[str]) -> dict[str, Any]:
    return {"needs": None} if counter["needs"] == needs else {}


def _without_defaults(shape: type[SeedSite | SeedScreen | SeedCounter], form: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in form.items() if value != shape.model_fields[name].default}


def read_sites(text: str) -> tuple[Site, ...]:
    """The sites that a seed file tells of, without their ordinals. Raises InvalidSettingError.

    UnreadableFileError, which is one, where it is no TOML.
    """
    try:
        seed = Seed.model_validate(read_toml(text))
    except ValidationError as error:
        raise InvalidSettingError(told(error)) from error
    names = [site.id for site in seed.sites]
    found = [
        SettingFault(f"sites.{at}.id", f"Deux sites ont le même identifiant : « {name} ».")
        for at, name in enumerate(names)
        if name in names[:at]
    ]
    for at, site in enumerate(seed.sites):
        found += [
            SettingFault(f"sites.{at}.{fault.field}", f"Site « {site.id} » : {fault.french}")
            for fault in faults(seed.of(site), site)
        ]
    if found:
        raise InvalidSettingError(found)
    return tuple(site_of(seed, site, 0) for site in seed.sites)
