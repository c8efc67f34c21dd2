"""pytest's side: hooks, settings, fixtures, collection and reports."""
