"""Ballot terminals in a row, each with somebody who votes as fast as it lets them."""

import time

from wire import Wire


class Voter(Wire):
    """A terminal of which only the bytes are looked at: an emulator for each would be the load."""

    mark = 0
    asked = 0.0

    def ask(self, data):
        self.mark, self.asked = len(self.chunks), time.perf_counter()
        self.send(data)

    def told(self, text, timeout=10):
        """When the terminal had written a text since it was asked, in seconds after that."""
        said = lambda: b"".join(chunk.data for chunk in self.chunks[self.mark :])  # noqa: E731
        assert self.wait_for(lambda: text in said(), timeout), said()[-500:]
        return self.chunks[-1].at - self.asked


def cast(table, session, terminals, rounds):
    """Casts a ballot at every terminal at once, again and again; answers seconds to stored, each."""
    command = [table.program, "open", session, "--as", "ballot"]
    voters = [Voter(command, table.env()) for _ in range(terminals)]
    table.terminals += voters
    for voter in voters:
        voter.told(b"begin")
    waits = []
    for _ in range(rounds):
        for number, voter in enumerate(voters):
            voter.ask(b"123"[number % 3 : number % 3 + 1] + b"\r")
        for voter in voters:
            voter.told(b"You chose")
        for voter in voters:
            voter.ask(b"\r")
        waits += [voter.told(b"is stored") for voter in voters]
        for voter in voters:
            voter.ask(b" ")
        for voter in voters:
            voter.told(b"begin")
    return waits
