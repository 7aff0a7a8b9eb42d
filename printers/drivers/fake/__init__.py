"""A thermal printer that is not there: for tests, and by hand (`python -m printers.drivers.fake`)."""
