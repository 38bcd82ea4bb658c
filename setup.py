"""For scrapyd-deploy, which builds an egg by this file; everything is declared in pyproject.toml."""

from setuptools import setup

setup()
