"""Compares a live site, file by file, with what was built."""
