"""A function of Lean as a Python callable, and Python code compared with it."""
