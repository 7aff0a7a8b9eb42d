"""What a manager sets up of a site: a form a room, looked at before it is published."""
