"""A web process goes on while PostgreSQL thinks: its driver waits as gevent does, or every socket would stand still."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys
from gevent import monkey
monkey.patch_all()
import gevent
from sqlalchemy import text
from server.records.store import Store

steps = []
def go_on():
    while True:
        steps.append(1)
        gevent.sleep(0.01)

store, other = Store(sys.argv[1]), gevent.spawn(go_on)
with store.session() as session:
    before = len(steps)
    session.execute(text("SELECT pg_sleep(0.5)"))
    print(len(steps) - before)
"""


def test_others_go_on_while_one_waits_for_the_database(postgres):
    asked = [sys.executable, "-c", SCRIPT, postgres.upgraded()]
    steps = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    assert int(steps) > 5
