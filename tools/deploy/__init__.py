"""Brings what was built to where readers get it: whole, or not at all."""
