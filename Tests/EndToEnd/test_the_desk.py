"""The rapporteur's desk: capture at the speed of speech, work on what was captured, two at once."""

import json

import pytest

from table import SAMPLE


@pytest.fixture
def spoken(table):
    """A session that is open, with a policy question on the table and somebody speaking to it."""
    table.lay()
    table.do(SAMPLE, table.say.OPEN, "question ask q1", table.say.give('"René van Eijk"'))
    return SAMPLE


def written(table, session=SAMPLE):
    """The notes as they were written, in order."""
    events = [entry["event"].get("note", {}) for entry in table.entries(session)]
    return [event["written"] for event in events if "written" in event]


def notes(table, session=SAMPLE):
    """The notes as they are, by their names."""
    state = json.loads(table.run("show", session, "--json").stdout)
    return {note["id"]: note for note in state["session"]["notes"]["all"]}


def test_what_is_typed_fast_is_whole_and_bound(table, spoken):
    desk = table.sit("rapporteur", spoken)
    signs = {"!": "takeaway", ">": "call_to_action", "*": "argument", "+": "agreement", "-": "disagreement"}
    typed = [
        (sign, f"Number {number}: what a room of fifty says in one breath, naïve or not, 救済 and all of it")
        for number, sign in zip(range(100), list(signs) * 20)
    ]
    for sign, text in typed:
        desk.type(sign + text).press("Enter")
    desk.wait_until(lambda: len(written(table)) == len(typed), timeout=30)
    assert [(note["kind"], note["text"]) for note in written(table)] == [
        (signs[sign], text) for sign, text in typed
    ]
    for note in written(table):
        assert {"segment", "speaker", "question"} <= set(note["binding"])


def test_two_rapporteurs_lose_no_word(table, spoken):
    desks = [table.sit("rapporteur", spoken) for _ in range(2)]
    for number in range(40):
        for place, desk in enumerate(desks):
            desk.type(f"desk {place} line {number}").press("Enter")
    for desk in desks:
        desk.wait_until(lambda: len(written(table)) == 80, timeout=30)
    texts = [note["text"] for note in written(table)]
    for place in range(2):
        assert [text for text in texts if text.startswith(f"desk {place}")] == [
            f"desk {place} line {number}" for number in range(40)
        ]


def test_the_second_writer_of_a_note_sees_the_first(table, spoken):
    table.do(spoken, table.say.note("Remedy"), role="rapporteur")
    desk = table.sit("rapporteur", spoken, columns=100)
    desk.wait_until("Remedy").press("Up", "Enter").wait_until("editing").type(" for all")
    table.do(spoken, 'note edit n1 "Remedy for those affected"', role="rapporteur")
    desk.wait_until("changed meanwhile").press("Enter")
    desk.wait_until(lambda: notes(table)["n1"]["text"] == "Remedy for all")
    earlier = notes(table)["n1"]["detail"]["earlier"]
    assert [version["text"] for version in earlier] == ["Remedy", "Remedy for those affected"]


def test_names_and_topics_complete_behind_their_signs(table, spoken):
    desk = table.sit("rapporteur", spoken)
    desk.type("As @ren").wait_until("Tab @René van Eijk").press("Tab")
    desk.type("said #remedy").press("Enter").wait_until(lambda: written(table))
    note = written(table)[0]
    assert note["text"] == "As René van Eijk said"
    assert note["detail"]["topics"] == ["remedy"]
    assert [link["relation"] for link in note["detail"]["links"]] == ["mentions"]


def test_an_argument_becomes_an_agreement_becomes_a_takeaway(table, spoken):
    desk = table.sit("rapporteur", spoken)
    desk.type("*Documents make remedy possible").press("Enter")
    desk.wait_until(lambda: len(notes(table)) == 1).press("Up", "Right")
    desk.wait_until("promote").press("p").wait_until("Make of n1").press("+")
    desk.wait_until(lambda: len(notes(table)) == 2).settle()
    desk.press("Esc").settle().press("Up").settle().press("Right").wait_until("agreement  n2")
    desk.press("p").wait_until("Make of n2").press("!")
    desk.wait_until(lambda: len(notes(table)) == 3)
    made = notes(table)["n3"]
    assert made["kind"] == "takeaway"
    assert made["detail"]["links"] == [{"relation": "based_on", "target": "n2"}]


def test_what_is_said_off_the_record_is_in_no_file(table, spoken):
    desk = table.sit("rapporteur", spoken)
    stage = table.sit("moderator", spoken)
    desk.press("F4").wait_until("From now on").press("o").wait_until("off the record")
    stage.wait_until("OFF THE RECORD")
    desk.type("The minister is to resign").press("Enter").wait_until("only here")
    desk.wait_until("The minister is to resign")
    desk.press("F4").wait_until("end this stretch").press("e").wait_gone("The minister is to resign")
    for file in table.folder.rglob("*"):
        if file.is_file():
            assert b"minister is to resign" not in file.read_bytes(), file
    assert written(table) == []


def test_the_report_follows_every_note(table, spoken):
    desk = table.sit("rapporteur", spoken, columns=120, rows=36)
    desk.press("^R").wait_until("REPORT  IGF").type("!Remedy must be in reach").press("Enter")
    desk.wait_until(lambda: desk.text.count("Remedy must be in reach") >= 2)
    desk.press("F5").wait_until("REPORT  IGF 2020").press("^R").wait_until("live preview")


def test_words_are_found_among_many_notes(table, spoken):
    lines = [f"note write note {json.dumps(f'line {number} of many')}" for number in range(2000)]
    table.run("do", spoken, "--as", "rapporteur", text="\n".join(lines) + "\n", timeout=60)
    desk = table.sit("rapporteur", spoken)
    desk.wait_until("2000 notes").press("^F").type("1234 many").wait_until("1 note")
    desk.wait_until("line 1234 of many").press("Esc").wait_until("2000 notes")


def test_each_of_two_rapporteurs_takes_back_and_does_again_its_own(table, spoken):
    one, other = (table.sit("rapporteur", spoken, columns=100) for _ in range(2))

    def stand(*texts):
        return lambda: tuple(note["text"] for note in notes(table).values()) == texts

    one.type("Said at the first").press("Enter")
    other.wait_until("Said at the first").type("Said at the second").press("Enter")
    one.wait_until("Said at the second").press("Alt-z").wait_until(stand("Said at the second"))
    other.press("Alt-z").wait_until(stand())
    other.press("Alt-y").wait_until(stand("Said at the second"))


def test_a_note_of_several_paragraphs_stays_one(table, spoken):
    desk = table.sit("rapporteur", spoken, columns=100)
    desk.type("*Courts are far.").press("Alt-Enter").type("And slow.").press("Enter")
    desk.wait_until("Courts are far. And slow.")
    assert notes(table)["n1"]["text"] == "Courts are far.\nAnd slow."
    report = table.run("report", spoken, "--format", "html").stdout
    assert "Courts are far.<br>\nAnd slow." in report


def test_the_console_shows_the_report_beside_the_notes(table, spoken):
    console = table.sit("moderator", spoken)
    console.wait_until("QUEUE").press("r").wait_until("REPORT  IGF")
    table.do(spoken, 'note takeaway "Remedy is far"', role="rapporteur")
    console.wait_until(lambda: console.text.count("Remedy is far") >= 2)
    console.press("f").wait_until("REPORT  IGF 2020").press("Esc").wait_until("QUEUE")
