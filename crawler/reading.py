"""Reads pages, and the words of listings, in a process of its own: one core fetches while another reads, and a page
that kills the reader, or holds it for too long, costs no other page.

Requests and answers are pickles, each after its length, over the pipes of `python -m crawler.reading`; answers come in
the order of the requests, so that the oldest one unanswered is the one to blame.
"""

import asyncio
import os
import pickle
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from db.records import Listing
from pipelines.normalize import normalized

LONGEST = 20
"""Seconds that one page, or one listing, may take."""

ROOT = Path(__file__).parents[1]
LENGTH = 8


class Unreadable(Exception):
    """What could not be read; the message is the end of a sentence on it."""


class Normalize:
    """Item pipeline: listings leave it with figures. Those of a school find them in its spider's reader; those of a
    table, which prints the same words many thousand times, find them here."""

    def __init__(self, crawler):
        self.reader: Reader | None = getattr(crawler.spider, "reader", None)

    @classmethod
    def from_crawler(cls, crawler):
        return cls(crawler)

    def process_item(self, item):
        if not isinstance(item, Listing):
            return item
        return self.reader.do(normalized, item) if self.reader else normalized(item)


class Reader:
    """A reading process; it is started by the first page, and again after one that it did not survive."""

    def __init__(self):
        self._process: asyncio.subprocess.Process | None = None
        self._answers: asyncio.Task | None = None
        self._pending: deque[tuple[bytes, asyncio.Future]] = deque()
        self._changing = asyncio.Lock()
        self._overdue: asyncio.TimerHandle | None = None

    async def do(self, task: Callable, *arguments: Any) -> Any:
        """What a pure function of a module gives for these arguments. Raises Unreadable."""
        message = packed((task, arguments))
        answer: asyncio.Future = asyncio.get_running_loop().create_future()
        async with self._changing:
            if self._process is None:
                await self._start()
            self._pending.append((message, answer))
            self._process.stdin.write(message)
            if len(self._pending) == 1:
                self._watch()
        return await answer

    async def close(self) -> None:
        """End the process."""
        if self._process:
            self._answers.cancel()
            await self._stop()

    async def _start(self) -> None:
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", __name__, env={**os.environ, "PYTHONPATH": path}, start_new_session=True,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        self._answers = asyncio.create_task(self._take_answers(self._process.stdout))

    async def _stop(self) -> None:
        process, self._process = self._process, None
        self._kill(process)
        await process.wait()

    def _kill(self, process: asyncio.subprocess.Process) -> None:
        with suppress(ProcessLookupError):
            process.kill()

    def _watch(self) -> None:
        """Give the oldest page its time."""
        if self._overdue:
            self._overdue.cancel()
        loop = asyncio.get_running_loop()
        self._overdue = loop.call_later(LONGEST, self._kill, self._process) if self._pending else None

    async def _take_answers(self, stream: asyncio.StreamReader) -> None:
        """Hand out answers; when the process ends, blame the oldest page and give the others to a new process."""
        with suppress(asyncio.IncompleteReadError):
            while True:
                size = int.from_bytes(await stream.readexactly(LENGTH))
                answer, error = pickle.loads(await stream.readexactly(size))
                _, future = self._pending.popleft()
                if error:
                    future.set_exception(Unreadable(error))
                else:
                    future.set_result(answer)
                self._watch()
        async with self._changing:
            await self._stop()
            if self._pending:
                self._pending.popleft()[1].set_exception(Unreadable("the reader did not survive it"))
            if self._pending:
                await self._start()
                for message, _ in self._pending:
                    self._process.stdin.write(message)
            self._watch()


def packed(thing: object) -> bytes:
    """A message of the pipe."""
    data = pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)
    return len(data).to_bytes(LENGTH) + data


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Do tasks until there are no more; an error is answered in words."""
    while size := requests.read(LENGTH):
        task, arguments = pickle.loads(requests.read(int.from_bytes(size)))
        answer, error = None, ""
        try:
            answer = task(*arguments)
        except Exception as fault:  # a fault of ours on one page must not cost the others
            error = f"{type(fault).__name__}: {fault}"
        answers.write(packed((answer, error)))
        answers.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
