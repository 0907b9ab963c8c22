"""Ballots that put choices in order, counted by every rule, with fractions."""

from fractions import Fraction

TITLES = {
    "plurality": "first places", "borda": "Borda", "irv": "instant run-off",
    "stv": "Scottish STV", "schulze": "Schulze",
}
BACK = ("Ties are settled by the last earlier round that knew a difference, else by a lot drawn "
        "from the seed.")
RULES = {
    "irv": "The last choice goes out and its papers go on to their next place, until one has "
           f"more than half. {BACK}",
    "stv": "Droop quota; what is above it goes on, each paper at the same exact fraction; when "
           f"nobody is above it the last goes out. {BACK}",
}


def plural(number, one, many=None):
    return f"{number} {one if number == 1 else many or one + 's'}"


def exact(value):
    """As a decimal where that is exact, else as a fraction."""
    value = Fraction(value)
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return str(value)
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
    return rounded(value, digits)


def rounded(value, digits):
    """With so many digits, a half away from zero."""
    value = Fraction(value)
    whole = (abs(value) * 10**digits * 2 + 1) // 2
    sign = "-" if value < 0 and whole else ""
    text = str(whole).rjust(digits + 1, "0")
    return sign + (f"{text[:-digits]}.{text[-digits:]}" if digits else text)


def named(names):
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


class Lot:
    """SplitMix64 shuffles the names, sorted, from the last place down; early is lucky."""

    def __init__(self, names, seed):
        self.state = seed
        order = sorted(names, key=lambda choice: (names[choice], choice))
        for place in range(len(order) - 1, 0, -1):
            other = self.next() % (place + 1)
            order[place], order[other] = order[other], order[place]
        self.places = {choice: place for place, choice in enumerate(order)}

    def next(self):
        mask = 2**64 - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & mask
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & mask
        return mixed ^ (mixed >> 31)


class Election:
    """`names` by choice, in the order of the paper; `papers` are (marks, how many)."""

    def __init__(self, names, papers, seats, seed):
        self.names, self.seats, self.seed = names, seats, seed
        self.choices = list(names)
        self.papers = []
        self.blank = 0
        for marks, count in papers:
            places = sorted({mark for choice, mark in marks.items() if choice in names})
            ranks = [{c for c in names if marks.get(c) == place} for place in places]
            if ranks:
                self.papers.append((ranks, count))
            else:
                self.blank += count
        self.valid = sum(count for _, count in self.papers)
        self.lot = Lot(names, seed)
        self.ties = []

    # Pairs

    def prefer(self, one, other):
        def place(ranks, choice):
            return next((at for at, rank in enumerate(ranks) if choice in rank), len(ranks))

        return sum(n for ranks, n in self.papers if place(ranks, one) < place(ranks, other))

    def beats_all(self):
        return next((
            one for one in self.choices
            if all(self.prefer(one, other) > self.prefer(other, one)
                   for other in self.choices if other != one)), None)

    # Counts of one round: the score of each choice

    def by_score(self, score):
        return sorted(self.choices, key=lambda c: (-score[c], self.lot.places[c])), score

    def plurality(self):
        score = dict.fromkeys(self.choices, Fraction(0))
        for ranks, count in self.papers:
            for choice in ranks[0]:
                score[choice] += Fraction(count, len(ranks[0]))
        return self.by_score(score)

    def borda(self):
        score = dict.fromkeys(self.choices, Fraction(0))
        for ranks, count in self.papers:
            points = len(self.choices) - 1
            for rank in ranks:
                shared = Fraction(sum(points - place for place in range(len(rank))), len(rank))
                for choice in rank:
                    score[choice] += count * shared
                points -= len(rank)
        return self.by_score(score)

    def schulze(self):
        path = {(a, b): self.prefer(a, b) - self.prefer(b, a)
                for a in self.choices for b in self.choices if a != b}
        for middle in self.choices:
            for a in self.choices:
                for b in self.choices:
                    if len({a, b, middle}) == 3:
                        through = min(path[a, middle], path[middle, b])
                        path[a, b] = max(path[a, b], through)
        order, left = [], set(self.choices)
        while left:
            unbeaten = [a for a in left if all(path[a, b] >= path[b, a] for b in left - {a})]
            order.append(min(unbeaten, key=self.lot.places.get))
            left.discard(order[-1])
        return order, {
            a: Fraction(sum(path[a, b] > path[b, a] for b in self.choices if b != a))
            for a in self.choices}

    # Counts of several rounds

    def settle(self, equal, rounds, lowest, does):
        """One of those that are equal now: by the last round that tells them apart, else by lot."""
        if len(equal) == 1:
            return equal[0]
        left = list(equal)
        how = None
        for number in range(len(rounds) - 1, -1, -1):
            values = {choice: rounds[number][choice] for choice in left}
            best = min(values.values()) if lowest else max(values.values())
            chosen = [choice for choice in left if values[choice] == best]
            if len(chosen) < len(left):
                left, how = chosen, f"as round {number + 1} has it"
            if len(left) == 1:
                break
        if len(left) > 1:
            how = "by lot"
            left.sort(key=self.lot.places.get, reverse=lowest)
        names = named([self.names[choice] for choice in equal])
        self.ties.append(
            f"Round {len(rounds) + 1}: {names} are equal; "
            + does.format(self.names[left[0]]) + f", {how}")
        return left[0]

    def standing(self, ranks, hopeful):
        return next((rank & hopeful for rank in ranks if rank & hopeful), set())

    def after(self, tally, rounds):
        """The others in the order in which they stand at the end, without a word on ties."""
        def key(choice):
            return ([-tally[choice]] + [-held[choice] for held in reversed(rounds)]
                    + [self.lot.places[choice]])

        return sorted(tally, key=key)

    def irv(self):
        hopeful, rounds, out = set(self.choices), [], []
        while True:
            tally = {choice: Fraction(0) for choice in self.choices if choice in hopeful}
            counted = 0
            for ranks, count in self.papers:
                heirs = self.standing(ranks, hopeful)
                counted += count if heirs else 0
                for choice in heirs:
                    tally[choice] += Fraction(count, len(heirs))
            nobody = self.valid + self.blank - counted
            best = max(tally.values())
            before = [held for held, _ in rounds]
            rounds.append((tally, nobody))
            if 2 * best > counted:
                order = self.after(tally, before)
                fates = {order[0]: f"first in round {len(rounds)}"}
                break
            least = min(tally.values())
            last = self.settle(
                [choice for choice in tally if tally[choice] == least], before, True,
                "{} goes out")
            if len(tally) == 2:
                order = [choice for choice in tally if choice != last] + [last]
                fates = {order[0]: f"first in round {len(rounds)}"}
                break
            out.append(last)
            hopeful.discard(last)
        fates |= {choice: f"out in round {place + 1}" for place, choice in enumerate(out)}
        return order + out[::-1], rounds, fates

    def stv(self):
        quota = self.valid // (self.seats + 1) + 1
        hopeful, elected, out, rounds, fates = set(self.choices), [], [], [], {}
        # Piles of (ranks, weight) by who holds them; what a choice keeps once its surplus is gone.
        held = {choice: [] for choice in self.choices}
        kept, pending, nobody = {}, [], Fraction(self.blank)

        def give(papers):
            lost = Fraction(0)
            for ranks, weight in papers:
                heirs = self.standing(ranks, hopeful)
                for choice in heirs:
                    held[choice].append((ranks, weight / len(heirs)))
                lost += 0 if heirs else weight
            return lost

        give((ranks, Fraction(count)) for ranks, count in self.papers)
        while True:
            def worth(choice):
                if choice in kept:
                    return kept[choice]
                return sum((weight for _, weight in held[choice]), Fraction(0))

            tally = {c: worth(c) for c in self.choices if c in hopeful or c in elected}
            before = [round_[0] for round_ in rounds]
            number = len(rounds) + 1
            at = {choice: tally[choice] for choice in self.choices if choice in hopeful}
            new = [choice for choice in at if at[choice] >= quota]
            if len(elected) + len(hopeful) <= self.seats:
                new = list(at)
            while new:
                most = max(at[choice] for choice in new)
                choice = self.settle(
                    [c for c in new if at[c] == most], before, False, "{} comes first")
                new.remove(choice)
                elected.append(choice)
                pending.append(choice)
                hopeful.discard(choice)
                fates[choice] = f"elected in round {number}"
            rounds.append((tally, nobody))
            if len(elected) >= self.seats or not hopeful:
                break
            pending = [choice for choice in pending if tally[choice] > quota]
            if pending:
                most = max(tally[choice] for choice in pending)
                giver = self.settle(
                    [choice for choice in pending if tally[choice] == most], before, False,
                    "the surplus of {} goes on first")
                pending.remove(giver)
                share = (tally[giver] - quota) / tally[giver]
                papers, held[giver], kept[giver] = held[giver], [], Fraction(quota)
                nobody += give((ranks, weight * share) for ranks, weight in papers)
            else:
                left = {choice: tally[choice] for choice in self.choices if choice in hopeful}
                least = min(left.values())
                last = self.settle(
                    [c for c in left if left[c] == least], before, True, "{} goes out")
                hopeful.discard(last)
                out.append(last)
                fates[last] = f"out in round {number}"
                papers, held[last] = held[last], []
                nobody += give(papers)
        rest = self.after({c: tally[c] for c in self.choices if c in hopeful},
                          [round_[0] for round_ in rounds[:-1]])
        return elected + rest + out[::-1], rounds, fates

    # What is said of it all

    def told(self):
        """Rows, remarks and tables of the poll."""
        lead = "stv" if self.seats > 1 else "irv"
        ways = [lead] + [way for way in ("plurality", "borda", "irv", "schulze") if way != lead]
        order, rounds, fates = getattr(self, lead)()
        ties, self.ties = self.ties, []
        orders = {lead: order}
        scores = {}
        for way in ways[1:]:
            if way == "irv":
                orders[way] = self.irv()[0]
            else:
                orders[way], scores[way] = getattr(self, way)()
        winners = {way: orders[way][: self.seats] for way in ways}

        def names(choices):
            return named([self.names[choice] for choice in choices])

        come = "comes" if len(winners[lead]) == 1 else "come"
        remarks = [
            f"{names(winners[lead])} {come} first by {TITLES[lead]}; shares are of first places"]
        finds = {}
        for way in ways:
            found = tuple(choice for choice in self.choices if choice in winners[way])
            finds.setdefault(found, []).append(TITLES[way])
        if len(finds) > 1:
            remarks.append("how it is counted matters: " + "; ".join(
                f"{names(found)} by {named(titles)}" for found, titles in finds.items()))
        if self.seats == 1:
            best = self.beats_all()
            remarks.append(f"{self.names[best]} wins against each other choice" if best
                           else "no choice wins against each other one")
        remarks += [f"{tie} (seed {self.seed})" for tie in ties]

        def place(way, choice):
            score = f" ({exact(scores[way][choice])})" if way in scores else ""
            return f"{orders[way].index(choice) + 1}{score}"

        def shown(value):
            return str(value) if Fraction(value).denominator == 1 else rounded(value, 3)

        once = len(rounds) == 1
        table = [
            [self.names[choice]]
            + [shown(tally[choice]) if choice in tally else "" for tally, _ in rounds]
            + [fates.get(choice, "").split(" in round")[0] if once else fates.get(choice, "")]
            for choice in order]
        if any(nobody for _, nobody in rounds):
            table.append(["counts for nobody"] + [shown(nobody) for _, nobody in rounds] + [""])
        pairs = [
            [f"{one} {self.names[one]}"]
            + ["" if one == other else str(self.prefer(one, other)) for other in order]
            for one in order]
        tables = [
            ("Places by each way to count", [TITLES[way] for way in ways],
             [[self.names[c]] + [place(way, c) for way in ways] for c in order],
             "in brackets first places, points, or how many others a choice wins against"),
            (f"Rounds of {TITLES[lead]}", [str(n + 1) for n in range(len(rounds))] + [""], table,
             RULES[lead].removesuffix(".")),
            ("How many prefer the row to the column", order, pairs, ""),
        ]
        return order, scores["plurality"], remarks, tables
