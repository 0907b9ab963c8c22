"""The harness itself, proven on programs of a few lines and on a shell."""

import re
import signal
import sys

import pytest

from emulator import Emulator
from keys import sequence
from terminal import Timeout, colours

ECHO = """
import os, sys, termios, tty
kept = termios.tcgetattr(0)
tty.setraw(0)
os.write(1, b"\\x1b[?1049h\\x1b[?2004h\\x1b[?1h\\x1b[31mready\\x1b[m")
while True:
    try:
        data = os.read(0, 1000)
    except OSError:
        data = b""
    if not data:
        # The terminal is gone, and with it the place for last words and complaints.
        os._exit(1)
    if data == b"q":
        break
    os.write(1, b"\\x1b[?2026h\\x1b[H\\x1b[J" + repr(data).encode() + b"\\x1b[?2026l")
termios.tcsetattr(0, termios.TCSANOW, kept)
os.write(1, b"\\x1b[?2004l\\x1b[?1049lgoodbye")
"""


@pytest.fixture
def echo(table):
    terminal = table.terminal(command=[sys.executable, "-c", ECHO])
    return terminal.wait_until("ready")


def test_a_key_arrives_as_a_terminal_sends_it(echo):
    for key, expected in (("Down", "b'\\x1bOB'"), ("^L", "b'\\x0c'"), ("Alt-u", "b'\\x1bu'")):
        echo.press(key).wait_until(expected)


def test_a_paste_is_bracketed_when_the_program_asked_for_it(echo):
    echo.paste("two\nlines").wait_until("b'\\x1b[200~two\\rlines\\x1b[201~'")


def test_a_click_hits_the_text_it_names(echo):
    echo.press("x").wait_until("b'x'").click("'x'").wait_until("0;2;1m")


def test_the_terminal_before_the_program_comes_back_after_it(echo):
    assert echo.is_full_screen and not echo.is_line_mode
    echo.press("q")
    assert echo.ended() == 0
    echo.wait_until("goodbye")
    assert not echo.shows("ready")
    assert not echo.is_full_screen and echo.is_line_mode


def test_a_frame_is_what_stands_between_its_marks(echo):
    echo.press("x").wait_until("b'x'")
    assert len(echo.frames) == 1


def test_a_stalled_terminal_reads_on_after_it(echo):
    echo.stall()
    echo.press("x")
    assert not echo.quiet(0.2, timeout=0.1) or not echo.shows("b'x'")
    echo.resume()
    echo.wait_until("b'x'")


def test_a_program_that_loses_its_terminal_is_told(echo):
    echo.hang_up()
    assert echo.ended() in (0, 1, -signal.SIGHUP)


def test_waiting_in_vain_shows_the_screen(echo):
    with pytest.raises(Timeout, match=re.compile("waited.*never there.*ready", re.DOTALL)):
        echo.wait_until("never there", timeout=0.1)


def test_a_new_size_reaches_the_program(table):
    shell = table.terminal(command=["sh"], columns=80)
    shell.wait_until("$").resize(132, 43).type("stty size\n").wait_until("43 132")


def test_colours_are_told_from_other_dress():
    assert colours(b"\x1b[1;7m\x1b[m\x1b[39;49m\x1b[0;10m") == 0
    assert colours(b"\x1b[31m \x1b[1;38;5;12m \x1b[48:2::1:2:3m \x1b[97m \x1b[104m") == 5


@pytest.mark.parametrize("key", ["Enter", "Shift-Tab", "Ctrl-Right", "F5", "PgDn", "é"])
def test_every_key_has_its_bytes(key):
    assert sequence(key)


def test_the_emulator_survives_what_its_parser_does_not_know():
    emulator = Emulator(20, 3)
    for piece in (b"\x1b[>4m\x1b[?4", b"m\x1b[?2026$p\x1b]11;?\x07a", b"\xc3", b"\xa9\x1b[3b\x1b[c"):
        emulator.feed(piece)
    assert emulator.lines[0] == "aéééé"
    emulator.feed(b"\x1b[?1049h\x1b[2J\x1b[Hx\x1b[T")
    assert emulator.lines == ["", "x", ""]
    emulator.feed(b"\x1b[?1049l")
    assert emulator.lines[0] == "aéééé"
