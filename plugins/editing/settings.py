"""The settings of the editing page: whether the public site carries it, and where articles live."""

from __future__ import annotations

from dataclasses import dataclass

# The Git hosts that the page knows; all but GitHub log in without a server of one's own (PKCE).
HOSTS = ("github", "gitlab", "gitea")
_WITH_APP_ID = ("gitlab", "gitea")


@dataclass(frozen=True, slots=True)
class EditingSettings:
    """Where the editing page saves to. Without `host` it works on a folder of this machine only.

    `repository` is "owner/name"; `base_url` the host's address where it is not the usual one, for
    GitHub that of the log-in server; `app_id` the number by which GitLab or Gitea know the page.
    With `review`, what is saved waits in a pull request until somebody takes it in.
    `publish` puts the page's files into the public site, at `/admin/`.
    """

    publish: bool = False
    host: str = ""
    repository: str = ""
    branch: str = "main"
    base_url: str = ""
    app_id: str = ""
    review: bool = True

    def __post_init__(self) -> None:
        """Raise ValueError for what could not save anything."""
        if self.host and self.host not in HOSTS:
            known = ", ".join(HOSTS)
            raise ValueError(f"host: phải là một trong / must be one of: {known}.")
        if self.host and self.repository.count("/") < 1:
            raise ValueError("repository: viết như / write as “co-quan/cong-tin”.")
        if self.host in _WITH_APP_ID and not self.app_id:
            raise ValueError("app_id: cần mã ứng dụng của máy chủ Git / the host's is needed.")
        if self.publish and not self.host:
            raise ValueError("publish: cần host / needs a host: the public has no local folder.")
