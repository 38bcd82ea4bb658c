"""Takes e-mail addresses and telephone numbers out of a page before it is kept: what persons are called by."""

from __future__ import annotations

import re

_DOMAIN = re.compile(rb"@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_MAILBOX = re.compile(rb"[\w.+-]{1,64}\Z")
_LAST_SEVEN = re.compile(rb"\d{3}[-.]\d{4}(?![\w-])")
_AREA = re.compile(rb"(?<![\w.,$/-])(?:\+?1[-. ])?\(?\d{3}\)?[-. ]{1,2}\Z")
_DIALLED = re.compile(rb"tel:[+\d().\s-]*", re.I)


def without_personal_data(page: bytes) -> bytes:
    """The page with "[e-mail]" and "[phone]" in their places. Patterns begin at the rare sign of each: a pattern that
    begins with any letter would be tried at every letter of every page."""
    page = _replaced(page, _DOMAIN, _MAILBOX, 64, b"[e-mail]") if b"@" in page else page
    page = _replaced(page, _LAST_SEVEN, _AREA, 20, b"[phone]")
    return _DIALLED.sub(b"tel:", page) if b"tel:" in page else page


def _replaced(page: bytes, sign: re.Pattern[bytes], before: re.Pattern[bytes], reach: int, by: bytes) -> bytes:
    """The page with `by` for each sign and what stands before it; a sign with something else before it stays."""
    parts, end = [], 0
    for match in sign.finditer(page):
        start = max(end, match.start() - reach)
        if found := before.search(page, start, match.start()):
            parts += [page[end : found.start()], by]
            end = match.end()
    return b"".join((*parts, page[end:])) if parts else page
