"""Finds a Chromium for the browser tests, or brings one, and writes its path to build/chromium-path.

In this order: the path found last time, one the machine has, one Playwright has or can download, and for root on
Debian the distribution's package. Run by `make browser`; it says what it took.

Beside it, in build/headless-path, the same browser without its windows, where there is one: a page in it takes a third
of the work, since nothing around the page is drawn. Where there is none, Chromium itself does what it does.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

BUILD = Path(__file__).resolve().parents[2] / "build"
RECORD = BUILD / "chromium-path"
HEADLESS_RECORD = BUILD / "headless-path"
HEADLESS = "chromium-headless-shell"
SYSTEM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main() -> int:
    """Record the browsers' paths; 1 when there is none and none could be brought."""
    if all(record.is_file() and os.access(record.read_text(), os.X_OK) for record in (RECORD, HEADLESS_RECORD)):
        return 0
    if find_chromium():
        return 1
    path = headless() or RECORD.read_text()
    HEADLESS_RECORD.write_text(path)
    print(f"Most of them take {path}.")
    return 0


def find_chromium() -> int:
    """Record Chromium's path; 1 when there is none and none could be brought."""
    for way in (system_chromium, playwright_chromium, downloaded_chromium, debian_chromium):
        found = way()
        if found:
            path, whence = found
            RECORD.parent.mkdir(exist_ok=True)
            RECORD.write_text(path)
            print(f"Browser tests use {path} ({whence}).")
            return 0
    print(
        "Il manque un navigateur Chromium. Installez-le, puis recommencez : sudo apt install chromium", file=sys.stderr
    )
    print("There is no Chromium here. Install it, then try again: sudo apt install chromium", file=sys.stderr)
    return 1


def headless() -> str | None:
    """Chromium without windows: the machine’s own, or Debian’s package, where root may install it."""
    if found := shutil.which(HEADLESS):
        return found
    return shutil.which(HEADLESS) if install(HEADLESS) else None


def system_chromium() -> tuple[str, str] | None:
    """The machine's own."""
    for name in SYSTEM_NAMES:
        path = shutil.which(name)
        if path:
            return path, "the system's own"
    return None


def playwright_chromium() -> tuple[str, str] | None:
    """One that Playwright has already."""
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return (path, "Playwright's own") if os.access(path, os.X_OK) else None


def downloaded_chromium() -> tuple[str, str] | None:
    """One that Playwright downloads, where that is possible. Root gets the system's libraries it needs besides."""
    print("No Chromium here: asking Playwright for one.", flush=True)
    playwright = [sys.executable, "-m", "playwright"]
    if subprocess.run([*playwright, "install", "chromium"], check=False).returncode:
        return None
    if os.geteuid() == 0:
        subprocess.run([*playwright, "install-deps", "chromium"], check=True)
    return playwright_chromium()


def debian_chromium() -> tuple[str, str] | None:
    """Debian's package, where root may install it."""
    found = system_chromium() if install("chromium") else None
    return (found[0], "Debian's, just installed") if found else None


def install(package: str) -> bool:
    """A package of Debian's, where root may install it."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"Installing Debian's {package}.", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    steps = (["update"], ["install", "--yes", "--no-install-recommends", package])
    return all(subprocess.run(["apt-get", "-qq", *step], env=quiet, check=False).returncode == 0 for step in steps)


if __name__ == "__main__":
    sys.exit(main())
