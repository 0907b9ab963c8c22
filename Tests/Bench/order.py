#!/usr/bin/env python3
"""Writes down which functions a start runs, in the order in which it runs them first.

The linker puts them side by side, so that a start touches few pages of a large program: less to
fetch, less to hold. A name that is gone costs nothing, a new one stands elsewhere until this is
run again. A breakpoint on every function, taken away when it is met, tells which ran.
"""

import argparse
import ctypes
import fcntl
import functools
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

from bench import LARGE, SMALL, Bench, phrases

TRACE_ME, CONTINUE, GET_REGISTERS, SET_REGISTERS, SET_OPTIONS = 0, 7, 12, 13, 0x4200
END_WITH_TRACER, TRACE_THREADS = 0x100000, 0x8
ANY_THREAD = 0x40000000
BREAKPOINT = 0xCC
# The place of the next instruction among the registers of x86-64, each of 8 bytes.
INSTRUCTION, REGISTERS = 16, 27
DOWN, UP, REPAINT = "\x1bOB", "\x1bOA", "\x0c"
# Something that another terminal does meanwhile.
NEWS = None
SEATS = (
    ("moderator", SMALL, (DOWN, UP, "\t", REPAINT, NEWS)), ("moderator", LARGE, (DOWN, NEWS)),
    ("rapporteur", SMALL, ("h", "i", "\x7f", REPAINT, NEWS)), ("rapporteur", LARGE, ("h", NEWS)),
    ("ballot", SMALL, (REPAINT, NEWS)), ("stage", SMALL, (REPAINT, NEWS)),
    ("stage", LARGE, (REPAINT, NEWS)),
)  # fmt: skip

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)


def functions(program):
    """The name of the function at each address."""
    listed = subprocess.run(["nm", program], capture_output=True, text=True, check=True).stdout
    rows = (line.split() for line in listed.splitlines())
    names = {}
    for row in rows:
        if len(row) == 3 and row[1] in "tTwW":
            names.setdefault(int(row[0], 16), row[2])
    return names


def spawn(command, env, size):
    """The program, stopped before its first instruction, and the terminal it is in."""
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        libc.ptrace(TRACE_ME, 0, None, None)
        os.execve(command[0], command, env)
    os.waitpid(pid, 0)
    libc.ptrace(SET_OPTIONS, pid, None, END_WITH_TRACER | TRACE_THREADS)
    return pid, terminal


def run(command, env, size, steps, known, news):
    """Addresses of the functions that ran, the first one first."""
    pid, terminal = spawn(command, env, size)
    met = []
    with open(f"/proc/{pid}/mem", "r+b", buffering=0) as memory:
        first, end = min(known), max(known) + 1
        memory.seek(first)
        code = memory.read(end - first)
        marked = bytearray(code)
        for place in known:
            marked[place - first] = BREAKPOINT
        memory.seek(first)
        memory.write(marked)
        registers = (ctypes.c_ulonglong * REGISTERS)()
        left, given, quiet = list(steps), 0, time.monotonic()
        libc.ptrace(CONTINUE, pid, None, None)
        while True:
            stopped, status = os.waitpid(-1, os.WNOHANG | ANY_THREAD)
            if not stopped:
                if select.select([terminal], [], [], 0.0005)[0]:
                    given += len(os.read(terminal, 65536))
                    quiet = time.monotonic()
                elif given and time.monotonic() - quiet > 0.5:
                    if not left:
                        os.kill(pid, signal.SIGKILL)
                        break
                    step = left.pop(0)
                    news() if step is NEWS else os.write(terminal, step.encode())
                    quiet = time.monotonic()
                continue
            if not os.WIFSTOPPED(status):
                if stopped != pid:
                    continue
                sys.exit(f"{' '.join(command)} ended by itself")
            stop = os.WSTOPSIG(status)
            # A thread stops once before it begins.
            if stop == signal.SIGSTOP and stopped != pid:
                stop = 0
            if stop == signal.SIGTRAP:
                libc.ptrace(GET_REGISTERS, stopped, None, ctypes.addressof(registers))
                place = registers[INSTRUCTION] - 1
                if place in known:
                    met.append(place)
                    memory.seek(place)
                    memory.write(code[place - first : place - first + 1])
                    registers[INSTRUCTION] = place
                    libc.ptrace(SET_REGISTERS, stopped, None, ctypes.addressof(registers))
                stop = 0
            libc.ptrace(CONTINUE, stopped, None, ctypes.c_void_p(int(stop)))
    os.waitpid(pid, 0)
    os.close(terminal)
    return met


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path, help="where the names go, one a line")
    wanted = parser.parse_args()
    bench = Bench(quick=True)
    env = {name: str(value) for name, value in bench.table.env().items()}
    known = functions(bench.table.program)
    order = {}
    try:
        for session in (bench.resting, bench.live):
            note = functools.partial(bench.table.do, session, phrases.note("said meanwhile"))
            for seat, size, steps in SEATS:
                command = [str(part) for part in bench.command(seat, session)]
                met = run(command, env, size, steps, set(known), note)
                order |= dict.fromkeys(met)
    finally:
        bench.end()
        shutil.rmtree(bench.folder, ignore_errors=True)
    wanted.output.write_text("".join(known[place] + "\n" for place in order))
    print(f"{len(order)} of {len(known)} functions run in a start")


if __name__ == "__main__":
    main()
