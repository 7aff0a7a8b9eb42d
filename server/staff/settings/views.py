"""The settings' views, all of which hang on their blueprint as soon as they are imported."""

from __future__ import annotations

from server.staff.settings import exchange, previews, routes, sites
from server.staff.settings.blueprint import settings

__all__ = ["exchange", "previews", "routes", "settings", "sites"]
