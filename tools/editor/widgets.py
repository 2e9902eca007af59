"""Each field of the front matter as the editing page shows it: from the table that checks read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plugins.core.fields import ATTACHMENT_FIELDS, FIELDS, SUMMARY_LIMIT, Field, Type

if TYPE_CHECKING:
    from plugins.core.article import Kind
    from plugins.core.office import Office

Widget = dict[str, Any]

# The file's name says the language, reasons are written in the file; what is not shown is kept.
_NOT_SHOWN = frozenset({"lang", "ignore"})
_DATE_AND_TIME = {"format": "DD/MM/YYYY HH:mm", "date_format": "DD/MM/YYYY", "time_format": "HH:mm"}
_DATE_ONLY = {"format": "DD/MM/YYYY", "date_format": "DD/MM/YYYY", "time_format": False}
# Published first: a default is also written into an article that had no status, when it is saved.
_STATUSES = (("Bản nháp", "draft"), ("Đăng", "published"))

HINTS = {
    "title": "Viết như câu thường, không in hoa cả dòng.",
    "date": "Ngày ở tương lai: bài chờ đến ngày đó mới hiện.",
    "updated": "Chỉ ghi khi sửa bài đã đăng.",
    "category": "Mục mà bài nằm trong đó.",
    "tags": "Mỗi thẻ một dòng, viết thống nhất giữa các bài.",
    "author": "Hiện ở cuối bài.",
    "source": "Ghi khi lấy tin của nơi khác.",
    "summary": f"Một, hai câu, tối đa {SUMMARY_LIMIT} ký tự: hiện ở trang chủ và đầu bài.",
    "cover": "Không chọn thì lấy ảnh đầu tiên trong bài.",
    "pinned": "Giữ bài ở đầu trang chủ.",
    "status": "Bản nháp không hiện trên trang.",
    "attachments": "Tệp cho người đọc tải về.",
    "publish_from": "Bài chỉ hiện từ lúc này.",
    "expires": "Sau lúc này bài không còn hiện ở danh sách.",
    "aliases": "Địa chỉ trước đây của bài, để liên kết cũ vẫn dùng được.",
}
_ATTACHMENT_HINTS = {"file": "Đặt tên tệp không dấu.", "number": "Ví dụ: 12/QĐ-UBND."}


def list_widgets(kind: Kind, office: Office, lang: str) -> list[Widget]:
    """Return the widgets of an article's or a page's form, in the order of the fields."""
    shown = (f for f in FIELDS if kind in f.allowed_in and f.key not in _NOT_SHOWN)
    return [_widget(field, kind, office, lang) for field in shown]


def _widget(field: Field, kind: Kind, office: Office, lang: str) -> Widget:
    widget = _named(field, kind) | {"hint": HINTS.get(field.key, "")}
    return widget | (_special(field, kind, office, lang) or _TYPES[field.type])


def _named(field: Field, kind: Kind) -> Widget:
    return {
        "name": field.key,
        "label": field.label[0].upper() + field.label[1:],
        "required": kind in field.required_in,
    }


def _special(field: Field, kind: Kind, office: Office, lang: str) -> Widget:
    """Return how a field is filled in that its type alone does not tell; else nothing."""
    if field.key == "category":
        names = [section.name[lang] for section in office.categories]
        return {"widget": "select", "options": names, "default": names[0]}
    if field.key == "status":
        options = [{"label": label, "value": value} for label, value in _STATUSES]
        return {"widget": "select", "options": options, "default": "published"}
    if field.key == "summary":
        return {"widget": "text", "maxlength": SUMMARY_LIMIT}
    if field.key == "cover":
        return {"widget": "image", "choose_url": False}
    if field.type is Type.ATTACHMENTS:
        rows = [_attachment_widget(one, kind) for one in ATTACHMENT_FIELDS]
        return {"widget": "list", "label_singular": "tệp", "fields": rows}
    return {}


def _attachment_widget(field: Field, kind: Kind) -> Widget:
    widget = _named(field, kind) | {"hint": _ATTACHMENT_HINTS.get(field.key, "")}
    if field.key == "file":
        return widget | {"widget": "file", "choose_url": False}
    if field.type is Type.DATE:
        return widget | {"widget": "datetime", **_DATE_ONLY}
    return widget | _TYPES[field.type]


_TYPES: dict[Type, Widget] = {
    Type.TEXT: {"widget": "string"},
    Type.DATE: {"widget": "datetime", **_DATE_AND_TIME},
    Type.FLAG: {"widget": "boolean", "default": False},
    Type.WORDS: {"widget": "list"},
}
