import csv
from io import StringIO

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from socinno_tui.domain.idea_intake import (
    ColumnUnclear,
    IdeaTooLong,
    NoIdeas,
    NotATable,
    RowBroken,
    TableRefused,
    TableTooBig,
)
from socinno_tui.domain.text import clean
from socinno_tui.export.to_csv import ideas_to_csv
from socinno_tui.i18n import LANGUAGES, Language, speaking
from socinno_tui.intake.ideas_table import MOST_BYTES, read_table
from tests.meetings import IDEA_TEXTS, a_meeting, an_idea
from tests.strategies import texts

FORM = "tijd;idee;stemmen\n9:00;Café met een één-loket;3\n9:05;Langer open, ook op dinsdag;1\n"
READ = ("Café met een één-loket", "Langer open, ook op dinsdag")


def read(data: bytes, column: str = "") -> tuple[str, ...]:
    return read_table(data, column=column, longest=500).texts


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_encodings_as_they_come(encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    assert read(mark + FORM.encode(encoding)) == READ


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_delimiters_as_they_come(delimiter: str) -> None:
    file = StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows(csv.reader(StringIO(FORM), delimiter=";"))
    assert read(file.getvalue().encode()) == READ


def test_a_line_an_idea_needs_no_columns() -> None:
    lines = "Langer open, ook op dinsdag\n\nEen gastvrouw bij de deur\nZelfscan\n"
    assert read(lines.encode()) == (
        "Langer open, ook op dinsdag",
        "Een gastvrouw bij de deur",
        "Zelfscan",
    )
    assert read(b"idee\nZelfscan\n") == ("Zelfscan",)


def test_the_column_of_prose_is_found_without_a_name() -> None:
    rows = "1,ja,Een gastvrouw bij de deur die mensen wijst\n2,nee,Langer open op dinsdagavond\n"
    assert len(read((rows + "3,ja,Formulieren in gewone taal schrijven\n").encode())) == 3
    named = "nr,mee eens,Wat stel je voor?\n" + rows + "3,ja,Formulieren in gewone taal\n"
    assert len(read(named.encode())) == 3


def test_the_column_may_be_told_by_name_or_number() -> None:
    rows = b"a,b\neen,twee\n"
    with pytest.raises(ColumnUnclear) as refused:
        read(rows)
    assert refused.value.columns == ("a", "b")
    assert read(rows, "B") == ("twee",)
    assert read(rows, "2") == ("b", "twee")
    with pytest.raises(ColumnUnclear):
        read(rows, "c")


def test_a_broken_row_is_named_with_its_line() -> None:
    with pytest.raises(RowBroken) as refused:
        read(b'idee,nr\n"twee\nregels",1\neen,2,3\nvier,4\nvijf,5\nzes,6\nzeven,7\nacht,8\n')
    assert refused.value.line == 4
    with pytest.raises(RowBroken) as refused:
        read(b'idee,nr\neen,1\ntwee,2\ndrie,3\n"vier,4\n')
    assert refused.value.line == 5
    with pytest.raises(IdeaTooLong) as long:
        read(b"idee,nr\neen,1\n" + b"a" * 501 + b",2\n")
    assert (long.value.line, long.value.limit) == (3, 500)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", NoIdeas),
        (b"\n \n", NoIdeas),
        (b"idee;nr\n;1\n", NoIdeas),
        (b"PK\x03\x04\x14\x00", NotATable),
        (b"PK\xe9\xe8 a zip", NotATable),
        (b"\x89PNG\r\n\x1a\n\x00", NotATable),
        (bytes(MOST_BYTES + 1), TableTooBig),
        (b"een idee\n" * 10_001, TableTooBig),
    ],
)
def test_what_holds_no_ideas_is_refused(data: bytes, kind: type[TableRefused]) -> None:
    with pytest.raises(kind):
        read(data)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_went_out_comes_back(language: Language) -> None:
    hostile = ('=1+1;"x", y', "'s Ochtends open", "- een streep", "@iedereen, kom")
    meeting = a_meeting(ideas=[an_idea(n, text) for n, text in enumerate(hostile, 1)])
    with speaking(language):
        data = ideas_to_csv(meeting)
    assert read(data) == hostile


@given(
    st.lists(texts.map(clean).filter(bool), min_size=1, max_size=6),
    st.sampled_from(";,\t|"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_any_table_of_ideas_comes_in(ideas: list[str], delimiter: str, encoding: str) -> None:
    assume(all(not idea.startswith("'") for idea in ideas))
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter)
    writer.writerows([("idee", "nr"), *((idea, n) for n, idea in enumerate(ideas))])
    assert read(file.getvalue().encode(encoding)) == tuple(ideas)


@given(st.binary(max_size=300))
def test_any_bytes_give_ideas_or_a_refusal(data: bytes) -> None:
    try:
        found = read(data)
    except TableRefused:
        return
    assert all(clean(text) == text for text in found)


def test_real_ideas_of_others_keep_every_word() -> None:
    table = StringIO(newline="")
    csv.writer(table).writerows([("text", "agreed"), *((text, 3) for text in IDEA_TEXTS)])
    assert read(table.getvalue().encode()) == IDEA_TEXTS
