"""Every poll of a report counted again: what its ballots say, whom they are of, what is shown."""

import collections
import fractions
import itertools
import math
import unicodedata
from functools import cached_property

from recount_ballots import Papers, percent
from recount_ranked import plural

GROUPS = {
    "civil_society": "Civil Society",
    "government": "Government",
    "intergovernmental_organization": "Intergovernmental Organization",
    "private_sector": "Private Sector",
    "technical_community": "Technical Community",
}
SHORT = dict(zip(GROUPS, ["CSO", "Gov", "IGO", "Private", "Tech"]))
REGIONS = {
    "african": "African Group",
    "asia_pacific": "Asia-Pacific Group",
    "eastern_european": "Eastern European Group",
    "grulac": "Latin American and Caribbean Group",
    "weog": "Western European and Others Group",
    "intergovernmental": "Intergovernmental Organization",
}
TRAITS = {
    "group": ("By stakeholder group", GROUPS), "region": ("By region", REGIONS),
    "channel": ("By room and online", {}),
}
SECRECY = {
    "public": "public", "coded": "by code", "anonymous": "anonymous", "sealed": "sealed",
}
OTHER = "other"
SECRET = ("anonymous", "sealed")


class Polls:
    """What happened to polls; a sitting takes it in."""

    def poll_drafted(self, now, value):
        self.polls[value["poll"]] = {
            **value, **(value.get("terms") or {}), "state": "draft", "choices": list(value["choices"]), "ballots": {},
            "box": None, "entered": {}, "every": collections.Counter(), "turnout": 0, "at": {},
        }

    def poll_asked(self, now, value):
        self.poll_drafted(now, value)
        self.poll_opened(now, value)

    def poll_repeated(self, now, value):
        asked = self.polls[value["before"]]
        kept = ("text", "method", "choices", "secrecy", "base", "least", "entitled")
        self.poll_drafted(now, {**{key: asked[key] for key in kept if key in asked}, **value})

    def poll_changed(self, now, value):
        self.polls[value["poll"]].update({key: it for key, it in value.items() if it is not None})

    def poll_removed(self, now, value):
        del self.polls[value["poll"]]

    def poll_opened(self, now, value):
        self.polls[value["poll"]].update(
            state="open", opened=now, at=value, cells=value.get("cells"))

    def poll_reopened(self, now, value):
        self.polls[value["poll"]].update(state="open")

    def poll_adopted(self, now, value):
        self.poll_drafted(now, {"secrecy": "anonymous", **value})
        self.polls[value["poll"]].update(state="closed", box=value["box"])

    def poll_entitled(self, now, value):
        self.polls[value["poll"]]["entitled"] = value.get("to")

    def poll_keptTogether(self, now, value):
        self.polls[value["poll"]]["least"] = value.get("least")

    def poll_measured(self, now, value):
        self.polls[value["poll"]]["base"] = value["base"]

    def poll_entered(self, now, value):
        self.polls[value["poll"]]["entered"] = value["counts"]

    def poll_ballotCast(self, now, value):
        """Of statements only what the ballot says changes, and each word is one more mark."""
        poll, who = self.polls[value["poll"]], value.get("voter") or value.get("pseudonym")
        if "statements" in poll["method"]:
            poll["ballots"].setdefault(who, {"marks": {}})
            for statement, mark in value["ballot"].get("marks", {}).items():
                self.mark(poll, who, statement, mark)
        else:
            poll["ballots"][who] = value["ballot"]
        poll["turnout"] = len(poll["ballots"])

    poll_ballotCastByCode = poll_ballotCast

    def poll_ballotCounted(self, now, value):
        self.polls[value["poll"]]["turnout"] = value["turnout"]

    def poll_stated(self, now, value):
        self.polls[value["poll"]]["choices"].append(value["statement"])

    def poll_struck(self, now, value):
        poll, struck = self.polls[value["poll"]], value["statement"]
        poll["choices"] = [it for it in poll["choices"] if it["id"] != struck]
        for ballot in poll["ballots"].values():
            ballot["marks"].pop(struck, None)

    def mark(self, poll, who, statement, opinion):
        poll["ballots"].setdefault(who, {"marks": {}})["marks"][statement] = opinion
        poll["every"][statement, opinion] += 1
        poll["turnout"] = len(poll["ballots"])

    def poll_marked(self, now, value):
        who = value.get("voter") or value.get("pseudonym")
        self.mark(self.polls[value["poll"]], who, value["statement"], value["opinion"])

    poll_markedByCode = poll_marked

    def poll_closed(self, now, value):
        poll = self.polls[value["poll"]]
        people = self.people.values()
        poll.update(state="closed", closed=now, box=value.get("box"))
        here = sum(person["here"] for person in people)
        poll["here"] = self.heads["room"] + self.heads["online"] if self.heads else here
        poll["entitled_at_close"] = self.entitled(poll)
        poll["traits"] = {
            who: [person.get(trait) or OTHER for trait in TRAITS]
            for who, person in self.people.items()}

    poll_timedOut = poll_closed

    def entitled(self, poll):
        """How many may vote now; `None` where nobody is asked who it is."""
        people = self.people.values()
        ((kind, of),) = (poll.get("entitled") or {}).items() or [(None, {})]
        if poll["secrecy"] == "coded" or kind == "codes":
            return sum(of.get("of") in (None, own) for own in self.slips.values())
        if kind is None:
            return len(people) if poll["secrecy"] == "public" else None
        return {
            "present": lambda: sum(person["here"] for person in people),
            "group": lambda: sum(person.get("group") == of["of"] for person in people),
            "people": lambda: len(of["ids"]),
        }[kind]()

    def access_slipsIssued(self, now, value):
        self.slips.update(dict.fromkeys(value["slips"], value.get("group")))

    def access_issued(self, now, value):
        self.slips.update({code[:4]: value.get("group") for code in value["codes"]})

    def access_revoked(self, now, value):
        self.slips.clear()


# What a report says of a poll


def method_title(method):
    ((name, said),) = method.items()
    unit, seats = said.get("unit"), said.get("seats")
    places = f"a ranking of the first {said['max']}" if said.get("max") else "a ranking"
    return {
        "yesNoAbstain": lambda: "yes, no or abstain",
        "oneChoice": lambda: "one choice",
        "severalChoices": lambda: "several choices, " + (
            str(said["min"]) if said["min"] == said["max"] else f"{said['min']} to {said['max']}"),
        "scale": lambda: "a scale",
        "points": lambda: f"{said['total']} points a person"
        + (f", at most {said['most']} on each" if said.get("most") else ""),
        "twoAxes": lambda: "two axes, {low} to {high}".format(**said["across"])
        + " and {low} to {high}".format(**said["up"]),
        "words": lambda: "one word" if said["max"] == 1 else f"up to {said['max']} words",
        "openAnswers": lambda: "open answers",
        "quiz": lambda: "a quiz",
        "estimate": lambda: "an estimate" + (f" in {unit}" if unit else ""),
        "hum": lambda: "a hum",
        "pulse": lambda: "a show of hands",
        "ranking": lambda: places + (f", {seats} to be found" if seats else ""),
        "scores": lambda: f"scores from 0 to {said['best']}",
        "pairwise": lambda: "pairs",
        "statements": lambda: "statements",
    }[name]()


class Told:
    """A poll as its section of a report has to say it."""

    def __init__(self, sitting, poll):
        self.sitting, self.poll = sitting, poll
        ((self.method, self.said),) = poll["method"].items()
        self.least = poll.get("least") or 3

    # Ballots

    @property
    def is_named(self):
        return self.poll["secrecy"] not in SECRET

    @property
    def is_counted(self):
        return self.poll["state"] == "closed" and (self.is_named or self.poll["box"] is not None)

    @staticmethod
    def pile(counted):
        return [(paper["ballot"], paper["count"]) for paper in counted]

    def papers(self):
        if self.is_named:
            ballots = [(ballot, 1) for ballot in self.poll["ballots"].values()]
        else:
            ballots = self.pile(self.poll["box"]["ballots"])
        return Papers(self.poll, ballots, self.poll["entered"])

    def count(self, papers):
        if self.method != "statements":
            return getattr(papers, self.method)(**self.said)
        cells = self.cells("group")
        declared = [(SHORT[group], cells[group]) for group in GROUPS if group in cells]
        return papers.statements(declared)

    def cells(self, trait):
        """The ballots of each group, region or channel that is counted apart."""
        poll = self.poll
        if not self.is_named:
            parts = (poll["box"].get("parts") or {}).get(trait, {})
            return {code: Papers(poll, self.pile(counted)) for code, counted in parts.items()}
        if poll["secrecy"] == "coded":
            slips = self.sitting.slips if trait == "group" else {}
            codes = {slip: slips.get(slip) or OTHER for slip in poll["ballots"]}
            codes = self.together(codes)
        else:
            place = list(TRAITS).index(trait)
            codes = {who: poll["traits"][who][place] for who in poll["ballots"]}
        cells = {}
        for who, code in codes.items():
            cells.setdefault(code, []).append((poll["ballots"][who], 1))
        return {code: Papers(poll, ballots) for code, ballots in cells.items()}

    @property
    def might_be_apart(self):
        """Whether two groups at least were large enough when a secret poll opened."""
        cells = self.poll.get("cells") or {}
        return not self.is_named and any(len(codes) > 1 for codes in cells.values())

    def why_not_apart(self):
        """What a secret poll whose voters are known by a name or a slip is not counted by."""
        if self.is_named or not self.poll.get("entitled"):
            return []
        known = ["group"] if "codes" in self.poll["entitled"] else list(TRAITS)
        names = [TRAITS[it][0].removeprefix("By ") for it in known if len(self.cells(it)) < 2]
        if not names:
            return []
        listed = ", ".join(names[:-1])
        if len(names) < len(known):
            told = f"{listed} or by {names[-1]}" if listed else names[-1]
            return [f"not counted by {told}: that could tell what somebody chose"]
        if self.might_be_apart:
            return ["not counted apart: that would tell what somebody chose"]
        told = f"{listed} or {names[-1]}" if listed else names[-1]
        return [f"not counted apart: too few people of any {told}"]

    def together(self, codes):
        """The smallest cells join the others until neither they nor what is left are too few."""
        sizes = collections.Counter(code for code in codes.values() if code != OTHER)
        kept = sorted(sizes, key=lambda code: (-sizes[code], code))
        while kept:
            rest = len(codes) - sum(sizes[code] for code in kept)
            if sizes[kept[-1]] >= self.least and (rest == 0 or rest >= self.least):
                break
            kept.pop()
        if not kept:
            return {}
        return {who: code if code in kept else OTHER for who, code in codes.items()}

    @cached_property
    def exposes(self):
        """Whether sums and differences of what is counted apart tell of too few people.

        They do where some sum of cells, each taken any number of times, is of too few alone: then
        the cells without those people have a smaller rank.
        """
        cells = {trait: self.cells(trait) for trait in TRAITS}
        if any(it.cast < self.least for own in cells.values() for it in own.values()):
            return True
        roll = [] if self.is_named else self.poll["box"]["roll"]
        kinds = collections.Counter(
            tuple(code if code in own else OTHER for code, own in
                  zip(self.poll["traits"][who], cells.values())) for who in roll)
        few = [kind for kind in kinds if kinds[kind] < self.least]
        sums = [lambda kind: 1]
        sums += [lambda kind, at=at, code=code: int(kind[at] == code)
                 for at, own in enumerate(cells.values()) for code in own]
        all_ = rank([[sum_(kind) for kind in kinds] for sum_ in sums])
        for size in range(1, self.least):
            for chosen in itertools.combinations(few, size):
                if sum(kinds[kind] for kind in chosen) < self.least:
                    rest = [kind for kind in kinds if kind not in chosen]
                    if rank([[sum_(kind) for kind in rest] for sum_ in sums]) < all_:
                        return True
        return False

    # Whom ballots are of

    def entitled(self):
        poll, number = self.poll, self.poll.get("entitled_at_close")
        ((kind, of),) = (poll.get("entitled") or {}).items() or [(None, {})]
        if kind == "present":
            return f"whoever was here, {poll['here']} when it closed"
        if number is None:
            return None
        if kind == "codes" or poll["secrecy"] == "coded":
            return f"{number} codes" + (f" of {GROUPS[of['of']]}" if of.get("of") else "")
        if kind == "group":
            return f"{number} of {GROUPS[of['of']]}"
        return f"{number} people by name" if kind else f"{number}, everybody on the roll"

    def measured(self, papers, count):
        """The rows with shares of what the poll wants, and that in words."""
        with_choice = f"{plural(count.valid, 'ballot')} with a choice"
        others = ("points", "scores", "pairwise", "statements")
        if self.method in others or not all(row.share for row in count.rows):
            return count.rows, with_choice
        base, here = self.poll.get("base") or "valid", self.poll.get("here", 0)
        entitled = self.poll.get("entitled_at_close")
        number = {
            "cast": count.valid + count.blank, "present": here,
            "entitled": here if entitled is None else entitled,
        }.get(base, count.valid)
        number = max(number, count.valid)
        rows = [row._replace(whole=number, share=base != "none") for row in count.rows]
        words = {
            "cast": f"{plural(number, 'ballot')} cast", "valid": with_choice,
            "present": f"{number} present", "entitled": f"{number} entitled",
        }
        return rows, f"{words[base]}; shares are of these" if base in words else "no shares"

    # Tables below it

    def shift(self, rows):
        """What has become of the round before: a table, or a remark and mostly a table."""
        poll, earlier = self.poll, self.sitting.polls[self.poll["before"]]
        before, after = earlier["ballots"], poll["ballots"]
        both = set(before) & set(after)
        ids = [choice["id"] for choice in poll["choices"]]
        one = {"oneChoice", "yesNoAbstain", "quiz", "pulse", "scale", "ranking"}
        if self.is_named and self.method in one:
            def first(ballot):
                marks = ballot.get("marks", {})
                return min(marks, key=lambda id: (marks[id], id)) if marks else "none"

            ways = collections.Counter((first(before[who]), first(after[who])) for who in both)
            titles = {id: id for id in ids + ["none"]}
            if self.method == "scale":
                titles |= {id: str(self.said["first"] + place) for place, id in enumerate(ids)}
            table = [[titles[it]] + [str(ways[it, to]) for to in titles] for it in titles]
            parts = [f"{len(both)} answered both times, "
                     f"{sum(n for (it, to), n in ways.items() if it != to)} of them differently"]
            parts += [f"{len(set(its) - both)} only {when}" for its, when in
                      ((before, "before"), (after, "after")) if set(its) - both]
            return [], [("Before down, after across", list(titles.values()), table,
                         "; ".join(parts))]
        if self.is_named and self.method == "severalChoices":
            table = []
            for id in ids:
                ways = collections.Counter(
                    (id in before[who]["marks"], id in after[who]["marks"]) for who in both)
                table.append([id] + [str(ways[way]) for way in
                                     ((True, True), (True, False), (False, True))])
            return [], [("Who chose what both times", ["both", "only before", "only after"], table,
                         f"{len(both)} answered both times")]
        remarks = ["before and after can be compared, but not voter by voter"]
        if not rows or not all(row.share for row in rows):
            return remarks, []
        told = Told(self.sitting, earlier)
        old = {row.key: percent(row.count, max(1, row.whole)) for row in told.rows()}
        table = []
        for row in rows:
            was, now = old.get(row.key, 0), percent(row.count, max(1, row.whole))
            shift = f"{now - was:+}" if now != was else "0"
            table.append([row.sign or row.label, f"{was} %", f"{now} %", shift])
        return remarks, [("Before and after", ["before", "after", "shift"], table, "")]

    def rows(self):
        papers = self.papers()
        return self.measured(papers, self.count(papers))[0]

    def every_mark(self):
        every = self.poll["every"]
        if not every:
            return []
        table = [
            [f"{choice['id']} {choice['text']}"]
            + [str(every[choice["id"], mark]) for mark in (1, -1, 0)]
            for choice in self.poll["choices"]]
        return [("Every mark counted", ["agree", "disagree", "pass"], table,
                 "marks that were changed later are counted too")]

    def apart(self, trait, rows):
        """How each cell fills the rows of the poll."""
        title, titles = TRAITS[trait]
        cells = self.cells(trait)
        order = sorted(cells, key=lambda code: (code == OTHER, code))
        if len(order) < 2:
            return []
        if self.poll["secrecy"] != "public" and self.exposes:
            return []
        figures = {code: cells[code].figures(self.method, self.said, rows) for code in order}
        table = [[row.label] + [figures[code][row.key] for code in order] for row in rows]
        table.append(["ballots"] + [str(cells[code].cast) for code in order])
        hides = OTHER in order and self.poll["secrecy"] != "public"
        remark = f"Fewer than {self.least} people, or people of one mind, are never counted apart" if hides else ""
        return [(title, [titles.get(code, code) for code in order], table, remark)]

    # The section

    def asked(self):
        poll, sitting = self.poll, self.sitting
        if not poll.get("opened"):
            return None
        numbers = [question["id"] for question in sitting.questions]
        question = poll["at"].get("question")
        return (f"{sitting.clocked(poll['opened'])} to {sitting.clocked(poll['closed'])}"
                + (f", to question {numbers.index(question) + 1}" if question in numbers else ""))

    def section(self, rule):
        poll = self.poll
        facts = [("Method", method_title(poll["method"])), ("Secrecy", SECRECY[poll["secrecy"]])]
        blocks, sections = [], []
        if poll["state"] == "draft":
            facts.append(("State", "not opened"))
            blocks = [{"list": [
                {"text": f"{choice['id']}: {choice['text']}"} for choice in poll["choices"]]}]
        elif poll["state"] == "open":
            facts += [("State", "still open"),
                      ("Turnout", f"{plural(poll['turnout'], 'ballot')} so far")]
        elif not self.is_counted:
            facts.append(("Ballots", None))
        else:
            blocks, sections = self.counted(facts, rule)
        return {
            "heading": poll["text"], "id": poll["poll"], "sections": sections,
            "blocks": [{"facts": [dict(label=it, value=value) for it, value in facts]}] + blocks,
        }

    def counted(self, facts, rule):
        papers = self.papers()
        count = self.count(papers)
        turnout = count.valid + count.blank
        if rule != "attributed" and turnout < 3:
            facts.append(("Ballots", "not told: fewer than 3"))
            return [], []
        rows, base = self.measured(papers, count)
        remarks, tables = count.remarks, count.tables
        if self.method == "statements":
            tables = tables + self.every_mark()
        if poll_before := self.poll.get("before"):
            more = self.shift(rows) if self.sitting.polls.get(poll_before) else ([], [])
            remarks, tables = remarks + more[0], tables + more[1]
        for trait in TRAITS:
            tables = tables + self.apart(trait, rows)
        if turnout:
            remarks = remarks + self.why_not_apart()
        if rule != "attributed" and self.is_named:
            tables = [] if poll_before else [it for it in tables if not it[0].startswith("By ")]
        facts += [
            ("Asked", self.asked()),
            ("Turnout", f"{plural(turnout, 'ballot')}, {count.blank} of them blank"),
            ("Base", base), ("Entitled to vote", self.entitled())]
        if remarks:
            facts.append(("Found", " ".join(it[0].upper() + it[1:] + "." for it in remarks)))
        shown = []
        # First places that are shared are told in parts of a ballot, as few as make all of them
        # whole numbers.
        parts = math.lcm(*(fractions.Fraction(row.count).denominator for row in rows))
        for row in rows:
            whole = max(1, row.whole)
            share = f"{percent(row.count, whole)} %" if row.share else ""
            title = f"{row.sign}: {row.label}" if row.sign else row.label
            shown.append((title, row.count * parts, whole * parts, row.figure, share))
        blocks = [table_of(["Choice", "Ballots", "Share"], [[it[0], *it[3:]] for it in shown])]
        if shown:
            blocks.insert(0, {"chart": {"title": "How the ballots fell", "bars": [
                {"label": title, "amount": number, "of": whole,
                 "figure": f"{figure}, {share}" if share else figure}
                for title, number, whole, figure, share in shown]}})
        sections = []
        for title, columns, lines, remark in tables:
            below = [{"paragraph": f"{remark}."}] if remark else []
            sections.append({"heading": title, "blocks": [table_of(["", *columns], lines)] + below})
        return blocks, sections


def rank(rows):
    """By whole numbers of a field too large for chance."""
    prime, rows, found = 2**61 - 1, [list(row) for row in rows], 0
    for column in range(len(rows[0])):
        at = next((at for at in range(found, len(rows)) if rows[at][column]), None)
        if at is None:
            continue
        rows[found], rows[at] = rows[at], rows[found]
        pivot, found = rows[found], found + 1
        inverse = pow(pivot[column], -1, prime)
        for place in range(found, len(rows)):
            if rows[place][column]:
                times = rows[place][column] * inverse % prime
                rows[place] = [
                    (own - times * other) % prime for own, other in zip(rows[place], pivot)]
        if found == len(rows):
            break
    return found


def table_of(titles, rows):
    columns = [{"title": titles[0]}] + [{"title": it, "figures": True} for it in titles[1:]]
    return {"table": {"columns": columns, "rows": rows}}


def same(value):
    """What is not there is empty; letters are the same composed or not."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    return None if value in ([], {}) else value


def unlike(said, meant, path=""):
    """Where two values of JSON differ, as deep as they are of one shape."""
    if said == meant:
        return
    if isinstance(said, dict) and isinstance(meant, dict):
        for key in sorted(set(said) | set(meant)):
            yield from unlike(said.get(key), meant.get(key), f"{path} > {key}" if path else key)
    elif isinstance(said, list) and isinstance(meant, list) and len(said) == len(meant):
        for place, (own, other) in enumerate(zip(said, meant)):
            name = other.get("id") or other.get("heading") if isinstance(other, dict) else None
            yield from unlike(own, other, f"{path} > {name}" if name else f"{path}[{place}]")
    elif same(said) != same(meant):
        yield f"{path}: {said!r} instead of {meant!r}"
