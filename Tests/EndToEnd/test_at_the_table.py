"""Sessions as they come: new ones, many voters at once, votes by name, themes of one's own."""

import json
import re

import pytest

from table import REPOSITORY, SAMPLE

THEMES = sorted(path.stem for path in (REPOSITORY / "Themes").glob("*.json"))


def happened(table, session, area, name):
    events = [entry["event"].get(area, {}) for entry in table.entries(session)]
    return [event[name] for event in events if name in event]


def test_a_session_is_made_in_the_lobby_and_run_with_little_planned(table):
    lobby = table.terminal(columns=100, rows=30)
    lobby.wait_until("new").settle().press("n").wait_until("New session")
    lobby.type("Späte Runde").press("Enter").wait_until("not open yet")
    (session,) = [path.name for path in table.sessions.iterdir()]
    lobby.press("o").wait_until("The agenda has no segment; d adds one")
    lobby.press("d").wait_until("no segment yet").press("s").wait_until("New segment")
    lobby.type("Gespräch").press("Tab").type("20").press("Enter").wait_until("Segment s1")
    lobby.press("a").wait_until("New policy question")
    lobby.type("Who pays?").press("Enter").wait_until("Question q1").settle()
    lobby.press("q").wait_until("open the session").press("o").wait_until("LIVE")
    lobby.press("Space").wait_until("Raise a hand").type("Åsa Öberg").wait_until("puts 'Åsa Öberg'")
    lobby.press("Enter").wait_until("is on the roll").settle()
    lobby.press("Enter").wait_until("asks for the floor")
    lobby.press("Enter").wait_until("Åsa Öberg has the floor")
    assert len(happened(table, session, "floor", "given")) == 1
    lobby.press("q").wait_until("Späte Runde").settle()
    assert table.leave(lobby) == 0


def test_a_session_is_made_from_the_command_line(table):
    name = table.run("new", "Open forum: rights & tech").stdout.strip()
    assert (table.sessions / name / "journal.jsonl").exists()
    assert "Open forum: rights & tech" in table.run("show", name).stdout
    again = table.run("new", "Open forum: rights & tech")
    assert again.returncode == 0 and again.stdout.strip() != name


def test_five_voters_at_five_terminals_lose_no_ballot(table):
    session = table.lay()
    table.do(session, table.say.OPEN, table.say.open_poll("v1"))
    console = table.sit("moderator", session)
    ballots = [table.sit("ballot", session) for _ in range(5)]
    for _ in range(3):
        for number, ballot in enumerate(ballots):
            ballot.wait_until("Companies").press("123"[number % 3])
        for ballot in ballots:
            ballot.press("Enter").wait_until("You chose")
        for ballot in ballots:
            ballot.press("Enter")
        for ballot in ballots:
            ballot.wait_until("Thank you").press("Space")
    console.wait_until("15 ballots")
    assert [count["turnout"] for count in happened(table, session, "poll", "ballotCounted")] == [*range(1, 16)]
    table.do(session, table.say.close_poll("v1"))
    box = happened(table, session, "poll", "closed")[0]["box"]
    assert {"".join(pile["ballot"]["marks"]): pile["count"] for pile in box["ballots"]} == {"A": 6, "B": 6, "C": 3}
    assert "roll" not in box or not box["roll"]


def test_an_anonymous_ballot_leaves_no_trace_of_who_cast_it(table):
    session = table.lay()
    table.do(session, table.say.OPEN, table.say.open_poll("v1"))
    ballot = table.sit("ballot", session)
    ballot.press("3", "Enter").wait_until("You chose").press("Enter").wait_until("Thank you")
    last = table.entries(session)[-1]
    assert last["event"] == {"poll": {"ballotCounted": {"poll": "v1", "turnout": 1}}}


def test_a_public_ballot_stands_beside_a_name_and_only_once(table):
    session = table.lay()
    table.do(session, table.say.OPEN, 'poll draft "Meet again?" --public', table.say.open_poll("v3"))
    ballot = table.sit("ballot", session)
    ballot.wait_until("begin").press("Enter").wait_until("Your name")
    ballot.type("khilji").press("Enter").wait_until("prefer not to say")
    ballot.press("1", "Enter").wait_until("Usama Khilji").press("Enter").wait_until("Thank you")
    cast = happened(table, session, "poll", "ballotCast")
    assert [(each["voter"], [*each["ballot"]["marks"]]) for each in cast] == [("p7", ["A"])]
    ballot.press("Space").wait_until("begin").press("Enter").wait_until("Your name")
    ballot.type("khilji").wait_until("has voted")


def test_half_a_ballot_is_not_kept_when_the_poll_closes(table):
    session = table.lay()
    table.do(session, table.say.OPEN, table.say.open_poll("v1"))
    ballot = table.sit("ballot", session)
    ballot.press("1", "Enter").wait_until("You chose")
    table.do(session, table.say.close_poll("v1"))
    ballot.wait_until("Nothing was stored")
    assert not happened(table, session, "poll", "ballotCounted")


def test_a_stray_key_neither_votes_nor_leaves(table):
    session = table.lay()
    table.do(session, table.say.OPEN, table.say.open_poll("v1"))
    seats = [table.sit("ballot", session), table.sit("stage", session)]
    before = table.journal(session)
    for seat in seats:
        seat.press("Enter", "q", "Esc", "^C", "x", ":", "Enter").settle()
        assert seat.alive
    assert table.journal(session) == before


@pytest.mark.parametrize("theme", THEMES)
def test_a_session_is_shown_in_every_theme_that_comes_along(table, theme):
    session = table.lay()
    usual = table.sit("moderator", session)
    other = table.sit("moderator", session, "--theme", str(REPOSITORY / "Themes" / f"{theme}.json"))
    assert other.text == usual.text


def test_a_broken_theme_names_its_line(table):
    broken = table.folder / "broken.json"
    broken.write_text('{\n  "title": "Broken",\n  "roles": {\n    "text": {"fg": "no such colour"}\n  }\n}\n')
    done = table.run("open", table.lay(), "--theme", str(broken))
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "broken.json" in done.stderr and re.search(r"\b4\b", done.stderr), done.stderr


def test_a_check_is_told_in_words_and_as_data(table):
    told = table.run("check", SAMPLE)
    data = json.loads(table.run("check", SAMPLE, "--json").stdout)
    assert told.returncode == 0 and data
    assert "segments add up to 60 minutes" in told.stdout
