"""A web process goes on while a password is looked at: Argon2 is slow on purpose, and no socket may wait for it.

In a process of its own, since gevent has to be there before anything else.
"""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest

from server.domain.people import COMMAND, Job
from server.records import people_changes
from server.records.people import People
from server.records.people_changes import PeopleChanges

BEFORE = """
    import sys
    from gevent import monkey
    monkey.patch_all()
    import gevent
    from server.domain.corner import Pin
    from server.domain.errors import TooOftenError
    from server.domain.people import Job
    from server.records import aside, passwords, pins
    from server.records.people import People
    from server.records.store import Store

    turns = []
    def go_on():
        while True:
            turns.append(1)
            gevent.sleep(0)
    store = Store(sys.argv[1])
"""


def ran(script, *args):
    """What a process with gevent prints; it must not complain of anything."""
    asked = [sys.executable, "-c", textwrap.dedent(BEFORE) + textwrap.dedent(script), *args]
    done = subprocess.run(asked, check=True, capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    "work",
    [
        "passwords.hashed('un long mot de passe')",
        "passwords.fits(None, 'un long mot de passe')",
        "pins.fits(Pin('a', passwords.hashed('1'), ''), '2')",
    ],
)
def test_others_go_on_while_argon2_works(work):
    [steps] = ran(
        f"""
        gevent.spawn(go_on)
        before = len(turns)
        {work}
        print(len(turns) - before)
    """,
        "sqlite://",
    )
    assert int(steps) > 0


def test_no_more_than_two_passwords_are_looked_at_at_once_and_all_in_the_end():
    at_work, told = ran(
        """
        import threading
        from server.records.passwords import _verified
        at_work, most, lock = [0], [0], monkey.get_original("_thread", "allocate_lock")()
        def seen(known, typed):
            with lock:
                at_work[0] += 1
                most[0] = max(most[0], at_work[0])
            try:
                return _verified(known, typed)
            finally:
                with lock:
                    at_work[0] -= 1
        passwords._verified = seen
        known = passwords.hashed("un long mot de passe")
        tried = [gevent.spawn(passwords.fits, known, "un long mot de passe") for _ in range(6)]
        gevent.joinall(tried, raise_error=True)
        print(most[0], sum(each.value for each in tried))
    """,
        "sqlite://",
    )
    assert (int(at_work), int(told)) == (2, 6)


def test_a_crowd_at_the_door_is_asked_to_wait_and_no_try_of_it_is_counted(postgres):
    let_in, sent_away, tries = ran(
        """
        from argon2 import PasswordHasher
        from server.records.door_tables import TryRow
        passwords._HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        people = People(store)
        for n in range(aside.WITHIN + 5):
            people.add(f"Zoé {n}", Job.MEDIATOR, "un long mot de passe")
        def come(name):
            try:
                return people.sign_in(name, "un long mot de passe") is not None
            except TooOftenError:
                return None
        crowd = [gevent.spawn(come, f"Zoé {n}") for n in range(aside.WITHIN + 5)]
        gevent.joinall(crowd, raise_error=True)
        told = [each.value for each in crowd]
        with store.session() as session:
            print(told.count(True), told.count(None), session.query(TryRow).count())
    """,
        postgres.upgraded(),
    )
    assert (int(let_in), int(sent_away), int(tries)) == (20, 5, 0)


def test_no_row_waits_for_a_password_to_be_hashed(store, monkeypatch):
    person = People(store).add("Zoé", Job.MEDIATOR, "un long mot de passe")
    taken = []
    monkeypatch.setattr(people_changes, "hashed", lambda password: taken.append(store.engine.pool.checkedout()) or "x")
    changes = PeopleChanges(store)
    changes.give_password(person.id, "un autre mot de passe", COMMAND)
    changes.choose_password(person.id, "encore un mot de passe")
    assert taken == [0, 0]
