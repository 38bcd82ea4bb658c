"""Crawling with more than one machine: one writer, any number of workers, and a Redis between them.

    handler.py   the writer's download handler: puts every request into the shared queue and awaits its answer
    queue.py     scrapy-redis's priority queue, with leases, and with a gate for each host
    worker.py    `tuitionary work`: a Scrapy process that fetches what the queue gives, and nothing else

Spiders, their frontiers, robots.txt, captures, runs: all of that is the writer's and is the same as without workers. A
worker that dies loses nothing: its leases run out and others take over. The gates hold across all workers and all
sources: a host has at most one request at a time, and its delay after it. What goes through Redis is pickled, so it
must be one that only workers and writers reach.
"""
