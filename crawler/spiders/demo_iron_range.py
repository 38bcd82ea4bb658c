from crawler.demo.school import DemoSchool


class DemoIronRange(DemoSchool):
    name = "demo_iron_range"
    institution = "DEMO Iron Range Driving School"
    unitid = "DEMO11"
    homepage = "/iron-range/"
