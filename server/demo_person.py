"""The name that the demo's one sign-in button signs in."""

DEMO_PERSON = "Démonstration"
