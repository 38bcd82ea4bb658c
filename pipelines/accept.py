"""Whether a run earns its place: what it filled, compared with the last accepted run. No thresholds to maintain."""

KEPT_ROWS = 0.8
"""A table may shrink to this share of the last accepted run; a looser bound would let a source shrink run after run."""

KEPT_FILL = 0.5
"""A column may be filled in this share of the rows that filled it last time."""

MARKS = ("look_again", "note")
"""Columns that say something of a value: fewer of them are no loss."""

NOISE = 3
"""Losing fewer than this many is no sign of anything: a school drops a program, a page drops a line."""


def doubt(now: dict[str, int], before: dict[str, int]) -> str:
    """Why a finished run should not replace the last accepted one, in one sentence; "" if it may.

    now, before  rows per table ("listings") and filled cells per column or kind ("listings.cip", "figures.price"),
                 `before` empty if the source was never accepted
    """
    if not sum(now.values()):
        return "nothing was read: no page or table gave a single row"
    for name in sorted(before, key=lambda name: ("." in name, name)):
        kept = KEPT_FILL if "." in name else KEPT_ROWS
        had, has = before[name], now.get(name, 0)
        if name.split(".")[-1] in MARKS:
            continue
        if has < had * kept and (had - has >= NOISE or (not has and "." not in name)):
            return f"{name}: {has:,} this time, {had:,} in the last accepted run"
    return ""
