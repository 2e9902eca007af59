"""Written Vietnamese made spoken Vietnamese, by tables and rules; nothing here knows HTML."""
