"""The paper of a job for whoever asks what it will look like: a program of its own, told by its input."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest
from PIL import Image

from printers.drivers.paper.sample import sample

JOB = {
    "id": "sample",
    "site_name": "PIMMS Médiation",
    "number": "A012",
    "need_label": "Mes papiers",
    "language": "fr",
    "issued_at": "2026-11-23T10:42:00+01:00",
    "ahead": 3,
    "follow_url": "https://accueil.example/t/1-0000000000000000000000",
}


def asked(text: str) -> subprocess.CompletedProcess[bytes]:
    """The program's answer to this input."""
    program = [sys.executable, "-m", "printers.drivers.paper.sample"]
    return subprocess.run(program, input=text.encode(), capture_output=True, check=False)


def test_a_job_becomes_the_picture_of_its_paper():
    answer = asked(json.dumps(JOB))
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout == sample(JOB)
    assert Image.open(io.BytesIO(answer.stdout)).width == 640


@pytest.mark.parametrize("text", ["", "not JSON", "[]", '{"id": "sample"}', json.dumps(JOB | {"issued_at": "today"})])
def test_what_is_no_job_becomes_a_line_that_says_why(text):
    answer = asked(text)
    assert (answer.returncode, answer.stdout) == (2, b"")
    assert answer.stderr.decode().startswith("no picture: ")
    assert answer.stderr.count(b"\n") == 1
