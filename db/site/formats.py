"""Answers that are no pages: text, XML and JSON, asked for again only if they have changed."""

import hashlib
import json
from typing import Any

from datasette.utils.asgi import Request, Response

HEADERS = {"Content-Security-Policy": "default-src 'none'", "Access-Control-Allow-Origin": "*"}


def answered(request: Request, body: str, media_type: str, status: int = 200) -> Response:
    """A body of this type; 304 to who has it already."""
    tag = f'"{hashlib.sha256(body.encode()).hexdigest()[:32]}"'
    headers = HEADERS | {"ETag": tag, "Cache-Control": "no-cache"}
    if status == 200 and tag in request.headers.get("if-none-match", ""):
        return Response("", status=304, headers=headers)
    return Response(body, status=status, headers=headers, content_type=f"{media_type}; charset=utf-8")


def as_json(request: Request, value: Any, media_type: str = "application/json", status: int = 200) -> Response:
    """A value as JSON."""
    return answered(request, json.dumps(value, ensure_ascii=False, indent=1), media_type, status)
