"""Finds and reads pages and tables; the only layer that knows Scrapy."""
