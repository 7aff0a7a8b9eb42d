"""Use cases: what visitors, mediators and print agents do."""
