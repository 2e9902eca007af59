"""Photos beside an article become figures, small and sharp on every screen."""
