"""Amounts side by side, and the heads of their columns: labels, residencies, years, before any of the amounts."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from .price_cues import GENERIC, Cue
from .price_layout import (
    BARE_PRICE,
    LIKE_BEFORE,
    Label,
    Line,
    are_joined,
    ends_clause,
    groups,
    of_group,
    outside_brackets,
    residencies,
)


def name_columns(lines: list[Line], cues: Sequence[Cue], headed: Sequence[Cue]) -> None:
    """Names amounts side by side by the heads of their columns; without heads nobody knows which is which."""
    by_start = {line.cue.start: line for line in lines}
    heads = _column_residencies(headed)
    unnamed: list[Line] = []
    for run in _runs(cues):
        cells = [by_start[cues[index].start] for index in run]
        above = _above(cues, run[0])
        heads = _column_residencies(above) or heads
        if len(cells) < 2:
            continue
        found = _column_heads(above, len(cells)) or _column_heads(headed, len(cells))
        if found:
            for cell, (head, whom) in zip(cells, found, strict=True):
                cell.label, cell.residency, cell.why = head, whom or cell.residency, "named by its column"
        elif len(heads) == len(cells):
            for cell, head in zip(cells, heads, strict=True):
                cell.residency = head
                cell.label = cell.label or cells[0].label or Label("tuition", GENERIC)
                cell.basis = cell.basis or cells[0].basis
        elif len({(cell.amount.low, cell.amount.high) for cell in cells}) > 1 and not _told_apart(cells):
            rated = [cell for cell in cells if cell.right and cell.right[0].what == "per"]
            unnamed += [cell for cell in cells if rated != [cell]]  # "$46/unit $2,760"
    for run in _one_to_a_cell(cues):
        cells = [by_start[cues[index].start] for index in run]
        alike = [*takewhile(lambda cell, first=cells[0]: _component(cell) == _component(first), cells)]
        heads = _column_residencies(_above(cues, run[0]))
        if len(alike) == len(heads):
            for cell, head in zip(alike, heads, strict=True):
                cell.residency = head
    for before, line in pairwise(lines):
        if before in unnamed and line.why == LIKE_BEFORE:
            unnamed.append(line)
    for line in unnamed:
        line.label = None


def _component(cell: Line) -> str:
    return cell.label.component if cell.label else ""


def _told_apart(cells: Sequence[Line]) -> bool:
    """Whether side by side amounts differ in what is printed with each of them."""
    for told in ("basis", "pace"):
        if len({getattr(cell, told) for cell in cells} - {""}) == len(cells):
            return True
    named = all(cell.label and cell.why != BARE_PRICE for cell in cells)
    return named and len({(cell.label, cell.residency) for cell in cells}) == len(cells)


def _runs(cues: Sequence[Cue]) -> Iterator[list[int]]:
    """Positions of amounts that stand side by side, as the cells of a row do."""
    run: list[int] = []
    for index, cue in enumerate(cues):
        if cue.kind == "amount":
            run.append(index)
        elif run and cue.kind not in ("cell", "basis") and cue.value not in ("/", "*", "~"):
            yield run
            run = []
    if run:
        yield run


def _one_to_a_cell(cues: Sequence[Cue]) -> Iterator[list[int]]:
    """Positions of the amounts of neighbouring cells that hold one each, whatever else is in them."""
    run: list[int] = []
    held: list[int] = []
    for index, cue in enumerate([*cues, Cue("cell", "|", 0, 0)]):
        if cue.kind == "amount":
            held.append(index)
        elif ends_clause(cue):
            run += held if len(held) == 1 else []
            if run and (len(held) != 1 or cue.kind == "stop"):
                yield run
                run = []
            held = []
    if run:
        yield run


def _above(cues: Sequence[Cue], position: int) -> Sequence[Cue]:
    """What stands before an amount, from the end of a sentence or the amount before on."""
    ends = (i for i in range(position, 0, -1) if cues[i - 1].kind in ("amount", "stop") and cues[i - 1].value != "...")
    return cues[next(ends, 0) : position]


def _column_residencies(cues: Sequence[Cue]) -> list[str]:
    """The residencies that head columns; none unless they differ."""
    named = residencies(cues)
    return named if len(set(named)) > 1 and not are_joined(cues) else []


def _column_heads(cues: Sequence[Cue], count: int) -> list[tuple[Label, str]]:
    """The labels that head `count` columns, each with its residency ("" if none); [] unless as many are printed."""
    cues = outside_brackets(cues)
    found = groups(cues)
    listed = any(cue.kind == "joint" and cue.value == "," for cue in cues)
    if len(found) != count and len(found) == 1 and listed:  # "tuition & fees" heads one column
        found = [[cue] for cue in found[0]]
    if len(found) != count:
        return []
    starts = [cues.index(group[0]) for group in found]
    leads = bool(residencies(cues[: starts[0]]))  # "Resident tuition", or else "Tuition, resident"
    edges = [0, *starts[1:], len(cues)] if not leads else [0, *(cues.index(group[-1]) + 1 for group in found)]
    own = (residencies(cues[start:end]) for start, end in pairwise(edges))
    return [(of_group(group), (whom or [""])[-1]) for group, whom in zip(found, own, strict=True)]
