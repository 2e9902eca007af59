"""Any feature's folder can be deleted: the site still builds, with warnings fatal."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import lxml.html
import pytest

from tests.site.building import HERE, PROJECT, Pelican, copy_content

if TYPE_CHECKING:
    from pathlib import Path

FEATURES = sorted(
    p.parent.name for p in PROJECT.glob("plugins/*/__init__.py") if p.parent.name != "core"
)


_PROSE = "//div[@class='prose']"


def project_without(root: Path, *features: str) -> Path:
    """Return a project in `root` that has every folder of ours but some features'."""
    (root / "plugins").mkdir(parents=True)
    for file in ("pelicanconf.py", "plugins/__init__.py"):
        shutil.copyfile(PROJECT / file, root / file)
    for folder in ("theme", "tests"):
        (root / folder).symlink_to(PROJECT / folder)
    for feature in {"core", *FEATURES} - set(features):
        (root / "plugins" / feature).symlink_to(PROJECT / "plugins" / feature)
    return root


def build_without(root: Path, cache: Path, *features: str) -> Path:
    """Build the tiny site without some features; return its output."""
    content, output = root / "site/content", root / "site/output"
    if not content.exists():
        copy_content(content)
    pelican = Pelican(project=project_without(root / "project", *features), cache=cache)
    # A site for the public needs its listings, home page first, and the audit says so.
    options = ["--extra-settings", "IS_PRODUCTION=false"] if features == ("listings",) else []
    done = pelican.run(content, output, "--fatal=warnings", *options)
    assert done.returncode == 0, done.stdout + done.stderr
    return output


def article(output: Path) -> lxml.html.HtmlElement:
    path = output / "2026/01/20/hop-bao-thang-1/index.html"
    return lxml.html.document_fromstring(path.read_bytes().decode())


@pytest.mark.parametrize("feature", FEATURES)
def test_the_site_builds_without_a_feature(tmp_path: Path, tiny: Path, feature: str) -> None:
    tree = article(build_without(tmp_path, tiny / "cache", feature))
    assert tree.xpath("//h1")[0].text_content().strip() == "Họp báo thường kỳ"
    assert "Người dân cần biết trước khi nộp." in " ".join(tree.text_content().split())


def test_the_site_builds_with_core_alone(tmp_path: Path, tiny: Path) -> None:
    output = build_without(tmp_path, tiny / "cache", *FEATURES)
    assert article(output).xpath("//h1")[0].text_content().strip() == "Họp báo thường kỳ"
    pages = {p.relative_to(output).as_posix() for p in output.rglob("*.html")}
    assert "gioi-thieu/index.html" in pages
    assert "2026/03/02/bai-hen-gio/index.html" not in pages


def test_without_proofreading_raw_html_still_comes_to_nothing(tmp_path: Path, tiny: Path) -> None:
    content = tmp_path / "site/content"
    copy_content(content)
    source = content / "2026/tan-cong/index.md"
    attack = (HERE / "attack.md").read_text("utf-8")
    source.write_text(source.read_text("utf-8") + attack, "utf-8")
    output = build_without(tmp_path, tiny / "cache", "proofreading")
    path = output / "2026/02/21/tan-cong/index.html"
    found: Any = lxml.html.document_fromstring(path.read_bytes().decode()).xpath(_PROSE)
    (prose,) = found
    assert "Chữ còn lại." in prose.text_content()
    assert "alert" not in prose.text_content()
    assert prose.xpath(".//script | .//iframe | .//@onclick | .//@style | .//@data-module") == []
    assert prose.xpath(".//@class[contains(., 'skip-link')]") == []
    assert prose.xpath(".//@id[. = 'noi_dung']") == []
    assert prose.xpath(".//@href") == []
