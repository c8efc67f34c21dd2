"""Finding a Lean toolchain and getting it ready. Nothing here imports pytest."""
