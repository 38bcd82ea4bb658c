"""Turns printed words into values, and runs into data. Imports `db`, never `crawler`'s Scrapy parts."""
