"""Each document gets its social picture, made once and kept in the cache as photos are."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

from plugins.core.artifacts import digest
from plugins.core.executor import Task
from plugins.core.style import Style, load_style
from plugins.photos.bodies import cover_of
from plugins.photos.catalogue import PhotoError
from plugins.photos.derivatives import Derivative, Derivatives, encode_jpeg, list_versions
from plugins.photos.entries import Entry
from plugins.photos.opening import open_photo
from plugins.photos.pixels import decode, upright_size
from plugins.photos.publishing import folder_url, publish
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
    base, office = digest(style_digest(style), str(settings.jpeg_quality)), build.office.name
    jobs: dict[str, Job] = {}
    documents: dict[str, list[Document]] = {}
    for document in build.documents:
        job = _job(document, office)
        key = _key(base, job, document.extras.cover)
        jobs[key] = job
        documents.setdefault(key, []).append(document)
    task = Task("Ảnh chia sẻ / Social pictures", _make, (settings, style), versions=list_versions)

    def read(job: Job) -> tuple[Job, bytes]:
        return job, (build.content_dir / job.photo).read_bytes() if job.photo else b""

    entries = publish(build, cache, jobs, task, read)
    url = folder_url(build)
    for key, entry in entries.items():
        if isinstance(entry, Entry):
            for document in documents[key]:
                document.extras.social = f"{url}{entry.names[0]}"


def _make(shared: tuple[PhotoSettings, Style], item: tuple[Job, bytes]) -> Derivatives | PhotoError:
    try:
        return make_social_picture(*shared, *item)
    except PhotoError as error:
        return error


def make_social_picture(
    settings: PhotoSettings, style: Style, job: Job, content: bytes
) -> Derivatives:
    """Return the social picture as the one derivative that it has; `content` is the photo's."""
    photo = _open_large(job.photo, content, settings) if job.photo else None
    if photo is None:
        picture = draw_card(job.title, job.office, style)
    else:
        picture = draw_on_photo(photo, job.title, job.office, style)
    made = encode_jpeg(picture, settings.jpeg_quality)
    return Derivatives(0, (Derivative("jpg", *SIZE_PX, made),))


def _open_large(photo: str, content: bytes, settings: PhotoSettings) -> Image.Image | None:
    name = photo.rpartition("/")[2]
    image = open_photo(name, content, settings)
    size = upright_size(image)
    return decode(name, image, width_to_decode(size)) if is_large_enough(size) else None


def _job(document: Document, office: Mapping[str, str]) -> Job:
    view, extras = document.view, document.extras
    # A cover that was named but is not set is broken.
    photo = cover_of(extras.photos) if extras.cover else ""
    return Job(view.title, office[view.lang], photo)


def _key(base: str, job: Job, cover: Picture | None) -> str:
    # What a cover's file holds is told by the name of its derivatives.
    photo = cover.full.rpartition("/")[2] if cover else ""
    return digest(base, job.title, job.office, photo)
