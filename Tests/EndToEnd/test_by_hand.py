"""Other ways to run a table: the mouse, the palette, fast fingers, a demo, a replay, plain lines."""

import random
import re
import time

import pytest

from table import SAMPLE

QUEUE = ("René van Eijk", "Agustina Del Campo", "Sarina Phu")


@pytest.fixture
def live(table):
    """A session that is open, with three people waiting for the floor."""
    table.lay()
    table.do(SAMPLE, table.say.OPEN, *(table.say.raise_hand(f'"{name}"') for name in QUEUE))
    return SAMPLE


def happened(table, area, name, session=SAMPLE):
    """What is told of the events of a kind, in their order."""
    events = [entry["event"].get(area, {}) for entry in table.entries(session)]
    return [event[name] for event in events if name in event]


# The mouse


def test_a_row_of_the_queue_is_given_the_floor_by_two_clicks(table, live):
    console = table.sit("moderator", live, columns=120, rows=36)
    console.click("2 Agustina").settle()
    assert not happened(table, "floor", "given")
    console.click("2 Agustina").wait_until("Agustina Del Campo has the floor")
    assert [given["person"] for given in happened(table, "floor", "given")] == ["p5"]


def test_a_key_hint_does_what_its_key_does(table, live):
    console = table.sit("moderator", live, columns=120, rows=36)
    console.click("give floor").wait_until("René van Eijk has the floor")
    console.click("e end").wait_until(lambda: happened(table, "floor", "ended"))
    console.click("? help").wait_until("Esc").settle()
    console.press("Esc").wait_until("RUN OF SHOW").settle()
    console.click("open poll").wait_until("Open a poll").click("Who should carry")
    console.wait_until(lambda: happened(table, "poll", "opened"))


def test_a_ballot_is_cast_by_touch_alone(table, live):
    table.do(live, table.say.open_poll("v1"))
    ballot = table.sit("ballot", live)
    ballot.wait_until("Companies").click("Companies").wait_until("prefer not to say").settle()
    ballot.click("Companies").settle()
    ballot.click("Enter confirm").wait_until("You chose")
    ballot.click("confirms").wait_until("Thank you")
    assert len(happened(table, "poll", "ballotCounted")) == 1


def test_the_wheel_walks_through_the_queue(table, live):
    console = table.sit("moderator", live, columns=120, rows=36)
    column, row = console.find("1 René")
    console.send(f"\x1b[<65;{column + 1};{row + 1}M".encode())
    console.wait_until("CELE (Center")


def test_the_mouse_can_be_left_to_the_terminal(table):
    console = table.sit("moderator", table.lay())
    assert console.mode(1006)
    console.press("m").wait_until(lambda: not console.mode(1006) and not console.mode(1000))
    console.press("m").wait_until(lambda: console.mode(1006))
    assert not table.sit("moderator", SAMPLE, "--no-mouse").mode(1000)


# The palette


def test_a_command_is_typed_into_the_palette(table, live):
    console = table.sit("moderator", live)
    console.press(":").type('floor give "Sarina Phu" --for 90s').press("Enter")
    console.wait_until("Sarina Phu has the floor for 1:30")
    assert [given["person"] for given in happened(table, "floor", "given")] == ["p6"]


def test_the_palette_finds_what_a_key_does_by_its_words(table, live):
    console = table.sit("moderator", live)
    console.press("^P").type("close the list").wait_until("close the list").press("Enter")
    console.wait_until(lambda: happened(table, "floor", "listClosed"))


def test_the_palette_completes_words_and_names(table, live):
    console = table.sit("moderator", live)
    console.press(":").type("floor gi").press("Tab").wait_until("floor give")
    console.type("Agus").press("Tab").wait_until("Agustina Del Campo").settle()
    console.press("Enter").wait_until("Agustina Del Campo has the floor")


def test_the_palette_says_what_is_wrong_and_changes_nothing(table, live):
    console = table.sit("moderator", live)
    before = table.journal(live)
    console.press(":").type("floor fly p1").press("Enter")
    console.wait_until(re.compile("! .*fly"))
    assert table.journal(live) == before


# Fast fingers


@pytest.mark.parametrize("gap", [0, 0.001], ids=["at-once", "one-by-one"])
def test_two_hundred_letters_typed_quickly_are_all_there(table, gap):
    session = table.lay()
    rapporteur = table.sit("rapporteur", session)
    chance = random.Random(200)
    words = ["remedy", "für", "alle", "états", "due", "diligence", "权利", "first", "é", "now"]
    text = "w"
    while len(text) < 200:
        text += " " + chance.choice(words)
    if gap:
        for character in text:
            rapporteur.type(character)
            time.sleep(gap)
    else:
        rapporteur.type(text)
    rapporteur.press("Enter")
    rapporteur.wait_until(lambda: [note["text"] for note in happened(table, "note", "written")] == [text])


def test_notes_written_in_a_row_without_waiting_are_all_kept(table):
    session = table.lay()
    rapporteur = table.sit("rapporteur", session)
    rapporteur.type("".join(f"note number {number}\r" for number in range(30)))
    rapporteur.wait_until(lambda: len(happened(table, "note", "written")) == 30)
    assert [note["text"] for note in happened(table, "note", "written")] == [
        f"note number {number}" for number in range(30)
    ]


# The demo


def test_simulated_people_raise_hands_and_vote_in_a_demo(table):
    console = table.terminal("demo", "--speed", "20", columns=120, rows=36)
    console.wait_until("Enter").press("o").wait_until("LIVE")
    console.wait_until(re.compile("QUEUE [1-9]"), timeout=10).press("Enter")
    console.wait_until(re.compile("has the floor for"))
    assert happened(table, "floor", "raised", "demo")
    assert happened(table, "floor", "given", "demo")
    console.press("p").wait_until("Open a poll").press("1")
    console.wait_until(lambda: len(happened(table, "poll", "ballotCounted", "demo")) >= 3, timeout=10)
    assert table.leave(console) == 0


def test_others_join_the_demo_that_is_running(table):
    stage = table.terminal("demo", "--as", "stage", "--speed", "100")
    stage.wait_until(re.compile("LEFT"), timeout=10)
    rapporteur = table.terminal("demo", "--as", "rapporteur")
    rapporteur.wait_until(re.compile("at the table: .*stage"))
    assert [path.name for path in table.sessions.iterdir()] == ["demo"]


# The replay


def test_a_session_is_played_back_faster_than_it_went(table):
    replay = table.terminal(
        "replay", "wsis-digital-transformation", "--speed", "60", columns=120, rows=36
    )
    replay.wait_until("REPLAY").wait_until(re.compile("TURNS +[2-9]"), timeout=10)
    replay.press("Space").wait_until(re.compile(r"Entry \d+ of \d+, paused"))
    entry, last = map(int, re.search(r"Entry (\d+) of (\d+)", replay.text).groups())
    replay.settle().press("Right").wait_until(f"Entry {entry + 1} of {last}")
    replay.press("e").settle()
    assert table.leave(replay) == 0
    assert not list(table.sessions.iterdir()), "a replay writes nothing"


def test_a_replay_comes_to_its_end(table):
    done = table.run("replay", "wsis-digital-transformation", "--speed", "100000", timeout=10)
    assert done.returncode == 0
    assert "The session is closed" in done.stdout
    entries = table.entries(table.lay("wsis-digital-transformation"))
    assert done.stdout.splitlines()[-1].split()[0] == str(len(entries))


# Plain lines


def test_a_queue_and_a_vote_are_run_in_plain_lines(table):
    session = table.lay()
    moderator = plain(table, "moderator", session)
    ballot = plain(table, "ballot", session)
    tell(moderator, table.say.OPEN, "The session is open")
    for name in QUEUE:
        tell(moderator, table.say.raise_hand(f'"{name}"'), f"FLOOR: {name} asks for the floor")
    tell(moderator, table.say.give("next"), "FLOOR: René van Eijk has the floor")
    tell(moderator, "floor pause", "FLOOR:")
    tell(moderator, "floor resume", "FLOOR:")
    tell(moderator, table.say.skip("r2", "absent"), "FLOOR: Agustina Del Campo")
    tell(moderator, "floor withdraw r3", "FLOOR: Sarina Phu")
    tell(moderator, "floor end", "FLOOR: René van Eijk")
    tell(moderator, "floor readd", "FLOOR: René van Eijk")
    tell(moderator, "floor end", "NOT DONE: ")
    tell(moderator, table.say.open_poll("v1"), "POLL OPEN: ")
    ballot.wait_until(lambda: ballot.wrote("1. Companies"))
    tell(ballot, "7", "NOT DONE: ")
    tell(ballot, "1", "You say: ")
    tell(ballot, "no", "Nothing was cast.")
    tell(ballot, "2", "Type 'yes' to cast it")
    tell(ballot, "yes", "POLL: Poll v1 has 1 ballot")
    moderator.wait_until(lambda: moderator.wrote("POLL: Poll v1 has 1 ballot"))
    tell(moderator, table.say.close_poll("v1"), "Poll v1 is closed with 1 ballot")
    tell(moderator, table.say.share("v1"), "Poll v1 is on the stage")
    tell(moderator, table.say.UNDO, "TAKEN BACK: ")
    tell(moderator, table.say.CLOSE, "The session is closed")
    for seat in (moderator, ballot):
        assert table.leave(seat) == 0
        assert b"\x1b" not in seat.output()


def plain(table, role, session):
    seat = table.terminal("open", session, "--as", role, "--plain")
    return seat.wait_until(lambda: seat.wrote(f"{role}> "))


def tell(seat, line, answer):
    """Says a line, and waits for what is answered to it."""
    before = seat.length
    seat.type(line + "\n")
    seat.wait_until(lambda: answer.encode() in seat.output(before))


def test_a_session_is_run_through_a_pipe(table):
    session = table.lay()
    lines = [table.say.OPEN, table.say.raise_hand('"René van Eijk"'), table.say.give("next"), "show"]
    done = table.run("open", session, text="\n".join([*lines, "floor fly", "quit", ""]))
    assert done.returncode == 0
    assert "\x1b" not in done.stdout + done.stderr
    assert "FLOOR: René van Eijk has the floor" in done.stdout
    assert "NOT DONE: " in done.stdout
    assert [given["person"] for given in happened(table, "floor", "given")] == ["p3"]


# Everything said is explained


@pytest.mark.parametrize("role", ["moderator", "rapporteur"])
def test_a_key_that_cannot_be_used_says_why(table, role):
    session = table.lay()
    seat = table.sit(role, session)
    before = table.journal(session)
    seat.press({"moderator": "e", "rapporteur": "Enter"}[role])
    seat.wait_until({"moderator": "Nobody has the floor", "rapporteur": "Write something first"}[role])
    assert table.journal(session) == before


@pytest.mark.parametrize("key", ["?", "F1"])
def test_help_lists_the_keys_of_the_console(table, key):
    console = table.sit("moderator", table.lay(), columns=120, rows=36)
    console.press(key).wait_until("Floor").wait_until("give floor")
    console.press("Esc").wait_until("RUN OF SHOW")
