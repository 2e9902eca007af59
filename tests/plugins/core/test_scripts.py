"""Modules are joined as browsers would run them apart; what cannot be joined is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.scripts import ScriptError, bundle_scripts, read_module

THEME = Path(__file__).resolve().parents[3] / "theme/static/js"


def test_a_module_is_taken_apart() -> None:
    text = (
        '/** Lời. */\n\nimport { a, b as c } from "./other.js";\n\n'
        "// Bàn.\nexport const X = `${a}`; // giữ\n\n"
        'export async function go() {\n  await import("./later.js");\n}\n'
    )
    module = read_module("one-two.js", text)
    assert module.variable == "$one_two"
    assert module.imports == (("other.js", "a, b as c"),)
    assert module.exports == ("X", "go")
    assert module.later == ("later.js",)
    assert module.code == (
        'const X = `${a}`; // giữ\nasync function go() {\nawait import("./later.js");\n}'
    )


def test_what_is_imported_is_inside_and_what_comes_later_is_a_file() -> None:
    bundles = bundle_scripts(
        {
            "main.js": 'import { a } from "./a.js";\na(() => import("./b.js"));\n',
            "a.js": "export function a(f) { f(); }\n",
            "b.js": 'import { c } from "./c.js";\nexport const b = c;\n',
            "c.js": "export const c = 1;\n",
            "alone.js": "window.alone = 1;\n",
        }
    )
    assert set(bundles.files) == {"main.js", "b.js"}
    assert bundles.inside == {"main.js", "a.js", "b.js", "c.js"}
    assert "import" not in bundles.files["b.js"]
    assert bundles.files["main.js"] == (
        "const $a = (() => {\nfunction a(f) { f(); }\nreturn { a };\n})();\n"
        '(() => {\nconst { a } = $a;\na(() => import("./b.js"));\n})();\n'
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("export default 1;\n", "import, export"),
        ("export let x = 1;\n", "import, export"),
        ("const x = 1;\nexport { x };\n", "import, export"),
        ('export * from "./a.js";\n', "import, export"),
        ('import a from "./a.js";\n', "import, export"),
        ('import * as a from "./a.js";\n', "import, export"),
        ('import "./a.js";\n', "import, export"),
        ('import { a } from "https://a.example/a.js";\n', "import, export"),
        ('import { a } from "../a.js";\n', "import, export"),
        ("import { a } from './a.js';\n", "import, export"),
        ('  f(import("../a.js"));\n', r"import\(\)"),
        ("const x = import.meta.url;\n", "import.meta"),
        ("await fetch(x);\n", "await"),
        ("const x = await fetch(y);\n", "await"),
        ("const x = `\n// no comment\n`;\n", "`…`"),
        ("const x = `a` + `\n  /* no comment */`;\n", "`…`"),
        ('import { b } from "./a.js";\n', "a.js không có / does not export: b"),
        ('import { a } from "./none.js";\n', "không có / missing: none.js"),
        ('const f = () => import("./none.js");\n', "không có / missing: none.js"),
        ('import { d } from "./d.js";\n', "vòng lặp / a circle: .*main.js → d.js → main.js"),
    ],
)
def test_what_cannot_be_joined_is_told(text: str, told: str) -> None:
    sources = {
        "main.js": text,
        "a.js": "export const a = 1;\n",
        "d.js": 'import { x } from "./main.js";\nexport const d = 1;\n',
    }
    if "d.js" in text:
        sources["main.js"] += "export const x = 1;\n"
    with pytest.raises(ScriptError, match=f"^(main|d).js: .*{told}"):
        bundle_scripts(sources)


@given(st.text(alphabet="ab`/*\n '\"${}", max_size=60))
def test_only_lines_that_are_comments_go(text: str) -> None:
    try:
        code = read_module("a.js", text).code
    except ScriptError:
        return
    # Nothing is made up, and no word outside of a comment's first sign on is lost.
    assert code.count("\n") <= text.count("\n")
    for line in code.splitlines():
        assert line.strip() in text
    if "//" not in text and "/*" not in text:
        assert code.split() == text.split()


def test_the_theme_s_scripts_are_three_files_and_the_first_paint_is_none_of_them() -> None:
    sources = {path.name: path.read_text("utf-8") for path in THEME.glob("*.js")}
    bundles = bundle_scripts(sources)
    assert set(bundles.files) == {"main.js", "search.js", "read-aloud-player.js"}
    assert set(sources) - bundles.inside == {"first-paint.js"}
    assert bundle_scripts(dict(reversed(sources.items()))) == bundles
