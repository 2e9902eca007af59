"""Wrong settings are refused, and a machine without Pango is told what to install."""

from __future__ import annotations

import re
from typing import Any

import pytest

from plugins.core.settings import SettingsError, load
from plugins.paper import libraries, settings
from plugins.paper.settings import PaperSettings


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"cache_days": 0}, "cache_days"),
        ({"preview_address": "localhost:8000"}, "preview_address"),
        ({"requierd": True}, "Did you mean “required”?"),
    ],
)
def test_wrong_settings_are_refused(given: dict[str, Any], said: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(said)):
        load("PAPER", PaperSettings, given)


def test_without_pango_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "find_missing_libraries", lambda: ("Pango", "PangoFT2"))
    with pytest.raises(SettingsError) as caught:
        load("PAPER", PaperSettings, {})
    assert str(caught.value) == (
        "PAPER: máy này thiếu Pango, PangoFT2 nên không làm được PDF. Hãy cài: /\n"
        "these are missing, so no PDF can be made. Install them:\n"
        "  Debian, Ubuntu:  sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0\n"
        "  Fedora:          sudo dnf install pango harfbuzz\n"
        "  macOS:           brew install pango\n"
        "  Windows (MSYS2): pacman -S mingw-w64-ucrt-x86_64-pango\n"
        'Hoặc đặt PAPER = {"required": False} để dựng trang không có PDF. /\n'
        "Or set it to build the site without PDFs."
    )


def test_a_build_may_go_on_without_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "find_missing_libraries", lambda: ("Pango",))
    assert not load("PAPER", PaperSettings, {"required": False}).required


def test_this_machine_has_what_prints() -> None:
    assert libraries.find_missing_libraries() == ()
    assert re.fullmatch(r"\d+\.\d+\.\d+ \d+\.\d+\.\d+", libraries.tell_versions())


def test_a_library_that_is_not_there_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(libraries._LIBRARIES, "Pango", ("libpango-of-another-world.so",))
    libraries.find_missing_libraries.cache_clear()
    try:
        assert libraries.find_missing_libraries() == ("Pango",)
    finally:
        libraries.find_missing_libraries.cache_clear()
