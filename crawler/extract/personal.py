"""Takes e-mail addresses and telephone numbers out of a page before it is kept: what persons are called by."""

from __future__ import annotations

import re
from collections.abc import Iterable

_DOMAIN = re.compile(rb"@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_MAILBOX = re.compile(rb"[\w.+-]{1,64}\Z")
_LAST_SEVEN = (b"000-0000", b"000.0000")
_AFTER_NUMBER = re.compile(rb"[\w-]")
_AREA = re.compile(rb"(?<![\w.,$/-])(?:\+?1[-. ])?\(?\d{3}\)?[-. ]{1,2}\Z")
_DIALLED = re.compile(rb"tel:[+\d().\s-]*", re.I)
_ANY_DIGIT = bytes.maketrans(b"123456789", b"000000000")

Span = tuple[int, int]


def without_personal_data(page: bytes) -> bytes:
    """The page with "[e-mail]" and "[phone]" in their places.

    What is looked for begins at the rare sign of each: a pattern that begins with any letter, or any digit, would be
    tried all over the page.
    """
    if b"@" in page:
        page = _replaced(page, (match.span() for match in _DOMAIN.finditer(page)), _MAILBOX, 64, b"[e-mail]")
    page = _replaced(page, _last_sevens(page), _AREA, 20, b"[phone]")
    return _DIALLED.sub(b"tel:", page) if b"tel:" in page else page


def _last_sevens(page: bytes) -> list[Span]:
    """Where the last seven digits of what may be a telephone number stand."""
    shape = page.translate(_ANY_DIGIT)
    found = []
    for sign in _LAST_SEVEN:
        start = shape.find(sign)
        while start >= 0:
            end = start + len(sign)
            if not _AFTER_NUMBER.match(page, end):
                found.append((start, end))
            start = shape.find(sign, start + 1)
    return sorted(found)


def _replaced(page: bytes, signs: Iterable[Span], before: re.Pattern[bytes], reach: int, by: bytes) -> bytes:
    """The page with `by` for each sign and what stands before it; a sign with something else before it stays."""
    parts, done = [], 0
    for start, end in signs:
        reached = max(done, start - reach)
        if found := before.search(page, reached, start):
            parts += [page[done : found.start()], by]
            done = end
    return b"".join((*parts, page[done:])) if parts else page
