"""The product's gunicorn configuration, in a process that knows one push service more: that of a test.

The environment names it (PUSH_SERVICE, host and port) and its certificate (PUSH_CERTIFICATE).
"""

from __future__ import annotations

import os
import ssl

from server.gunicorn_conf import *  # noqa: F403 - gunicorn reads them here

# isort: split
# After gevent's patch.
import httpx

from server.webpush import post

_told = post.Post.__init__


def _told_of_one_more(self: post.Post, keys: post.PushKeys) -> None:
    services = (*post.SERVICES, os.environ["PUSH_SERVICE"])
    known = ssl.create_default_context(cafile=os.environ["PUSH_CERTIFICATE"])
    _told(self, keys, services, httpx.Client(timeout=post.PATIENCE_S, verify=known, trust_env=False))


post.Post.__init__ = _told_of_one_more
