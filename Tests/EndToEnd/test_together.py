"""Several programs at one table: what happens at one terminal is seen at all."""

import re
import signal
import time

import pytest

from table import ROLES


def test_an_entry_made_at_one_terminal_is_seen_at_the_others(table):
    session = table.lay()
    console = table.sit("moderator", session)
    rapporteur = table.sit("rapporteur", session)
    table.do(session, table.say.note("seen by everybody"))
    console.wait_until("seen by everybody")
    rapporteur.wait_until("seen by everybody")


def test_a_note_typed_by_the_rapporteur_reaches_the_moderator(table):
    session = table.lay()
    console = table.sit("moderator", session)
    rapporteur = table.sit("rapporteur", session)
    table.to_the_capture_line(rapporteur)
    rapporteur.type("remedy must be reachable").press("Enter")
    console.wait_until("remedy must be reachable")


def test_a_vote_in_a_third_terminal_is_counted_in_the_first(table):
    session = table.lay()
    table.do(session, table.say.OPEN)
    console = table.sit("moderator", session)
    ballot = table.sit("ballot", session)
    stage = table.sit("stage", session)
    made = table.do(session, table.say.poll("Who goes first?", "Companies", "States", "Everybody"))
    poll = re.search(r"\b[a-z]+\d+\b", made)[0]
    table.do(session, table.say.open_poll(poll))
    for screen in (console, ballot, stage):
        screen.wait_until("Who goes first?")
    ballot.press("2").wait_until("States").settle()
    before = len(table.entries(session))
    ballot.press("Enter").wait_until("You chose").settle(0.05)
    ballot.press("Enter").wait_until(lambda: len(table.entries(session)) > before)
    ballot.wait_until(re.compile("thank you", re.IGNORECASE))
    table.do(session, table.say.close_poll(poll))
    assert "States" in console.wait_until("Who goes first?").text


def test_a_question_of_ones_own_is_put_in_one_line(table):
    session = table.lay()
    table.do(session, table.say.OPEN)
    console = table.sit("moderator", session)
    ballot = table.sit("ballot", session)
    console.press("t").wait_until("a question of your own").press("n").wait_until("poll ask")
    # Four keys beside the words of the question itself.
    console.type("Shall we go on?\"").press("Enter")
    ballot.wait_until("Shall we go on?")
    console.wait_until(re.compile("open 0:0"))
    (asked,) = [entry for entry in table.entries(session) if "asked" in entry["event"].get("poll", {})]
    ballot.press("1", "Enter").wait_until("You chose").press("Enter").wait_until("Your ballot is stored")


@pytest.mark.parametrize("key", "1234567")
def test_a_template_is_asked_with_one_key(table, key):
    session = table.lay()
    table.do(session, table.say.OPEN)
    console = table.sit("moderator", session)
    ballot = table.sit("ballot", session)
    console.press(key).wait_until(re.compile("open 0:0"))
    ballot.wait_until("begin")


def test_with_reduced_motion_news_is_painted_once_a_second(table):
    session = table.lay()
    table.do(session, table.say.OPEN, table.say.open_poll("v1"))
    calm = table.sit("stage", session, "--motion", "reduced")
    lively = table.sit("stage", session)
    calm.settle()
    painted, began = len(calm.frames), time.monotonic()
    for number in range(1, 16):
        table.do(session, "poll cast v1 A", role="ballot")
    lively.wait_until(re.compile("15 of|15 .* voted"))
    calm.wait_until(re.compile("15 of|15 .* voted"))
    assert len(calm.frames) - painted <= time.monotonic() - began + 2
    # What is asked for at the terminal itself is answered at once.
    painted = len(calm.frames)
    calm.resize(100, 30).wait_until(lambda: len(calm.frames) > painted)


def test_the_moderator_gives_the_floor_for_all_to_see(table):
    session = table.lay()
    made = table.do(session, table.say.OPEN, table.say.person("Ngozi Adeyemi-Lindqvist"))
    person = re.findall(r"\bp\d+\b", made)[-1]
    seats = [table.sit(role, session) for role in ("moderator", "rapporteur", "stage")]
    table.do(session, table.say.raise_hand(person))
    seats[0].wait_until("Adeyemi")
    table.do(session, table.say.give(person))
    for seat in seats:
        seat.wait_until("Adeyemi")


def test_what_is_undone_outside_is_gone_inside(table):
    session = table.lay()
    console = table.sit("moderator", session)
    table.do(session, table.say.note("soon taken back"), role="moderator")
    console.wait_until("soon taken back")
    table.do(session, table.say.UNDO, role="moderator")
    console.wait_gone("soon taken back")


def test_many_hands_at_once_lose_nothing(table):
    session = table.lay()
    table.sit("moderator", session)
    before = len(table.entries(session))
    desks = [
        table.terminal("do", session, *(table.say.note(f"desk {desk} line {line}") for line in range(20)))
        for desk in range(4)
    ]
    for desk in desks:
        assert desk.ended(20) == 0, desk.drawing
    entries = table.entries(session)
    assert len(entries) == before + 80
    assert [entry["n"] for entry in entries] == list(range(1, len(entries) + 1))


def test_a_terminal_nobody_reads_costs_no_one_anything(table):
    session = table.lay()
    seat = table.sit("moderator", session, columns=200, rows=60)
    memory = seat.resident
    whole_frame = seat.length
    seat.stall()
    deadline = time.monotonic() + 10
    number = 0
    while time.monotonic() < deadline:
        # A full repaint each time, so that the line fills up as a dead one does.
        seat.send(b"\x0c")
        if number % 10 == 0:
            table.do(session, table.say.note(f"stalled {number}"))
        number += 1
        time.sleep(0.05)
    table.do(session, table.say.note("the last one"))
    assert seat.alive, "gone while stalled"
    assert seat.resident - memory < 2048, "memory grows while nobody reads"
    start = seat.length
    seat.resume()
    seat.wait_until("the last one", timeout=2).settle()
    # What the kernel had taken before it was full, and two frames at most.
    assert seat.length - start <= 65536 + 2 * max(whole_frame, 20000)


def test_a_terminal_nobody_reads_can_still_be_ended(table):
    seat = table.sit("moderator", table.lay(), columns=200, rows=60)
    seat.stall()
    for _ in range(100):
        seat.send(b"\x0c")
        time.sleep(0.005)
    seat.signal(signal.SIGTERM)
    assert seat.ended(2) is not None


@pytest.mark.parametrize("role", ROLES)
def test_a_seat_at_rest_says_nothing_and_sleeps(table, role):
    seat = table.sit(role, table.lay())
    seat.settle(0.5)
    moved = [rest(seat), rest(seat)]
    # Between two minutes the time of day may move on, but not in both halves.
    assert (0, 0) in moved, f"bytes and wakes in 1.5 s each: {moved}\n{seat.drawing}"


def rest(seat):
    """Bytes and wakes of a second and a half in which nothing is done."""
    length, wakes = seat.length, seat.wakes
    time.sleep(1.5)
    return seat.length - length, seat.wakes - wakes
