"""The staff's doors: signing in and out, one's own password, the way to a site and a counter."""
