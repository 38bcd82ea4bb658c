"""What a run is told of its source and its captures, and what it tells in the end."""

from dataclasses import dataclass

from pipelines.preview import Difference


@dataclass(frozen=True)
class Source:
    """One publisher's way in."""

    source: str
    title: str
    publisher: str
    licence: str
    licence_url: str
    homepage: str
    cadence_days: int
    about: str


@dataclass(frozen=True)
class Capture:
    """One answer of one address; sha256 is of the bytes as published, kept_sha256 of what is kept of them."""

    url: str
    method: str
    fetched_at: str
    http_status: int
    sha256: str
    kept_sha256: str
    bytes: int
    media_type: str
    etag: str
    last_modified: str


@dataclass(frozen=True)
class Outcome:
    """What became of a run. status: accepted | doubted; reason is one sentence, "" if accepted.

    whole        all of the source was read: a maintainer may accept the run, were it doubted
    differences  what it would change, of a run that only tries; None of any other
    """

    run: int
    source: str
    status: str
    reason: str
    listings: int
    opened: int
    closed: int
    notes: tuple[str, ...]
    whole: bool = False
    differences: tuple[Difference, ...] | None = None
