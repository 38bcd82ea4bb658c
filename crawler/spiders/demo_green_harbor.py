from crawler.demo.school import DemoSchool


class DemoGreenHarbor(DemoSchool):
    name = "demo_green_harbor"
    institution = "DEMO Green Harbor Technical Institute"
    unitid = "DEMO05"
    homepage = "/green-harbor/"
    start_urls = ["/green-harbor/programs.html"]
    program_links = "a.program"
    tuition_page = "/green-harbor/tuition.html"
