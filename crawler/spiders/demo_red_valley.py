from crawler.demo.school import DemoSchool


class DemoRedValley(DemoSchool):
    name = "demo_red_valley"
    institution = "DEMO Red Valley Technical College"
    unitid = "DEMO01"
    homepage = "/red-valley/"
    start_urls = ["/red-valley/programs.html"]
    program_links = "a.program"
