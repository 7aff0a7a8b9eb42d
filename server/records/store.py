"""The way to the lasting tables: the engine, its sessions, and their upgrade."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import structlog
from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Engine, Executable, create_engine, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError, TimeoutError  # noqa: A004 - its own name for it
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from server.domain.errors import RecordsUnreachableError

log = structlog.get_logger()

UNREACHABLE: Final = (OperationalError, ProgrammingError, TimeoutError)
"""What a database says that does not answer, is locked or lacks its tables; or all whose connections are taken."""

NUMBER_AT_MOST: Final = 2**31 - 1
"""No id is greater; PostgreSQL refuses to look for one, where SQLite finds none."""

MIGRATIONS = Path(__file__).parent / "migrations"


class Store:
    """Lasting data at a SQLAlchemy address: SQLite by default, PostgreSQL by URL.

    clock   what time it is, with its zone: a test may turn it
    """

    def __init__(self, url: str) -> None:
        self.url = url
        address = _address(url)
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        if address.get_backend_name() == "sqlite" and address.database:
            Path(address.database).parent.mkdir(parents=True, exist_ok=True)
        # An error's text goes to the log: it must not hold names, hashes or what people typed.
        self.engine = create_engine(
            address,
            connect_args=_PATIENCE.get(address.get_backend_name(), {}),
            pool_pre_ping=True,
            hide_parameters=True,
        )
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine, "connect", _careful_sqlite)

    def upgrade(self) -> None:
        """Bring the tables to the shape this version knows."""
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["engine"] = self.engine
        command.upgrade(config, "head")

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A transaction: committed at the end, undone when an exception leaves it.

        Raises RecordsUnreachableError when the database does not answer, is locked or lacks its tables.
        """
        try:
            with Session(self.engine, expire_on_commit=False) as session, session.begin():
                yield session
        except UNREACHABLE as error:
            log.warning("records do not answer", exc_info=error)
            raise RecordsUnreachableError("Les données du site ne répondent pas. Réessayez dans un moment.") from error

    def put(self, row: object, *first: Executable) -> None:
        """Keep a row in place of the one with its key, after what is to be done `first`, in one transaction.

        Raises IntegrityError for a row that cannot be, and RecordsUnreachableError.
        """
        try:
            self._put(row, first)
        except IntegrityError:
            # Somebody else kept the first of this key in between: this one takes its place.
            self._put(row, first)

    def _put(self, row: object, first: Iterable[Executable]) -> None:
        with self.session() as session:
            for statement in first:
                session.execute(statement)
            session.merge(row)

    def answers(self) -> bool:
        """Whether the database answers and has its tables."""
        try:
            with self.engine.connect() as connection:
                connection.execute(text("SELECT 1 FROM sites"))
        except UNREACHABLE:
            return False
        return True


def _address(url: str) -> URL:
    """With the driver that ships with Accueil where the address names none, as addresses of PostgreSQL mostly do."""
    address = make_url(url)
    if address.drivername in {"postgres", "postgresql"}:
        return address.set(drivername="postgresql+psycopg")
    return address


_PATIENCE: Final[Mapping[str, Mapping[str, int]]] = {"postgresql": {"connect_timeout": 5}}
"""In seconds: a machine that is away must be told of before a person at the kiosk has gone."""


def _careful_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    """Foreign keys held, readers not blocked by a writer, five seconds' patience for a lock."""
    cursor = connection.cursor()
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "busy_timeout=5000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def upgrade_engine(config: Config) -> Engine:
    """The engine that `Store.upgrade` hands to the migrations' environment."""
    engine: Engine = config.attributes["engine"]
    return engine
