"""The office from its settings: each text in each language, every mistake told at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from plugins.core.office import Office, Section
from plugins.core.settings import SettingsError, suggest
from plugins.core.text import nfc, slugify
from plugins.core.urls import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN = ("telephone", "email")
_LISTS = ("menu_pages", "footer_pages", "languages")
_ROW = tuple(f.name for f in fields(Section))


def load_office(given: object, default_lang: str = "vi") -> Office:
    """Return the office of the `SITE` section.

    A text may be one string for all languages, or a dict of them. Raises SettingsError that
    tells every unknown key, missing key, missing language and wrong category.
    """
    if not isinstance(given, dict):
        message = "SITE: phải là một dict / must be a dict."
        raise SettingsError(message)
    wrong = [*_mistaken_keys(given), *_mistaken_lists(given)]
    if not wrong:
        wrong = list(_mistaken_values(given, default_lang))
    if wrong:
        raise SettingsError("\n".join(wrong))
    return _build(given)


def _languages(given: dict[str, Any]) -> tuple[str, ...]:
    return tuple(given.get("languages", Office.__dataclass_fields__["languages"].default))


def _texts(given: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in given.items() if k not in (*_PLAIN, *_LISTS, "categories")}


def _build(given: dict[str, Any]) -> Office:
    languages = _languages(given)
    values: dict[str, Any] = {k: _in_each(text, languages) for k, text in _texts(given).items()}
    values |= {key: tuple(given[key]) for key in _LISTS if key in given}
    values |= {key: given[key] for key in _PLAIN}
    sections = (
        Section(**{key: _in_each(row[key], languages) for key in _ROW})
        for row in given["categories"]
    )
    return Office(categories=tuple(sections), **values)


def _in_each(text: str | dict[str, str], languages: tuple[str, ...]) -> dict[str, str]:
    given = text if isinstance(text, dict) else dict.fromkeys(languages, text)
    return {lang: nfc(given[lang]) for lang in languages}


def _mistaken_keys(given: dict[str, Any]) -> Iterator[str]:
    known = [f.name for f in fields(Office)]
    for key in given:
        if key not in known:
            hint = suggest(str(key), known)
            yield f"SITE: không có mục “{key}” / no such key.{hint}"
    for key in known:
        if key not in given and key not in _LISTS:
            yield f"SITE: thiếu mục “{key}” / the key is missing."


def _mistaken_lists(given: dict[str, Any]) -> Iterator[str]:
    for key in _LISTS:
        rows = given.get(key, ())
        if not isinstance(rows, list | tuple) or not all(isinstance(row, str) for row in rows):
            yield f"SITE: “{key}” phải là một danh sách chữ / must be a list of texts."
    rows = given.get("categories", [{}])
    if not isinstance(rows, list | tuple) or not rows:
        yield "SITE: “categories” phải có ít nhất một chuyên mục / at least one is needed."
    elif not all(isinstance(row, dict) for row in rows):
        yield "SITE: mỗi dòng của “categories” phải là một dict / each row must be a dict."


def _mistaken_values(given: dict[str, Any], default_lang: str) -> Iterator[str]:
    languages = _languages(given)
    yield from _mistaken_languages(languages, default_lang)
    for key in _PLAIN:
        if not isinstance(given[key], str):
            yield f"SITE: “{key}” phải là chữ / must be a text."
    for key, text in _texts(given).items():
        yield from _missing_languages(key, text, languages)
    for row in given["categories"]:
        yield from _mistaken_row(row, languages)
    for lang in languages:
        yield from _mistaken_slugs(given["categories"], lang)


def _mistaken_languages(languages: tuple[str, ...], default_lang: str) -> Iterator[str]:
    for lang in languages:
        if lang not in WORDS:
            known = ", ".join(WORDS)
            yield f"SITE: không có ngôn ngữ “{lang}” / no such language: {known}."
    if languages[:1] != (default_lang,):
        yield (
            f"SITE: ngôn ngữ đầu tiên phải là “{default_lang}”, như DEFAULT_LANG / "
            "the first language must be that of DEFAULT_LANG."
        )


def _missing_languages(key: str, text: object, languages: tuple[str, ...]) -> Iterator[str]:
    if isinstance(text, str) and text:
        return
    if not isinstance(text, dict):
        yield f"SITE: “{key}” phải là chữ / must be a text or one for each language."
        return
    for lang in languages:
        if not isinstance(text.get(lang), str) or not text[lang]:
            yield f"SITE: “{key}” thiếu ngôn ngữ “{lang}” / the language is missing."


def _mistaken_row(row: dict[str, Any], languages: tuple[str, ...]) -> Iterator[str]:
    for key in row:
        if key not in _ROW:
            hint = suggest(str(key), list(_ROW))
            yield f"SITE: “categories” không có mục “{key}” / no such key.{hint}"
    for key in _ROW:
        if key not in row:
            yield f"SITE: “categories” thiếu mục “{key}” / the key is missing."
        else:
            yield from _missing_languages(f"categories.{key}", row[key], languages)


def _mistaken_slugs(rows: list[dict[str, Any]], lang: str) -> Iterator[str]:
    given = [row.get("slug", "") for row in rows]
    slugs = [slug.get(lang, "") if isinstance(slug, dict) else slug for slug in given]
    for slug, count in Counter(map(str, slugs)).items():
        if slug != slugify(slug):
            right = slugify(slug)
            yield f"SITE: slug “{slug}” phải viết không dấu: “{right}” / must be plain ASCII."
        elif slug and count > 1:
            yield f"SITE: hai chuyên mục có cùng slug “{slug}” / two categories have one slug."
