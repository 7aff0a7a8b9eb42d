"""What /metrics counts. One process's figures; Prometheus adds the processes up."""

from __future__ import annotations

from prometheus_client import Counter

TICKETS = Counter("accueil_tickets_issued", "Tickets issued", ["site"])
CALLS = Counter("accueil_calls", "Tickets called", ["site"])
ANSWERS = Counter("accueil_http_answers", "HTTP answers", ["route", "status"])
PUSHES = Counter("accueil_pushes", "Snapshots pushed to Socket.IO rooms", ["namespace"])
NUDGES = Counter("accueil_nudges", "Web Push messages that tell a phone its call", ["outcome"])
