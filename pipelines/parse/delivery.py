"""Where the student must be: "100% online", "hybrid", "lectures online, labs at our Dover campus"."""

import re

from pipelines.parse import delivery_rules as rules
from pipelines.parse import delivery_words as w
from pipelines.parse.text import clean
from pipelines.parse.values import Context, Delivery


def read(words: str, context: Context = Context()) -> Delivery:
    """The mode of a program, and what must be done in person, from the words about it.

    online if nothing but a proctored exam or an optional placement is in person; hybrid if any part must be; multiple
    if the student picks among modes (HyFlex too); in_person if words name a campus, a classroom or a building and
    nothing online; unknown else. Applying, paying or finding something online is no mode, nor is a schedule
    (day, evening, weekend), and a question says nothing before its answer. Codes of a field ("Delivery: Web") count
    only where words, label or heading name the field. Never raises.
    """
    text = clean(words).replace("@", " ")
    if not w.names_a_mode(text):
        return Delivery("unknown", (), words[:300], "names no mode")
    field = w.MODE_FIELD.match(text)
    labelled = bool(field or w.MODE_LABEL.search(f"{context.label} {context.heading}"))
    value, in_person, why = _mode(text[field.end() :] if field else text, labelled)
    return Delivery(value, in_person, words[:300], why)


def _mode(text: str, labelled: bool) -> tuple[str, tuple[str, ...], str]:
    """The mode, the parts in person, and the rule that decided; codes count in the value of a labelled field."""
    text = rules.HOUR.sub(r"\1m", text)
    told = rules.ANCILLARY.sub(" ", rules.CONTRAST.sub(" ", text))
    found: dict[str, str] = {}

    def mark(match: re.Match) -> str:
        kind = match.lastgroup or ""
        if kind == "nothing":
            return ""
        found.setdefault(kind, match[0])
        return f"@{w.MARKS[kind]}@" if kind in w.MARKS else match[0]

    marked = w.CUE.sub(mark, told)
    marked = rules.settled(rules.answered(marked))
    if labelled and ("@" in marked or w.CODE.fullmatch(marked.strip(" .:"))):
        marked = w.CODE.sub(lambda code: w.CODES[code[0].lower()], marked)
    marked = rules.EXPLAINED.sub("@h@", marked)
    parts = tuple(part for part in (*w.PARTS, "exam") if part in found)
    online, campus, hybrid, partly = (f"@{letter}@" in marked for letter in "ochb")
    if "hyflex" in found:
        return "multiple", (), f'"{found["hyflex"]}": the student picks'
    if hybrid and not campus and not partly and rules.TIMES.search(text):
        return "online", (), "a mix of live and recorded, no campus"
    if rules.chosen(marked):
        return "multiple", (), "modes to choose from"
    if hybrid:
        return "hybrid", parts, f'"{found.get("hybrid") or text}"'
    if partly:
        return "hybrid", parts, "a part online, a part not"
    if online and (campus or set(parts) - {"exam"}):
        return "hybrid", parts, "online and in person"
    if online:
        return "online", parts, f'"{found.get("online") or found.get("campus") or text}"'
    if campus:
        return "in_person", (), f'"{found.get("campus") or found.get("online") or text}"'
    return "unknown", parts, "names no mode"
