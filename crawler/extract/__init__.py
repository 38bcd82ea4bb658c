"""A page in, the facts it prints out: words as they stand, never values. Imports nothing else of the project."""
