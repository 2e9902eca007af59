"""Articles that an enemy wrote: each of many strings in every field, in the body, in file names.

A script that runs sets `window.hacked` to a number.
"""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from PIL import Image

from tests.site.building import make_photo

if TYPE_CHECKING:
    from pathlib import Path

RUN = "window.hacked=1"
_IMG = "<img src=anh.jpg alt=Hình"
STRINGS = (
    f"<script>{RUN}</script>",
    f'"><script>{RUN}</script>',
    f"'><script>{RUN}</script>",
    f"<SCRIPT/x>{RUN}</SCRIPT>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"<<script>{RUN};//<</script>",
    f"<script src=data:text/javascript,{RUN}></script>",
    f"{_IMG} onerror={RUN} onload={RUN}>",
    f'">{_IMG} onerror="{RUN}" onload="{RUN}">',
    f'<img/src="anh.jpg"/alt="Hình"/onload="{RUN}"/>',
    f"<IMG SRC=anh.jpg ALT=Hình ONLOAD\t=\n{RUN}>",
    f"<img src=anh.jpg alt='Hình`>{_IMG} onload={RUN}>`'>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f'<svg><a xlink:href="javascript:{RUN}"><text y="20">x</text></a></svg>',
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<math><mtext></p><style>{_IMG} onload={RUN}></style></mtext></math>",
    f"<math><mtext><table><mglyph><style><!--</style><img title='-->{_IMG} onload={RUN}>'>",
    f'<iframe srcdoc="<script>parent.{RUN[7:]}</script>"></iframe>',
    f'<iframe src="javascript:parent.{RUN[7:]}"></iframe>',
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}>x</details>",
    f"<input autofocus onfocus={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<audio src=x onerror={RUN}></audio>",
    f'<object data="javascript:{RUN}"></object>',
    f'<embed src="javascript:{RUN}">',
    f"<marquee onstart={RUN}>x</marquee>",
    f'<p onclick="{RUN}" onmouseover="{RUN}" style="position:fixed;inset:0">x</p>',
    f'<a href="javascript:{RUN}">x</a>',
    f'<a href="jav&#x09;ascript:{RUN}">x</a>',
    f'<a href="&#106;avascript&colon;{RUN}">x</a>',
    f'<a href="\x01javascript:{RUN}">x</a>',
    f'<a href="data:text/html,<script>opener.{RUN[7:]}</script>">x</a>',
    f'<form action="javascript:{RUN}"><button autofocus>x</button></form>',
    "<form id=document><input name=cookie></form><a id=hacked name=hacked>x</a>",
    f'<base href="javascript:/*"><link rel=stylesheet href="javascript:{RUN}">',
    f'<meta http-equiv=refresh content="0;url=javascript:{RUN}">',
    "<style>@import 'https://evil.example/x.css'; *{display:none}</style>",
    f"[x](javascript:{RUN})",
    f"[x](JaVaScRiPt&#58;{RUN})",
    f"[x](data:text/html,<script>{RUN}</script>)",
    f"[x](vbscript:{RUN})",
    f"[x][y]\n\n[y]: javascript:{RUN}",
    f"<javascript:{RUN}>",
    f'[x](/ "a\\" onmouseover=\\"{RUN}")',
    f'x {{: onclick="{RUN}" style="display:none" data-module="photo-dialog" }}',
    f"</title><script>{RUN}</script>",
    f"</textarea></noscript></template><script>{RUN}</script>",
    f"--><script>{RUN}</script><!--",
    f"]]><script>{RUN}</script><![CDATA[",
    f"</script><script>{RUN}</script>",
    f'<noscript><p title="</noscript>{_IMG} onload={RUN}>"></noscript>',
    f"<template><script>{RUN}</script></template>",
    f'<xmp><p title="</xmp>{_IMG} onload={RUN}>"></xmp>',
    f"{{{{ [].__class__.__mro__ }}}}{{% raw %}}<script>{RUN}</script>",
    f"&lt;script&gt;{RUN}&lt;/script&gt;&amp;lt;img src=x onerror={RUN}&amp;gt;",
    f"\u202e<script>{RUN}</script>\u2066\uff1cscript\uff1e\u2028",
    f"'-{RUN}-' \"+{RUN}+\" `${{{RUN}}}` \\u003cscript\\u003e{RUN}",
)
FILE_NAME_SIGNS = str.maketrans("/\n\t\\\x01", "\u2044    ")

_BODY = """\
![Một tấm ảnh]({photo})
*{c}*

{s}

## {s}

> {s}

1. {s}

| {c} | b |
|-----|---|
| {c} | x |

![Ảnh {a}](anh.jpg "Chú thích {a}")
*{c}*

![Tên {a}]({photo} "{a}")
*{c}*

![Chùm ảnh {a}]({photo})
![Chùm ảnh hai {a}](anh.jpg)
*{c}*

<p title='{q}' id='{q}'>x</p> <span lang='{q}'>x</span> [chữ](javascript:{u} "{a}") <https://a.example/?{u}>

x[^1] {{: #id{n} title="{a}" }}

[^1]: {s}

```{c}
{s}
```

    {c}

{s}
"""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _write_article(folder: Path, number: int, text: str) -> None:
    folder.mkdir(parents=True)
    stem = _one_line(text[:60].translate(FILE_NAME_SIGNS))
    name, photo = f"{stem}.csv", f"{stem}.jpg"
    (folder / name).write_text("a,b\n", "utf-8")
    Image.new("RGB", (96, 64), (4 * number, 255 - 4 * number, 90)).save(folder / photo)
    make_photo(folder / "anh.jpg", 1)
    fields = {
        "title": f"Bài {number} {text}",
        "summary": text,
        "tags": [f"Thẻ {number} {text}"],
        "author": text,
        "source": text,
        "cover": quote(photo),
        "attachments": [{"file": name, "title": text, "number": text}],
        "date": f"{number % 28 + 1:02}/01/2026",
        "category": "Tin tức",
        "ignore": {},
    }
    line = _one_line(text)
    body = _BODY.format(
        s=text,
        n=number,
        c=line.replace("|", "/"),
        a=line.replace('"', "'").replace(")", "&#41;"),
        q=escape(line),
        u=quote(line, safe="'\""),
        photo=quote(photo),
    )
    front = "".join(f"{k}: {json.dumps(v, ensure_ascii=True)}\n" for k, v in fields.items() if v)
    (folder / "index.md").write_text(f"---\n{front}---\n{body}", "utf-8")


def write_hostile_content(content: Path) -> None:
    """Write an article for each string, and a glossary that holds some."""
    for number, text in enumerate(STRINGS):
        _write_article(content / f"2026/bai-{number}", number, text)
    page = content / "pages/gioi-thieu/index.md"
    page.parent.mkdir(parents=True)
    page.write_text(
        f"---\ntitle: {json.dumps(STRINGS[1])}\nsummary: x\n---\n{STRINGS[0]}\n", "utf-8"
    )
    entries = {"QQQ": STRINGS[8], "x": STRINGS[1]}
    (content / "glossary.yml").write_text(json.dumps({"vi": entries}), "utf-8")
