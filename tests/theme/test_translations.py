"""The interface's words: the same in every language, each used, none missing."""

from __future__ import annotations

import json
import re
import string
import unicodedata
from pathlib import Path

import pytest

THEME = Path(__file__).resolve().parents[2] / "theme"
PLUGINS = THEME.parent / "plugins"
LANGUAGES = ("vi", "en")
TEXTS: dict[str, dict[str, str]] = {
    lang: json.loads((THEME / f"translations/{lang}.json").read_text("utf-8")) for lang in LANGUAGES
}
# Vietnamese has one form for any number; languages that have two add them.
_FORM = re.compile(r"_(one|other)$")
_USE = re.compile(r"""\bt\(\s*["'](\w+)["']\s*[,)]""")
# Keys that code puts together: t("language_" ~ lang), and "_".join(("bulletin", …)).
_COMPOSED = re.compile(r"""["']_["']\.join\(\(["'](\w+)["']""")
_BEGINNING = re.compile(r"""\bt\(\s*["'](\w+_)["']\s*~""")


def bases(lang: str) -> set[str]:
    return {_FORM.sub("", key) for key in TEXTS[lang]}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def sources() -> list[Path]:
    return [*THEME.rglob("templates/**/*.html"), *PLUGINS.rglob("*.py")]


def test_both_languages_have_the_same_keys() -> None:
    assert bases("vi") == bases("en")


@pytest.mark.parametrize("key", sorted(bases("vi")))
def test_a_text_has_the_same_places_in_every_language(key: str) -> None:
    wanted = places(TEXTS["vi"].get(key) or TEXTS["vi"][f"{key}_other"]) - {"count"}
    for lang in LANGUAGES:
        for name, text in TEXTS[lang].items():
            if _FORM.sub("", name) == key:
                # "1 page" may write its number out.
                found = places(text) - {"count"}
                assert found == wanted or (name.endswith("_one") and found < wanted), (lang, name)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_texts_are_written_and_in_normal_form(lang: str) -> None:
    for key, text in TEXTS[lang].items():
        assert text.strip() == text, key
        assert text, key
        assert unicodedata.is_normalized("NFC", text), key
        assert "..." not in text, key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_key_is_written_twice(lang: str) -> None:
    pairs = json.loads(
        (THEME / f"translations/{lang}.json").read_text("utf-8"), object_pairs_hook=list
    )
    keys = [key for key, _ in pairs]
    assert len(set(keys)) == len(keys)


def test_where_one_has_a_form_of_its_own_the_others_have_one_too() -> None:
    for lang in LANGUAGES:
        for key in TEXTS[lang]:
            base = _FORM.sub("", key)
            assert base in TEXTS[lang] or f"{base}_other" in TEXTS[lang], key


def test_every_text_that_is_asked_for_is_there() -> None:
    asked = {(key, path) for path in sources() for key in _USE.findall(path.read_text("utf-8"))}
    assert len(asked) > 30
    # A form may be asked for by its own name, for a script to choose from.
    missing = {(key, path.name) for key, path in asked if _FORM.sub("", key) not in bases("vi")}
    assert missing == set()
    for path in sources():
        for beginning in _BEGINNING.findall(path.read_text("utf-8")):
            assert any(key.startswith(beginning) for key in bases("vi")), beginning


def test_every_text_is_asked_for() -> None:
    code = "\n".join(path.read_text("utf-8") for path in sources())
    named = set(re.findall(r"""["'](\w+)["']""", code))
    parts = {*_BEGINNING.findall(code), *_COMPOSED.findall(code)}
    unused = {k for k in bases("vi") if k not in named and not any(k.startswith(p) for p in parts)}
    assert unused == set()
