"""What lines print with a label: `Label: value`, a label and its value in one box, definition lists, bare figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import replace

from crawler.extract.labels import INSTALMENT, LONGEST_LABEL, MONEY, PACE, RESIDENCY, beside, kind_of, labelled
from crawler.extract.measures import ALONE, MEASURE, PACED
from crawler.extract.names import without_figures
from crawler.extract.outline import BOLD, CHOICE, Line
from crawler.extract.words import KINDS, Words, words

_LINE = re.compile(rf"([^:]{{2,{LONGEST_LABEL}}}?)(?:\s*:\s*|\s+[–—-]\s+)(.+)")
_SEPARATOR = re.compile(r"\s+[|•·]\s+")
_AFTER = re.compile(r"(\$ ?\d[\d,]*(?:\.\d\d)?) (?:for|in) ((?:tuition|books|supplies|fees)[a-z ,&]*)", re.I)
# "$15,000 tuition, $1,800 kit"
_NAMED = re.compile(r"(\$ ?\d[\d,]*(?:\.\d\d)?) ([a-z][a-z &/]{2,40})", re.I)
_LIST = re.compile(r",? (?:and|\+|plus) (?=\$)|[,;|] ?(?=\$)")
_SIGN = re.compile(r"^[^\w$(.]+")
LONGEST_BOX = 80
TAG = re.compile(r"\$ ?\d[\d,]*(?:\.\d\d)?")
_DIGIT = re.compile(r"\d")
_BESIDE = re.compile(rf"([A-Za-z][A-Za-z &/]{{2,40}}?)\s+(\$ ?\d[\d,]*(?:\.\d\d)?|{MEASURE})\*?", re.I)
_LEADERS = re.compile(r"([A-Z][^….$]{2,60}?)\s*(?:…|\.{3})[….\s]*(\$ ?\d[\d,]*(?:\.\d\d)?)")
_ASIDE = re.compile(r"\([^)]*\)")
_VARIANT = re.compile(
    r"(?:early|regular|standard|full|normal|full-time|part-time|day|evening|weekend|online|in-person)"
    r"(?: (?:enrollment|registration|students?|price|rate|program|course|class|tuition))*",
    re.I,
)
LONGEST_VALUE = 160
LONGEST_LIST = 6

_MODE = (
    r"(?:traditional|online|hybrid|blended|hyflex|remote|virtual|in[- ]person|on[- ](?:campus|ground|site)"
    r"|face[- ]to[- ]face|distance learning)"
)
_MODE_ALONE = re.compile(
    rf"(?:100% |fully |live )?{_MODE}(?:(?:,? (?:or|and|&|\+)|,|/) ?{_MODE})*"
    r"(?: (?:learning|program|class(?:es)?|training|format|available|only|delivery))*",
    re.I,
)
_AWARD_ALONE = re.compile(
    r"(?:\w+ ){0,4}(?:certificate|diploma)(?: of (?:completion|achievement|proficiency))?(?: program)?"
    r"|A\.?[AO]?\.?S\.?(?: degree)?|associate(?:['’]s)?(?: degree|(?: of| in) [\w ]{4,40})(?: \(A\.?[AO]?\.?S\.?\))?",
    re.I,
)


def read(lines: Sequence[Line], kinds: Sequence[Set[str]]) -> Iterator[tuple[int, Words]]:
    """The facts in labelled lines and boxes, each with the place of its line.

    kinds  what each line may state (see hints)
    """
    boxes = Counter(line.box for line in lines)
    charges = ""  # the heading above that announces a price, though a bold line may stand between
    at = 0
    while at < len(lines):
        place, line = at, lines[at]
        at += 1
        if line.grid is not None:
            continue
        kind = kind_of(line.text)
        if 0 < line.rank < BOLD:
            charges = line.text if kind == "price" else ""
        own = _from_pieces(line.pieces) if len(line.pieces) == 2 else []
        own = own or _from_line(line.text, charges)
        if not own and at < len(lines):
            if kind:
                values = [*_values(line, lines, at)]
                own = _of_values(line.text, values)
                at += len(values) if own else 0
            elif line.box == lines[at].box and boxes[line.box] == 2:
                own = _value_first(line, lines[at])
                at += bool(own)
        for found in own or (_bare(line, kinds[place]) if kinds[place] else ()):
            yield place, found


def _from_line(text: str, heading: str) -> list[Words]:
    """`Label: value`, also several in one line; "Tuition…… $2,700 Books…… $600"; "$14,355 for tuition and fees"."""
    if "..." in text or "…" in text:
        return [found for match in _LEADERS.finditer(text) for found in labelled(match[1].strip(), match[2])]
    if ":" not in text and " - " not in text and " – " not in text and " — " not in text:
        if " for " in text:
            return [found for match in _AFTER.finditer(text) for found in labelled(match[2].strip(), match[1])]
        if text.startswith("$"):
            named = [_NAMED.fullmatch(part) for part in _LIST.split(text)]
            return [found for match in named for found in labelled(match[2], match[1])] if all(named) else []
        match = _BESIDE.fullmatch(text) if len(text) <= LONGEST_BOX and _DIGIT.search(text) else None
        return labelled(match[1], match[2]) if match and kind_of(match[1]) in ("price", "length") else []
    first, *others = [(part, _LINE.fullmatch(part)) for part in _SEPARATOR.split(text)]
    own = _under(heading, first[1][1], first[1][2]) if first[1] else []
    for part, match in others:  # "Length: 10 Months | 1,050 Clock Hours"
        own += _under(heading, match[1], match[2]) if match else alone(part, ("length",)) if own else ()
    return own


def _under(heading: str, label: str, value: str) -> list[Words]:
    """A label and its value; under a heading that announces a price a residency or a variant is label enough."""
    bare = _ASIDE.sub("", label).strip()
    if kind_of(label) or not heading or not (RESIDENCY.search(label) or _VARIANT.fullmatch(bare)):
        return labelled(label, value)
    return [Words(found.kind, beside(heading, label), found.text) for found in labelled(heading, value)]


def _from_pieces(pieces: Sequence[str]) -> list[Words]:
    """One line of two parts, in either order: `<b>36 weeks</b><span>Program length</span>`."""
    first, second = pieces
    if kind_of(first):
        return labelled(first, second)
    return labelled(second, first) if kind_of(second) and len(first) <= LONGEST_BOX else []


def _values(label: Line, lines: Sequence[Line], at: int) -> Iterator[str]:
    """The values below a label that has a line of its own: the next line, or all entries of the list that follows."""
    first = lines[at]
    if first.grid is not None or 0 < first.rank < BOLD:
        return
    if first.tag in ("li", "dd") and first.box == label.box and label.tag == first.tag:
        return  # two entries of one list
    if first.tag in ("li", "dd"):
        for line in lines[at : at + LONGEST_LIST]:
            if line.tag != first.tag or line.grid is not None or len(line.text) > LONGEST_VALUE:
                return
            yield line.text
    elif label.rank or label.box == first.box or label.own == first.own:
        labelled_itself = _LINE.fullmatch(first.text)
        if _from_line(first.text, "") or (labelled_itself and not _DIGIT.search(labelled_itself[1])):
            return
        is_sentence = first.text.endswith((".", "!")) or ". " in first.text
        needs_amount = label.rank and kind_of(label.text) == "price" and not MONEY.search(first.text)
        if len(first.text) <= LONGEST_VALUE and not is_sentence and not needs_amount:
            yield first.text


def _of_values(label: str, values: Sequence[str]) -> list[Words]:
    """The words of a label and its values; modes side by side are a choice."""
    own = [found for value in values for found in labelled(label, value)]
    if len(own) > 1 and own[0].kind == "delivery":
        return [words("delivery", own[0].label, " | ".join(found.text for found in own))]
    return own


def tags(lines: Sequence[Line]) -> Iterator[tuple[int, Words]]:
    """The price in a strip of bare facts, "$695 | 32 hours": an amount beside a length is what that much costs. So too
    below a heading that is a pace, "Part-Time", where all that a box prints is its length and its price."""
    for place, line in enumerate(lines):
        if "$" not in line.text or INSTALMENT.search(line.text):
            continue
        parts = _parts(line)
        if len(parts) > 1:
            amounts = [part for part in parts if "$" in part]
            if len(amounts) == 1 and TAG.fullmatch(amounts[0]) and any(map(ALONE.fullmatch, parts)):
                yield place, price_tag(amounts[0])
        elif TAG.fullmatch(line.text) and PACE.fullmatch(line.heading):
            box = [
                one.text for one in lines[max(place - LONGEST_LIST, 0) : place + LONGEST_LIST] if one.box == line.box
            ]
            if any(map(ALONE.fullmatch, box)) and sum("$" in text for text in box) == 1:
                yield place, replace(price_tag(line.text), label=line.heading)


def price_tag(amount: str) -> Words:
    """An amount that stands alone where a price does."""
    return words("price", "", f"price {amount}", amount)


def _value_first(one: Line, other: Line) -> list[Words]:
    """A small box whose value stands above its label."""
    is_box = one.own != other.own and len(one.text) <= LONGEST_BOX and not one.text.endswith(".")
    return labelled(other.text, one.text) if is_box and kind_of(other.text) else []


def _bare(line: Line, kinds: Set[str]) -> list[Words]:
    """A line, or a part of one, that is nothing but a length, a mode or an award."""
    if len(line.text) > LONGEST_BOX or line.tag == CHOICE:
        return []
    said = [found for piece in _parts(line) for found in alone(piece, kinds)]
    if not said and (line.rank or line.tag == "dt"):  # "Cosmetology (1,500 hours)"
        figures = line.text.removeprefix(without_figures(line.text))
        said = [*alone(figures.strip(" :|,()–—-"), kinds)]
    if PACE.fullmatch(line.heading):
        said = [replace(found, label=line.heading) if found.kind == "length" else found for found in said]
    # A heading "Online" or "Certificates" heads what is of this kind; a heading "8 weeks" states it.
    return said if not 0 < line.rank < BOLD else [found for found in said if found.kind == "length"]


def _parts(line: Line) -> list[str]:
    """The parts of a line of facts, without the sign before each: "⏱ 6 Weeks"."""
    return [_SIGN.sub("", piece).strip(" :*") for piece in line.pieces or _SEPARATOR.split(line.text)]


def alone(text: str, kinds: Collection[str] = KINDS) -> Iterator[Words]:
    """What a text states that is nothing but a length, a rate, a mode or an award."""
    for kind, pattern in _ALONE:
        if kind in kinds and pattern.fullmatch(text):
            yield words(kind, "", text)
            return


# "$165 per credit hour (in-state)" says all that there is to say.
_RATE = re.compile(
    rf"(?:(?:{RESIDENCY.pattern})(?: students?| tuition)?\s*[:–-]?\s*)?"
    r"\$ ?\d[\d,.]* ?(?:per|/|a|each) ?(?:semester |quarter )?(?:credit|clock)(?: ?hour)?s?\b.{0,40}",
    re.I,
)
_ALONE = (("price", _RATE), ("length", ALONE), ("length", PACED), ("delivery", _MODE_ALONE), ("award", _AWARD_ALONE))
