"""The directory: the pages for people who look for a program, served by Datasette beside its own pages of tables.

    plugins/tuitionary_site.py   tells Datasette of all this, and nothing else
    directory.py                 what is loaded once when serving starts: the database, its columns, its vocabulary
    frame.py                     a template and its values -> a response; what a browser may do with it
    words.py                     values -> the words that stand on pages; pure
    links.py                     what pages share of an address: the shortlist, clean queries; pure
    sheet.py career.py school.py coverage.py   what the database says of a program, a career, a school, and of all
    costs.py comparison.py questions.py terms.py   what a page makes of that: sums, rows, questions, words; pure
    spread.py structured.py report.py   a picture of how numbers spread, JSON-LD, the letter about a wrong figure; pure
    feed.py ctdl.py sitemap.py formats.py   what machines are told: Atom, CTDL, the sitemap, and how it is sent; pure
    changed.py pulse.py          what changed since a day; a source through time as a small picture
    api.yml questions.yml        the examples of /api and the questions of /questions; tests ask them all
    pages/<name>.py              one page each
    templates/directory/         their templates; `base.html` is the frame of each
    static/tuitionary.css        the clothes of all pages; static/reading.css of the pages that are read rather than
                                 searched; static/data.css what Datasette's own pages need beyond

Add a page: a file in `pages/` that has `PATH`, a regular expression of its address as Datasette routes take, and

    async def answer(directory: Directory, request: Request) -> Response:
        rows = await directory.read(program_rows, request.url_vars["id"])
        return frame.page(directory, request, "program.html", rows=rows)

where `program_rows(db: sqlite3.Connection, id: str)` is a plain function that asks the database with bound parameters
and can be tested with any connection whose row_factory is sqlite3.Row. It is found by itself. Its template begins

    {% extends "base.html" %}{% block title %}…{% endblock %}{% block main %}…{% endblock %}

What it can rely on: everything printed is escaped and freed of marks that turn the direction of text; a name that no
one gave is an error, not an empty string; `frame.missing(directory, request, "words")` is the 404 page. What it must
do: put an address from the data into `href` only by the filter `weblink` (it is None unless http or https), never write
`style=`, `on…=` or a script into a template (the Content-Security-Policy refuses them), carry the shortlist on by
`links.Shortlist`, and read unknown as unknown: test `is none`, never truth, because a free program costs 0.
"""
