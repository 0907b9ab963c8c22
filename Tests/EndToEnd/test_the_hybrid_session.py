"""The flow of a hybrid round table in three parts, at six terminals at once.

Framing and discussants; a conversation and breakout groups, in the room and online; an overview,
and assent in the room and online. Whoever says anything here is invented.
"""

import re

SESSION = "ws-crisis-due-diligence"
SENTENCE = "Companies publish how they prepare for a crisis"
PEOPLE = [
    (group, region, channel)
    for group in ("government", "civil_society", "private_sector")
    for region in ("african", "asia_pacific")
    for channel in ("room", "online")
]


def happened(table, area, name):
    """What is told of the events of a kind, in their order."""
    events = [entry["event"].get(area, {}) for entry in table.entries(SESSION)]
    return [event[name] for event in events if name in event]


def test_a_hybrid_session_runs_from_framing_to_assent(table):
    gather(table)
    moderator = table.sit("moderator", SESSION, columns=120, rows=36)
    rapporteur = table.sit("rapporteur", SESSION)
    stage = table.sit("stage", SESSION, columns=100, rows=30)
    room = table.sit("ballot", SESSION)
    online = table.sit("ballot", SESSION)
    moderator.wait_until(re.compile("at the table: rapporteur, 2 ballots, stage"))

    frame(table, moderator, stage)
    hear_discussants(table, moderator, stage, room)
    talk(table, moderator, rapporteur, room, online)
    break_out(table, moderator, stage)
    look_back(table, moderator, rapporteur, stage)
    seek_assent(table, moderator, stage, room, online)
    close(table, moderator, rapporteur, stage)


def gather(table):
    """A dozen people beside the roll, half of them online; everybody is here."""
    table.lay(SESSION)
    lines = [
        f'person add "Participant {number}" --group {group} --region {region} --{channel}'
        for number, (group, region, channel) in enumerate(PEOPLE, 1)
    ]
    ids = re.findall(r"as (p\d+)", table.do(SESSION, *lines))
    assert len(ids) == len(PEOPLE)
    table.do(SESSION, *(f"person arrive {person}" for person in ids))


def frame(table, moderator, stage):
    moderator.press("o").wait_until("● LIVE").wait_until("▶ Part 1: framing")
    moderator.press("T").wait_until("Let everybody speak in order").press("f")
    moderator.wait_until("QUEUE 4").press("Enter").wait_until("has the floor")
    stage.wait_until("LEFT")

    def times(name, count):
        return lambda: len(happened(table, "floor", name)) == count

    for spoken in range(1, 4):
        moderator.press("e").wait_until(times("ended", spoken)).wait_until("Nobody")
        moderator.press("Enter").wait_until(times("given", spoken + 1))
    moderator.press("e").wait_until(times("ended", 4))


def hear_discussants(table, moderator, stage, room):
    moderator.press("n").wait_until("▶ Part 1: discussants")
    room.press("h").wait_until("Who asks for the floor?").type("Participant 1")
    room.wait_until("Participant 12").press("Enter").wait_until("what do you want the floor for?")
    room.press("1").wait_until("chosen").press("Enter").wait_until("Your hand is up.").press("Enter")
    moderator.wait_until("QUEUE 1")
    table.do(SESSION, 'floor raise "Participant 2" --online', role="moderator")
    moderator.wait_until("QUEUE 2").press("Enter").wait_until("QUEUE 1")
    stage.wait_until("LEFT")
    moderator.press("e").wait_until("Nobody").press("Enter").wait_until("online")
    moderator.press("e").wait_until(lambda: len(happened(table, "floor", "ended")) == 6)
    channels = [turn["channel"] for turn in happened(table, "floor", "given")]
    assert channels[-2:] == ["room", "online"]


def talk(table, moderator, rapporteur, room, online):
    moderator.press("n").wait_until("▶ Part 2: conversation")
    table.to_the_capture_line(rapporteur)
    rapporteur.type("!Preparing early costs less than repairing").press("Enter")
    moderator.wait_until("Preparing early costs less")
    moderator.press("1").wait_until(re.compile("open 0:0"))
    for ballot, key in ((room, "1"), (online, "2")):
        ballot.wait_until(re.compile("begin|Yes", re.IGNORECASE)).press(key).settle()
        ballot.press("Enter").wait_until("You chose").press("Enter")
        ballot.wait_until("Your ballot is stored").press("Enter").wait_gone("Your ballot is stored")
    moderator.wait_until("2 of").press("p").wait_until("Close the poll?").press("y")
    moderator.wait_until(lambda: len(happened(table, "poll", "closed")) == 1)


def break_out(table, moderator, stage):
    moderator.press("n").wait_until("▶ Part 2: breakouts").press("D").wait_until("no group yet")
    moderator.press("g").wait_until("groups of 12 people").press("Enter").wait_until("GROUPS 2")

    def changed(times):
        return lambda: len(happened(table, "breakout", "changed")) == times

    for _ in range(2):
        before = len(happened(table, "breakout", "changed"))
        moderator.press("r").wait_until("Who writes in").press("1").wait_until(changed(before + 1))
        moderator.press("j")
    stage.wait_until("BREAKOUT GROUPS")
    moderator.press("s").wait_until("what the segment has left").press("s").wait_until("at work")
    stage.wait_until("then come back")
    for number in (1, 2):
        group = f"{SESSION}-b{number}"
        table.do(group, "session open", f'note write takeaway "Thought of in group {number}"', "session close")
    moderator.wait_until("closed with 1 note").press("b").wait_until("called back")
    moderator.press("m").wait_until("brought back 1 note")
    assert len(happened(table, "breakout", "merged")) == 2


def look_back(table, moderator, rapporteur, stage):
    moderator.press("q").wait_until("RUN OF SHOW").press("n").wait_until("▶ Part 3: overview")
    stage.wait_until("COME BACK, PLEASE")
    moderator.press("D").wait_until("GROUPS 2").press("k").settle()
    turns = len(happened(table, "floor", "given"))
    moderator.press("o").wait_until(lambda: len(happened(table, "floor", "given")) == turns + 1)
    stage.wait_until("LEFT")
    moderator.press("q").wait_until("has the floor").press("e")
    moderator.wait_until(lambda: len(happened(table, "floor", "ended")) == 7)
    rapporteur.type("~Who pays for it where budgets are small").press("Enter")
    moderator.wait_until("Who pays for it")


def seek_assent(table, moderator, stage, room, online):
    moderator.press("n").wait_until("▶ Part 3: assent")
    table.do(SESSION, f'outcome add "{SENTENCE}"')
    moderator.press("A").wait_until("OUTCOMES 1").press("Enter")
    stage.wait_until("DO WE AGREE?").wait_until("Last call: is there any objection?")
    online.wait_until("I object")
    moderator.wait_until("Last call; c counts to six").press("c")
    stage.wait_until("counted slowly")
    online.press("o").wait_until("The moderator knows.")
    stage.wait_until("Somebody objects. Let us hear why.")
    moderator.press("e").wait_until("objection").press("a").wait_until("Objection j1").press("w")
    moderator.wait_until("withdrawn").press("d").wait_until("Declared: broad agreement")
    assert len(happened(table, "outcome", "declared")) == 1


def close(table, moderator, rapporteur, stage):
    moderator.press("q").wait_until("RUN OF SHOW").press("n").wait_until("▶ Follow-up invitation")
    moderator.press("E").wait_until("nowhere yet").press("t").wait_until("Where does it go?")
    moderator.type("Policy Network").press("Enter").wait_until("to Policy Network")
    moderator.press("i").wait_until("To be invited to what comes next").type("Platforms").press("Enter")
    moderator.wait_until(lambda: happened(table, "outcome", "invited") == [{"name": "Platforms"}])
    moderator.press("G").wait_until("Close the session?").press("y")
    stage.wait_until("THANK YOU")
    rapporteur.wait_until("CLOSED")
    report = table.run("report", SESSION, "--form", "summary").stdout
    for words in ("Thought of in group 1", "Thought of in group 2", "to Policy Network", "Platforms", SENTENCE):
        assert words in report, words
