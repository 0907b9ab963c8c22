"""Reports: every form in every format, counted again, validated, and written with care."""

import json
import os
import re
import shutil
import stat
import subprocess

import html5lib
import jsonschema
import pytest

from polls_of_every_type import take_all, take_apart, take_oddly
from recount import differences, recount
from table import REPOSITORY, Table

SAMPLES = sorted(path.name for path in (REPOSITORY / "Sessions").glob("*/") if path.is_dir())
FORMS = sorted(path.stem for path in (REPOSITORY / "Sources/Reports/Forms").glob("*.json"))
RICH = "wsis-digital-transformation"

# A whole session: hands and turns in the room and online, a pause, words, a poll that everybody
# sees, notes of several kinds, a stretch under the Chatham House Rule, and something taken back.
LIVE = """
person arrive p1 --online
person arrive p2
person arrive p3
session open
@+70s
floor give p1
@+95.250s
floor raise p2
floor raise p3 --online
@+31s
floor give next
@+12s
floor pause
@+40s
floor resume
@+18.600s
floor give next
@+44s
floor end
floor words t1 214
floor words t2 61
agenda next
@+5s
floor give p2
@+61s
floor raise p4
floor skip r3 no_audio
floor end
poll open v1
@+20s
poll close v1
record begin chatham_house
floor give p5
@+33s
record end
floor give p1
@+9s
floor end
outcome quorum 1/3
outcome add "Work with what is there already"
outcome add "Publish a checklist within 6 months"
outcome add "Meet again"
outcome put o1
@+4s
outcome object --text "It leaves out 2 regions" --group civil_society
outcome end
outcome settle j1 addressed --answer "They are named in annex 3"
outcome declare o1
outcome reword o2 "Publish a checklist within 9 months"
outcome put o2 --way support
outcome answer support --group government
outcome answer support --group government
outcome answer live_with --group government --online
outcome answer support --group technical_community
outcome answer stand_aside
outcome answer object --group private_sector --online
@+11s
outcome end
outcome send o2 --workstream "Workstream 4" --by "30 June 2022"
outcome invite "Delegation 12"
floor raise p6
undo
session close
"""


def report(table, session, *options, **changes):
    done = table.run("report", session, *options, **changes)
    assert done.returncode == 0, done.stderr
    return done.stdout


def one_sentence(done):
    """What is said where something cannot be done."""
    assert done.returncode == 1, done.stdout
    (line,) = done.stderr.strip().splitlines()
    return line


@pytest.fixture
def live(table):
    """The session above, as it went."""
    session = table.lay()
    done = table.run(
        "do", session, "--clock", "2021-12-07T16:30:00Z", text=LIVE, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    return session


# What it says


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_number_is_that_of_the_journal(table, sample, form):
    session = table.lay(sample)
    said = json.loads(report(table, session, "--form", form, "--format", "json"))
    assert differences(table.journal(session), said) == []


@pytest.mark.parametrize("form", FORMS)
def test_every_number_of_a_live_session_is_that_of_its_journal(table, live, form):
    said = json.loads(report(table, live, "--form", form, "--format", "json"))
    assert differences(table.journal(live), said) == []


def test_the_recount_finds_a_wrong_number(table):
    session = table.lay(RICH)
    text = report(table, session, "--form", "analysis", "--format", "json")
    said = json.loads(text.replace('"7843"', '"7844"'))
    assert differences(table.journal(session), said)
    said = json.loads(text.replace("2.6 billion people are not connected.", "2.7 billion."))
    assert differences(table.journal(session), said)


@pytest.fixture(scope="module", params=[take_all, take_apart, take_oddly])
def polled(request, tmp_path_factory):
    """A table with a session that took a poll of every type, then one that took polls oddly."""
    table = Table(tmp_path_factory.mktemp("polls"))
    secret = table.folder / "secret"
    secret.write_text("a long passphrase\n")
    assert table.run("new", "Polls", "--name", "polled").returncode == 0
    request.param(table, "polled", secret)
    return table


def test_every_number_of_every_poll_is_that_of_its_ballots(polled):
    find = recount(polled.journal("polled"))
    for form in FORMS:
        said = json.loads(report(polled, "polled", "--form", form, "--format", "json"))
        assert find(said) == [], form


ROOM = "\n".join([
    *[f'person add "Voter {number}" --group {group}' for number, group in enumerate(
        ["government"] * 4 + ["civil_society"] * 6, 1)],
    *[f"person arrive p{number}" for number in range(1, 11)],
    'agenda add "Polls" --for 30m', "session open", ""])


def taken(table, *before, after=(), ballots=None):
    """A session with one closed poll; by the public ballots of ten where none are given."""
    session = table.run("new", "Polls", "--name", "taken").stdout.strip()
    ballots = ballots or [f"poll cast v1 {'AB'[n % 2]} --voter p{n}" for n in range(1, 11)]
    for role, lines in (("moderator", [ROOM, *before, "poll open v1"]), ("ballot", ballots),
                        ("moderator", ["poll close v1", *after])):
        done = table.run("do", session, "--as", role, text="\n".join(lines) + "\n")
        assert done.returncode == 0, done.stdout + done.stderr
    return session


def counted_again(table, session):
    said = json.loads(report(table, session, "--form", "analysis", "--format", "json"))
    return differences(table.journal(session), said)


@pytest.mark.parametrize("rule", ["chatham_house", "off_the_record"])
def test_a_poll_in_a_stretch_is_told_as_the_stretch_has_it(table, rule):
    session = taken(table, 'poll draft "Here?" --public', f"record begin {rule}",
                    after=["record end"])
    assert counted_again(table, session) == []


@pytest.mark.parametrize(
    "later", ["person leave p1", 'person add "Late"', "person arrive p1 --online",
              "person change p1 --group government"])
@pytest.mark.parametrize("poll", ["--public", "--present"])
def test_a_closed_poll_stays_as_it_was(table, poll, later):
    entitle = ["poll entitle v1 --present"] if poll == "--present" else []
    secrecy = "--anonymous" if entitle else "--public"
    session = taken(
        table, f'poll draft "Here?" {secrecy}', *entitle, after=["poll base v1 entitled"],
        ballots=[f"poll cast v1 {'AB'[n % 2]} --voter p{n}" for n in range(1, 8)])
    before = report(table, session, "--format", "csv", "--table", "polls")
    polls = json.loads(report(table, session, "--format", "json"))
    table.do(session, later)
    assert report(table, session, "--format", "csv", "--table", "polls") == before
    assert polls_of(json.loads(report(table, session, "--format", "json"))) == polls_of(polls)


def polls_of(said):
    """The section on polls, wherever a form has it."""
    if said.get("heading") == "Polls":
        return said
    return next(filter(None, map(polls_of, said.get("sections", []))), None)


def test_slips_may_vote_not_the_roll(table):
    codes = ["AAAA-2222", "BBBB-2222", "CCCC-2222"]
    session = taken(table, f"ballot issue {' '.join(codes)}", 'poll draft "Here?" --coded',
                    ballots=[f"poll cast v1 A --code {code}" for code in codes])
    assert counted_again(table, session) == []


def test_letters_composed_otherwise_give_the_same_bytes(table):
    words = ["\u00e9cologie", "e\u0301cologie"]
    session = taken(
        table, 'poll draft "What?" --method words --public',
        ballots=[f'poll cast v1 --word "{words[n % 2]}" --voter p{n}' for n in range(1, 11)])
    assert len({report(table, session, "--format", "json") for _ in range(8)}) == 1


def test_the_recount_finds_any_wrong_number_of_any_poll(polled):
    said = json.loads(report(polled, "polled", "--form", "analysis", "--format", "json"))
    (polls,) = [part for part in said["sections"] if part["heading"] == "Polls"]
    find = recount(polled.journal("polled"))
    unseen, seen = [], set()
    for place, poll in enumerate(polls["sections"]):
        kind = (poll["heading"], *[part["heading"] for part in poll.get("sections", [])])
        if kind in seen:
            continue
        seen.add(kind)
        for wrong, where in changed_by_one(poll):
            sections = [*polls["sections"][:place], wrong, *polls["sections"][place + 1 :]]
            if not find({"form": "analysis", "sections": [{**polls, "sections": sections}]}):
                unseen.append(f"{poll['heading']} {where}")
    assert unseen == [] and seen


def changed_by_one(value, place=""):
    """The same, with another number each time, and where that is."""
    if isinstance(value, dict):
        for key in value:
            for wrong, where in changed_by_one(value[key], f"{place} {key}"):
                yield {**value, key: wrong}, where
    elif isinstance(value, list):
        for at, it in enumerate(value):
            for wrong, where in changed_by_one(it, f"{place} {at}"):
                yield [*value[:at], wrong, *value[at + 1 :]], where
    elif isinstance(value, int) and not isinstance(value, bool):
        yield value + 1, place
    elif isinstance(value, str):
        for found in re.finditer("[0-9]+", value):
            number = str(int(found[0]) + 1)
            yield value[: found.start()] + number + value[found.end() :], f"{place}: {value}"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_json_is_as_its_schema_says(table, sample, form):
    schema = json.loads((REPOSITORY / "Sessions" / "report.schema.json").read_text())
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    said = json.loads(report(table, table.lay(sample), "--form", form, "--format", "json"))
    problem = jsonschema.exceptions.best_match(validator(schema).iter_errors(said))
    assert problem is None, f"{problem.json_path}: {problem.message[:500]}"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_html_is_valid_and_needs_nothing_else(table, sample, form):
    page = report(table, table.lay(sample), "--form", form, "--format", "html", "--ids")
    html5lib.HTMLParser(strict=True).parse(page)
    tidy = subprocess.run(
        ["tidy", "-quiet", "-errors", "-utf8"], input=page, capture_output=True, text=True)
    assert tidy.stderr == ""
    for wanted in ("<script", "@import", "url(", "src=", "<link"):
        assert wanted not in page


@pytest.mark.parametrize("look", ["md", "txt", "html", "json"])
def test_the_same_session_gives_the_same_bytes(table, look):
    session = table.lay(RICH)
    first = report(table, session, "--form", "analysis", "--format", look)
    assert report(table, session, "--form", "analysis", "--format", look) == first


def test_statements_tell_their_entries_on_wish(table):
    session = table.lay(RICH)
    assert "; n1)" not in report(table, session)
    assert "; n1)" in report(table, session, "--ids")


def test_the_shipped_report_is_what_is_printed(table):
    shipped = (REPOSITORY / "Sessions" / RICH / "report.md").read_text()
    assert report(table, table.lay(RICH)) == shipped


# Where it goes


def test_a_file_is_written_as_its_name_ends(table):
    session = table.lay(RICH)
    target = table.folder / "report.html"
    report(table, session, "-o", str(target))
    assert target.read_text() == report(table, session, "--format", "html")
    assert [path.name for path in table.folder.glob("report*")] == ["report.html"]


def test_a_folder_is_not_written_over(table):
    session = table.lay(RICH)
    (table.folder / "there").mkdir()
    said = one_sentence(table.run("report", session, "-o", str(table.folder / "there")))
    assert said == f"'{table.folder / 'there'}' is a folder; give the name of a file"


def test_a_full_disk_is_told(table):
    done = table.run("report", table.lay(RICH), "-o", "/dev/full")
    assert one_sentence(done) == "Could not write '/dev/full': No space left on device"


def test_a_report_that_cannot_be_written_leaves_the_old_one(table):
    session = table.lay(RICH)
    target = table.folder / "report.md"
    target.write_text("what was there")
    done = subprocess.run(
        ["sh", "-c", 'ulimit -f 1; exec "$0" report "$1" -o "$2"', table.program, session, target],
        capture_output=True, text=True, env=table.env())
    assert one_sentence(done) == f"Could not write '{target}': File too large"
    assert target.read_text() == "what was there"
    assert [path.name for path in table.folder.glob("report*")] == ["report.md"]


def test_a_link_leads_to_the_file_that_is_written(table):
    session = table.lay(RICH)
    (table.folder / "real.md").write_text("old")
    (table.folder / "link.md").symlink_to("real.md")
    report(table, session, "-o", str(table.folder / "link.md"))
    assert (table.folder / "link.md").is_symlink()
    assert (table.folder / "real.md").read_text() == report(table, session)


def test_a_folder_takes_all_four_tables(table):
    session = table.lay(RICH)
    report(table, session, "--format", "csv", "-o", str(table.folder / "tables"))
    names = ["notes", "people", "polls", "turns"]
    assert sorted(path.stem for path in (table.folder / "tables").iterdir()) == names
    for name in names:
        assert (table.folder / "tables" / f"{name}.csv").read_text() == report(
            table, session, "--format", "csv", "--table", name)


def test_csv_without_a_table_or_a_folder_says_what_is_wanted(table):
    said = one_sentence(table.run("report", table.lay(RICH), "--format", "csv"))
    assert said == (
        "CSV is one table a file; name it with --table (turns, notes, polls, people), "
        "or give a folder with -o")


# Forms


def test_a_host_adds_a_form(table):
    session = table.lay(RICH)
    folder = table.folder / "home" / "config" / "roundtable" / "forms"
    folder.mkdir(parents=True)
    (folder / "mine.json").write_text(
        '{"title": "Mine", "sections": [{"title": "Wall", "from": "notes", "kinds": ["takeaway"]}]}')
    assert "mine            Mine\n" in table.run("forms").stdout
    assert "*Mine*\n\n## Wall\n\n- " in report(table, session, "--form", "mine")


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_printed_as_its_file(table, form):
    file = REPOSITORY / "Sources/Reports/Forms" / f"{form}.json"
    assert table.run("forms", form).stdout == file.read_text()


def test_an_unknown_form_is_told_with_those_there_are(table):
    said = one_sentence(table.run("report", table.lay(RICH), "--form", "wish"))
    assert said == (
        "There is no form 'wish'; there are igf, igf2020, igf2019, igf2015, analysis, summary")


def test_a_broken_form_says_where(table):
    file = table.folder / "broken.json"
    file.write_text('{"title": "Mine",\n "sections": [{"title": "S", "from": "dreams"}]}')
    said = one_sentence(table.run("report", table.lay(RICH), "--form", str(file)))
    assert said.startswith(f"Line 2 of '{file}' takes from 'dreams'; there are text,")


def test_a_limit_that_is_not_kept_is_told(table):
    session = table.lay(RICH)
    table.do(session, "note write takeaway \"" + "word " * 101 + "\"")
    done = table.run("report", session)
    assert done.returncode == 0
    assert done.stderr == "Key Takeaways has 101 words in one statement; the limit is 100\n"


# pandoc


def tools(table, *names):
    """A folder of programs with nothing but these in it."""
    folder = table.folder / "tools"
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).symlink_to(shutil.which(name))
    return str(folder)


@pytest.mark.parametrize("look", ["docx", "odt", "pdf"])
def test_without_pandoc_one_sentence_says_what_to_install(table, look):
    target = str(table.folder / f"report.{look}")
    done = table.run("report", table.lay(RICH), "-o", target, PATH=tools(table))
    assert one_sentence(done) == f"A {look} file is made by pandoc; install 'pandoc'"
    assert not os.path.exists(target)


def test_without_an_engine_one_sentence_says_what_to_install(table):
    target = str(table.folder / "report.pdf")
    done = table.run("report", table.lay(RICH), "-o", target, PATH=tools(table, "pandoc"))
    assert one_sentence(done) == "For a pdf file pandoc needs an engine; install 'weasyprint'"


def test_what_pandoc_cannot_do_is_told(table):
    folder = table.folder / "tools"
    folder.mkdir()
    (folder / "pandoc").write_text("#!/bin/sh\necho 'no fonts today' >&2; exit 43\n")
    (folder / "pandoc").chmod(0o755)
    target = table.folder / "report.odt"
    done = table.run("report", table.lay(RICH), "-o", str(target), PATH=f"{folder}:/bin")
    assert one_sentence(done) == "pandoc could not make the odt file: no fonts today"
    assert not target.exists()


def test_a_pdf_file_reads_as_the_report(table):
    session = table.lay(RICH)
    made = []
    for name in ("one", "two"):
        target = table.folder / f"{name}.pdf"
        report(table, session, "--form", "analysis", "-o", str(target), timeout=120)
        made.append(target.read_bytes())
    assert made[0] == made[1]
    text = subprocess.run(
        ["pdftotext", "-layout", table.folder / "one.pdf", "-"],
        capture_output=True, text=True, check=True).stdout
    plain = " ".join(text.split())
    assert "Whoever makes or sells technology needs human rights due diligence" in plain
    for wanted in ("7843", "Speaking time", "Follow-up questions"):
        assert wanted in plain


@pytest.mark.parametrize("look", ["docx", "odt"])
def test_pandoc_makes_the_same_file_of_the_same_session(table, look):
    session = table.lay(RICH)
    made = []
    for name in ("one", "two"):
        target = table.folder / f"{name}.{look}"
        report(table, session, "--form", "analysis", "-o", str(target), timeout=120)
        assert stat.S_ISREG(target.stat().st_mode)
        made.append(target.read_bytes())
    assert made[0] == made[1]
    text = subprocess.run(
        ["pandoc", "--to=plain", "--wrap=none", table.folder / f"one.{look}"],
        capture_output=True, text=True, check=True).stdout
    assert "Whoever makes or sells technology needs human rights due diligence" in text


def test_a_file_for_word_processors_is_not_for_a_terminal(table):
    said = one_sentence(table.run("report", table.lay(RICH), "--format", "docx"))
    assert said == "A docx file is not for a terminal; give its name with -o"


# Words


def test_the_words_of_a_transcript_are_counted(table):
    page = table.folder / "talk.txt"
    page.write_text(
        "Ana Neves: Good morning to all of you.\n\nBako Diallo: Thank you, Ana.\n\n"
        "Bako Diallo: Let me begin.\n\nAna Neves: Please do.\n")
    done = table.run(
        "import", str(page), "--kind", "transcript", "--yes", "--title", "Talk", "--name", "talk")
    assert done.returncode == 0, done.stderr
    turns = report(table, "talk", "--format", "csv", "--table", "turns").splitlines()[1:]
    assert [(row.split(",")[2], row.split(",")[-1]) for row in turns] == [
        ("Ana Neves", "6"), ("Bako Diallo", "6"), ("Ana Neves", "2")]
    said = json.loads(report(table, "talk", "--form", "analysis", "--format", "json"))
    assert differences(table.journal("talk"), said) == []
