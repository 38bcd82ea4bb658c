"""Finds the pages that describe programs: which links to follow, in which order, and when to stop. Pure."""
