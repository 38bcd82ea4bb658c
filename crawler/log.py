"""What Scrapy logs of a crawl."""

from scrapy.logformatter import LogFormatter


class NotEveryRecord(LogFormatter):
    """Scrapy's messages without the one for each item: one table gives a hundred thousand items."""

    def scraped(self, item, response, spider):
        return None
