"""Engines that turn sentences into MP3: a program of its own, `python -m engines` in this folder.

It is imported as `engines`, so that a process starts without loading the site.
"""
