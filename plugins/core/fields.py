"""The fields of the front matter: one table that the reader, the checks and the docs share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from plugins.core.article import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable


class Type(Enum):
    """What a field's value must be; the value is how problems name it, with an example."""

    TEXT = ("một dòng chữ", "{key}: Hội nghị tổng kết năm 2021")
    DATE = ("một ngày", "{key}: 20/01/2021 08:00")
    FLAG = ("true hoặc false", "{key}: true")
    WORDS = ("một danh sách", "{key}: [chuyển đổi số, cải cách hành chính]")
    ATTACHMENTS = (
        "một danh sách các tệp, mỗi tệp có file và title",
        "{key}: [{{file: du-thao.pdf, title: Dự thảo Quyết định}}]",
    )

    REASONS = (
        "một danh sách mã cảnh báo, mỗi mã kèm lý do",
        "{key}: {{number-format: trích nguyên văn báo cáo tiếng Anh}}",
    )

    @property
    def expected(self) -> str:
        return self.value[0]

    def example(self, key: str) -> str:
        """Return a line that is right for the field `key`."""
        return self.value[1].format(key=key)


@dataclass(frozen=True, slots=True)
class Field:
    """One key of the front matter, its label for editors, and where it must be given."""

    key: str
    type: Type
    label: str
    label_en: str
    required_in: frozenset[Kind] = frozenset()
    allowed_in: frozenset[Kind] = frozenset(Kind)


_EVERYWHERE = frozenset(Kind)
_ARTICLES = frozenset({Kind.ARTICLE})

FIELDS = (
    Field("title", Type.TEXT, "tiêu đề", "title", _EVERYWHERE),
    Field("date", Type.DATE, "ngày giờ đăng", "date", _ARTICLES, _ARTICLES),
    Field("updated", Type.DATE, "ngày giờ cập nhật", "updated"),
    Field("category", Type.TEXT, "chuyên mục", "category", _ARTICLES, _ARTICLES),
    Field("tags", Type.WORDS, "thẻ", "tags", frozenset(), _ARTICLES),
    Field("author", Type.TEXT, "tác giả", "author"),
    Field("source", Type.TEXT, "nguồn tin", "source"),
    Field("summary", Type.TEXT, "tóm tắt", "summary", _EVERYWHERE),
    Field("cover", Type.TEXT, "ảnh đại diện", "cover photo"),
    Field("pinned", Type.FLAG, "ghim lên trang chủ", "pinned", frozenset(), _ARTICLES),
    Field("status", Type.TEXT, "trạng thái", "status"),
    Field("lang", Type.TEXT, "ngôn ngữ", "language"),
    Field("attachments", Type.ATTACHMENTS, "tệp đính kèm", "attachments"),
    Field("publish_from", Type.DATE, "đăng từ", "publish from"),
    Field("expires", Type.DATE, "hết hạn đăng", "expires"),
    Field("aliases", Type.WORDS, "địa chỉ cũ", "old addresses"),
    Field("ignore", Type.REASONS, "cảnh báo bỏ qua", "warnings to ignore"),
)

ATTACHMENT_FIELDS = (
    Field("file", Type.TEXT, "tên tệp", "file", _EVERYWHERE),
    Field("title", Type.TEXT, "tên văn bản", "title", _EVERYWHERE),
    Field("number", Type.TEXT, "số, ký hiệu", "number"),
    Field("date", Type.DATE, "ngày ban hành", "date"),
)


class Table(NamedTuple):
    """The fields that may be given in one place by their keys, and those that must be."""

    known: dict[str, Field]
    required: dict[str, Field]


def _table(fields: Iterable[Field], kind: Kind) -> Table:
    known = {f.key: f for f in fields if kind in f.allowed_in}
    return Table(known, {key: f for key, f in known.items() if kind in f.required_in})


TABLES = {kind: _table(FIELDS, kind) for kind in Kind}
ATTACHMENT_TABLE = _table(ATTACHMENT_FIELDS, Kind.ARTICLE)

# Two sentences; longer ones are cut off on cards and in search results.
SUMMARY_LIMIT = 320
