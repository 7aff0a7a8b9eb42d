"""No server with secrets that anybody could guess."""

from __future__ import annotations

from typing import Final

from server.domain.strength import KEY_AT_LEAST, has_default_password, is_weak_key
from server.settings import PREFIX, Settings, SettingsError

MAKE_ONE: Final = "python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"


def refuse_weak_secrets(settings: Settings) -> None:
    """Raises SettingsError, which says what to do and never what the secret is."""
    if is_weak_key(settings.secret_key.get_secret_value()):
        raise SettingsError(
            f"{PREFIX}SECRET_KEY must have at least {KEY_AT_LEAST} characters that nobody can guess. "
            f"Make one: {MAKE_ONE}"
        )
    for name in ("database_url", "redis_url"):
        if has_default_password(getattr(settings, name)):
            raise SettingsError(
                f"{PREFIX}{name.upper()} has a password that everybody tries first. Give that user another one."
            )
