"""What an address asks for, what words and places mean, and the address of every search beside it."""

from urllib.parse import parse_qsl

import pytest
from datasette.utils import MultiParams
from hypothesis import given, settings
from hypothesis import strategies as st

from db.site import places
from db.site.asked import Asked
from db.site.vocabulary import Career, Vocabulary

OPTIONS = {"award": {"certificate", "associate"}, "state": {"AZ", "OH", "ME"}, "delivery": {"online", "never"},
           "career": {"welder"}, "cip": {"51.0707"}}  # fmt: skip


def read(query: str) -> Asked:
    given: dict[str, list[str]] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        given.setdefault(name, []).append(value)
    return Asked.read(MultiParams(given), OPTIONS)


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("", "/search"),
        ("what=&where=&delivery=&price=&within=50&sort=price&page=1&per=&resident=", "/search"),
        ("utm_source=x&what=welder", "/search?what=welder"),
        ("award=nonsense&award=associate&award=associate", "/search?award=associate"),
        ("state=OH&state=AZ", "/search?state=AZ&state=OH"),
        ("where=Ohio", "/search?state=OH"),
        ("where=oh&state=AZ", "/search?state=AZ&state=OH"),
        ("where=85201&sort=distance&within=50", "/search?where=85201"),
        ("where=85201&within=25", "/search?where=85201&within=25"),
        ("where=85201&within=26", "/search?where=85201"),
        ("within=25&sort=distance", "/search"),
        ("where=85201&sort=price", "/search?where=85201&sort=price"),
        ("price=%249%2C000", "/search?price=9000"),
        ("price=9000.00&price=unknown", "/search?price=9000&price=unknown"),
        ("price=0", "/search?price=0"),
        ("price=-5&months=1e9&page=0", "/search"),
        ("price=99999999999999999999", "/search"),
        ("price=nine thousand", "/search"),
        ("months=unknown&months=12", "/search?months=12&months=unknown"),
        ("resident=ZZ&per=term", "/search"),
        ("resident=CA&per=year", "/search?per=year&resident=CA"),
        ("page=3&page=4", "/search?page=3"),
        ("page=99999", "/search?page=500"),
        ("words=1", "/search"),
        ("what=coder&words=1", "/search?what=coder&words=1"),
        ("what=phlebotomy+online+near+85201", "/search?what=phlebotomy&where=85201&delivery=online"),
        ("what=welding+in+Ohio", "/search?what=welding&state=OH"),
        ("what=welding+85201", "/search?what=welding&where=85201"),
        ("what=associate+in+applied+science", "/search?what=associate+in+applied+science"),
        ("what=welding+in+Ohio&words=1", "/search?what=welding+in+Ohio&words=1"),
        ("id=a&id=b&id=b&id=<x>&id=c&id=d&id=e", "/search?id=a&id=b&id=c&id=d"),
        ("id=" + "x" * 500, "/search"),
    ],
)
def test_the_address_of_a_search_is_clean(query, address):
    assert read(query).link == address


TEXT = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["in Ohio", "welding in Mesa, AZ", "online", "85201", "near", "in in Ohio", "0", "12", "unknown"]),
)
NAMES = st.sampled_from(["what", "words", "where", "within", "award", "state", "delivery", "price", "months", "per",
                         "resident", "sort", "page", "id", "zz"])  # fmt: skip


@given(st.lists(st.tuples(NAMES, TEXT), max_size=8))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_a_clean_address_is_read_as_itself(pairs):
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        given.setdefault(name, []).append(value)
    asked = Asked.read(MultiParams(given), OPTIONS)
    for _ in range(9):
        again = read(asked.link.partition("?")[2])
        if again == asked:
            return
        asked = again
    pytest.fail(f"{pairs} leads from address to address")


def test_options_add_and_remove_themselves():
    asked = read("what=welder&state=AZ&price=9000&page=3")
    assert asked.links("state")("OH") == "/search?what=welder&price=9000&state=AZ&state=OH"
    assert asked.links("state")("AZ") == "/search?what=welder&price=9000"
    assert asked.links("price")("5000") == "/search?what=welder&state=AZ&price=5000"
    assert asked.links("price")("9000") == "/search?what=welder&state=AZ"
    assert asked.links("price")("unknown") == "/search?what=welder&state=AZ&price=9000&price=unknown"
    assert asked.dropping("what").link == "/search?state=AZ&price=9000"
    assert asked.dropping("state").link == "/search?what=welder&price=9000"
    assert asked.sorted_by("months").link == "/search?what=welder&state=AZ&price=9000&sort=months"
    assert asked.filters == ["what", "state", "price"]


CODER = Career("medical-coder", "Medical coder", ("coder", "medical billing and coding"), ("51.0713",))
BILLER = Career("medical-biller", "Medical biller", ("medical billing and coding",), ("51.0714",))
BLOOD = Career("phlebotomist", "Phlebotomist", ("phlebotomy technician", "phlebotomy", "CPT"), ("51.1009",))


@pytest.fixture(scope="module")
def known():
    titles = {"Medical/Clinical Assistant": "51.0801", "Welding Technology/Welder": "48.0508"}
    plain = {"medical assistant": "51.0801", "phlebotomist": "51.1009", "welder": "48.0508"}
    texts = ["Harbor Point Career Institute", "Radiologic Technology", "Harvard University"]
    return Vocabulary([CODER, BILLER, BLOOD], titles, plain, texts, {})


@pytest.mark.parametrize(
    ("text", "careers", "cips", "words", "mended"),
    [
        ("Coder", (CODER,), ("51.0713",), (), ""),
        ("phlebotomists", (BLOOD,), ("51.1009",), (), ""),
        ("phlebotamist", (BLOOD,), ("51.1009",), (), "phlebotomist"),
        ("cpt", (BLOOD,), ("51.1009",), (), ""),
        ("medical billing & coding", (CODER, BILLER), ("51.0713", "51.0714"), (), ""),
        ("programs for a medical assistant", (), ("51.0801",), (), ""),
        ("medcal asistant", (), ("51.0801",), (), "medical assistant"),
        ("Medical/Clinical Assistant", (), ("51.0801",), (), ""),
        ("51.0801", (), ("51.0801",), (), ""),
        ("welder", (), ("48.0508",), (), ""),
        ("harbor point", (), (), ("harbor", "point"), ""),
        ("harvard univesity", (), (), ("harvard", "university"), "harvard university"),
        ("mental assistant", (), (), ("mental", "assistant"), ""),
        ("astrology", (), (), ("astrology",), ""),
        ('" OR 1 --', (), (), ("1",), ""),
        ("🦆", (), (), (), ""),
    ],
)
def test_what_people_write_is_understood(known, text, careers, cips, words, mended):
    reading = known.read(text)
    assert (reading.careers, reading.cips, reading.words, reading.mended) == (careers, cips, words, mended)


def test_words_can_be_looked_for_as_they_are(known):
    assert known.literally("Coder").words == ("coder",)


@pytest.mark.parametrize(
    ("text", "state", "name"),
    [
        ("85201", "", "Mesa, AZ"),
        ("85201-1234", "", "Mesa, AZ"),
        ("mesa az", "", "Mesa, AZ"),
        ("Mesa, Arizona", "", "Mesa, AZ"),
        ("St. Louis, MO", "", "Saint Louis, MO"),
        ("Winston-Salem NC", "", "Winston Salem, NC"),
        ("az", "AZ", None),
        ("  new   york ", "NY", None),
        ("washington dc", "DC", "Washington, DC"),
        ("00000", "", None),
        ("Atlantis", "", None),
        ("", "", None),
        ("\x00", "", None),
    ],
)
def test_places(text, state, name):
    point = places.point(text)
    assert places.state(text) == state
    assert (point and point.name) == name


def test_a_point_is_where_it_is():
    point = places.point("85201")
    assert (round(point.latitude, 1), round(point.longitude, 1)) == (33.4, -111.8)
    city = places.point("Los Angeles, CA")
    assert (round(city.latitude), round(city.longitude)) == (34, -118)
