"""What a test says about Lean: the facade, its questions, its assertions."""
