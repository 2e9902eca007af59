"""Draws the sample photos: editorial illustrations that stand where an office has press photos."""
