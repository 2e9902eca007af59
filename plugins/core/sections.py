"""The office from its settings: each text in each language, every mistake told at once."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from plugins.core.office import Office, Section
from plugins.core.settings import SettingsError, suggest

_PLAIN = frozenset({"telephone", "email", "categories", "menu_pages", "footer_pages", "languages"})


def load_office(given: object) -> Office:
    """Return the office of the `SITE` section.

    A text may be one string for all languages, or a dict of them. Raises SettingsError that
    tells every unknown key, missing key and missing language.
    """
    if not isinstance(given, dict):
        message = "SITE: phải là một dict / must be a dict."
        raise SettingsError(message)
    wrong = [*_unknown_keys(given), *_missing_keys(given)]
    languages = tuple(given.get("languages", ("vi", "en")))
    texts = {k: v for k, v in given.items() if k not in _PLAIN}
    wrong += [m for key, text in texts.items() for m in _missing_languages(key, text, languages)]
    wrong += _category_mistakes(given.get("categories", ()), languages)
    if wrong:
        raise SettingsError("\n".join(wrong))
    return _build(given, texts, languages)


def _build(given: dict[str, Any], texts: dict[str, Any], languages: tuple[str, ...]) -> Office:
    values: dict[str, Any] = {key: _in_each(text, languages) for key, text in texts.items()}
    values |= {key: tuple(given.get(key, ())) for key in ("menu_pages", "footer_pages")}
    values["categories"] = tuple(
        Section(**{key: _in_each(row.get(key, ""), languages) for key in _ROW})
        for row in given["categories"]
    )
    values |= {key: given[key] for key in ("telephone", "email")}
    return Office(languages=languages, **values)


_ROW = ("name", "slug", "description")


def _in_each(text: str | dict[str, str], languages: tuple[str, ...]) -> dict[str, str]:
    return text if isinstance(text, dict) else dict.fromkeys(languages, text)


def _unknown_keys(given: dict[str, Any]) -> list[str]:
    known = [f.name for f in fields(Office)]
    return [
        f"SITE: không có mục “{key}” / no such key.{suggest(key, known)}"
        for key in given
        if key not in known
    ]


def _missing_keys(given: dict[str, Any]) -> list[str]:
    optional = {"menu_pages", "footer_pages", "languages"}
    return [
        f"SITE: thiếu mục “{f.name}” / the key is missing."
        for f in fields(Office)
        if f.name not in given and f.name not in optional
    ]


def _missing_languages(key: str, text: object, languages: tuple[str, ...]) -> list[str]:
    if isinstance(text, str):
        return []
    if not isinstance(text, dict):
        return [f"SITE: “{key}” phải là chữ / must be a text or one for each language."]
    return [
        f"SITE: “{key}” thiếu ngôn ngữ “{lang}” / the language is missing."
        for lang in languages
        if not text.get(lang)
    ]


def _category_mistakes(rows: object, languages: tuple[str, ...]) -> list[str]:
    if not isinstance(rows, list | tuple) or not rows:
        return ["SITE: “categories” phải có ít nhất một chuyên mục / at least one is needed."]
    return [
        mistake
        for row in rows
        for key in _ROW
        for mistake in _missing_languages(f"categories.{key}", row.get(key, ""), languages)
    ]
