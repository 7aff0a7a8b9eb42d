"""The desk: where people work, their sessions, pairings, the trail, visits and what is asked of them."""

import re
import unicodedata
from itertools import count

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | None = None
depends_on: str | None = None

NAME_AT_MOST = 100
# As server.domain.people folds names at this version: what is folded otherwise one day is another migration's to tell.
ALIKE = str.maketrans(
    dict.fromkeys("\u2019\u2018\u201b\u02bc\u02bb`\u00b4\u2032", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
)
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]"
)


def upgrade() -> None:
    """Forward."""
    _doors()
    _lists("operators")
    _lists("topics")
    op.add_column("sites", sa.Column("visit_asks", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("sites", sa.Column("given_up", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("sites", sa.Column("translated_from", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("sites", sa.Column("revision", sa.Integer(), nullable=False, server_default="1"))
    _visits()
    op.create_table(
        "trail",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("site_id", sa.String(64)),
        sa.Column("who", sa.String(32), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("what", sa.String(32), nullable=False),
        sa.Column("about", sa.String(100), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(200)),
    )


def _doors() -> None:
    with op.batch_alter_table("people") as people:
        people.add_column(sa.Column("sites", sa.JSON(), nullable=False, server_default="[]"))
        people.add_column(sa.Column("active", sa.Boolean(), nullable=False, server_default=sa.true()))
        people.add_column(sa.Column("must_change", sa.Boolean(), nullable=False, server_default=sa.false()))
        people.add_column(sa.Column("subject", sa.String(512)))
        people.add_column(sa.Column("name_key", sa.String(100)))
        people.alter_column("password_hash", existing_type=sa.String(200), nullable=True)
        people.create_unique_constraint("one_subject", ["subject"])
    _fold_names()
    with op.batch_alter_table("people") as people:
        people.alter_column("name_key", existing_type=sa.String(100), nullable=False)
        people.create_unique_constraint("one_name", ["name_key"])
    # Who could sign in until now worked everywhere.
    everywhere = [row.id for row in op.get_bind().execute(sa.text("SELECT id FROM sites ORDER BY ordinal"))]
    op.execute(sa.table("people", sa.column("sites", sa.JSON())).update().values(sites=everywhere))
    op.create_table(
        "tries",
        sa.Column("whose_hash", sa.String(64), primary_key=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("shut_until", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "sessions",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("people.id"), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("proof", sa.Text()),
    )
    op.create_table(
        "strangers",
        sa.Column("subject", sa.String(512), primary_key=True),
        sa.Column("code_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.add_column("devices", sa.Column("name", sa.String(100), nullable=False, server_default=""))
    op.add_column("devices", sa.Column("reloads", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "pairings",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("code_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("proof_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("site_id", sa.String(64), sa.ForeignKey("sites.id")),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("asked_from", sa.String(64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True)),
        sa.Column("approved_by", sa.Integer(), sa.ForeignKey("people.id")),
    )


def _fold_names() -> None:
    """Two people whose names differ in capitals or accents alone: the later one is called “zoé (2)” from now on.

    Nobody else is: whoever was called “zoe (2)” all along keeps that. A name too long once folded is cut, and one that
    leaves nothing is numbered, too.
    """
    people = sa.table("people", sa.column("id"), sa.column("name"), sa.column("name_key"))
    connection = op.get_bind()
    rows = connection.execute(sa.select(people.c.id, people.c.name).order_by(people.c.id)).all()
    stay: dict[str, int] = {}
    for row in rows:
        if fold(row.name) and _fitting(row.name) == row.name:
            stay.setdefault(fold(row.name), row.id)
    taken = {"", *stay}
    for row in rows:
        name = row.name
        if stay.get(fold(name)) != row.id:
            ends = ("" if number == 1 else f" ({number})" for number in count(1))
            name = next(each for each in (_fitting(row.name, end) for end in ends) if fold(each) not in taken)
            taken.add(fold(name))
        connection.execute(people.update().where(people.c.id == row.id).values(name=name, name_key=fold(name)))


def _fitting(name: str, end: str = "") -> str:
    """The name with this end, cut before it until the whole and its fold have their length."""
    while max(len(name + end), len(fold(name + end))) > NAME_AT_MOST:
        name = name[:-1]
    return name + end


def fold(name: str) -> str:
    """What two ways of writing one name have in common."""
    apart = unicodedata.normalize("NFKD", name.casefold().translate(ALIKE)).casefold().translate(ALIKE)
    return " ".join("".join(sign for sign in UNSEEN.sub("", apart) if not unicodedata.combining(sign)).split())


def _lists(name: str) -> None:
    op.create_table(
        name,
        sa.Column("site_id", sa.String(64), sa.ForeignKey("sites.id"), primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
    )


def _visits() -> None:
    op.create_table(
        "visits",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("site_id", sa.String(64), sa.ForeignKey("sites.id"), nullable=False),
        sa.Column("ticket_id", sa.String(64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("need", sa.String(64), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("counter", sa.String(64), nullable=False),
        sa.Column("wait_s", sa.Integer()),
        sa.Column("serve_s", sa.Integer()),
        sa.Column("requests", sa.JSON(), nullable=False),
        sa.Column("difficulty", sa.Boolean()),
        sa.Column("passes", sa.Integer(), nullable=False),
        sa.Column("age", sa.String(16)),
        sa.Column("sex", sa.String(16)),
        sa.Column("residence", sa.String(16)),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("site_id", "ticket_id", "closed_at"),
    )
    op.create_table(
        "passes",
        sa.Column("site_id", sa.String(64), sa.ForeignKey("sites.id"), primary_key=True),
        sa.Column("left", sa.Integer(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    """Back."""
    for table in ("trail", "passes", "visits", "topics", "operators", "pairings", "strangers", "sessions", "tries"):
        op.drop_table(table)
    for column in ("revision", "translated_from", "given_up", "visit_asks"):
        op.drop_column("sites", column)
    for column in ("reloads", "name"):
        op.drop_column("devices", column)
    with op.batch_alter_table("people") as people:
        for constraint in ("one_name", "one_subject"):
            people.drop_constraint(constraint, type_="unique")
        for column in ("name_key", "subject", "must_change", "active", "sites"):
            people.drop_column(column)
