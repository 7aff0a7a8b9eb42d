"""Finds a PostgreSQL for the tests of the records, or brings one, and writes its folder to build/postgres-path.

In this order: the folder found last time, one on the PATH, Debian's own, and for root on Debian its package. No server
of the machine is touched: the tests start one of their own. Run by `make postgres`; it says what it took.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

BUILD = Path(__file__).resolve().parents[2] / "build"
RECORD = BUILD / "postgres-path"
DEBIAN = Path("/usr/lib/postgresql")
NEEDED = ("initdb", "postgres")


def main() -> int:
    """Record the folder; 1 when there is none and none could be brought."""
    if RECORD.is_file() and is_whole(Path(RECORD.read_text())):
        return 0
    found = on_path() or debians() or (debians() if installed() else None)
    if found is None:
        print(
            "Il manque PostgreSQL. Installez-le, puis recommencez : sudo apt install postgresql-common postgresql",
            file=sys.stderr,
        )
        print("There is no PostgreSQL here. Install it, then try again: sudo apt install postgresql", file=sys.stderr)
        return 1
    RECORD.parent.mkdir(exist_ok=True)
    RECORD.write_text(str(found))
    print(f"The tests of the records use the PostgreSQL in {found}.")
    return 0


def on_path() -> Path | None:
    """Where the PATH leads."""
    program = shutil.which("postgres")
    folder = None if program is None else Path(program).resolve().parent
    return folder if folder is not None and is_whole(folder) else None


def debians() -> Path | None:
    """Debian keeps the versions beside each other, none of them on the PATH: the newest."""
    versions = sorted(DEBIAN.glob("*/bin"), key=lambda folder: float(folder.parent.name), reverse=True)
    return next(filter(is_whole, versions), None)


def is_whole(folder: Path) -> bool:
    """Whether the programs that the tests start are there."""
    return all(os.access(folder / name, os.X_OK) for name in NEEDED)


def installed() -> bool:
    """Debian's package, where root may install it; without a server that would start by itself."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print("No PostgreSQL here: asking Debian for its own.", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # The package makes a first cluster of the machine's own unless it is told not to.
    config = Path("/etc/postgresql-common/createcluster.d")
    steps = (["update"], ["install", "--yes", "--no-install-recommends", "postgresql-common"])
    if any(subprocess.run(["apt-get", "-qq", *step], env=quiet, check=False).returncode for step in steps):
        return False
    config.mkdir(parents=True, exist_ok=True)
    (config / "accueil.conf").write_text("create_main_cluster = false\n")
    last = ["apt-get", "-qq", "install", "--yes", "--no-install-recommends", "postgresql"]
    return subprocess.run(last, env=quiet, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
