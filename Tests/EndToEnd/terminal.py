"""A person's terminal: a program runs in it, keys are pressed, and its screen is read."""

import re

from emulator import Emulator
from keys import sequence
from wire import Wire

TIMEOUT = 5

COLOURS = re.compile(rb"\x1b\[([0-9;:]*)m")
FRAME = re.compile(rb"\x1b\[\?2026h(.*?)\x1b\[\?2026l", re.DOTALL)
CLEAR = re.compile(rb"\x1b\[[23]J|\x1b\[H\x1b\[0?J|\x1bc")


class Timeout(AssertionError):
    """Something did not come to stand on a screen in time."""


class Terminal(Wire):
    """A program in an emulated terminal."""

    def __init__(self, command, env, columns=80, rows=24, title=None):
        self.title = title or " ".join(command)
        self.emulator = Emulator(columns, rows)
        self.fed = 0
        super().__init__(command, env, columns, rows)

    # Doing

    def press(self, *keys):
        """Presses keys by name, one after the other: `press("j", "Enter", "^L", "F1")`."""
        for key in keys:
            self.send(sequence(key, self.mode(1)))
        return self

    def type(self, text):
        """Types text as a hand does, with no bracket around it."""
        self.send(text.encode())
        return self

    def paste(self, text):
        """Pastes as terminals do: bracketed when the program asked for that."""
        data = text.replace("\n", "\r").encode()
        self.send(b"\x1b[200~" + data + b"\x1b[201~" if self.mode(2004) else data)
        return self

    def click(self, target, row=None):
        """Clicks a cell (column, row, from 0), or the first cell of a text on the screen.

        A text is looked for once the screen stands still: a hint that is about to move would be
        missed by a hand, too.
        """
        if row is None:
            target, row = self.settle().find(target)
        for end in "Mm":
            self.send(f"\x1b[<0;{target + 1};{row + 1}{end}".encode())
        return self

    def resize(self, columns, rows):
        """Another size; what was written before it is shown at the old one."""
        self._feed()
        super().resize(columns, rows)
        self.emulator.resize(columns, rows)
        return self

    # Seeing

    def _feed(self):
        with self.news:
            chunks = self.chunks[self.fed :]
        for chunk in chunks:
            self.emulator.feed(chunk.data)
        self.fed += len(chunks)
        return self.emulator

    @property
    def lines(self):
        return self._feed().lines

    @property
    def text(self):
        return "\n".join(self.lines)

    @property
    def cursor(self):
        """The cursor's column and row from 0, or `None` while it is hidden."""
        screen = self._feed().screen
        return None if screen.cursor.hidden else (screen.cursor.x, screen.cursor.y)

    def mode(self, number):
        """Whether a private mode is on: 1049 alternate screen, 2004 paste, 25 cursor ..."""
        return self._feed().modes.get(number, False)

    @property
    def is_full_screen(self):
        return self.mode(1049)

    def find(self, text):
        """Column and row of a text on the screen."""
        for row, line in enumerate(self.lines):
            if text in line:
                return _columns_before(self._feed().screen, row, line.index(text)), row
        raise AssertionError(f"'{text}' is not on the screen\n{self.drawing}")

    def shows(self, expected):
        """Whether a text, or something matching a compiled pattern, stands on the screen."""
        if isinstance(expected, re.Pattern):
            return expected.search(self.text) is not None
        return expected in self.text

    def wrote(self, text):
        """Whether a text was written at all, however the terminal wraps it."""
        return text.encode() in self.output()

    def wait_until(self, expected, timeout=TIMEOUT):
        """Waits for a text, a pattern, or a condition (of the terminal, or of nothing)."""
        if callable(expected):
            takes = expected.__code__.co_argcount if hasattr(expected, "__code__") else 0
            condition = (lambda: expected(self)) if takes else expected
        else:
            condition = lambda: self.shows(expected)  # noqa: E731
        if not self.wait_for(condition, timeout):
            what = getattr(expected, "pattern", expected)
            raise Timeout(f"waited {timeout} s for {what!r}\n{self.drawing}")
        return self

    def wait_gone(self, text, timeout=TIMEOUT):
        return self.wait_until(lambda: not self.shows(text), timeout)

    def settle(self, seconds=0.15, timeout=TIMEOUT):
        """Waits until the program has nothing more to say."""
        if not self.quiet(seconds, timeout):
            raise Timeout(f"still writing after {timeout} s\n{self.drawing}")
        return self

    @property
    def frames(self):
        """What was written between the marks of a frame, each."""
        return FRAME.findall(self.output())

    @property
    def drawing(self):
        """The screen in a frame, for a reader of failures."""
        width = self.emulator.screen.columns
        state = "running" if self.alive else f"ended with {self.exit_code}"
        head = f"{self.title} · {self.columns}x{self.rows} · {state} · cursor {self.cursor}"
        shown = "\n".join(f"│{line.ljust(width)}│" for line in self._feed().screen.display)
        rows = re.sub(r"(?:\n│ +│){4,}", lambda empty: f"\n│ · {empty[0].count(chr(10))} empty", shown)
        edge = "─" * width
        return f"{head}\n┌{edge}┐\n{rows}\n└{edge}┘\n{self.length} bytes, last {self.output()[-200:]!r}"


def _columns_before(screen, row, characters):
    """Where a character of a displayed line stands: wide ones take two columns."""
    column = 0
    while characters > 0 and column < screen.columns:
        if screen.buffer[row][column].data:
            characters -= len(screen.buffer[row][column].data)
        column += 1
    while column < screen.columns and not screen.buffer[row][column].data:
        column += 1
    return column


def colours(output):
    """How many sequences set a colour; going back to the terminal's own is none."""
    found = 0
    for parameters in COLOURS.findall(output):
        numbers = [int(number or 0) for number in re.split(rb"[;:]", parameters)]
        found += any(
            30 <= number <= 38 or 40 <= number <= 48 or 90 <= number <= 107 for number in numbers
        )
    return found
