"""The process table, read from /proc."""

from __future__ import annotations

from pathlib import Path

PROC = Path("/proc")


def descendants(pid: int) -> list[int]:
    """All living processes below one."""
    parents = {other: int(fields[1]) for other in _pids() if (fields := _stat(other))}
    found, frontier = [], [pid]
    while frontier:
        frontier = [child for child, parent in parents.items() if parent in frontier]
        found += frontier
    return found


def living_in(folder: Path) -> list[int]:
    """Processes at work in a folder or below it, whoever their parents are now: orphans are found too."""
    return [pid for pid in _pids() if alive(pid) and _directory(pid).is_relative_to(folder.resolve())]


def alive(pid: int) -> bool:
    """Whether a process exists and is not a zombie."""
    fields = _stat(pid)
    return fields is not None and fields[0] != "Z"


def command(pid: int) -> str:
    """The command line of a process, "" when it is gone."""
    try:
        return (PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def _pids() -> list[int]:
    return [int(entry.name) for entry in PROC.iterdir() if entry.name.isdecimal()]


def _directory(pid: int) -> Path:
    """The working directory, the root when the process is gone or somebody else's."""
    try:
        return (PROC / str(pid) / "cwd").readlink()
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return Path("/")


def _stat(pid: int) -> list[str] | None:
    """State, parent and so on: what stands behind the name, which may hold anything."""
    try:
        return (PROC / str(pid) / "stat").read_text().rsplit(")", 1)[1].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
