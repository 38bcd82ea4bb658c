"""The kinds of source. Their docstrings are the manual: a new source is a few declarations below one of them."""

from crawler.college import CollegeSpider
from crawler.source import FEDERAL, SourceSpider, file_name
from crawler.table import TableSource

__all__ = ["FEDERAL", "CollegeSpider", "SourceSpider", "TableSource", "file_name"]
