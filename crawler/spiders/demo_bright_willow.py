from crawler.demo.school import DemoSchool


class DemoBrightWillow(DemoSchool):
    name = "demo_bright_willow"
    institution = "DEMO Bright Willow Beauty Academy"
    unitid = "DEMO10"
    homepage = "/bright-willow/"
