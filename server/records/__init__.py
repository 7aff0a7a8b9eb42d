"""Lasting data: sites, needs, counters, devices, people. The only room that speaks SQL."""
