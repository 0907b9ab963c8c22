"""Assent: a sentence put to the room, objected to from a ballot terminal, settled and declared."""

from table import SAMPLE

SENTENCE = "Remedy must be within reach of those most affected"


def told(table, name):
    """What is told of the events of a kind, in their order."""
    events = [entry["event"].get("outcome", {}) for entry in table.entries(SAMPLE)]
    return [event[name] for event in events if name in event]


def test_a_sentence_is_assented_to_after_an_objection_is_addressed(table):
    table.lay()
    table.do(SAMPLE, table.say.OPEN, f'outcome add "{SENTENCE}"')
    console = table.sit("moderator", SAMPLE, columns=120, rows=36)
    ballot = table.sit("ballot", SAMPLE)
    stage = table.sit("stage", SAMPLE, columns=100, rows=30)
    console.wait_until("RUN OF SHOW").press("A").wait_until("OUTCOMES 1").press("Enter")
    stage.wait_until("DO WE AGREE?").wait_until("Last call: is there any objection?")
    ballot.wait_until("I object")
    console.wait_until("Last call; c counts to six").press("c")
    stage.wait_until("counted slowly")
    ballot.press("o").wait_until("The moderator knows.")
    stage.wait_until("Somebody objects. Let us hear why.")
    assert told(table, "objected")[0]["outcome"] == "o1"
    console.wait_until("no reason given yet").press("e").press("a").wait_until("Objection j1").press("w")
    console.wait_until("withdrawn").press("d").wait_until("Declared: broad agreement")
    assert told(table, "declared")[0]["statement"] == {"broadAgreement": {}}


def test_a_new_wording_makes_the_answers_void(table):
    table.lay()
    table.do(
        SAMPLE, table.say.OPEN, f'outcome add "{SENTENCE}"', "outcome put o1 --way support",
        "outcome answer support --group government", "outcome end",
        'outcome reword o1 "Remedy must be within reach"',
    )  # fmt: skip
    console = table.sit("moderator", SAMPLE, columns=120, rows=36)
    console.wait_until("RUN OF SHOW").press("A").wait_until("What was said of wording 1 is void.")
