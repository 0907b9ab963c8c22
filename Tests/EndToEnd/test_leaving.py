"""However the program ends, the terminal is as it was before."""

import json
import signal
import time

import pytest

from table import ROLES

# What the program may have switched on: mouse, focus, alternate screen, paste, frames.
SWITCHES = (1000, 1002, 1003, 1004, 1006, 1049, 2004, 2026)
DEATHS = ["TERM", "HUP", "INT", "QUIT", "SEGV", "ABRT", "ILL", "TRAP", "BUS", "FPE"]


def expect_given_back(seat):
    """The shell that comes next finds an echoing terminal with a cursor, and nothing switched on."""
    seat.settle(0.05)
    left_on = [mode for mode in SWITCHES if seat.mode(mode)]
    assert not left_on, f"still on: {left_on}\n{seat.drawing}"
    assert seat.cursor is not None, "the cursor is hidden"
    assert seat.is_line_mode, "typing is not echoed"
    assert seat.settings[:4] == seat.before[:4], "line settings differ from before"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("death", DEATHS)
def test_the_terminal_is_given_back_after_a_signal(table, role, death):
    seat = table.sit(role, table.lay())
    number = getattr(signal, f"SIG{death}")
    seat.signal(number)
    assert seat.ended(2) is not None, f"alive 2 s after it\n{seat.drawing}"
    expect_given_back(seat)


@pytest.mark.parametrize("role", ROLES)
def test_no_question_is_asked_after_a_crash(table, role):
    seat = table.sit(role, table.lay())
    seat.signal(signal.SIGSEGV)
    assert seat.ended(2) == -signal.SIGSEGV
    assert b"Press space" not in seat.output()


# From inside, and what is left for somebody to read afterwards.
FAULTS = {
    "fatal-error": "Fatal error",
    "precondition": "stopped by a fault of its own",
    "nil-unwrap": "stopped by a fault of its own",
    "index": "stopped by a fault of its own",
    "overflow": "stopped by a fault of its own",
    "abort": "stopped by a fault of its own",
    "bad-address": "stopped by a fault of its own",
    "stack-overflow": "stopped by a fault of its own",
    "throw": "Error: Unforeseen()",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_terminal_is_given_back_after_a_fault(table, fault):
    seat = table.terminal("crash", fault)
    seat.wait_until("The next key is the last").settle(0.05)
    assert seat.is_full_screen and not seat.is_line_mode
    seat.press("x")
    code = seat.ended(3)
    assert code == 1 if fault == "throw" else code is not None and code < 0
    expect_given_back(seat)
    assert seat.shows(FAULTS[fault]), seat.drawing
    assert b"Press space" not in seat.output()


@pytest.mark.parametrize("role", ROLES)
def test_leaving_by_key_gives_the_terminal_back(table, role):
    seat = table.sit(role, table.lay())
    assert table.leave(seat) == 0
    expect_given_back(seat)


def test_a_terminal_that_is_gone_ends_its_program(table):
    session = table.lay()
    seats = [table.sit(role, session) for role in ROLES]
    began = time.monotonic()
    for seat in seats:
        seat.hang_up()
    for seat in seats:
        assert seat.ended(3) is not None, f"{seat.title} lives on without a terminal"
    assert time.monotonic() - began < 3
    for line in table.journal(session).splitlines():
        json.loads(line)
    assert table.run("show", session).returncode == 0


def test_nothing_acknowledged_is_lost_when_everybody_is_killed(table):
    session = table.lay()
    seats = [table.sit(role, session) for role in ROLES]
    table.do(session, table.say.note("written before the power went"))
    for seat in seats:
        seat.signal(signal.SIGKILL)
        seat.ended()
    again = table.sit("rapporteur", session)
    again.wait_until("written before the power went")


def test_a_suspended_program_leaves_the_shell_in_peace_until_it_is_fetched(table):
    session = table.lay()
    shell = table.terminal(command=["bash", "--norc", "--noprofile", "-i"])
    shell.wait_until("$")
    shell.type(f"{table.program} open {session} --as moderator\n")
    shell.wait_until(lambda: shell.is_full_screen and shell.frames).settle()
    standing = table.words(shell)
    shell.press("^Z").wait_until("Stopped")
    assert not shell.is_full_screen
    assert not [mode for mode in SWITCHES if shell.mode(mode) and mode != 2004]
    assert shell.cursor is not None
    shell.type("echo still $((6 * 7))\n").wait_until("still 42")
    table.do(session, table.say.note("while it slept"))
    shell.type("fg; echo left=$?\n").wait_until(lambda: shell.is_full_screen).wait_until("while it slept").settle()
    assert table.words(shell) & standing, shell.drawing
    table.leave(shell, ended=False)
    shell.wait_until("\nleft=0")
    assert shell.cursor is not None and not shell.is_full_screen
