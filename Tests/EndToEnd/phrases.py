"""The lines of the program's grammar that journeys speak, each in one place."""

OPEN = "agenda open"
NEXT = "agenda next"
CLOSE = "agenda close"
UNDO = "undo"


def note(text):
    return f'note add statement "{text}"'


def person(name):
    return f'people add "{name}"'


def raise_hand(person):
    return f"floor raise {person}"


def give(target):
    return f"floor give {target}"


def poll(question, *choices):
    return " ".join(["poll draft", f'"{question}"', *(f'"{choice}"' for choice in choices)])


def open_poll(poll):
    return f"poll open {poll}"


def close_poll(poll):
    return f"poll close {poll}"
