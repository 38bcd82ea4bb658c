from crawler.demo.school import DemoSchool


class DemoHarvestPlains(DemoSchool):
    name = "demo_harvest_plains"
    institution = "DEMO Harvest Plains Technical College"
    unitid = "DEMO12"
    homepage = "/harvest-plains/"
    start_urls = ["/harvest-plains/programs.html"]
    program_links = ".card a"
