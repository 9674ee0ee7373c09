"""What holds for all pages."""

import re
import shutil
import subprocess

import pytest

from tests.docs.fences import ROOT, anchor, fences, links

PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    ROOT / "SECURITY.md",
    *sorted((ROOT / "docs").glob("*.md")),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_that_are_there(page: object) -> None:
    path = next(known for known in PAGES if known == page)
    for link in links(path):
        if link.startswith("https://"):
            continue
        file, _, heading = link.partition("#")
        target = path.parent / file if file else path
        assert target.exists(), link
        if heading:
            headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in {anchor(text) for text in headings}, link


def test_every_make_target_that_a_page_names_exists() -> None:
    shells = [fence.text for page in PAGES for fence in fences(page) if fence.language == "sh"]
    targets = {found for shell in shells for found in re.findall(r"^make(?: +([a-z]+))?", shell, re.MULTILINE)}
    assert {"", "test", "check", "bench", "picture"} <= targets
    make = shutil.which("make")
    assert make is not None
    for target in sorted(targets):
        subprocess.run([make, "--dry-run", *target.split()], cwd=ROOT, check=True, capture_output=True)
