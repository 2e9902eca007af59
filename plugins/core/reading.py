"""Reading a source: bytes become a view and a body in normal form, and problems."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from plugins.core.article import ORIGINAL_NAME, ArticleView, Kind, Status, Term
from plugins.core.catalogue import problem
from plugins.core.containment import is_inside
from plugins.core.dates import end_of
from plugins.core.fields import SUMMARY_LIMIT
from plugins.core.frontmatter import Parts, split_front_matter
from plugins.core.limits import Limits, find_long_line, is_too_large
from plugins.core.looks import note_moment
from plugins.core.settings import suggest
from plugins.core.source import Source
from plugins.core.text import clean, nfc, slugify
from plugins.core.values import Reading, read_values

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from plugins.core.office import Office
    from plugins.core.problems import Problem
    from plugins.core.urls import Urls

PAGES_FOLDER = "pages"


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading a source needs to know of the site. `now` decides what is in the future."""

    office: Office
    urls: Urls
    project_dir: Path
    content_dir: Path
    timezone: str
    now: datetime
    limits: Limits = field(default_factory=Limits)

    def read(self, path: Path) -> tuple[Source | None, list[Problem]]:
        """Return the source at `path`, or None where it cannot be one, and all its problems."""
        # Texts, since each Path that is made of another costs more than a field that is read.
        written = path.as_posix()
        name = self._name_in_problems(written)
        lang = self._lang_of(path.name)
        if lang is None:
            names = "|".join(self.office.languages[1:])
            return None, [problem("file-name", name, 1, name=path.name, languages=names)]
        if not is_inside(written, self.content_dir):
            return None, [problem("file-outside", name, 1)]
        if is_too_large(path, self.limits):
            return None, [problem("file-large", name, 1, limit=self.limits.source_kib)]
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError:
            return None, [problem("file-encoding", name, 1)]
        unix = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        long_line = find_long_line(unix, self.limits)
        if long_line:
            limit = self.limits.line_characters
            return None, [problem("line-long", name, long_line, limit=limit)]
        return self._read_text(clean(unix), path, name, lang)

    def _read_text(
        self, text: str, path: Path, name: str, lang: str
    ) -> tuple[Source | None, list[Problem]]:
        parts = split_front_matter(text, name)
        if not parts.fields:
            return None, list(parts.problems) or [problem("frontmatter-missing", name, 1)]
        place = nfc(_below(path.as_posix(), self.content_dir))
        kind = Kind.PAGE if place.startswith(f"{PAGES_FOLDER}/") else Kind.ARTICLE
        reading = Reading(name, self.timezone, list(parts.problems))
        values = read_values(reading, kind, parts.fields)
        folder = path.parent
        view = self._view(_Found(place, str(folder), kind, lang, values, parts, reading))
        source = Source(name, folder, view, parts.body, parts.body_line)
        return source, reading.problems

    def _lang_of(self, file_name: str) -> str | None:
        names = {f"index.{lang}.md": lang for lang in self.office.languages[1:]}
        return {ORIGINAL_NAME: self.office.languages[0], **names}.get(file_name)

    def _name_in_problems(self, path: str) -> str:
        is_below = path.startswith(f"{self.project_dir.as_posix()}/")
        return nfc(_below(path, self.project_dir if is_below else self.content_dir))

    def _view(self, found: _Found) -> ArticleView:
        self._check(found)
        values = found.values
        slug = slugify(found.key.rpartition("/")[2]) or "bai"
        url = self._url(found, slug)
        return ArticleView(
            kind=found.kind,
            path=found.place,
            folder=found.folder,
            key=found.key,
            lang=found.lang,
            slug=slug,
            url=url,
            save_as=self.urls.save_as(url),
            # A title that is missing has its problem already; the rest is still to be checked.
            title=values.get("title", slug),
            summary=values.get("summary", ""),
            status=self._status(values),
            date=values.get("date"),
            updated=values.get("updated"),
            category=self._category(found),
            tags=self._tags(found),
            lines=tuple((one.key, one.line) for one in found.parts.fields),
            **{k: values[k] for k in _AS_THEY_ARE if k in values},
        )

    def _url(self, found: _Found, slug: str) -> str:
        if found.kind is Kind.PAGE:
            return self.urls.static_page(found.lang, slug)
        if "date" not in found.values:
            # Its problem stops the build; until then it collides with no other.
            return self.urls.draft(found.lang, found.key)
        return self.urls.article(found.lang, found.values["date"], slug)

    def _status(self, values: dict[str, Any]) -> Status:
        if values.get("status", "published") != "published":
            return Status.DRAFT
        starts = [values[key] for key in ("date", "publish_from") if key in values]
        ends = [end_of(values["expires"])] if "expires" in values else []
        for moment in (*starts, *ends):
            note_moment(moment)
        if any(end <= self.now for end in ends):
            return Status.EXPIRED
        return Status.SCHEDULED if max(starts, default=self.now) > self.now else Status.PUBLISHED

    def _tags(self, found: _Found) -> tuple[Term, ...]:
        words = ((slugify(word), word) for word in found.values.get("tags", ()))
        return tuple(Term(s, w, self.urls.tag(found.lang, s)) for s, w in words if s)

    def _category(self, found: _Found) -> Term | None:
        name = found.values.get("category")
        sections = {section.name[found.lang]: section for section in self.office.categories}
        if name not in sections:
            return None
        slug = sections[name].slug[found.lang]
        return Term(slug, name, self.urls.category(found.lang, slug))

    def _check(self, found: _Found) -> None:
        values, line_of, complain = found.values, found.line_of, found.reading.complain
        names = [section.name[found.lang] for section in self.office.categories]
        category = values.get("category")
        if category is not None and category not in names:
            hint = suggest(category, names)
            known = ", ".join(names)
            line = line_of("category")
            complain("category-unknown", line, value=category, suggestion=hint, known=known)
        status = values.get("status", "published")
        if status not in _STATUSES:
            hint = suggest(status, list(_STATUSES))
            complain("status-unknown", line_of("status"), value=status, suggestion=hint)
        if values.get("lang", found.lang) != found.lang:
            complain("lang-differs", line_of("lang"), value=values["lang"], lang=found.lang)
        length = len(values.get("summary", ""))
        if length > SUMMARY_LIMIT:
            complain("summary-long", line_of("summary"), length=length, limit=SUMMARY_LIMIT)


def _below(path: str, folder: Path) -> str:
    return path.removeprefix(f"{folder.as_posix()}/")


_STATUSES = ("published", "draft")
_AS_THEY_ARE = ("author", "source", "cover", "pinned", "attachments", "aliases", "ignore")


@dataclass(frozen=True, slots=True)
class _Found:
    """What is known of a document before it is a view."""

    place: str
    folder: str
    kind: Kind
    lang: str
    values: dict[str, Any]
    parts: Parts
    reading: Reading

    @property
    def key(self) -> str:
        """Return the folder below the content folder, "." where the document lies in that."""
        return self.place.rpartition("/")[0] or "."

    def line_of(self, key: str) -> int:
        return next((one.line for one in self.parts.fields if one.key == key), 1)
