"""create_app: the only builder. No routes, no rules."""

from __future__ import annotations

from typing import cast

import structlog
from apiflask import APIFlask
from flask import Flask
from flask_limiter import Limiter
from flask_login import LoginManager
from flask_socketio import SocketIO
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from server.access import Public, admit, who
from server.actions.house import House, build_house
from server.api import routes as api_routes
from server.api.reading import Json
from server.api.schemas import MAX_BODY_BYTES
from server.limits import address, prepare_limits
from server.logs import configure_logs
from server.pages.documents import pages
from server.pages.preview import preview
from server.pages.security import guard
from server.settings import Settings
from server.sockets.audience import Audience
from server.sockets.push import Push
from server.sockets.rooms import open_rooms
from server.staff import routes as staff_routes
from server.staff.provider.provider import open_provider
from server.weak_secrets import refuse_weak_secrets

PING_S = 10
"""A display whose link was cut without a word is noticed, on both sides, within two of these."""


def create_app(settings: Settings | None = None) -> Flask:
    """The whole application. Raises SettingsError, and LookupError for a route that says not who may call it."""
    settings = settings or Settings()
    refuse_weak_secrets(settings)
    configure_logs(settings.log_format)
    secure = settings.public_url.startswith("https:")

    app = APIFlask(
        "server",
        title="Accueil",
        version="1",
        spec_path="/api/v1/openapi.json",
        docs_path=None,
        static_folder=None,  # type: ignore[arg-type]  # APIFlask's hint forgets Flask's None
    )
    app.config.update(
        SECRET_KEY=settings.secret_key.get_secret_value(),
        MAX_CONTENT_LENGTH=MAX_BODY_BYTES,
        DEMO=settings.demo,
        DEVICE_LIMITS=settings.device_limits,
        PREVIEW_DIR=settings.preview_dir,
        # With __Host- no other name of the same domain can plant a session here; browsers want it Secure.
        SESSION_COOKIE_NAME="__Host-accueil" if secure else "accueil",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SECURE=secure,
        # A desk stays open all day, and no page of ours sends a referrer: the token of the session is what counts.
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
        RATELIMIT_STORAGE_URI="memory://",
    )
    app.json = Json(app)

    house = build_house(settings)
    app.extensions["accueil"] = house
    limiter = Limiter(address, app=app)
    prepare_limits(app)
    api_routes.register(app, limiter)
    staff_routes.register(app, LoginManager(app), limiter)
    open_provider(app, settings)
    app.register_blueprint(pages)
    app.register_blueprint(preview)
    guard(app)
    _socketio(app, house, settings)
    if settings.behind_proxy:
        # Outermost: the sockets, too, are told for whom the proxy asks.
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)  # type: ignore[method-assign]
    app.view_functions["openapi.spec"] = who(Public.ANYONE)(app.view_functions["openapi.spec"])
    admit(app)
    _forms(app)
    return app


def push_of(app: Flask) -> Push:
    """The pushes of an application, to be started once in each process that serves."""
    return cast("Push", app.extensions["accueil_push"])


def house_of(app: Flask) -> House:
    """What an application works with."""
    return cast("House", app.extensions["accueil"])


def warn_of_losses(app: Flask) -> None:
    """Say it in the log when the queue is set so that an answered ticket could be lost."""
    risk = house_of(app).queue.losses()
    if risk is not None:
        structlog.get_logger().warning("the queue is not safe", risk=risk)


def _forms(app: Flask) -> None:
    """Staff forms prove that our own page sent them. After the gate: who may not come in is told that first."""
    csrf = CSRFProtect(app)
    csrf.exempt(app.blueprints["api"])
    csrf.exempt(app.blueprints["health"])


def _socketio(app: Flask, house: House, settings: Settings) -> None:
    """Socket.IO over WebSocket only, so that no process needs a client's earlier requests."""
    origin = settings.public_url.rstrip("/")
    socketio = SocketIO(
        app,
        # Flask-SocketIO would pick eventlet wherever it is installed.
        async_mode="gevent",
        transports=["websocket"],
        ping_interval=PING_S,
        ping_timeout=PING_S,
        # None: the page's own host; the public address besides, for a proxy that hides it.
        cors_allowed_origins=lambda asked, environ: asked in {origin, _own_origin(environ)},
        # A proxy's many polls would fill the log with what is not news.
        logger=False,
        engineio_logger=False,
    )
    audience = Audience()
    push = Push(app, socketio, house, audience)
    open_rooms(socketio, audience, push)
    app.extensions["accueil_push"] = push


def _own_origin(environ: dict[str, str]) -> str:
    return f"{environ['wsgi.url_scheme']}://{environ.get('HTTP_HOST', '')}"
