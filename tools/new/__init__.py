"""Begins a new article: its folder, its address and a text to fill in."""
