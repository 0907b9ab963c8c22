"""A table to sit down at: a home of its own, sessions in it, and terminals open on them."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import phrases
from terminal import Terminal

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("ROUNDTABLE", str(REPOSITORY / ".build" / "release" / "roundtable"))
SAMPLE = "ws-204-hrdd"
ROLES = ("moderator", "online", "rapporteur", "ballot", "stage")
# Where letters are typed, and where a stray key must not end anything, more than `q` is asked for.
LEAVING = {"rapporteur": ["^X"], "ballot": ["^C", "^C"], "stage": ["q", "q"]}


def role_of(command):
    """The seat that a command line asks for, or `None`."""
    return command[command.index("--as") + 1] if "--as" in command else None


class Table:
    """A folder with nothing in it but the sessions of one journey."""

    program = PROGRAM
    say = phrases

    def __init__(self, folder):
        self.folder = Path(folder)
        self.sessions = self.folder / "sessions"
        self.sessions.mkdir(parents=True, exist_ok=True)
        self.terminals = []

    def env(self, **changes):
        """The same environment on every machine; a change to `None` takes a variable away."""
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        env = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_RUNTIME_DIR": str(home),
            "ROUNDTABLE_SESSIONS": str(self.sessions),
            "ROUNDTABLE_SAMPLES": str(REPOSITORY / "Sessions"),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "TZ": "UTC",
            "PS1": "$ ",
        }
        env.update(changes)
        return {name: value for name, value in env.items() if value is not None}

    # Sessions

    def lay(self, sample=SAMPLE, name=None):
        """A copy of a sample, as opening one makes it; answers the session's name."""
        name = name or sample
        shutil.copytree(REPOSITORY / "Sessions" / sample, self.sessions / name)
        return name

    def journal(self, session):
        """The bytes of a session's journal."""
        return (self.sessions / session / "journal.jsonl").read_bytes()

    def entries(self, session):
        """What happened, each whole line read; the first line is the header and left out.

        A line without its end is still being written, or was cut off: it is no entry.
        """
        return [json.loads(line) for line in self.journal(session).split(b"\n")[1:-1]]

    # The program

    def run(self, *arguments, text=None, timeout=30, **changes):
        """Runs the program without a terminal; answers its code, output and complaints."""
        return subprocess.run(
            [PROGRAM, *arguments],
            input=text,
            stdin=subprocess.DEVNULL if text is None else None,
            capture_output=True,
            text=True,
            timeout=timeout,
            cwd=REPOSITORY,
            env=self.env(**changes),
        )

    def do(self, session, *commands, role=None, refused=False):
        """Does commands to a session from outside; answers what was printed.

        A refusal fails the journey, unless it is expected, and then the lack of one does.
        """
        extra = ["--as", role] if role else []
        done = self.run("do", session, *extra, *commands)
        assert (done.returncode == 1) == refused, f"{commands}: {done.stdout}{done.stderr}"
        assert done.returncode in (0, 1), f"{commands}: {done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def terminal(self, *arguments, columns=80, rows=24, command=None, **changes):
        """Starts the program (or another command) in a new terminal."""
        command = list(command or (PROGRAM, *arguments))
        terminal = Terminal(command, self.env(**changes), columns, rows)
        self.terminals.append(terminal)
        return terminal

    def sit(self, role, session, *options, **terminal):
        """Opens a session in a role, and waits until the whole of it stands there."""
        seat = self.terminal("open", session, "--as", role, *options, **terminal)
        seat.title = f"{role} at {session}"
        seat.wait_until(lambda: seat.is_full_screen and seat.frames)
        return seat.settle()

    def leave(self, terminal, ended=True):
        """Leaves the program as its help says; answers its exit code."""
        if terminal.frames:
            terminal.press(*LEAVING.get(role_of(terminal.command), ["q"]))
        else:
            terminal.press("^D")
        return terminal.ended() if ended else None

    def to_the_capture_line(self, rapporteur):
        """Puts the rapporteur's cursor where a note is typed."""
        if rapporteur.cursor is None:
            rapporteur.press("i").wait_until(lambda: rapporteur.cursor is not None)

    @staticmethod
    def words(terminal):
        """The words on the screen."""
        return set(terminal.text.split())

    def clear(self):
        for terminal in self.terminals:
            terminal.close()
