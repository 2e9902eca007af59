"""Each document gets its social picture, made once and kept in the cache as photos are."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest
from plugins.photos.cache import Entry
from plugins.photos.derivatives import Derivative, Derivatives, encode_jpeg
from plugins.photos.opening import open_photo
from plugins.photos.pixels import decode, upright_size
from plugins.photos.publishing import complete, folder_url, publish_files
from plugins.photos.social import (
    SIZE_PX,
    Style,
    draw_card,
    draw_on_photo,
    is_large_enough,
    load_style,
    style_digest,
    width_to_decode,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PIL import Image

    from plugins.core.build import Build
    from plugins.core.document import Document
    from plugins.photos.cache import Cache
    from plugins.photos.settings import PhotoSettings

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """A social picture to be made; `photo` is the cover's file, None where there is no cover."""

    title: str
    office: str
    photo: Path | None


def publish_social_pictures(
    build: Build, cache: Cache, settings: PhotoSettings, covers: Mapping[Document, str | None]
) -> None:
    """Set `extras.social` of each document; `covers` names its photo below the content folder."""
    try:
        style = load_style(build.theme_dir)
    except (OSError, KeyError) as error:
        log.warning("Không vẽ được ảnh chia sẻ, giao diện thiếu / the theme lacks: %s", error)
        return
    jobs = {document: _job(build, document, cover) for document, cover in covers.items()}
    base = style_digest(style)
    keys = {document: _key(base, job, document) for document, job in jobs.items()}
    wanted = {keys[document]: job for document, job in jobs.items()}
    make = partial(make_social_picture, settings, style)
    label = "Ảnh chia sẻ / Social pictures"
    entries = complete(cache, wanted, make, label=label, workers=settings.workers)
    url = folder_url(build)
    for document, key in keys.items():
        entry = entries[key]
        if isinstance(entry, Entry):
            publish_files(build, cache, entry)
            document.extras.social = f"{url}{entry.files[0].name}"


def make_social_picture(settings: PhotoSettings, style: Style, job: Job) -> Derivatives:
    """Return the social picture as the one derivative that it has."""
    photo = _open_large(job.photo, settings) if job.photo else None
    if photo is None:
        picture = draw_card(job.title, job.office, style)
    else:
        picture = draw_on_photo(photo, job.title, job.office, style)
    content = encode_jpeg(picture, settings.jpeg_quality)
    return Derivatives(0, (Derivative("jpg", *SIZE_PX, content),))


def _open_large(path: Path, settings: PhotoSettings) -> Image.Image | None:
    image = open_photo(path.name, path.read_bytes(), settings)
    size = upright_size(image)
    return decode(path.name, image, width_to_decode(size)) if is_large_enough(size) else None


def _job(build: Build, document: Document, cover: str | None) -> Job:
    # What a cover's file holds is told by the name of its derivatives: without one it is broken.
    has_cover = cover is not None and document.extras.cover is not None
    photo = build.content_dir / cover if has_cover and cover else None
    return Job(document.view.title, build.office.name[document.view.lang], photo)


def _key(base: str, job: Job, document: Document) -> str:
    cover = document.extras.cover
    photo = PurePosixPath(cover.full).name if cover and job.photo else ""
    return digest(base, job.title, job.office, photo)
