"""A fresh process for each text, at a warm price, in a sandbox.

``lane`` is what callers use; ``fresh`` makes a server's worker of it. ``running`` chooses how Lean
is run. ``forkserver`` and ``talk`` are our side of the warm process, whose own side is ``host``,
``serving`` and ``children``; ``sandbox``, ``namespaces`` and ``landlock`` confine what it starts.
The last six use nothing but the standard library, since they run in a Python without
site-packages.
"""
