from crawler.demo.school import DemoSchool


class DemoLakePrairie(DemoSchool):
    name = "demo_lake_prairie"
    institution = "DEMO Lake Prairie Community College"
    unitid = "DEMO02"
    homepage = "/lake-prairie/"
    start_urls = ["/lake-prairie/programs.html"]
    program_links = ".programs a"
    next_page = "a[rel=next]"
