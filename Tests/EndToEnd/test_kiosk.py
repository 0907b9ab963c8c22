"""The shared terminal: what nobody can do to it, and what many can do at once."""

import json
import os
import random
import re
import signal
import time

import pytest

from voters import cast

PIN = "4711"


@pytest.fixture
def polling(table):
    """A session with an anonymous poll open and terminals that only the PIN ends."""
    session = table.lay()
    secret = table.folder / "pin"
    secret.write_text(PIN + "\n")
    table.do(session, table.say.OPEN, table.say.open_poll("v1"))
    done = table.run("do", session, "ballot lock", "--secret-file", str(secret))
    assert done.returncode == 0, done.stdout + done.stderr
    return session


def ballots(table, session):
    return [
        entry["event"]["poll"]["ballotCounted"]["turnout"]
        for entry in table.entries(session)
        if "ballotCounted" in entry["event"].get("poll", {})
    ]


def stays(seat):
    assert seat.alive, f"it ended with {seat.exit_code}\n{seat.drawing}"
    state = seat.proc("stat").rsplit(")", 1)[1].split()[0]
    assert state not in "TtZ", f"it stands still: {state}"
    assert seat.is_full_screen


# What a hand, a paste, a mouse or a window can send; Enter, which confirms, is apart.
KEYS = [
    *(character.encode() for character in "0123456789abchjkqxzmMuv:?/é%"),
    *(bytes([code]) for code in range(1, 32) if code not in (10, 13)),
    b"\x1b[A", b"\x1b[B", b"\x1bOP", b"\x1b[21~", b"\x1b[3~", b"\x1b[5~", b"\x1b[I", b"\x1b[O",
    b"\x1b", b"\x7f", b"\x1bq", b"\x1b[1;5A", b"\xff", b"\x1b[200~2\r\r1234\r\x1b[201~",
    b"\x1b[200~\x03\x1a\x1b[201~",
]  # fmt: skip
SIGNALS = [signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGWINCH]
SIZES = [(80, 24), (40, 12), (120, 36), (20, 5), (100, 30)]


def disturb(seat, chance, keys):
    """One thing at random that comes from a keyboard, a mouse or a window."""
    kind = chance.random()
    if kind < 0.01:
        seat.signal(chance.choice(SIGNALS))
    elif kind < 0.02:
        seat.resize(*chance.choice(SIZES))
    else:
        seat.send(chance.choice(keys))


def test_ten_thousand_disturbances_neither_leave_nor_vote(table, polling):
    seat = table.sit("ballot", polling)
    chance = random.Random(20261122)
    for number in range(8500):
        disturb(seat, chance, KEYS)
        if number % 50 == 0:
            seat.settle(0.01)
            stays(seat)
    assert ballots(table, polling) == [], "no key but Enter stores a ballot"
    # Now with Enter and clicks: a ballot only after it was read back.
    seat.resize(80, 24).settle()
    clicks = [f"\x1b[<0;{x};{y}{end}".encode() for x in (6, 12, 30) for y in range(4, 23) for end in "Mm"]
    both = KEYS + clicks + [b"\r"] * 30
    confirmable = 0
    for _ in range(1500):
        confirmable += seat.shows("You chose:")
        disturb(seat, chance, both)
        seat.settle(0.002)
    stays(seat)
    assert len(ballots(table, polling)) <= confirmable
    leave_with_the_pin(seat)


def leave_with_the_pin(seat):
    """Waits out what too many wrong PINs cost, and leaves."""
    seat.resize(80, 24)
    for _ in range(8):
        seat.press("Esc").settle()
        seat.press("^C").wait_until("leave with the PIN")
        seat.type(PIN).press("Enter")
        if seat.ended(10) is not None:
            break
        assert "wait" in seat.text, seat.drawing
    assert seat.exit_code == 0


def test_a_wrong_pin_does_not_leave(table, polling):
    seat = table.sit("ballot", polling)
    seat.press("^C").wait_until("leave with the PIN").type("1234").press("Enter")
    seat.wait_until("That is not the PIN")
    assert seat.alive
    assert "1234" not in seat.text
    leave_with_the_pin(seat)


def test_no_signal_of_a_keyboard_gives_the_shell_back(table, polling):
    shell = table.terminal(command=["bash", "--norc", "--noprofile", "-i"])
    shell.wait_until("$")
    shell.type(f"{table.program} open {polling} --as ballot\n")
    shell.wait_until(lambda: shell.is_full_screen and shell.frames).settle()
    for key in ("^C", "^Z", "^\\", "^D"):
        shell.press("Esc", key).settle()
        assert shell.is_full_screen, key
    (child,) = [int(pid) for pid in shell.proc(f"task/{shell.pid}/children").split()]
    for number in SIGNALS:
        os.kill(child, number)
        shell.settle()
        assert shell.is_full_screen, number
    assert "Stopped" not in shell.text


@pytest.mark.parametrize("keys", [("2", "Enter", "Enter"), ("Down", "Down", "Enter", "Enter")])
def test_a_second_after_a_ballot_nothing_tells_what_was_chosen(table, polling, keys):
    seat = table.sit("ballot", polling)
    welcome = seat.text
    *choosing, confirm = keys
    seat.press(*choosing).wait_until("You chose:")
    said = seat.length
    seat.press(confirm).wait_until("Your ballot is stored")
    assert "pass the terminal" in seat.text
    time.sleep(1)
    assert "States" not in seat.text
    # What came after the confirmation has no choice in it, and no title was ever set.
    assert b"States" not in seat.output(said)
    assert not re.search(rb"\x1b\][0-2l];", seat.output())
    # Nothing is left above the screen either: the first screen, with its scrollback, is untouched.
    lines, _ = seat.emulator.screen.put_away
    assert not any(cell.data.strip() for row in lines.values() for cell in row.values())
    seat.press("Space").wait_until(lambda: seat.text == welcome)


def test_idle_hands_are_forgotten(table, polling):
    seat = table.sit("ballot", polling, "--idle", "5")
    welcome = seat.text
    seat.press("2", "Enter").wait_until("You chose:")
    seat.wait_until(lambda: seat.text == welcome, timeout=8)
    assert ballots(table, polling) == []


def test_a_code_votes_once_and_is_told_so(table):
    session = table.lay()
    slips = table.run("codes", session, "--count", "8").stdout
    codes = re.findall(r"[2-9A-Z]{4}-[2-9A-Z]{4}", slips)
    assert len(set(codes)) == 8
    table.do(session, table.say.OPEN, 'poll draft "Meet again?"')
    table.do(session, "poll entitle v3 --codes", table.say.open_poll("v3"))
    seat = table.sit("ballot", session)
    seat.press("Enter").wait_until("Your code")
    seat.type(codes[0].lower()).press("Enter").wait_until("prefer not to say")
    seat.press("1", "Enter").wait_until("You chose:").press("Enter").wait_until("Your ballot is stored")
    assert "Yes" not in json.dumps(table.entries(session)[-1])
    seat.press("Space").wait_until("begin").press("Enter").wait_until("Your code")
    seat.type(codes[0].replace("-", "")).press("Enter").wait_until("has voted")


def test_a_sealed_poll_is_counted_with_its_passphrase_alone(table):
    session = table.lay()
    right, wrong = table.folder / "right", table.folder / "wrong"
    right.write_text("correct horse battery\n")
    wrong.write_text("correct horse batteries\n")
    table.do(session, table.say.OPEN, 'poll draft "Meet again?" --sealed')
    opened = table.run("do", session, table.say.open_poll("v3"), "--secret-file", str(right))
    assert opened.returncode == 0, opened.stdout
    table.do(session, "poll cast v3 A", "poll cast v3 A", "poll cast v3 B", role="ballot")
    files = b"".join(path.read_bytes() for path in (table.sessions / session).iterdir() if path.is_file())
    assert b"correct horse" not in files
    refused = table.run("do", session, table.say.close_poll("v3"), "--secret-file", str(wrong))
    assert refused.returncode == 1 and "not the passphrase" in refused.stdout
    closed = table.run("do", session, table.say.close_poll("v3"), "--secret-file", str(right))
    assert closed.returncode == 0, closed.stdout
    box = table.entries(session)[-1]["event"]["poll"]["closed"]["box"]
    assert {"".join(pile["ballot"]["marks"]): pile["count"] for pile in box["ballots"]} == {"A": 2, "B": 1}


def test_a_poll_whose_time_is_up_is_closed_once_by_whoever_is_there(table, polling):
    seats = [table.sit("ballot", polling) for _ in range(3)]
    seats[0].press("2", "Enter").wait_until("You chose:")
    table.do(polling, "poll extend v1 3s")
    seats[1].wait_until("closes in 0:0")
    seats[0].wait_until("Nothing was stored", timeout=8)
    seats[2].wait_until("No poll is open now", timeout=8)
    time.sleep(1)
    closed = [entry for entry in table.entries(polling) if "timedOut" in entry["event"].get("poll", {})]
    assert [entry["by"] for entry in closed] == ["ballot"]
    assert ballots(table, polling) == []


def test_a_statement_is_added_at_the_terminal_and_answered(table):
    session = table.lay()
    table.do(
        session, table.say.OPEN,
        'poll draft "What should be asked?" --method statements --choice "Meet twice a year"',
        table.say.open_poll("v3"),
    )  # fmt: skip
    seat = table.sit("ballot", session)
    seat.wait_until("Meet twice a year").press("1", "n").wait_until("type your statement")
    seat.type("Pay those who advise you").press("Enter").wait_until("2 of 2")
    seat.press("2", "Enter").wait_until("You chose:").press("Enter").wait_until("Your ballot is stored")
    table.do(session, table.say.close_poll("v3"))
    box = table.entries(session)[-1]["event"]["poll"]["closed"]["box"]
    assert [pile["ballot"]["marks"] for pile in box["ballots"]] == [{"1": 1, "2": -1}]


def test_eight_terminals_cast_two_thousand_ballots(table, polling):
    waits = cast(table, polling, terminals=8, rounds=250)
    assert ballots(table, polling) == [*range(1, 2001)]
    table.do(polling, table.say.close_poll("v1"))
    box = table.entries(polling)[-1]["event"]["poll"]["closed"]["box"]
    assert sum(pile["count"] for pile in box["ballots"]) == 2000
    # All eight confirm at once, and one of them is last: it waits for seven others, not for more.
    waits.sort()
    assert waits[int(len(waits) * 0.99)] < 10 * waits[len(waits) // 2]
