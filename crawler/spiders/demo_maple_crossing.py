from crawler.demo.school import DemoSchool


class DemoMapleCrossing(DemoSchool):
    name = "demo_maple_crossing"
    institution = "DEMO Maple Crossing Institute"
    unitid = "DEMO07"
    homepage = "/maple-crossing/"
    start_urls = ["/maple-crossing/programs.html"]
    program_links = "a.program"
