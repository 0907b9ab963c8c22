"""Ranked ballots counted from a file."""

import json
from fractions import Fraction

import pytest

# The example of the French Wikipedia: two seats, a hundred ballots.
SEATS = """4 2
28 1 2 3 4 0
14 1 3 4 2 0
15 2 3 1 4 0
17 3 1 2 4 0
26 4 2 3 1 0
0
"A"
"B"
"C"
"D"
"Two seats"
"""


def counted(table, text, *arguments):
    """The count of ballots as JSON."""
    file = table.folder / "ballots.blt"
    file.write_text(text)
    done = table.run("count", str(file), *arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_surplus_is_exact_in_json(table):
    count = counted(table, SEATS, "--method", "stv")
    assert set(count) == {"method", "seats", "winners", "rounds", "exhausted"}
    assert (count["method"], count["seats"], count["winners"]) == ("stv", 2, ["A", "B"])
    tallies = [{name: Fraction(value) for name, value in each["tally"].items()}
               for each in count["rounds"]]
    assert tallies == [
        {"A": 42, "B": 15, "C": 17, "D": 26},
        {"B": Fraction(61, 3), "C": Fraction(59, 3), "D": 26},
        {"B": Fraction(112, 3), "D": Fraction(86, 3)},
    ]
    assert [each["elected"] for each in count["rounds"]] == [["A"], [], ["B"]]
    assert [each["eliminated"] for each in count["rounds"]] == [[], ["C"], []]
    assert count["exhausted"] == 0


@pytest.mark.parametrize("method", ["plurality", "borda", "irv", "stv", "schulze"])
def test_every_method_finds_as_many_as_are_asked_for(table, method):
    for seats in (1, 2, 3):
        count = counted(table, SEATS, "--method", method, "--seats", str(seats))
        assert len(set(count["winners"])) == seats
        assert count["method"] == method


def test_the_rounds_are_a_table_in_text(table):
    file = table.folder / "ballots.blt"
    file.write_text(SEATS)
    text = table.run("count", str(file), "--method", "stv").stdout
    assert "A, B" in text and "20.333" in text and "out in round 2" in text
    assert max(map(len, text.splitlines())) <= 78


def test_a_lot_is_told_and_drawn_again_alike(table):
    tie = "2 1\n1 1 0\n1 2 0\n0\nAna\nBako\n"
    told = {table.run("count", "-", "--method", "irv", text=tie).stdout for _ in range(3)}
    assert len(told) == 1 and "by lot" in told.pop()


@pytest.mark.parametrize("text", ["", "4 2\n28 1 2", SEATS.replace("28 1 2", "28 1 9"),
                                  SEATS.replace('"D"', '"D')])
def test_a_damaged_file_is_refused_in_one_sentence(table, text):
    done = table.run("count", "-", "--method", "irv", text=text)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1 and "standard input" in done.stderr


RANKING = "2 1\n3 1 2 0\n2 2 0\n1 0\n0\n\"Sea\"\n\"Sky\"\n\"Where first?\"\n"


def taken(table):
    """A session with a ranking that was taken elsewhere."""
    file = table.folder / "ballots.blt"
    file.write_text(RANKING)
    session = table.run("new", "Elsewhere", "--name", "elsewhere").stdout.strip()
    done = table.run("polls", "import", str(file), "--into", session)
    assert done.returncode == 0, done.stderr
    return session


@pytest.mark.parametrize("ending", ["csv", "json", "blt"])
def test_ballots_come_back_from_every_format_as_they_were(table, ending):
    session = taken(table)
    file = table.folder / f"again.{ending}"
    assert table.run("polls", "export", session, "--poll", "v1", "-o", str(file)).returncode == 0
    done = table.run("polls", "import", str(file), "--into", session)
    assert done.returncode == 0, done.stderr
    polls = json.loads(table.run("show", session, "--json").stdout)["session"]["polls"]["all"]
    assert [poll["turnout"] for poll in polls] == [6, 6]
    assert polls[0]["counted"] == polls[1]["counted"]
    assert polls[1]["text"] == "Where first?"


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_polls_go_to_another_session_as_drafts(table, ending):
    session = table.lay()
    file = table.folder / f"polls.{ending}"
    assert table.run("polls", "export", session, "-o", str(file)).returncode == 0
    other = table.run("new", "Other", "--name", "other").stdout.strip()
    done = table.run("polls", "import", str(file), "--into", other)
    assert done.returncode == 0, done.stderr
    kept, taken_over = (
        json.loads(table.run("show", name, "--json").stdout)["session"]["polls"]["all"]
        for name in (session, other)
    )
    assert [(poll["text"], poll["choices"]) for poll in kept] == [
        (poll["text"], poll["choices"]) for poll in taken_over
    ]
    assert {poll["state"] for poll in taken_over} == {"draft"}
