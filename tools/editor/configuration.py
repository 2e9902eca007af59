"""The editing page's config.yml, made of the fields that the checks read and the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from plugins.core.article import Kind
from plugins.core.reading import PAGES_FOLDER
from tools.editor.widgets import list_widgets

if TYPE_CHECKING:
    from plugins.core.build import Build
    from plugins.editing.settings import EditingSettings

_BUTTONS = ["bold", "italic", "link", "heading-two", "heading-three", "heading-four", "quote"]
_FIRST = ("title", "date", "category", "summary", "status", "cover")
_LISTS = ["bulleted-list", "numbered-list"]
# What the page talks to, by host; its content security policy lets it talk to nobody else.
_GITHUB = "https://api.github.com https://github.com"
_USUAL = {"gitlab": "https://gitlab.com", "gitea": "https://gitea.com"}


def make_config(build: Build, settings: EditingSettings) -> str:
    """Return the text of config.yml."""
    config = {
        "backend": _backend(settings),
        "load_config_file": True,
        "app_title": build.office.short_name[build.office.languages[0]],
        "media_folder": build.content_dir.name,
        "public_folder": f"/{build.content_dir.name}",
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "output": {"omit_empty_optional_fields": True, "encode_file_path": False},
        # Names for URLs; and no offers from other hosts, which the page may not talk to.
        "media_libraries": {
            "default": {"config": {"slugify_filename": True}},
            "stock_assets": {"providers": []},
        },
        "collections": [*_collections(build)],
    }
    if build.urls.site_url:
        config["site_url"] = build.urls.site_url
    if settings.host and settings.review:
        config["publish_mode"] = "editorial_workflow"
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=100)


def connections(settings: EditingSettings) -> str:
    """Return the hosts that the page may talk to, for its content security policy."""
    if settings.host == "github":
        return f"{_GITHUB} {settings.base_url}".strip()
    return settings.base_url or _USUAL.get(settings.host, "")


def _backend(settings: EditingSettings) -> dict[str, Any]:
    if not settings.host:
        # The page wants a name; on this machine it works on the folder that the editor chooses.
        return {"name": "gitea", "repo": "may-nay/cong-tin", "branch": "main", "app_id": "local"}
    backend = {"name": settings.host, "repo": settings.repository, "branch": settings.branch}
    if settings.host != "github":
        backend |= {"app_id": settings.app_id, "auth_type": "pkce"}
    return backend | ({"base_url": settings.base_url} if settings.base_url else {})


def _collections(build: Build) -> list[dict[str, Any]]:
    lang, *others = build.office.languages
    found = [_articles(build, "articles", "Tin bài", lang, "index")]
    found += [
        _articles(build, f"articles-{one}", f"Bản dịch ({one})", one, f"index.{one}")
        | {"create": False}
        for one in others
    ]
    pages = {
        "name": "pages",
        "label": "Trang tĩnh",
        "label_singular": "trang",
        "folder": f"{build.content_dir.name}/{PAGES_FOLDER}",
        "path": "{{slug}}/index",
        "summary": "{{title}}",
        "fields": _form(build, Kind.PAGE, lang),
        **_SHARED,
    }
    return [*found, pages]


_NEWEST_FIRST = {"field": "date", "direction": "descending"}
_SHARED: dict[str, Any] = {
    "create": True,
    "extension": "md",
    "format": "yaml-frontmatter",
    # Photos lie beside the article that shows them.
    "media_folder": "",
    "public_folder": "",
    "identifier_field": "title",
}


def _articles(build: Build, name: str, label: str, lang: str, file: str) -> dict[str, Any]:
    return {
        "name": name,
        "label": label,
        "label_singular": "bài",
        "folder": build.content_dir.name,
        "path": "{{year}}/{{slug}}/" + file,
        "slug": "{{title}}",
        # Static pages lie below the same folder; only articles have a category.
        "filter": {
            "field": "category",
            "value": [section.name[lang] for section in build.office.categories],
        },
        "summary": "{{date}} – {{title}}",
        "sortable_fields": {
            "fields": ["date", "title"],
            "default": {"field": "date", "direction": "descending"},
        },
        "fields": _form(build, Kind.ARTICLE, lang),
        **_SHARED,
    }


def _form(build: Build, kind: Kind, lang: str) -> list[dict[str, Any]]:
    body = {
        "name": "body",
        "label": "Nội dung",
        "widget": "markdown",
        "buttons": [*_BUTTONS, *_LISTS],
        "editor_components": ["gallery", "photo", "table"],
        "hint": "Đề mục bắt đầu từ cấp 2. Ảnh, bộ ảnh, bảng: bấm “Chèn”.",
    }
    widgets = list_widgets(kind, build.office, lang)
    # What every article needs comes first, then the text, then what few articles have.
    first = [w for key in _FIRST for w in widgets if w["name"] == key]
    return [*first, body, *(w for w in widgets if w["name"] not in _FIRST)]
