"""Pack and send: one file that opens elsewhere, checked on the way; rehearsal; the programme."""

import re
import subprocess

from table import SAMPLE, Table


def packed(table, session, name="it.roundtable.tar"):
    """A session as a file; answers its path."""
    path = table.folder / name
    done = table.run("pack", session, "-o", str(path))
    assert done.returncode == 0, done.stderr
    return path


def test_a_packed_session_opens_on_another_machine(table, tmp_path):
    table.lay()
    table.do(SAMPLE, table.say.OPEN, table.say.note("written before it was sent"))
    path = packed(table, SAMPLE)
    elsewhere = Table(tmp_path / "elsewhere")
    try:
        console = elsewhere.terminal("open", str(path), columns=120, rows=36)
        console.wait_until("● LIVE").wait_until("written before it was sent")
        assert elsewhere.journal(SAMPLE) == table.journal(SAMPLE)
        elsewhere.do(SAMPLE, elsewhere.say.note("written where it was opened"))
        console.wait_until("written where it was opened")
    finally:
        elsewhere.clear()


def test_what_was_packed_is_verified(table):
    table.lay()
    path = packed(table, SAMPLE)
    done = table.run("verify", str(path))
    assert done.returncode == 0 and "is whole" in done.stdout
    assert re.search(r"journal [0-9a-f]{64}", done.stdout)
    done = table.run("verify", SAMPLE)
    assert done.returncode == 0 and "is whole" in done.stdout


def test_a_pack_that_was_changed_is_refused_and_nothing_is_made(table, tmp_path):
    table.lay()
    path = packed(table, SAMPLE)
    path.write_bytes(path.read_bytes().replace(b"Ballroom", b"Bathroom"))
    elsewhere = Table(tmp_path / "elsewhere")
    for command in (("verify", str(path)), ("unpack", str(path)), ("open", str(path), "--plain")):
        done = elsewhere.run(*command)
        assert done.returncode == 1
        assert f"'journal.jsonl' in '{path}' was changed: its digest is another" in done.stderr
    assert list(elsewhere.sessions.iterdir()) == []


def test_the_codes_on_slips_stay_behind(table):
    table.lay()
    done = table.run("codes", SAMPLE, "--count", "12")
    assert done.returncode == 0, done.stderr
    names = subprocess.run(["tar", "tf", packed(table, SAMPLE)], capture_output=True, text=True).stdout
    assert sorted(name.split("/")[1] for name in names.split()) == [
        "SHA256SUMS", "journal.jsonl", "session.json",
    ]  # fmt: skip


def test_a_damaged_session_is_told_line_by_line(table):
    table.lay()
    journal = table.sessions / SAMPLE / "journal.jsonl"
    lines = journal.read_bytes().split(b"\n")
    lines[9] = lines[9].replace(b'"n":', b'"n":9')
    journal.write_bytes(b"\n".join(lines))
    done = table.run("verify", SAMPLE)
    assert done.returncode == 1
    assert "Line 10 of the journal has number" in done.stderr


def test_a_planned_session_is_rehearsed_in_a_copy(table):
    table.lay()
    before = table.journal(SAMPLE)
    console = table.terminal(
        "rehearse", SAMPLE, "--as", "stage", "--speed", "120", "--seed", "7", columns=100, rows=30
    )
    console.wait_until(re.compile("has spoken|LEFT|NEXT|then "), timeout=30)
    copy = f"{SAMPLE}-rehearsal"
    console.wait_until(lambda: any("given" in e["event"].get("floor", {}) for e in table.entries(copy)))
    assert table.journal(SAMPLE) == before


def test_the_next_session_of_a_programme_is_one_key_away(table):
    for name, title, part in (("one", "The first part", 1), ("two", "The second part", 2)):
        done = table.run("new", title, "--name", name)
        assert done.returncode == 0, done.stderr
        table.do(
            name, f'plan set programme "Two parts" --part {part} --parts 2',
            f"plan set slot 2021-12-0{part}T16:30Z/2021-12-0{part}T17:30Z",
            "agenda add Opening --kind opening --for 5m",
        )  # fmt: skip
    table.do("one", table.say.OPEN)
    console = table.sit("moderator", "one", columns=120, rows=36)
    rapporteur = table.sit("rapporteur", "one")
    stage = table.sit("stage", "one")
    console.press("F7").wait_until("once this one is closed")
    table.do("one", table.say.CLOSE)
    for seat in (console, rapporteur, stage):
        seat.wait_until(re.compile("CLOSED|THANK YOU")).press("F7").wait_until("The second part")
    console.press("o").wait_until("● LIVE")
    rapporteur.wait_until("● LIVE")
