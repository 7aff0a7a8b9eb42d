"""What of a site's settings does not fit its shapes, in French and beside its field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from server.domain.setup import SettingFault

_LISTS: Final[Mapping[str, str]] = {
    "needs": "Besoin",
    "counters": "Guichet",
    "priorities": "Priorité",
    "notices": "Mot prêt",
    "messages": "Message",
    "screens": "Écran",
    "operators": "Organisme",
    "topics": "Sujet",
    "printers": "Imprimante",
    "languages": "Langue",
    "closures": "Fermeture",
}

_FIELDS: Final[Mapping[str, str]] = {
    "id": "identifiant",
    "name": "nom",
    "letter": "lettre",
    "pictogram": "pictogramme",
    "colour": "couleur",
    "shape": "forme",
    "labels": "texte",
    "hints": "exemples",
    "limit": "nombre de personnes",
    "label": "nom",
    "way": "direction",
    "place": "lieu",
    "minutes": "minutes",
    "texts": "texte",
    "distance_m": "distance",
    "diagonal_in": "diagonale",
    "mute": "heures sans son",
    "ways": "direction",
    "hours": "horaires",
    "last_tickets_min": "derniers tickets",
    "turns_at": "changement de jour",
    "recalls_before_absent": "rappels",
    "visit_asks": "ce qui est demandé",
    "timezone": "fuseau horaire",
    **{name: singular.lower() for name, singular in _LISTS.items()},
}

_FAULTS: Final[Mapping[str, str]] = {
    "missing": "il manque",
    "string_too_short": "écrivez quelque chose",
    "string_too_long": "{max_length} signes au plus",
    "too_short": "il en faut au moins un",
    "too_long": "{max_length} au plus",
    "greater_than_equal": "{ge} au moins",
    "less_than_equal": "{le} au plus",
    "int_parsing": "écrivez un nombre entier",
    "int_type": "écrivez un nombre entier",
    "float_parsing": "écrivez un nombre",
    "control_characters": "un signe ne peut pas être affiché",
}

_PATTERNS: Final[Mapping[str, str]] = {
    "id": "des lettres minuscules sans accent, des chiffres et des traits d’union",
    "letter": "une seule lettre majuscule, de A à Z",
    "name": "écrivez quelque chose",
    "label": "écrivez quelque chose",
    "mute": "une plage comme 12:00-14:00",
    "printers": "des lettres minuscules sans accent, des chiffres et des traits d’union",
}

_OTHERWISE: Final = "ce n’est pas possible"


def told(error: ValidationError) -> list[SettingFault]:
    """Each thing that does not fit, where it stands in the Site."""
    # Counters may be a number in a file: that they are none is no news of a list of counters.
    errors = [each for each in error.errors() if not {"int", "constrained-int"} & set(map(str, each["loc"]))]
    return [_fault(each) for each in errors]


def _fault(error: ErrorDetails) -> SettingFault:
    place = [part for part in error["loc"] if isinstance(part, int) or "[" not in part]
    if place[:1] == ["sites"]:
        place = place[2:]
    return SettingFault(".".join(map(str, place)), f"{_where(place)} : {_what(error, place)}.")


def _where(place: Sequence[int | str]) -> str:
    """« Besoin 2, lettre », « Nom »."""
    names = []
    for part, after in zip(place, [*place, None][1:], strict=True):
        if isinstance(part, int):
            continue
        if isinstance(after, int):
            names.append(f"{_LISTS.get(part, _FIELDS.get(part, part))} {after + 1}")
        else:
            names.append(_FIELDS.get(part, part))
    said = ", ".join(names) or "Réglages"
    return said[0].upper() + said[1:]


def _what(error: ErrorDetails, place: Sequence[int | str]) -> str:
    if error["type"] == "string_pattern_mismatch":
        return next((_PATTERNS[str(part)] for part in reversed(place) if part in _PATTERNS), _OTHERWISE)
    return _FAULTS.get(error["type"], _OTHERWISE).format(**error.get("ctx", {}))
