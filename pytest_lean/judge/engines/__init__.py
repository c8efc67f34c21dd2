"""Engines: where proofs are judged. They know nothing of files, order, or what a proof is for.

``local`` has processes on this machine and needs nothing but the standard library; ``ray`` has
actors on the machines of a Ray cluster.
"""
