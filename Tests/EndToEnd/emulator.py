"""What a terminal would show for a stream of bytes, and which of its modes are on."""

import codecs
import copy
import re

import pyte

# Marked sequences that the emulator mistakes for others: only switching modes is let through.
FOREIGN = re.compile(
    r"\x1b\[[<=>][0-9;:]*[ -/]*[@-~]"  # > and its like
    r"|\x1b\[\?[0-9;:]*[ -/]*[@-gi-km-~]"  # ? with anything but h and l
    r"|\x1b\[[0-9;:?]*[ -/]+[@-~]"  # with an intermediate byte
    r"|\x1b[P_^X].*?(?:\x1b\\|\x9c)"  # strings: device control, application, privacy
    r"|\x1b\].*?(?:\x07|\x1b\\)",  # operating system commands, such as titles
    re.DOTALL,
)
UNFINISHED = re.compile(
    r"\x1b(?:\[[0-9;:<=>?]*[ -/]*|[P_^X\]](?:(?!\x07|\x1b\\).)*|[ -/]*)?\Z", re.DOTALL
)
# What the Linux console takes for its palette, with no end that would tell it from a title.
PALETTE = re.compile(r"\x1b\](?:R|P[0-9A-Fa-f]{7})")
SWITCH = re.compile(r"\x1b\[\?([0-9;]+)([hl])")


class Stream(pyte.Stream):
    """pyte's parser, with the sequences ncurses uses that pyte does not know."""

    csi = dict(pyte.Stream.csi, b="repeat", S="scroll_up", T="scroll_down")
    events = pyte.Stream.events | {"repeat", "scroll_up", "scroll_down"}


class Screen(pyte.Screen):
    """pyte's screen, with an alternate one, repeated characters and scrolling."""

    def __init__(self, columns, rows):
        self.put_away = None
        self.last_drawn = " "
        super().__init__(columns, rows)

    def draw(self, data):
        if data:
            self.last_drawn = data[-1]
        super().draw(data)

    def repeat(self, count=1, **_):
        self.draw(self.last_drawn * max(count, 1))

    def _scroll(self, count, line, step):
        cursor = copy.copy(self.cursor)
        top, bottom = self.margins or (0, self.lines - 1)
        self.cursor.y = top if line == "top" else bottom
        for _ in range(max(count, 1)):
            step()
        self.cursor = cursor

    def scroll_up(self, count=1, **_):
        self._scroll(count, "bottom", self.index)

    def scroll_down(self, count=1, **_):
        self._scroll(count, "top", self.reverse_index)

    def set_mode(self, *modes, **kwargs):
        if kwargs.get("private") and {47, 1047, 1049} & set(modes) and self.put_away is None:
            self.put_away = (copy.deepcopy(dict(self.buffer)), copy.copy(self.cursor))
            self.erase_in_display(2)
        super().set_mode(*modes, **kwargs)

    def reset_mode(self, *modes, **kwargs):
        if kwargs.get("private") and {47, 1047, 1049} & set(modes) and self.put_away is not None:
            lines, self.cursor = self.put_away
            self.put_away = None
            self.buffer.clear()
            self.buffer.update(lines)
            self.cursor.y = min(self.cursor.y, self.lines - 1)
            self.cursor.x = min(self.cursor.x, self.columns - 1)
        super().reset_mode(*modes, **kwargs)


class Emulator:
    """A terminal without a window."""

    def __init__(self, columns, rows):
        self.screen = Screen(columns, rows)
        self.stream = Stream(self.screen)
        self.stream.use_utf8 = False  # else it ignores line-drawing character sets
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.held_back = ""
        self.modes = {25: True}

    def feed(self, data):
        text = PALETTE.sub("", self.held_back + self.decoder.decode(data))
        tail = UNFINISHED.search(text)
        self.held_back = text[tail.start() :] if tail else ""
        text = text[: tail.start()] if tail else text
        for numbers, switch in SWITCH.findall(text):
            for number in numbers.split(";"):
                if number:
                    self.modes[int(number)] = switch == "h"
        self.stream.feed(FOREIGN.sub("", text))

    def resize(self, columns, rows):
        self.screen.resize(lines=rows, columns=columns)
        self.screen.cursor.x = min(self.screen.cursor.x, columns - 1)
        self.screen.cursor.y = min(self.screen.cursor.y, rows - 1)

    @property
    def lines(self):
        """The rows as text, without the spaces at their ends."""
        return [line.rstrip() for line in self.screen.display]
