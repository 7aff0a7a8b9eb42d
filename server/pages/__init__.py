"""The documents that kiosks, displays and phones open, and the files they load."""
