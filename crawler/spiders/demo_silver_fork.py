from crawler.demo.school import DemoSchool


class DemoSilverFork(DemoSchool):
    name = "demo_silver_fork"
    institution = "DEMO Silver Fork Community College"
    unitid = "DEMO08"
    homepage = "/silver-fork/"
