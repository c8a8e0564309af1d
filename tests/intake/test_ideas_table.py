import csv
import tracemalloc
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
from socinno_tui.intake.ideas_table import MOST_BYTES, MOST_ROWS, read_table
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
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj", NotATable),
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


@pytest.mark.parametrize("told", ["sep=;", "SEP=;", '"sep=;"', "sep=,", "sep=\t", "sep=|"])
def test_a_delimiter_that_excel_was_told_is_no_row(told: str) -> None:
    between = told.strip('"')[-1]
    rows = (f"idee{between}nr", f"Meer licht{between}1", f"a{between}b{between}3")
    assert read("\r\n".join((told, *rows[:2])).encode()) == ("Meer licht",)
    with pytest.raises(RowBroken) as refused:
        read("\r\n".join((told, *rows)).encode())
    assert refused.value.line == 4


def test_one_column_may_go_on_over_lines_in_quotes() -> None:
    assert read(b'idee\r\n"Langer open\r\nook op dinsdag"\r\nZelfscan\r\n') == (
        "Langer open ook op dinsdag",
        "Zelfscan",
    )
    assert read(b'"Hallo" zeggen bij de deur\nZelfscan\n')[0] == '"Hallo" zeggen bij de deur'


@pytest.mark.parametrize(
    "rows",
    [
        'idee\n"Meer licht\nZelfscan\n',
        'idee,nr\n"Meer licht,1\nZelfscan,2\nLanger open,3\n',
        'nr;idee\n1;"Meer licht\n2;Zelfscan\n3;Langer open\n',
    ],
)
def test_a_quote_that_is_not_closed_is_named_not_taken_for_text(rows: str) -> None:
    with pytest.raises(RowBroken) as refused:
        read(rows.encode())
    assert refused.value.line == 2


@pytest.mark.parametrize("beside", ["1 2 3", "9:00 9:05 9:09", "ja nee ja"])
def test_a_short_first_idea_is_not_taken_for_the_name_of_its_column(
    beside: str,
) -> None:
    ideas = (
        "Zelfscan",
        "Langer open op dinsdagavond, ook voor wie dan werkt",
        "Formulieren in gewone taal schrijven en laten lezen door bewoners",
    )
    rows = "".join(f"{cell};{idea}\n" for cell, idea in zip(beside.split(), ideas, strict=True))
    assert read(rows.encode()) == ideas


def test_line_ends_of_an_old_mac_are_line_ends() -> None:
    assert read(b"idee;nr\rMeer licht;1\rZelfscan;2\r") == ("Meer licht", "Zelfscan")


def test_the_name_of_a_column_may_be_told_with_space_around_it() -> None:
    assert read(b"nr; Uw Idee ;naam\n1;Meer licht;\n", " uw idee ") == ("Meer licht",)


def test_rows_without_end_are_not_all_read() -> None:
    with pytest.raises(TableTooBig):
        read(b"idee;nr\n" + b";1\n" * (MOST_ROWS + 1))


def test_an_open_quote_before_much_text_takes_no_memory() -> None:
    # A pattern that remembers each character takes a hundred times the file.
    tracemalloc.start()
    with pytest.raises((RowBroken, IdeaTooLong)):
        read(b'"' + b"a" * 2_000_000)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 40_000_000
