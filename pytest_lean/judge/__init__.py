"""The second look: compiled modules read as data, checked apart from the text that made them."""
