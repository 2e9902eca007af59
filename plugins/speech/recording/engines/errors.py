"""What an engine cannot do, and how the program's exit tells it."""

from __future__ import annotations

BROKEN_VOICE = 3
"""The exit code of VoiceError: no sentence can be said by this voice, whatever it is."""


class VoiceError(RuntimeError):
    """A voice cannot be used; the message tells why, for whoever looks after the site."""
