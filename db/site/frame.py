"""A template and its values -> a response, and what a browser may do with the pages."""

import gzip
import hashlib
import re
from base64 import b64encode
from functools import cache
from pathlib import Path

import datasette
from datasette.utils.asgi import Request, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from db.site import words
from db.site.directory import Directory
from db.site.links import Shortlist

HERE = Path(__file__).parent
STRICT = "default-src 'none'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
STYLESHEETS = ("tuitionary.css", "reading.css")
POLICY = f"{STRICT}; img-src 'self'; script-src 'self'; style-src 'self'"
"""For the directory: no script, style or picture but our own files."""


def page(directory: Directory, request: Request, template: str, status: int = 200, **values) -> Response:
    """The template of templates/directory with these values and those that every page has, compressed if asked."""
    values = {"directory": directory, "path": request.path, "shortlist": Shortlist.read(request.args), **values}
    body = environment().get_template(template).render(values).encode()
    headers = {"Content-Security-Policy": POLICY, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        body = gzip.compress(body, compresslevel=5, mtime=0)
        headers["Content-Encoding"] = "gzip"
    return Response(body, status=status, headers=headers, content_type="text/html; charset=utf-8")


def moved(address: str) -> Response:
    """To the address that says the same."""
    return Response.redirect(address, headers={"Content-Security-Policy": POLICY})


def missing(directory: Directory, request: Request, sentence: str) -> Response:
    """The page for what is not there, 404."""
    return page(directory, request, "missing.html", status=404, sentence=sentence)


@cache
def environment() -> Environment:
    """The templates of the directory: escaped, without direction marks, and strict about names."""
    made = Environment(
        loader=FileSystemLoader([HERE / "templates" / "directory", HERE / "templates"]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=words.plain,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= words.FILTERS
    made.globals["stylesheets"] = [stylesheet(name) for name in STYLESHEETS]
    return made


@cache
def stylesheet(name: str) -> str:
    """The address of a stylesheet of ours, which changes when it does."""
    digest = hashlib.sha256((HERE / "static" / name).read_bytes()).hexdigest()
    return f"/static/{name}?{digest[:8]}"


@cache
def data_policy() -> str:
    """For Datasette's own pages: its inline scripts by their hashes, and inline styles, which it cannot do without."""
    templates = Path(datasette.__file__).parent / "templates"
    sources = [
        script for file in templates.glob("*.html") for script in INLINE.findall(file.read_text(encoding="utf-8"))
    ]
    scripts = [text.replace("{{ datasette_allow_facet }}", told) for text in sources for told in ("true", "false")]
    hashes = sorted({f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in scripts})
    return f"{STRICT}; script-src 'self' {' '.join(hashes)}; img-src 'self' data:; style-src 'self' 'unsafe-inline'"


INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
