"""The live queue: the only room that speaks to Redis or Valkey."""
