"""The settings' addresses, which the room's views hang on."""

from __future__ import annotations

from typing import Any, Final

from flask import Blueprint, request

FORM_BYTES: Final = 512 * 1024
"""Sixty needs in twelve languages, all as long as they may be; an exported catalogue is a tenth of it."""
FORM_FIELDS: Final = 4_000
"""Of such a form."""

settings = Blueprint("settings", __name__, template_folder="templates")


@settings.url_value_preprocessor
def allow_long_forms(_endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Before anything reads the form. The gate reads none before it knows who asks: strangers send nothing long."""
    request.max_content_length = FORM_BYTES
    request.max_form_memory_size = FORM_BYTES
    request.max_form_parts = FORM_FIELDS
