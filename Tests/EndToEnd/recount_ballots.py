"""Ballots of every poll type counted, from the rules alone."""

import collections
import unicodedata
from fractions import Fraction

from recount_ranked import Election, Lot, exact, plural, rounded

# A difference of shares this many standard deviations from chance divides: nine times in ten.
DIVIDES = 1.2816

# `key` names the same thing in every count: a choice, a word in any spelling, a bin of numbers.
Row = collections.namedtuple("Row", "key sign label count whole figure share")
Count = collections.namedtuple("Count", "rows valid blank remarks tables")


def short(value, digits=3):
    """Without zeros at the end."""
    text = rounded(value, digits)
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_blank(ballot):
    return not any(ballot.get(part) for part in ("marks", "across", "words")) and (
        ballot.get("number") is None)


def percent(part, whole):
    return (part * 200 + whole) // (2 * whole)


class Papers:
    """Ballots of a poll, each with how many like it there are."""

    def __init__(self, poll, ballots, entered=None):
        self.choices, self.entered = poll["choices"], entered or {}
        self.seed = int(poll["poll"][1:])
        self.ballots = ballots
        self.cast = sum(count for _, count in ballots)
        self.blank = sum(count for ballot, count in ballots if is_blank(ballot))
        self.valid = self.cast - self.blank

    def sum(self, figure):
        return sum(figure(ballot) * count for ballot, count in self.ballots)

    def on(self, choice):
        """How many ballots have a mark beside it."""
        return self.sum(lambda ballot: choice in ballot.get("marks", {}))

    def row(self, choice, count, whole=None, figure=None, share=True, sign=None):
        whole = self.valid if whole is None else whole
        return Row(
            choice["id"], sign or choice["id"], choice["text"], count, whole,
            figure or str(count), share)

    def count(self, rows, remarks=(), tables=(), valid=None):
        return Count(rows, self.valid if valid is None else valid, self.blank, list(remarks),
                     list(tables))

    def figures(self, method, said, rows):
        """What these ballots put beside the rows of a count of more, by their keys."""
        if method == "estimate":
            numbers = [Fraction(ballot["number"]) for ballot, count in self.ballots
                       if ballot.get("number") is not None for _ in range(count)]
            return {
                row.key: str(sum(row.key[0] <= it < row.key[1] or it == row.key[0]
                                 for it in numbers)) for row in rows}
        own = {row.key: row.figure for row in getattr(self, method)(**said).rows}
        return {row.key: own.get(row.key, "0") for row in rows}

    # One for each method, named as the journal names it

    def oneChoice(self):
        return self.count([self.row(choice, self.on(choice["id"])) for choice in self.choices])

    yesNoAbstain = oneChoice

    def severalChoices(self, **_):
        return self.oneChoice()

    def scale(self, first):
        rows = [
            self.row(choice, self.on(choice["id"]), sign=str(first + place))
            for place, choice in enumerate(self.choices)]
        steps = [place for place, row in enumerate(rows) for _ in range(row.count)]
        if not steps:
            return self.count(rows)
        low, high = steps[(len(steps) - 1) // 2], steps[len(steps) // 2]
        median, mean = Fraction(low + high, 2), Fraction(sum(steps), len(steps))
        texts = [f"'{self.choices[place]['text']}'" for place in
                 sorted({int(median), int(median + Fraction(1, 2))})]
        label = texts[0] if len(texts) == 1 else "between " + " and ".join(texts)
        return self.count(
            rows, [f"median {short(median + first, 1)} {label}, mean {rounded(mean + first, 1)}"])

    def quiz(self, right):
        count = self.oneChoice()
        found = self.sum(lambda ballot: bool(set(right) & set(ballot.get("marks", {}))))
        return count._replace(
            remarks=[f"right: {' or '.join(right)}, found by {found} of {self.valid}"])

    def pulse(self):
        hands = sum(self.entered.values())
        rows = [
            self.row(choice, self.on(choice["id"]) + self.entered.get(choice["id"], 0),
                     self.valid + hands)
            for choice in self.choices]
        remarks = [f"{plural(hands, 'hand')} counted by the moderator, "
                   f"{plural(self.cast, 'ballot')}"] if hands else []
        return self.count(rows, remarks, valid=self.valid + hands)

    def hum(self):
        names = ["none", "weak", "strong"]
        rows = []
        for choice in self.choices:
            level = self.entered.get(choice["id"])
            figure = "not yet heard" if level is None else names[level]
            rows.append(self.row(choice, level or 0, 2, figure, share=False))
        return self.count(rows, ["heard by the moderator, not counted"])

    def points(self, total, most=None):
        spent = {c["id"]: self.sum(lambda ballot, id=c["id"]: ballot.get("marks", {}).get(id, 0))
                 for c in self.choices}
        everything = sum(spent.values())
        rows = [self.row(choice, spent[choice["id"]], everything) for choice in self.choices]
        remarks = [f"{everything} of {self.valid * total} points spent"] if self.valid else []
        return self.count(rows, remarks)

    def twoAxes(self, across, up):
        rows = []
        for choice in self.choices:
            id = choice["id"]
            number = self.on(id)
            figure = "not placed"
            if number:
                right = Fraction(self.sum(lambda b: (b.get("across") or {}).get(id, 0)), number)
                high = Fraction(self.sum(lambda b: b["marks"].get(id, 0)), number)
                figure = f"{rounded(right, 1)} across, {rounded(high, 1)} up"
            rows.append(self.row(choice, number, self.valid, figure, share=False))
        remarks = [f"across 1 is '{across['low']}' and 9 '{across['high']}'",
                   f"up 1 is '{up['low']}' and 9 '{up['high']}'"] if self.valid else []
        return self.count(rows, remarks)

    def pairwise(self):
        ids = [choice["id"] for choice in self.choices]

        def over(one, other):
            first, mark = (one, 1) if ids.index(one) < ids.index(other) else (other, 2)
            name = f"{one}/{other}" if first == one else f"{other}/{one}"
            return self.sum(lambda ballot: ballot.get("marks", {}).get(name) == mark)

        wins = {one: sum(over(one, other) for other in ids if other != one) for one in ids}
        met = {one: wins[one] + sum(over(other, one) for other in ids if other != one)
               for one in ids}
        order = sorted(self.choices, key=lambda c: -Fraction(wins[c["id"]], met[c["id"]] or 1))
        rows = [self.row(choice, wins[choice["id"]], met[choice["id"]],
                         f"{wins[choice['id']]} of {met[choice['id']]}") for choice in order]
        if not self.valid:
            return self.count(rows)
        best = [c["text"] for c in self.choices
                if all(over(c["id"], it) > over(it, c["id"]) for it in ids if it != c["id"])]
        table = [
            [f"{one['id']} {one['text']}"]
            + ["" if one is it else str(over(one["id"], it["id"])) for it in order]
            for one in order]
        return self.count(
            rows, [f"{best[0]} wins against each other choice" if best
                   else "no choice wins against each other one"],
            [("How often the row was put before the column", [c["id"] for c in order], table, "")])

    def words(self, max):
        """Spelling, width, white space and punctuation around a word make no other word of it."""
        said, spelt = collections.Counter(), {}
        for ballot, count in self.ballots:
            texts = {unicodedata.normalize("NFC", text.strip())
                     for text in ballot.get("words") or []}
            for word in {self.folded(text) for text in texts}:
                said[word] += count
            for text in texts:
                spelt.setdefault(self.folded(text), collections.Counter())[text] += count
        label = {
            word: min(ways, key=lambda text: (-ways[text], text))
            for word, ways in spelt.items()}
        order = sorted(
            said, key=lambda word: (-said[word], label[word]))
        return self.count([
            Row(word, "", label[word], said[word], self.valid, str(said[word]), True)
            for word in order])

    openAnswers = words

    @staticmethod
    def folded(text):
        text = unicodedata.normalize("NFKC", text).replace("\u2019", "'").casefold()
        text = " ".join(unicodedata.normalize("NFC", text).split())
        while text and unicodedata.category(text[0])[0] == "P":
            text = text[1:]
        while text and unicodedata.category(text[-1])[0] == "P":
            text = text[:-1]
        return text

    def estimate(self, unit=None):
        """As many rows as there are numbers, else bins as wide as need be for at most eight."""
        numbers = sorted(
            Fraction(ballot["number"]) for ballot, count in self.ballots
            if ballot.get("number") is not None for _ in range(count))
        if not numbers:
            return self.count([])

        def line(key, label, count):
            return Row(key, "", label, count, self.valid, str(count), True)

        if len(set(numbers)) <= 8:
            rows = [line((it, it), short(it), numbers.count(it)) for it in sorted(set(numbers))]
        else:
            widths = (Fraction(n) * Fraction(10) ** e for e in range(-3, 13) for n in (1, 2, 5))
            width = next(w for w in widths if numbers[-1] // w - numbers[0] // w < 8)
            bins = collections.Counter(it // width for it in numbers)
            rows = [line((at * width, (at + 1) * width),
                         f"{short(at * width)} to under {short((at + 1) * width)}", bins[at])
                    for at in range(min(bins), max(bins) + 1)]

        def middle(some):
            return (some[(len(some) - 1) // 2] + some[len(some) // 2]) / 2

        half = (len(numbers) + 1) // 2
        return self.count(rows, [
            f"median {short(middle(numbers))}" + (f" {unit}" if unit else ""),
            f"half of all between {short(middle(numbers[:half]))} and "
            f"{short(middle(numbers[-half:]))}, "
            f"all between {short(numbers[0])} and {short(numbers[-1])}"])

    def scores(self, best):
        names = {choice["id"]: choice["text"] for choice in self.choices}

        def grade(ballot, id):
            return ballot.get("marks", {}).get(id, 0)

        def over(one, other):
            return self.sum(lambda ballot: grade(ballot, one) > grade(ballot, other))

        sums = {id: self.sum(lambda ballot, id=id: grade(ballot, id)) for id in names}
        wins = {
            one: sum(over(one, it) > over(it, one)
                     for it in names if it != one and sums[it] == sums[one]) for one in names}
        lot = Lot(names, self.seed)
        order = sorted(names, key=lambda id: (-sums[id], -wins[id], lot.places[id]))
        lots = []
        if len(order) > 2:
            second, third = order[1:3]
            if (sums[second], wins[second]) == (sums[third], wins[third]):
                lots.append(f"{names[second]} is in the run-off by lot (seed {self.seed})")
        one, other = order[:2]
        if over(one, other) == over(other, one) and sums[one] == sums[other]:
            lots.append("the run-off is equal and so are the scores; decided by lot "
                        f"(seed {self.seed})")
            order[:2] = sorted(order[:2], key=lot.places.get)
        elif over(other, one) > over(one, other):
            order[:2] = [other, one]
        one, other = order[:2]
        for_, against = sorted([over(one, other), over(other, one)], reverse=True)
        texts = {choice["id"]: choice for choice in self.choices}
        rows = [self.row(texts[id], sums[id], self.valid * best) for id in order]
        if not self.valid:
            return self.count(rows)
        outcome = (f"{names[one]} comes first by STAR: {for_} prefer it to {names[other]}, "
                   f"{against} do not, {self.valid - for_ - against} score both the same")
        table = []
        for id in order:
            given = [self.sum(lambda ballot, mark=mark: ballot.get("marks", {}).get(id) == mark)
                     for mark in range(best, -1, -1)]
            table.append([names[id]] + [str(it) for it in given + [self.valid - sum(given)]])
        titles = [str(mark) for mark in range(best, -1, -1)] + ["none"]
        return self.count(
            rows, [outcome] + lots,
            [("How often each score was given", titles, table, "none counts as 0")])

    def ranking(self, min=None, max=None, seats=None):
        names = {choice["id"]: choice["text"] for choice in self.choices}
        papers = [(ballot.get("marks", {}), count) for ballot, count in self.ballots]
        election = Election(names, papers, seats or 1, self.seed)
        order, first, remarks, tables = election.told()
        rows = [
            Row(id, id, names[id], first[id], self.valid, exact(first[id]), True)
            for id in order]
        return self.count(rows, *((remarks, tables) if self.valid else ((), ())))

    def statements(self, groups=()):
        """`groups` are the declared ones: a short name and the ballots of each."""
        return Statements(self, groups).count()


class Statements:
    """Statements in views, by what the declared groups say of them."""

    def __init__(self, papers, groups):
        self.papers = papers
        self.whole = self.marks(papers)
        self.groups = [(title, self.marks(own)) for title, own in groups]
        self.least = max(3, -(-papers.valid // 3))

    @staticmethod
    def marks(papers):
        def number(id, mark):
            return papers.sum(lambda ballot: ballot.get("marks", {}).get(id) == mark)

        return {choice["id"]: tuple(number(choice["id"], mark) for mark in (1, -1, 0))
                for choice in papers.choices}

    def heard(self, id):
        parts = [marks for _, marks in self.groups] or [self.whole]
        return [marks[id] for marks in parts]

    def consensus(self, id, at=0):
        product = Fraction(1)
        for marks in self.heard(id):
            product *= Fraction(marks[at] + 1, sum(marks) + 2)
        return product

    def divide(self, id):
        """The group that differs most from the others together, and by how much."""
        found = []
        total = [sum(marks[id][0] for _, marks in self.groups),
                 sum(sum(marks[id]) for _, marks in self.groups)]
        for title, marks in self.groups:
            own = [marks[id][0], sum(marks[id])]
            if 0 < own[1] < total[1]:
                found.append((title, two_proportions(
                    own[0], total[0] - own[0], own[1], total[1] - own[1])))
        return max(found, key=lambda it: abs(it[1]), default=None)

    def view(self, id):
        if sum(self.whole[id]) < self.least:
            return "unseen"
        divide = self.divide(id)
        if divide and abs(divide[1]) >= DIVIDES:
            return "divides"
        heard = [marks for marks in self.heard(id) if sum(marks)]
        if all(2 * marks[0] > sum(marks) for marks in heard):
            return "agreed"
        return "rejected" if all(2 * marks[1] > sum(marks) for marks in heard) else "open"

    def count(self):
        papers = self.papers
        across = " across groups" if len(self.groups) > 1 else ""
        titles = {
            "agreed": f"agreed{across}", "rejected": f"rejected{across}",
            "divides": "divides the groups", "open": "neither agreed nor rejected",
            "unseen": f"too few have seen it: fewer than {self.least} of {papers.valid}",
        }
        weight = {
            "agreed": lambda id: -self.consensus(id), "open": lambda id: -self.consensus(id),
            "rejected": lambda id: -self.consensus(id, 1), "unseen": lambda id: 0,
            "divides": lambda id: -abs(self.divide(id)[1]),
        }
        ids = [choice["id"] for choice in papers.choices]
        views = {view: [id for id in ids if self.view(id) == view] for view in titles}
        order = [id for view in titles for id in sorted(views[view], key=weight[view])]
        texts = {choice["id"]: choice for choice in papers.choices}
        rows = [
            papers.row(texts[id], self.whole[id][0], sum(self.whole[id]),
                       f"{self.whole[id][0]} of {sum(self.whole[id])}") for id in order]
        if not papers.valid:
            return papers.count(rows)
        table = []
        for id in order:
            line = [f"{id} {texts[id]['text']}", *map(str, self.whole[id]),
                    rounded(self.consensus(id), 3)]
            if self.groups:
                divide = self.divide(id)
                line.append(f"{divide[0]} {rounded(Fraction(divide[1]), 2)}" if divide else "")
            table.append(line)
        remark = ("consensus: over the declared groups the product of (agreed + 1) / (seen + 2)"
                  + ("; divide: how far the group that differs most is from the others, in z"
                     if self.groups else ""))
        columns = ["agree", "disagree", "pass", "consensus"] + ["divide"] * bool(self.groups)
        return papers.count(
            rows, [f"{titles[view]}: {len(views[view])}" for view in titles if views[view]],
            [("Scores", columns, table, remark)])


def two_proportions(successes, others, trials, other_trials):
    """Polis's test: one success and one trial more on either side, the variance pooled."""
    one, other = (successes + 1, trials + 1), (others + 1, other_trials + 1)
    pooled = (one[0] + other[0]) / (one[1] + other[1])
    variance = pooled * (1 - pooled) * (1 / one[1] + 1 / other[1])
    return (one[0] / one[1] - other[0] / other[1]) / variance**0.5 if variance else 0.0
