"""No e-mail address and no telephone number of a page is kept."""

import pytest

from crawler.extract.personal import without_personal_data


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("write to jane.doe+x@alder.edu today", "write to [e-mail] today"),
        ('<a href="mailto:jane@mail.alder.edu">', '<a href="mailto:[e-mail]">'),
        ("a@b.edu,c@d.edu", "[e-mail],[e-mail]"),
        ("call 303-555-0100 or (303) 555-0199.", "call [phone] or [phone]."),
        ("303.555.0100", "[phone]"),
        ("+1 303-555-0100", "[phone]"),
        ('<a href="tel:+13035550100">', '<a href="tel:">'),
        ("@media screen and @font-face", "@media screen and @font-face"),
        ("follow @alder", "follow @alder"),
        ("$303-555-0100", "$303-555-0100"),
        ("555-0100", "555-0100"),
        ("room 12-303-555-0100-7", "room 12-303-555-0100-7"),
        ("Tuition $12,345.67 for 900 hours", "Tuition $12,345.67 for 900 hours"),
        ("2026-27 555.1234", "2026-27 555.1234"),
        ("", ""),
    ],
)
def test_what_is_taken_out(printed, kept):
    assert without_personal_data(printed.encode()).decode() == kept


@pytest.mark.parametrize("hostile", [b"a" * 500_000, b"a@" * 200_000, b"1" * 500_000, b"@a." * 200_000])
def test_a_page_that_is_nothing_but_beginnings_is_left_alone(hostile):
    """A pattern that began at every letter would not come back from these."""
    assert without_personal_data(hostile) == hostile
