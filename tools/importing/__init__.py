"""Brings in articles from Word and from the portals that came before."""
