"""What no file of the project may hold, and how large a module may grow."""

import re
import sys
import tomllib
from datetime import date
from typing import Any

from quizapp import __version__
from tests.docs.fences import ROOT
from tests.repository.files import files, texts

LARGEST = 250
# `me` and `learner` are nobody. Put together here, so that this file does not hold what it looks for.
HOSTS = ["py" + "pi.org", "python" + "hosted.org", "npm" + "js.", "conda." + "anaconda.org"]
MACHINE = re.compile(
    "|".join(
        [r"/home/" + r"(?!me/|learner/)\w+/", "/Us" + "ers/", "/ro" + "ot/", "/wo" + "rk/", r"[A-Z]:\\" + r"\\Users"]
    )
)


def test_no_module_has_grown_beyond_what_one_can_hold_in_mind() -> None:
    lines = {str(path): text.count("\n") for path, text in texts() if path.suffix == ".py"}
    assert len(lines) > 100
    assert {path: count for path, count in lines.items() if count > LARGEST} == {}


def test_no_file_names_the_host_of_a_package_registry() -> None:
    assert [(str(path), host) for path, text in texts() for host in HOSTS if host in text] == []


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    assert [(str(path), found[0]) for path, text in texts() if (found := MACHINE.search(text))] == []


def test_no_pattern_repeats_a_group_possessively() -> None:
    # Python 3.11 before 3.11.5, which Debian 12 has, ends such a match in the wrong place: text was lost on the screen.
    possessive = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+|\(\?>")
    found = [(str(path), hit[0]) for path, text in texts() if path.suffix == ".py" for hit in possessive.finditer(text)]
    assert [hit for hit in found if hit[0].startswith("quizapp")] == []


def test_there_is_no_lock_file() -> None:
    assert [path.name for path in files() if path.suffix == ".lock" or path.name == "requirements.txt"] == []


def test_what_runs_needs_nothing_else_installed_than_the_project_declares() -> None:
    project = _project()
    extras = project["optional-dependencies"]
    assert set(extras) == {"dev", "postgres", "web"}
    needed = (*project["dependencies"], *extras["postgres"], *extras["web"])
    names = {re.split(r"[<>=\[]", requirement)[0] for requirement in needed}
    imported = {
        found
        for path, text in texts()
        if path.parts[0] == "quizapp" and path.suffix == ".py"
        for found in re.findall(r"^ *(?:import|from) ([a-z]\w+)", text, re.MULTILINE)
    }
    distribution = {"yaml": "pyyaml", "markdown_it": "markdown-it-py", "mdit_py_plugins": "mdit-py-plugins"}
    distribution |= {"pydantic_core": "pydantic", "bs4": "beautifulsoup4", "textual_serve": "textual-serve"}
    assert {distribution.get(name, name) for name in imported - _standard()} - names == {"quizapp"}


def test_the_licence_is_the_one_that_the_project_declares() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert _project()["license"] == "MIT"
    assert _project()["license-files"] == ["LICENSE"]
    assert licence.startswith("MIT License")
    assert re.search(r"Copyright \(c\) 20\d\d", licence)


def test_the_changelog_speaks_of_the_version_that_the_program_has() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## \[(\d[\w.]*)\] - (\S+)$", text, re.MULTILINE)
    assert text.count("## [Unreleased]") == 1
    assert [day for _, day in released] == sorted((day for _, day in released), reverse=True)
    assert all(date.fromisoformat(day) for _, day in released)
    assert __version__ in text


def _project() -> dict[str, Any]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert isinstance(project, dict)
    return project


def _standard() -> frozenset[str]:
    return sys.stdlib_module_names
