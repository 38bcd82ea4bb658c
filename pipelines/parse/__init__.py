"""Words -> typed values. Pure functions: no Scrapy, SQL, clock or network, and nothing of ours outside this folder.

One module per kind of figure, one public function in each, `read(words, context)`, whose docstring is its
specification. A new way of writing a fact is a row in a test table and a line in a pattern.
"""

VERSION = 7
"""Raised with every change by which some words are read differently; each run records it."""
