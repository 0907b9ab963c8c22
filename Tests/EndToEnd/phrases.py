"""The lines of the program's grammar that journeys speak, each in one place."""

OPEN = "session open"
NEXT = "agenda next"
CLOSE = "session close"
UNDO = "undo"


def note(text):
    return f'note write note "{text}"'


def person(name):
    return f'person add "{name}"'


def raise_hand(person):
    return f"floor raise {person}"


def give(target):
    return f"floor give {target}"


def poll(question, *choices):
    return " ".join(["poll draft", f'"{question}"', *(f'--choice "{choice}"' for choice in choices)])


def open_poll(poll):
    return f"poll open {poll}"


def close_poll(poll):
    return f"poll close {poll}"


def skip(request, reason):
    return f"floor skip {request} {reason}"


def share(poll):
    return f"poll share {poll}"
