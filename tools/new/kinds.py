"""The kinds of article that an office writes again and again, each with its own beginning."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.core.office import Office

_TEMPLATES = Path(__file__).with_name("templates")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind: `name` is what editors type, `category_slug` the category it belongs to."""

    name: str
    name_en: str
    label: str
    category_slug: str
    summary: str

    @property
    def body(self) -> str:
        return (_TEMPLATES / f"{self.name}.md").read_text("utf-8")

    def category_in(self, office: Office) -> str:
        """Return the category's name; an office without such a category has its first."""
        lang = office.languages[0]
        by_slug = {section.slug[lang]: section.name[lang] for section in office.categories}
        return by_slug.get(self.category_slug, office.categories[0].name[lang])


KINDS = (
    Kind("tin", "news", "tin tức", "tin-tuc", "Ai, làm gì, ở đâu, khi nào: một, hai câu."),
    Kind("thong-bao", "notice", "thông báo", "thong-bao", "Thông báo việc gì, từ khi nào, cho ai."),
    Kind(
        "hoi-nghi",
        "conference",
        "tin hội nghị",
        "tin-tuc",
        "Hội nghị gì, ai chủ trì, kết luận quan trọng nhất là gì.",
    ),
    Kind(
        "lay-y-kien",
        "consultation",
        "lấy ý kiến dự thảo",
        "lay-y-kien",
        "Dự thảo về việc gì, ai được mời góp ý, đến hết ngày nào.",
    ),
)


def find_kind(name: str) -> Kind | None:
    return next((kind for kind in KINDS if name.lower() in {kind.name, kind.name_en}), None)
