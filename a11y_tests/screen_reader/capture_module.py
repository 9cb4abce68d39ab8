"""A speech-dispatcher output module that speaks to a file: one JSON object an utterance, in SPEECH_LOG.

It says of everything that it has been spoken at once, so nothing is cut short: the file holds all that the
screen reader wanted to say. Run by speech-dispatcher, with the standard library alone; its protocol is in
speech-dispatcher's "Output modules" (text on standard input and output, blocks end with a lone dot).
"""

import html
import json
import os
import re
import sys

SPEAKING = {"SPEAK", "CHAR", "KEY", "SOUND_ICON"}
SETTINGS = {
    "AUDIO": ("207 OK RECEIVING AUDIO SETTINGS", "203 OK AUDIO INITIALIZED"),
    "LOGLEVEL": ("207 OK RECEIVING LOGLEVEL SETTINGS", "203 OK LOG LEVEL SET"),
    "SET": ("203 OK RECEIVING SETTINGS", "203 OK SETTINGS RECEIVED"),
}
ANSWERS = {
    "INIT": ["299-capture", "299 OK LOADED SUCCESSFULLY"],
    "LIST VOICES": ["200-capture-da\tda\tnone", "200-capture-en\ten\tnone", "200 OK VOICE LIST SENT"],
    "STOP": [],
    "PAUSE": [],
    "QUIT": ["210 OK QUIT"],
}


def answer(*lines):
    """Send lines to speech-dispatcher."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


def read_block():
    """The lines up to a lone dot; a doubled first dot stands for one."""
    lines = []
    for line in sys.stdin:
        line = line.rstrip("\n")
        if line == ".":
            break
        lines.append(line[1:] if line.startswith("..") else line)
    return "\n".join(lines)


def speak(log, kind):
    """Take one utterance, write it down, and report that it was spoken, with the marks in it."""
    answer("202 OK RECEIVING MESSAGE")
    marked = read_block()
    text = html.unescape(re.sub(r"<[^>]+>", "", marked)).strip()
    log.write(json.dumps({"kind": kind.lower(), "text": text}, ensure_ascii=False) + "\n")
    answer("200 OK SPEAKING", "701 BEGIN")
    for mark in re.findall(r'<mark name="([^"]*)"/>', marked):
        answer(f"700-{mark}", "700 INDEX MARK")
    answer("702 END")


def obey(log, command):
    """Answer one command."""
    if command in SPEAKING:
        speak(log, command)
    elif command in SETTINGS:
        before, after = SETTINGS[command]
        answer(before)
        read_block()
        answer(after)
    else:
        answer(*ANSWERS.get(command, ["300 ERR UNKNOWN COMMAND"]))


def main():
    """Obey until QUIT, or until speech-dispatcher goes away."""
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    with open(os.environ["SPEECH_LOG"], "a", encoding="utf-8", buffering=1) as log:
        for line in sys.stdin:
            obey(log, line.rstrip("\n"))
            if line.startswith("QUIT"):
                return


if __name__ == "__main__":
    main()
