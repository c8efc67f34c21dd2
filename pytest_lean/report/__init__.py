"""Pages about runs: one HTML file each, which needs no network and no other file.

What is shown comes in as data of :mod:`pytest_lean.report.data`; nothing here knows pytest, or a
server. jinja2 is imported when a page is written, and not before.
"""
