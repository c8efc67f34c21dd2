"""``.lean`` files as tests: an item for each declaration and each check, and one for the file."""
