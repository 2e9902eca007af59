"""Problems as people read them, and as the machines of GitHub, GitLab and others do."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from plugins.core.problems import Problem, Problems

# What GitHub's workflow commands need escaped, in messages and in properties.
_MESSAGE_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY_ESCAPES = _MESSAGE_ESCAPES | {":": "%3A", ",": "%2C"}
NOTHING = "Không có lỗi nào. / No problems."


def as_text(problems: Problems) -> str:
    return problems.report() if len(problems) else NOTHING


def as_github(problems: Problems) -> str:
    """Return GitHub's workflow commands, a line each: annotations in the pull request."""
    return "\n".join(map(_annotation, problems))


def _annotation(problem: Problem) -> str:
    kind = "warning" if problem.is_warning else "error"
    places = {"file": problem.path, "line": str(problem.line), "title": problem.code}
    properties = ",".join(f"{k}={_escape(v, _PROPERTY_ESCAPES)}" for k, v in places.items())
    message = f"{problem.message} Cách sửa: {problem.hint}"
    return f"::{kind} {properties}::{_escape(message, _MESSAGE_ESCAPES)}"


def _escape(text: str, escapes: Mapping[str, str]) -> str:
    return "".join(escapes.get(sign, sign) for sign in text)


def as_gitlab(problems: Problems) -> str:
    """Return a report of GitLab's Code Quality, which merge requests show."""
    return json.dumps([_issue(problem) for problem in problems], ensure_ascii=False, indent=1)


def _issue(problem: Problem) -> dict[str, object]:
    identity = f"{problem.path}\n{problem.line}\n{problem.code}\n{problem.message}"
    return {
        "description": f"{problem.message} Cách sửa: {problem.hint}",
        "check_name": problem.code,
        "fingerprint": blake2b(identity.encode(), digest_size=16).hexdigest(),
        "severity": "minor" if problem.is_warning else "major",
        "location": {"path": problem.path, "lines": {"begin": problem.line}},
    }


def as_json(problems: Problems) -> str:
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=1)


FORMATS: dict[str, Callable[[Problems], str]] = {
    "text": as_text,
    "github": as_github,
    "gitlab": as_gitlab,
    "json": as_json,
}
