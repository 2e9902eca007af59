"""Official documents as tagged PDF, in the form that offices give them."""

from __future__ import annotations

from html import escape
from pathlib import Path

from weasyprint import HTML

from tools.sample_attachments.sheets import Sheet, blocks_of, number_of, runs_of

ROOT = Path(__file__).parents[2]
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc")

STYLE = """
@font-face { font-family: Letter; src: url(theme/fonts/BeVietnamPro-Regular.ttf) }
@font-face { font-family: Letter; font-weight: bold; src: url(theme/fonts/BeVietnamPro-Bold.ttf) }
@page { size: A4; margin: 20mm 20mm 20mm 25mm }
@page { @bottom-center { content: counter(page); font: 9pt Letter } }
html { font: 10.5pt/1.55 Letter }
header { display: flex; gap: 6mm; text-align: center; font-weight: bold; font-size: 8pt }
header div { flex: 1 }
header p, .sign p { margin: 0 }
header p { white-space: nowrap }
.number, .place { font-weight: normal }
h1 { font-size: 14pt; text-align: center; margin: 9mm 0 0 }
.about { text-align: center; font-weight: bold; margin: 1mm 10mm 6mm }
h2 { font-size: 11pt; margin: 4mm 0 1mm; break-after: avoid }
table { border-collapse: collapse; width: 100%; margin: 3mm 0 }
th, td { border: 0.5pt solid #666; padding: 1.2mm 2mm; text-align: start; vertical-align: top }
.sign { margin: 8mm 0 0 90mm; text-align: center; font-weight: bold; break-inside: avoid }
.sign p + p { margin-top: 16mm }
"""


def make_pdf(sheet: Sheet) -> bytes:
    title = f"{sheet['kind'].capitalize()}: {sheet['about']}"
    html = (
        f'<html lang="vi"><title>{escape(title)}</title><style>{STYLE}</style>'
        f"<header><div>{_lines(sheet['issuer'], number_of(sheet))}</div>"
        f"<div>{_lines(*MOTTO)}<p class=place>{escape(sheet['place_and_date'])}</p></div></header>"
        f"<h1>{escape(sheet['kind'])}</h1><p class=about>{escape(sheet['about'])}</p>"
        + "".join(_html_of(kind, run) for kind, run in runs_of(blocks_of(sheet["body"])))
        + f"<div class=sign>{_lines(*sheet['signer'])}</div></html>"
    )
    pdf = HTML(string=html, base_url=f"{ROOT}/").write_pdf(pdf_variant="pdf/ua-1")
    return bytes(pdf)


def _lines(*texts: str) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def _html_of(kind: str, run: list[list[str]]) -> str:
    if kind == "row":
        head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in run[0])
        rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in run[1:])
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    tag = {"heading": "h2", "item": "li", "paragraph": "p"}[kind]
    html = "".join(f"<{tag}>{escape(cells[0])}</{tag}>" for cells in run)
    return f"<ul>{html}</ul>" if kind == "item" else html
