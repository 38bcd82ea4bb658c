"""Where the student must be: "100% online", "hybrid", "lectures online, labs at our Dover campus"."""

import re

from pipelines.parse import delivery_words as w
from pipelines.parse.text import clean
from pipelines.parse.values import Context, Delivery


def read(words: str, context: Context = Context()) -> Delivery:
    """The mode of a program, and what must be done in person, from the words about it.

    online if nothing but a proctored exam or an optional placement is in person; hybrid if any part must be; multiple
    if the student picks among modes (HyFlex too); in_person if words name a campus, a classroom or a building and
    nothing online; unknown else. Applying, paying or finding something online is no mode, nor is a schedule
    (day, evening, weekend). A label or heading ("Delivery: Web") helps only words that name no mode. Never raises.
    """
    value, in_person, why = _mode(clean(words).replace("@", " "))
    if value == "unknown" and w.MODE_LABEL.search(f"{context.label} {context.heading}"):
        value = w.CELLS.get(clean(words).strip(" .:").lower(), "unknown")
        why = "code of a delivery field" if value != "unknown" else why
    return Delivery(value, in_person, words[:300], why)


def _mode(text: str) -> tuple[str, tuple[str, ...], str]:
    """The mode, the parts in person, and the rule that decided."""
    text = w.HOUR.sub(r"\1m", text)
    told = w.ANCILLARY.sub(" ", w.CONTRAST.sub(" ", text))
    found: dict[str, str] = {}

    def letter(match: re.Match) -> str:
        kind = match.lastgroup or ""
        if kind == "nothing":
            return ""
        found.setdefault(kind, match[0])
        return f"@{w.SHORT[kind]}@" if kind in w.SHORT else match[0]

    marked = w.EXPLAINED.sub("@h@", w.CUE.sub(letter, told))
    parts = tuple(part for part in (*w.PARTS, "exam") if part in found)
    online = "online" in found or "online_only" in found
    campus = "campus" in found or "campus_only" in found
    if "hyflex" in found:
        return "multiple", (), f'"{found["hyflex"]}": the student picks'
    if "hybrid" in found and not campus and w.TIMES.search(text):
        return "online", (), "a mix of live and recorded, no campus"
    if _chosen(marked):
        return "multiple", (), "modes to choose from"
    if "hybrid" in found or "part_online" in found:
        return "hybrid", parts, f'"{found.get("hybrid") or found["part_online"]}"'
    if online and (campus or set(parts) - {"exam"}):
        return "hybrid", parts, "online and in person"
    if online:
        return "online", parts, f'"{found.get("online_only") or found["online"]}"'
    if campus:
        return "in_person", (), f'"{found.get("campus") or found["campus_only"]}"'
    return "unknown", parts, "names no mode"


def _chosen(marked: str) -> bool:
    """Whether the words offer different modes side by side, and do not mix them."""
    for choice in w.CHOICES:
        for match in choice.finditer(marked):
            modes = set(match.groups())
            if len(modes) > 1 and ("h" in modes or not w.MIXED.search(marked[: match.end()])):
                return True
    return False
