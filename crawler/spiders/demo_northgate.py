from crawler.demo.school import DemoSchool


class DemoNorthgate(DemoSchool):
    name = "demo_northgate"
    institution = "DEMO Northgate College of Health"
    unitid = "DEMO04"
    homepage = "/northgate/"
    start_urls = ["/northgate/programs.html"]
    program_links = "a.program"
