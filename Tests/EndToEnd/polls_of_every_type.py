"""Polls of every type, with the ballots of a room whose groups are of very different sizes."""

import random

PEOPLE = 42
GROUPS = {
    "civil_society": 19, "government": 10, "technical_community": 6, "private_sector": 2,
    "intergovernmental_organization": 1, None: 4,
}
REGIONS = {
    "african": 15, "asia_pacific": 14, "weog": 8, "grulac": 2, "eastern_european": 1, None: 2,
}
SLIPS = {"government": 12, "civil_society": 8, None: 4}
CHOICES = '--choice "Sea" --choice "Sky" --choice "Land" --choice "Fire"'
PAIRS = ["A/B", "A/C", "A/D", "B/C", "B/D", "C/D"]
# Each word in several spellings: width, capitals, white space, punctuation, composed or not.
WORDS = [
    "trust", "Trust", "TRUST", "law", "Law", "fair play", "Fair  Play", "\u00e9cologie",
    "\u00c9COLOGIE", "e\u0301cologie", "stra\u00dfe", "STRASSE", "time", "\u201ctime\u201d",
    "\uff54\uff49\uff4d\uff45", "don\u2019t wait", "Don't wait", "5 years",
]
NAMES = ["Sea", "Sky", "Land", "Fire", "Air"]
STATEMENTS = ["Begin with 1 thing", "Wait", "Pay for it", "Nobody reads this", "Struck", "Again"]


# What one voter says


def picked(*weights):
    signs = "ABCDEFGH"[: len(weights)]
    return lambda chance: chance.choices(signs, weights)[0]


def several(chance):
    return ",".join(sorted(chance.sample("ABCD", chance.randint(1, 3))))


def ranked(chance):
    """Some leave choices out, some put two in one place."""
    signs = sorted("ABCD", key=lambda sign: chance.random() * (ord(sign) - 60))
    paper = dict(zip(signs, range(1, chance.randint(2, 5))))
    if len(paper) > 2 and chance.random() < 0.2:
        paper[signs[chance.randint(1, 2)]] = 1
    return ",".join(f"{sign}={place}" for sign, place in sorted(paper.items()))


def points(chance):
    first = chance.randint(0, 100)
    second = chance.randint(0, 100 - first)
    spent = {"A": first, "B": second, "C": chance.choice([100 - first - second, 0])}
    return ",".join(f"{sign}={many}" for sign, many in spent.items() if many) or "blank"


def some(signs, mark):
    """A mark beside most of them."""

    def ballot(chance):
        marked = [sign for sign in signs if chance.random() < 0.8] or signs[:1]
        return ",".join(f"{sign}={mark(chance)}" for sign in marked)

    return ballot


def words(chance):
    return " ".join(f'--word "{word}"' for word in chance.sample(WORDS, chance.randint(1, 3)))


def estimate(chance):
    return f"--number {chance.choice([1, 2, 2, 3.5, 4, 10, 12.125, -3, chance.randint(1, 400)])}"


# Rows as the poll has its choices, and rows that each group's ballots put in another order.
FIXED = {
    "Agree?": ("", picked(5, 3, 1)),
    "Which one?": (CHOICES, picked(5, 3, 2, 1)),
    "Which ones?": (f"{CHOICES} --method several_choices --min 1 --max 3", several),
    "How far?": ("--scale agreement", picked(1, 2, 3, 4, 5)),
    "On how many fingers?": ("--scale fist_of_five", picked(1, 1, 2, 3, 2, 1)),
    "For how many points?": (f"{CHOICES} --method points --points 100", points),
    "Where?": (
        f"{CHOICES} --method two_axes --left cheap --right dear --bottom weak --top strong",
        some("ABCD", lambda chance: f"{chance.randint(1, 9)}:{chance.randint(1, 9)}")),
    "Do you know?": (f"{CHOICES} --method quiz --answer B", picked(3, 5, 1, 1)),
    "Whose hands?": ("--method pulse", picked(3, 1)),
}
SORTED = {
    "In which order?": (f"{CHOICES} --method ranking", ranked),
    "Which two?": (f"{CHOICES} --method ranking --seats 2", ranked),
    "What before what?": (
        f"{CHOICES} --method pairwise", some(PAIRS, lambda chance: chance.choice([1, 1, 2]))),
    "In a word?": ("--method words --max 3", words),
    "In your words?": ("--method open_answers --max 3", words),
    "How many?": ("--method estimate --unit people", estimate),
    "Which grades?": (
        f"{CHOICES} --method scores --best 5", some("ABCD", lambda chance: chance.randint(0, 5))),
    "What do you say?": (
        "--method statements", some("12346", lambda chance: chance.choice([1, 1, 0, -1]))),
}
TYPES = FIXED | SORTED
BASES = ["valid", "cast", "present", "entitled", "none"]


class Taking:
    """Polls taken one after the other; each seat's part is a run of the program."""

    def __init__(self, table, session):
        self.table, self.session = table, session
        self.chance, self.minutes, self.polls, self.waiting = random.Random(4), 0, 0, []
        self.slips = []
        signs = "ABCDEFGH"
        codes = [f"{one}{two}77-QM3X" for one in signs for two in signs]
        issued = []
        for group, many in SLIPS.items():
            own = codes[len(self.slips) : len(self.slips) + many]
            issued.append(f"ballot issue {' '.join(own)}" + (f" --group {group}" if group else ""))
            self.slips += own
        self.run(
            "moderator", *self.people(), *issued, 'question add "What first?"',
            'agenda add "Polls" --for 90m', "session open", "question ask q1")

    def people(self):
        groups = [group for group, many in GROUPS.items() for _ in range(many)]
        regions = [region for region, many in REGIONS.items() for _ in range(many)]
        self.chance.shuffle(regions)
        for number, (group, region) in enumerate(zip(groups, regions), 1):
            told = (f" --group {group}" if group else "") + (
                f" --region {region}" if region else "")
            yield f'person add "Voter {number}"{told}'
            if number % 11:
                channel = " --online" if self.chance.random() < 0.3 else ""
                yield f"person arrive p{number}{channel}"

    def run(self, role, *lines, secret=None):
        """What was left to do goes first."""
        lines, self.waiting = [*self.waiting, *lines], []
        self.minutes += 1
        hours, minutes = divmod(self.minutes, 60)
        clock = f"2026-05-01T{10 + hours}:{minutes:02}:00Z"
        extra = ["--secret-file", str(secret)] if secret else []
        done = self.table.run(
            "do", self.session, "--quiet", "--as", role, "--clock", clock, *extra,
            text="\n".join(lines) + "\n")
        assert done.returncode == 0, done.stdout + done.stderr

    def voters(self, secrecy, entitled):
        """What a line says of each voter who has come, `""` of those whom nobody asks."""
        if secrecy == "coded":
            who = [f" --code {slip}" for slip in self.slips]
        elif entitled == "--group government":
            who = [f" --voter p{number}" for number in range(20, 30)]
        elif entitled or secrecy == "public":
            who = [f" --voter p{number}" for number in range(1, PEOPLE + 1) if number % 11]
        else:
            who = [""] * 38
        return [voter for voter in who if self.chance.random() < 0.65]

    def take(self, question, secrecy, entitled=None, base="valid", again=None, entered=None,
             secret=None):
        """Takes a poll; answers its id. Whoever can do so changes the ballot now and then."""
        draft, ballot = TYPES[question]
        self.polls += 1
        poll = f"v{self.polls}"
        if again:
            lines = [f"poll again {again}"]
        else:
            lines = [f'poll draft "{question}" {draft} --{secrecy}']
            lines += [f"poll entitle {poll} {entitled}"] if entitled else []
            lines += [f"poll base {poll} {base}"] if base != "valid" else []
        if question == "What do you say?":
            lines += [f'poll submit {poll} "{text}"' for text in STATEMENTS]
            lines.append(f"poll strike {poll} 5")
        self.run("moderator", *lines, f"poll open {poll}", secret=secret)
        ballots = []
        for voter in self.voters(secrecy, entitled):
            said = ballot(self.chance) if self.chance.random() < 0.92 else "blank"
            ballots.append(f"poll cast {poll} {said}{voter}")
            if secrecy in ("public", "coded") and self.chance.random() < 0.1:
                ballots.append(f"poll cast {poll} {ballot(self.chance)}{voter}")
        self.run("ballot", *ballots)
        self.waiting = ["@+13s"] + ([f"poll enter {poll} {entered}"] if entered else [])
        self.waiting.append(f"poll close {poll}")
        if secret:
            self.run("moderator", secret=secret)
        return poll

    def ballots(self, question, *ballots, secrecy="anonymous", secret=None):
        """A poll with these ballots of whoever comes; it waits to be closed."""
        self.polls += 1
        poll = f"v{self.polls}"
        self.run(
            "moderator", f'poll draft "{question}" --{secrecy}', f"poll open {poll}", secret=secret)
        self.run("ballot", *[f"poll cast {poll} {ballot}" for ballot in ballots])
        self.waiting = [f"poll close {poll}"]
        return poll

    def mark(self, secrecy, entitled=None):
        """Marks on one statement, some of them changed; groups differ."""
        self.polls += 1
        poll = f"v{self.polls}"
        lines = [f"poll entitle {poll} {entitled}"] if entitled else []
        self.run(
            "moderator", f'poll draft "What of this?" --method statements --{secrecy}', *lines,
            f'poll submit {poll} "Begin with 1 thing"', f"poll open {poll}")
        marks = []
        for place, voter in enumerate(self.voters(secrecy, entitled)):
            for _ in range(self.chance.randint(1, 2)):
                leans = [8, 1, 1] if place % 10 < 4 else [1, 2, 6]
                said = self.chance.choices(["agree", "pass", "disagree"], leans)[0]
                marks.append(f"poll mark {poll} 1 {said}{voter}")
        self.run("ballot", *marks)
        self.waiting = [f"poll close {poll}"]

    def end(self):
        self.run("moderator", "session close")


def take_all(table, session, secret):
    """A poll of every type and in rounds; `secret` is a file with a passphrase."""
    taking = Taking(table, session)
    for place, question in enumerate(FIXED):
        base = BASES[place % len(BASES)]
        public = taking.take(question, "public", base=base)
        if question in ("Which one?", "Which ones?", "How far?"):
            taking.take(question, "public", again=public)
        hands = "A=22,B=9" if question == "Whose hands?" else None
        secretly = taking.take(
            question, "anonymous", "--present", BASES[(place + 1) % len(BASES)], entered=hands)
        if question == "Which one?":
            taking.take(question, "anonymous", "--present", again=secretly)
    for place, question in enumerate(SORTED):
        taking.take(question, "anonymous", base=BASES[place % len(BASES)])
    taking.take("In which order?", "anonymous", again=f"v{taking.polls - len(SORTED) + 1}")
    coded = taking.take("Which ones?", "coded", "--codes", "entitled")
    taking.take("Which ones?", "coded", "--codes", again=coded)
    taking.take("Agree?", "public", "--group government", "entitled")
    taking.mark("public")
    taking.mark("coded", "--codes")
    taking.take("Which one?", "sealed", "--present", "cast", secret=secret)
    hum = f"v{taking.polls + 1}"
    taking.run(
        "moderator", 'poll draft "Hum?" --method hum', f"poll open {hum}",
        f"poll enter {hum} A=2,B=1", f"poll close {hum}", 'poll draft "Not yet?"')
    taking.end()


def ties(chance, polls):
    """Polls of a few ballots that were taken elsewhere, so that lots are drawn."""
    for _ in range(polls):
        number = chance.randint(3, 5)
        signs = "ABCDE"[:number]
        choices = " ".join(f'--choice "{name}"' for name in chance.sample(NAMES, number))
        method = chance.choice([
            "ranking", "ranking --seats 2", f"ranking --seats {number - 1}", "pairwise",
            "scores --best 3"])
        papers = set()
        for _ in range(chance.randint(2, 6)):
            if method == "pairwise":
                names = [f"{one}/{other}" for one in signs for other in signs if one < other]
                marks = {name: chance.randint(1, 2) for name in names}
            else:
                marks = {sign: chance.randint(1, 3) for sign in signs}
            said = ",".join(f"{name}={mark}" for name, mark in marks.items() if mark < 3)
            papers.add(said or "blank")
        told = " ".join(f'--paper "{chance.randint(1, 3)} {paper}"' for paper in sorted(papers))
        yield f'poll adopt "Taken elsewhere?" {choices} --method {method} {told}'


def take_oddly(table, session, secret):
    """Polls under every rule, taken elsewhere, opened again, left open, run out of time, lost."""
    taking = Taking(table, session)
    taking.waiting = [
        'agenda add "Inside" --for 9m --attribution chatham_house',
        'agenda add "Nowhere" --for 9m --attribution off_the_record',
        *ties(taking.chance, 40), "agenda next"]
    taking.polls = 40
    inside = taking.take("Which one?", "public")
    taking.take("Which one?", "public", again=inside)
    taking.take("Which ones?", "anonymous", "--present", "cast")
    taking.ballots("Few?", "A", "B")
    taking.waiting.append("agenda next")
    taking.ballots("Off?", *"ABABAB")
    taking.waiting.append("agenda start s1")
    again = taking.take("Agree?", "anonymous")
    taking.waiting.append(f"poll reopen {again}")
    taking.run("moderator")
    taking.run("ballot", *[f"poll cast {again} {sign}" for sign in "AAB"])
    taking.waiting = [f"poll close {again}"]
    taking.ballots("Lost?", *"AABC", secrecy="sealed", secret=secret)
    taking.waiting[-1] = taking.waiting[-1].replace("close", "lose")
    late = taking.ballots("Late?", *"ABBB")
    taking.waiting = [f"poll extend {late} 5s", "@+9s", f"poll expire {late}"]
    taking.ballots("Still?", *"ABC")
    taking.waiting = []


def take_apart(table, session, secret):
    """Polls counted apart whose rows each group's ballots put in another order."""
    taking = Taking(table, session)
    for question in SORTED:
        taking.take(question, "public")
        if question != "What do you say?":
            taking.take(question, "anonymous", "--present")
    taking.take("What do you say?", "coded", "--codes")
    taking.end()
