"""The provider at which people may sign in: asked through Authlib, and taken at its word only as OpenID Connect says.

The code flow with PKCE, `state` and `nonce`; `auth_time` proves that whoever comes back has signed in there since they
set out. Who signs out here is led to sign out there. Of what the provider tells, only `sub` counts: names and addresses
may change hands, and may be chosen by whoever signs in there.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final, cast
from urllib.parse import urlsplit

import structlog
from flask import Flask, current_app, request, session
from werkzeug.wrappers import Response

from server.domain.strangers import subject_of
from server.settings import Settings, SettingsError
from server.told.words import spoken

if TYPE_CHECKING:
    from authlib.integrations.flask_client.apps import FlaskOAuth2App

log = structlog.get_logger()

SET_OUT: Final = "set_out"
"""In the session: when this browser was last led to the provider, in seconds of the epoch."""
EXTENSION: Final = "accueil_provider"
CLIENT: Final = "provider"
"""Its name with Authlib."""
BACK: Final = "/staff/provider/back"
"""Where the provider sends people back to, beneath the public address: it has to be told so beforehand."""
DOOR: Final = "/staff/"
"""Where the provider sends those who have signed out there. It has to be told of this one, too."""
DISCOVERY: Final = "/.well-known/openid-configuration"
ANSWERS_WITHIN_S: Final = 5
TOLD_FOR_S: Final = 60
"""How long what it says of itself is taken as good. It is read again so soon that a page of ours, and not the
browser's, says that it is away; and so seldom that nobody here makes us ask it time and again."""
LEEWAY_S: Final = 10
"""By how much the provider's clock may differ from ours. Clocks that the network sets differ by less than one second;
by as much, a sign-in there before setting out from here would be taken for one after it."""


class ProviderAwayError(Exception):
    """The provider does not answer, or not as one; the message says how, for the log."""


class ProofError(Exception):
    """What came back with somebody proves nothing; the message says what, for the log. It holds no secret."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who came back: who they are, and the id_token that says so."""

    subject: str
    proof: str


@dataclass(frozen=True, slots=True)
class Provider:
    """Of this house. `name` is what people call it; `back` is where it sends them, `door` where who has signed out."""

    name: str
    issuer: str
    back: str
    door: str
    client: FlaskOAuth2App

    def way(self) -> Response:
        """Lead somebody there. Raises ProviderAwayError."""
        import requests  # noqa: PLC0415 - most houses have no provider, and need not wait for its libraries

        if not 0 <= time.time() - self.client.server_metadata.get("_loaded_at", 0) < TOLD_FOR_S:
            self.client.server_metadata.pop("_loaded_at", None)
        _forget_earlier()
        try:
            self._check_itself()
            # A counter's computer is many people's: whoever signs out here may still be signed in there, and the next
            # person would enter as them. With max_age the provider has to tell when they typed their password.
            answer = self.client.authorize_redirect(self.back, ui_locales=spoken(), prompt="login", max_age=0)
        except (requests.RequestException, RuntimeError, ValueError) as error:
            raise ProviderAwayError(type(error).__name__) from error
        session[SET_OUT] = int(time.time())
        return cast("Response", answer)

    def who_came_back(self) -> Arrival:
        """Whoever the provider sends back. Raises ProofError, ProviderAwayError, SubjectUnusableError."""
        import requests  # noqa: PLC0415 - most houses have no provider
        from authlib.common.errors import AuthlibBaseError  # noqa: PLC0415 - most houses have no provider
        from joserfc.errors import JoseError  # noqa: PLC0415 - most houses have no provider

        if request.args.get("iss", self.issuer) != self.issuer:
            # RFC 9207: an answer of another provider, to mix the two up.
            raise ProofError("another issuer answered")
        try:
            self._check_itself()
            token = self.client.authorize_access_token(claims_options=self._claims(), leeway=LEEWAY_S)
        except requests.RequestException as error:
            raise ProviderAwayError(type(error).__name__) from error
        except (AuthlibBaseError, JoseError, ValueError) as error:
            raise ProofError(f"{type(error).__name__} {getattr(error, 'error', '')}".strip()) from error
        told = token.get("userinfo")
        if told is None:
            raise ProofError("no id_token")
        if not _is_fresh(told.get("auth_time")):
            raise ProofError("signed in there before setting out, or when is not told")
        return Arrival(subject_of(self.issuer, str(told["sub"])), str(token["id_token"]))

    def way_out(self, proof: str) -> str | None:
        """Where who came in by this proof signs out there, too; None where the provider has no such page, or is away.

        OpenID Connect RP-Initiated Logout 1.0.
        """
        import requests  # noqa: PLC0415 - most houses have no provider
        from authlib.common.urls import add_params_to_uri  # noqa: PLC0415 - most houses have no provider

        try:
            self._check_itself()
        except (ProviderAwayError, requests.RequestException, RuntimeError, ValueError) as error:
            log.warning("the provider is away: nobody is signed out there", why=type(error).__name__)
            return None
        page = self.client.server_metadata.get("end_session_endpoint")
        if not (isinstance(page, str) and _is_safe(page)):
            return None
        told = {"id_token_hint": proof, "client_id": self.client.client_id, "ui_locales": spoken()}
        return str(add_params_to_uri(page, [*told.items(), ("post_logout_redirect_uri", self.door)]))

    def _check_itself(self) -> None:
        """What the provider says of itself must name it as it was set (OpenID Connect Discovery 1.0, 4.3)."""
        told = self.client.load_server_metadata()
        if told.get("issuer") != self.issuer:
            # Not remembered: it may have been something else that answered in its place.
            told.clear()
            raise ProviderAwayError("the issuer calls itself otherwise than ACCUEIL_OIDC_ISSUER")

    def _claims(self) -> dict[str, dict[str, object]]:
        return {
            "iss": {"essential": True, "value": self.issuer},
            "aud": {"essential": True, "value": self.client.client_id},
        }


def _is_fresh(auth_time: object) -> bool:
    """Whether somebody typed their password at the provider since this browser was led there, as clocks may differ."""
    set_out = session.get(SET_OUT)
    return isinstance(auth_time, int | float) and isinstance(set_out, int) and auth_time >= set_out - LEEWAY_S


def _forget_earlier() -> None:
    """Whoever sets out again has given up the way before: its state goes, or a few of them fill the whole cookie."""
    for name in [name for name in session if name.startswith(f"_state_{CLIENT}_")]:
        session.pop(name)


def open_provider(app: Flask, settings: Settings) -> None:
    """Make the application know its provider, where one is set. Raises SettingsError for one that is half set."""
    app.extensions[EXTENSION] = _provider(app, settings) if settings.oidc_issuer else None
    app.jinja_env.globals["provider"] = provider


def provider() -> Provider | None:
    """The provider of the application that answers now."""
    return cast("Provider | None", current_app.extensions[EXTENSION])


def _provider(app: Flask, settings: Settings) -> Provider:
    issuer, secret = settings.oidc_issuer, settings.oidc_client_secret.get_secret_value()
    if not (settings.oidc_client_id and secret and settings.oidc_name):
        raise SettingsError("ACCUEIL_OIDC_ISSUER needs ACCUEIL_OIDC_CLIENT_ID, _CLIENT_SECRET and _NAME beside it.")
    if not _is_safe(issuer):
        raise SettingsError("ACCUEIL_OIDC_ISSUER must be an https: address: what is told there opens the door here.")
    from authlib.integrations.flask_client import OAuth  # noqa: PLC0415 - most houses have no provider

    client = OAuth(app).register(
        CLIENT,
        client_id=settings.oidc_client_id,
        client_secret=secret,
        server_metadata_url=issuer.rstrip("/") + DISCOVERY,
        client_kwargs={"scope": "openid", "code_challenge_method": "S256", "default_timeout": ANSWERS_WITHIN_S},
    )
    own = settings.public_url.rstrip("/")
    return Provider(settings.oidc_name, issuer, own + BACK, own + DOOR, client)


def _is_safe(issuer: str) -> bool:
    """Whether nobody on the way can change what is told: https:, or this machine itself."""
    parts = urlsplit(issuer)
    try:
        own = parts.hostname == "localhost" or ip_address(parts.hostname or "").is_loopback
    except ValueError:
        own = False
    return parts.scheme == "https" or (parts.scheme == "http" and own)
