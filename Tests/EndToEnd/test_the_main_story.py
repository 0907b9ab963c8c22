"""The whole of it: one session from the lobby to the gavel, at four terminals."""

import re

from table import SAMPLE

QUESTION = "How do policy makers and others connect"
POLL = "Who should carry human rights due diligence first?"
NOTES = {
    "!Remedy must be reachable for those most affected": "takeaway",
    "+Due diligence belongs in every stage": "agreement",
    "?How can small companies afford it?": "question",
    "What is not documented cannot be remedied": "note",
}


def test_a_session_is_run_from_the_lobby_to_the_gavel(table):
    moderator = enter_from_the_lobby(table)
    rapporteur = table.sit("rapporteur", SAMPLE)
    ballot = table.sit("ballot", SAMPLE)
    stage = table.sit("stage", SAMPLE, columns=100, rows=30)
    everybody = (moderator, rapporteur, ballot, stage)
    moderator.wait_until("at the table: rapporteur, ballot, stage")

    open_the_session(table, everybody)
    take_hands_and_give_the_floor(table, moderator, rapporteur, stage)
    ask_the_first_question(table, moderator, rapporteur, stage)
    write_it_down(table, moderator, rapporteur)
    take_a_poll(table, moderator, ballot, stage)
    take_back_and_do_again(table, moderator, stage)
    let_the_gavel_fall(table, everybody)
    expect_the_record(table)
    go_home(table, everybody)


def happened(table, area, name):
    """What is told of the events of a kind, in their order."""
    events = [entry["event"].get(area, {}) for entry in table.entries(SAMPLE)]
    return [event[name] for event in events if name in event]


def enter_from_the_lobby(table):
    lobby = table.terminal(columns=120, rows=36)
    lobby.title = "moderator, from the lobby"
    lobby.wait_until("WS #204").press("/").type("204").wait_gone("Session 1")
    lobby.press("Enter").wait_until("Enter moderate").press("Enter")
    lobby.wait_until("RUN OF SHOW").wait_until("not open yet").settle()
    assert len(happened(table, "poll", "drafted")) == 2
    return lobby


def open_the_session(table, everybody):
    moderator, rapporteur, _, stage = everybody
    moderator.press("o").wait_until("● LIVE").wait_until("▶ Opening")
    rapporteur.wait_until("● LIVE")
    stage.wait_until("Opening")
    moderator.press("n").wait_until("▶ Framing, 4 speakers").wait_until("✓ Opening")
    stage.wait_until("Framing, 4 speakers")
    assert happened(table, "agenda", "opened") == [{}]
    assert happened(table, "agenda", "started") == [{"segment": "s2"}]


def take_hands_and_give_the_floor(table, moderator, rapporteur, stage):
    for part, name in (("agus", "Agustina Del Campo"), ("eijk", "René van Eijk")):
        moderator.press("Space").wait_until("Raise a hand")
        moderator.type(part).press("Enter").wait_gone("Raise a hand").wait_until(name)
        stage.wait_until(name)
    moderator.wait_until(re.compile("1 Agustina.*\n.*2 René")).wait_until("QUEUE 2")
    moderator.press("Enter").wait_until("Agustina Del Campo has the floor").wait_until("of 2:00")
    rapporteur.wait_until(re.compile("NOW +Agustina Del Campo"))
    stage.wait_until("Agustina Del Campo\n").wait_until("LEFT").wait_until("then  René van Eijk")
    moderator.press("e").wait_until("Nobody")
    stage.wait_until("Nobody has the floor")
    moderator.press("Enter").wait_until("René van Eijk has the floor")
    stage.wait_until(re.compile("René van Eijk *\n *Government"))
    assert [given["person"] for given in happened(table, "floor", "given")] == ["p5", "p3"]
    assert len(happened(table, "floor", "ended")) == 1


def ask_the_first_question(table, moderator, rapporteur, stage):
    moderator.press("a").wait_until("Put a policy question").press("1")
    moderator.wait_until(re.compile("▶ 1 Global instruments"))
    stage.wait_until(QUESTION)
    rapporteur.wait_until("Question 1: Global instruments")
    assert happened(table, "agenda", "asked") == [{"question": "q1"}]


def write_it_down(table, moderator, rapporteur):
    for line in NOTES:
        text = line.lstrip("!+?")
        rapporteur.type(line).press("Enter").wait_until(lambda: text in said(table))
        rapporteur.wait_until(text[:30])
        moderator.wait_until(text[:30])
    rapporteur.type("by Tab").press("Tab").wait_until("takeaway").press("Enter")
    rapporteur.wait_until(lambda: "by Tab" in said(table))
    written = happened(table, "note", "written")
    kinds = {note["text"]: note["kind"] for note in written}
    assert kinds == {line.lstrip("!+?"): kind for line, kind in NOTES.items()} | {"by Tab": "takeaway"}
    for note in written:
        bound = note["binding"]
        assert (bound["segment"], bound["speaker"], bound["question"]) == ("s2", "p3", "q1")


def said(table):
    return {note["text"] for note in happened(table, "note", "written")}


def take_a_poll(table, moderator, ballot, stage):
    moderator.press("p").wait_until("Open a poll").press("1").wait_until("0 ballots")
    ballot.wait_until(POLL).wait_until("begin")
    stage.wait_until("Vote at a ballot terminal").wait_until("Who should carry human rights")
    for turnout, (digit, choice) in enumerate([("2", "States"), ("1", "Companies"), ("2", "States")], 1):
        ballot.press(digit, "Enter").wait_until(re.compile(f"You chose:\\s+✓ {choice}"))
        ballot.press("Enter").wait_until("Thank you")
        moderator.wait_until(f"{turnout} ballot")
        stage.wait_until(re.compile(f"{turnout} ha(s|ve) voted"))
        ballot.press("Space").wait_until(POLL)
    moderator.press("p").wait_until("Close the poll?").press("n").wait_gone("Close the poll?")
    assert not happened(table, "poll", "closed")
    moderator.press("p").wait_until("Close the poll?").press("y").wait_until("POLL  closed")
    ballot.wait_gone(POLL)
    stage.wait_gone(POLL.split()[-1])
    closed = happened(table, "poll", "closed")[0]
    counts = {"".join(pile["ballot"]["marks"]): pile["count"] for pile in closed["box"]["ballots"]}
    assert counts == {"A": 1, "B": 2}


def take_back_and_do_again(table, moderator, stage):
    moderator.press("v").wait_until("on the stage")
    stage.wait_until("A temperature check, not a decision").wait_until(re.compile("67 %"))
    moderator.press("z").wait_until("Taken back")
    stage.wait_gone("A temperature check, not a decision")
    moderator.press("Z").wait_until("Done again")
    stage.wait_until("A temperature check, not a decision")
    shared = len(table.entries(SAMPLE)) - 2
    assert happened(table, "history", "undone") == [{"entry": shared}]
    assert happened(table, "history", "redone") == [{"entry": shared}]


def let_the_gavel_fall(table, everybody):
    moderator, rapporteur, ballot, stage = everybody
    moderator.press("G").wait_until("Close the session?").wait_until("still has the floor").press("y")
    moderator.wait_until("CLOSED")
    rapporteur.wait_until("CLOSED")
    stage.wait_until("THANK YOU")
    before = table.journal(SAMPLE)
    moderator.press("n").wait_until("The session is closed")
    assert table.journal(SAMPLE) == before
    for seat in everybody:
        seat.settle()


def go_home(table, everybody):
    """Who came from the lobby goes back there first."""
    moderator = everybody[0]
    assert [table.leave(seat) for seat in everybody[1:]] == [0, 0, 0]
    moderator.press("q").wait_until(re.compile("WS #204.*closed"))
    assert table.leave(moderator) == 0


def expect_the_record(table):
    shown = table.run("show", SAMPLE).stdout
    for line in (
        "Closed",
        "q1  " + QUESTION,
        POLL + "  closed, anonymous, 3 ballots",
        "B States  2",
        "takeaway: Remedy must be reachable",
    ):
        assert line in shown, shown
    numbers = [entry["n"] for entry in table.entries(SAMPLE)]
    assert numbers == list(range(1, len(numbers) + 1))
    log = table.run("log", SAMPLE).stdout
    assert "René van Eijk has the floor" in log and "The session is closed" in log
