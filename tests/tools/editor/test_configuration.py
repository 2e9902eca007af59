"""The editing page's configuration: the fields that the checks read, the settings' host."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from plugins.core.article import Kind
from plugins.core.fields import ATTACHMENT_FIELDS, FIELDS
from plugins.core.output import Output
from plugins.core.settings import SettingsError
from plugins.editing import publish_page
from plugins.editing.settings import EditingSettings
from tests.tools.check.seeded import PROJECT
from tools.check.site import open_site
from tools.editor.configuration import connections, make_config
from tools.editor.widgets import HINTS

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.build import Build

GITLAB = EditingSettings(host="gitlab", repository="so/tin", app_id="42")


@pytest.fixture
def build(tmp_path: Path) -> Build:
    (tmp_path / "content").mkdir()
    return open_site(PROJECT / "pelicanconf.py", tmp_path / "content").build


def config_of(build: Build, settings: EditingSettings | None = None) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(make_config(build, settings or EditingSettings()))
    return loaded


def collection(config: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(c for c in config["collections"] if c["name"] == name)
    return found


@pytest.mark.parametrize(("name", "kind"), [("articles", Kind.ARTICLE), ("pages", Kind.PAGE)])
def test_a_form_has_the_fields_that_the_checks_know_and_asks_for_the_same(
    build: Build, name: str, kind: Kind
) -> None:
    widgets = {w["name"]: w for w in collection(config_of(build), name)["fields"]}
    fields = [f for f in FIELDS if kind in f.allowed_in and f.key not in {"lang", "ignore"}]
    assert set(widgets) == {"body", *(f.key for f in fields)}
    for field in fields:
        assert widgets[field.key]["required"] == (kind in field.required_in)
        assert widgets[field.key]["label"].casefold() == field.label.casefold()
        assert widgets[field.key]["hint"] == HINTS[field.key]
    rows = widgets["attachments"]["fields"]
    assert [row["name"] for row in rows] == [field.key for field in ATTACHMENT_FIELDS]


def test_categories_are_the_offices_own_in_each_language(build: Build) -> None:
    config = config_of(build)
    for lang, name in (("vi", "articles"), ("en", "articles-en")):
        widgets = {w["name"]: w for w in collection(config, name)["fields"]}
        names = [section.name[lang] for section in build.office.categories]
        assert widgets["category"]["options"] == names


def test_without_a_host_nothing_is_asked_for_elsewhere_and_nothing_waits_for_review(
    build: Build,
) -> None:
    assert connections(EditingSettings()) == ""
    assert "publish_mode" not in config_of(build)


@pytest.mark.parametrize(
    ("settings", "hosts"),
    [
        (GITLAB, "https://gitlab.com"),
        (replace(GITLAB, base_url="https://git.tinh.example"), "https://git.tinh.example"),
        (
            EditingSettings(host="github", repository="so/tin", base_url="https://login.example"),
            "https://api.github.com https://github.com https://login.example",
        ),
    ],
)
def test_the_page_may_talk_to_its_git_host_only(settings: EditingSettings, hosts: str) -> None:
    assert connections(settings) == hosts


def test_a_host_is_logged_in_to_and_its_articles_wait_in_a_pull_request(build: Build) -> None:
    config = config_of(build, GITLAB)
    assert config["backend"] == {
        "name": "gitlab",
        "repo": "so/tin",
        "branch": "main",
        "app_id": "42",
        "auth_type": "pkce",
    }
    assert config["publish_mode"] == "editorial_workflow"
    assert "publish_mode" not in config_of(build, replace(GITLAB, review=False))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"host": "svn"}, "github, gitlab, gitea"),
        ({"host": "gitlab", "app_id": "1"}, "co-quan/cong-tin"),
        ({"host": "gitea", "repository": "a/b"}, "app_id"),
        ({"publish": True}, "host"),
    ],
)
def test_settings_that_could_save_nothing_are_refused(given: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        EditingSettings(**given)


def test_the_page_is_public_only_where_the_settings_ask_for_it(build: Build) -> None:
    build.cache_dir, build.output = build.project_dir / "cache", Output(build.project_dir / "out")
    publish_page(build)
    assert not build.output.folder.exists()
    build.options = {**build.options, EditingSettings: replace(GITLAB, publish=True)}
    with pytest.raises(SettingsError, match="make editor-page"):
        publish_page(build)
    made = build.cache_dir / "editor/admin"
    made.mkdir(parents=True)
    (made / "index.html").write_text("x", encoding="utf-8")
    publish_page(build)
    assert (build.output.folder / "admin/index.html").is_file()
