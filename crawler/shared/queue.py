"""The shared queue: what is taken is leased, not lost, and a host is asked once at a time."""

from scrapy import Request
from scrapy_redis.queue import PriorityQueue

KEY = "tuitionary:requests"
LEASE = 10
"""Seconds for which a request is a worker's; it renews its leases while it fetches."""

TAKE = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for _, late in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now)) do
    redis.call('ZREM', KEYS[2], late)
    redis.call('ZADD', KEYS[1], '-inf', late)
end
for _, one in ipairs(redis.call('ZRANGE', KEYS[1], 0, 999)) do
    local gate = KEYS[1] .. ':gate:' .. string.match(one, '^[^\\n]*')
    if redis.call('SET', gate, one, 'NX', 'PX', ARGV[1]) then
        redis.call('ZREM', KEYS[1], one)
        redis.call('ZADD', KEYS[2], now + ARGV[1], one)
        return one
    end
end
return nil
"""
"""The best request whose host's gate is open, leased, with its gate shut; leases that ran out are handed out first."""

RENEW = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for place = 2, #ARGV do
    redis.call('ZADD', KEYS[2], 'XX', now + ARGV[1], ARGV[place])
    redis.call('PEXPIRE', KEYS[1] .. ':gate:' .. string.match(ARGV[place], '^[^\\n]*'), ARGV[1])
end
"""

DONE = """
if redis.call('ZREM', KEYS[2], ARGV[1]) == 0 then return 0 end
local host, delay = string.match(ARGV[1], '^([^\\n]*)\\n(%d+)')
local gate = KEYS[1] .. ':gate:' .. host
if tonumber(delay) > 0 then redis.call('SET', gate, 'wait', 'PX', delay) else redis.call('DEL', gate) end
return 1
"""
"""The lease is over; the gate of its host opens after the delay. 0 if the lease was lost to another worker."""


class LeasedQueue(PriorityQueue):
    """scrapy-redis's queue in a sorted set, of entries "host, delay in ms, the request"."""

    def __init__(self, server, spider, key=KEY, serializer=None):
        super().__init__(server, spider, key, serializer)
        self.leased: dict[str, bytes] = {}  # job -> entry
        self.keys = [self.key, f"{self.key}:leases"]
        self._take, self._renew, self._done = map(server.register_script, (TAKE, RENEW, DONE))

    def push(self, request: Request) -> None:
        self.server.zadd(self.key, {self.entry(request): -request.priority})

    def entry(self, request: Request) -> bytes:
        """What stands in the sorted set; `meta` of the request holds host, delay (seconds) and job."""
        head = f"{request.meta['host']}\n{request.meta['delay'] * 1000:.0f}\n"
        return head.encode() + self._encode_request(request)

    def pop(self, timeout: int = 0) -> Request | None:
        entry = self._take(keys=self.keys, args=[LEASE * 1000])
        if entry is None:
            return None
        request = self._decode_request(entry.split(b"\n", 2)[2])
        request.callback, request.errback = self.spider.answered, self.spider.failed
        self.leased[request.meta["job"]] = entry
        return request

    def renew(self) -> None:
        """Keep what is being fetched."""
        if self.leased:
            self._renew(keys=self.keys, args=[LEASE * 1000, *self.leased.values()])

    def done(self, job: str) -> None:
        """Give back a lease."""
        self._done(keys=self.keys, args=[self.leased.pop(job)])
