"""Recordings made at build, for those whose devices have no voice, and for podcasts."""
