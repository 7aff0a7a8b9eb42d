"""The addresses of devices that have a token, or want one."""

from __future__ import annotations

from typing import Final

from flask import Blueprint
from flask.blueprints import BlueprintSetupState

from server.staff.pairing.tries import prepare_tries

pairing = Blueprint("pairing", __name__, template_folder="templates")

NUMBER: Final = "<int(max=2147483647):number>"
"""Of a device: no greater than the records can hold."""


@pairing.record_once
def prepare(state: BlueprintSetupState) -> None:
    """Nobody has typed a wrong code yet."""
    prepare_tries(state.app)
