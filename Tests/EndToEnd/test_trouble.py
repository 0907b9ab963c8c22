"""What the disk may do to a session: one clear sentence, and nothing acknowledged is lost."""

import json
import os
import re
import signal
import subprocess

import pytest

from table import ROLES

# The superuser writes anywhere, unless that right is left behind.
WITHOUT_PRIVILEGE = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
UNKNOWN = b'{"at":"2030-01-01T00:00:00Z","by":"moderator","event":{"hologram":{"lit":{}}},"n":%d}\n'


@pytest.fixture
def narrow(table):
    """A session on a disk with room for a few dozen notes."""
    disk = table.sessions
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True
    )
    if mounted.returncode != 0:
        pytest.skip("only the superuser can make a small disk")
    yield table.lay()
    table.clear()
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def expect_one_sentence(said, *words):
    """It is one line, it says what is so, and nobody has to read code."""
    assert len(said.strip().splitlines()) == 1, said
    for word in words:
        assert word in said, said
    assert "Error" not in said and "errno" not in said, said


def notes(table, session):
    """The texts of all notes, as the program reads the journal."""
    shown = table.run("show", session, "--json")
    assert shown.returncode == 0, shown.stderr
    return re.findall(r"note \d+ of many[^\"]*", shown.stdout)


def many(count):
    """Notes of a hundred and fifty bytes, one a line."""
    return [f'note write note "note {number} of many {"x" * 130}"' for number in range(count)]


# The disk is full


def test_a_full_disk_loses_nothing_that_was_acknowledged(table, narrow):
    acknowledged = 0
    for line in many(400):
        done = table.run("do", narrow, line)
        if done.returncode:
            break
        acknowledged += 1
    assert done.returncode == 1 and 0 < acknowledged < 400
    expect_one_sentence(done.stderr, "Could not write", "journal.jsonl", "No space left on device")
    assert len(notes(table, narrow)) == acknowledged
    for line in table.journal(narrow).splitlines()[:-1]:
        json.loads(line)


def test_a_session_goes_on_when_the_disk_has_room_again(table, narrow):
    filler = table.sessions / "filler"
    filler.write_bytes(b"")
    table.do(narrow, many(1)[0])
    with pytest.raises(OSError), open(filler, "wb", buffering=0) as file:
        while True:
            file.write(b"x" * 1024)
    refused = 0
    while table.run("do", narrow, many(1)[0]).returncode == 0:
        refused += 1
        assert refused < 40, "the disk is never full"
    filler.unlink()
    before = len(notes(table, narrow))
    table.do(narrow, many(1)[0])
    assert len(notes(table, narrow)) == before + 1


def test_a_full_disk_is_told_on_the_screen_and_what_was_typed_is_kept(table, narrow):
    rapporteur = table.sit("rapporteur", narrow)
    console = table.sit("moderator", narrow)
    for line in many(400):
        if table.run("do", narrow, line).returncode:
            break
    before = len(notes(table, narrow))
    rapporteur.type("w" * 400).press("Enter").wait_until("No space left on device")
    assert rapporteur.shows("w" * 70), "what could not be stored is gone from the line"
    assert rapporteur.alive and console.alive
    assert len(notes(table, narrow)) == before
    assert table.leave(console) == 0
    table.leave(rapporteur, ended=False)
    rapporteur.wait_until("Leave the desk?").press("y")
    assert rapporteur.ended() == 0


def test_what_was_being_typed_is_stored_when_the_terminal_goes(table):
    session = table.lay()
    table.do(session, table.say.OPEN)
    rapporteur = table.sit("rapporteur", session)
    rapporteur.type("!Half a thought").wait_until("Half a thought")
    rapporteur.signal(signal.SIGHUP)
    rapporteur.ended()
    assert "Note n1, takeaway: Half a thought" in table.run("log", session).stdout


def test_a_file_that_may_not_grow_is_a_sentence_too(table):
    session = table.lay()
    size = len(table.journal(session))
    limit = size // 1024 + 2
    command = f'ulimit -f {limit}; exec "$0" do "$@"'
    done = subprocess.run(
        ["bash", "-c", command, table.program, session, *many(60)],
        capture_output=True, text=True, env=table.env(), timeout=30,
    )  # fmt: skip
    assert done.returncode == 1, f"{done.returncode} {done.stderr}"
    expect_one_sentence(done.stderr, "Could not write", "File too large")
    acknowledged = len(done.stdout.splitlines())
    table.do(session, "note write note after")
    assert len(notes(table, session)) >= acknowledged


# Something is missing


def test_a_journal_that_is_taken_away_is_told_at_every_seat(table):
    session = table.lay()
    table.do(session, table.say.OPEN)
    seats = [table.sit(role, session) for role in ("moderator", "rapporteur")]
    (table.sessions / session / "journal.jsonl").rename(table.folder / "elsewhere")
    seats[0].press("n")
    seats[1].type("too late").press("Enter")
    for seat in seats:
        seat.wait_until("journal")
        assert seat.alive
    done = table.run("show", session)
    assert done.returncode == 1
    expect_one_sentence(done.stderr, "Could not open", "journal.jsonl", "No such file")
    again = table.run("open", session)
    assert again.returncode == 1, "a sample took the place of what was lost"
    expect_one_sentence(again.stderr, "Could not open", "journal.jsonl", "No such file")


def test_a_checkpoint_that_is_missing_or_broken_costs_nothing(table):
    session = table.lay()
    table.do(session, *many(3))
    shown = table.run("show", session, "--json").stdout
    checkpoint = table.sessions / session / "session.json"
    for content in (b"", b"{", b"not json", json.dumps({"session": {}}).encode()):
        checkpoint.write_bytes(content)
        assert table.run("show", session, "--json").stdout == shown
    checkpoint.unlink()
    assert table.run("show", session, "--json").stdout == shown


def test_a_folder_that_is_no_session_is_named(table):
    (table.sessions / "holiday-photos").mkdir()
    (table.sessions / "holiday-photos" / "beach.png").write_bytes(b"")
    for command in ("show", "open", "log", "replay"):
        done = table.run(command, "holiday-photos")
        assert done.returncode == 1
        expect_one_sentence(done.stderr, "There is no session 'holiday-photos'")


# Something in the journal makes no sense


def test_a_line_of_a_newer_program_is_not_guessed_at(table):
    session = table.lay()
    table.do(session, *many(2))
    lines = table.journal(session).splitlines()
    with open(table.sessions / session / "journal.jsonl", "ab") as journal:
        journal.write(UNKNOWN % len(lines))
    before = table.journal(session)
    for command in (["show", session], ["do", session, *many(1)], ["open", session]):
        done = table.run(*command)
        assert done.returncode == 1
        expect_one_sentence(done.stderr, f"Line {len(lines) + 1} of", "newer roundtable")
    assert table.journal(session) == before
    asked = str(len(lines) - 1)
    assert table.run("show", session, "--at", asked, "--json").stdout.count("of many") == 2


@pytest.mark.parametrize("line", [b"{not a line}\n", b'{"n":1}\n', b"\n", b'"\xff\xfe"\n', b"[]\n"])
def test_a_broken_line_stops_everybody_with_its_number(table, line):
    session = table.lay()
    table.do(session, *many(2))
    console = table.sit("moderator", session)
    with open(table.sessions / session / "journal.jsonl", "ab") as journal:
        journal.write(line)
    before = table.journal(session)
    number = before.count(b"\n")
    console.wait_until(f"Line {number} of the journal")
    assert console.shows("note 1 of many"), "what stood before is out of sight"
    for command in (["show", session], ["do", session, *many(1)]):
        done = table.run(*command)
        assert done.returncode == 1
        expect_one_sentence(done.stderr, f"Line {number} of the journal")
    assert table.journal(session) == before
    assert table.leave(console) == 0


def test_a_broken_session_can_be_told_in_the_lobby(table):
    session = table.lay()
    with open(table.sessions / session / "journal.jsonl", "ab") as journal:
        journal.write(b"{not a line}\n")
    lobby = table.terminal(columns=120, rows=36)
    lobby.wait_until(f"{session}").wait_until("Line")
    lobby.settle().press("End", "Enter").wait_until("! Line")
    assert table.leave(lobby) == 0


# Not allowed


def test_a_session_whose_journal_is_gone_is_told_in_the_lobby(table):
    session = table.lay()
    table.do(session, table.say.OPEN)
    (table.sessions / session / "journal.jsonl").rename(table.folder / "elsewhere")
    lobby = table.terminal(columns=120, rows=36)
    lobby.wait_until("CANNOT BE OPENED").wait_until(session)
    lobby.settle().press("End", "Enter").wait_until("! Could not open")


def test_a_session_that_may_not_be_written_is_told(table):
    session = table.lay()
    folder = table.sessions / session
    before = table.journal(session)
    os.chmod(folder / "journal.jsonl", 0o444)
    os.chmod(folder, 0o555)
    done = unprivileged(table, "do", session, *many(1))
    assert done.returncode == 1, done.stdout
    expect_one_sentence(done.stderr, "Could not write", session, "Permission denied")
    for arguments in (["show", session], ["log", session], ["check", session]):
        assert unprivileged(table, *arguments).returncode == 0, "reading needs no right to write"
    onlooker = unprivileged(table, "open", session, text=table.say.OPEN + "\n")
    assert onlooker.returncode == 0 and "WS #204" in onlooker.stdout
    assert "NOT DONE: Could not write 'journal.jsonl': Permission denied" in onlooker.stdout
    assert table.journal(session) == before
    os.chmod(folder, 0o755)


def test_a_session_that_may_not_be_read_is_told(table):
    session = table.lay()
    os.chmod(table.sessions / session / "journal.jsonl", 0)
    done = unprivileged(table, "show", session)
    assert done.returncode == 1
    expect_one_sentence(done.stderr, "Permission denied", "journal.jsonl")


def unprivileged(table, *arguments, text=""):
    before = WITHOUT_PRIVILEGE if os.geteuid() == 0 else []
    return subprocess.run(
        [*before, table.program, *arguments],
        capture_output=True, text=True, input=text, env=table.env(), timeout=30,
    )  # fmt: skip


# Many at once


@pytest.mark.parametrize("role", ROLES)
def test_a_seat_that_is_killed_amid_writing_leaves_a_whole_journal(table, role):
    session = table.lay()
    table.do(session, table.say.OPEN, table.say.open_poll("v1"))
    seat = table.sit(role, session)
    writer = table.terminal("do", session, *many(200))
    writer.wait_until(lambda: len(table.entries(session)) > 60 or not writer.alive)
    seat.signal(9)
    writer.signal(9)
    for each in (seat, writer):
        each.ended()
    stored = notes(table, session)
    table.do(session, *many(1))
    assert len(notes(table, session)) == len(stored) + 1
    numbers = [entry["n"] for entry in table.entries(session)]
    assert numbers == list(range(1, len(numbers) + 1))
