"""Checks what editors wrote, without building the site."""
