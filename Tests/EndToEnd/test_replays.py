"""A session played back: by entry, by segment, by time, and at any seat."""

from table import SAMPLE


def played(table):
    """A session of three segments with a turn and a note in it."""
    table.lay()
    lines = [
        "@2021-12-07T16:30:00Z", "session open", "@+300s", "agenda next",
        "@+60s", "floor give p3 --for 2m", "@+90s", "floor end", "@+30s", "agenda next",
        "@+60s", 'note write takeaway "said in the third segment"', "@+600s", "session close",
    ]  # fmt: skip
    done = table.run("do", SAMPLE, "--clock", "2021-12-07T16:29:00Z", text="\n".join(lines))
    assert done.returncode == 0, done.stdout + done.stderr
    return SAMPLE


def test_a_replay_goes_to_segments_entries_and_times(table):
    played(table)
    replay = table.terminal("replay", SAMPLE, "--at", "s2", columns=120, rows=36)
    replay.wait_until("REPLAY").wait_until("▶ Framing").press("Space").wait_until("paused")
    replay.press("]").wait_until("✓ Framing").press("[").wait_until("▶ Framing").wait_until("TURNS  0")
    replay.press("→").wait_until("TURNS  1").press("←").wait_until("TURNS  0")
    replay.press("g").wait_until("Go to").type("16:36:30").press("Enter").wait_until("TURNS  1")
    replay.press("g").wait_until("Go to").type("16:60").press("Enter").wait_until("is no entry 120")
    replay.press("g").wait_until("Go to").type("+10m").press("Enter").wait_until("said in the third segment")


def test_a_replay_shows_any_screen_at_a_moment(table):
    played(table)
    replay = table.terminal("replay", SAMPLE, "--as", "stage", "--at", "16:36:30", columns=100, rows=30)
    replay.wait_until("LEFT").press("Space", "w").wait_until("REPLAY").wait_until("HAS THE FLOOR")


def test_a_replay_that_begins_nowhere_says_so(table):
    played(table)
    done = table.run("replay", SAMPLE, "--at", "s99")
    assert done.returncode == 1 and "Segment 's99' never began" in done.stderr
    done = table.run("replay", SAMPLE, "--at", "noon")
    assert done.returncode == 1 and "'noon' is no entry 120" in done.stderr
