"""One file per page; each has a PATH and an `answer`, and is found here by itself."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def pages() -> list[ModuleType]:
    """The modules of this folder, by name."""
    return [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
