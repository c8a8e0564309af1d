"""The commands as a person types them, in a file of their own; what they print, and their code."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

import pytest
from pendulum import DateTime

from socinno_tui.cli import answers, main, room
from socinno_tui.cli.program import commands
from socinno_tui.domain.action import UpdateKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.service import clock as clocks
from socinno_tui.service.clock import Clock
from socinno_tui.store.errors import DatabaseReadOnly
from socinno_tui.store.store import Store
from tests.agreements import Agreed, a_closed_meeting, a_line, action_id
from tests.blank_file import blank_file
from tests.meetings import IDEA_TEXTS, OWNERS, STARTS_AT, TODAY, ZONE, a_prepared_meeting

COMMANDS = tuple(name for name in commands().commands if name != "demo")
FATMA, JAN_WILLEM, ANOUK = OWNERS
MOVED = a_line(UpdateKind.MOVED, "later", due=TODAY.subtract(days=4))
BALIE = a_closed_meeting(
    "balie", [Agreed(-9, FATMA, IDEA_TEXTS[1], updates=(MOVED,)), Agreed(3, JAN_WILLEM)]
)
POST = a_closed_meeting(
    "post", [Agreed(30, ANOUK, IDEA_TEXTS[4])], title="Boeken op tijd", days_ago=10
)


@dataclass
class Typed:
    """A command line in this language, on this file."""

    file: Path
    capture: pytest.CaptureFixture[str]
    language: str = "en"

    def __call__(self, *arguments: str, code: int = 0) -> str:
        """Type a command; give what it printed, to which end it came being checked."""
        self.capture.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(["--db", str(self.file), "--lang", self.language, *arguments])
        out, err = self.capture.readouterr()
        assert ended.value.code == code, err
        assert "Traceback" not in err
        return out if code in (0, 1) else err


@pytest.fixture
def typed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Typed:
    def standing_still() -> DateTime:
        return STARTS_AT

    monkeypatch.setattr(clocks, "system_clock", lambda: Clock(standing_still, ZONE))
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "socinno.db"
    store = Store.open(blank_file(file))
    for meeting in (BALIE, POST):
        store.write(None, meeting)
    store.close()
    return Typed(file, capsys)


def stored(typed: Typed) -> tuple[Meeting, ...]:
    store = Store.open(typed.file)
    found = store.meetings()
    store.close()
    return found


# The register


def test_followups_prints_what_is_open_the_most_pressing_first(typed: Typed) -> None:
    lines = typed("followups").splitlines()
    assert lines[0].split() == ["No", "State", "Due", "Owner", "Meeting", "Idea"]
    assert [line.split()[0] for line in lines[1:]] == ["1", "2", "3"]
    assert "▲ 4 days late" in lines[1]
    assert f"{IDEA_TEXTS[1]} (moved 1×)" in lines[1]


def test_in_dutch_it_says_the_same(typed: Typed) -> None:
    typed.language = "nl"
    assert "▲ 4 dagen te laat" in typed("followups")


@pytest.mark.parametrize(
    ("arguments", "numbers"),
    [
        (("--overdue",), [1]),
        (("--due", "7d"), [1, 2]),
        (("--due", "26 nov"), [1, 2]),
        (("--due", "over zes weken"), [1, 2, 3]),
        (("--owner", "jan"), [2]),
        (("--meeting", "boeken"), [3]),
        (("--meeting", "1"), [1, 2]),
        (("--owner", "nobody"), []),
    ],
)
def test_a_filter_lets_through_what_was_asked(
    typed: Typed, arguments: tuple[str, ...], numbers: list[int]
) -> None:
    told = json.loads(typed("followups", "--json", *arguments))
    assert [one["number"] for one in told] == numbers


def test_json_has_one_shape(typed: Typed) -> None:
    first = json.loads(typed("followups", "--json"))[0]
    assert list(first) == [
        "number",
        "id",
        "state",
        "overdue",
        "owner",
        "due",
        "idea",
        "idea_number",
        "first_step",
        "times_moved",
        "question",
        "meeting",
        "meeting_id",
        "updates",
    ]
    assert (first["overdue"], first["due"]) == (True, TODAY.subtract(days=4).isoformat())
    assert first["updates"][0]["kind"] == "moved"


def test_the_exit_code_tells_whether_anything_is_overdue(typed: Typed) -> None:
    typed("followups", "--exit-code", code=1)
    typed("followups", "--exit-code", "--owner", "jan", code=0)


def test_a_register_without_agreements_says_so(typed: Typed) -> None:
    assert typed("followups", "--owner", "nobody") == "There is no agreement to show.\n"


def test_what_is_not_understood_or_not_there_is_told_in_one_sentence(typed: Typed) -> None:
    assert "try 15 dec, friday or +2w" in typed("followups", "--due", "soonish", code=2)
    assert "No meeting is called" in typed("followups", "--meeting", "zzz", code=2)
    assert "Several meetings fit" in typed("followups", "--meeting", "e", code=2)
    assert "No agreement has number 99" in typed("done", "99", code=2)
    typed.file = typed.file.with_name("none.db")
    assert "There is no file" in typed("list", code=2)
    assert not typed.file.exists()


# One tick


def test_each_answer_is_a_line_in_the_history(typed: Typed) -> None:
    assert typed("done", "2", "scheelt", "een", "uur").startswith("2 ✓ done")
    assert "Thu 3 Dec" in typed("move", "1", "3 december", "de leverancier is ziek")
    assert "bijna af" not in typed("note", "1", "bijna", "af")
    typed("on-course", "3")
    assert ANOUK in typed("hand-over", "1", ANOUK)
    assert "stopped" in typed("stop", "3", "geen budget")
    assert "in 37 days" not in typed("reopen", "3")
    histories = {
        action.id: [line.kind.value for line in action.updates]
        for meeting in stored(typed)
        for action in meeting.actions
    }
    assert histories == {
        action_id("balie", 1): ["moved", "moved", "note", "handed over"],
        action_id("balie", 2): ["done"],
        action_id("post", 1): ["on course", "stopped", "reopened"],
    }


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (("morgen", "over", "een", "week", "druk"), "morgen over een week"),
        (("over", "twee", "weken"), "over twee weken"),
        (("december", "15", "later"), "december 15"),
        (("1", "november", "2026", "te", "laat"), "1 november 2026"),
    ],
)
def test_a_date_in_several_words_is_not_read_from_its_first(
    typed: Typed, words: tuple[str, ...], read: str
) -> None:
    before = stored(typed)
    assert f"“{read}” reads as a date" in typed("move", "1", *words, code=2)
    assert stored(typed) == before
    assert "Tue 1 Dec" in typed("move", "1", "morgen over een week", "druk")
    assert "Fri 27 Nov" in typed("move", "1", "friday", "week was too short")


def test_what_was_understood_is_shown_before_the_reason_is_asked(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answered(question: str) -> str:
        asked.append(question)
        return "druk"

    monkeypatch.setattr(answers, "_asked", answered)
    typed("move", "1", "eind volgende maand")
    assert asked == ["Thu 31 Dec · in 38 days. Why is it moved?"]
    assert "not understood" in typed("move", "1", "ooit", code=2)
    assert len(asked) == 1


def test_a_rule_that_does_not_allow_it_says_so_and_nothing_changes(typed: Typed) -> None:
    before = stored(typed)
    assert "has passed" in typed("move", "1", "1 nov 2026", "reden", code=2)
    assert "Say why" in typed("stop", "1", code=2)
    assert "still open" in typed("reopen", "1", code=2)
    assert typed("hand-over", "1", "iedereen", code=2)
    assert stored(typed) == before


# Meetings


def test_list_and_show(typed: Typed) -> None:
    lines = typed("list").splitlines()
    assert lines[0].split() == ["No", "Date", "Phase", "Open", "Overdue", "Meeting"]
    assert lines[1].split()[:5] == ["1", "2026-10-24", "follow-up", "2", "1"]
    assert typed("show", "boeken").startswith("# Boeken op tijd\n")


def test_control_characters_never_reach_the_terminal(typed: Typed) -> None:
    store = Store.open(typed.file)
    hostile = a_closed_meeting(
        "hostile", [Agreed(1, text="Ja\x1b[2J")], title="Balie\x1b]52;c;x\x07"
    )
    store.write(None, hostile)
    store.close()
    for command in (("followups",), ("list",), ("show", "3")):
        assert "\x1b" not in typed(*command)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("minutes", "md"),
        ("page", "html"),
        ("ideas", "csv"),
        ("calendar", "ics"),
        ("bundle", "json"),
    ],
)
def test_export_writes_a_file_here_and_never_over_another(
    typed: Typed, kind: str, name: str
) -> None:
    typed("export", kind, "boeken")
    (file,) = typed.file.parent.glob(f"boeken*.{name}")
    before = file.read_bytes()
    assert "there already" in typed("export", kind, "boeken", "--to", str(file), code=2)
    assert file.read_bytes() == before
    typed("export", kind, "boeken", "--to", str(file), "--overwrite")
    assert typed("export", kind, "boeken", "--to", "-").strip()


def test_a_backup_is_a_whole_file_and_replaces_nothing(typed: Typed) -> None:
    assert "it is whole" in typed("backup", "copy.db")
    assert "or add --overwrite" in typed("backup", "copy.db", code=2)
    assert "it is whole" in typed("backup", "copy.db", "--overwrite")
    assert "is open" in typed("backup", str(typed.file), "--overwrite", code=2)
    assert "is open" in typed("export", "bundle", "--to", str(typed.file), "--overwrite", code=2)
    copy = Store.open(typed.file.with_name("copy.db"))
    assert copy.meetings() == stored(typed)
    copy.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to try")
def test_printing_to_a_full_disk_is_one_sentence(typed: Typed) -> None:
    command = [sys.executable, "-c", "from socinno_tui.cli import main; main()"]
    with Path("/dev/full").open("w") as full:
        for arguments in (["export", "bundle", "--to", "-"], ["followups"], ["list"]):
            done = subprocess.run(
                [*command, "--db", str(typed.file), "--lang", "en", *arguments],
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
            assert (done.returncode, done.stderr) == (
                2,
                "What should be printed was not: the disk is full.\n",
            )


# What comes in


def test_a_bundle_is_shown_and_taken_in(typed: Typed) -> None:
    typed("export", "bundle", "--to", "all.json")
    typed.file = typed.file.with_name("new.db")
    assert "Add --yes" in typed("import", "all.json", code=2)
    assert not typed.file.exists()
    told = typed("import", "all.json", "--yes")
    assert "2 new, 0 changed, 0 the same." in told
    assert "nothing has changed" in typed("import", "all.json")
    assert typed("export", "bundle", "--to", "-") == (typed.file.parent / "all.json").read_text(
        encoding="utf-8"
    )


def test_ideas_are_shown_and_taken_into_a_meeting(typed: Typed) -> None:
    store = Store.open(typed.file)
    store.write(None, a_prepared_meeting())
    store.close()
    ideas = typed.file.with_name("ideas.csv")
    ideas.write_text("idee;nr\nEen bankje;1\nMeer licht;2\neen bankje;3\n", encoding="cp1252")
    assert "say with --meeting" in typed("import", str(ideas), code=2)
    told = typed("import", str(ideas), "--meeting", "3", "--yes")
    assert "2 ideas come in." in told
    assert "1 is there already" in told
    (meeting,) = [one for one in stored(typed) if one.phase is Phase.PREPARATION]
    assert [idea.text for idea in meeting.ideas] == ["Een bankje", "Meer licht"]


class Terminal(StringIO):
    """What a person types at a prompt."""

    def isatty(self) -> bool:
        """Say that somebody sits at it."""
        return True


@pytest.mark.parametrize("answer", ["n\n", ""])
def test_who_says_no_is_left_with_no_file_of_meetings(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    typed("export", "bundle", "--to", "all.json")
    typed.file = typed.file.with_name("new.db")
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    typed("import", "all.json", code=0 if answer else 1)
    assert not list(typed.file.parent.glob("new.db*"))


@pytest.mark.parametrize("answer", ["j", "JA", "y", " yes "])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_who_says_yes_in_either_language_is_understood(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, language: str, answer: str
) -> None:
    typed.language = language
    typed("export", "bundle", "--to", "all.json")
    typed.file = typed.file.with_name("new.db")
    monkeypatch.setattr(sys, "stdin", Terminal(f"{answer}\n"))
    asked = {"nl": "Inlezen? [j/N]", "en": "Take it in? [y/N]"}[language]
    assert asked in typed("import", "all.json")
    assert len(stored(typed)) == 2


def test_a_file_that_cannot_be_read_is_said_so_in_the_language_chosen(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed.language = "nl"
    typed("export", "bundle", "--to", "all.json")

    # For the administrator, as whom tests may run, every file can be read.
    def unreadable(path: Path, *_how: str) -> object:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "open", unreadable)
    monkeypatch.setattr(os, "access", lambda path, *_a, **_k: Path(path) != Path("all.json"))
    assert "all.json is niet te lezen" in typed("import", "all.json", "--yes", code=2)


def test_a_file_of_meetings_that_cannot_be_made_is_said_to_be_so(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed("export", "bundle", "--to", "all.json")
    typed.file = typed.file.with_name("new.db")

    def refused(path: Path) -> Store:
        raise DatabaseReadOnly(path)

    monkeypatch.setattr(Store, "open", refused)
    assert "new.db cannot be written to" in typed("import", "all.json", "--yes", code=2)


def test_what_would_be_laid_aside_is_shown_before_and_after_in_the_language_chosen(
    typed: Typed,
) -> None:
    typed.language = "nl"
    typed("export", "bundle", "1", "--to", "balie.json")
    store = Store.open(typed.file)
    store.put([(BALIE, replace(BALIE, title="Balie zonder rij", changed_at=STARTS_AT))])
    store.close()
    told = typed("import", "balie.json", "--yes")
    assert "  - bijeenkomst, titel: Kortere wachttijd aan de balie" in told
    assert "bijeenkomst, titel: Kortere wachttijd" in typed("show", "Balie zonder rij")


def test_what_is_no_text_is_not_called_a_list_of_ideas(typed: Typed) -> None:
    typed.file.with_name("in.gz").write_bytes(b"\x1f\x8b\x08\x00")
    assert "neither a bundle" in typed("import", "in.gz", code=2)


# Shells and start-up


# The room's window


def test_room_needs_a_terminal(typed: Typed) -> None:
    assert "terminal window" in typed("room", code=2)


def test_room_says_which_meeting_it_does_not_know(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "need_terminal", lambda: None)
    assert "No meeting is called" in typed("room", "nergens", code=2)
    assert "Several meetings fit" in typed("room", "b", code=2)
    typed.file.write_bytes(b"no database, but text " * 50)
    assert "is no database" in typed("room", code=2)
    typed.file.unlink()
    assert "There is no file" in typed("room", "1", code=2)


def test_room_follows_the_one_named_or_the_one_under_way(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[Path, str]] = []
    monkeypatch.setattr(room, "need_terminal", lambda: None)

    def show(file: Path, asked: str) -> int:
        shown.append((file, asked))
        return 0

    monkeypatch.setattr(room, "_show", show)
    typed("room")
    typed("room", "boeken")
    typed("room", "1")
    typed.file.unlink()
    typed("room")
    assert shown == [(typed.file, asked) for asked in ("", POST.id, BALIE.id, "")]


# Phones by a process of its own


def test_serve_says_what_it_cannot_let_phones_into(typed: Typed) -> None:
    assert "This meeting is closed" in typed("serve", "balie", code=2)
    assert "No meeting is called" in typed("serve", "nergens", code=2)
    typed.file.unlink()
    assert "There is no file" in typed("serve", code=2)
    Store.open(typed.file).close()
    assert "There is no meeting yet" in typed("serve", code=2)


def test_serve_names_the_addresses_there_are(typed: Typed) -> None:
    store = Store.open(typed.file)
    store.write(None, a_prepared_meeting())
    store.close()
    said = typed("serve", "3", "--address", "203.0.113.9", code=2)
    assert "has no address 203.0.113.9" in said
    assert "127.0.0.1" in said


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_for_each_shell(typed: Typed, shell: str) -> None:
    assert "_SOCINNO_COMPLETE" in typed("completion", shell)


def test_no_command_imports_textual(typed: Typed) -> None:
    code = (
        "import sys\nfrom socinno_tui.cli import main\n"
        f"try:\n    main(['--db', {str(typed.file)!r}, 'followups'])\n"
        "except SystemExit:\n    pass\n"
        "sys.exit(len([name for name in sys.modules if name.split('.')[0] in ('textual', 'rich')]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


# What click says, and where it says it


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["done", "x"], "'x' is geen geldig nummer."),
        (["done", "0"], "0 valt buiten x>=1."),
        (["followups", "--due"], "Bij optie '--due' hoort een waarde."),
        (["followups", "--overdue=ja"], "Bij optie '--overdue' hoort geen waarde."),
        (["show", "1", "2"], "Dit hoort er niet bij: 2."),
        (["export", "notulen"], "'notulen' is geen van 'minutes',"),
        (["lst"], "Bedoel je 'list'?"),
        (["note"], "Er ontbreekt een argument 'NUMMER'."),
    ],
)
def test_click_speaks_the_language_too(typed: Typed, arguments: list[str], said: str) -> None:
    typed.language = "nl"
    assert said in typed(*arguments, code=2)


def test_no_english_is_left_in_a_usage_line(typed: Typed) -> None:
    typed.language = "nl"
    for command in ("", *COMMANDS):
        first = typed(*command.split(), "--help").splitlines()[0]
        assert first.startswith("Gebruik: socinno")
        assert "[OPTIES]" in first
        assert not {"OPTIONS", "NUMBER", "FILE", "TEXT", "ARGS", "COMMAND"} & set(
            re.findall(r"[A-Z]+", first)
        )


def test_a_note_may_begin_with_a_dash(typed: Typed) -> None:
    typed("note", "2", "-50%", "korting")
    assert stored(typed)[0].actions[1].updates[-1].text == "-50% korting"


def test_a_sign_that_a_stream_cannot_print_is_no_error(typed: Typed) -> None:
    program = Path(sys.executable).with_name("socinno")
    printed = subprocess.run(
        [program, "--db", typed.file, "--lang", "nl", "followups"],
        env={"PYTHONIOENCODING": "cp1252", "HOME": str(typed.file.parent)},
        capture_output=True,
        check=True,
    )
    assert re.search(rb"1  \? \d+ dagen te laat", printed.stdout)


def test_bash_completes_a_name_of_several_words_as_one(typed: Typed) -> None:
    script = """
        eval "$(socinno completion bash)"
        COMP_WORDS=(socinno followups --owner Fat); COMP_CWORD=3
        _socinno_completion socinno
        printf '%s\\n' "${COMPREPLY[@]}"
    """
    completed = subprocess.run(
        ["bash", "-c", script],
        env={
            "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
            "HOME": str(typed.file.parent),
            "SOCINNO_DB": str(typed.file),
        },
        capture_output=True,
        check=True,
        text=True,
    )
    assert completed.stdout == "Fatma\\ de\\ Vries\n"
