"""Properties are about what is true, not about how long this machine takes to say so."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("accueil", deadline=None)
settings.load_profile("accueil")
