"""A school of the demo campus is an ordinary CollegeSpider whose addresses begin where the campus stands."""

from crawler.base import CollegeSpider


class DemoSchool(CollegeSpider):
    """An invented school. Its rows go to a database of their own and never mix with real ones.

    Addresses are declared as paths; the campus's own address is the setting CAMPUS.
    """

    database = "demo-collected"
    licence = "Invented for demonstration; public domain"
    cadence_days = 1

    @classmethod
    def from_crawler(cls, crawler, *args, **kwargs):
        spider = super().from_crawler(crawler, *args, **kwargs)
        campus = crawler.settings["CAMPUS"]
        spider.homepage = campus + spider.homepage
        spider.start_urls = [campus + path for path in spider.start_urls]
        spider.tuition_page = spider.tuition_page and campus + spider.tuition_page
        return spider
