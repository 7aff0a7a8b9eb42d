"""Settings: the server's only reader of the environment. Every name starts with ACCUEIL_."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import Final

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX: Final = "ACCUEIL_"


class SettingsError(ValueError):
    """The settings do not make a server; the message says which and what to do."""


class Settings(BaseSettings):
    """What the surroundings decide. Everything else is a rule and lives in the domain or the records."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore")

    redis_url: str = Field("redis://127.0.0.1:6379/0", description="the live queue: redis://, rediss:// or unix://")
    database_url: str = Field("sqlite:///var/accueil.db", description="lasting data, a SQLAlchemy address")
    secret_key: SecretStr = Field(
        SecretStr(""),
        description="signs staff sessions; at least 32 characters, the server does not start without it",
    )
    public_url: str = Field("http://127.0.0.1:8000", description="how residents' phones reach the server")
    host: str = Field("127.0.0.1", description="address the web server listens on")
    port: int = Field(8000, ge=1, le=65535, description="port the web server listens on")
    behind_proxy: bool = Field(
        default=False,
        description="trust one proxy's X-Forwarded-For, -Proto and -Host headers",
    )
    demo: bool = Field(
        default=False,
        description="one-button sign-in, device tokens on request and the paper preview, all on the loopback only",
    )
    device_limits: bool = Field(
        default=True,
        description="count what each device asks and shut out one that asks too often; off only to measure",
    )
    preview_dir: Path | None = Field(None, description="folder of the preview printer's tickets, shown at /preview/")
    server_url: str = Field("http://127.0.0.1:8000", description="how the print agent reaches the server")
    printer_url: str = Field(
        "preview://var/preview", description="the agent's printers, NAME=URL each, with blanks between; a name may miss"
    )
    printer_token_file: Path | None = Field(None, description="file with the print agent's device token")
    printer_state_dir: Path | None = Field(None, description="where the print agent keeps its job in hand over a crash")
    printer_health: str | None = Field(None, description="HOST:PORT at which the print agent answers GET /healthz")
    printer_alive_file: Path | None = Field(None, description="the print agent touches it while the server answers")
    voices_dir: Path | None = Field(
        None, description="folder of recorded sentences and Piper voices, by language: they speak instead of espeak-ng"
    )
    speech_dir: Path | None = Field(
        None, description="where what was said is kept, at most 256 MB; without it, a little in memory"
    )
    push_private_key: SecretStr = Field(
        SecretStr(""),
        description="lets phones be told of their call by Web Push; `accueil push-keys` makes one; without it none is",
    )
    push_contact: str = Field("", description="mailto: or https: address by which push services reach you")
    oidc_issuer: str = Field(
        "", max_length=256, description="https: address of the provider where people may sign in (OpenID Connect)"
    )
    oidc_client_id: str = Field("", description="how that provider knows this server")
    oidc_client_secret: SecretStr = Field(SecretStr(""), description="what the provider gave it to prove that")
    oidc_name: str = Field("", max_length=60, description="what people call that provider, on the button of the door")
    log_format: str = Field("console", pattern="^(console|json)$", description="console or json")


def environment_for(settings: Settings, only: Collection[str] | None = None) -> dict[str, str]:
    """The environment of a process that this one starts: the ordinary one, with these settings, or `only` some of them.

    Nothing of ours comes in from outside beside them: a process is told no secret that its work does not need.
    """
    ordinary = {name: value for name, value in os.environ.items() if not name.upper().startswith(PREFIX)}
    values = settings.model_dump()
    given = {name: value for name, value in values.items() if value is not None and (only is None or name in only)}
    return ordinary | {f"{PREFIX}{name.upper()}": _plain(value) for name, value in given.items()}


def _plain(value: object) -> str:
    return value.get_secret_value() if isinstance(value, SecretStr) else str(value)


def in_url(host: str) -> str:
    """A host as it stands before “:port”: an IPv6 address in brackets."""
    return f"[{host}]" if ":" in host else host
