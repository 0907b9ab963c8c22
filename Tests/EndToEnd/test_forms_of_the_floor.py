"""Forms of the floor: a fishbowl with its free chair, a talking stick that is handed on by name."""

from table import SAMPLE


def told(table, name):
    """What is told of the floor's events of a kind, in their order."""
    events = [entry["event"].get("floor", {}) for entry in table.entries(SAMPLE)]
    return [event[name] for event in events if name in event]


def test_one_comes_into_the_fishbowl_when_another_leaves(table):
    table.lay()
    table.do(SAMPLE, table.say.OPEN, table.say.NEXT, "floor fishbowl p1 p2")
    console = table.sit("moderator", SAMPLE, columns=120, rows=36)
    stage = table.sit("stage", SAMPLE, columns=100, rows=30)
    console.wait_until("circle of 2, a chair free")
    stage.wait_until("A chair is free: come in and speak")
    console.press("F").wait_until("somebody takes the free chair").press("t")
    console.wait_until("The free chair is taken by").type("usama").press("Enter")
    console.wait_until("circle of 3, no chair free")
    stage.wait_until("No chair is free: one leaves first")
    console.press("F").wait_until("leaves the circle").press("1").wait_until("circle of 2, a chair free")
    refused = table.do(SAMPLE, "floor give p1", refused=True)
    assert "does not sit in the circle" in refused
    assert len(told(table, "chairTaken")) == len(told(table, "chairLeft")) == 1


def test_the_talking_stick_takes_the_floor_along(table):
    table.lay()
    table.do(SAMPLE, table.say.OPEN, "floor raise p1", "floor stick p2")
    console = table.sit("moderator", SAMPLE, columns=120, rows=36)
    stage = table.sit("stage", SAMPLE, columns=100, rows=30)
    console.wait_until("stick: ").press("Enter").wait_until("has the floor")
    stage.wait_until("the talking stick is with")
    console.press("Enter").wait_until("The talking stick goes to").type("usama").press("Enter")
    console.wait_until("stick: Usama Khilji")
    assert told(table, "given")[-1]["person"] == "p7"
    assert "holds the talking stick" in table.do(SAMPLE, "floor give r1", refused=True)
    console.press("z").wait_gone("stick: Usama Khilji")
    console.press("F").wait_until("put it away").press("q").wait_until("in order of request")
