"""A real PostgreSQL for tests: one server for each worker that asks, and as many databases as there are tests."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

from server.records.store import Store
from tests.support.get_postgres import RECORD
from tests.support.processes import until

ROOT_BECOMES = "nobody"
"""PostgreSQL does not run as root."""
TEMPLATE = "upgraded"


class Postgres:
    """A server in a folder of its own, reached by a socket there. Nobody cuts its power, so it waits for no disk."""

    def __init__(self) -> None:
        assert RECORD.is_file(), "no PostgreSQL: run make postgres"
        self._programs = Path(RECORD.read_text())
        # Not where pytest keeps its folders: no other user may enter there.
        self.folder = Path(tempfile.mkdtemp(prefix="accueil-pg-"))
        self._user = ROOT_BECOMES if os.geteuid() == 0 else None
        if self._user is not None:
            owner = pwd.getpwnam(self._user)
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        self._names = count(1)
        self._log = (self.folder / "log").open("wb")
        self._run(
            "initdb",
            "--pgdata=data",
            "--username=accueil",
            "--auth=trust",
            "--no-sync",
            "--encoding=UTF8",
            "--locale=C",
        )
        self.process = self._start()
        try:
            until(self.answers, "PostgreSQL answers")
            self._template()
        except BaseException:
            self.stop()
            raise

    def _start(self) -> subprocess.Popen[bytes]:
        settings = {
            "unix_socket_directories": str(self.folder),
            "listen_addresses": "",
            "fsync": "off",
            "full_page_writes": "off",
            "synchronous_commit": "off",
            "shared_buffers": "16MB",
            "max_connections": "200",
            "autovacuum": "off",
        }
        given = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return subprocess.Popen(
            [self._programs / "postgres", "-D", "data", *given],
            cwd=self.folder,
            user=self._user,
            stdout=self._log,
            stderr=self._log,
        )

    def _run(self, program: str, *args: str) -> None:
        subprocess.run(
            [self._programs / program, *args],
            cwd=self.folder,
            user=self._user,
            stdout=self._log,
            stderr=self._log,
            check=True,
        )

    def answers(self) -> bool:
        """Whether it lets somebody in."""
        try:
            self._admin().close()
        except psycopg.OperationalError:
            return False
        return True

    def _admin(self) -> psycopg.Connection:
        return psycopg.connect(host=str(self.folder), user="accueil", dbname="postgres", autocommit=True)

    def _template(self) -> None:
        """A database whose tables stand already, of which each test gets a copy: making them takes longer."""
        self._create(TEMPLATE, "template1")
        store = Store(self.url(TEMPLATE))
        store.upgrade()
        store.engine.dispose()

    def _create(self, name: str, template: str) -> None:
        with self._admin() as admin:
            making = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
            admin.execute(making.format(sql.Identifier(name), sql.Identifier(template)))

    def url(self, name: str) -> str:
        """How the server under test reaches a database."""
        return f"postgresql://accueil@/{name}?host={self.folder}"

    def empty(self) -> str:
        """The address of a new database without any tables."""
        name = f"test_{next(self._names)}"
        self._create(name, "template1")
        return self.url(name)

    def upgraded(self) -> str:
        """The address of a new database with all tables, nothing in them."""
        name = f"test_{next(self._names)}"
        self._create(name, TEMPLATE)
        return self.url(name)

    def drop(self, url: str) -> None:
        """Take a database away, whoever is still connected to it."""
        name = url.partition("@/")[2].partition("?")[0]
        with self._admin() as admin:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def stop(self) -> None:
        """End it, and take its folder away."""
        self.process.send_signal(signal.SIGINT)  # its fast way: it waits for no client
        self.process.wait()
        self._log.close()
        shutil.rmtree(self.folder)
