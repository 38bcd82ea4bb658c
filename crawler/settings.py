"""Scrapy's settings: only what differs from its defaults, each with the default and the reason."""

import os

BOT_NAME = "tuitionary"
HOME = os.environ.get("TUITIONARY_HOME", "data")  # of the databases and captures; `tuitionary --home` sets it
SPIDER_MODULES = ["crawler.spiders"]

# Who asks, and where to complain. TUITIONARY_CONTACT is the address of whoever runs this copy.
CONTACT = os.environ.get("TUITIONARY_CONTACT", "https://github.com/tuitionary/tuitionary")
USER_AGENT = f"tuitionary/0.1 (+{CONTACT})"  # default Scrapy/VERSION (+https://scrapy.org)

# Manners. crawler/robots.py says why the stock middleware is replaced.
ROBOTSTXT_OBEY = True  # default False
CONCURRENT_REQUESTS_PER_DOMAIN = 1  # default 8: one request at a time per host
DOWNLOAD_DELAY = 1.0  # default 0
DOWNLOAD_DELAY_JITTER = 0  # default 0.5, which may halve the delay
AUTOTHROTTLE_ENABLED = True  # default False: a slow server is asked less often
AUTOTHROTTLE_START_DELAY = 1.0  # default 5.0
RETRY_TIMES = 2
RETRY_HTTP_CODES = [500, 502, 503, 504, 522, 524, 408]  # default has 429 too: see crawler/patience.py
REDIRECT_MAX_TIMES = 5  # default 20: a loop is seen sooner
METAREFRESH_ENABLED = False  # default True; crawler/extract/links.py sees where a page sends its reader
COOKIES_ENABLED = False  # default True: no page that we want needs one
DOWNLOAD_MAXSIZE = 256 * 1024 * 1024  # default 1 GiB: the largest published table is far smaller
DOWNLOAD_TIMEOUT = 120  # default 180

# How long a source may ask, in seconds; and how much of one school's site a crawl asks (see CollegeSpider): pages,
# links from the start, bytes of a page.
MOST_SECONDS = 7_200
MOST_PAGES = 2_000
MOST_DEPTH = 5
MOST_BYTES = 8 * 1024 * 1024

# What is asked for is on the web; a link or redirect to `file:` and the like has no handler.
NO_HANDLERS = dict.fromkeys(("data", "file", "ftp", "s3"))
DOWNLOAD_HANDLERS = NO_HANDLERS

DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "crawler.bounds.KeepWithin": 50,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.robots.ObeyRobots": 100,
    # Nearer to the network than Retry (550), which would ask at once.
    "crawler.patience.HeedRetryAfter": 560,
    # Between HttpCompression (590), so that bodies are plain, and the spider.
    "crawler.captures.KeepCaptures": 540,
}
# Each layer costs every record of a table; of the stock ones we use HttpError and Start.
SPIDER_MIDDLEWARES = {
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,  # counts
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,  # warns of a mistake of spiders
    "scrapy.spidermiddlewares.referer.RefererMiddleware": None,  # tells a server where we found its address
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,  # crawler/find bounds a crawl
}
ITEM_PIPELINES = {
    "crawler.reading.Normalize": 100,
    "pipelines.validate.Validate": 200,
    "crawler.keep.Keep": 900,
}
CONCURRENT_ITEMS = 8  # default 100, which costs a third of the speed with pipelines as light as ours

EXTENSIONS = {  # the stock ones count every item; `runs` holds our own counts
    "scrapy.extensions.corestats.CoreStats": None,
    "scrapy.extensions.logstats.LogStats": None,
    "crawler.progress.Progress": 100,
}
DOWNLOADER_STATS = False  # default True; the same
TELNETCONSOLE_ENABLED = False  # default True: nobody logs into a crawl, by neither console
REMOTE_CONTROL_ENABLED = False  # default True
LOG_FORMATTER = "crawler.log.NotEveryRecord"  # default logs every item
LOG_LEVEL = os.environ.get("TUITIONARY_LOG", "CRITICAL")  # default DEBUG; the run says what matters
