"""What a run has to say of its pages: counted, with a few examples, so that a person can read it."""

EXAMPLES = 3
"""Addresses that a note names where it speaks of many."""


class Notes:
    """Notes in the order in which they were first made; the same note on many pages is one line."""

    def __init__(self):
        self._pages: dict[str, list[str]] = {}
        self._counts: dict[str, int] = {}

    def add(self, note: str, url: str = "") -> None:
        """A note on the run, or on one of its pages."""
        examples = self._pages.setdefault(note, [])
        self._counts[note] = self._counts.get(note, 0) + 1
        if url and len(examples) < EXAMPLES:
            examples.append(url)

    def lines(self) -> tuple[str, ...]:
        """Every note as a line: "ADDRESS: note", or "note (1,234 pages, as ADDRESS, ADDRESS, ADDRESS)"."""
        return tuple(self._line(note, examples) for note, examples in self._pages.items())

    def _line(self, note: str, examples: list[str]) -> str:
        if not examples:
            return note
        if self._counts[note] == 1:
            return f"{examples[0]}: {note}"
        return f"{note} ({self._counts[note]:,} pages, as {', '.join(examples)})"
