"""The engine: a Lean worker process as a server of commands. Nothing here imports pytest."""
