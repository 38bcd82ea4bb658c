"""What sharing a crawl gives and costs: pages a second with 0, 1, 2 … workers, and bytes per page on disk and in Redis.

    python benchmarks/scaling.py --schools 32 --pages 30 --workers 3

So many schools of so many pages of 27 to 62 kB stand on loopback, each at an address of its own; nothing waits, so that
the figures are of the machine and not of manners. Needs redis-server. 0 workers is the writer alone, without Redis,
school after school.
"""

import argparse
import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from multiprocessing import Process
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(Path(__file__).parent))

from crawl import FIRST, School, Serve  # noqa: E402

MAIN = "from crawler.cli import main; main()"
WRITER = """
import json, sys, time
from pathlib import Path
from crawler.home import Home
from crawler.run import run, through_workers
home, redis = Home(Path(sys.argv[1])), sys.argv[2]
orders = [home.order_of_site(address) for address in sys.argv[3:]]
began = time.perf_counter(), time.process_time()
done = run(orders, home.folder, through_workers(redis) if redis != "none" else {}, at_once=64)
took = time.perf_counter() - began[0]
assert all(one.status == "accepted" for one in done), [one for one in done if one.status != "accepted"][:2]
cpu = time.process_time() - began[1]
print(json.dumps({"seconds": took, "cpu": cpu, "listings": sum(one.listings for one in done)}))
"""


def serve(pages: int, hosts: list[str], port: int) -> None:
    """The same school at every host, until killed."""

    async def run():
        Serve.school = School(pages)
        loop = asyncio.get_running_loop()
        await asyncio.gather(*[loop.create_server(Serve, host, port) for host in hosts])
        await asyncio.Event().wait()

    asyncio.run(run())


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def size(path: Path) -> int:
    """Bytes of a file, or of all files of a folder."""
    return (
        path.stat().st_size if path.is_file() else sum(one.stat().st_size for one in path.rglob("*") if one.is_file())
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--schools", type=int, default=32)
    parser.add_argument("--pages", type=int, default=30)
    parser.add_argument("--workers", type=int, default=3)
    options = parser.parse_args()
    hosts = [f"127.0.2.{number + 1}" for number in range(options.schools)]
    port, redis_port = free_port(), free_port()
    url = f"redis://127.0.0.1:{redis_port}/0"
    server = Process(target=serve, args=(options.pages, hosts, port), daemon=True)
    server.start()
    with tempfile.TemporaryDirectory() as folder:
        command = ["redis-server", "--port", str(redis_port), "--save", "", "--appendonly", "no"]
        redis = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
        time.sleep(1)
        print(f"{options.schools} schools of {options.pages} pages, {os.cpu_count()} cores")
        print(f"{'workers':>8} {'pages/s':>8} {'writer CPU ms/page':>19}")
        for number in range(options.workers + 1):
            home = Path(folder) / str(number)
            started = [subprocess.Popen([sys.executable, "-c", MAIN, "work", url], cwd=ROOT) for _ in range(number)]
            time.sleep(2 if started else 0)
            addresses = [f"http://{host}:{port}/" for host in hosts]
            command = [sys.executable, "-c", WRITER, str(home), url if number else "none", *addresses]
            said = json.loads(subprocess.check_output(command, cwd=ROOT, text=True).splitlines()[-1])
            pages = said["listings"]  # menus lead to more pages than the sitemap names
            for one in started:
                one.send_signal(signal.SIGTERM)
                one.wait()
            print(f"{number:8} {pages / said['seconds']:8.0f} {1e3 * said['cpu'] / pages:19.1f}")
        subprocess.run(
            [sys.executable, "-c", MAIN, "--home", home, "publish"], cwd=ROOT, check=True, capture_output=True
        )
        body = sum(len(School(1).page(FIRST + number)) for number in range(40)) / 40
        print(f"per page: {body / 1e3:.1f} kB sent, {size(home / 'captures') / pages / 1e3:.1f} kB of captures, "
              f"{size(home / 'collected.db') / pages / 1e3:.1f} kB of collected.db, "
              f"{size(home / 'programs.db') / pages / 1e3:.1f} kB of programs.db")  # fmt: skip
        told = subprocess.check_output(["redis-cli", "-u", url, "info", "memory"], text=True)
        peak = next(line for line in told.splitlines() if line.startswith("used_memory_peak:"))
        print(f"Redis at most: {int(peak.split(':')[1]) / 1e6:.1f} MB")
        redis.kill()
    server.kill()


if __name__ == "__main__":
    main()
