"""Who sits at which counter: taking one, leaving one, and a desk that lost its own."""
