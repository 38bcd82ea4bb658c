from crawler.base import TableSource, file_name
from crawler.extract.files import csv_rows, number
from db.records import Cip, Institution


class DemoRegistry(TableSource):
    """The campus's own registry of its invented schools and their fields: what IPEDS is for real ones."""

    name = "demo_registry"
    title = "DEMO registry of invented schools"
    publisher = "DEMO campus"
    homepage = "/"
    licence = "Invented for demonstration; public domain"
    cadence_days = 1
    database = "demo-collected"
    addresses = {
        "schools": ["{campus}/registry/institutions.csv"],
        "fields": ["{campus}/registry/fields.csv"],
    }

    @classmethod
    def from_crawler(cls, crawler, *args, **kwargs):
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.homepage = crawler.settings["CAMPUS"] + "/"
        return spider

    def ladder(self, table):
        return ((None, pattern.format(campus=self.settings["CAMPUS"])) for pattern in self.addresses[table])

    def read(self, table, year, response):
        yield from getattr(self, f"read_{table}")(response.body, file_name(response.url), response.url)

    def read_schools(self, body, name, url):
        needed = ("unitid", "name", "city", "state", "zip", "latitude", "longitude", "control", "website")
        for row in csv_rows(body, name, needed):
            yield Institution(
                source=self.name, unitid=row["unitid"], name=row["name"], city=row["city"], state=row["state"],
                zip=row["zip"], latitude=number(row["latitude"]), longitude=float(row["longitude"]),
                control=row["control"], website=row["website"], url=url,
                net_price_calculator=row["net_price_calculator_url"],
            )  # fmt: skip

    def read_fields(self, body, name, url):
        for row in csv_rows(body, name, ("cip", "title")):
            yield Cip(self.name, row["cip"], 6, row["title"], url=url)
