"""A page to write articles in, for those who would rather not use Git."""
