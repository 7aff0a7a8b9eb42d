"""The trail: who changed what of settings, people and devices, newest first."""
