"""The site made ready for its host: headers, redirects from old addresses, security.txt."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from plugins.core import pipeline
from plugins.core.artifacts import write_atomically
from plugins.core.page import Page
from plugins.hosting import apache, caddy, nginx, pages, security
from plugins.hosting.headers import make_rules, policy_text, type_of
from plugins.hosting.redirects import Redirect, find_problems, is_usable, stub_place
from plugins.hosting.settings import HostingSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.core.build import Build
    from plugins.hosting.headers import Rule


def say_policy(build: Build) -> None:
    """Give the pages their policy where the host cannot send it."""
    if build.options_of(HostingSettings).policy_in_pages:
        build.meta_policy = partial(policy_text, in_page=True)


def list_redirects(build: Build) -> list[Redirect]:
    """Return every redirect that the front matter of a document asks for."""
    # Hosts compare addresses decoded, and so do file systems.
    return [
        Redirect(
            source=build.urls.path(alias[1:]) if alias.startswith("/") else alias,
            target=document.view.url,
            path=f"{build.content_dir.name}/{document.view.path}",
            line=document.view.line_of("aliases"),
        )
        for document in build.documents
        for alias in map(unquote, document.view.aliases)
    ]


def check_redirects(build: Build) -> None:
    """Tell what is wrong with old addresses, together with all else that is in the sources."""
    known = {document.view.url for document in build.documents}
    build.problems.extend(find_problems(list_redirects(build), known, build.urls.base_path))


def make_stubs(build: Build) -> Iterator[Page]:
    """Yield a page that redirects for each old address, for hosts that cannot do it themselves."""
    redirects = list_redirects(build)
    known = {document.view.url: document for document in build.documents}
    seen = set()
    for one in redirects:
        if is_usable(one.source) and one.source not in seen:
            seen.add(one.source)
            view = known[one.target].view
            yield Page(
                save_as=stub_place(build.urls.place_of(one.source)),
                url=one.source,
                template="redirect.html",
                lang=view.lang,
                title=view.title,
                is_indexed=False,
                context={"target": view.url},
            )


def write_configuration(build: Build) -> None:
    """Write what each host reads; not in a preview, which has no host."""
    if not build.is_production:
        return
    settings = build.options_of(HostingSettings)
    for path, text in _configurations(build, settings):
        write_atomically(build.project_dir / settings.folder / path, text.encode())
    for place, text in _files(build, settings):
        build.output.write(place, text.encode())


def _configurations(build: Build, settings: HostingSettings) -> Iterable[tuple[str, str]]:
    """Yield what the hosts' own servers read, which is not published."""
    rules, redirects, base = _rules(build, settings), list_redirects(build), build.urls.base_path
    editions = [build.urls.edition(lang) for lang in build.office.languages]
    if "nginx" in settings.hosts:
        yield "nginx-maps.conf", nginx.render_maps(rules, redirects, base)
        yield "nginx-server.conf", nginx.render_server(rules, editions, base)
    if "caddy" in settings.hosts:
        yield "cong-tin.caddy", caddy.render(rules, redirects, editions, base)


def _files(build: Build, settings: HostingSettings) -> Iterable[tuple[str, str]]:
    """Yield what lies in the output, and its place there."""
    rules, redirects, base = _rules(build, settings), list_redirects(build), build.urls.base_path
    if "apache" in settings.hosts:
        yield ".htaccess", apache.render(rules, redirects, base)
    if "pages" in settings.hosts:
        yield "_headers", pages.render_headers(rules, base, _types(build))
        yield "_redirects", pages.render_redirects(redirects)
    yield from _security_file(build, settings)


def _rules(build: Build, settings: HostingSettings) -> tuple[Rule, ...]:
    urls = build.urls
    policies = {urls.place_of(page.url): page.policy for page in build.written_pages if page.policy}
    return make_rules(settings.hsts_days, policies)


def _types(build: Build) -> dict[str, str]:
    """Return the media types of files for hosts that are told of each by its name.

    They know those of recordings' texts. The fewer folders a file lies in, the more need it.
    """
    places = sorted(build.output.places(), key=lambda place: (place.count("/"), place))
    found = {place: type_of(place) for place in places if not place.endswith(".vtt")}
    return {place: kind for place, kind in found.items() if kind}


def _security_file(build: Build, settings: HostingSettings) -> Iterable[tuple[str, str]]:
    dates = [d.view.date for d in build.documents if d.view.date]
    if settings.security_contact and dates:
        canonical = build.urls.absolute(build.urls.path(security.PLACE))
        languages, days = build.office.languages, settings.security_days
        contact = settings.security_contact
        text = security.render(contact, max(dates), days, canonical, languages)
        yield security.PLACE, text


def register() -> None:
    pipeline.declare_settings("HOSTING", HostingSettings)
    pipeline.on_documents(say_policy)
    pipeline.on_documents(check_redirects)
    pipeline.on_pages(make_stubs)
    pipeline.on_written(write_configuration)
