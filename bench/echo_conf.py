"""The product's gunicorn configuration, around the yardstick."""

from server.gunicorn_conf import (  # noqa: F401 - gunicorn reads them here
    accesslog,
    backlog,
    bind,
    graceful_timeout,
    keepalive,
    loglevel,
    timeout,
    worker_class,
    worker_connections,
    workers,
)

wsgi_app = "bench.echo:create_app()"
