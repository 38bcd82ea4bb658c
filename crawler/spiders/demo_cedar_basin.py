from crawler.demo.school import DemoSchool


class DemoCedarBasin(DemoSchool):
    name = "demo_cedar_basin"
    institution = "DEMO Cedar Basin College"
    unitid = "DEMO09"
    homepage = "/cedar-basin/"
