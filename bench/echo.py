"""The yardstick of the pushes: Socket.IO that gives back what it gets, on the product's own server machinery."""

from __future__ import annotations

from flask import Flask
from flask_socketio import Namespace, SocketIO, emit


class Echo(Namespace):
    """Answers every `say` with `said`."""

    def on_say(self, word: object) -> None:
        """Give it back."""
        emit("said", word)


def create_app() -> Flask:
    """An application that only echoes; /readyz says that it does."""
    app = Flask(__name__)
    app.add_url_rule("/readyz", view_func=lambda: {"status": "ready"}, endpoint="readyz")
    # From any origin: a page of the product itself speaks to it.
    socketio = SocketIO(app, async_mode="gevent", transports=["websocket"], cors_allowed_origins="*")
    socketio.on_namespace(Echo("/echo"))
    return app
