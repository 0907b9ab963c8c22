"""A program in a pseudo-terminal: what it wrote, when, and how its terminal is set."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import threading
import time


class Chunk:
    """Bytes that arrived together, and when."""

    __slots__ = ("at", "data")

    def __init__(self, at, data):
        self.at = at
        self.data = data


class Wire:
    """A program on the far end of a pseudo-terminal, with every byte it writes kept.

    The far end is held open too, so that what the terminal was set to can still be asked after the
    program died.
    """

    def __init__(self, command, env, columns=80, rows=24, keep_reading=True):
        self.command = command
        self.master, self.slave = pty.openpty()
        Wire.resize(self, columns, rows)
        self.before = termios.tcgetattr(self.slave)
        self.chunks = []
        self.length = 0
        self.news = threading.Condition()
        self.stalled = threading.Event()
        self.status = None
        self.closed = False
        name = os.ttyname(self.slave)
        self.started = time.perf_counter()
        # A session leader that opens a terminal gets it as its own: no code runs between fork and exec.
        self.pid = os.posix_spawnp(
            command[0],
            command,
            env,
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, name, os.O_RDWR, 0),
                (os.POSIX_SPAWN_DUP2, 0, 1),
                (os.POSIX_SPAWN_DUP2, 0, 2),
            ],
            setsid=True,
            setsigdef=[signal.SIGPIPE, signal.SIGINT, signal.SIGQUIT, signal.SIGXFSZ],
        )
        self.reader = threading.Thread(target=self._read, daemon=True)
        if keep_reading:
            self.reader.start()

    # What it wrote

    def _read(self):
        poll = select.poll()
        poll.register(self.master, select.POLLIN)
        while not self.closed:
            if self.stalled.is_set():
                time.sleep(0.005)
                continue
            if not poll.poll(50):
                continue
            try:
                data = os.read(self.master, 65536)
            except OSError:
                return
            now = time.perf_counter()
            with self.news:
                self.chunks.append(Chunk(now, data))
                self.length += len(data)
                self.news.notify_all()

    def output(self, since=0):
        """Every byte from the `since`-th on."""
        with self.news:
            chunks = list(self.chunks)
        return b"".join(chunk.data for chunk in chunks)[since:]

    def wait_for(self, condition, timeout):
        """Whether `condition()` came true in time; asked anew whenever bytes arrive."""
        deadline = time.monotonic() + timeout
        while True:
            if condition():
                return True
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            with self.news:
                # Some conditions come true without a byte, such as the program's end.
                self.news.wait(min(left, 0.02))

    def quiet(self, seconds=0.1, timeout=5):
        """Waits until nothing was written for `seconds`; false when it never fell quiet."""
        born = time.perf_counter()

        def fell_quiet():
            last = self.chunks[-1].at if self.chunks else 0
            return time.perf_counter() - max(last, born) >= seconds

        return self.wait_for(fell_quiet, timeout)

    # What is done to it

    def send(self, data):
        """Writes to the program, as much as it takes at once, waiting where it does not."""
        view = memoryview(data)
        while view:
            select.select([], [self.master], [], 5)
            view = view[os.write(self.master, view[:4096]) :]

    def resize(self, columns, rows):
        self.columns, self.rows = columns, rows
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def stall(self):
        """Stops reading, as a terminal behind a dead line does."""
        self.stalled.set()

    def resume(self):
        self.stalled.clear()

    def signal(self, number):
        if self.alive:
            os.kill(self.pid, number)

    def hang_up(self):
        """The terminal goes away: its window was closed, its line was cut."""
        self.closed = True
        if self.reader.is_alive():
            self.reader.join()
        for end in (self.slave, self.master):
            os.close(end)

    # How it is

    @property
    def alive(self):
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = status
        return self.status is None

    @property
    def exit_code(self):
        """The exit code, or minus the signal that ended it."""
        return None if self.alive else os.waitstatus_to_exitcode(self.status)

    def ended(self, timeout=5):
        """The exit code once it ended, or `None` when it did not in time."""
        self.wait_for(lambda: not self.alive, timeout)
        return self.exit_code

    @property
    def settings(self):
        """The terminal's line settings, as tcgetattr gives them."""
        return termios.tcgetattr(self.slave)

    @property
    def is_line_mode(self):
        """Whether typing is echoed and handed over by the line, as a shell expects."""
        both = termios.ECHO | termios.ICANON
        return self.settings[3] & both == both

    def proc(self, name):
        with open(f"/proc/{self.pid}/{name}") as file:
            return file.read()

    @property
    def resident(self):
        """Resident memory in KiB."""
        return int(re.search(r"VmRSS:\s+(\d+)", self.proc("status"))[1])

    @property
    def wakes(self):
        """How often it woke and went to sleep again; that others pushed it aside does not count."""
        return int(re.search(r"^voluntary_ctxt_switches:\s+(\d+)", self.proc("status"), re.M)[1])

    @property
    def cpu_ticks(self):
        fields = self.proc("stat").rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    @property
    def cpu_nanoseconds(self):
        """Time on a processor, of its main thread."""
        return int(self.proc("schedstat").split()[0])

    def close(self):
        """Ends the program and gives the terminal back, whatever state both are in."""
        if self.alive:
            os.kill(self.pid, signal.SIGCONT)
            os.kill(self.pid, signal.SIGKILL)
            _, self.status = os.waitpid(self.pid, 0)
        if not self.closed:
            self.hang_up()
