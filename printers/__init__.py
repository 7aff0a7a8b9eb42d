"""The print agent: runs beside the printer and speaks HTTP to the server."""
