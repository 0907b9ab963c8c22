"""Breakout groups: divided, sent to work in sessions of their own, called back, merged, read out."""

import re

from table import SAMPLE, Table


def filled(table):
    """An open session with a dozen people who are here."""
    table.lay()
    people = [
        f'person add "Participant {number}" --group {group} --region {region} --{channel}'
        for number, (group, region, channel) in enumerate(
            [
                (group, region, channel)
                for group in ("government", "civil_society", "private_sector")
                for region in ("african", "weog")
                for channel in ("room", "online")
            ],
            1,
        )
    ]
    made = table.do(SAMPLE, *people)
    ids = re.findall(r"as (p\d+)", made)
    table.do(SAMPLE, *(f"person arrive {person}" for person in ids), table.say.OPEN)
    return ids


def group(table, event):
    """What is told of the events of a kind, in their order."""
    events = [entry["event"].get("breakout", {}) for entry in table.entries(SAMPLE)]
    return [found[event] for found in events if event in found]


def test_groups_work_in_sessions_of_their_own_and_come_back(table):
    filled(table)
    console = table.sit("moderator", SAMPLE, columns=120, rows=36)
    stage = table.sit("stage", SAMPLE, columns=100, rows=30)
    console.wait_until("RUN OF SHOW").press("D").wait_until("no group yet").press("g")
    console.wait_until("2 groups of 12 people").press("+").wait_until("3 groups of 12 people")
    console.press("Enter").wait_until("GROUPS 3").wait_until("4 people")
    console.press("c").wait_until("Who chairs Group 1?").press("1").wait_until("chair:")
    console.press("r").wait_until("Who writes in Group 1?").press("2")
    console.wait_until(lambda: len(group(table, "changed")) == 2)
    console.press("s").wait_until("Send the groups to work").press("2").wait_until("at work")
    stage.wait_until("BREAKOUT GROUPS").wait_until("then come back").wait_until("Group 3")

    # A group's session is an ordinary one: every seat works on it.
    first = f"{SAMPLE}-b1"
    chair = table.sit("moderator", first, columns=120, rows=36)
    writer = table.sit("rapporteur", first)
    chair.wait_until("Group 1").press("o").wait_until("● LIVE")
    table.to_the_capture_line(writer)
    writer.type("!Remedy within reach of all").press("Enter")
    chair.wait_until("Remedy within reach of all")
    console.wait_until("1 note")

    # Signals go both ways.
    console.press("5").wait_until("5 minutes left")
    chair.wait_until("5 minutes left")
    table.do(first, "breakout signal help")
    console.wait_until("needs help").wait_until("Group 1 needs help")
    console.press("b").wait_until("called back")
    chair.wait_until("come back")
    stage.wait_gone("then come back")

    chair.press("G").wait_until("Close the session?").press("y").wait_until("CLOSED")
    console.press("m").wait_until("brought back 1 note")
    merged = table.journal(SAMPLE)
    console.press("m").wait_until("Nothing new was brought back")
    assert table.journal(SAMPLE) == merged
    console.press("o").wait_until("has the floor")
    report = table.run("report", SAMPLE, "--form", "summary").stdout
    assert "Group 1" in report and "Takeaway: Remedy within reach of all" in report


def test_groups_on_other_machines_come_back_as_files_in_any_order(table, tmp_path):
    filled(table)
    table.do(SAMPLE, "breakout divide --groups 2", "breakout begin 15m")
    files = []
    for number in (1, 2):
        session = f"{SAMPLE}-b{number}"
        sent = table.folder / f"{session}.tar"
        assert table.run("pack", session, "-o", str(sent)).returncode == 0
        elsewhere = Table(tmp_path / f"machine-{number}")
        assert elsewhere.run("unpack", str(sent)).returncode == 0
        elsewhere.do(session, table.say.OPEN, f'note write takeaway "Said in {number}"', table.say.CLOSE)
        back = table.folder / f"back-{number}.tar"
        assert elsewhere.run("pack", session, "-o", str(back)).returncode == 0
        files.append(str(back))
    states = []
    for name, order in (("one", files), ("other", files[::-1])):
        copy = Table(tmp_path / name)
        path = table.folder / "plenary.tar"
        table.run("pack", SAMPLE, "-o", str(path))
        assert copy.run("unpack", str(path)).returncode == 0
        for file in order + order:
            done = copy.run("merge", SAMPLE, file, "--clock", "2021-12-07T17:00:00Z")
            assert done.returncode == 0, done.stdout + done.stderr
        report = copy.run("report", SAMPLE, "--form", "summary").stdout
        assert "Said in 1" in report and "Said in 2" in report
        states.append(copy.run("show", SAMPLE, "--json").stdout)
    plain = [re.sub(r'"(digest|offset)": [^\n]*', "", state) for state in states]
    assert plain[0] == plain[1]


def test_a_file_of_another_division_is_refused(table):
    filled(table)
    table.do(SAMPLE, "breakout divide --groups 2", "breakout begin 15m")
    path = table.folder / "group.tar"
    assert table.run("pack", f"{SAMPLE}-b1", "-o", str(path)).returncode == 0
    table.do(SAMPLE, "undo", "undo", "breakout divide --groups 2 --seed 2")
    done = table.run("merge", SAMPLE, str(path))
    assert done.returncode == 1
    assert "That is Group 1 of another division, not of this one" in done.stdout


def test_what_comes_back_after_the_room_was_divided_anew_is_merged(table):
    filled(table)
    table.do(SAMPLE, "breakout divide 2", "breakout begin 15m")
    late = f"{SAMPLE}-b1"
    table.do(late, table.say.OPEN, 'note write takeaway "Said late"')
    table.do(SAMPLE, "breakout recall", "breakout divide 3", "breakout begin 10m")
    done = table.run("merge", SAMPLE)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Group 1 of an earlier division brings back 1 note" in done.stdout
    assert "Said late" in table.run("report", SAMPLE, "--form", "summary").stdout
    table.do(SAMPLE, "note take b1 1", role="rapporteur")
    note = table.entries(SAMPLE)[-1]["event"]["note"]["written"]
    assert (note["kind"], note["text"]) == ("takeaway", "Said late")


def test_time_from_the_plenary_is_the_groups_own(table):
    filled(table)
    table.do(SAMPLE, "breakout divide 2", "breakout begin 15m")
    first = f"{SAMPLE}-b1"
    chair = table.sit("moderator", first, columns=120, rows=36)
    chair.wait_until("Group 1").press("o").wait_until("● LIVE").wait_until("on time")
    table.do(SAMPLE, "breakout extend b1 5m")
    chair.wait_until("20 min left").wait_until("on time")
    chair.press("D").wait_until("Call the plenary").press("t").wait_until("Called to the plenary")
    told = [signal["signal"] for signal in group(table, "heard")]
    assert [(signal["from"], signal["text"]) for signal in told] == [("b1", "We need more time")]


def test_groups_of_a_division_in_the_place_of_one_taken_back_have_sessions_of_their_own(table):
    filled(table)
    table.do(SAMPLE, "breakout divide 2", "breakout begin 15m")
    table.do(SAMPLE, "undo", "undo")
    table.do(SAMPLE, "breakout divide 2 --seed 2")
    table.do(SAMPLE, "breakout begin 10m")
    second = f"{SAMPLE}-b1-2"
    table.do(second, table.say.OPEN, 'note write takeaway "Of the second one"')
    done = table.run("merge", SAMPLE)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Group 1 brings back 1 note" in done.stdout
