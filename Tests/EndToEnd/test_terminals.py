"""Whatever terminal, locale or size it is put into, the program works there."""

import random
import re
import time

import pytest

from table import ROLES
from terminal import CLEAR, colours

NAMES = [
    "xterm-kitty", "foot", "xterm-ghostty", None, "linux", "vt100", "screen", "tmux-256color",
    "dumb", "alacritty", "xterm", "xterm-256color", "konsole", "nonsense",
]  # fmt: skip


def begun(seat):
    """It shows its session, on the whole screen or line by line."""
    return seat.frames or b"\n" in seat.output()


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_a_terminal_by_any_name_will_do(table, name):
    seat = table.terminal("open", table.lay(), "--as", "moderator", TERM=name)
    seat.wait_until(begun).wait_until(lambda: seat.wrote("204")).settle()
    assert seat.alive, seat.drawing
    assert table.leave(seat) == 0


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_the_lobby_opens_in_a_terminal_by_any_name(table, name):
    lobby = table.terminal(TERM=name)
    lobby.wait_until(begun).settle()
    assert table.leave(lobby) == 0


@pytest.mark.parametrize("locale", ["C", "", "POSIX", "xx_XX", "xx_XX.UTF-8", "de_DE.ISO-8859-1"])
def test_a_session_stands_the_same_in_any_locale(table, locale):
    session = table.lay()
    usual = table.sit("moderator", session)
    other = table.sit("moderator", session, LANG=None, LC_ALL=locale)
    other.wait_until("204").settle()
    assert "???" not in other.text, other.drawing
    assert skeleton(other) == skeleton(usual), other.drawing


def skeleton(seat):
    """Where the letters stand; figures that run, and signs that a locale may lack, left out."""
    return [re.sub(r"[^A-Za-z]", " ", line).rstrip() for line in seat.lines]


@pytest.mark.parametrize("role", ROLES)
def test_no_colour_is_used_where_none_is_wanted(table, role):
    session = table.lay()
    assert colours(table.sit(role, session).output()), "no colour even where it is welcome"
    seat = table.sit(role, session, NO_COLOR="1")
    table.do(session, table.say.note("in black and white"))
    seat.press("?").settle()
    assert colours(seat.output()) == 0
    assert colours(table.sit(role, session, "--color", "never").output()) == 0


def test_an_empty_wish_for_no_colour_is_none(table):
    assert colours(table.sit("moderator", table.lay(), NO_COLOR="").output())


@pytest.mark.parametrize("role", ROLES)
def test_the_linear_mode_writes_no_escape(table, role):
    session = table.lay()
    seat = table.terminal("open", session, "--as", role, "--plain")
    seat.wait_until(lambda: b"\n" in seat.output()).settle()
    table.do(session, table.say.note("one line a change"))
    if role in ("moderator", "rapporteur"):
        seat.wait_until(lambda: seat.wrote("one line a change"))
        seat.type(table.say.note("said at the prompt") + "\n")
        seat.wait_until(lambda: b"said at the prompt" in table.journal(session))
    assert table.leave(seat) == 0
    assert b"\x1b" not in seat.output()


@pytest.mark.parametrize("arguments", [(), ("--plain",)])
def test_output_that_is_no_terminal_gets_no_escape(table, arguments):
    done = table.run("open", table.lay(), "--as", "moderator", *arguments, text="")
    assert done.returncode == 0
    assert "204" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("role", ROLES)
def test_no_size_and_no_storm_of_sizes_upsets_a_screen(table, role):
    session = table.lay()
    seat = table.sit(role, session)
    chance = random.Random(4)
    sizes = [(1, 1), (500, 200), (2, 1), (1, 50), (500, 1), (20, 5), (40, 12), (79, 23)]
    sizes += [(chance.randint(1, 300), chance.randint(1, 100)) for _ in range(52)]
    for size in sizes:
        seat.resize(*size)
        time.sleep(1 / 120)  # so that the program is amid a frame for some of them
    seat.resize(80, 24).settle()
    assert seat.alive, seat.drawing
    fresh = table.sit(role, session)
    seat.wait_until(lambda: skeleton(seat) == skeleton(fresh))


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (10, 3), (20, 5), (500, 200), (40, 200), (500, 5)])
def test_a_session_opens_in_any_size(table, size):
    session = table.lay()
    for role in ROLES:
        seat = table.sit(role, session, columns=size[0], rows=size[1])
        assert seat.alive, seat.drawing
        seat.close()


@pytest.mark.parametrize("role", ROLES)
def test_a_screen_that_is_too_small_says_what_it_has_and_needs(table, role):
    seat = table.sit(role, table.lay(), columns=30, rows=5)
    seat.wait_until(re.compile(r"30\s*[x×]\s*5\b"))
    assert len(set(re.findall(r"\d+\s*[x×]\s*\d+", seat.text))) >= 2, seat.drawing
    seat.resize(80, 24).wait_until(lambda: not re.search(r"30\s*[x×]\s*5\b", seat.text))


@pytest.mark.parametrize("role", ROLES)
def test_every_frame_is_whole_and_none_clears_the_screen(table, role):
    session = table.lay()
    table.do(session, table.say.OPEN)
    seat = table.sit(role, session)
    start = seat.length
    for number in range(8):
        table.do(session, table.say.note(f"frame {number}"))
    table.do(session, table.say.open_poll("v1"))
    seat.press(*["Down", "Up", "Tab", "?", "Esc", ":", "a", "Backspace", "Esc"] * 10).settle()
    drawn = seat.output(start)
    assert drawn, "nothing was drawn"
    outside = re.sub(rb"\x1b\[\?2026h.*?\x1b\[\?2026l", b"", drawn, flags=re.DOTALL)
    assert outside == b"", f"outside of any frame: {outside[:200]!r}"
    assert not CLEAR.search(drawn)
    assert len(CLEAR.findall(seat.output(0)[:start])) <= 2, "cleared more than at the start"


def test_a_screen_is_drawn_anew_on_demand(table):
    seat = table.sit("moderator", table.lay())
    standing = skeleton(seat)
    start = seat.length
    seat.press("^L").wait_until(lambda: seat.length - start > 300).settle()
    assert skeleton(seat) == standing


@pytest.mark.parametrize("role", ROLES)
def test_a_paste_outside_a_field_does_nothing(table, role):
    session = table.lay()
    seat = table.sit(role, session)
    before = table.journal(session)
    # Every key the program knows, a hundred kilobytes of it, and an escape within.
    seat.paste("qnepzZ:?12\n \x03\x1b[Ay" * 8000).settle(0.3)
    assert seat.alive, seat.drawing
    assert table.journal(session) == before
    seat.press("Esc").settle()
    assert seat.alive, seat.drawing


def test_a_paste_into_a_field_is_text(table):
    session = table.lay()
    seat = table.sit("rapporteur", session)
    before = table.journal(session)
    table.to_the_capture_line(seat)
    seat.paste("pasted words\nsecond line").wait_until("pasted words")
    assert table.journal(session) == before


def test_one_backspace_takes_back_what_one_person_sees_as_one_sign(table):
    seat = table.sit("rapporteur", table.lay())
    table.to_the_capture_line(seat)
    for cluster in ("é", "e\u0301", "👨‍👩‍👧", "🇩🇪", "1️⃣", "👍🏽", "क्षि", "กำ", "한", "☂️", "漢"):
        start = seat.cursor
        seat.type("x").wait_until(lambda: seat.cursor != start)
        column = seat.cursor
        seat.type(cluster).wait_until(lambda: seat.cursor != column)
        seat.press("Left", "Right", "Backspace").wait_until(lambda: seat.cursor == column)
        seat.press("Backspace").wait_until(lambda: seat.cursor == start)


def test_escape_is_felt_at_once(table):
    seat = table.sit("moderator", table.lay())
    seat.press("?").settle()
    start = seat.length
    pressed = time.perf_counter()
    seat.press("Esc").wait_until(lambda: seat.length > start, timeout=1)
    assert seat.chunks[-1].at - pressed < 0.5
