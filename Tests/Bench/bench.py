#!/usr/bin/env python3
"""Measures the program's four seats against nano, htop, tig and vim, and prints one table.

Every time is taken in one run, the programs in turn, so that a busy machine weighs on all alike.
The numbers of the bars are those of the project's list; 14 and 15 are unit tests of the themes.
"""

import argparse
import os
import re
import select
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "EndToEnd"))

import phrases  # noqa: E402
from keys import sequence  # noqa: E402
from table import ROLES, Table  # noqa: E402
from terminal import CLEAR, FRAME, Timeout, colours  # noqa: E402
from voters import cast  # noqa: E402
from wire import Wire  # noqa: E402
from xterm import XTerm  # noqa: E402

PEERS = ("nano", "htop", "tig", "vim")
SMALL, LARGE = (80, 24), (200, 60)
SWITCHES = (1000, 1002, 1003, 1004, 1006, 1049, 2004, 2026)
TERMS = (
    "xterm-kitty", "foot", "xterm-ghostty", None, "linux", "vt100", "screen", "tmux-256color",
    "dumb", "alacritty", "xterm", "xterm-256color", "konsole", "nonsense",
)  # fmt: skip
FAULTS = (
    "fatal-error", "precondition", "nil-unwrap", "index", "overflow", "abort", "bad-address",
    "stack-overflow", "throw",
)  # fmt: skip
CLUSTERS = ("é", "e\u0301", "👨‍👩‍👧", "🇩🇪", "1️⃣", "👍🏽", "क्षि", "กำ", "한", "☂️", "漢")


# What is measured with


class Meter(Wire):
    """A program whose answers are timed by the one who asks, with no thread between."""

    def __init__(self, command, env, size=SMALL):
        super().__init__(command, env, *size, keep_reading=False)

    def answer(self, quiet, limit):
        """Times of the first and the last byte until it fell quiet, and how many there were."""
        first = last = None
        count = 0
        end = time.perf_counter() + limit
        while True:
            left = end - time.perf_counter()
            wait = left if first is None else min(quiet, left)
            if wait <= 0 or not select.select([self.master], [], [], wait)[0]:
                return first, last, count
            data = os.read(self.master, 65536)
            last = time.perf_counter()
            first = first or last
            count += len(data)

    def key(self, name):
        """Milliseconds from a key to its first and last byte, and the bytes; `None` for silence."""
        self.answer(0.002, 0.002)
        data = sequence(name, application_cursor=True)
        pressed = time.perf_counter()
        os.write(self.master, data)
        first, last, count = self.answer(0.008, 0.06)
        if first is None:
            return None
        return (first - pressed) * 1e3, (last - pressed) * 1e3, count

    @property
    def cpu(self):
        """Nanoseconds on a processor, of all its threads."""
        total = 0
        for thread in Path(f"/proc/{self.pid}/task").iterdir():
            total += int((thread / "schedstat").read_text().split()[0])
        return total


GROUPS = (
    "civil_society", "government", "intergovernmental_organization", "private_sector",
    "technical_community")
REGIONS = ("african", "asia_pacific", "eastern_european", "grulac", "weog", "intergovernmental")
FORMS = ("igf", "igf2020", "igf2019", "igf2015", "analysis", "summary")


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))] if values else float("nan")


def median(values):
    return statistics.median(values) if values else float("nan")


class Row:
    """One line of the table: what was found, beside what was asked."""

    def __init__(self, what, ours, limit, passed, peers=None, against=None, unit=""):
        self.what, self.ours, self.limit, self.passed = what, ours, limit, passed
        self.peers = peers or {}
        self.against = against
        self.unit = unit

    @property
    def ratio(self):
        """Ours by the named peer's figure, or by the peers' median."""
        known = [value for value in self.peers.values() if value == value]
        base = self.peers.get(self.against, median(known)) if known else None
        if not base or not isinstance(self.ours, (int, float)):
            return ""
        return f"{self.ours / base:.2f} {self.against or 'median'}"

    def cells(self, number):
        peers = " ".join(f"{name} {figure(value)}" for name, value in self.peers.items())
        ours = f"{figure(self.ours)} {self.unit}".strip()
        verdict = "pass" if self.passed else "FAIL"
        return [str(number), self.what, ours, peers, self.ratio, self.limit, verdict]


def figure(value):
    if not isinstance(value, float):
        return str(value)
    return "–" if value != value else f"{value:.2f}" if abs(value) < 10 else f"{value:.0f}"


def most(what, ours, limit, unit="", **more):
    """A row that passes when the figure is at most the limit."""
    return Row(what, ours, f"≤ {limit:g} {unit}".strip(), ours <= limit, unit=unit, **more)


def share(what, good, of, **more):
    """A row that passes when all of them are good."""
    return Row(what, f"{good}/{of}", f"{of}/{of}", good == of, **more)


# What is measured


def script(people=200, entries=5000, live=False):
    """Lines that make a session: people first, then hands, turns and notes; `entries` in all."""
    yield phrases.OPEN
    for number in range(people):
        yield phrases.person(f"Person {number:04}")
    left = entries - people - 1 - (4 if live else 1)
    for number in range(left):
        if number % 50 == 0:
            yield phrases.raise_hand(f"p{number // 50 % people + 1}")
        else:
            yield phrases.note(f"What was said at minute {number}, in a sentence of usual length")
    if live:
        yield phrases.NEXT
        yield phrases.raise_hand(f"p{people}")
        yield phrases.give(f"p{people}")
        yield phrases.raise_hand(f"p{people - 1}")
    else:
        yield phrases.CLOSE


class Bench:
    """The sessions and the peers that every bar is measured on."""

    def __init__(self, quick, hour=0):
        self.quick = quick
        self.hour = hour
        self.folder = Path(tempfile.mkdtemp(prefix="bench-"))
        self.table = Table(self.folder)
        self.made = {}
        self._prepare_peers()

    def _prepare_peers(self):
        text = self.folder / "text"
        text.write_text("".join(f"line {number} of a text to move in\n" for number in range(1000)))
        history = self.folder / "history"
        env = self.table.env(GIT_AUTHOR_NAME="a", GIT_AUTHOR_EMAIL="a@b", GIT_CONFIG_NOSYSTEM="1")
        env.update(GIT_COMMITTER_NAME="a", GIT_COMMITTER_EMAIL="a@b")
        subprocess.run(["git", "init", "-q", history], env=env, check=True)
        stream = "".join(
            f"commit refs/heads/main\ncommitter a <a@b> {1600000000 + number} +0000\n"
            f"data 9\ncommit {number % 10} \nM 100644 inline f\ndata 2\n{number % 10}\n\n"
            for number in range(500)
        )
        git = ["git", "-C", history]
        subprocess.run([*git, "fast-import", "--quiet"], input=stream, text=True, env=env, check=True)
        subprocess.run([*git, "symbolic-ref", "HEAD", "refs/heads/main"], env=env, check=True)
        self.commands = {
            "nano": ["nano", str(text)],
            "htop": ["htop"],
            "tig": ["env", f"GIT_DIR={history}/.git", "tig"],
            # Without a swap file, which a killed one leaves behind for the next to ask about.
            "vim": ["vim", "-n", str(text)],
        }

    def session(self, name, **shape):
        """A session made once, by the program itself."""
        if name not in self.made:
            self.table.lay(name=name)
            lines = "".join(line + "\n" for line in script(**shape))
            began = time.perf_counter()
            done = self.table.run("do", name, text=lines, timeout=600)
            if done.returncode:
                refused = [line for line in done.stdout.splitlines() if "refus" in line.lower()]
                sys.exit(f"could not make '{name}': {done.stderr[-500:]} {refused[:3]}")
            self.made[name] = time.perf_counter() - began
        return name

    @property
    def resting(self):
        """200 people, 5,000 entries, closed: no clock runs."""
        return self.session("resting")

    @property
    def live(self):
        """200 people, 5,000 entries, somebody speaks: the clock runs."""
        return self.session("live", live=True)

    def fresh(self):
        """A session as it was published, under a new name."""
        name = f"fresh-{len(self.made)}"
        self.made[name] = 0
        return self.table.lay(name=name)

    def command(self, who, session=None):
        if who in self.commands:
            return self.commands[who]
        return [self.table.program, "open", session or self.resting, "--as", who]

    def meter(self, who, session=None, size=SMALL, **changes):
        return Meter(self.command(who, session), self.table.env(**changes), size)

    def all(self, session=None, size=SMALL):
        """Every seat and every peer, started and at rest."""
        session = session or self.resting
        meters = {who: self.meter(who, session, size) for who in (*ROLES, *PEERS)}
        for meter in meters.values():
            meter.answer(0.3, 3)
        return meters

    def end(self, meters=()):
        for meter in meters.values() if isinstance(meters, dict) else meters:
            meter.close()
        self.table.clear()
        self.table.terminals.clear()


def only_peers(figures):
    return {name: figures[name] for name in PEERS if name in figures}


BARS = {}


def bar(number):
    def register(function):
        BARS[number] = function
        return function

    return register


@bar(1)
def start(bench):
    """Cold start to complete first paint."""
    for size in (SMALL, LARGE):
        runs = 3 if bench.quick else 10
        first, last = {}, {}
        session = bench.resting
        for _ in range(runs):
            for who in (*ROLES, *PEERS):
                meter = bench.meter(who, session, size)
                began, ended, _ = meter.answer(0.35, 5)
                meter.close()
                if began:
                    first.setdefault(who, []).append((began - meter.started) * 1e3)
                    last.setdefault(who, []).append((ended - meter.started) * 1e3)
        first = {who: median(values) for who, values in first.items()}
        last = {who: median(values) for who, values in last.items()}
        for role in ROLES:
            ours = last.get(role, float("nan"))
            limit = min(40, 0.5 * last["vim"])
            yield most(
                f"{role} {size[0]}x{size[1]}: start to full paint", ours, round(limit, 1), "ms",
                peers=only_peers(last), against="vim",
            )  # fmt: skip
            yield most(
                f"{role} {size[0]}x{size[1]}: first byte", first.get(role, float("nan")), 15, "ms",
                peers=only_peers(first), against="vim",
            )  # fmt: skip


@bar(2)
def memory(bench):
    """Resident memory after the start, and what use adds to it."""
    meters = bench.all(bench.live)
    before = {who: meter.resident / 1024 for who, meter in meters.items()}
    for role in ROLES:
        # The online moderator's seat is a console too: an inbox, a queue, people, forms.
        limit = 12 if role in ("ballot", "stage") else 15
        yield most(f"{role}: memory", before[role], limit, "MB", peers=only_peers(before))
    notes = [phrases.note(f"one more {number}") for number in range(50 if bench.quick else 300)]
    for note in notes:
        bench.table.do(bench.live, note)
        for role in ROLES:
            meters[role].answer(0.001, 0.002)
    for number in range(200):
        for role in ROLES:
            os.write(meters[role].master, sequence("Down" if number % 2 else "Up", True))
            meters[role].answer(0.001, 0.004)
    for role in ROLES:
        more = meters[role].resident / 1024 - before[role]
        yield most(f"{role}: memory added by {len(notes)} entries and 200 keys", more, 5, "MB")
    if bench.hour:
        use(bench, meters, bench.hour)
        for role in ROLES:
            more = meters[role].resident / 1024 - before[role]
            yield most(f"{role}: memory added by {bench.hour} minutes of use", more, 5, "MB")
    bench.end(meters)


def use(bench, meters, minutes):
    """Uses every seat for some minutes: an entry every five seconds, a key on each every half."""
    end = time.monotonic() + 60 * minutes
    number = 0
    while time.monotonic() < end:
        if number % 10 == 0:
            bench.table.do(bench.live, phrases.note(f"note {number} of a long session"))
        for role in ROLES:
            key = ("Down", "Tab", "Up", "?", "Esc")[number % 5]
            os.write(meters[role].master, sequence(key, True))
        pause = time.monotonic() + 0.5
        while (left := pause - time.monotonic()) > 0:
            ready = select.select([meter.master for meter in meters.values()], [], [], left)[0]
            for master in ready:
                os.read(master, 65536)
        number += 1


def window(bench, meters, seconds):
    """Bytes, wakes, and processor time of each, by the second, while nothing is done."""
    start = {who: (meter.wakes, meter.cpu) for who, meter in meters.items()}
    bytes_of = dict.fromkeys(meters, 0)
    by_end = {meter.master: who for who, meter in meters.items()}
    end = time.perf_counter() + seconds
    while (left := end - time.perf_counter()) > 0:
        for ready in select.select(list(by_end), [], [], left)[0]:
            bytes_of[by_end[ready]] += len(os.read(ready, 65536))
    return {
        who: (
            bytes_of[who] / seconds,
            (meter.wakes - start[who][0]) / seconds,
            (meter.cpu - start[who][1]) / 1e9 / seconds * 100,
        )
        for who, meter in meters.items()
    }


@bar(3)
def idle(bench):
    """Nothing is due: not a byte, not a wake."""
    seconds = 5 if bench.quick else 30
    meters = bench.all(bench.resting)
    seen = window(bench, meters, seconds)
    for index, (what, unit) in enumerate((("bytes", "B/s"), ("wakes", "/s"), ("processor", "%"))):
        figures = {who: value[index] for who, value in seen.items()}
        for role in ROLES:
            yield most(
                f"{role}: {what} in {seconds} s at rest", figures[role], 0, unit,
                peers=only_peers(figures), against="htop",
            )  # fmt: skip
    bench.end(meters)


@bar(4)
def running_clock(bench):
    """The clock runs, a second at a time."""
    seconds = 5 if bench.quick else 30
    for size, limit in ((SMALL, 150), (LARGE, 250)):
        meters = {who: bench.meter(who, bench.live, size) for who in ("stage", "moderator", "htop")}
        for meter in meters.values():
            meter.answer(0.3, 2)
        seen = window(bench, meters, seconds)
        for index, (what, most_of, unit) in enumerate(
            (("bytes", limit, "B/s"), ("wakes", 1.2, "/s"), ("processor", 0.1, "%"))
        ):
            for role in ("stage", "moderator"):
                yield most(
                    f"{role} {size[0]}x{size[1]}: {what} with a running clock", seen[role][index],
                    most_of, unit, peers={"htop": seen["htop"][index]}, against="htop",
                )  # fmt: skip
        bench.end(meters)


def keys(bench, size, rounds):
    """Per program, the answers to keys that move a selection, the programs in turn."""
    meters = bench.all(bench.resting, size)
    for role in ("moderator", "rapporteur"):
        to_a_list(meters[role], role)
    answers = {who: [] for who in meters}
    for number in range(rounds):
        for who, meter in meters.items():
            answer = meter.key("Up" if number % 4 > 1 else "Down")
            if answer:
                answers[who].append(answer)
    bench.end(meters)
    return answers


def to_a_list(meter, role):
    """Puts the focus where arrows move a selection in a long list."""
    if role == "rapporteur":
        meter.key("Tab")
    meter.answer(0.05, 0.2)


@bar(5)
def key_latency(bench):
    """Key to first byte."""
    for size in (SMALL, LARGE):
        answers = keys(bench, size, 60 if bench.quick else 200)
        bench.key_answers = getattr(bench, "key_answers", {}) | {size: answers}
        half = {who: median([a[0] for a in found]) for who, found in answers.items()}
        tail = {who: percentile([a[0] for a in found], 0.95) for who, found in answers.items()}
        for role in ("moderator", "rapporteur"):
            where = f"{role} {size[0]}x{size[1]}"
            yield most(f"{where}: key, p50", half[role], 0.9, "ms", peers=only_peers(half))
            yield most(f"{where}: key, p95", tail[role], 2.0, "ms", peers=only_peers(tail))


@bar(6)
def bytes_per_move(bench):
    """Bytes for one move of a selection."""
    for size, limit in ((SMALL, 120), (LARGE, 160)):
        answers = getattr(bench, "key_answers", {}).get(size) or keys(bench, size, 60)
        figures = {who: median([a[2] for a in found]) for who, found in answers.items()}
        for role in ("moderator", "rapporteur"):
            what = f"{role} {size[0]}x{size[1]}: bytes for one move"
            yield most(what, figures[role], limit, "B", peers=only_peers(figures))


def traced(bench, who, act, session=None):
    """The writes to its terminal while `act` is done: when, and the bytes."""
    log = bench.folder / f"trace-{who}"
    strace = ["strace", "-f", "-y", "-ttt", "-s", "100000", "-xx", "-e", "trace=write,writev"]
    command = [*strace, "-o", str(log), *bench.command(who, session)]
    meter = Meter(command, bench.table.env())
    meter.answer(0.6, 6)
    done = log.stat().st_size
    act(meter)
    meter.answer(0.3, 1)
    children = Path(f"/proc/{meter.pid}/task/{meter.pid}/children").read_text().split()
    for child in children:
        os.kill(int(child), signal.SIGKILL)
    meter.ended(1)
    meter.close()
    with open(log, errors="replace") as file:
        file.seek(done)
        lines = file.read().splitlines()
    writes = []
    for line in lines:
        found = re.match(r"\d+ +([\d.]+) writev?\(\d+<([^>]*)>, (.*)", line)
        if found and re.match(rb"/dev/(pts/|tty)", unhex(found[2])):
            data = b"".join(map(unhex, re.findall(r'"([^"]*)"', found[3])))
            writes.append((float(found[1]), data))
    return writes


def unhex(text):
    """What strace printed as `\\x2f\\x64`."""
    return bytes.fromhex(text.replace("\\x", "")) if text.startswith("\\x") else text.encode()


def forty_keys(meter):
    for number in range(40):
        os.write(meter.master, sequence("Up" if number % 4 > 1 else "Down", True))
        meter.answer(0.03, 0.08)


@bar(7)
def writes_per_frame(bench):
    """Writes to the terminal for each frame."""
    figures = {who: len(traced(bench, who, forty_keys)) / 40 for who in PEERS}
    for role in ("moderator", "rapporteur"):
        writes = traced(bench, role, forty_keys)
        whole = sum(1 for _, data in writes if FRAME.fullmatch(data))
        share_row = share(f"{role}: writes that are one whole frame", whole, len(writes))
        share_row.passed = share_row.passed and bool(writes)
        yield share_row
        yield most(f"{role}: writes for a key", len(writes) / 40, 1, peers=figures)


@bar(8)
def whole_and_clear_free(bench):
    """Every byte inside a frame, no clear after the first."""
    session = bench.fresh()
    seats = {role: bench.table.sit(role, session) for role in ROLES}
    starts = {role: seat.length for role, seat in seats.items()}
    end = time.monotonic() + (8 if bench.quick else 600)
    number = 0
    while time.monotonic() < end:
        bench.table.do(session, phrases.note(f"frame {number}"))
        for seat in seats.values():
            seat.press("Down", "Tab", "?", "Esc", ":", "a", "Backspace", "Esc", "Up")
            seat.quiet(0.03, 0.2)
        number += 1
    for role, seat in seats.items():
        seat.settle()
        drawn = seat.output(starts[role])
        frames = len(FRAME.findall(drawn))
        yield most(f"{role}: bytes outside of {frames} frames", len(FRAME.sub(b"", drawn)), 0, "B")
        yield most(f"{role}: clears after the first frame", len(CLEAR.findall(drawn)), 0)
    bench.end()


@bar(9)
def restored(bench):
    """The terminal after any death."""
    deaths = ("TERM", "HUP", "INT", "QUIT", "SEGV", "ABRT", "ILL", "TRAP", "BUS", "FPE")
    session = bench.fresh()
    for role in ROLES:
        good, slowest = 0, 0.0
        for death in deaths:
            seat = bench.table.sit(role, session)
            began = time.perf_counter()
            seat.signal(getattr(signal, f"SIG{death}"))
            while seat.alive and time.perf_counter() - began < 2:
                time.sleep(0.001)
            slowest = max(slowest, (time.perf_counter() - began) * 1e3)
            good += is_given_back(seat)
            seat.close()
        yield share(f"{role}: terminal restored", good, len(deaths))
        yield most(f"{role}: slowest of them to end", slowest, 200, "ms")
    good, slowest = 0, 0.0
    for fault in FAULTS:
        seat = bench.table.terminal("crash", fault)
        seat.wait_until("The next key is the last").settle(0.05)
        began = time.perf_counter()
        seat.press("x")
        while seat.alive and time.perf_counter() - began < 2:
            time.sleep(0.001)
        slowest = max(slowest, (time.perf_counter() - began) * 1e3)
        good += is_given_back(seat)
        seat.close()
    yield share("faults from inside: terminal restored", good, len(FAULTS))
    yield most("slowest of them to end", slowest, 200, "ms")
    bench.end()


def is_given_back(seat):
    """Whether the terminal of a program that died is as a shell wants it."""
    seat.quiet(0.05, 0.5)
    is_clean = not any(seat.mode(mode) for mode in SWITCHES)
    return is_clean and not seat.alive and seat.cursor is not None and seat.is_line_mode


@bar(10)
def terminal_gone(bench):
    """Four terminals disappear at once."""
    session = bench.fresh()
    seats = [bench.table.sit(role, session) for role in ROLES]
    began = time.perf_counter()
    for seat in seats:
        seat.hang_up()
    while any(seat.alive for seat in seats) and time.perf_counter() - began < 3:
        time.sleep(0.002)
    took = (time.perf_counter() - began) * 1e3
    yield most("all four gone after their terminals", took, 500, "ms")
    yield share("the session is whole", int(bench.table.run("show", session).returncode == 0), 1)
    bench.end()


@bar(11)
def terminal_names(bench):
    """Fourteen names of terminals."""
    session = bench.fresh()
    good = 0
    for name in TERMS:
        seat = bench.table.terminal("open", session, "--as", "moderator", TERM=name)
        if seat.wait_for(lambda: seat.wrote("204"), 3):
            seat.quiet(0.1)
            good += bench.table.leave(seat) == 0
        seat.close()
    yield share("names of terminals it works under", good, len(TERMS))
    bench.end()


def skeleton(seat):
    return [re.sub(r"[^A-Za-z]", " ", line).rstrip() for line in seat.lines]


@bar(12)
def locales(bench):
    """Locales without UTF-8."""
    session = bench.fresh()
    usual = bench.table.sit("moderator", session)
    wanted = ("C", "", "POSIX", "xx_XX")
    good = 0
    for locale in wanted:
        try:
            seat = bench.table.sit("moderator", session, LANG=None, LC_ALL=locale)
            good += skeleton(seat) == skeleton(usual) and "???" not in seat.text
            seat.press("q").ended(1)
        except Timeout:
            pass
    yield share("locales under which all stands in its column", good, len(wanted))
    bench.end()


@bar(13)
def no_colour(bench):
    """NO_COLOR."""
    session = bench.fresh()
    for role in ROLES:
        seat = bench.table.sit(role, session, NO_COLOR="1")
        seat.press("Down", "?", "Esc").quiet(0.1)
        yield most(f"{role}: colours set under NO_COLOR", colours(seat.output()), 0)
    bench.end()


def torture():
    """Sixty strings that upset terminals."""
    fixed = [
        *CLUSTERS, "👩‍❤️‍💋‍👨 kiss", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 tag flag", "🏳️‍🌈 ZWJ flag", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!", "العربية مع English",
        "עברית עם 123", "\u202eright to left\u202c", "\u2067isolate\u2069", "日本語のテキスト", "ｆｕｌｌｗｉｄｔｈ",
        "ﾊﾝｶｸ", "한국어 조합 ㅎㅏㄴ", "ไทย ภาษา ำ", "देवनागरी क्षत्रिय", "தமிழ் நொ", "မြန်မာ", "བོད་ཡིག",
        "ភាសាខ្មែរ", "\u0378 unassigned", "\U0001fae8 shaking", "\U0001fadf new", "\ue000 private",
        "tab\tin it", "soft\u00adhyphen", "zero\u200bwidth", "join\u2060er", "\ufeffmark", "nb\u00a0space",
        "①②③ ★ ☆ ●", "│ box ─ in text", "…—–‘’“”", "½ ¾ ™ © ®", "\u0301starts with a mark", "a" * 300,
        "漢" * 150, "👍" * 90, "x\u0300\u0301\u0302\u0303\u0304\u0305\u0306 marks", "☂︎ text ☂️ emoji",
        "👨🏿‍🦽‍➡️ long ZWJ", "🇦 lone regional", "🇩🇪🇫🇷🇬🇧 flags", "꧁꧂", "﷽", "𒐫", "⸻", "𝕯𝖔𝖚𝖇𝖑𝖊", "\U000e0041 tag", "e" + "\u0323" * 40,
    ]  # fmt: skip
    texts = fixed + [f"{text} and {fixed[-index]}" for index, text in enumerate(CLUSTERS, 1)]
    return [text.replace('"', "").replace("\t", " ") for text in texts][:60]


@bar(16)
def width(bench):
    """The same cells in two terminals that know nothing of each other."""
    session = bench.fresh()
    texts = torture()
    same, compared, ended = 0, 0, 0
    for role in ("moderator", "rapporteur"):
        seat = bench.table.sit(role, session)
        tmux = ["tmux", "-u", "-L", f"bench-{os.getpid()}-{role}", "-f", "/dev/null"]
        env = bench.table.env()
        inner = [bench.table.program, "open", session, "--as", role]
        quiet = "set -g status off ; set -g escape-time 0".split()
        subprocess.run(
            [*tmux, *quiet, ";", "new-session", "-d", "-x", "80", "-y", "24", *inner],
            env=env, check=True,
        )  # fmt: skip
        for begin in range(0, len(texts), 4):
            for text in texts[begin : begin + 4]:
                bench.table.do(session, phrases.note(text))
            seat.settle(0.15)

            def agree():
                captured = subprocess.run(
                    [*tmux, "capture-pane", "-p"], env=env, capture_output=True, text=True
                ).stdout.split("\n")[:24]
                return plain(captured) == plain(seat.lines)

            compared += 1
            same += seat.wait_for(agree, 1)
            ended += not seat.alive
        subprocess.run([*tmux, "kill-server"], env=env, check=False)
    yield share(f"screens of {len(texts)} hard texts alike in two terminals", same, compared)
    yield most("programs they ended", ended, 0)
    bench.end()
    yield from divider(bench, texts)


def divider(bench, texts):
    """The line behind hard texts stands in one column of a terminal with a window, too."""
    session = bench.fresh()
    seat = bench.table.sit("rapporteur", session, columns=120, rows=36)
    seat.settle()
    xterm = XTerm([bench.table.program, "open", session, "--as", "rapporteur"], bench.table.env(), 120, 36)
    good = rows = 0
    for begin in range(0, len(texts), 20):
        for text in texts[begin : begin + 20]:
            bench.table.do(session, phrases.note(text))
        seat.settle()
        lit = xterm.settle()
        column = seat.find("REPORT")[0] - 2
        behind = [row for row, line in enumerate(seat.lines) if re.search(r"\d:\d\d │", line)]
        rows += len(behind)
        good += sum(xterm.upright(column, row, lit) for row in behind)
    xterm.close()
    yield share("rows of hard texts with a straight line behind them in xterm", good, rows)
    bench.end()


def plain(lines):
    """A screen without its figures, which may have moved on, and in one normal form.

    Of a row with vowel signs only the letters count: terminals do not agree which of these signs
    take a column, and one of the two keeps no sign that takes none.
    """
    rows = [re.sub(r"\d", "0", unicodedata.normalize("NFC", line)).rstrip() for line in lines]
    return [
        "".join(sign for sign in row if sign != " " and not is_mark(sign))
        if any("\u0900" <= sign < "\u1100" or "\u1700" <= sign < "\u1b00" for sign in row)
        else row
        for row in rows
    ]


def is_mark(sign):
    return unicodedata.category(sign).startswith("M")


@bar(17)
def graphemes(bench):
    """Editing by what a person sees as one sign."""
    session = bench.fresh()
    seat = bench.table.sit("rapporteur", session)
    bench.table.to_the_capture_line(seat)
    good = 0
    for cluster in CLUSTERS:
        seat.type("x").settle(0.03)
        column = seat.cursor
        seat.type(cluster).settle(0.03)
        after = seat.cursor
        seat.press("Left").settle(0.03)
        one_left = seat.cursor == column
        seat.press("Right").settle(0.03)
        one_right = seat.cursor == after != column
        seat.press("Backspace").settle(0.03)
        good += one_left and one_right and seat.cursor == column
        seat.press("Backspace").settle(0.03)
    yield share("kinds of signs edited as one", good, len(CLUSTERS))
    home = seat.cursor
    for number in range(1000):
        seat.type("a" if number % 2 else " ")
    seat.settle(0.1)
    for _ in range(1000):
        seat.press("^_")
    seat.settle(0.1)
    yield share("a thousand keys undone", int(seat.cursor == home), 1)
    bench.end()
    meter = bench.meter("rapporteur", session)
    meter.answer(0.3, 2)
    megabyte = ("A sentence for a long note, é and 漢 in it. " * 25000)[: 1 << 20]
    meter.send(b"\x1b[200~" + megabyte.encode() + b"\x1b[201~")
    meter.answer(0.5, 10)
    found = [answer for _ in range(100) if (answer := meter.key("x"))]
    tail = percentile([answer[0] for answer in found], 0.95)
    yield most("key in a note of 1 MB, p95", tail, 2, "ms")
    bench.end([meter])


@bar(18)
def paste(bench):
    """A hundred kilobytes pasted."""
    session = bench.fresh()
    text = ("Pasted words, é and 漢 in them. " * 4000)[:99_999]
    times = []
    exact = undone = 0
    for _ in range(3):
        meter = bench.meter("rapporteur", session)
        meter.answer(0.3, 2)
        began = time.perf_counter()
        meter.send(b"\x1b[200~" + text.encode() + b"\x1b[201~")
        _, last, _ = meter.answer(0.2, 3)
        times.append(((last or float("inf")) - began) * 1e3)
        meter.close()
    yield most("100 KB pasted to the last byte of the paint", median(times), 250, "ms")
    seat = bench.table.sit("rapporteur", session)
    bench.table.to_the_capture_line(seat)
    home = seat.cursor
    seat.paste(text).settle(0.3)
    seat.press("^_").settle(0.1)
    undone = int(seat.cursor == home)
    seat.paste(text).settle(0.3).press("Enter").settle(0.3)
    entries = [str(entry) for entry in bench.table.entries(session)]
    exact = int(any(text in entry for entry in entries))
    yield share("one undo takes it back", undone, 1)
    yield share("byte for byte in the journal", exact, 1)
    console = bench.table.sit("moderator", session)
    before = bench.table.journal(session)
    console.paste("qnepzZ:?\n" * 10000).settle(0.3)
    changed = int(bench.table.journal(session) != before) + int(not console.alive)
    yield most("things done by a paste outside a field", changed, 0)
    bench.end()


@bar(19)
def escape_and_click(bench):
    """Esc and the mouse."""
    meter = bench.meter("moderator", bench.resting)
    meter.answer(0.3, 2)
    escapes = []
    for _ in range(10 if bench.quick else 30):
        meter.key("?")
        meter.answer(0.05, 0.2)
        if answer := meter.key("Esc"):
            escapes.append(answer[0])
        meter.answer(0.05, 0.2)
    yield most("Esc closes help, p95", percentile(escapes, 0.95), 30, "ms")
    rounds = 20 if bench.quick else 100
    # A row of the queue and a note in turn, so that each click moves the focus.
    clicks = [click(meter, 20 if number % 2 else 10) for number in range(rounds)]
    # The next one on the same note opens it.
    opened = []
    for _ in range(rounds // 2):
        click(meter, 10)
        click(meter, 20)
        opened.append(click(meter, 20))
        meter.key("Esc")
        meter.answer(0.05, 0.2)
    for what, times in (("moves the focus", clicks), ("opens a note", opened)):
        felt = [time for time in times if time is not None]
        yield share(f"a click {what}: answered", len(felt), len(times))
        yield most(f"a click {what}: first byte, p95", percentile(felt, 0.95), 2, "ms")
    bench.end([meter])


def click(meter, row):
    """Milliseconds from a click to the first byte; `None` for silence."""
    meter.answer(0.002, 0.005)
    pressed = time.perf_counter()
    os.write(meter.master, f"\x1b[<0;5;{row}M\x1b[<0;5;{row}m".encode())
    first, _, _ = meter.answer(0.01, 0.05)
    return (first - pressed) * 1e3 if first else None


@bar(20)
def resize(bench):
    """Sixty sizes in a second."""
    meters = bench.all(bench.resting)
    settled = {}
    for who, meter in meters.items():
        times = []
        for _ in range(1 if bench.quick else 3):
            for number in range(60):
                meter.resize(80 + number % 7 * 10, 24 + number % 5 * 4)
                meter.answer(0.001, 1 / 60)
            meter.answer(0.2, 0.3)
            meter.resize(80, 24)
            began = time.perf_counter()
            _, last, _ = meter.answer(0.15, 0.5)
            times.append((last - began) * 1e3 if last else 0.0)
        settled[who] = median(times)
    alive = sum(meters[role].alive for role in ROLES)
    for role in ROLES:
        yield most(f"{role}: settled after", settled[role], 20, "ms", peers=only_peers(settled))
    for size in ((1, 1), (500, 200), (1, 200), (500, 1), (2, 2), (20, 5), (40, 12)):
        for role in ROLES:
            meters[role].resize(*size)
            meters[role].answer(0.05, 0.3)
    alive = sum(meters[role].alive for role in ROLES)
    yield share("seats alive after sizes 1x1 to 500x200", alive, len(ROLES))
    bench.end(meters)


@bar(21)
def news(bench):
    """An entry made in one process, painted in seven others."""
    session = bench.fresh()
    table = bench.table
    table.do(session, phrases.OPEN)
    made = table.do(session, phrases.poll("Which one?", "This", "That"))
    poll = re.search(r"\b[a-z]+\d+\b", made)[0]
    seats = [table.sit(role, session) for role in ("moderator", "stage", *["ballot"] * 5)]
    journal = table.sessions / session / "journal.jsonl"
    clock = time.time() - time.perf_counter()
    delays, missed = [], 0
    for number in range(15 if bench.quick else 50):
        for seat in seats:
            seat.quiet(0.06, 1)
        lengths = [seat.length for seat in seats]
        if number % 2 == 0:
            if number:
                made = table.do(session, phrases.poll(f"Number {number}?", "This", "That"))
                poll = re.search(r"\b[a-z]+\d+\b", made)[0]
                for seat in seats:
                    seat.quiet(0.06, 1)
                lengths = [seat.length for seat in seats]
            table.do(session, phrases.open_poll(poll))
        else:
            table.do(session, phrases.close_poll(poll))
        written = journal.stat().st_mtime - clock
        for seat, length in zip(seats, lengths):
            # File times come in steps of 4 ms, so the entry may be a little younger than it says;
            # what came before it is a clock's.
            def paints():
                return [chunk.at for chunk in seat.chunks if chunk.at >= written - 0.001]

            if not seat.wait_for(lambda: seat.length > length and paints(), 1):
                missed += 1
                continue
            delays.append(max(0.0, paints()[0] - written) * 1e3)
    yield most(f"entry to paint in 7 terminals, p95 of {len(delays)}", percentile(delays, 0.95), 50, "ms")
    yield most("entry to paint, p99", percentile(delays, 0.99), 100, "ms")
    yield most("paints that never came", missed, 0)
    bench.end()


@bar(22)
def stalled(bench):
    """A terminal that nobody reads for ten seconds."""
    session = bench.fresh()
    found = {}

    def act(meter):
        child = int(Path(f"/proc/{meter.pid}/task/{meter.pid}/children").read_text().split()[0])
        resident = lambda: int(  # noqa: E731
            re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{child}/status").read_text())[1]
        )
        number = 0

        def step():
            nonlocal number
            # A hundred sizes are a hundred whole frames: far more than the line takes.
            meter.resize(200 - number % 2, 60)
            os.write(meter.master, b"\x0c") if number < 1000 else None
            if number % 20 == 0:
                bench.table.do(session, phrases.note(f"stalled {number}"))
            number += 1

        # The same with a reader first: what each of these takes once is not what a stall costs.
        for _ in range(40):
            step()
            meter.answer(0.02, 0.1)
        meter.answer(0.3, 2)
        before = resident()
        end = time.monotonic() + (4 if bench.quick else 10)
        while time.monotonic() < end:
            step()
            time.sleep(0.02)
        meter.resize(200, 60)
        bench.table.do(session, phrases.note("the very last one"))
        found["memory"] = (resident() - before) / 1024
        found["resumed"] = time.time()
        last = b""
        while select.select([meter.master], [], [], 0.4)[0]:
            last = last[-100_000:] + os.read(meter.master, 65536)
        found["current"] = b"the very last one" in last

    writes = traced(bench, "moderator", act, session)
    # The rest of the frame that was under way goes in pieces, as the line takes them.
    frames = sum(1 for at, data in writes if at >= found["resumed"] and data.startswith(b"\x1b[?2026h"))
    yield most("frames written after it is read again", frames, 2)
    yield share("the last of them is current", int(found["current"]), 1)
    yield most("memory added meanwhile", found["memory"], 1, "MB")
    bench.end()


@bar(27)
def ten_thousand(bench):
    """Ten thousand entries: not a bar of the list, but asked for beside it."""
    session = bench.session("large", entries=10_000, live=True)
    table = bench.table
    checkpoint = table.sessions / session / "session.json"
    kept, rebuilt = [], []
    for _ in range(3 if bench.quick else 10):
        for times, wanted in ((kept, True), (rebuilt, False)):
            if not wanted:
                checkpoint.unlink(missing_ok=True)
            meter = bench.meter("moderator", session)
            # A short silence ends the first paint: the next tick of the clock is no part of it.
            _, last, _ = meter.answer(0.08, 5)
            times.append((last - meter.started) * 1e3 if last else float("nan"))
            # Leaving may write the checkpoint that the next start reads.
            os.write(meter.master, b"q")
            if meter.answer(0.2, 0.5)[0] is None or meter.alive:
                os.write(meter.master, b"y")
            meter.ended(1)
            meter.close()
            if not checkpoint.exists():
                table.do(session, phrases.note("so that a checkpoint is written"))
    yield share("a checkpoint stands there", int(checkpoint.exists()), 1)
    yield most("10,000 entries from a checkpoint to full paint", median(kept), 60, "ms")
    yield most("10,000 entries rebuilt to full paint", median(rebuilt), 500, "ms")
    meter = bench.meter("moderator", session)
    meter.answer(0.35, 5)
    costs = []
    for number in range(20 if bench.quick else 60):
        before = meter.cpu
        table.do(session, phrases.note(f"one more {number}"))
        meter.answer(0.03, 0.3)
        costs.append((meter.cpu - before) / 1e6)
    yield most("one more entry read, applied and painted: processor", median(costs), 1, "ms")
    yield most("memory with 10,000 entries", meter.resident / 1024, 40, "MB")
    bench.end([meter])
    yield most("making it through `do`", bench.made["large"], 60, "s")


def written(entries):
    """Lines of a session in which much was said and written: `entries` in all."""
    yield phrases.OPEN
    for number in range(200):
        traits = f"--group {GROUPS[number % 5]} --region {REGIONS[number % 6]}"
        yield f"{phrases.person(f'Person {number:04}')} {traits}"
    yield phrases.NEXT
    for number in range((entries - 202) // 8 + 1):
        turn, note = number + 1, 2 * number + 1
        # The sample that it is laid from has seven people of its own.
        yield f"floor give p{number % 200 + 8}"
        yield f"floor words t{turn} {number % 300 + 1}"
        yield f"note write argument \"What was argued in turn {turn}, in a sentence of usual length\""
        yield f"note set n{note} point \"Point {number % 12}\""
        yield f"note set n{note} explanation \"Why it was argued, in a sentence of usual length\""
        kind = ("agreement", "takeaway", "disagreement", "follow_up")[number % 4]
        yield f"note write {kind} \"What came of it, in a sentence of usual length\""
        yield f"note link n{note + 1} based_on n{note}"
        yield f"note tag n{note} topic-{number % 20}"


@bar(28)
def reports(bench):
    """Ten thousand entries in every form: the slowest form of each format."""
    session = bench.table.lay(name="written")
    lines = "".join(line + "\n" for line in written(10_000))
    done = bench.table.run("do", session, text=lines, timeout=600)
    if done.returncode:
        sys.exit(f"could not make 'written': {done.stdout[-500:]}{done.stderr[-500:]}")
    count = len(bench.table.entries(session))
    yield share("entries in the session", int(count >= 10_000), 1)
    bench.table.run("show", session, "--json")
    for look in ("md", "txt", "html", "json", "csv"):
        slowest = 0
        for form in FORMS if look != "csv" else [None]:
            options = ["--form", form] if form else ["--table", "notes"]
            times = []
            for _ in range(2 if bench.quick else 5):
                began = time.perf_counter()
                done = bench.table.run("report", session, "--format", look, *options)
                times.append((time.perf_counter() - began) * 1e3)
                if done.returncode:
                    sys.exit(f"could not report: {done.stderr[-500:]}")
            slowest = max(slowest, median(times))
        yield most(f"10,000 entries to {look}, slowest form", slowest, 1000, "ms")
    bench.end()


@bar(29)
def desk(bench):
    """The rapporteur's desk among ten thousand notes, and the report beside them."""
    session = bench.session("large", entries=10_000, live=True)
    meter = bench.meter("rapporteur", session, (120, 36))
    meter.answer(0.3, 5)
    meter.key("^F")
    found = [answer for letter in "usual length" if (answer := meter.key(letter))]
    yield most("a key while 10,000 notes are searched", median([a[1] for a in found]), 20, "ms")
    meter.key("Enter")
    meter.key("Esc")
    bench.end([meter])
    for what, laid in (("of an hour", bench.fresh()), ("of 10,000 entries", session)):
        meter = bench.meter("rapporteur", laid, (120, 36))
        meter.answer(0.3, 5)
        meter.key("^R")
        meter.answer(0.3, 3)
        followed = []
        for number in range(5 if bench.quick else 20):
            os.write(meter.master, f"!what the room takes home, number {number}".encode())
            meter.answer(0.05, 1)
            pressed = time.perf_counter()
            os.write(meter.master, b"\r")
            _, last, _ = meter.answer(0.1, 3)
            followed.append((last - pressed) * 1e3 if last else float("nan"))
        yield most(f"the report {what} follows a note", median(followed), 50, "ms")
        bench.end([meter])


@bar(34)
def fair_floor(bench):
    """Simulated sessions under the balanced order, beside the order of request."""
    sessions = 100 if bench.quick else 1000
    done = bench.table.run("try-floor", "--sessions", str(sessions))
    *lines, sorting = done.stdout.splitlines()
    asked, balanced = ([float(figure) for figure in line.split()[1:]] for line in lines)
    gap, room, online, overtaken = balanced
    yield most(f"gap of floor time in {sessions} sessions", gap, 5, "points")
    yield most("of that in the order of request", gap / asked[0], 0.5, "times")
    yield most("median wait online by that in the room", online / room, 1.10, "times")
    yield most("anybody overtaken", overtaken, 3, "times")
    yield most("a thousand hands put in order again", float(sorting), 5, "ms")


@bar(30)
def votes(bench):
    """Eight ballot terminals that confirm at the same moment, again and again."""
    session = bench.fresh()
    table = bench.table
    table.do(session, phrases.OPEN, phrases.open_poll("v1"))
    rounds = 40 if bench.quick else 250
    waits = cast(table, session, terminals=8, rounds=rounds)
    turnout = sum("ballotCounted" in entry["event"].get("poll", {}) for entry in table.entries(session))
    yield share("ballots counted, none twice", turnout, 8 * rounds)
    yield most("confirm to stored and told, all eight at once, p99", percentile(waits, 0.99) * 1e3, 50, "ms")
    bench.end()


@bar(32)
def statements(bench):
    """A hundred thousand statement votes from standard input, and the console in use meanwhile."""
    table = bench.table
    people, count = 200, 10_000 if bench.quick else 100_000
    session = table.run("new", "What is said", "--name", "said").stdout.strip()
    lines = [phrases.person(f"Voter {number:04}") for number in range(people)]
    lines += ['agenda add "Statements" --for 30m', phrases.OPEN]
    lines += ['poll draft "What should be asked?" --method statements --public', "poll open v1"]
    lines += [f'poll submit v1 "Statement number {number}"' for number in range(100)]
    table.run("do", session, "--quiet", text="\n".join(lines) + "\n")
    words = ("agree", "disagree", "pass")
    lines = "".join(
        f"poll mark v1 {number % 100 + 1} {words[number * 7 % 3]} --voter p{number * 31 % people + 1}\n"
        for number in range(count)
    )
    meter = bench.meter("moderator", session)
    meter.answer(0.5, 5)
    source = bench.folder / "marks"
    source.write_text(lines)
    began = time.perf_counter()
    with source.open() as text:
        writer = subprocess.Popen(
            [table.program, "do", session, "--as", "ballot"], stdin=text, env=table.env(),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    waits = []
    while writer.poll() is None:
        answer = meter.key("Tab")
        if answer:
            waits.append(answer[1])
        time.sleep(0.02)
    took = time.perf_counter() - began
    marked = sum("marked" in entry["event"].get("poll", {}) for entry in table.entries(session))
    yield share("statement votes from standard input stored", marked, count)
    yield most(f"{count} statement votes from standard input", took, 12 * count / 100_000, "s")
    yield most("console key to paint meanwhile, p99", percentile(waits, 0.99), 50, "ms")
    bench.end([meter])


@bar(31)
def capture(bench):
    """Sixty notes a minute, letter by letter, for ten minutes; a third of a minute when quick."""
    session = bench.fresh()
    table = bench.table
    table.do(session, phrases.OPEN, "question ask q1", phrases.give("p1"))
    meter = bench.meter("rapporteur", session)
    meter.answer(0.3, 5)
    typed = []
    began = time.perf_counter()
    for number in range(20 if bench.quick else 600):
        text = f"{number}: what a room of fifty says in one breath, naïve or not"
        for letter in text:
            os.write(meter.master, letter.encode())
            # Half of the second is for typing, the other half for listening.
            meter.answer(0.001, 0.5 / len(text))
        os.write(meter.master, b"\r")
        typed.append(text)
        meter.answer(0.05, 0.4)
        time.sleep(max(0.0, began + number + 1 - time.perf_counter()))
    meter.answer(0.3, 2)
    minutes = (time.perf_counter() - began) / 60
    events = [entry["event"].get("note", {}) for entry in table.entries(session)]
    notes = [event["written"] for event in events if "written" in event]
    whole = sum(note["text"] == text for note, text in zip(notes, typed))
    bound = sum({"segment", "speaker", "question"} <= set(note["binding"]) for note in notes)
    yield share(f"notes whole, {len(typed) / minutes:.0f} a minute", whole, len(typed))
    yield share("notes bound to segment, speaker and question", bound, len(typed))
    bench.end([meter])




def speech(kind, size):
    """A transcript of a kind, at least that many bytes long."""
    said = (
        "So I would say that the harbour needs a lamp, and that whoever keeps it should be paid.",
        "Thank you. May I add one thing? The oil is not the question; the question is the wick.",
        "We heard on‑site and online that ‘nobody asked us’, and that has to change, naïve or not.",
    )
    names = [f"{first} {last}" for first in ("Ada", "Bo", "Cem", "Dara") for last in ("Finch", "Okoye", "Sato")]
    pieces, length, number = [], 0, 0
    if kind == "webvtt":
        pieces.append("WEBVTT\n\n")
    while length < size:
        name, text = names[number * 7 % len(names)], said[number % 3]
        start, end = stamp(number * 4), stamp(number * 4 + 4)
        piece = {
            "captions": f">> {name.upper()}: {text}\n\n{said[(number + 1) % 3]}\n\n",
            "dig.watch": f"{name}: {text}\n\n",
            "webvtt": f"{start}.000 --> {end}.000\n<v {name}>{text}</v>\n\n",
            "srt": f"{number + 1}\n{start},000 --> {end},000\n{name}: {text}\n\n",
            "name and time": f"{name}  {start}\n{text}\n\n",
            "one line": f">> {name.upper()}: {text} ",
        }[kind]
        pieces.append(piece)
        length += len(piece.encode())
        number += 1
    return "".join(pieces)


def stamp(seconds):
    return f"{seconds // 3600 % 60:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


@bar(33)
def transcripts(bench):
    """Transcripts of one, five and ten megabytes, understood and told as JSON."""
    for kind in ("captions", "dig.watch", "webvtt", "srt", "name and time", "one line"):
        took = {}
        for megabytes in (1, 5, 10):
            path = bench.folder / "speech.txt"
            path.write_text(speech(kind, megabytes * 1_000_000))
            times = []
            for _ in range(2 if bench.quick else 5):
                began = time.perf_counter()
                done = bench.table.run("import", str(path), "--dry-run", "--json")
                times.append(time.perf_counter() - began)
                if done.returncode:
                    sys.exit(f"could not read {kind}: {done.stderr[-500:]}")
            took[megabytes] = median(times)
        yield most(f"{kind}: 10 MB", took[10] * 1e3, 1000, "ms")
        # Whatever the program costs to start counts against small files only.
        yield most(f"{kind}: 10 MB by 5 MB", took[10] / took[5], 2.6, "times")
    bench.end()


def show(rows):
    head = ["bar", "what", "ours", "peers", "ratio", "limit", ""]
    lines = [head, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", help="numbers of bars, with commas between")
    parser.add_argument("--quick", action="store_true", help="fewer runs and shorter windows")
    parser.add_argument(
        "--hour", type=int, default=0, metavar="MINUTES", nargs="?", const=60,
        help="after the bars of memory, use every seat for an hour, or for some minutes",
    )  # fmt: skip
    options = parser.parse_args()
    wanted = [int(number) for number in options.only.split(",")] if options.only else list(BARS)
    os.chdir(Path(__file__).resolve().parents[2])
    bench = Bench(options.quick, options.hour)
    rows, failed = [], 0
    try:
        for number in wanted:
            began = time.monotonic()
            try:
                for row in BARS[number](bench):
                    rows.append(row.cells(number))
                    failed += not row.passed
            except (AssertionError, OSError, subprocess.SubprocessError, StopIteration) as problem:
                reason = str(problem).splitlines()[0] if str(problem) else repr(problem)
                rows.append([str(number), BARS[number].__doc__, "–", reason[:80], "", "", "FAIL"])
                failed += 1
                bench.end()
            took = time.monotonic() - began
            print(f"bar {number} took {took:.0f} s", file=sys.stderr, flush=True)
    finally:
        bench.end()
        shutil.rmtree(bench.folder, ignore_errors=True)
    cores, load = os.cpu_count(), os.getloadavg()[1]
    print(f"\n{cores} cores, load {load:.1f}, {'quick, ' if options.quick else ''}medians unless said")
    show(rows)
    print(f"{len(rows) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
