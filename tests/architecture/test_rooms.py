"""Each library has one room that speaks to it, and the environment has one reader a program."""

from __future__ import annotations

import sys

import pytest

from tests.architecture.reading import ROOT, callers, environment_readers, imported, importers, modules

ROOMS = [
    ("redis", "server/queues/"),
    ("sqlalchemy", "server/records/"),
    ("escpos", "printers/"),
    ("http_ece", "server/webpush/"),
]


@pytest.mark.parametrize(("package", "room"), ROOMS)
def test_a_library_is_imported_in_its_own_room_alone(package, room):
    found = importers(ROOT, package)
    assert found, f"nothing imports {package} any more: take its rule away"
    assert [path for path in found if not path.startswith(room)] == []


@pytest.mark.parametrize(("package", "room"), ROOMS)
@pytest.mark.parametrize("fault", ["import {}", "from {}.client import X", "def f():\n    import {}.x as x"])
def test_an_import_outside_the_room_is_found(plant, package, room, fault):
    plant(f"{room}fine.py", f"import {package}")
    root = plant("server/api/wrong.py", fault.format(package))
    assert [path for path in importers(root, package) if not path.startswith(room)] == ["server/api/wrong.py"]


def test_an_import_by_a_name_in_quotes_is_found(plant):
    root = plant("server/api/wrong.py", "import importlib\nredis = importlib.import_module('redis')")
    assert importers(root, "redis") == ["server/api/wrong.py"]


def test_a_word_that_only_looks_like_an_import_is_not_found(plant):
    root = plant("server/api/fine.py", '"""import redis"""\nimport redistribution\n# import redis')
    assert importers(root, "redis") == []


def test_one_file_emits_to_the_sockets():
    found = callers(ROOT, "emit")
    assert len(found) == 1
    assert found[0].startswith("server/sockets/")


@pytest.mark.parametrize(
    "fault", ["socketio.emit('board', {})", "emit('board', {})", "flask.current_app.sio.emit('x')"]
)
def test_a_second_file_that_emits_is_found(plant, fault):
    plant("server/sockets/push.py", "socketio.emit('board', {})")
    root = plant("server/api/calls.py", fault)
    assert callers(root, "emit") == ["server/api/calls.py", "server/sockets/push.py"]


def test_the_environment_is_read_where_a_program_begins_and_nowhere_else():
    assert set(environment_readers(ROOT)) <= {"server/settings.py", "printers/__main__.py"}


@pytest.mark.parametrize(
    "fault",
    [
        "import os\nos.environ['X']",
        "import os as system\nsystem.getenv('X')",
        "from os import environ",
        "from pydantic_settings import BaseSettings",
    ],
)
def test_a_reader_of_the_environment_is_found(plant, fault):
    assert environment_readers(plant("server/actions/wrong.py", fault)) == ["server/actions/wrong.py"]


def test_another_environ_is_not_taken_for_it(plant):
    fine = "from flask import request\nrequest.environ['REMOTE_ADDR']"
    assert environment_readers(plant("server/api/fine.py", fine)) == []


def foreign(root, *folders, own):
    """Imports that are neither of the standard library nor of `own`: ["path: name", …]."""
    return [
        f"{module.path}: {name}"
        for module in modules(root, *folders)
        for name in sorted(imported(module.tree))
        if name.partition(".")[0] not in sys.stdlib_module_names and not f"{name}.".startswith(own)
    ]


def test_the_domain_knows_the_standard_library_alone():
    assert foreign(ROOT, "server/domain", own="server.domain.") == []


@pytest.mark.parametrize("fault", ["import pydantic", "from server.queues import keys", "from server import settings"])
def test_a_library_or_another_room_in_the_domain_is_found(plant, fault):
    root = plant("server/domain/wrong.py", f"import datetime\nfrom server.domain import moves\n{fault}")
    assert len(foreign(root, "server/domain", own="server.domain.")) == 1


def test_the_wire_form_of_a_print_job_leans_on_nothing():
    [job] = [module for module in modules(ROOT, "printers") if module.path == "printers/job.py"]
    assert {name.partition(".")[0] for name in imported(job.tree)} <= sys.stdlib_module_names
