"""Devices let in, named, loaded anew and locked out by those who answer for a site."""
