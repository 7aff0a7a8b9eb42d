"""The supervisor's own promises: a child ends with its parent, and only a living child counts as started."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.embedded import SOCKET_PATH_LIMIT, socket_path
from server.supervisor import Child, Stop, StoppedError, Supervisor
from tests.support.processes import until
from tests.support.table import alive

PARENT_GONE_TOO_SOON = """
import os, signal, subprocess, sys
from server.supervisor import die_with_parent
parent = os.getpid()
def late():
    print(os.getpid(), flush=True)
    os.kill(parent, signal.SIGKILL)
    while os.getppid() == parent:
        pass
    die_with_parent(parent)
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], preexec_fn=late)
"""


def test_a_child_whose_parent_ended_before_the_kernel_was_asked_ends_too():
    ran = subprocess.run(
        [sys.executable, "-c", PARENT_GONE_TOO_SOON], stdout=subprocess.PIPE, text=True, check=False, timeout=60
    )
    assert ran.returncode == -signal.SIGKILL
    child = int(ran.stdout)
    try:
        until(lambda: not alive(child), "the child has ended", patience_s=10)
    finally:
        if alive(child):
            os.kill(child, signal.SIGKILL)


@pytest.fixture
def stop() -> Iterator[Stop]:
    """A stop that leaves the signals of this process as they were."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield Stop()
    for number, handler in before.items():
        signal.signal(number, handler)


def child_of(folder: Path, code: str) -> Child:
    return Child("The child", [sys.executable, "-c", code], dict(os.environ), folder / "log", folder)


def test_what_answers_while_the_child_is_dead_is_not_the_child(stop, tmp_path: Path):
    child = child_of(tmp_path, "raise SystemExit(1)")

    def answered_by_another() -> bool:
        assert child.process is not None
        child.process.wait()
        return True

    with pytest.raises(TimeoutError, match="The child did not start"):
        Supervisor(stop).start(child, until=answered_by_another, patience_s=0)


def test_nothing_is_started_after_a_stop(stop, tmp_path: Path):
    os.kill(os.getpid(), signal.SIGTERM)
    child = child_of(tmp_path, "")
    with pytest.raises(StoppedError):
        Supervisor(stop).start(child, until=lambda: True, patience_s=0)
    assert child.process is None


def test_while_one_child_starts_the_others_are_kept_alive(stop, tmp_path: Path):
    first, second = (child_of(tmp_path, "import time; time.sleep(600)") for _ in range(2))
    supervisor = Supervisor(stop)
    try:
        supervisor.start(first, until=lambda: True, patience_s=0)
        assert first.process is not None
        dead = first.process.pid
        first.process.kill()
        first.process.wait()
        again = lambda: first.process is not None and first.process.pid != dead  # noqa: E731 - said where it is asked
        supervisor.start(second, until=again, patience_s=30)
    finally:
        supervisor.stop()


@pytest.fixture
def shared(tmp_path_factory: pytest.TempPathFactory, monkeypatch) -> Path:
    """A temporary folder that everybody may write to."""
    folder = tmp_path_factory.mktemp("t")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


FAR = Path("/" + "/".join(["dossier"] * 20))


def test_a_long_path_has_its_socket_in_a_folder_that_only_this_user_enters(shared: Path):
    socket = socket_path(FAR)
    assert len(os.fsencode(socket)) <= SOCKET_PATH_LIMIT
    assert socket == socket_path(FAR)
    assert socket != socket_path(FAR / "another")
    assert stat.S_IMODE(socket.parent.stat().st_mode) == 0o700


def test_a_socket_folder_that_was_open_is_closed(shared: Path):
    (shared / f"accueil-{os.geteuid()}").mkdir()
    (shared / f"accueil-{os.geteuid()}").chmod(0o777)
    assert stat.S_IMODE(socket_path(FAR).parent.stat().st_mode) == 0o700


def test_a_socket_folder_that_is_a_link_is_refused(shared: Path):
    (shared / "elsewhere").mkdir()
    (shared / f"accueil-{os.geteuid()}").symlink_to("elsewhere")
    with pytest.raises(PermissionError, match="shorter --data-dir"):
        socket_path(FAR)


def test_a_socket_folder_of_somebody_else_is_refused(shared: Path, monkeypatch):
    somebody = os.geteuid() + 1
    (shared / f"accueil-{somebody}").mkdir(mode=0o700)
    monkeypatch.setattr(os, "geteuid", lambda: somebody)
    with pytest.raises(PermissionError, match="shorter --data-dir"):
        socket_path(FAR)


def test_no_path_short_enough_is_said_in_one_sentence(monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(FAR))
    with pytest.raises(OSError, match="shorter --data-dir"):
        socket_path(FAR)
