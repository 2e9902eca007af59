"""How heavy pages are, each against the budget of its template."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.audit.catalogue import problem
from plugins.core.settings import suggest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from plugins.audit.settings import AuditSettings
    from plugins.audit.site import Site
    from plugins.audit.ties import Ties
    from plugins.core.problems import Problem

_KIB = 1024
# What a weight is made of, by how a file's name ends; all else is photos.
_PARTS = {"css": "CSS", "js": "JS", "woff2": "phông chữ"}
_PHOTOS = "ảnh"


@dataclass(slots=True)
class Scales:
    """Weighs pages. `templates` are the templates' names by the pages' files, "" for no template.

    A page's first load is its HTML and each file of it that a browser asks for by itself, once:
    styles, scripts, fonts that are announced, and of each photo that is not lazy the heaviest copy
    in the format that is offered first.
    """

    site: Site
    settings: AuditSettings
    templates: Mapping[str, str]

    def find_heavy(self, pages: Iterable[Ties]) -> Iterator[Problem]:
        """Yield the pages that are over one of their budgets."""
        settings = self.settings
        for page in pages:
            name = self.templates.get(page.file, "")
            limit = settings.html_limits_kib.get(name, settings.html_limit_kib)
            yield from self._judge("page-heavy", page, Counter(HTML=page.size_bytes), limit)
            limit = settings.first_load_limits_kib.get(name, settings.first_load_limit_kib)
            yield from self._judge("page-first-load", page, self.weigh(page), limit)

    def _judge(
        self, code: str, page: Ties, weight: Counter[str], limit_kib: int
    ) -> Iterator[Problem]:
        size_kib = _kib(weight.total())
        if size_kib > limit_kib:
            yield problem(
                code,
                page.file,
                template=self.templates.get(page.file, ""),
                size_kib=size_kib,
                limit_kib=limit_kib,
                parts=", ".join(f"{name} {_kib(size)}" for name, size in weight.items()),
            )

    def weigh(self, page: Ties) -> Counter[str]:
        """Return the bytes of a page's first load by what they are."""
        weight = Counter(HTML=page.size_bytes)
        for place in sorted({self._heaviest(choice) for choice in page.first_load}):
            part = _PARTS.get(place.rpartition(".")[2], _PHOTOS)
            weight[part] += self.site.files.get(place, 0)
        return weight

    def _heaviest(self, choice: tuple[str, ...]) -> str:
        sizes = self.site.files
        return max(choice, key=lambda place: sizes.get(place, 0), default="")


def _kib(size_bytes: int) -> int:
    return -(-size_bytes // _KIB)


def find_unknown_templates(
    settings: AuditSettings, known: Collection[str], path: str
) -> Iterator[Problem]:
    """Yield each budget of a template that the theme lacks. `path` is the settings' file."""
    names = {**settings.html_limits_kib, **settings.first_load_limits_kib}
    for name in sorted(set(names) - set(known)):
        hint = suggest(name, sorted(known))
        yield problem("budget-unknown", path, name=name, hint=hint)
