"""What the build does: `core`, and beside it one folder for each feature."""

import gc

# What a build makes stays to its end: looking for rubbish finds none. From here on, since what is
# imported stays as well.
gc.set_threshold(500_000, 50, 1000)
