"""Transcripts as recorders write them: WebVTT with voices, WebVTT from Zoom, SubRip, plain text."""

SUFFIX = {"vtt": "vtt", "vtt-zoom": "vtt", "srt": "srt", "txt": "txt"}


def labels(call, rng):
    """What the recorder calls each speaker; now and then a room or a phone instead of a person."""
    names = {"B": call["b"], "C": call["c"], "R": call["r"], "E": call["e"]}
    if call["format"] != "vtt":
        odd = rng.below(10)
        if odd == 0:
            names["B"] = f"Meeting room {call['deal']['town']}"
        elif odd == 1:
            names["B"] = f"iPhone {call['b'].split()[0]}"
        elif odd == 2:
            names["R"] = f"{call['r']} (Fernhollow)"
    return names


def cues(call, rng):
    """Turns cut into cues of at most some forty words, with times that follow the words."""
    at = 1200 + rng.below(9000)
    made = []
    for who, text in call["turns"]:
        words = text.split(" ")
        parts = 1 if len(words) <= 44 else (len(words) + 37) // 38
        size = -(-len(words) // parts)
        for start in range(0, len(words), size):
            piece = " ".join(words[start : start + size])
            length = 700 + 355 * len(piece.split()) + rng.below(400)
            made.append((at, at + length, who, piece))
            at += length + rng.between(120, 1400)
        at += rng.weighted([(0, 70), (2400, 18), (9000, 8), (38000, 4)])  # a shared screen, somebody at the door
    return made


def clock(ms, comma="."):
    return f"{ms // 3600000:02d}:{ms // 60000 % 60:02d}:{ms // 1000 % 60:02d}{comma}{ms % 1000:03d}"


def note(call):
    us = ", ".join([call["deal"]["owner"]] + ([call["e_id"]] if call["e_id"] else []))
    them = f"{call['b']} ({call['b_role']})" + (f", {call['c']} ({call['c_role']})" if call["c"] else "")
    return f"NOTE deal: {call['deal']['deal_id']}  us: {us}  them: {them}\n\n"


def render(call, rng):
    """The text of the file and how many minutes it lasts."""
    names, made = labels(call, rng), cues(call, rng)
    minutes = made[-1][1] // 60000 + 1
    form = call["format"]
    if form == "txt":
        return "\n".join(f"{names[who]}: {text}" for who, text in call["turns"]) + "\n", minutes
    text = "" if form == "srt" else "WEBVTT\n\n"
    if form == "vtt" and rng.chance(680):
        text += note(call)
    for number, (start, end, who, piece) in enumerate(made, 1):
        if form == "srt":
            text += f"{number}\n{clock(start, ',')} --> {clock(end, ',')}\n{names[who]}: {piece}\n\n"
        elif form == "vtt-zoom":
            text += f"{number}\n{clock(start)} --> {clock(end)}\n{names[who]}: {piece}\n\n"
        else:
            text += f"{clock(start)} --> {clock(end)}\n<v {names[who]}>{piece}\n\n"
    return text, minutes
