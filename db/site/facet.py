"""A column of few distinct values, each kept once and numbered."""

from array import array
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

FEW = 16
"""Comparing so many values one by one is faster than looking each program's up."""


@dataclass(frozen=True)
class Facet:
    """A column of few distinct values, as the number of each program's value."""

    values: list
    codes: np.ndarray

    def table(self, taken: Collection) -> np.ndarray:
        """For each program, whether its value is one of these."""
        numbers = [self._numbers[value] for value in taken if value in self._numbers]
        if len(numbers) > FEW:
            return np.isin(np.arange(len(self.values)), numbers)[self.codes]
        passes = np.zeros(len(self.codes), bool)
        for number in numbers:
            passes |= self.codes == number
        return passes

    @cached_property
    def _numbers(self) -> dict:
        return {value: number for number, value in enumerate(self.values)}

    def counts(self, rows: np.ndarray) -> dict:
        """{value: how many of these programs have it}, without those that none has."""
        counted = self.counted(rows)
        some = np.flatnonzero(counted)
        return {self.values[number]: n for number, n in zip(some.tolist(), counted[some].tolist(), strict=True)}

    def counted(self, rows: np.ndarray) -> np.ndarray:
        """For each value, how many of these programs have it."""
        return self._all if len(rows) == len(self.codes) else np.bincount(self.codes[rows])

    @cached_property
    def _all(self) -> np.ndarray:
        return np.bincount(self.codes)


@dataclass(frozen=True)
class Choice:
    """A facet as people choose from it: some options take several of its values."""

    facet: Facet
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # option -> the values that it takes
    by_value: bool = True  # whether each value is an option too

    @property
    def options(self) -> Iterable[str]:
        """All that can be chosen, in no order."""
        return {*self.groups, *(self.facet.values if self.by_value else ())}

    def passes(self, chosen: Iterable[str]) -> np.ndarray:
        """For each program, whether one of these options takes it; an option that nobody has takes none."""
        return self.facet.table({value for option in chosen for value in self.groups.get(option, (option,))})

    def counts(self, rows: np.ndarray) -> dict[str, int]:
        """{option: how many of these programs it takes}, without those that take none."""
        told = self.facet.counts(rows)
        grouped = {option: sum(told.get(value, 0) for value in values) for option, values in self.groups.items()}
        return (told if self.by_value else {}) | {option: number for option, number in grouped.items() if number}


class Codes:
    """A facet in the making: values as they come, each numbered when it is first seen."""

    def __init__(self):
        self.numbers: dict = Numbering()
        self.codes = array("i")

    def add(self, values: Iterable) -> None:
        """The values of the next programs."""
        self.codes.extend(map(self.numbers.__getitem__, values))

    def done(self) -> Facet:
        """The finished column, as narrow as its values allow."""
        fits = np.min_scalar_type(max(len(self.numbers) - 1, 0))
        return Facet(list(self.numbers), np.array(self.codes, dtype=fits))

    def ranks(self) -> np.ndarray:
        """For each program, the place of its value in alphabetical order."""
        places = np.empty(len(self.numbers), np.int32)
        places[sorted(range(len(self.numbers)), key=[str(name).casefold() for name in self.numbers].__getitem__)] = (
            np.arange(len(self.numbers), dtype=np.int32)
        )
        return places[np.array(self.codes)] if len(self.codes) else places


class Numbering(dict):
    """value -> its number; one that is new gets the next."""

    def __missing__(self, value) -> int:
        self[value] = number = len(self)
        return number
