"""Every page in every way of seeing it: axe and its AAA rules find nothing, nothing is cut off."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.pages import PAGES, find_page
from tests.browser.states import find_faults

if TYPE_CHECKING:
    from tests.browser.visitor import Visitor

PROJECT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_is_cut_off(
    name: str, site: Path, open_page: Visitor
) -> None:
    assert find_faults(open_page(find_page(site, name))) == {}


def test_the_nu_checker_finds_no_error_and_no_warning(site: Path) -> None:
    files = [str(path) for path in sorted(site.rglob("*.html"))]
    jar = PROJECT / "node_modules/vnu-jar/build/dist/vnu.jar"
    command = ["java", "-jar", str(jar), "--stdout", "--format", "json", "--Werror", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)["messages"]
    assert [f"{m['url']}:{m.get('lastLine')}: {m['message']}" for m in found] == []
