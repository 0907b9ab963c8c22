"""Documents in: every kind of file, what is refused, the review before anything is written."""

import json
import subprocess

import pytest

from shared import shared
from table import REPOSITORY, SAMPLE

FIXTURES = REPOSITORY / "Tests" / "ImportersTests" / "Fixtures"
PAGE = """IGF 2021 WS #7 Lanterns for Small Harbours
Tuesday, 7th December, 2021 (16:30 UTC) - Tuesday, 7th December, 2021 (17:30 UTC)
Ballroom C

Organizer 1: Ada Finch, Harbour Trust
Speaker 1: Bo Larsen, Government, Eastern European Group

Cem Aydın, Technical Community, Asia-Pacific Group

Online Moderator

Dara Okoye, Private Sector, African Group

Round Table - Circle - 90 Min

Policy Question(s)

1. Who lights the lantern?
2. Who pays for the oil?
"""
PROGRAMME = "".join(
    f"IGF 2019 WS #{number} {title}\n\nSpeaker 1: {who}, Civil Society, African Group\n\n"
    for number, title, who in ((11, "Oil and Light", "Ada Finch"), (12, "A Bell in the Fog", "Bo Larsen"))
)
SPEECH = """>> ADA FINCH: Good morning to everybody here.

>> B. LARSEN: The oil is paid for.

>> Who is it?

>> ADA FINCH: Thank you.
"""
KEYS = (
    "kind confidence title type number year start end room format organizers speakers moderators "
    "onlineModerators rapporteurs people policyQuestions sdgs agenda sessions takeaways "
    "callsToAction turns speakersSpoken warnings"
).split()


def put(table, name, content):
    path = table.folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def review(table, *arguments, **size):
    terminal = table.terminal("import", *arguments, **size)
    terminal.wait_until(lambda: terminal.is_full_screen and terminal.frames)
    return terminal.settle()


def state(table, session):
    return json.loads(table.run("show", session, "--json").stdout)["session"]


def sessions(table):
    return sorted(path.name for path in table.sessions.iterdir())


# What comes in


@pytest.mark.parametrize(
    "name", sorted(path.name for path in FIXTURES.iterdir() if path.suffix != ".json")
)
def test_every_kind_is_told_with_every_key(table, name):
    done = table.run("import", str(FIXTURES / name), "--dry-run", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert list(told) == KEYS
    assert 0 < told["confidence"] <= 1
    assert sessions(table) == []


def test_standard_input_is_read(table):
    done = table.run("import", "-", "--dry-run", "--json", text=PAGE)
    assert json.loads(done.stdout)["number"] == 7


def test_a_kind_can_be_said(table):
    path = put(table, "words.txt", "Ada Finch: Good morning\n")
    done = table.run("import", path, "--kind", "transcript", "--dry-run", "--json")
    told = json.loads(done.stdout)
    assert (told["kind"], told["confidence"]) == ("transcript", 1.0)


# What is refused


@pytest.mark.parametrize(
    "name, content, sentence",
    [
        ("empty.txt", b"", "'empty.txt' is empty; nothing was imported"),
        ("blank.txt", b" \n\t\n", "'blank.txt' is empty; nothing was imported"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0", "'picture.png' is not a text; nothing was imported"),
        ("prose.txt", b"Lorem ipsum dolor sit amet\n", "Nothing in 'prose.txt' was recognised; nothing was imported"),
        ("large.txt", b"a" * 50_000_001, "'large.txt' is larger than 50 MB; nothing was imported"),
    ],
)
def test_what_is_no_document_is_refused_in_one_sentence(table, name, content, sentence):
    done = table.run("import", put(table, name, content))
    assert done.returncode != 0
    assert done.stderr.strip() == sentence
    assert sessions(table) == []


def test_a_file_that_is_not_there_is_named(table):
    done = table.run("import", "nowhere.txt")
    assert done.returncode != 0
    assert done.stderr.strip().startswith("Could not open 'nowhere.txt'")


def test_a_missing_title_is_asked_for(table):
    path = put(table, "untitled.txt", PAGE.split("\n", 1)[1])
    done = table.run("import", path)
    assert done.returncode != 0
    assert "has no title; give the session one with --title" in done.stderr
    assert sessions(table) == []
    assert table.run("import", path, "--title", "Lanterns").returncode == 0
    assert sessions(table) == ["lanterns"]


# What becomes of it


def test_a_page_becomes_a_session_and_goes_out_as_a_calendar(table):
    made = table.run("import", put(table, "page.txt", PAGE), "--yes")
    assert "both are kept" in made.stderr
    name = made.stdout.strip().splitlines()[-1]
    plan = state(table, name)["plan"]
    assert plan["title"] == "Lanterns for Small Harbours"
    assert [question["text"] for question in plan["questions"]] == [
        "Who lights the lantern?", "Who pays for the oil?",
    ]
    calendar = table.run("export", name, "--format", "ics").stdout
    back = table.run("import", "-", "--dry-run", "--json", text=calendar)
    told = json.loads(back.stdout)
    assert (told["title"], told["start"], told["end"], told["room"]) == (
        "Lanterns for Small Harbours", "2021-12-07T16:30:00Z", "2021-12-07T17:30:00Z", "Ballroom C",
    )


def test_a_page_of_several_sessions_becomes_several(table):
    done = table.run("import", put(table, "week.txt", PROGRAMME), "--yes")
    assert done.returncode == 0, done.stderr
    assert len(sessions(table)) == 2
    into = table.run("import", put(table, "week.txt", PROGRAMME), "--into", SAMPLE, "--yes")
    assert into.returncode != 0
    assert "holds 2 sessions" in into.stderr


def test_a_transcript_becomes_turns_that_can_be_replayed(table):
    name = table.run("import", put(table, "page.txt", PAGE), "--yes").stdout.split()[-1]
    done = table.run("import", put(table, "speech.txt", SPEECH), "--into", name, "--yes")
    assert "'B. LARSEN' was taken for Bo Larsen" in done.stderr
    assert "1 turns without a name were left out" in done.stderr
    people = {person["id"]: person["name"] for person in state(table, name)["people"]["roll"]}
    turns = state(table, name)["floor"]["turns"]
    assert [(people[turn["person"]], turn["words"]) for turn in turns] == [
        ("Ada Finch", 5), ("Bo Larsen", 5), ("Ada Finch", 2),
    ]
    table.terminal("replay", name, "--speed", "60").wait_until("REPLAY")
    # What a screen shows for a moment a busy machine may not see; what is printed stays.
    told = table.run("replay", name, "--speed", "100000", timeout=10).stdout
    assert told.index("Ada Finch") < told.index("Bo Larsen")


# The review


def test_nothing_is_written_before_create(table):
    screen = review(table, put(table, "page.txt", PAGE))
    screen.wait_until("to look at")
    assert sessions(table) == []
    assert table.leave(screen) == 0
    assert sessions(table) == []


def test_what_is_uncertain_is_accepted_changed_and_dropped(table):
    screen = review(table, put(table, "page.txt", PAGE), columns=120, rows=36)
    screen.press("c").wait_until("uncertain; c again takes")
    assert sessions(table) == []
    screen.press("A").wait_until("nothing uncertain")
    screen.press("/").type("Who pays").press("Enter", "Space", "Esc").settle()
    screen.press("/").type("Lanterns").press("Enter", "Enter").type(" and Bells").press("Enter", "Esc").settle()
    screen.press("c")
    screen.ended()
    assert len(sessions(table)) == 1
    plan = state(table, sessions(table)[0])["plan"]
    assert plan["title"] == "Lanterns for Small Harbours and Bells"
    assert [question["text"] for question in plan["questions"]] == ["Who lights the lantern?"]


def test_a_session_of_a_programme_can_be_left_out(table):
    screen = review(table, put(table, "week.txt", PROGRAMME))
    screen.press("/").type("session 1").press("Enter", "Space", "Esc").settle()
    screen.press("A", "c")
    screen.ended()
    (name,) = sessions(table)
    assert state(table, name)["plan"]["title"] == "A Bell in the Fog"


def test_a_list_of_people_is_looked_at_row_by_row(table):
    table.lay()
    before = len(table.entries(SAMPLE))
    path = put(table, "guests.csv", "Name,Group\nAda Finch,Gov\nBo Larsen,Tinkerers\n")
    screen = review(table, path, "--into", SAMPLE)
    screen.press("Tab").wait_until("group 'Tinkerers' is not known")
    screen.press("Space", "A", "c")
    screen.ended()
    added = [entry["event"]["people"]["added"] for entry in table.entries(SAMPLE)[before:]]
    assert [person["name"] for person in added] == ["Ada Finch"]


def test_who_speaks_is_confirmed(table):
    name = table.run("import", put(table, "page.txt", PAGE), "--yes").stdout.split()[-1]
    screen = review(table, put(table, "speech.txt", SPEECH), "--into", name, columns=120, rows=36)
    screen.press("/").type("speaks").press("Enter", "Down").wait_until("'B. LARSEN' in the file")
    screen.press("Enter", "^U").type("Cem Aydın").press("Enter", "Esc", "A", "c")
    screen.ended()
    people = {person["id"]: person["name"] for person in state(table, name)["people"]["roll"]}
    spoke = [people[turn["person"]] for turn in state(table, name)["floor"]["turns"]]
    assert spoke == ["Ada Finch", "Cem Aydın", "Ada Finch"]


# Broken files


def test_broken_files_harm_nobody(table):
    files = sorted(str(path) for path in FIXTURES.iterdir() if path.suffix != ".json")
    done = table.run("try-imports", *files, "--inputs", "20000", "--seed", "7", timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_scorer_finds_nothing_missing(table):
    scorer = shared("data/pages/score_import.py")
    assert scorer, "the data beside the checkout is needed"
    done = subprocess.run(
        ["python3", str(scorer), "--bin", table.program], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout[-3000:]
