"""The people who work here: a list, an account each, and what a manager does to it."""
