"""Statements that participants add and mark, replayed from standard input."""

import json
import time

from shared import rows, shared

LONDON = shared("data/opinions/london-youth-policing/votes.csv")
OPINIONS = {"1": "agree", "-1": "disagree", "0": "pass"}


def opened(table, people, statements):
    """A session with an open public poll of statements, made from standard input."""
    session = table.run("new", "What is said", "--name", "said").stdout.strip()
    lines = [f'person add "Voter {number}"' for number in range(1, people + 1)]
    lines += ['agenda add "Statements" --for 30m', "session open"]
    lines += ['poll draft "What matters?" --method statements --public', "poll open v1"]
    lines += [f"poll submit v1 {json.dumps(text)}" for text in statements]
    done = table.run("do", session, "--quiet", text="\n".join(lines) + "\n")
    assert done.returncode == 0, done.stdout + done.stderr
    return session


def state(table, session):
    """The poll as `show` gives it."""
    return json.loads(table.run("show", session, "--json").stdout)["session"]["polls"]["all"][0]


if LONDON:

    def test_london_is_reproduced_cell_for_cell(table):
        votes = LONDON
        comments = sorted(rows(votes.with_name("comments.csv")), key=lambda each: int(each["comment-id"]))
        texts = [" ".join(each["comment-body"].split()) for each in comments]
        session = opened(table, 26, texts)
        numbers = {each["comment-id"]: str(place) for place, each in enumerate(comments, 1)}
        lines = [
            f"poll mark v1 {numbers[each['comment-id']]} {OPINIONS[each['vote']]}"
            f" --voter p{each['voter-id']}"
            for each in rows(votes)
        ]
        done = table.run("do", session, "--as", "ballot", "--quiet", text="\n".join(lines) + "\n")
        assert done.returncode == 0, done.stdout + done.stderr

        poll = state(table, session)
        for person in rows(votes.with_name("participants-votes.csv")):
            marks = poll["named"][f"p{person['participant']}"]["marks"]
            cells = {name: mark for name, mark in person.items() if name.isdigit()}
            found = {name: str(marks.get(numbers[name], "")) for name in cells}
            assert found == cells, f"participant {person['participant']}"
        for comment in comments:
            every = poll["everyMark"].get(numbers[comment["comment-id"]], {"agree": 0, "disagree": 0})
            totals = (str(every["agree"]), str(every["disagree"]))
            assert totals == (comment["agrees"], comment["disagrees"]), comment["comment-id"]
        shown = table.run("show", session).stdout
        assert "Every mark counted" in shown and "TOO FEW HAVE SEEN IT" in shown


def test_a_hundred_thousand_marks_come_in_within_twelve_seconds(table):
    people, statements = 1000, 100
    session = opened(table, people, [f"Statement {number}" for number in range(statements)])
    opinions = list(OPINIONS.values())
    lines = [
        f"poll mark v1 {statement} {opinions[(voter * 7 + statement) % 3]} --voter p{voter}"
        for voter in range(1, people + 1)
        for statement in range(1, statements + 1)
    ]
    before = time.monotonic()
    done = table.run("do", session, "--as", "ballot", "--quiet", text="\n".join(lines) + "\n",
                     timeout=120)
    took = time.monotonic() - before
    assert done.returncode == 0, done.stderr
    marks = state(table, session)["named"]
    assert sum(len(ballot["marks"]) for ballot in marks.values()) == people * statements
    assert took <= 12, f"{took:.1f} s"
