"""Reads ESC/POS bytes back into paper: what a printer would have made of them, and a picture of it."""
