"""From online: messages typed, pasted and from a watched file or pipe, and what becomes of them."""

import os
import subprocess

import pytest

from table import SAMPLE

CHAT = (
    "c1\t2021-12-07T16:40:00Z\tUsama Khilji\tWho audits the auditors?\n"
    "c2\t\tHub in Nairobi\tThe sound is gone\n"
    "c3\t\t\tSee https://example.org/laws\n"
)


def told(table, name):
    """What is told of the messages' events of a kind, in their order."""
    events = [entry["event"].get("inbox", {}) for entry in table.entries(SAMPLE)]
    return [event[name] for event in events if name in event]


@pytest.fixture
def opened(table):
    table.lay()
    table.do(SAMPLE, table.say.OPEN)
    return SAMPLE


@pytest.fixture
def watching(table):
    """Starts the program that watches a file or pipe; every one is ended with the journey."""
    started = []

    def watch(path, *options):
        process = subprocess.Popen(
            [table.program, "inbox", SAMPLE, "--watch", str(path), *options],
            env=table.env(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        started.append(process)
        return process

    yield watch
    for process in started:
        process.kill()
        process.communicate()


def test_a_message_goes_from_online_to_the_queue_and_the_room(table, opened):
    console = table.sit("moderator", opened, columns=120, rows=36)
    online = table.sit("online", opened, columns=120, rows=36)
    console.wait_until("at the table: online moderator")
    online.wait_until("no message waits").press("n").wait_until("A message from online")
    online.type("Usama Khilji: Who audits the auditors?").wait_until("a question from Usama Khilji")
    online.press("Enter").wait_until("1 message taken")
    online.press("Esc").wait_gone("1 message taken").wait_until("waiting 1")
    console.wait_until("FROM ONLINE  1 unread").wait_until("I inbox 1")
    online.press("+").wait_until("1 stands behind it").press("h").wait_until("WANT IN 1").wait_until("done 1")
    console.wait_until("Usama Khilji").wait_until("QUEUE 1").press("I").wait_until("INBOX")
    console.press("q").wait_until("RUN OF SHOW").press("Enter")
    online.wait_until("Usama Khilji ◌")
    assert told(table, "queued")[0]["channel"] == "online"


def test_pasted_lines_are_taken_one_by_one_and_hidden_with_a_reason(table, opened):
    online = table.sit("online", opened)
    online.wait_until("no message waits").paste("Buy my book\nUsama Khilji: Who pays?")
    online.wait_until("2 lines were pasted").press("Enter").wait_until("2 messages taken")
    online.press("Esc").wait_gone("2 messages taken").wait_until("waiting 2").press("x").wait_until("Hide message m1").press("s")
    online.wait_until("waiting 1").press("v", "v", "v").wait_until("hidden 1")
    online.wait_until("by the online moderator")
    log = table.run("inbox", opened, "--log").stdout
    assert "online moderator hid m1: advertising" in log
    online.press("x").wait_until("hidden 0")
    assert [step["message"] for step in told(table, "shown")] == ["m1"]


def test_a_file_is_taken_once_however_often_it_is_read(table, opened, tmp_path):
    chat = tmp_path / "chat.tsv"
    chat.write_text(CHAT + "no tab at all\nc4\tyesterday\tAna\tLate\n")
    first = table.run("inbox", opened, "--watch", str(chat), "--once")
    assert first.returncode == 1
    assert f"Line 4 of '{chat}' has no tab" in first.stderr
    assert f"Line 5 of '{chat}' has the time 'yesterday'" in first.stderr
    journal = table.journal(opened)
    assert [message["posting"]["source"] for message in told(table, "posted")] == ["c1", "c2", "c3"]
    chat.write_text(CHAT)
    again = [subprocess.Popen([table.program, "inbox", opened, "--watch", str(chat), "--once"], env=table.env())
             for _ in range(3)]  # fmt: skip
    assert [process.wait(30) for process in again] == [0, 0, 0]
    assert table.journal(opened) == journal


def test_a_watched_file_goes_on_while_it_grows(table, opened, watching, tmp_path):
    chat = tmp_path / "chat.tsv"
    chat.write_text("")
    console = table.sit("moderator", opened, columns=120, rows=36)
    watching(chat)
    with chat.open("a") as file:
        file.write(CHAT)
        file.flush()
        console.wait_until("FROM ONLINE  3 unread")
        file.write("c4\t\tAna\thalf a li")
        file.flush()
        file.write("ne\n")
    console.wait_until("half a line").wait_until("FROM ONLINE  4 unread")
    other = tmp_path / "other.tsv"
    other.write_text(CHAT + "c9\t\tAna\tanother file in its place\n")
    other.rename(chat)
    console.wait_until("another file in its place").wait_until("FROM ONLINE  5 unread")


def test_a_pipe_outlives_its_writers(table, opened, watching, tmp_path):
    pipe = tmp_path / "chat"
    os.mkfifo(pipe)
    console = table.sit("moderator", opened, columns=120, rows=36)
    process = watching(pipe)
    with pipe.open("w") as writer:
        writer.write(CHAT)
    console.wait_until("FROM ONLINE  3 unread")
    with pipe.open("w") as writer:
        writer.write(CHAT + "c4\t\tAna\twithout an end of line")
    console.wait_until("without an end of line").wait_until("FROM ONLINE  4 unread")
    with pipe.open("w") as writer:
        writer.write("c5\t\tAna\tthe third writer\n")
    console.wait_until("the third writer")
    assert process.poll() is None
    # Another one that watches later, from the beginning of the same lines, adds nothing.
    watching(pipe, "--once")
    assert len(told(table, "posted")) == 5


def test_the_online_moderator_answers_for_those_online(table, opened):
    table.do(opened, 'outcome add "Remedy must be within reach"', "outcome put o1 --way support")
    online = table.sit("online", opened, columns=120, rows=36)
    online.wait_until("support or object, 0 answers").press("A").wait_until("Somebody online says")
    online.press("1").wait_until("support or object, 1 answer")
    answers = [entry["event"]["outcome"]["answered"] for entry in table.entries(SAMPLE)
               if "answered" in entry["event"].get("outcome", {})]  # fmt: skip
    assert answers[0]["channel"] == "online"


def test_the_room_is_the_moderators(table, opened):
    told = table.do(opened, "session close", "floor give p1", role="online", refused=True)
    assert told.count("The online moderator's terminal cannot do that") == 2
