"""Asks other sites whether what our pages link to is still there; tells, and never blocks."""
