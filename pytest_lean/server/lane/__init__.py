"""A fresh process for each text, at a warm price, in a sandbox.

``lane`` is what callers use; ``fresh`` makes a server's worker of it. ``forkserver`` talks to
the warm process, whose own side is ``host`` and ``serving``; ``sandbox``, ``namespaces`` and
``landlock`` confine what it starts. The last five use nothing but the standard library, since
they run in a Python without site-packages.
"""
