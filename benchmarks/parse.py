"""How long reading takes: the median of ordinary phrases, and the slowest of hostile 100 kB inputs.

    python benchmarks/parse.py [PHRASES.jsonl]

Each line of PHRASES.jsonl is {"kind", "text"}. The peer, timed in the same run, is what a scraper would write first:
one pattern for a number and its unit. It understands nothing, and shows what of the time is Python's.
"""

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipelines.parse.wire import READERS

PHRASES = {
    "length": [
        "The program is 36 weeks (900 clock hours), full-time.",
        "Length: 12-18 months",
        "64 credit hours over five semesters, including a 160-hour externship",
        "Part-time students finish in as little as two years",
    ],
    "cost": [
        "Tuition: $12,450 | Books: $890 | Registration fee: $75",
        "$118.50 per credit for in-district residents, $241 per credit out of district",
        "Total program cost $4,295 includes textbooks and uniform",
        "Scholarships of up to $2,000 are available; a $100 deposit holds your seat.",
    ],
    "credential": [
        "Associate of Applied Science (A.A.S.) in Dental Hygiene",
        "Certificate or Diploma",
        "A high school diploma or GED is required for this certificate of completion.",
        "Credits may be applied toward the A.A.S. degree",
    ],
    "delivery": [
        "Lectures are online; skills labs meet on the Dover campus every other Saturday.",
        "100% online, apply online today",
        "Online, hybrid and in-person options",
        "Classes are held at the Harbor Career Center, Room 12",
    ],
    "accreditation": [
        "The program is accredited by the Commission on Accreditation of Allied Health Education Programs (CAAHEP).",
        "Licensed by the Ohio State Board of Career Colleges and Schools and accredited by ACCSC",
        "We have applied to the Council on Occupational Education for accreditation.",
        "Transfer credits are accepted from regionally accredited institutions.",
    ],
}
HOSTILE = [
    *("a ", "no to ", "1 ", "9", "1,", "$1 ", "$1,000 ", "twenty ", "(", "- ", "a-", "½", "@0@ ", "state of ", "A."),
    *("from an a-a-a ", "online or ", "exam ", "associate in ", "certificate of ", "accredited by ", "toward a b c d "),
    *(
        "Board of the State of ",
        "commission on accreditation of ",
        "12 - 18 to ",
        "per credit per ",
        " \n",
        "|",
        "weeks ",
    ),
]
SIZE = 100_000
_PEER = re.compile(r"(\d[\d,]*(?:\.\d+)?)[ -]?(hours?|credits?|weeks?|months?|years?|semesters?|per \w+)?", re.I)


def peer(text: str) -> list[tuple[str, str]]:
    """The generic reading: every number with the unit behind it."""
    return _PEER.findall(text)


def seconds(read: Callable[[str], object], text: str, times: int) -> float:
    """The best of some runs, as the others measure the machine's other work."""
    best = float("inf")
    for _ in range(times):
        start = perf_counter()
        read(text)
        best = min(best, perf_counter() - start)
    return best


def main(path: str | None = None) -> None:
    """Prints one line a kind: phrases, median µs of reader and peer, the slowest hostile input of each in ms."""
    phrases = PHRASES
    if path:
        lines = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
        phrases = {kind: [line["text"] for line in lines if line["kind"] == kind] for kind in PHRASES}
    hostile = [(seed * (SIZE // len(seed) + 1))[:SIZE] for seed in HOSTILE]
    print(f"{'kind':14} phrases   reader µs   peer µs   slowest of {len(hostile)} of {SIZE // 1000} kB: ms   peer ms")
    every: tuple[list[float], list[float]] = ([], [])
    for kind, texts in phrases.items():
        read = READERS[kind]
        took = [[1e6 * seconds(each, text, 9) for text in texts] for each in (read, peer)]
        for all_kinds, own in zip(every, took, strict=True):
            all_kinds += own
        usual = [median(own) if own else 0 for own in took]
        worst = [max(1e3 * seconds(each, text, 1) for text in hostile) for each in (read, peer)]
        print(f"{kind:14} {len(texts):7}   {usual[0]:9.0f}   {usual[1]:7.1f}   {worst[0]:41.1f}   {worst[1]:7.1f}")
    print(f"{'all':14} {len(every[0]):7}   {median(every[0]):9.0f}   {median(every[1]):7.1f}")


if __name__ == "__main__":
    main(*sys.argv[1:2])
