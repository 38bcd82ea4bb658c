"""Which runs earn their place: their rows and fills, beside those of the last accepted run."""

import pytest

from pipelines.accept import doubt


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        pytest.param({}, {}, "nothing was read: no page or table gave a single row", id="nothing, ever"),
        pytest.param({"listings": 2}, {}, "nothing was read: no page or table gave a single row", id="nothing now"),
        pytest.param({}, {"listings": 1}, "", id="a first run"),
        pytest.param({"listings": 100}, {"listings": 100}, "", id="the same"),
        pytest.param({"listings": 100}, {"listings": 900}, "", id="more"),
        pytest.param({"listings": 100}, {"listings": 80}, "", id="a fifth less"),
        pytest.param(
            {"listings": 100}, {"listings": 79}, "listings: 79 this time, 100 in the last accepted run", id="79 of 100"
        ),
        pytest.param(
            {"listings": 4000}, {"listings": 3000}, "listings: 3,000 this time, 4,000 in the last accepted run",
            id="a quarter less",
        ),
        pytest.param({"listings": 5}, {"listings": 3}, "", id="two programs less of a small school"),
        pytest.param(
            {"listings": 2, "figures": 9}, {"figures": 9}, "listings: 0 this time, 2 in the last accepted run",
            id="a table gone",
        ),
        pytest.param({"listings": 100, "listings.cip": 100}, {"listings": 100, "listings.cip": 50}, "", id="half"),
        pytest.param(
            {"listings": 100, "listings.cip": 100}, {"listings": 100, "listings.cip": 49},
            "listings.cip: 49 this time, 100 in the last accepted run", id="less than half filled",
        ),
        pytest.param(
            {"listings": 100, "figures.IC_PY/price": 30}, {"listings": 100},
            "figures.IC_PY/price: 0 this time, 30 in the last accepted run", id="a kind of figure gone",
        ),
        pytest.param({"listings": 9, "figures.price": 2}, {"listings": 9}, "", id="two prices gone"),
        pytest.param(
            {"listings": 100, "institutions.name": 100, "institutions": 100}, {"listings": 10},
            "institutions: 0 this time, 100 in the last accepted run", id="tables are named before columns",
        ),
    ],
)  # fmt: skip
def test_a_run_beside_the_last_accepted_one(before, now, said):
    assert doubt(now, before) == said
