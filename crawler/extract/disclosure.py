"""The US Department of Education's template of gainful-employment disclosures, whose data sit in an inline script.

    dict['88b0…'] = {};
    dict['88b0…'].tutionAndFees='14355';

The page itself prints blanks ("XX") until the script has run. The template is the same at every school; its fields are
those of 34 CFR 668.412, amounts are for the whole program in normal time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crawler.extract.fragments import plain
from crawler.extract.tree import Element
from crawler.extract.words import Program, Words, words

_MARKS = ("normalTimeToCompleteProgram", "tionAndFees")  # tuition is misspelt in most of its versions
_VALUE = r"""\s*[:=]\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|(\d[\d.,]*|true|false)\b)"""
_OF_KEY = re.compile(r"""\[\s*["']([\w-]{8,})["']\s*\]\s*\.\s*(\w+)""" + _VALUE)
_ALONE = re.compile(r"""()\b([A-Za-z]\w{3,60})["']?""" + _VALUE)
_PRICES = {"tuitionandfees": "Tuition and fees", "booksandsupplies": "Books and supplies"}
_UNIT = re.compile(r"(?:week|month|year)s?", re.I)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_AMOUNT = re.compile(r"\$? ?[1-9]\d*(?:,\d{3})*(?:\.\d\d)?")

Fields = dict[str, tuple[str, str]]
"""Field in lower case -> its name and its value as the script prints them."""


def programs(scripts: Sequence[Element]) -> list[Program]:
    """The programs that the scripts of the template disclose; [] on any other page."""
    found = []
    for script in scripts:
        text = script.text or ""
        if any(mark in text for mark in _MARKS):
            found += [program for key, fields in _tables(text).items() if (program := _program(key, fields))]
    return found


def _tables(script: str) -> dict[str, Fields]:
    """The fields of each program by its key in the script."""
    tables: dict[str, Fields] = {}
    for match in _OF_KEY.finditer(script) if _OF_KEY.search(script) else _ALONE.finditer(script):
        value = next((group for group in match.groups()[2:] if group is not None), "")
        name = match[2]
        tables.setdefault(match[1], {}).setdefault(
            name.lower().replace("tutionand", "tuitionand"), (name, plain(value.replace("\\", "")))
        )
    return tables


def _program(key: str, fields: Fields) -> Program | None:
    names = [fields[name][1] for name in ("customprogramname", "programname") if name in fields and fields[name][1]]
    found = tuple(_words(fields))
    if not names or not any(one.kind in ("price", "length") for one in found):
        return None
    return Program(names[0], found, key)


def _words(fields: Fields) -> Iterator[Words]:
    for field, label in _PRICES.items():
        name, value = fields.get(field, ("", ""))
        if _AMOUNT.fullmatch(value):
            yield words("price", f"{label} for the program", f"${value.lstrip('$ ')}", f"{name}='{value}'")
    number, unit = fields.get("normaltimetocompleteprogram"), fields.get("durationtypeinweeksmonthsyears")
    if number and unit and _NUMBER.fullmatch(number[1]) and _UNIT.fullmatch(unit[1]):
        printed = f"{number[0]}='{number[1]}' … {unit[0]}='{unit[1]}'"
        yield words("length", "Normal time to complete", f"{number[1]} {unit[1]}", printed)
    for field, kind, label in (("awardlevel", "award", "Award level"), ("cipcode", "cip", "CIP")):
        if field in fields and fields[field][1]:
            yield words(kind, label, fields[field][1])
    agency = fields.get("agencytoreport", ("", ""))[1]
    if agency and fields.get("reportedtoagency", ("", "true"))[1] == "true":
        yield words("accreditation", "Accreditation, agency reported to", agency)
