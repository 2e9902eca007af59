"""From photos to what pages show: keys, cache, encoding, files in the output, `Picture`s."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from plugins.core.artifacts import link_or_copy
from plugins.core.document import Picture
from plugins.core.workers import map_in_order
from plugins.photos.cache import Cache, CachedFile, Entry
from plugins.photos.catalogue import PhotoError
from plugins.photos.derivatives import make_derivatives, recipe_digest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from plugins.core.build import Build
    from plugins.photos.settings import PhotoSettings

_FOLDER = "photos"


def publish_photos(
    build: Build, settings: PhotoSettings, names: Iterable[str]
) -> dict[str, Picture | PhotoError]:
    """Return the picture of each photo, named by its path below the content folder.

    Its files are in the output then. A photo that cannot be published has its error instead.
    """
    cache = Cache(build.cache_dir / _FOLDER, recipe_digest(settings))
    paths = {name: build.content_dir / name for name in dict.fromkeys(names)}
    keys = cache.keys_of(paths.values(), build.content_dir)
    entries = _complete(cache, settings, {keys[path]: path for path in paths.values()})
    pictures: dict[str, Picture | PhotoError] = {}
    for name, path in paths.items():
        entry = entries[keys[path]]
        pictures[name] = entry if isinstance(entry, PhotoError) else _publish(build, cache, entry)
    cache.sweep(settings.cache_days)
    return pictures


def _complete(
    cache: Cache, settings: PhotoSettings, paths: dict[str, Path]
) -> dict[str, Entry | PhotoError]:
    """Return the entry of every key, making those that the cache lacks."""
    found: dict[str, Entry | PhotoError] = dict(cache.find(paths))
    missing = [(key, path) for key, path in paths.items() if key not in found]
    encode = partial(_encode, cache, settings)
    made = map_in_order(encode, missing, label="Ảnh / Photos", workers=settings.workers)
    return found | {key: entry for (key, _), entry in zip(missing, made, strict=True)}


def _encode(cache: Cache, settings: PhotoSettings, job: tuple[str, Path]) -> Entry | PhotoError:
    key, path = job
    try:
        return cache.put(key, make_derivatives(path.name, path.read_bytes(), settings))
    except PhotoError as error:
        return error


def _publish(build: Build, cache: Cache, entry: Entry) -> Picture:
    for file in entry.files:
        link_or_copy(cache.folder / file.name, build.output_dir / _FOLDER / file.name)
    return picture_of(entry, build.urls.path(f"{_FOLDER}/"))


def picture_of(entry: Entry, url: str) -> Picture:
    """Return an entry as templates read it; `url` is the folder's that its files are in."""
    avif = [file for file in entry.files if file.extension == "avif"]
    jpeg = next(file for file in entry.files if file.extension == "jpg")
    largest = avif[0]
    return Picture(
        sources=(("image/avif", _srcset(avif, url)),),
        src=f"{url}{jpeg.name}",
        full=f"{url}{largest.name}",
        width_px=largest.width_px,
        height_px=largest.height_px,
        tone=entry.tone,
    )


def _srcset(files: Iterable[CachedFile], url: str) -> str:
    narrow_first = sorted(files, key=lambda file: file.width_px)
    return ", ".join(f"{url}{file.name} {file.width_px}w" for file in narrow_first)
