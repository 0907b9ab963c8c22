"""A real xterm on a screen that nobody sees, looked at pixel by pixel."""

import mmap
import shutil
import struct
import subprocess
import tempfile
import time
from pathlib import Path

FONT = "DejaVu Sans Mono"
WIDTH, HEIGHT = 1400, 900


class XTerm:
    """A program in an xterm of its own; the window fills the upper left of the screen."""

    def __init__(self, command, env, columns, rows):
        self.columns, self.rows = columns, rows
        self.folder = tempfile.mkdtemp(prefix="xterm-")
        # The server tells which number it has taken.
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", f"{WIDTH}x{HEIGHT}x24",
             "-fbdir", self.folder, "-nolisten", "tcp"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        display = self.server.stdout.readline().strip()
        self.client = subprocess.Popen(
            ["xterm", "-fa", FONT, "-fs", "9", "-geometry", f"{columns}x{rows}+0+0",
             "-b", "0", "-bw", "0", "+sb", "-bg", "black", "-fg", "white", "-e", *command],
            env={**env, "DISPLAY": f":{display}"}, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def close(self):
        for process in (self.client, self.server):
            process.kill()
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def lit(self):
        """Where a pixel is not black: a row of truths for each row of pixels."""
        with open(Path(self.folder) / "Xvfb_screen0", "rb") as file:
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as memory:
                # The X window dump's header: its size, and how pixels and colours lie behind it.
                header = struct.unpack(">25I", memory[:100])
                start, pitch = header[0] + 12 * header[19], header[12]
                dump = memory[start : start + pitch * HEIGHT]
        return [
            [any(dump[at : at + 3]) for at in range(row, row + 4 * WIDTH, 4)]
            for row in range(0, len(dump), pitch)
        ]

    def settle(self, limit=10):
        """Waits until nothing changes; what is lit then."""
        end = time.monotonic() + limit
        before = self.lit()
        while time.monotonic() < end:
            time.sleep(0.3)
            now = self.lit()
            if now == before and any(map(any, now)):
                break
            before = now
        return before

    def upright(self, column, row, lit):
        """Whether a line stands in a cell from its top to its bottom."""
        right = max((len(line) - line[::-1].index(True) for line in lit if True in line), default=0)
        bottom = max((index + 1 for index, line in enumerate(lit) if True in line), default=0)
        width, height = right / self.columns, bottom / self.rows
        cell = lit[round(row * height) : round((row + 1) * height)]
        return any(
            cell and all(line[x] for line in cell)
            for x in range(round(column * width), round((column + 1) * width))
        )
