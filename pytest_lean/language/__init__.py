"""What pytest-lean knows of Lean as a language: the one folder to open for a new Lean."""
