"""The program without a screen: commands, refusals, listings, samples."""

import json

import jsonschema
import pytest

from table import REPOSITORY, SAMPLE

SAMPLES = sorted(path.name for path in (REPOSITORY / "Sessions").glob("*/") if path.is_dir())


def test_a_refused_command_is_named_by_its_line(table):
    session = table.lay()
    text = "\n".join([table.say.note("stands"), table.say.open_poll("v99"), table.say.note("too")])
    done = table.run("do", session, text=text + "\n")
    assert done.returncode == 1
    assert "2" in done.stdout + done.stderr


def test_a_line_that_is_no_command_is_refused(table):
    session = table.lay()
    before = table.journal(session)
    said = table.do(session, "fly to the moon", refused=True)
    assert "fly" in said
    assert table.journal(session) == before


def test_a_seat_is_refused_what_it_may_not_do(table):
    session = table.lay()
    before = table.journal(session)
    table.do(session, table.say.OPEN, role="stage", refused=True)
    assert table.journal(session) == before


def test_commands_on_standard_input_are_done_in_order(table):
    session = table.lay()
    text = "".join(table.say.note(f"line {number}") + "\n" for number in range(50))
    done = table.run("do", session, text=text)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(done.stdout.splitlines()) == 50
    journal = table.journal(session).decode()
    places = [journal.index(f'"line {number}"') for number in range(50)]
    assert places == sorted(places)


def test_nothing_that_was_typed_steers_the_terminal(table):
    name = table.run("new", "a\tb\x1b[31mred\x07").stdout.strip()
    for arguments in (("show", name), ("open", name, "--plain"), ("log", name)):
        done = table.run(*arguments)
        assert "red" in done.stdout
        assert "\x1b" not in done.stdout and "\x07" not in done.stdout


def test_an_empty_title_makes_no_session(table):
    done = table.run("new", "")
    assert done.returncode == 1
    assert not list(table.sessions.glob("*")), done.stdout


def test_one_damaged_session_keeps_no_other_from_being_checked(table):
    good, bad = table.lay(), table.lay(name="bad")
    with (table.sessions / bad / "journal.jsonl").open("a") as journal:
        journal.write("nonsense\n")
    for command in (("log", bad), ("replay", bad, "--plain"), ("show", bad)):
        said = table.run(*command)
        assert said.returncode == 1 and "Line" in said.stderr, command
    done = table.run("check", bad, good)
    assert done.returncode == 1
    assert f"{bad}: Line" in done.stderr and good in done.stdout


def test_an_entry_that_is_not_there_is_not_shown(table):
    session = table.lay()
    done = table.run("show", session, "--at", "99999")
    assert done.returncode == 1 and "There is no entry 99999" in done.stderr


def test_the_whole_grammar_is_listed(table):
    listed = table.run("commands").stdout
    for area in ("plan", "people", "agenda", "floor", "poll", "note", "undo", "redo"):
        assert area in listed


@pytest.mark.parametrize("arguments", [("themes",), ("doctor",), ("--help",), ("check", SAMPLE)])
def test_a_listing_is_plain_text(table, arguments):
    table.lay()
    done = table.run(*arguments)
    assert done.returncode == 0, done.stderr
    assert done.stdout and "\x1b" not in done.stdout


def test_a_session_that_is_not_there_is_one_sentence(table):
    done = table.run("show", "no-such-session")
    assert done.returncode != 0
    assert "no-such-session" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_session_is_shown_as_it_stood(table):
    session = table.lay()
    count = len(table.entries(session))
    table.do(session, table.say.note("after that moment"))
    assert "after that moment" in table.run("show", session, "--json").stdout
    assert "after that moment" not in table.run("show", session, "--json", "--at", str(count)).stdout


def test_the_log_follows_what_happens(table):
    session = table.lay()
    log = table.terminal("log", session, "--follow")
    log.settle()
    table.do(session, table.say.note("fresh news"))
    log.wait_until(lambda: log.wrote("fresh news"))


def test_a_journal_cut_short_is_read_to_its_last_whole_line(table):
    session = table.lay()
    table.do(session, table.say.note("whole"))
    with open(table.sessions / session / "journal.jsonl", "ab") as journal:
        journal.write(b'{"at":"2021-12-')
    assert "whole" in table.run("show", session, "--json").stdout
    table.do(session, table.say.note("written over the stump"))
    assert [json.loads(line) for line in table.journal(session).splitlines()]


def test_a_broken_line_is_named(table):
    session = table.lay()
    table.do(session, table.say.note("first"))
    with open(table.sessions / session / "journal.jsonl", "ab") as journal:
        journal.write(b"{not a line}\n")
    number = len(table.journal(session).splitlines())
    done = table.run("show", session)
    assert done.returncode != 0
    assert str(number) in done.stderr


def test_there_are_samples():
    assert len(SAMPLES) >= 5


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_is_as_its_schema_says(table, sample):
    schema = json.loads((REPOSITORY / "Sessions" / "session.schema.json").read_text())
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    checker = validator(schema, format_checker=validator.FORMAT_CHECKER)
    kept = json.loads((REPOSITORY / "Sessions" / sample / "session.json").read_text())
    shown = json.loads(table.run("show", table.lay(sample), "--json").stdout)
    for state in (kept, shown):
        problem = jsonschema.exceptions.best_match(checker.iter_errors(state))
        assert problem is None, f"{problem.json_path}: {problem.message[:500]}"
