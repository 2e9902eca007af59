"""From photos to published files: keys, cache, encoding, places in the output."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from plugins.core.executor import Task, TaskLostError
from plugins.photos.cache import Cache
from plugins.photos.catalogue import PhotoError
from plugins.photos.derivatives import list_versions, make_derivatives, recipe_digest
from plugins.photos.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from plugins.core.build import Build
    from plugins.photos.derivatives import Derivatives
    from plugins.photos.settings import PhotoSettings

Job = TypeVar("Job")
Shared = TypeVar("Shared")
Item = TypeVar("Item")

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
    task = Task("Ảnh / Photos", _make, settings, versions=list_versions)

    def read(name: str) -> tuple[str, bytes]:
        path = build.content_dir / name
        return path.name, path.read_bytes()

    entries = publish(build, cache, jobs, task, read)
    return {n: entries[keys[n]] if n in keys else _absence(build.content_dir / n) for n in wanted}


def _absence(path: Path) -> PhotoError:
    """Return why a photo that an article names cannot be read."""
    if path.exists():
        return PhotoError("photo-broken", name=path.name, detail="không có quyền đọc tệp")
    return PhotoError("photo-missing", name=path.name, suggestion="")


def publish(
    build: Build,
    cache: Cache,
    jobs: Mapping[str, Job],
    task: Task[Shared, Item, Derivatives | PhotoError],
    read: Callable[[Job], Item],
) -> dict[str, Entry | PhotoError]:
    """Return the entry of every key, making what the cache lacks of what `read` has of its job.

    Its files are in the output then.
    """
    kept: set[str] = set()

    def keep(entry: Entry) -> bool:
        places = [f"{_FOLDER}/{name}" for name in entry.names]
        if not build.output.keep_all(places, entry.stamps):
            return False
        kept.add(entry.key)
        return True

    found: dict[str, Entry | PhotoError] = dict(cache.find(jobs, keep))
    missing = [key for key in jobs if key not in found]
    items = ((key, read(jobs[key])) for key in missing)
    try:
        for key, made in build.executor.map_in_order(task, items, len(missing)):
            found[key] = made if isinstance(made, PhotoError) else cache.put(key, made)
    except TaskLostError as error:
        raise TaskLostError(task.label, jobs[str(error.name)]) from None
    for key, entry in found.items():
        if isinstance(entry, Entry) and key not in kept:
            _publish_files(build, cache, entry)
    return found


def _publish_files(build: Build, cache: Cache, entry: Entry) -> None:
    for name, stamp in zip(entry.names, entry.stamps, strict=True):
        place = f"{_FOLDER}/{name}"
        if not build.output.keep(place, stamp):
            build.output.link(place, cache.folder / name)


def folder_url(build: Build) -> str:
    """Return the path on the host of the folder that published files are in."""
    return build.urls.path(f"{_FOLDER}/")


def _make(settings: PhotoSettings, photo: tuple[str, bytes]) -> Derivatives | PhotoError:
    try:
        return make_derivatives(*photo, settings)
    except PhotoError as error:
        return error
