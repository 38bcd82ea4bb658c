from crawler.demo.school import DemoSchool


class DemoHarborPoint(DemoSchool):
    name = "demo_harbor_point"
    institution = "DEMO Harbor Point Career Institute"
    unitid = "DEMO03"
    homepage = "/harbor-point/"
    start_urls = ["/harbor-point/programs.html"]
    program_links = "a.program"
