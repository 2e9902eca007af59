"""Reading aloud: sentences wrapped at build, and what a voice is to say of them."""


def register() -> None:
    """Nothing to do yet."""
