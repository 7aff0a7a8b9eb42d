"""Rules and words, in the standard library only."""
