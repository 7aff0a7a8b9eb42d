"""One file a form: how it is filled from the site, and read back into one."""
