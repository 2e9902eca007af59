"""What production does otherwise: absolute addresses, from SITEURL in the environment or here."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pelicanconf import *  # noqa: F403 - Pelican reads this module's names as settings

SITEURL = os.environ.get("SITEURL", "https://vanphong.vinhson.example").rstrip("/")
IS_PRODUCTION = True
