"""Web Push: messages that only one phone can read, handed to its browser's push service. Knows no queue and no site."""
