"""Writes all sample attachments beside their articles: `python -m tools.sample_attachments`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from tools.sample_attachments.excel import make_csv, make_xlsx
from tools.sample_attachments.pdf import make_pdf
from tools.sample_attachments.word import make_docx

if TYPE_CHECKING:
    from tools.sample_attachments.sheets import Sheet

CONTENT = Path(__file__).parents[2] / "content"
TEXTS = Path(__file__).with_name("attachments.yml")
LIMIT_BYTES = 60_000
MAKERS = {".pdf": make_pdf, ".docx": make_docx, ".xlsx": make_xlsx, ".csv": make_csv}


def main() -> None:
    sheets: dict[str, Sheet] = yaml.safe_load(TEXTS.read_text("utf-8"))
    for name, sheet in sheets.items():
        path = CONTENT / name
        content = MAKERS[path.suffix](sheet)
        if len(content) > LIMIT_BYTES:
            raise SystemExit(f"{name}: {len(content)} bytes, limit {LIMIT_BYTES}")
        path.write_bytes(content)
        print(f"{len(content):7,} {name}")


if __name__ == "__main__":
    main()
