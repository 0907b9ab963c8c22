"""Every number of a report counted again from the journal alone, by nothing of the program.

`differences(journal, report)` answers what a report in JSON says otherwise than the journal, and
every string with a figure in it that the journal does not account for.
"""

import collections
import json
import re
from datetime import datetime, timedelta, timezone

from recount_polls import GROUPS, REGIONS, Polls, Told, unlike
from recount_ranked import plural

CHANNELS = {"room": "Room", "online": "Online"}
STRICTNESS = ["attributed", "chatham_house", "off_the_record"]
TOGETHER = {"chatham_house": "Under the Chatham House Rule", "off_the_record": "Off the record"}
CROWD = 3
NONE = "not recorded"


def clock(milliseconds):
    seconds = milliseconds // 1000
    minutes = seconds // 60
    if minutes < 60:
        return f"{minutes}:{seconds % 60:02}"
    return f"{minutes // 60}:{minutes % 60:02}:{seconds % 60:02}"


def percent(part, whole):
    return f"{(part * 200 + whole) // (2 * whole)} %" if whole else "0 %"


class Moment:
    """A time of the wall, and the machine's own clock where the entry has it."""

    def __init__(self, text, boot=None, count=None):
        wall = text
        form = "%Y-%m-%dT%H:%M:%S.%fZ" if "." in wall else "%Y-%m-%dT%H:%M:%SZ"
        self.wall = datetime.strptime(wall, form).replace(tzinfo=timezone.utc)
        self.boot, self.count = boot, count

    def since(self, other):
        if self.count is not None and other.count is not None and self.boot == other.boot:
            return max(0, self.count - other.count)
        return max(0, round((self.wall - other.wall) / timedelta(milliseconds=1)))


class Sitting(Polls):
    """What happened, as far as a report counts it."""

    def __init__(self, journal):
        entries = [json.loads(line) for line in journal.split(b"\n")[1:-1]]
        moments = [Moment(it["at"], it.get("boot"), it.get("mono")) for it in entries]
        self.last = moments[-1] if moments else None
        gone = set()
        for entry in entries:
            history = entry["event"].get("history", {})
            if "undone" in history:
                gone.add(history["undone"]["entry"])
            if "redone" in history:
                gone.discard(history["redone"]["entry"])
        self.plan, self.questions, self.people, self.segments = {}, [], {}, {}
        self.order, self.requests, self.turns, self.notes, self.polls = [], {}, {}, {}, {}
        self.lists = {"outcome": [], "goal": [], "document": []}
        self.current = self.running = self.opened = self.closed = self.heads = None
        self.queue, self.passed, self.stretches, self.texts = [], [], [], {}
        self.entered = {
            f"e{it['n']}": it["event"]["note"]["told"].get("text") or "" for it in entries
            if it["n"] not in gone and "told" in it["event"].get("note", {})}
        self.slips, self.outcomes, self.said = {}, {}, {"quorum": None, "invited": []}
        for now, entry in zip(moments, entries):
            if entry["n"] not in gone:
                ((area, event),) = entry["event"].items()
                ((name, value),) = event.items()
                act = getattr(self, f"{area}_{name}", None)
                if act:
                    act(now, value)

    # The plan

    def plan_changed(self, now, value):
        ((name, field),) = value["field"].items()
        self.plan[name] = field.get("to")

    def plan_added(self, now, value):
        ((name, item),) = value["item"].items()
        self.lists[name].append(item)

    def plan_dropped(self, now, value):
        raise NotImplementedError("a dropped line of a list")

    def plan_questionAdded(self, now, value):
        self.questions.append({"id": value["question"], "text": value["text"], "parts": []})

    def plan_questionChanged(self, now, value):
        for question in self.questions:
            if question["id"] == value["question"] and value.get("text"):
                question["text"] = value["text"]

    def plan_partAdded(self, now, value):
        for question in self.questions:
            if question["id"] == value["question"]:
                question["parts"].append(value["text"])

    # People

    def people_added(self, now, value):
        person = {"id": value["person"], "name": value["name"], "roles": [], "here": False}
        self.people[value["person"]] = person
        self.people_changed(now, value)

    def people_changed(self, now, value):
        person = self.people[value["person"]]
        for field in value["details"].get("clear") or []:
            person.pop(field, None)
        person.update({key: it for key, it in value["details"].items() if key != "clear"})

    def people_roleGiven(self, now, value):
        self.people[value["person"]]["roles"].append(value["role"])

    def people_roleTaken(self, now, value):
        self.people[value["person"]]["roles"].remove(value["role"])

    def people_arrived(self, now, value):
        self.people[value["person"]].update(here=True, channel=value["channel"])

    def people_left(self, now, value):
        self.people[value["person"]]["here"] = False

    def people_removed(self, now, value):
        del self.people[value["person"]]

    def people_counted(self, now, value):
        self.heads = value["heads"]

    # The agenda

    def agenda_added(self, now, value):
        self.segments[value["segment"]] = {
            "id": value["segment"], "title": value["title"], "kind": value["kind"],
            "seconds": value["seconds"], **value["details"],
        }
        self.order.append(value["segment"])

    def agenda_changed(self, now, value):
        self.segments[value["segment"]].update(value["details"])

    def agenda_moved(self, now, value):
        self.order.remove(value["segment"])
        self.order.insert(min(max(0, value["to"] - 1), len(self.order)), value["segment"])

    def agenda_removed(self, now, value):
        del self.segments[value["segment"]]
        self.order.remove(value["segment"])

    def agenda_opened(self, now, value):
        self.opened = now
        waiting = [s for s in self.order if "skipped" not in self.segments[s]]
        if waiting:
            self.begin(now, waiting[0])

    def agenda_started(self, now, value):
        self.agenda_finished(now, value)
        self.begin(now, value["segment"])

    def begin(self, now, segment):
        self.segments[segment].update(started=now, finished=None)
        self.segments[segment].pop("skipped", None)
        self.current = segment

    def agenda_finished(self, now, value):
        if self.current:
            self.segments[self.current]["finished"] = now
        self.current = None

    def agenda_skipped(self, now, value):
        self.segments[value["segment"]]["skipped"] = value["reason"]

    def agenda_closed(self, now, value):
        self.agenda_finished(now, value)
        self.end(now)
        self.closed = now

    # The floor

    def floor_raised(self, now, value):
        self.requests[value["request"]] = {**value, "at": now}
        self.queue.append(value["request"])

    floor_readded = floor_raised

    def floor_given(self, now, value):
        self.end(now)
        request = value.get("request")
        if request:
            self.queue.remove(request)
        self.turns[value["turn"]] = {
            **value, "started": now, "ended": None, "pauses": [],
            "asked": self.requests[request] if request else None,
        }
        self.running = value["turn"]

    def end(self, now):
        if self.running:
            turn = self.turns[self.running]
            if turn["pauses"] and turn["pauses"][-1][1] is None:
                turn["pauses"][-1][1] = now
            turn["ended"] = now
        self.running = None

    def floor_ended(self, now, value):
        self.end(now)

    def floor_paused(self, now, value):
        self.turns[value["turn"]]["pauses"].append([now, None])

    def floor_resumed(self, now, value):
        self.turns[value["turn"]]["pauses"][-1][1] = now

    def floor_withdrawn(self, now, value):
        self.queue.remove(value["request"])

    def floor_passedOver(self, now, value):
        self.queue.remove(value["request"])
        self.passed.append(value["reason"])

    def floor_counted(self, now, value):
        self.turns[value["turn"]]["words"] = value.get("words")

    # Notes

    def note_written(self, now, value):
        self.notes[value["note"]] = {
            "id": value["note"], "kind": value["kind"], "text": value["text"], "written": now,
            **value["binding"], "fields": {}, "topics": [], "links": [],
            **(value.get("detail") or {}),
        }

    def note_edited(self, now, value):
        self.notes[value["note"]]["text"] = value["text"]

    def note_sorted(self, now, value):
        self.notes[value["note"]]["kind"] = value["kind"]

    def note_bound(self, now, value):
        ((name, to),) = value["tie"].items()
        self.notes[value["note"]][name] = to.get("to")

    def note_filled(self, now, value):
        self.notes[value["note"]]["fields"][value["field"]] = value.get("text")

    def note_linked(self, now, value):
        self.notes[value["note"]]["links"].append(value["link"])

    def note_removed(self, now, value):
        del self.notes[value["note"]]

    def note_stretchBegun(self, now, value):
        self.note_stretchEnded(now, value)
        self.stretches.append([value["rule"], now, None])

    def note_stretchEnded(self, now, value):
        if self.stretches and self.stretches[-1][2] is None:
            self.stretches[-1][2] = now

    def note_told(self, now, value):
        self.texts[value["section"]] = value.get("text")

    # Assent

    def outcome_added(self, now, value):
        self.outcomes[value["outcome"]] = {
            "text": value["text"], "wordings": 1, "objections": {}, "asking": None,
            "declared": None, "to": None,
        }

    def outcome_reworded(self, now, value):
        outcome = self.outcomes[value["outcome"]]
        outcome.update(
            text=value["text"], wordings=outcome["wordings"] + 1, asking=None, declared=None)

    def outcome_removed(self, now, value):
        del self.outcomes[value["outcome"]]

    def outcome_put(self, now, value):
        self.outcomes[value["outcome"]].update(
            asking={"way": value["way"], "began": now, "ended": None, "answers": []},
            declared=None)

    def outcome_answered(self, now, value):
        self.outcomes[value["outcome"]]["asking"]["answers"].append(value)

    def outcome_objected(self, now, value):
        outcome = self.outcomes[value["outcome"]]
        outcome["asking"]["answers"].append(value)
        outcome["objections"][value["objection"]] = {**value, "state": "open", "answer": None}

    def outcome_explained(self, now, value):
        objection = self.outcomes[value["outcome"]]["objections"][value["objection"]]
        objection["text"] = value["text"]

    def outcome_settled(self, now, value):
        objection = self.outcomes[value["outcome"]]["objections"][value["objection"]]
        objection.update(state=value["state"], answer=value.get("answer"))

    def outcome_ended(self, now, value):
        self.outcomes[value["outcome"]]["asking"].update(ended=now, here=value["present"])

    def outcome_declared(self, now, value):
        self.outcomes[value["outcome"]]["declared"] = value

    def outcome_sent(self, now, value):
        self.outcomes[value["outcome"]]["to"] = value["destination"]

    def outcome_quorumSet(self, now, value):
        self.said["quorum"] = value.get("to")

    def outcome_invited(self, now, value):
        self.said["invited"].append(value["name"])

    def outcome_uninvited(self, now, value):
        self.said["invited"].remove(value["name"])

    # Counting

    def strictest(self, rules):
        return max((rule for rule in rules if rule), key=STRICTNESS.index, default="attributed")

    def rule(self, turn):
        held = [
            rule for rule, begin, end in self.stretches
            if (turn["ended"] is None or begin.wall < turn["ended"].wall)
            and (end is None or turn["started"].wall < end.wall)
        ]
        segment = self.segments.get(turn.get("segment"), {}).get("attribution")
        return self.strictest(held + [segment, self.plan.get("attribution")])

    def note_rule(self, note):
        rules = [note.get("attribution"), self.plan.get("attribution")]
        rules.append(self.segments.get(note.get("segment"), {}).get("attribution"))
        for segment in self.segments.values():
            started, finished = segment.get("started"), segment.get("finished")
            at = note["written"].wall
            if started and started.wall <= at and (finished is None or at < finished.wall):
                rules.append(segment.get("attribution"))
        return self.strictest(rules)

    def poll_rule(self, poll):
        """That of its segment and the session, and of every stretch while it was open."""
        opened, closed = poll.get("opened"), poll.get("closed") or self.last
        rules = [self.segments.get(poll["at"].get("segment"), {}).get("attribution")]
        rules += [
            rule for rule, begin, end in self.stretches
            if opened and begin.wall < closed.wall and (end is None or opened.wall < end.wall)]
        return self.strictest(rules + [self.plan.get("attribution")])

    def spoken(self, turn):
        end = turn["ended"] or self.last
        still = sum((stop or end).since(start) for start, stop in turn["pauses"])
        return max(0, end.since(turn["started"]) - still)

    def kept_turns(self):
        return [turn for turn in self.turns.values() if self.rule(turn) != "off_the_record"]

    def kept_notes(self, *kinds):
        notes = [n for n in self.notes.values() if self.note_rule(n) != "off_the_record"]
        return [note for note in notes if not kinds or note["kind"] in kinds]

    def clocked(self, moment, seconds=True):
        offset = (self.plan.get("slot") or {}).get("offsetMinutes", 0)
        at = moment.wall + timedelta(minutes=offset)
        return at.strftime("%H:%M:%S" if seconds else "%H:%M")

    def dated(self, moment):
        offset = (self.plan.get("slot") or {}).get("offsetMinutes", 0)
        at = moment.wall + timedelta(minutes=offset)
        return f"{at:%a} {at.day} {at:%b} {at.year}"


class Recount:
    """What each part of a report has to say."""

    def __init__(self, sitting):
        self.sitting = sitting
        self.found = []

    # Speaking time

    def shares(self, key):
        sitting = self.sitting
        turns = list(sitting.turns.values())
        people = sitting.people

        def of(turn):
            if key in ("channel", "segment"):
                return turn.get(key)
            if key == "person":
                return turn["person"]
            return people.get(turn["person"], {}).get(key)

        told = [turn for turn in turns if sitting.rule(turn) == "attributed"]
        together = {rule: [t for t in turns if sitting.rule(t) == rule] for rule in TOGETHER}
        hidden = together["chatham_house"]
        if hidden and key != "person":
            crowds = {}
            for turn in hidden:
                crowds.setdefault(of(turn), set()).add(turn["person"])
            if all(len(crowd) >= CROWD for crowd in crowds.values()):
                told += hidden
                together["chatham_house"] = []
        cells = {}
        for turn in told:
            cells.setdefault(of(turn), []).append(turn)
        if key == "person":
            order = sorted(
                cells, key=lambda id: (-sum(map(sitting.spoken, cells[id])), int(id[1:])))
            titles = {id: people[id]["name"] for id in order}
        else:
            titles = {
                "group": {**GROUPS, None: "Group not recorded"},
                "region": {**REGIONS, None: "Region not recorded"},
                "gender": {
                    **{g: g for g in sorted({p["gender"] for p in people.values() if p.get("gender")})},
                    None: "Not declared"},
                "channel": CHANNELS,
                "segment": {
                    **{s: sitting.segments[s]["title"] for s in sitting.order},
                    None: "Outside of segments"},
            }[key]
        rows = [(titles[cell], cells[cell]) for cell in titles if cell in cells]
        rows += [(TOGETHER[rule], turns) for rule, turns in together.items() if turns]
        return rows, turns

    def speech(self, turns):
        counted = [turn for turn in turns if turn.get("words") is not None]
        words = sum(turn["words"] for turn in counted)
        took = sum(map(self.sitting.spoken, counted))
        return (str(words) if counted else NONE), (str(words * 60_000 // took) if took else NONE)

    def speaking_time(self, key):
        rows, turns = self.shares(key)
        total = sum(map(self.sitting.spoken, turns))
        has_words = any(turn.get("words") is not None for turn in turns)
        table = []
        for title, own in rows + [("Total", turns)]:
            spoken = sum(map(self.sitting.spoken, own))
            row = [title, str(len(own)), str(spoken // 1000), clock(spoken), percent(spoken, total)]
            table.append(row + (list(self.speech(own)) if has_words else []))
        bars = [
            {"label": row[0], "amount": sum(map(self.sitting.spoken, own)),
             "figure": f"{row[3]}, {row[4]}"}
            for row, (_, own) in zip(table, rows)
        ]
        return table, bars

    def moderation(self):
        turns = list(self.sitting.turns.values())
        people = self.sitting.people
        mine = [
            turn for turn in turns
            if {"moderator", "online_moderator"} & set(people[turn["person"]]["roles"])
        ]
        if any(self.sitting.rule(turn) != "attributed" for turn in turns):
            return "The moderators' share is not told: of some turns it may not be told who spoke."
        spoken = sum(map(self.sitting.spoken, mine))
        total = sum(map(self.sitting.spoken, turns))
        return (f"The moderators held the floor for {clock(spoken)}, "
                f"{percent(spoken, total)} of it.")

    def first_turns(self):
        kept = self.sitting.kept_turns()
        # Beside speakers who are named, the others are not counted.
        open_ = [turn for turn in kept if self.sitting.rule(turn) == "attributed"]
        turns = open_ or kept
        spoken, firsts = {}, set()
        for turn in turns:
            if turn["person"] not in spoken:
                firsts.add(turn["turn"])
            spoken[turn["person"]] = spoken.get(turn["person"], 0) + 1
        asked = [turn for turn in turns if turn["asked"]]
        new = sum(turn["turn"] in firsts for turn in asked)
        once = sum(number == 1 for number in spoken.values())

        def told(people, text):
            return "fewer than 3" if not open_ and 0 < people < 3 else text

        return {
            "People who spoke": told(len(spoken), str(len(spoken))),
            "First turns": told(
                len(spoken), f"{len(spoken)} of {len(turns)}, {percent(len(spoken), len(turns))}"),
            "Who spoke once": told(once, plural(once, "person", "people")),
            "First turns after a raised hand":
                told(new, f"{new} of {plural(len(asked), 'turn')}") if asked else None,
        }

    def waits(self, channel=None):
        return sorted(
            turn["started"].since(turn["asked"]["at"]) for turn in self.sitting.kept_turns()
            if turn["asked"] and channel in (None, turn["asked"]["channel"]))

    def waiting(self):
        waits = self.waits()
        reasons = {"absent": "absent", "no_audio": "no audio", "declined": "declined for now"}
        passed = self.sitting.passed
        told = ", ".join(
            f"{passed.count(code)} {title}" for code, title in reasons.items() if code in passed)
        return {
            "Hands that got the floor": str(len(waits)),
            "Median wait": clock(waits[(len(waits) - 1) // 2]) if waits else None,
            "Longest wait": clock(waits[-1]) if waits else None,
            "Passed over": f"{len(passed)}: {told}" if passed else "0",
            "Still waiting": str(len(self.sitting.queue)),
        }

    def waiting_by_channel(self):
        rows = []
        for channel, title in CHANNELS.items():
            waits = self.waits(channel)
            if waits:
                rows.append([
                    title, str(len(waits)), clock(waits[(len(waits) - 1) // 2]), clock(waits[-1])])
        return rows

    # The agenda

    def agenda(self):
        sitting = self.sitting
        segments = [sitting.segments[name] for name in sitting.order]
        starts = any(segment.get("startsAt") for segment in segments)
        rows, real, planned = [], [], 0

        def signed(seconds):
            return "0:00" if not seconds else ("-" if seconds < 0 else "+") + clock(abs(seconds) * 1000)

        for segment in segments:
            planned += segment["seconds"]
            row = [segment["title"], segment["kind"].replace("_", " "), clock(segment["seconds"] * 1000)]
            started, finished = segment.get("started"), segment.get("finished")
            took = (finished or sitting.last).since(started) if started else 0
            if started:
                real.append(took)
            if segment.get("skipped"):
                row += ["left out", ""]
            elif finished:
                row += [clock(took), signed(took // 1000 - segment["seconds"])]
            elif started:
                row += [f"{clock(took)} so far", ""]
            else:
                row += [NONE, ""]
            if starts:
                at = segment.get("startsAt")
                row.insert(0, sitting.clocked(Moment(at), seconds=False) if at else NONE)
            rows.append(row)
        row = [
            "Total", "", clock(planned * 1000), clock(sum(real)) if real else NONE,
            signed(sum(real) // 1000 - planned) if sitting.closed else "",
        ]
        return rows + [([""] if starts else []) + row]

    # Notes

    def counts(self):
        def number(*kinds, aspect=...):
            notes = self.sitting.kept_notes(*kinds)
            return str(sum(aspect is ... or note["fields"].get("aspect") == aspect for note in notes))

        return [
            ["Arguments", number("argument")],
            ["Agreement points", number("agreement", aspect=None)],
            ["Similar viewpoints", number("agreement", aspect="similar")],
            ["Unexpected consensus", number("agreement", aspect="unexpected")],
            ["Different viewpoints", number("disagreement", aspect=None)],
            ["Unexpected differences", number("disagreement", aspect="unexpected")],
            ["Partial agreements", number("partial_agreement")],
            ["Key takeaways", number("takeaway")],
            ["Resolutions and action items", number("action_item", "call_to_action")],
            ["Unresolved issues", number("unresolved")],
            ["Suggested compromises", number("compromise")],
            ["Thought-provoking comments", number("thought_provoking")],
            ["Follow-up questions", number("follow_up")],
        ]

    def points(self):
        points = {}
        for note in self.sitting.kept_notes("argument"):
            if note["fields"].get("point"):
                points.setdefault(note["fields"]["point"], []).append(note)
        lines = []
        for point, notes in points.items():
            people = {note.get("speaker") for note in notes} - {None}
            open_ = all(self.sitting.note_rule(note) == "attributed" for note in notes)
            by = f" by {plural(len(people), 'person', 'people')}" if open_ and people else ""
            lines.append(f"{point}: {plural(len(notes), 'argument')}{by}")
        return lines

    def speaker(self, person):
        turns = [
            turn for turn in self.sitting.turns.values()
            if turn["person"] == person and self.sitting.rule(turn) == "attributed"
        ]
        words, pace = self.speech(turns)
        spoken = sum(map(self.sitting.spoken, turns))
        return {
            "Speech speed": None if pace == NONE else f"{pace} words a minute",
            "Speech length": None if words == NONE else plural(int(words), "word"),
            "Speech time":
                f"{plural(spoken // 1000, 'second')}, in {plural(len(turns), 'turn')}"
                if turns else None,
        }

    # Assent

    LEVELS = {
        "support": (
            ("support", "I support it"), ("live_with", "I can live with it"),
            ("stand_aside", "I stand aside"), ("object", "I object")),
        "gradients": (
            ("endorse", "I endorse it"), ("minor_point", "I agree but for a minor point"),
            ("reservations", "I agree with reservations"), ("abstain", "I abstain"),
            ("more_discussion", "I want more discussion"),
            ("disagree_but_support", "I do not like it but will support it"),
            ("serious_disagreement", "I seriously disagree"), ("veto", "I veto it")),
    }
    WAYS = {
        "silence": "last call", "support": "support or object",
        "gradients": "gradients of agreement",
    }

    def outcome(self, outcome):
        """What the facts of a sentence say, as far as they have figures in them."""
        facts = {}
        declared = outcome["declared"]
        if declared and "roughConsensus" in declared["statement"]:
            addressed = sum(it["state"] == "addressed" for it in outcome["objections"].values())
            facts["Came to"] = "rough consensus" + (
                f" with {plural(addressed, 'objection')} addressed" if addressed else "")
        if outcome["wordings"] > 1:
            facts["Wording"] = f"changed {plural(outcome['wordings'] - 1, 'time')}"
        asking = outcome["asking"]
        if asking:
            began, way = self.sitting.clocked(asking["began"]), self.WAYS[asking["way"]]
            facts["Asked"] = f"{way}, from {began}" if not asking["ended"] else (
                f"{way}, {began} to {self.sitting.clocked(asking['ended'])}, "
                f"{plural(asking['here'], 'person', 'people')} here")
        return facts

    def voices(self, outcome):
        asking = outcome["asking"]
        return [
            [title, str(sum(it["level"] == level for it in asking["answers"]))]
            for level, title in self.LEVELS[asking["way"]]]

    def voices_by_group(self, outcome, titles):
        """A row for each group of three and more, and one for all others."""
        asking = outcome["asking"]
        sizes = collections.Counter(it.get("group") for it in asking["answers"])
        large = [group for group in GROUPS if sizes[group] >= 3]
        levels = [level for level, title in self.LEVELS[asking["way"]] if title in titles]

        def row(title, isThere):
            return [title] + [
                str(sum(it["level"] == level and isThere(it.get("group"))
                        for it in asking["answers"])) for level in levels]

        rows = [row(GROUPS[group], lambda its, group=group: its == group) for group in large]
        if sum(sizes.values()) > sum(sizes[group] for group in large):
            rows.append(row("Others", lambda its: its not in large))
        return rows

    # People

    def participation(self):
        sitting = self.sitting
        heads = sitting.heads or {}

        def here(channel):
            if heads:
                return heads[channel]
            return sum(
                person["here"] and person.get("channel", "room") == channel
                for person in sitting.people.values())

        def women(key):
            if heads:
                return None if heads.get(key) is None else str(heads[key])
            channel = {"womenInRoom": "room", "womenOnline": "online"}[key]
            said = [
                person["gender"].lower() for person in sitting.people.values()
                if person["here"] and person.get("channel", "room") == channel
                and person.get("gender")]
            women = ("f", "female", "woman", "women")
            return str(sum(gender in women for gender in said)) if said else None

        return {
            "On site": str(here("room")), "Women among them": women("womenInRoom"),
            "Online": str(here("online")), "Women online": women("womenOnline"),
        }

    def facts(self):
        sitting = self.sitting
        facts = {}
        slot = sitting.plan.get("slot")
        if slot:
            start, end = Moment(slot["start"]), Moment(slot["end"])
            facts["Date"] = sitting.dated(start)
            facts["Time"] = (f"{sitting.clocked(start, False)} to "
                             f"{sitting.clocked(end, False)} {slot['zone']}")
        if sitting.opened:
            begun = f"{sitting.dated(sitting.opened)}, {sitting.clocked(sitting.opened)}"
            facts["Held"] = (f"{begun} to {sitting.clocked(sitting.closed)}" if sitting.closed
                             else f"from {begun}, still open")
        programme = sitting.plan.get("programme")
        if programme:
            facts["Programme"] = "{title}, part {part} of {parts}".format(**programme)
        form = sitting.plan.get("format")
        if form:
            minutes = f"{form['minutes']} minutes" if form.get("minutes") else None
            facts["Format"] = ", ".join(filter(None, [form["kind"], form.get("layout"), minutes]))
        people = self.participation()
        if sitting.heads or people["On site"] != "0" or people["Online"] != "0":
            facts["Participation"] = (
                f"{people['On site']} in the room, {people['Online']} online, "
                + ("counted" if sitting.heads else "as marked on the roll"))
        return facts

    # The whole report

    def check(self, report):
        self.found = []
        if report.get("form") is None:
            self.found.append("the report does not say its form")
        checks = None
        for section in report["sections"]:
            if section["heading"] == "Limits of this form":
                checks = section
            else:
                self.section(section, [])
        if checks:
            self.limits(checks, report)
        return self.found

    def miss(self, path, said, meant):
        self.found.append(f"{' > '.join(path)}: {said!r} instead of {meant!r}")

    def same(self, path, said, meant):
        if said != meant:
            self.miss(path, said, meant)

    def polls(self, section, path):
        """All polls that may be told of, each held to every word."""
        sitting = self.sitting
        rules = {id: sitting.poll_rule(poll) for id, poll in sitting.polls.items()}
        kept = [id for id in rules if rules[id] != "off_the_record"]
        said = []
        if kept:
            said.append("A poll is a temperature check: it shows how the table leans.")
        if len(kept) < len(rules):
            gone = plural(len(rules) - len(kept), "poll")
            said.append(f"{gone} off the record left out.")
        if not hasattr(self, "told"):
            self.told = [Told(sitting, sitting.polls[id]).section(rules[id]) for id in kept]
        meant = {"heading": section["heading"], "sections": self.told,
                 "blocks": [{"paragraph": text} for text in said]}
        self.found += [f"{' > '.join(path)} > {it}" for it in unlike(section, meant)]

    def section(self, section, path):
        path = path + [section["heading"]]
        if section["heading"] == "Polls" and self.sitting.polls:
            return self.polls(section, path)
        self.free(path, section["heading"])
        for block in section.get("blocks", []):
            ((kind, value),) = ((key, it) for key, it in block.items() if key != "id")
            if "id" in block:
                stands_on = self.sitting.entered.get(block["id"], "")
                self.same(path + [block["id"]], value in stands_on.split("\n"), True)
            getattr(self, f"check_{kind}")(value, section, path)
        for inner in section.get("sections", []):
            self.section(inner, path)

    KEYS = {
        "By person": "person", "By stakeholder group": "group", "By region": "region",
        "By gender, as declared": "gender", "By channel": "channel", "By segment": "segment",
    }

    def check_table(self, table, section, path):
        titles, rows = [column["title"] for column in table["columns"]], table["rows"]
        heading = path[-1]
        if "Seconds" in titles:
            self.same(path, rows, self.speaking_time(self.KEYS[heading])[0])
        elif "Difference" in titles:
            self.same(path, rows, self.agenda())
        elif titles == ["What", "Number"]:
            self.same(path, rows, self.counts())
        elif titles[:2] == ["Channel", "Hands"]:
            self.same(path, rows, self.waiting_by_channel())
        elif titles == ["Answer", "Voices"]:
            self.same(path, rows, self.voices(self.sitting.outcomes[section["id"]]))
        elif titles[0] == "Group" and section.get("id") in self.sitting.outcomes:
            outcome = self.sitting.outcomes[section["id"]]
            self.same(path, rows, self.voices_by_group(outcome, titles[1:]))
        elif titles[0] == "No.":
            self.same(path, [row[0] for row in rows],
                      [str(place + 1) for place in range(len(self.sitting.questions))])
            for row in rows:
                for cell in row[1:]:
                    self.free(path, cell)
        else:
            for row in rows:
                for cell in row:
                    self.free(path, cell)

    def check_facts(self, facts, section, path):
        heading = path[-1]
        known = self.facts()
        if section.get("id") in self.sitting.people:
            known = self.speaker(section["id"])
        elif any(fact["label"] == "On site" for fact in facts):
            known = self.participation()
        elif section.get("id") in self.sitting.outcomes:
            known = self.outcome(self.sitting.outcomes[section["id"]])
        elif heading == "First turns":
            known = self.first_turns()
        elif heading == "Waiting":
            known = self.waiting()
        for fact in facts:
            if fact["label"] in known:
                self.same(path + [fact["label"]], fact["value"], known[fact["label"]])
            else:
                self.free(path + [fact["label"]], fact["value"] or "")

    def check_list(self, items, section, path):
        points = self.points()
        if [item["text"] for item in items] == points:
            return
        for item in items:
            self.free(path, item["text"])
            self.free(path, item.get("speaker") or "")

    def check_paragraph(self, text, section, path):
        if text.startswith("The moderators"):
            self.same(path, text, self.moderation())
        else:
            self.free(path, text)

    def check_chart(self, chart, section, path):
        if "bars" in chart:
            said = [
                {key: bar[key] for key in ("label", "amount", "figure")} for bar in chart["bars"]]
            bars = self.speaking_time(self.KEYS[path[-1]])[1]
            self.same(path, said, bars)
            # Somebody's turn may be of several groups; a bar is a share of all that was spoken.
            total = sum(map(self.sitting.spoken, self.shares(self.KEYS[path[-1]])[1]))
            self.same(path, {bar["of"] for bar in chart["bars"]}, {max(1, total)})
            return
        sitting = self.sitting
        end = sitting.closed or sitting.last
        self.same(path, chart["milliseconds"], end.since(sitting.opened))
        spans = {
            "Segments": [
                (sitting.segments[name]["started"], sitting.segments[name].get("finished") or end)
                for name in sitting.order if sitting.segments[name].get("started")],
            "Turns": [(t["started"], t["ended"] or end) for t in sitting.kept_turns()],
        }
        for channel, title in CHANNELS.items():
            spans[title] = [
                (turn["started"], turn["ended"] or end) for turn in sitting.kept_turns()
                if turn["channel"] == channel]
        for lane in chart["lanes"]:
            meant = [
                (start.since(sitting.opened), stop.since(start),
                 f"{sitting.clocked(start)} to {sitting.clocked(stop)}")
                for start, stop in spans[lane["title"]]]
            said = [(span["from"], span["milliseconds"], span["figure"]) for span in lane["spans"]]
            self.same(path + [lane["title"]], said, meant)

    def limits(self, section, report):
        """Counts what the report itself says; its sentences were looked up in the journal."""
        (table,) = [block["table"] for block in section["blocks"]]
        for title, measure, most, said, kept in table["rows"]:
            (owner,) = [it for it in report["sections"] if it["heading"] == title]
            texts = [
                text for block in owner.get("blocks", [])
                for text in [block.get("paragraph")] + [it["text"] for it in block.get("list", [])]
                if text and text != "Not recorded."
            ]
            for inner in owner.get("sections", []):
                if inner["heading"][0].isdigit() or inner["heading"] == "Beside the questions":
                    for block in inner.get("blocks", []):
                        texts += [it["text"] for it in block.get("list", [])]
                        texts += filter(None, [block.get("paragraph")])
            words = [len(text.split()) for text in texts]
            found = {
                "words": sum(words), "words in one statement": max(words, default=0),
                "paragraphs": len(texts),
            }.get(measure)
            if found is not None:
                self.same([title, measure], said, str(found))
            self.same([title, measure], kept, "yes" if int(said) <= int(most) else "no")

    # What people wrote

    def written(self):
        """Every text of the journal that has a figure in it, the longest first."""
        texts = set()

        def take(value):
            if isinstance(value, dict):
                for it in value.values():
                    take(it)
            elif isinstance(value, (list, tuple)):
                for it in value:
                    take(it)
            elif isinstance(value, str):
                texts.update(line for line in value.split("\n"))

        sitting = self.sitting
        for part in (sitting.plan, sitting.questions, sitting.people, sitting.segments,
                     sitting.notes, sitting.polls, sitting.lists, sitting.texts,
                     sitting.outcomes, sitting.said):
            take(part)
        return sorted((it for it in texts if re.search(r"\d", it)), key=len, reverse=True)

    def free(self, path, text):
        """A text with figures is one of the journal, or made of nothing else."""
        if not re.search(r"\d", text):
            return
        if not hasattr(self, "known"):
            self.known = self.written()
        rest = text
        for known in self.known:
            rest = rest.replace(known, "")
        for place in range(len(self.sitting.questions)):
            rest = re.sub(rf"^{place + 1}\. ?", "", rest)
        if path[0] == path[-1] or len(path) <= 2:
            rest = re.sub(r"^\d+\. ", "", rest)
        if re.search(r"\d", rest):
            self.found.append(f"{' > '.join(path)}: nothing in the journal says {text!r}")


def recount(journal):
    """What says of a report after a report what it has otherwise than the journal."""
    return Recount(Sitting(journal)).check


def differences(journal, report):
    """What a report says otherwise than its journal; empty where it is right in all."""
    return recount(journal)(report)
