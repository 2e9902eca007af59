"""A build tells all it said, and whether it is good."""

from __future__ import annotations

import sys

import pytest

from tools.serve.building import run_build


@pytest.mark.parametrize(("code", "is_good"), [(0, True), (1, False)])
def test_the_exit_code_says_whether_a_build_is_good(code: int, *, is_good: bool) -> None:
    assert run_build([sys.executable, "-c", f"raise SystemExit({code})"]).is_good is is_good


def test_a_build_tells_what_it_wrote_to_both_streams() -> None:
    script = "import sys; print('Dựng', flush=True); sys.stderr.write('Ảnh thiếu')"
    assert run_build([sys.executable, "-X", "utf8", "-c", script]).text.splitlines() == [
        "Dựng",
        "Ảnh thiếu",
    ]


def test_a_build_in_no_known_encoding_is_still_told() -> None:
    script = r"import sys; sys.stdout.buffer.write(b'a\xffb')"
    assert run_build([sys.executable, "-c", script]).text == "a\ufffdb"


def test_the_gaps_between_the_columns_of_a_log_shrink_and_indents_stay() -> None:
    script = "print('LỖI' + ' ' * 90 + 'a.py:1'); print('    Cách sửa: thêm ảnh  ')"
    assert run_build([sys.executable, "-X", "utf8", "-c", script]).text == (
        "LỖI  a.py:1\n    Cách sửa: thêm ảnh"
    )
