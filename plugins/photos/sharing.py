"""Each document gets its social picture, made once and kept in the cache as photos are."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from plugins.core.artifacts import digest
from plugins.core.style import Style, load_style
from plugins.photos.bodies import cover_of
from plugins.photos.cache import Entry
from plugins.photos.derivatives import Derivative, Derivatives, encode_jpeg
from plugins.photos.opening import open_photo
from plugins.photos.pixels import decode, upright_size
from plugins.photos.publishing import complete, folder_url, publish_files
from plugins.photos.social import (
    SIZE_PX,
    draw_card,
    draw_on_photo,
    is_large_enough,
    style_digest,
    width_to_decode,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PIL import Image

    from plugins.core.build import Build
    from plugins.core.document import Document, Picture
    from plugins.photos.cache import Cache
    from plugins.photos.settings import PhotoSettings

log = logging.getLogger(__name__)


class Job(NamedTuple):
    """A social picture to be made; `photo` is the cover's path below the content folder, or ""."""

    title: str
    office: str
    photo: str


def publish_social_pictures(build: Build, cache: Cache, settings: PhotoSettings) -> None:
    """Set `extras.social` of each document, whose `extras.cover` is set."""
    try:
        style = load_style(build.theme_dir)
    except (OSError, KeyError) as error:
        log.warning("Không vẽ được ảnh chia sẻ, giao diện thiếu / the theme lacks: %s", error)
        return
    base, office = style_digest(style), build.office.name
    jobs: dict[str, Job] = {}
    documents: dict[str, list[Document]] = {}
    for document in build.documents:
        job = _job(document, office)
        key = _key(base, job, document.extras.cover)
        jobs[key] = job
        documents.setdefault(key, []).append(document)
    make = partial(make_social_picture, settings, style, build.content_dir)
    label = "Ảnh chia sẻ / Social pictures"
    entries = complete(cache, jobs, make, label=label, workers=settings.workers)
    publish_files(build, cache, entries.values())
    url = folder_url(build)
    for key, entry in entries.items():
        if isinstance(entry, Entry):
            for document in documents[key]:
                document.extras.social = f"{url}{entry.files[0].name}"


def make_social_picture(
    settings: PhotoSettings, style: Style, content_dir: Path, job: Job
) -> Derivatives:
    """Return the social picture as the one derivative that it has."""
    photo = _open_large(content_dir / job.photo, settings) if job.photo else None
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


def _job(document: Document, office: Mapping[str, str]) -> Job:
    view, extras = document.view, document.extras
    # A cover that was named but is not set is broken.
    photo = cover_of(extras.photos) if extras.cover else ""
    return Job(view.title, office[view.lang], photo)


def _key(base: str, job: Job, cover: Picture | None) -> str:
    # What a cover's file holds is told by the name of its derivatives.
    photo = cover.full.rpartition("/")[2] if cover else ""
    return digest(base, job.title, job.office, photo)
