"""What staff are told, in French: in the same words on the desk and in the staff corner of a kiosk."""
