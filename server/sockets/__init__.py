"""Socket.IO: rooms and pushes. State, not events: a client always gets the whole truth."""
