from crawler.base import TableSource, file_name
from crawler.extract.files import csv_rows, number
from db.records import Institution


class DemoRegistry(TableSource):
    """The campus's own registry of its invented schools: what IPEDS is for real ones."""

    name = "demo_registry"
    title = "DEMO registry of invented schools"
    publisher = "DEMO campus"
    homepage = "/"
    licence = "Invented for demonstration; public domain"
    cadence_days = 1
    database = "demo-collected"
    addresses = {"schools": ["{campus}/registry/institutions.csv"]}

    @classmethod
    def from_crawler(cls, crawler, *args, **kwargs):
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.homepage = crawler.settings["CAMPUS"] + "/"
        return spider

    def ladder(self, table):
        return ((None, pattern.format(campus=self.settings["CAMPUS"])) for pattern in self.addresses[table])

    def read(self, table, year, response):
        needed = ("unitid", "name", "city", "state", "zip", "latitude", "longitude", "control", "website")
        for row in csv_rows(response.body, file_name(response.url), needed):
            yield Institution(
                source=self.name, unitid=row["unitid"], name=row["name"], city=row["city"], state=row["state"],
                zip=row["zip"], latitude=number(row["latitude"]), longitude=float(row["longitude"]),
                control=row["control"], website=row["website"], url=response.url,
                net_price_calculator=row["net_price_calculator_url"],
            )  # fmt: skip
