"""The demo campus: invented schools on a loopback server, so that everything runs with no network."""

from crawler.demo.campus import Campus

__all__ = ["Campus"]
