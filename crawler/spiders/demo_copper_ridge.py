from crawler.demo.school import DemoSchool


class DemoCopperRidge(DemoSchool):
    name = "demo_copper_ridge"
    institution = "DEMO Copper Ridge Trade and Health School"
    unitid = "DEMO06"
    homepage = "/copper-ridge/"
    start_urls = ["/copper-ridge/programs.html"]
    program_links = "a.program"
