"""Signing in at the provider of the house (OpenID Connect), and binding people's accounts there to those here."""
