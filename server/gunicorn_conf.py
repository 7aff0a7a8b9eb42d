"""gunicorn's configuration: one gevent worker a process. Two cores: start two processes, they share nothing but Redis.

gunicorn imports this file first of all, before anything that opens a socket, so the patch comes in time.
"""

from gevent import monkey

monkey.patch_all()

import gc  # noqa: E402
from typing import Any  # noqa: E402

from server.settings import Settings, in_url  # noqa: E402

_settings = Settings()

bind = f"{in_url(_settings.host)}:{_settings.port}"
wsgi_app = "server.app:create_app()"
worker_class = "gevent"
workers = 1
worker_connections = 10_000
"""FACTS: 9,000 WebSockets on one core; beyond that another process."""
backlog = 2048
keepalive = 75
timeout = 60
graceful_timeout = 3
"""Seconds that open requests get at a stop. Open sockets never end by themselves; their clients reconnect."""
loglevel = "warning"
accesslog = None
control_socket_disable = True
"""Nobody speaks to it, and its folder cannot be made where the file system is read-only."""


def post_worker_init(worker: Any) -> None:
    """Start this process's pushes and its watch over the days once its application stands."""
    # The master process serves nothing and needs no application.
    from server.app import house_of, push_of, warn_of_losses  # noqa: PLC0415 - not for the master
    from server.nightwatch import watch  # noqa: PLC0415 - not for the master
    from server.nudges import tell_phones  # noqa: PLC0415 - not for the master
    from server.tasks import for_life  # noqa: PLC0415 - not for the master

    push_of(worker.app.wsgi()).start()
    for_life(watch, house_of(worker.app.wsgi()))
    tell_phones(house_of(worker.app.wsgi()))
    # What stands now stands for the life of the process: the collector need not walk it, for tens of ms, ever again.
    gc.collect()
    gc.freeze()
    warn_of_losses(worker.app.wsgi())
