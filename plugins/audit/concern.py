"""Which pages a change may have put in the wrong: all others are judged as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from plugins.audit.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plugins.audit.looking import Changes
    from plugins.audit.outcome import Outcome
    from plugins.audit.site import Site
    from plugins.audit.ties import Ties

# What has been there before, and is now.
Pair = tuple["Ties | None", "Ties | None"]


class Concern(NamedTuple):
    """The pages that have to be judged again by their ties, and by what they weigh.

    None means all of them. `wanted` counts the pages as they are now.
    """

    ties: frozenset[str] | None
    weights: frozenset[str] | None
    wanted: Wanted


def find_concerned(
    before: Outcome, changes: Changes, templates: Mapping[str, str], budgets: str, site: Site
) -> Concern | None:
    """Return the pages that changes may concern; None where all has to be done anew.

    A page that is as it was, and was right, is wrong now only for what it relies on: a file that
    went or has grown, an anchor that went, a translation that leads elsewhere. What came cannot
    harm it: without it the page was a suspect.
    """
    if changes.pages is None:
        return None
    others = Wanted(before.wanted)
    for old, _ in changes.pages.values():
        if old is not None:
            others.remove(old)
    again, partners = before.suspects.union(changes.pages), _partners_in(changes.pages, site)
    all_ties = partners is None or _miss_something(changes, others)
    all_weights = budgets != before.budgets or any(map(others.has_weight, changes.grown))
    retold = {page for page, _ in templates.items() ^ before.templates.items()}
    for _, new in changes.pages.values():
        if new is not None:
            others.add(new)
    return Concern(
        ties=None if all_ties else again.union(partners or ()),
        weights=None if all_weights else again.union(before.heavy, retold),
        wanted=others,
    )


def _miss_something(changes: Changes, others: Wanted) -> bool:
    """Tell whether pages that did not change may rely on what is no more."""
    return any(map(others.has_place, changes.gone)) or any(
        others.has_anchor(place, one) for place, one in _lost_ids(changes.pages or {})
    )


def _lost_ids(pages: Mapping[str, Pair]) -> Iterator[tuple[str, str]]:
    for place, (old, new) in pages.items():
        if old is not None and new is not None:
            yield from ((place, one) for one in set(old.ids) - set(new.ids))


def _partners_in(pages: Mapping[str, Pair], site: Site) -> set[str] | None:
    """Return the pages that were right only since a page which changed led back to them.

    None where their places cannot be told from their addresses.
    """
    partners: set[str] = set()
    for old, new in pages.values():
        led = () if old is None else old.alternates
        if led != (() if new is None else new.alternates):
            for place, url in led:
                if place and site.url_of(place) != url:
                    return None
                partners.add(place)
    return partners
