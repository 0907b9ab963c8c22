"""A fair floor: an order chosen live, why somebody stands where they do, who is missing."""

import re

import pytest

from table import SAMPLE


@pytest.fixture
def waiting(table):
    """A session that is open, with René heard and four waiting, two of them online."""
    table.lay()
    say = table.say
    table.do(
        SAMPLE, say.OPEN, say.give('"René van Eijk"'), "floor end", "floor announce 1",
        say.raise_hand('"René van Eijk"'), say.raise_hand('"Agustina Del Campo"'),
        f'{say.raise_hand("p4")} --online', f'{say.raise_hand("p6")} --online',
    )  # fmt: skip
    return SAMPLE


def settings(table):
    """How the floor was set to be run, in order."""
    events = [entry["event"].get("floor", {}) for entry in table.entries(SAMPLE)]
    return [event["set"]["setting"] for event in events if "set" in event]


def test_an_order_is_chosen_and_says_why(table, waiting):
    console = table.sit("moderator", waiting, columns=120, rows=36)
    console.wait_until("in order of request").press("O").wait_until("Order of the queue")
    console.press("8").wait_until("in balanced order")
    assert settings(table)[-1] == {"order": {"to": {"rule": "balanced"}}}
    console.press("?").wait_until("The next one is announced, so nobody goes before.")
    console.press("Esc").wait_gone("Keys of").press("j", "?").wait_until("In balance: has not spoken")
    console.press("Esc").wait_gone("Keys of").press("z").wait_until("in order of request")


def test_the_moderator_overrides_with_one_key_and_that_is_recorded(table, waiting):
    console = table.sit("moderator", waiting, columns=120, rows=36)
    console.wait_until("QUEUE 4").press("j", "j", "!").wait_until("is now number 1 in the queue")
    console.press("?").wait_until("The moderator put this request here, by hand.").press("Esc")
    moved = [e["event"]["floor"]["moved"] for e in table.entries(SAMPLE) if "moved" in e["event"].get("floor", {})]
    assert moved == [{"request": "r3", "to": 1}]


def test_whoever_declines_for_now_comes_back(table, waiting):
    console = table.sit("moderator", waiting, columns=120, rows=36)
    console.wait_until("QUEUE 4").press("s").wait_until("Pass over").press("d")
    console.wait_until("QUEUE 3").press("B").wait_until("declined for now").press("1")
    console.wait_until("QUEUE 4").wait_until("waits for the floor again")


def test_who_is_missing_is_told_and_shown(table, waiting):
    console = table.sit("moderator", waiting, columns=120, rows=36)
    stage = table.sit("stage", waiting, columns=100, rows=30)
    stage.wait_until("Nobody has the floor")
    console.press("W").wait_until("Who is missing?").wait_until(re.compile("Groups .*Civil Society"))
    console.press("v")
    stage.wait_until("WHO IS MISSING?").wait_until("Civil Society")
    console.press("v").press("Esc")
    stage.wait_gone("WHO IS MISSING?")
