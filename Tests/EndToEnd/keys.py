"""What a terminal sends for a key, by the name that hints and help give it."""

ARROWS = {"Up": "A", "Down": "B", "Right": "C", "Left": "D", "Home": "H", "End": "F"}
ARROW_SIGNS = {"↑": "Up", "↓": "Down", "→": "Right", "←": "Left"}
NUMBERED = {"Ins": 2, "Del": 3, "PgUp": 5, "PgDn": 6}
FUNCTIONS = {
    1: "\x1bOP", 2: "\x1bOQ", 3: "\x1bOR", 4: "\x1bOS", 5: "\x1b[15~", 6: "\x1b[17~",
    7: "\x1b[18~", 8: "\x1b[19~", 9: "\x1b[20~", 10: "\x1b[21~", 11: "\x1b[23~", 12: "\x1b[24~",
}
NAMED = {"Enter": "\r", "Esc": "\x1b", "Tab": "\t", "Space": " ", "Backspace": "\x7f"}
MODIFIERS = {"Shift-": 1, "Alt-": 2, "Ctrl-": 4}


def sequence(name, application_cursor=False):
    """The bytes of one key: `j`, `Enter`, `^L`, `Alt-u`, `Shift-Tab`, `Ctrl-Right`, `F5`, `PgDn`.

    Arrows are sent the way the program asked for them.
    """
    return _sequence(name, application_cursor).encode()


def _sequence(name, application_cursor):
    if len(name) == 1 and name not in ARROW_SIGNS:
        return name
    if name == "Shift-Tab":
        return "\x1b[Z"
    held = 0
    changed = True
    while changed:
        changed = False
        for prefix, weight in MODIFIERS.items():
            if name.startswith(prefix):
                name, held, changed = name[len(prefix) :], held | weight, True
    if name.startswith("^") and len(name) == 2:
        control = "\x7f" if name == "^?" else chr(ord(name[1].upper()) & 0x1F)
        return ("\x1b" if held & 2 else "") + control
    name = ARROW_SIGNS.get(name, name)
    if name in ARROWS:
        if held:
            return f"\x1b[1;{held + 1}{ARROWS[name]}"
        return ("\x1bO" if application_cursor else "\x1b[") + ARROWS[name]
    if name in NUMBERED:
        return f"\x1b[{NUMBERED[name]};{held + 1}~" if held else f"\x1b[{NUMBERED[name]}~"
    if name.startswith("F") and name[1:].isdigit():
        return FUNCTIONS[int(name[1:])]
    text = NAMED.get(name, name)
    if len(text) != 1:
        raise KeyError(f"no key is called '{name}'")
    return ("\x1b" if held & 2 else "") + text
