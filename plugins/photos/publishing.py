"""From photos to published files: keys, cache, encoding, places in the output."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from plugins.core.workers import map_in_order
from plugins.photos.cache import Cache, Entry
from plugins.photos.catalogue import PhotoError
from plugins.photos.derivatives import make_derivatives, recipe_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from plugins.core.build import Build
    from plugins.photos.derivatives import Derivatives
    from plugins.photos.settings import PhotoSettings

Job = TypeVar("Job")

_FOLDER = "photos"


def open_cache(build: Build, settings: PhotoSettings) -> Cache:
    return Cache(build.cache_dir / _FOLDER, recipe_digest(settings))


def publish_photos(
    build: Build, cache: Cache, settings: PhotoSettings, names: Iterable[str]
) -> dict[str, Entry | PhotoError]:
    """Return the entry of each photo, named by its path below the content folder.

    Its files are in the output then. A photo that cannot be published has its error instead.
    """
    wanted = dict.fromkeys(names)
    keys = cache.keys_of(wanted, build.content_dir)
    jobs = {key: name for name, key in keys.items()}
    make = partial(_make, settings, build.content_dir)
    entries = complete(cache, jobs, make, label="Ảnh / Photos", workers=settings.workers)
    publish_files(build, cache, entries.values())
    return {n: entries[keys[n]] if n in keys else _absence(build.content_dir / n) for n in wanted}


def _absence(path: Path) -> PhotoError:
    """Return why a photo that an article names cannot be read."""
    if path.exists():
        return PhotoError("photo-broken", name=path.name, detail="không có quyền đọc tệp")
    return PhotoError("photo-missing", name=path.name, suggestion="")


def complete(
    cache: Cache,
    jobs: Mapping[str, Job],
    make: Callable[[Job], Derivatives],
    *,
    label: str,
    workers: int | None,
) -> dict[str, Entry | PhotoError]:
    """Return the entry of every key, making from its job what the cache lacks."""
    found: dict[str, Entry | PhotoError] = dict(cache.find(jobs))

    def put(key: str) -> Entry | PhotoError:
        try:
            return cache.put(key, make(jobs[key]))
        except PhotoError as error:
            return error

    missing = [key for key in jobs if key not in found]
    made = map_in_order(put, missing, label=label, workers=workers)
    return found | dict(zip(missing, made, strict=True))


def publish_files(build: Build, cache: Cache, entries: Iterable[Entry | PhotoError]) -> None:
    """Put the files of entries into the output."""
    output = build.output
    for entry in entries:
        if isinstance(entry, Entry):
            for file, stamp in zip(entry.files, entry.stamps, strict=True):
                place = f"{_FOLDER}/{file.name}"
                if not output.keep(place, stamp):
                    output.link(place, cache.folder / file.name)


def folder_url(build: Build) -> str:
    """Return the path on the host of the folder that published files are in."""
    return build.urls.path(f"{_FOLDER}/")


def _make(settings: PhotoSettings, content_dir: Path, name: str) -> Derivatives:
    path = content_dir / name
    return make_derivatives(path.name, path.read_bytes(), settings)
