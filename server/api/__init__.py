"""HTTP v1: parses and answers, never decides."""
