"""What is said of printers and their paper, in French: the same words on the desk and in a kiosk's staff corner."""
