"""How numbers spread: five of them in words, and all of them as a picture without a script. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import quantiles

from markupsafe import Markup, escape

FEW = 60
"""Up to so many values are drawn one by one."""

STEPS = (1, 2, 2.5, 5, 10)
HIGH, AXIS = 46, 22  # pixels of a row, of the axis


@dataclass(frozen=True)
class Spread:
    """The values of one group, sorted; never empty."""

    title: str
    values: tuple[float, ...]

    @classmethod
    def of(cls, title: str, values: Iterable[float]) -> "Spread":
        """The spread of these values."""
        return cls(title, tuple(sorted(values)))

    @property
    def low(self) -> float:
        """The least."""
        return self.values[0]

    @property
    def high(self) -> float:
        """The greatest."""
        return self.values[-1]

    @property
    def quartiles(self) -> tuple[float, float, float]:
        """A quarter, half, three quarters of the values are at most these."""
        if len(self.values) == 1:
            return (self.low,) * 3
        return tuple(quantiles(self.values, n=4, method="inclusive"))

    @property
    def median(self) -> float:
        """The one in the middle."""
        return self.quartiles[1]


def top(greatest: float) -> tuple[float, float]:
    """(end of the axis, step between its marks): the least round numbers with at most five marks."""
    step = 1.0
    while True:
        for factor in STEPS:
            if greatest <= step * factor * 4:
                return max(1, -(-greatest // (step * factor))) * step * factor, step * factor
        step *= 10


def picture(spreads: list[Spread], title: str, say: Callable[[float], str]) -> Markup:
    """The groups, a row each. `say`: a value in words.

    A line from the least to the greatest, a box around the middle half, or a dot for each value where they are few, a
    mark at the median. Widths are percent, so that it fits a phone; the table beside it says the same in numbers.
    """
    end, step = top(max(spread.high for spread in spreads))

    def x(value: float) -> str:
        return f"{100 * value / end:.2f}%"

    drawn = [row(spread, number * HIGH, x) for number, spread in enumerate(spreads)]
    bottom = len(spreads) * HIGH
    marks = [number * step for number in range(round(end / step) + 1)]
    for value in marks:
        anchor = "start" if value == 0 else "end" if value == marks[-1] else "middle"
        drawn.append(f'<line class="grid" x1="{x(value)}" x2="{x(value)}" y1="0" y2="{bottom}"/>')
        place = f'x="{x(value)}" y="{bottom + 16}" text-anchor="{anchor}"'
        drawn.append(f'<text class="tick" {place}>{escape(say(value))}</text>')
    return Markup(
        f'<svg class="spread" role="img" width="100%" height="{bottom + AXIS}" aria-label="{escape(title)}">'
        f"{''.join(drawn)}</svg>"
    )


def row(spread: Spread, above: float, x: Callable[[float], str]) -> str:
    """The drawing of one group."""
    middle = above + 31
    first, median, third = spread.quartiles
    words = f'<text class="name" x="0" y="{above + 15}">{escape(spread.title)}</text>'
    line = f'<line class="range" x1="{x(spread.low)}" x2="{x(spread.high)}" y1="{middle}" y2="{middle}"/>'
    if len(spread.values) <= FEW:
        marks = "".join(f'<circle cx="{x(value)}" cy="{middle}" r="3.5"/>' for value in spread.values)
    else:
        width = f"{float(x(third)[:-1]) - float(x(first)[:-1]):.2f}%"
        marks = f'<rect x="{x(first)}" y="{middle - 7}" width="{width}" height="14"/>'
    half = f'<line class="median" x1="{x(median)}" x2="{x(median)}" y1="{middle - 9}" y2="{middle + 9}"/>'
    return words + line + marks + half
