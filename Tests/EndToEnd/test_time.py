"""Time that keeps its promise: a new plan in two keys, everybody in order, a budget for a group."""

from table import SAMPLE


def told(table, area, name):
    """What is told of the events of a kind, in their order."""
    events = [entry["event"].get(area, {}) for entry in table.entries(SAMPLE)]
    return [event[name] for event in events if name in event]


def test_what_is_left_is_planned_anew_in_two_keys(table):
    table.lay()
    table.do(SAMPLE, table.say.OPEN, "agenda extend s2 20m")
    console = table.sit("moderator", SAMPLE, columns=120, rows=36)
    console.wait_until("late").press("L").wait_until("still to come").wait_until("ends at")
    console.press("s").wait_until("The rest is planned anew").wait_until("on time")
    assert told(table, "agenda", "replanned")[0]["way"] == "shrink"


def test_a_bell_rings_before_the_end_of_a_turn_and_after_it(table):
    table.lay()
    table.do(SAMPLE, table.say.OPEN)
    console = table.sit("moderator", SAMPLE, "--bell", columns=120, rows=36)
    quiet = table.sit("stage", SAMPLE)
    table.do(SAMPLE, "floor give p1 --for 4s")
    console.wait_until(lambda: console.wrote("\a")).wait_until("over by 0:01")
    console.wait_until(lambda: console.output().count(b"\a") == 2)
    assert not quiet.wrote("\a")


def test_everybody_speaks_in_order_for_a_few_seconds_each(table):
    table.lay()
    say = table.say
    table.do(SAMPLE, say.OPEN, say.raise_hand("p3"), say.raise_hand("p4"), say.raise_hand("p5"))
    console = table.sit("moderator", SAMPLE, columns=120, rows=36)
    console.wait_until("QUEUE 3").press("T").wait_until("a few seconds each").press("e")
    console.wait_until("A round of those who wait begins")
    console.press("Enter").wait_until("has the floor")
    assert len(told(table, "floor", "roundBegun")[0]["places"]) == 3
