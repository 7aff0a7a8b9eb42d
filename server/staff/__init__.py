"""Mediators' pages: drawn on the server, French first."""
