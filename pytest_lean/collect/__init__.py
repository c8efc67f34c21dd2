"""Tests that are not Python functions."""
