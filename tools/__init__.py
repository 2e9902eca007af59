"""What the project's own commands need besides Pelican: set-up and preview."""
