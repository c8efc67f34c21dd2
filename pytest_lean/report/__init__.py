"""Pages about runs: one HTML file each, which needs no network and no other file.

What a page shows is given as the data classes of :mod:`pytest_lean.report.data`; nothing here knows
pytest or a server. jinja2 is imported only when a page is written.
"""
