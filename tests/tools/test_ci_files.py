"""What other machines are told can be done: workflows, GitLab's jobs and the Containerfile."""

from __future__ import annotations

import re
import shlex
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.tools.machine import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

WORKFLOWS = sorted((PROJECT / ".github/workflows").glob("*.yml"))
GITLAB: dict[str, Any] = yaml.safe_load((PROJECT / ".gitlab-ci.yml").read_text("utf-8"))
CONTAINER = (PROJECT / "Containerfile").read_text("utf-8").replace("\\\n", " ")
MAKEFILE = (PROJECT / "Makefile").read_text("utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
# Keys of a job in GitLab's file that are no jobs themselves.
_NO_JOBS = {"default", "stages", "variables", "workflow", "include"}


def read_workflow(text: str) -> dict[str, Any]:
    """Return a workflow; YAML 1.1 takes its key "on" for true."""
    read: dict[Any, Any] = yaml.safe_load(text)
    return {"on" if key is True else str(key): value for key, value in read.items()}


def commands() -> Iterator[tuple[str, str]]:
    """Yield each line that another machine runs, with where it stands."""
    for path in WORKFLOWS:
        for job in read_workflow(path.read_text("utf-8"))["jobs"].values():
            for step in job["steps"]:
                yield from ((path.name, one) for one in step.get("run", "").splitlines())
    for name, job in GITLAB.items():
        lines = [*job.get("before_script", ()), *job.get("script", ())]
        yield from ((f".gitlab-ci.yml: {name}", line) for line in lines)
    for line in re.findall(r"^RUN (?:--mount=\S+ )?(.+)$", CONTAINER, re.MULTILINE):
        yield from (("Containerfile", one) for one in line.split("&&"))


COMMANDS = list(commands())
MAKES = [(place, line) for place, line in COMMANDS if "make" in shlex.split(line)[:2]]


def test_there_is_something_to_look_at() -> None:
    places = {place.partition(":")[0] for place, _ in MAKES}
    assert places == {"pages.yml", ".gitlab-ci.yml", "Containerfile"}


@pytest.mark.parametrize(("place", "line"), MAKES)
def test_every_target_that_is_made_is_there(place: str, line: str) -> None:
    words = shlex.split(line, comments=True)
    words = words[words.index("make") + 1 :]
    words = [word for word in words if not word.startswith(("-", ">")) and "=" not in word]
    assert words, place
    assert [word for word in words if word not in TARGETS] == [], place


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_read_and_no_more_and_names_each_action_s_version(path: Any) -> None:  # noqa: ANN401 - pytest's path
    workflow = read_workflow(path.read_text("utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert set(job.get("permissions", ())) <= {"pages", "id-token"}
        for step in job["steps"]:
            assert ("uses" in step) != ("run" in step)
            assert "uses" not in step or re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"])


def test_github_builds_each_push_each_request_and_every_night_and_publishes_no_request() -> None:
    workflow = read_workflow((PROJECT / ".github/workflows/pages.yml").read_text("utf-8"))
    assert set(workflow["on"]) == {"push", "pull_request", "schedule", "workflow_dispatch"}
    [nightly] = workflow["on"]["schedule"]
    minute, hour, *rest = nightly["cron"].split()
    # Shortly after midnight in Viet Nam, which is seven hours ahead: a day's articles appear.
    assert (int(minute) < 60, (int(hour) + 7) % 24, rest) == (True, 0, ["*", "*", "*"])
    assert workflow["jobs"]["deploy"]["if"] == "github.event_name != 'pull_request'"
    uploads = {
        step["uses"].partition("@")[0]: step["if"]
        for step in workflow["jobs"]["build"]["steps"]
        if "upload" in step.get("uses", "")
    }
    assert uploads == {
        "actions/upload-artifact": "github.event_name == 'pull_request'",
        "actions/upload-pages-artifact": "github.event_name != 'pull_request'",
    }


def test_github_keeps_what_was_made_and_finds_it_again() -> None:
    workflow = read_workflow((PROJECT / ".github/workflows/pages.yml").read_text("utf-8"))
    [cache] = [
        step["with"]
        for step in workflow["jobs"]["build"]["steps"]
        if step.get("uses", "").startswith("actions/cache@")
    ]
    assert cache["path"] == ".cache"
    # A key is written once: each run has its own, and begins with the newest of those before.
    assert cache["key"] == cache["restore-keys"] + "${{ github.run_id }}"


def test_gitlab_keeps_what_was_made() -> None:
    assert GITLAB["default"]["cache"]["paths"] == [".cache/"]


def test_gitlab_publishes_the_main_branch_and_shows_each_request() -> None:
    jobs = {name: job for name, job in GITLAB.items() if name not in _NO_JOBS}
    rules = {name: [rule["if"] for rule in job["rules"]] for name, job in jobs.items()}
    assert rules["pages"] == ["$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"]
    assert rules["preview"] == ['$CI_PIPELINE_SOURCE == "merge_request_event"']
    assert jobs["pages"]["artifacts"]["paths"] == ["public/"]
    shown = jobs["preview"]["artifacts"]
    # GitLab's own rule for the name; and a folder without its slash is not shown.
    assert re.fullmatch(r"\w[-\w ]*", shown["expose_as"], re.ASCII)
    assert all(path.endswith("/") for path in shown["paths"])


def test_the_container_keeps_what_was_made() -> None:
    assert "RUN --mount=type=cache,target=/site/.cache " in CONTAINER
    assert "WORKDIR /site\n" in CONTAINER


def test_the_container_copies_what_is_there_and_nothing_of_this_machine() -> None:
    ignored = [
        line
        for line in (PROJECT / ".dockerignore").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert {".git", ".venv", "node_modules", "output", "hosting", ".cache"} <= set(ignored)
    for line in re.findall(r"^COPY (?!--from)(.+)$", CONTAINER, re.MULTILINE):
        *sources, _ = line.split()
        for source in sources:
            assert (PROJECT / source).exists(), source
            assert not any(fnmatch(source, pattern) for pattern in ignored), source


def test_the_container_s_server_listens_where_the_container_says() -> None:
    [port] = re.findall(r"^EXPOSE (\d+)$", CONTAINER, re.MULTILINE)
    server = (PROJECT / "docs/nginx-container.conf").read_text("utf-8")
    assert f"listen {port};" in server
    # Whoever is not root may write to its standard error, but not open it again.
    assert "error_log stderr;" in server
    assert '"-e", "stderr"' in CONTAINER
    places = dict(
        line.split()[::-1]
        for line in re.findall(r"^COPY --from=build (.+)$", CONTAINER, re.MULTILINE)
    )
    assert f"root {next(p for p, s in places.items() if s.endswith('/output'))};" in server
    folder = next(p for p, s in places.items() if s.endswith("/hosting"))
    assert server.count(f"include {folder}/nginx-") == 2
