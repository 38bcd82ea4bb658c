"""A source through time as a small picture without a script: a bar for each run, as high as what it listed. Pure."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from db.status import Ended

MOST = 24
"""Runs that are drawn, the newest last."""
WIDE, HIGH, GAP = 6, 28, 2  # pixels


def picture(runs: Sequence[Ended], title: str) -> Markup:
    """Bars of the listings of the newest runs; doubted runs are outlined, and what they gave is drawn as it was."""
    drawn = runs[-MOST:]
    most = max((run.listings for run in drawn), default=0) or 1
    bars = []
    for place, run in enumerate(drawn):
        tall = max(2, round(HIGH * run.listings / most))
        words = f"{run.past.ended_at:%Y-%m-%d}: {run.past.status}, {run.listings:,} listings"
        bars.append(
            f'<rect class="{escape(run.past.status)}" x="{place * (WIDE + GAP) + 1}" y="{HIGH - tall + 1}" '
            f'width="{WIDE}" height="{tall}"><title>{escape(words)}</title></rect>'
        )
    wide = len(drawn) * (WIDE + GAP) + 2
    size = f'width="{wide}" height="{HIGH + 2}"'
    return Markup(f'<svg class="pulse" role="img" {size} aria-label="{escape(title)}">{"".join(bars)}</svg>')
