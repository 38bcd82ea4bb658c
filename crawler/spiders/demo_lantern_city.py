from crawler.demo.school import DemoSchool


class DemoLanternCity(DemoSchool):
    name = "demo_lantern_city"
    institution = "DEMO Lantern City Adult School"
    unitid = "DEMO13"
    homepage = "/lantern-city/"
