"""What the build does: `core`, and beside it one folder for each feature."""
